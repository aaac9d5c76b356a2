import { type Objectif, objectifs, type Procedure } from '../../machines/procedure.ts';
import type { StepMeta } from '../../machines/step.ts';
import { awaited } from '../../src/engine/graph/awaited.ts';
import { type ExigenceTable, nameOf, toldFrom } from '../../src/engine/graph/exigence-table.ts';
import { descendants } from '../../src/engine/graph/independence.ts';
import type { Graph } from '../walk/graph.ts';
import type { Place } from './numbering.ts';

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

/** Of each step: all the facts that end it, and all but each one. */
function questionsOf(procedure: Procedure): string[][] {
  const leaves = descendants(procedure.machine.root).filter(({ type }) => type === 'atomic' || type === 'final');
  const sets = leaves.flatMap((leaf) => {
    const types = toldFrom(procedure, leaf);
    return [types, ...types.map((kept) => types.filter((type) => type !== kept))];
  });
  return [...new Map(sets.filter(({ length }) => length > 0).map((types) => [nameOf(types), types])).values()];
}

type Arrivals = readonly { from: number; type: string }[][];

function arrivals(procedure: Procedure, { keys, edges }: Graph): Arrivals {
  const found = foundByChance(procedure);
  const isTold = (type: string) =>
    procedure.facts[type]?.derive === false && procedure.facts[type]?.sorte !== 'alea' && !found.has(type);
  const arriving: { from: number; type: string }[][] = keys.map(() => []);
  for (const { from, to, event } of edges) {
    if (isTold(event.type)) arriving[to]?.push({ from, type: event.type });
  }
  return arriving;
}

/** A29 — what an optional step may find to be so: nobody counts on it. */
function foundByChance({ machine, facts }: Procedure): ReadonlySet<string> {
  const optional = descendants(machine.root).filter(({ meta }) => (meta as Partial<StepMeta>).nature === 'facultative');
  return new Set(optional.flatMap(awaited).filter((type) => facts[type]?.sorte === 'constat'));
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
