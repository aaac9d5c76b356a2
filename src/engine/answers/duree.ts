import { daysBetween } from '../../days.ts';
import { type Compte, compteOf, type Delais, delaisUsuels, type Lieu } from '../../delays.ts';
import { placeOf } from '../../working-days.ts';
import type { Family } from '../decide.ts';
import type { Instance } from '../instance.ts';
import type { PathAct } from './shortest-path.ts';

/** How long acts take together, whatever each takes: one act (who does it, and its step after a space), several one after the other, or at once. */
export type Duree = string | { puis: readonly Duree[] } | { avec: readonly Duree[] };

/** One act. */
export function ofAct({ acteur, pas }: PathAct): Duree {
  return pas === null ? acteur : `${acteur} ${pas}`;
}

/** One after the other. */
export function inTurn(parts: readonly Duree[]): Duree {
  return { puis: parts };
}

/** All begun at once, until the last is done. */
export function together(parts: readonly Duree[]): Duree {
  return { avec: parts };
}

/** How many days it usually takes from a day (YYYY-MM-DD) on. */
export function daysOf(duree: Duree, jour: string, compte: Compte): number {
  return daysBetween(jour, endOf(duree, jour, compte));
}

function endOf(duree: Duree, depuis: string, compte: Compte): string {
  if (typeof duree === 'string') {
    const [acteur = '', etape = null] = duree.split(' ');
    return compte.usuel({ acteur, etape }, depuis);
  }
  if ('puis' in duree) return duree.puis.reduce<string>((at, part) => endOf(part, at, compte), depuis);
  const ends = duree.avec.map((part) => endOf(part, depuis, compte));
  return ends.reduce((last, end) => (end > last ? end : last), depuis);
}

const ANYWHERE: Lieu = { parcours: null, departement: null };
const usual = compteOf(delaisUsuels, ANYWHERE);

/** The same by the delays that rule where nothing is set: calendar days, the same from any day on. */
export function usualDays(duree: Duree): number {
  return daysOf(duree, '2026-01-01', usual);
}

/** Where the days of a case are counted: those of a certificate, where its dossier is. */
export function lieuOf({ dossiers }: Family, instance: Instance): Lieu {
  const dossier = dossiers.find(({ id }) => id === instance.parentId) ?? instance;
  return { parcours: dossier.procedure.id, departement: placeOf(dossier.fiche) };
}

/** How the days of a case are counted by the delays in force. */
export function compteIn(delais: Delais, family: Family, instance: Instance): Compte {
  return compteOf(delais, lieuOf(family, instance));
}
