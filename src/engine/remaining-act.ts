/** One act of a shortest path. */
export interface RemainingAct {
  type: string;
  libelle: string;
  acteur: string;
  source: string;
}
