import { type Objectif, objectifs, type Procedure } from '../../../machines/procedure.ts';
import { awaited } from './awaited.ts';
import type { Graph } from './graph.ts';
import { descendants } from './independence.ts';
import { type Place, readScale, type Scale, unpack } from './numbering.ts';

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

const HORS_ATTEINTE = 0;

/** The answers over a whole graph, whose states where each objective is reached are `goals`. */
export function buildExigences(
  procedure: Procedure,
  graph: Graph,
  goals: Readonly<Record<Objectif, readonly number[]>>,
  place: Place,
): ExigenceTable {
  const questions = questionsOf(procedure);
  const arriving = arrivals(procedure, graph);
  const answer = (objectif: Objectif) => {
    const terme = objectif === 'complet' ? procedure.terme : null;
    return chunks(questions, 8).map((eight) => place(plane(eight, goals[objectif], arriving, terme), HORS_ATTEINTE));
  };
  return {
    questions: questions.map(nameOf),
    reponses: Object.fromEntries(objectifs.map((objectif) => [objectif, answer(objectif)])) as Record<
      Objectif,
      string[]
    >,
  };
}

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

/** Of each step: all the facts that end it, and all but each one. */
function questionsOf(procedure: Procedure): string[][] {
  const leaves = descendants(procedure.machine.root).filter(({ type }) => type === 'atomic' || type === 'final');
  const sets = leaves.flatMap((leaf) => {
    const types = toldFrom(procedure, leaf);
    return [types, ...types.map((kept) => types.filter((type) => type !== kept))];
  });
  return [...new Map(sets.filter(({ length }) => length > 0).map((types) => [nameOf(types), types])).values()];
}

function nameOf(types: readonly string[]): string {
  return types.toSorted().join(' ');
}

type Arrivals = readonly { from: number; type: string }[][];

function arrivals(procedure: Procedure, { keys, edges }: Graph): Arrivals {
  const isTold = (type: string) => procedure.facts[type]?.derive === false && procedure.facts[type]?.sorte !== 'alea';
  const arriving: { from: number; type: string }[][] = keys.map(() => []);
  for (const { from, to, event } of edges) {
    if (isTold(event.type)) arriving[to]?.push({ from, type: event.type });
  }
  return arriving;
}

/** One bit per question, set where the goal can be reached; the fact that ends the way cannot be done without. */
function plane(
  questions: readonly string[][],
  goals: readonly number[],
  arriving: Arrivals,
  terme: string | null,
): Uint8Array {
  const bytes = new Uint8Array(arriving.length);
  for (const [bit, banned] of questions.entries()) {
    if (terme !== null && banned.includes(terme)) continue;
    for (const rank of reaching(goals, arriving, new Set(banned))) bytes[rank] = (bytes[rank] as number) | (1 << bit);
  }
  return bytes;
}

/** The states from which a goal is reached without any of the banned facts. */
function reaching(goals: readonly number[], arriving: Arrivals, banned: ReadonlySet<string>): Set<number> {
  const met = new Set(goals);
  for (const rank of met) {
    for (const { from, type } of arriving[rank] ?? []) if (!banned.has(type)) met.add(from);
  }
  return met;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, rank) =>
    items.slice(rank * size, (rank + 1) * size),
  );
}
