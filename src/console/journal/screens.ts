import { casePage } from '../dossier/frame.ts';
import { type Screen, screen } from '../shell/screen.ts';
import { journalContent } from './page.ts';

/** The journals of dossiers and of certificates; that of a groupement stands among its own tabs. */
export function journalScreens(): Screen[] {
  return (['dossier', 'certificat'] as const).map((genre) =>
    screen({
      id: `${genre}.journal`,
      methode: 'get',
      chemin: `/${genre}s/:id/journal`,
      droit: `${genre}s.journal`,
      answer: (visit) =>
        casePage(visit, { genre, id: visit.chemin['id'] ?? '' }, 'journal', (affaire) =>
          journalContent(visit, affaire),
        ),
    }),
  );
}
