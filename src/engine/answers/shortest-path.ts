import type { AnyMachineSnapshot } from 'xstate';
import type { Objectif, Procedure } from '../../../machines/procedure.ts';
import { memo } from '../../memo.ts';
import { childOf, distance, lastActs } from '../graph/distances.ts';
import { stateKey } from '../graph/state-key.ts';
import type { RemainingAct } from '../remaining-act.ts';
import { type FactInfo, plannedFacts, type StateInfo, stateInfo } from '../state-info.ts';
import { openSnapshot } from '../transition.ts';

/** An act of a path, and the step that it ends; null where no step awaits it. */
export interface PathAct extends RemainingAct {
  pas: string | null;
}

const known = memo<PathAct[]>();

/**
 * A shortest sequence of acts from a state to an objective; empty when it is reached, or out of reach. Where no act does what the tables
 * announce, which the proofs know of no state, it goes on by the act that leads nearest, and ends where none does.
 */
export function shortestPath(procedure: Procedure, snapshot: AnyMachineSnapshot, objectif: Objectif): PathAct[] {
  const remaining = distance(procedure, snapshot, objectif) ?? 0;
  if (remaining === 0) return [];
  const key = `${procedure.id}@${procedure.version}${objectif}${stateKey(procedure, snapshot)}`;
  return known(key, () => findPath(procedure, snapshot, { objectif, remaining }));
}

function findPath(
  procedure: Procedure,
  snapshot: AnyMachineSnapshot,
  { objectif, remaining }: { objectif: Objectif; remaining: number },
): PathAct[] {
  const info = stateInfo(procedure, snapshot);
  const last = objectif === 'complet' && remaining === lastActs(procedure) ? procedure.terme : null;
  const taken = plannedFacts(procedure, snapshot);
  const after = ({ next }: FactInfo) => (next && distance(procedure, next, objectif)) ?? Number.POSITIVE_INFINITY;
  const announced = taken.find((info) =>
    last === null ? after(info) + actsOf(procedure, info.type) === remaining : info.type === last,
  );
  const nearest = taken.toSorted((a, b) => after(a) - after(b)).find((info) => after(info) < remaining);
  const best = announced ?? nearest;
  if (!best?.next) return [];
  const child = childOf(procedure, best.type);
  return [
    actIn(procedure, info, best.type),
    ...(child ? shortestPath(child, openSnapshot(child), 'complet') : []),
    ...(last === null ? shortestPath(procedure, best.next, objectif) : []),
  ];
}

/** One, and what the child it opens asks. */
function actsOf(procedure: Procedure, type: string): number {
  const child = childOf(procedure, type);
  return 1 + (child && child !== procedure ? (distance(child, openSnapshot(child), 'complet') ?? 0) : 0);
}

/** A fact as an act to do in a state, by whom the step that awaits it waits for (A25). */
function actIn(procedure: Procedure, { etapes }: StateInfo, type: string): PathAct {
  const step = etapes.find(({ meta, faits }) => meta.nature !== 'acquise' && faits.some((told) => told.type === type));
  const act = actOf(procedure, type);
  return step ? { ...act, acteur: step.acteur, pas: step.id } : { ...act, pas: null };
}

/** An act of a path as it is told. */
export function toldAct({ pas: _pas, ...act }: PathAct): RemainingAct {
  return act;
}

/** A fact as an act to do. */
export function actOf({ facts }: Procedure, type: string): RemainingAct {
  const { libelle = type, acteur = '', source = '' } = facts[type] ?? {};
  return { type, libelle, acteur, source };
}
