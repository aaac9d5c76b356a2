/** One act of a shortest path. */
export interface RemainingAct {
  type: string;
  libelle: string;
  acteur: string;
  source: string;
}

/** The same with how many times it is to be done: once for each certificate that awaits it. */
export interface CountedAct extends RemainingAct {
  nombre: number;
}
