import type { Objectif, Procedure } from '../../../machines/procedure.ts';
import { awaited } from './awaited.ts';
import { readScale, type Scale, unpack } from './numbering.ts';

/**
 * Whether an objective can still be reached if facts of certain types never happen, nor any that undoes. Each question is a set of types; the answers for
 * all states stand eight questions to a byte.
 */
export interface ExigenceTable {
  questions: string[];
  reponses: Readonly<Record<Objectif, string[]>>;
}

/** Whether a way to the objective takes none of those facts; null for a state that no walk reached, or a set that no step asks about. */
export type Avoids = (
  state: { value: object; facette: string },
  objectif: Objectif,
  types: readonly string[],
) => boolean | null;

/** Reads a table: one bit looked up per question. */
export function readExigences(scale: Scale, { questions, reponses }: ExigenceTable): Avoids {
  const numberOf = readScale(scale);
  const ranks = new Map(questions.map((name, rank) => [name, rank]));
  return ({ value, facette }, objectif, types) => {
    const rank = ranks.get(nameOf(types));
    const plane = rank === undefined ? undefined : reponses[objectif][rank >> 3];
    if (rank === undefined || plane === undefined) return null;
    const byte = unpack(plane)[numberOf(value as never, facette)];
    return byte === undefined ? null : ((byte >> (rank & 7)) & 1) === 1;
  };
}

/** The facts that end a step and that someone tells. */
export function toldFrom(procedure: Procedure, leaf: Parameters<typeof awaited>[0]): string[] {
  return awaited(leaf).filter((type) => procedure.facts[type]?.derive === false);
}

/** A question by its facts, in whatever order. */
export function nameOf(types: readonly string[]): string {
  return types.toSorted().join(' ');
}
