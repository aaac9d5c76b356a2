/** What one node alone does at a time, by the clock of the base. */
export interface LeaseStore {
  /** Whether `porteur` has `nom` for the next `ms`: it was free, or over, or theirs. */
  hold(nom: string, porteur: string, ms: number): Promise<boolean>;
  /** How many each has now; who has none is not told of. */
  tenus(): Promise<{ porteur: string; nombre: number }[]>;
  /** All that `porteur` has is free. */
  release(porteur: string): Promise<void>;
}

/** A lease, by its name, as somebody has it. */
export interface Lease {
  nom: string;
  porteur: string;
}
