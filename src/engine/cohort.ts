import type { Procedure } from '../../machines/procedure.ts';
import { memo } from '../memo.ts';
import { stateKey } from './graph/state-key.ts';
import type { Instance } from './instance.ts';
import { sha256 } from './platform.ts';

/** A live certificate that was not read: those of a cohort cost one computation, whatever their number. */
export interface Absent {
  id: string;
  /** Its dossier. */
  parentId: string;
  /** The key of its cohort. */
  cohorte: string;
  /** When it is to be seen to, at the latest (YYYY-MM-DD). */
  urgence: string;
  /** ISO instant. */
  ouvertLe: string;
}

/** The live certificates of a dossier that stand in the same state. */
export interface Cohort {
  procedure: Procedure;
  snapshot: Instance['snapshot'];
  nombre: number;
}

const keys = memo<string>();

/** Names the cohort of an instance; short, since an index holds it. */
export function cohortKey({ procedure, snapshot }: Pick<Instance, 'procedure' | 'snapshot'>): string {
  const state = `${procedure.id}@${procedure.version}${stateKey(procedure, snapshot)}`;
  return keys(state, () => sha256(state).slice(0, 16));
}

/** Whether it has not ended. */
export function isLive({ procedure, snapshot }: Pick<Instance, 'procedure' | 'snapshot'>): boolean {
  return procedure.statut(snapshot.value) !== 'clos';
}
