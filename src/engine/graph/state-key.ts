import type { AnyMachineSnapshot } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';

/** Names a state of the tables: its value, and the part of its context that ways to the end depend on. */
export function placeKey({ facette }: Procedure, { value, context }: AnyMachineSnapshot): string {
  return `${JSON.stringify(value)}${facette(context)}`;
}

/** Names a state of a procedure: its value, and the part of its context that guards read. */
export function stateKey(procedure: Procedure, snapshot: AnyMachineSnapshot): string {
  return `${placeKey(procedure, snapshot)}${procedure.nuance(snapshot.context)}`;
}
