import type { StateValue } from 'xstate';
import type { Objectif } from '../../../machines/procedure.ts';
import { local, type Scale } from './numbering.ts';

/**
 * The most acts that regions can still take, from each of their values, without a return: no move back to a phase that every way to a
 * value has passed, none by a fact that nobody plans, none out of what is acquired once the end allows it. Where nothing else leads on, a
 * return is counted. Null where they cannot end as the objective asks. Regions that one act moves together are one, named by both.
 */
export type LongestTable = Readonly<Record<Objectif, Readonly<Record<string, (number | null)[]>>>>;

/** The most acts from a state to an objective without a return; null when nothing leads there. */
export type Longest = (value: StateValue, objectif: Objectif) => number | null;

/** The regions of a scale, with their values. */
export type Regions = Scale['regions'];
/** Regions that move together: each of their joint values by its number, in mixed radix. */
export interface Group {
  nom: string;
  regions: Regions;
  rankOf(value: StateValue): number;
}

/** Reads a table: the sum over the groups, and `beyond` acts more to what is complete. */
export function readLongest({ regions }: Scale, table: LongestTable, beyond: number): Longest {
  const groups = Object.keys(table.complet).map((nom) => toGroup(nom, regions));
  return (value, objectif) =>
    groups.reduce<number | null>(
      (sum, { nom, rankOf }) => {
        const most = table[objectif][nom]?.[rankOf(value)] ?? null;
        return sum === null || most === null ? null : sum + most;
      },
      objectif === 'complet' ? beyond : 0,
    );
}

/** A group by its name. */
export function toGroup(nom: string, all: Regions): Group {
  const names = nom.split(' ');
  const regions = all.filter((region) => names.includes(region.nom));
  const ranks = regions.map(({ valeurs }) => new Map(valeurs.map((text, rank) => [text, rank])));
  const rankOf = (value: StateValue) =>
    regions.reduce((number, region, rank) => {
      const known = ranks[rank]?.get(local(value, region.nom)) ?? Number.NaN;
      return number * region.valeurs.length + known;
    }, 0);
  return { nom, regions, rankOf };
}
