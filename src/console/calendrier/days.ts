import { findFact } from '../../../machines/index.ts';
import { acteurs } from '../../../machines/step.ts';
import { etapesConnues } from '../../desk/work/codes.ts';
import type { Services } from '../../services.ts';
import type { IconName } from '../ui/icon.ts';

/** A day that counts for somebody. */
export type Jour = Awaited<ReturnType<Services['travail']['jours']>>[number];

/** What each kind of day is called, and how many of them one reads. */
export const sortes: Readonly<Record<Jour['sorte'], { label: string; sign: IconName }>> = {
  fin: { label: 'Fin d’une carte ou d’un certificat, préavis', sign: 'carte' },
  delai: { label: 'Délai habituel', sign: 'horloge' },
  relance: { label: 'Relance', sign: 'envoyer' },
};

const steps = new Map(etapesConnues.map(({ id, libelle }) => [id, libelle]));

/** What falls on it, without the name of anybody; what a follow-up says is an agent’s own text. */
export function whatFalls({ sorte, quoi }: Pick<Jour, 'sorte' | 'quoi'>): string {
  if (sorte === 'fin') return findFact(quoi)?.libelle ?? quoi;
  return sorte === 'delai' ? (steps.get(quoi) ?? quoi) : quoi;
}

/** Who is awaited or to be called; empty for an end. */
export function whoOf({ acteur }: Pick<Jour, 'acteur'>): string {
  return acteur === null ? '' : (acteurs[acteur as keyof typeof acteurs] ?? acteur);
}

/** The page of the dossier that says more. */
export function placeOf({ sorte, dossierId }: Pick<Jour, 'sorte' | 'dossierId'>): string {
  return `/dossiers/${dossierId}${sorte === 'relance' ? '/notes#relances' : ''}`;
}
