/** Below so many stays, nothing is said of how long they are. */
export const LEAST_STAYS = 5;

/** How long stays in a state are, in days; null when they are too few. */
export interface Stay {
  sejours: number;
  mediane: number | null;
  /** Nine in ten are no longer. */
  centile90: number | null;
}

/** What a procedure's cases did since a day. */
export interface Tally {
  /** By state. */
  etats: ReadonlyMap<string, Stay>;
  /** How often each transition was taken, by the name that charts give it. */
  transitions: ReadonlyMap<string, number>;
}
