import { z } from 'zod';
import { isActeur } from '../desk/work/codes.ts';
import type { ListQuery } from '../store/store.ts';
import type { Attentes } from '../store/work.ts';
import type { Problem } from '../web/problem.ts';
import { ActeurId, EtapeId, Jour, TypeDeFait } from './vocabulary.ts';

const texte = z.string();

/** What a dossier of a list awaits. */
export const AFaire = z.strictObject({
  aFaire: z
    .array(
      z
        .strictObject({
          etape: EtapeId,
          libelle: texte,
          acteur: ActeurId,
          faits: z.array(TypeDeFait).meta({ description: 'Les faits qui y seraient acceptés maintenant' }),
          depuis: Jour,
          echeance: Jour.nullable().meta({
            description: 'Par les délais d’usage, qui sont les nôtres ; null tant que l’étape attend quelqu’un d’autre',
          }),
        })
        .meta({ id: 'AFaire' }),
    )
    .nullable()
    .meta({ description: 'Ce que le dossier attend, le plus pressé d’abord ; null tant que la liste se prépare' }),
  retourneLe: Jour.nullable().meta({
    description: 'Quand l’ANS a retourné le formulaire 413, tant qu’il est à reprendre',
  }),
});

/** What is awaited of a dossier, as it is told; `attentes` is undefined while the list lacks it. */
export function aFaireOf(attentes: Attentes | undefined): z.output<typeof AFaire> {
  if (!attentes) return { aFaire: null, retourneLe: null };
  const aFaire = attentes.attentes.flatMap(({ etape, libelle, acteur, faits, depuis, limite }) =>
    isActeur(acteur) ? [{ etape, libelle, acteur, faits: [...faits], depuis, echeance: limite }] : [],
  );
  return { aFaire, retourneLe: attentes.retour };
}

/** Whether a query asks what is awaited. */
export function asksAwaited({ attendu, fait, retourneDepuis }: ListQuery): boolean {
  return attendu !== undefined || fait !== undefined || retourneDepuis !== undefined;
}

/** What is told of what is awaited while it is read for the first time: a part would be taken for the whole. */
export const listInMaking: Problem = {
  status: 503,
  code: 'liste-en-preparation',
  title: 'Liste en préparation',
  detail:
    'Le service relit ce qu’attendent les dossiers, une fois après sa mise à jour : revenez dans quelques minutes.',
};
