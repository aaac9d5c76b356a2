import { type AnyMachineSnapshot, type AnyStateMachine, type AnyStateNode, getNextTransitions } from 'xstate';
import { SANS_DATE } from '../../machines/event.ts';
import type { Procedure } from '../../machines/procedure.ts';
import type { Acteur, StepMeta } from '../../machines/step.ts';
import { memo, memoOf } from '../memo.ts';
import { explainRefusal } from './explain-refusal.ts';
import { awaited } from './graph/awaited.ts';
import { distance } from './graph/distances.ts';
import { isPlanned } from './graph/planned.ts';
import { stateKey } from './graph/state-key.ts';
import type { Manque } from './refusal.ts';
import { takeStep } from './transition.ts';

/** What becomes of a state if one fact happens, told by one of its examples. */
export interface FactInfo {
  type: string;
  exemple: object;
  /** Null when the fact is refused. */
  next: AnyMachineSnapshot | null;
  /** Every example that is taken, that which leads nearest to the end first. */
  variantes: { exemple: object; next: AnyMachineSnapshot }[];
  manque: Manque[];
}

/** A leaf of the current configuration, and the facts that it waits for. */
export interface StepInfo {
  id: string;
  node: AnyStateNode;
  meta: StepMeta;
  /** Who it waits for here (A25). */
  acteur: Acteur;
  faits: FactInfo[];
}

/** All that is true of a state whatever the dossier: computed once per state met. */
export interface StateInfo {
  etapes: StepInfo[];
  /** The facts it takes that belong to no step. */
  autres: FactInfo[];
  /** Those that it takes about somebody more alone: told to who asks, on the way to nothing. */
  encore: FactInfo[];
}

const statesOf = memoOf((_procedure: Procedure) => memo<StateInfo>());

/** What is true of a state; of the examples that it takes of a fact, the one that leads nearest to the end is kept. */
export function stateInfo(procedure: Procedure, snapshot: AnyMachineSnapshot): StateInfo {
  const key = stateKey(procedure, snapshot);
  return statesOf(procedure)(key, () => compute(procedure, anonymous(procedure, snapshot)));
}

/** Every fact that a state takes, once. */
export function takenFacts({ etapes, autres }: StateInfo): FactInfo[] {
  return [...new Set([...etapes.flatMap(({ faits }) => faits), ...autres])].filter(({ next }) => next !== null);
}

/** Those of them that plans are made of (A29). */
export function plannedFacts(procedure: Procedure, snapshot: AnyMachineSnapshot): FactInfo[] {
  return takenFacts(stateInfo(procedure, snapshot)).filter(({ type }) => isPlanned(procedure.facts[type]));
}

/** A state without children, and its path. */
interface Leaf {
  path: string;
  node: AnyStateNode;
}

/** The leaves of the configuration, in the order of the machine. */
export const leaves = memoOf((snapshot: AnyMachineSnapshot): readonly Leaf[] => {
  const nodes = (snapshot as unknown as { _nodes: AnyStateNode[] })._nodes;
  return nodes
    .filter(({ type }) => type === 'atomic' || type === 'final')
    .sort((a, b) => a.order - b.order)
    .map((node) => ({ path: pathOf(node), node }));
});

/** The path of a state below its machine: `contrat.actif`. */
export const pathOf = memoOf((node: AnyStateNode): string => node.path.join('.'));

/** The state at a path below its machine; undefined for none. */
export function nodeAt({ root }: AnyStateMachine, path: string): AnyStateNode | undefined {
  return path.split('.').reduce<AnyStateNode | undefined>((node, key) => node?.states[key], root);
}

function compute(procedure: Procedure, snapshot: AnyMachineSnapshot): StateInfo {
  const types = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType));
  const infos = new Map(
    [...types]
      .filter((type) => procedure.facts[type]?.derive === false)
      .map((type) => [type, factInfo(procedure, snapshot, type)]),
  );
  const etapes = leaves(snapshot).map(({ path, node }) => {
    const meta = node.meta as StepMeta;
    const acteur = meta.acteurSelon?.(snapshot.context) ?? meta.acteur;
    return {
      id: path,
      node,
      meta,
      acteur,
      faits: [...awaited(node), ...(meta.aussi ?? [])].flatMap((type) => infos.get(type) ?? []),
    };
  });
  const shown = new Set(etapes.filter(({ meta }) => meta.nature !== 'acquise').flatMap(({ faits }) => faits));
  const taken = [...infos.values()].filter((info) => info.next !== null);
  const refused = [...infos.values()].filter((info) => info.next === null);
  return {
    etapes,
    autres: taken.filter((info) => !shown.has(info)),
    encore: refused.flatMap(({ type }) => infoOf(procedure, snapshot, type, procedure.facts[type]?.encore ?? []) ?? []),
  };
}

/** The same state under the names of the examples, so that what follows from them is true of every dossier in that state. */
export function anonymous({ machine, anonyme }: Procedure, { value, context }: AnyMachineSnapshot): AnyMachineSnapshot {
  return machine.resolveState({ value, context: anonyme(context) }) as AnyMachineSnapshot;
}

function factInfo(procedure: Procedure, snapshot: AnyMachineSnapshot, type: string): FactInfo {
  const exemples = namedExamples(procedure, snapshot, type);
  const taken = infoOf(procedure, snapshot, type, exemples);
  if (taken) return taken;
  const [exemple = {}] = exemples;
  const event = { ...exemple, type, date: SANS_DATE, empreinte: '' };
  return { type, exemple, next: null, variantes: [], manque: explainRefusal(procedure, snapshot, event) };
}

/** What becomes of a state by those examples that it takes; null where it takes none. */
function infoOf(
  procedure: Procedure,
  snapshot: AnyMachineSnapshot,
  type: string,
  exemples: readonly object[],
): FactInfo | null {
  const rank = (next: AnyMachineSnapshot) => distance(procedure, next, 'complet') ?? Number.POSITIVE_INFINITY;
  const variantes = exemples.flatMap((exemple) => {
    const event = { ...exemple, type, date: SANS_DATE, empreinte: '' };
    const step = takeStep(snapshot, event);
    return step ? [{ exemple, next: step.snapshot }] : [];
  });
  const [best] = variantes.sort((a, b) => rank(a.next) - rank(b.next));
  return best ? { type, ...best, variantes, manque: [] } : null;
}

/** The examples of a fact, told of who is in charge. */
function namedExamples({ facts, exempleDe }: Procedure, { context }: AnyMachineSnapshot, type: string): object[] {
  const { exemples = [{}] } = facts[type] ?? {};
  return exemples.map((exemple) => exempleDe(context, facts[type], exemple));
}
