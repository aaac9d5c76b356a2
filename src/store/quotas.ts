/** What is counted of who asks, by several nodes together. */
export interface QuotaStore {
  /** Adds to the counts of a window, by keys; gives how many that makes, of those keys, on all nodes. */
  ajouter(fenetre: number, comptes: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>>;
}
