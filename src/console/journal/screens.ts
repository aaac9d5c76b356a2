import { casePage } from '../dossier/frame.ts';
import { get, type Screen } from '../shell/screen.ts';
import { journalContent } from './page.ts';

/** The journals of dossiers and of certificates; that of a groupement stands among its own tabs. */
export function journalScreens(): Screen[] {
  return (['dossier', 'certificat'] as const).map((genre) =>
    get(`${genre}.journal`, `/${genre}s/:id/journal`, {
      right: `${genre}s.journal`,
      answer: (visit) =>
        casePage(visit, { genre, id: visit.params['id'] ?? '' }, 'journal', (affaire) =>
          journalContent(visit, affaire),
        ),
    }),
  );
}
