import { z } from 'zod';
import type { Recorded } from '../../acts/act.ts';
import { CorrectionConfirmee, CorrectionEssayee } from '../../engine/history/corrections.ts';
import { ok } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Genre } from '../../store/store.ts';
import { isOwnOnly } from '../../web/access/policy.ts';
import { enregistre, prochainesEtapes } from '../case-schemas.ts';
import { named } from '../named-request.ts';
import { type Operation, post } from '../operation.ts';
import { recordedAnswer } from '../representation.ts';
import { versionAsked } from '../told-to.ts';
import { Avertissement, Jour, Manque, TypeDeLigne } from '../vocabulary.ts';

const texte = z.string();
const ligne = { rang: z.int(), type: TypeDeLigne, libelle: texte, date: Jour };

const Retiree = z
  .strictObject({
    ...ligne,
    auteur: texte,
    derive: z.boolean().meta({ description: 'Si elle découlait d’un autre fait' }),
    cause: z.enum(['refuse', 'echeance', 'date']).meta({
      description:
        '« refuse » : le fait ne serait plus accepté ; « echeance » : sa date ne viendrait plus ; « date » : il serait daté avant « anterieur »',
    }),
    manque: z.array(Manque),
    anterieur: z
      .strictObject({ type: TypeDeLigne, libelle: texte, date: Jour })
      .nullable()
      .meta({ description: 'Le fait dont celui-ci dépend et qui viendrait après lui' }),
  })
  .meta({ id: 'LigneRetiree', description: 'Une ligne qui ne tiendrait plus' });

const LigneNommee = z.strictObject(ligne).meta({ id: 'LigneCorrigee' });
const EtatsChanges = z.strictObject({ quittes: z.array(texte), atteints: z.array(texte) }).meta({
  id: 'EtatsChanges',
  description: 'Les étapes qui ne seraient plus en cours, et celles qui le seraient : leurs libellés',
});

/** What a correction would change of a case of that kind. */
function apercuCorrection(genre: Genre) {
  return z.strictObject({
    version: z.int().meta({ description: 'À renvoyer à la confirmation' }),
    ligne: LigneNommee,
    retires: z.array(Retiree).meta({ description: 'Leurs rangs sont à renvoyer à la confirmation, dans cet ordre' }),
    etats: EtatsChanges,
    prochainesEtapes: prochainesEtapes[genre],
    avertissements: z.array(Avertissement),
  });
}

const nouns = { dossier: 'd’un dossier', groupement: 'd’un groupement', certificat: 'd’un certificat' };

/** The correction of a mistake in the journal of a case: looked at first, then confirmed as it was shown. */
export function correctionOperations(genre: Genre): Operation[] {
  const path = `/${genre}s/:id/corrections` as const;
  return [
    post(`${genre}s.correction-apercu`, `${path}/apercu`, {
      body: CorrectionEssayee,
      summary: `Voir ce que changerait une correction du journal ${nouns[genre]}`,
      reply: { schema: apercuCorrection(genre) },
      async answer({ services, params: { id }, body, identite }) {
        const by = { auteur: auteurOf(identite), ownOnly: isOwnOnly(`${genre}s.correction-apercu`, identite) };
        const seen = await services.previewCorrection({ genre, id }, body, by);
        if (!seen.ok) return seen;
        const { sujet, ...etapes } = seen.value.prochainesEtapes;
        const { genre: _genre, ...subject } = sujet;
        return ok({ body: { ...seen.value, prochainesEtapes: { [genre]: subject, ...etapes } } });
      },
    }),
    post(`${genre}s.corriger`, path, {
      body: CorrectionConfirmee,
      seRejoue: true,
      summary: `Corriger une erreur du journal ${nouns[genre]}`,
      reply: { schema: enregistre(genre), headers: ['ETag', 'Recu'] },
      async answer({ services, params: { id }, body, request, identite, demande }) {
        const version = await versionAsked(services, { genre, id }, request);
        const ownOnly = isOwnOnly(`${genre}s.corriger`, identite);
        const answer = (recorded: Recorded) => recordedAnswer(recorded, identite);
        const act = { auteur: auteurOf(identite), ownOnly, version, demande: named(demande, answer) };
        const recorded = await services.correct({ genre, id }, body, act);
        return recorded.ok ? ok(answer(recorded.value)) : recorded;
      },
    }),
  ];
}
