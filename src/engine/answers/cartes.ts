import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import { SANS_DATE } from '../../../machines/event.ts';
import { acteurs } from '../../../machines/step.ts';
import { holdsNow, waysHeld } from '../graph/guard-tree.ts';
import type { Instance } from '../instance.ts';
import type { WaveAct } from './waves.ts';

/** A card that acts of a plan ask for, active. */
export interface CarteNeeded {
  /** The stable code of the condition. */
  code: string;
  carte: string;
  porteur: string;
  porteurLibelle: string;
  /** The types of the facts that ask for it. */
  pour: string[];
  /** Whether it is active now; null when it is known with the fact alone. */
  active: boolean | null;
}

/** The cards that acts, in the order of a plan, ask for where each is told. */
export function cartesOf({ procedure, snapshot }: Instance, acts: readonly WaveAct[]): CarteNeeded[] {
  const asked = acts.flatMap(({ act: { type }, place }) =>
    place ? guardsMet(place.before, { ...place.exemple, type }).map((guard) => ({ guard, type })) : [],
  );
  return [...Map.groupBy(asked, ({ guard }) => guard)].flatMap(([guard, uses]) => {
    const condition = procedure.conditions[guard];
    if (!condition?.carte) return [];
    return {
      code: condition.code,
      carte: condition.carte.nom,
      porteur: condition.carte.porteur,
      porteurLibelle: acteurs[condition.carte.porteur],
      pour: [...new Set(uses.map(({ type }) => type))],
      active: holdsNow(guard, snapshot),
    };
  });
}

/** The guards that hold when a state takes an event, of the first transition that does. */
function guardsMet(snapshot: AnyMachineSnapshot, fact: { type: string }): string[] {
  const event = { ...fact, date: SANS_DATE, empreinte: '' };
  const lists = getNextTransitions(snapshot)
    .filter(({ eventType }) => eventType === fact.type)
    .flatMap(({ guard }) => waysHeld(guard, snapshot, event));
  return lists[0] ?? [];
}
