import type { Chance } from '../seed/fiction.ts';

/** How far an attack goes: what CI can wait for, or the whole. */
export interface Effort {
  isLong: boolean;
  /** The same at each run of one seed. */
  chance: Chance;
  /** Where its bases may stand; it goes with the run. */
  folder: string;
}

/** What an attack tried and found. */
export interface Outcome {
  /** « 204 coupures, 3 212 écritures déchirées ». */
  tried: string;
  /** What did not hold, in French; none when all held. */
  faults: readonly string[];
  /** What its own check saw of a fault that was put there: a check that sees none proves nothing. */
  control: { said: string; isSeen: boolean };
}

/** One way to harm the service, and what must hold meanwhile. */
export interface Attack {
  title: string;
  /** What must hold. */
  promise: string;
  /** Latencies are measured: nothing else may run beside it. */
  isAlone: boolean;
  /** A text instead of an outcome says why it could not be tried. */
  run(effort: Effort): Promise<Outcome | string>;
}

/** « 1 204 écritures » as it is read. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('fr-FR')} ${what}`;
}
