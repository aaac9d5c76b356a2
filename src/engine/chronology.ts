import type { AnyStateMachine, AnyTransitionDefinition, StateValue } from 'xstate';
import { SANS_DATE } from '../../machines/event.ts';
import type { About, Appui } from '../../machines/guard.ts';
import { procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { memo, memoOf } from '../memo.ts';
import { distance } from './graph/distances.ts';
import { guardNames, isDenial, pickedBy, stateRead, waysHeld } from './graph/guard-tree.ts';
import { transitionsIn } from './graph/independence.ts';
import { isPlanned } from './graph/planned.ts';
import { stateKey } from './graph/state-key.ts';
import type { Instance } from './instance.ts';
import { begunAnew, type Days, earliest, latest } from './since.ts';
import { anonymous, leaves, pathOf, type StepInfo, stateInfo } from './state-info.ts';
import type { MachineEvent, Step } from './transition.ts';

/** A fact on which another stands, with its day (YYYY-MM-DD). */
export interface Ground {
  type: string;
  libelle: string;
  date: string;
}

/**
 * A17 — what `event`, which makes `step` of an instance, stands on though it happened later: what brought the states that it leaves or
 * begins anew, those that its conditions read, what made them hold, and what was last told of whom it is about. The latest of them; of
 * alternatives, that of the one which holds first. Null when the dates are in order.
 */
export function laterGround(instance: Standing, event: MachineEvent, step: Step): Ground | null {
  const { procedure, snapshot } = instance;
  const bounds = new Map(boundsOf(instance).filter(([, { date }]) => date > event.date));
  const isPicking = pickingTypes(procedure.machine).has(event.type);
  if (bounds.size === 0 && !isPicking) return null;
  const taken = procedure.machine.getTransitionData(snapshot, event) as AnyTransitionDefinition[];
  const left = leftBy(step, instance, event);
  const grounds = taken.map((one) => {
    const ways = waysOf(one, { procedure, snapshot, left }, event);
    return earliest(
      ways.map(({ names, picked }) =>
        latest([
          ...names.map((name) => bounds.get(name)),
          picked?.dernier({ context: snapshot.context, event } as never),
        ]),
      ),
    );
  });
  const last = latest(grounds);
  return last && last.date > event.date ? { ...last, libelle: libelleOf(procedure, last.type) } : null;
}

type Standing = Pick<Instance, 'procedure' | 'snapshot' | keyof Days>;

/** The facts that are about somebody whom a condition picks. */
const pickingTypes = memoOf((machine: AnyStateMachine): ReadonlySet<string> => {
  const picking = transitionsIn(machine.root).filter(({ guard }) => pickedBy(machine, guardNames(guard)) !== null);
  return new Set(picking.map(({ eventType }) => eventType));
});

/** A way by which a transition is open: what it stands on, by the paths of states and the names of conditions, and whom it picks. */
interface Way {
  names: readonly string[];
  picked: About | null;
}

/** Where a fact is told, and the leaves that it leaves or makes begin anew. */
interface Leaving extends Pick<Instance, 'procedure' | 'snapshot'> {
  left: readonly string[];
}

function waysOf(
  { source, guard }: AnyTransitionDefinition,
  { procedure: { machine }, snapshot, left }: Leaving,
  event: MachineEvent,
): Way[] {
  const from = pathOf(source);
  // What is left beside because all is done was not stood on.
  const below = [from, ...left.filter((path) => path.startsWith(`${from}.`))];
  return waysHeld(guard, snapshot, event).map((names) => {
    const picked = pickedBy(machine, names);
    const own = picked?.estAutre ? [] : below;
    const read = names.filter((name) => !isDenial(machine, name)).flatMap((name) => pathsIn(stateRead(machine, name)));
    return { names: [...own, ...names, ...read], picked };
  });
}

function boundsOf({ bornes, durees }: Pick<Standing, 'bornes' | 'durees'>): [string, Appui][] {
  const lasting = Object.entries(durees).flatMap(([name, { depuis }]): [string, Appui][] =>
    depuis ? [[name, depuis]] : [],
  );
  return [...Object.entries(bornes), ...lasting];
}

/**
 * Since when (YYYY-MM-DD) something that leads on can be done at each current step, by its path: the day of the last thing that the first of
 * its acts stands on, no earlier than the step. A step without any waits for somebody else, and is absent: no delay runs against it.
 */
export const possibleSince = memoOf((standing: Standing): Readonly<Record<string, string>> => {
  const { procedure, snapshot, depuis } = standing;
  const bounds = new Map(boundsOf(standing));
  const possible = possibleIn(procedure)(stateKey(procedure, snapshot), () => openings(procedure, snapshot));
  return Object.fromEntries(
    possible.map(({ etape, actes }) => {
      const days = actes.map((transitions) =>
        latest(transitions.map((ways) => earliest(ways.map((names) => latest(names.map((name) => bounds.get(name))))))),
      );
      const last = earliest(days)?.date ?? '';
      const since = depuis[etape] ?? '';
      return [etape, last > since ? last : since];
    }),
  );
});

/** What each act by which a step leads on now stands on: of each of its transitions, each of its ways. */
interface Opening {
  etape: string;
  actes: (readonly string[])[][][];
}

/** What does not depend on days is found once per state. */
const possibleIn = memoOf((_procedure: Procedure) => memo<readonly Opening[]>());

function openings(procedure: Procedure, real: Standing['snapshot']): Opening[] {
  const snapshot = anonymous(procedure, real);
  return stateInfo(procedure, real).etapes.flatMap((step) => {
    const planned = step.faits.filter(({ type }) => isPlanned(procedure.facts[type]));
    const actes = planned.flatMap(({ type, variantes }) =>
      variantes.flatMap(({ exemple, next }) => {
        if (!leadsOn(procedure, { snapshot, next }, { step, type })) return [];
        const event: MachineEvent = { ...exemple, type, date: SANS_DATE, empreinte: '' };
        const left = leftBy({ snapshot: next, effects: [] }, { procedure, snapshot }, event);
        const taken = procedure.machine.getTransitionData(snapshot, event) as AnyTransitionDefinition[];
        return [taken.map((one) => waysOf(one, { procedure, snapshot, left }, event).map(({ names }) => names))];
      }),
    );
    return actes.length > 0 ? [{ etape: step.id, actes }] : [];
  });
}

/**
 * Whether an act of a step leads on: it opens what is to be opened, or comes nearer to the end where it is asked of somebody; where one waits,
 * or where the end is reached, it leaves the step, and no wait goes back.
 */
function leadsOn(
  procedure: Procedure,
  { snapshot, next }: Ended,
  { step: { id, meta }, type }: { step: StepInfo; type: string },
): boolean {
  if (Object.hasOwn(procedure.ouvre, type)) return true;
  const isLeft = !leaves(next).some(({ path }) => path === id);
  const [before, after] = [snapshot, next].map(
    (one) => distance(procedure, one, 'complet') ?? Number.POSITIVE_INFINITY,
  ) as [number, number];
  if (meta.nature === 'obligatoire' && before > 0) return after < before;
  return isLeft && (meta.nature !== 'attente' || after <= before);
}

type Ended = Record<'snapshot' | 'next', Standing['snapshot']>;

function leftBy(
  step: Step,
  { procedure, snapshot }: Pick<Standing, 'procedure' | 'snapshot'>,
  event: MachineEvent,
): string[] {
  const after = new Set(leaves(step.snapshot).map(({ path }) => path));
  const anew = begunAnew(procedure, snapshot, step.snapshot, event);
  const paths = leaves(snapshot).map(({ path }) => path);
  return paths.filter((path) => !after.has(path) || anew.has(path));
}

function pathsIn(value: StateValue | null | undefined): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([key, part]) => pathsIn(part).map((path) => `${key}.${path}`));
}

function libelleOf({ facts }: Procedure, type: string): string {
  const known = facts[type] ?? procedures.find((one) => Object.hasOwn(one.facts, type))?.facts[type];
  return known?.libelle ?? type;
}
