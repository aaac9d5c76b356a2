import { CorrectionConfirmee, CorrectionEssayee } from '../../acts/correct.ts';
import { ok } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import { enregistre } from '../answers/cases.ts';
import { apercuCorrection } from '../answers/corrections.ts';
import { named } from '../named-request.ts';
import { type Operation, operation } from '../operation.ts';
import { recordedAnswer } from '../recorded.ts';
import { versionWanted } from '../representation.ts';

const nouns = { dossier: 'd’un dossier', groupement: 'd’un groupement', certificat: 'd’un certificat' };

/** The correction of a mistake in the journal of a case: looked at first, then confirmed as it was shown. */
export function correctionOperations(services: Services, genre: Genre): Operation[] {
  const chemin = `/${genre}s/:id/corrections`;
  return [
    operation({
      id: `${genre}s.correction-apercu`,
      methode: 'post',
      chemin: `${chemin}/apercu`,
      corps: CorrectionEssayee,
      resume: `Voir ce que changerait une correction du journal ${nouns[genre]}`,
      reponse: { schema: apercuCorrection(genre) },
      async answer({ chemin: { id = '' }, corps }) {
        const seen = await services.previewCorrection({ genre, id }, corps);
        if (!seen.ok) return seen;
        const { sujet, ...etapes } = seen.value.prochainesEtapes;
        const { genre: _genre, ...subject } = sujet;
        return ok({ corps: { ...seen.value, prochainesEtapes: { [genre]: subject, ...etapes } } });
      },
    }),
    operation({
      id: `${genre}s.corriger`,
      methode: 'post',
      chemin,
      corps: CorrectionConfirmee,
      seRejoue: true,
      resume: `Corriger une erreur du journal ${nouns[genre]}`,
      reponse: { schema: enregistre(genre) },
      async answer({ chemin: { id = '' }, corps, entete, identite, demande }) {
        const version = versionWanted(entete('if-match'));
        const act = { auteur: auteurOf(identite), version, demande: named(demande, recordedAnswer) };
        const recorded = await services.correct({ genre, id }, corps, act);
        return recorded.ok ? ok(recordedAnswer(recorded.value)) : recorded;
      },
    }),
  ];
}
