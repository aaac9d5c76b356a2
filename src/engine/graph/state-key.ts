import type { AnyMachineSnapshot } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';

/** Names a state of a procedure: its value, and the part of its context that guards read. */
export function stateKey(procedure: Procedure, snapshot: AnyMachineSnapshot): string {
  const { value, context } = snapshot;
  return `${JSON.stringify(value)}${procedure.facette(context)}${procedure.nuance(context)}`;
}
