import type { StateValue } from 'xstate';
import type { But, Procedure } from '../../../machines/procedure.ts';
import type { ExigenceTable } from './exigence-table.ts';
import type { LongestTable } from './longest.ts';
import { readScale, type Scale, unpack } from './numbering.ts';

/** No number of acts leads there. */
export const HORS_ATTEINTE = 255;

/**
 * What is known of every state of a procedure: the least number of acts to each `But`, one byte a state, which facts no way to an
 * objective avoids, and the most acts without a return.
 */
export interface DistanceTable extends Scale {
  procedure: string;
  version: number;
  /** Imprint of the procedure for which it was built, which tells a stale table. */
  definition: string;
  etats: number;
  transitions: number;
  distances: Readonly<Record<string, string>>;
  exigences: ExigenceTable;
  maxima: LongestTable;
  /** How many acts `complet` takes once its last fact can be told. */
  audela: number;
}

/** The least number of acts from a state to a goal, in one read; `HORS_ATTEINTE` when there is none. */
export type Distance = (value: StateValue, facette: string, but: But) => number;

/** Reads a table: one byte looked up per question. */
export function readDistanceTable({ pause }: Procedure, table: DistanceTable): Distance {
  const numberOf = readScale(table);
  const packed = new Map(Object.entries(table.distances));
  return (value, facette, but) => {
    const text = packed.get(but);
    const bytes = text === undefined ? undefined : unpack(text);
    const distance = bytes?.[numberOf(value, facette)] ?? HORS_ATTEINTE;
    const isPaused = pause !== null && (value as Record<string, StateValue>)[pause.region] === 'abandonne';
    return distance === HORS_ATTEINTE || !isPaused ? distance : distance + 1;
  };
}
