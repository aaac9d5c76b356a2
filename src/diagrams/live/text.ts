import { tellSource } from '../../../machines/source.ts';
import { acteurs } from '../../../machines/step.ts';
import type { Etat } from '../chart.ts';
import { frenchDay } from './days.ts';
import { type LiveCase, type Standing, whyBlocked } from './standing.ts';

/** A case in a few sentences, for who does not see its picture. */
export function inSentences({ chart, etapes, bloques }: LiveCase): string {
  const current = chart.etats.filter(({ id }) => etapes.get(id)?.aspect === 'courant');
  const told = current.map(({ id, libelle }) => `${libelle} (depuis le ${frenchDay(etapes.get(id)?.entree ?? '')})`);
  const blocked = bloques.map(whyBlocked).join(' ');
  return `${chart.titre}. Étapes en cours : ${told.join(', ')}. ${blocked}`.trim();
}

/** The same as a live picture in plain text: a nested list of every state, how it stands, what is blocked there and why. */
export function inPlainText(live: LiveCase, heading: readonly string[]): string {
  return [...heading, '', ...listed(live, null, ''), ''].join('\n');
}

/** « du 05/01/2026 au 07/01/2026 »; facts of before the opening have left steps that were entered later. */
export function stayOf({ entree, sortie }: Pick<Standing, 'entree' | 'sortie'>): string {
  const since = frenchDay(entree ?? '');
  if (sortie === null) return `depuis le ${since}`;
  return sortie < (entree ?? '') ? `quittée le ${frenchDay(sortie)}` : `du ${since} au ${frenchDay(sortie)}`;
}

function listed(live: LiveCase, parent: string | null, indent: string): string[] {
  const children = live.chart.etats.filter((etat) => etat.parent === parent);
  return children.flatMap((etat) => [
    `${indent}- ${titleOf(etat, live.etapes.get(etat.id))}`,
    ...live.bloques.filter(({ etape }) => etape === etat.id).map((one) => `${indent}  - bloqué : ${whyBlocked(one)}`),
    ...listed(live, etat.id, `${indent}  `),
  ]);
}

function titleOf({ libelle, acteur, formulaire, source }: Etat, standing: Standing | undefined): string {
  const told = [acteur && acteurs[acteur], formulaire?.replace('-', ' '), tellSource(source)]
    .filter(Boolean)
    .join(', ');
  return standing ? `${libelle} (${told}) : ${howItStands(standing)}` : `${libelle} (${told})`;
}

function howItStands({ aspect, entree, sortie }: Standing): string {
  if (aspect === 'courant') return `EN COURS ${stayOf({ entree, sortie })}`;
  if (aspect === 'passe') return `passée, ${stayOf({ entree, sortie })}`;
  return aspect === 'aVenir' ? 'à venir' : 'hors de portée, sauf retour en arrière';
}
