import type { AnyMachineSnapshot } from 'xstate';
import type { Objectif, Procedure } from '../../../machines/procedure.ts';
import { childOf, distance } from '../graph/distances.ts';
import type { RemainingAct } from '../remaining-act.ts';
import { type FactInfo, stateInfo, takenFacts } from '../state-info.ts';
import { openSnapshot } from '../transition.ts';

const KEPT = 20_000;
const known = new Map<string, RemainingAct[]>();

/** A shortest sequence of acts from a state to an objective; empty when it is reached, or out of reach. */
export function shortestPath(procedure: Procedure, snapshot: AnyMachineSnapshot, objectif: Objectif): RemainingAct[] {
  const remaining = distance(procedure, snapshot, objectif) ?? 0;
  if (remaining === 0) return [];
  const key = `${procedure.id}@${procedure.version}${objectif}${JSON.stringify(snapshot.value)}${procedure.facette(snapshot.context)}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= KEPT) known.clear();

  const best = takenFacts(stateInfo(procedure, snapshot)).find(
    (info) =>
      info.next && (distance(procedure, info.next, objectif) ?? Number.NaN) + actsOf(procedure, info) === remaining,
  );
  if (!best?.next) throw new Error(`${procedure.id}: no act leads on from ${key}`);
  const child = childOf(procedure, best.type);
  const path = [
    actOf(procedure, best.type),
    ...(child ? shortestPath(child, openSnapshot(child.machine, {}), 'complet') : []),
    ...shortestPath(procedure, best.next, objectif),
  ];
  known.set(key, path);
  return path;
}

/** One, and what the child it opens asks. */
function actsOf(procedure: Procedure, { type }: FactInfo): number {
  const child = childOf(procedure, type);
  return 1 + (child && child !== procedure ? (distance(child, openSnapshot(child.machine, {}), 'complet') ?? 0) : 0);
}

/** A fact as an act to do. */
export function actOf({ facts }: Procedure, type: string): RemainingAct {
  const { libelle = type, acteur = '', source = '' } = facts[type] ?? {};
  return { type, libelle, acteur, source };
}
