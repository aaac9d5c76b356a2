import type { StateValue } from 'xstate';
import type { Procedure } from '../../machines/procedure.ts';
import { memo, memoOf } from '../memo.ts';
import { stateKey } from './graph/state-key.ts';
import type { Instance } from './instance.ts';
import { sha256 } from './platform.ts';
import { takeStep } from './transition.ts';

/** A live certificate that was not read: those of a cohort cost one computation, whatever their number. */
export interface Absent {
  id: string;
  /** Its dossier. */
  parentId: string;
  /** The key of its cohort. */
  cohorte: string;
  /** When it is to be seen to, at the latest (YYYY-MM-DD), as far as it depends on itself. */
  urgence: string;
  /** ISO instant. */
  ouvertLe: string;
}

/** The live certificates of a dossier that stand in the same state, having all heard the same. */
export interface Cohort {
  procedure: Procedure;
  snapshot: Instance['snapshot'];
  nombre: number;
}

const keys = memo<string>();

/**
 * Names the cohort of an instance, by what depends on itself alone: what its dossier announces changes it for all of them at once. Short,
 * since an index holds it.
 */
export function cohortKey({ procedure, snapshot }: Pick<Instance, 'procedure' | 'snapshot'>): string {
  const named = (state: Instance['snapshot']) => `${procedure.id}@${procedure.version}${stateKey(procedure, state)}`;
  const own = () => sha256(named(unhindered(procedure, snapshot))).slice(0, 16);
  return keys(named(snapshot), own);
}

/** The regions of a procedure that hear relatives alone, each as it begins: that it is kept from nothing. */
const hearing = memoOf(({ machine, facts }: Procedure): Readonly<Record<string, StateValue>> => {
  const regions = Object.values(machine.states).filter(({ events }) => events.every((type) => facts[type]?.derive));
  return Object.fromEntries(regions.map(({ key, initial }) => [key, initial.target?.[0]?.key ?? '']));
});

/** Whether a state (its path) of a certificate is one that it hears of its dossier alone. */
export function isHeard(procedure: Procedure, path: string): boolean {
  return procedure.genre === 'certificat' && Object.hasOwn(hearing(procedure), path.split('.')[0] ?? '');
}

/** A state as it would be if its parent kept it from nothing. */
function unhindered(procedure: Procedure, { value, context }: Instance['snapshot']): Instance['snapshot'] {
  const own = { ...(value as object), ...hearing(procedure) };
  return procedure.machine.resolveState({ value: own, context }) as Instance['snapshot'];
}

/** An instance that its parent keeps, and ever kept, from nothing: what is not read is ranked so. */
export function alone(instance: Instance): Instance {
  const { procedure, bornes } = instance;
  const own = Object.entries(bornes).filter(([path]) => !isHeard(procedure, path));
  return { ...instance, snapshot: unhindered(procedure, instance.snapshot), bornes: Object.fromEntries(own) };
}

/** What a derived fact makes of a state, which stays as it is when it does not listen. */
export function offered(snapshot: Instance['snapshot'], type: string): Instance['snapshot'] {
  return takeStep(snapshot, { type, date: '', empreinte: '' })?.snapshot ?? snapshot;
}

/** Whether it has not ended. */
export function isLive({ procedure, snapshot }: Pick<Instance, 'procedure' | 'snapshot'>): boolean {
  return procedure.statut(snapshot.value) !== 'clos';
}
