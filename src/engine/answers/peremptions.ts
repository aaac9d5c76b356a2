import type { Objectif } from '../../../machines/procedure.ts';
import { addDays } from '../../days.ts';
import { deadlines } from '../deadlines.ts';
import { distance } from '../graph/distances.ts';
import type { Instance } from '../instance.ts';
import { takeStep } from '../transition.ts';

/** Something still needed that will lapse before the end, by the usual delays. */
export interface Peremption {
  fait: string;
  libelle: string;
  /** Who can see to it in time. */
  acteur: string;
  /** The first day (YYYY-MM-DD) on which it no longer serves. */
  le: string;
  /** How many acts more its lapse would cost. */
  actesEnPlus: number;
}

/** What time will take back from an instance at the cost of further acts, soonest first. */
export function peremptionsOf({ procedure, snapshot }: Instance, objectif: Objectif): Peremption[] {
  const now = distance(procedure, snapshot, objectif);
  if (now === null) return [];
  return deadlines({ procedure, snapshot })
    .flatMap(({ fait, le }) => {
      const lapsed = takeStep(snapshot, { type: fait, date: le, empreinte: '' })?.snapshot;
      const then = lapsed && distance(procedure, lapsed, objectif);
      const { libelle = fait, acteur = '' } = procedure.facts[fait] ?? {};
      return typeof then === 'number' && then > now ? [{ fait, libelle, acteur, le, actesEnPlus: then - now }] : [];
    })
    .sort((a, b) => a.le.localeCompare(b.le));
}

/** Those that come before what is left is done, if it starts on the day `jour` and takes `jours` days. */
export function dueBefore(peremptions: readonly Peremption[], jour: string, jours: number): Peremption[] {
  if (peremptions.length === 0) return [];
  const end = addDays(jour, jours);
  return peremptions.filter(({ le }) => le <= end);
}
