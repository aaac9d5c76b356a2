/** How far a projection has come: all the journal up to `rang`; on its first making, all rows up to `construit`, then null. */
export interface Avancement {
  /** Of what it is made by: another one makes it again. */
  empreinte: string;
  rang: number;
  construit: number | null;
  /** How many rows there were when it was begun. */
  total: number;
}

/** Which rows some lines of the journal touch; of those in `nommes` they name persons. */
interface Touches {
  numeros: number[];
  nommes: ReadonlySet<number>;
  jusqua: number;
}

/** What follows from the journal: nothing in it is lost that cannot be made again. */
export interface ProjectionStore<Made> {
  avancement(): Promise<Avancement | null>;
  /** Makes it again from nothing. */
  commencer(avancement: Avancement): Promise<void>;
  /** The last rank of the journal. */
  fin(): Promise<number>;
  /** How many rows there are to make it from, up to a number or in all. */
  nombre(jusqua: number | null): Promise<number>;
  /** The numbers of the rows after one of them. */
  apres(numero: number, limite: number): Promise<number[]>;
  /** What the lines after a rank are about. */
  touches(rang: number, limite: number): Promise<Touches>;
  /** Writes what was made and how far that comes, together, if it stands where it was when that was read; else writes nothing. */
  ecrire(made: readonly Made[], from: Avancement, reached: Avancement): Promise<boolean>;
}
