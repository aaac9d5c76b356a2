/** Somebody asked something of the service. Ids alone: the names are elsewhere, and may go without this. */
export interface Acces {
  /** ISO instant. */
  le: string;
  /** As the journal names authors: `compte:…`, `cle:…`; `anonyme` for whoever was not let in. */
  qui: string;
  /** The operation whose right was asked, at either door: `dossiers.lire`. */
  quoi: string;
  /** The id in the address: a case, or what is administered. */
  objet: string | null;
  /** HTTP. */
  statut: number;
  /** An IPv4 address, or the first half of an IPv6 one. */
  reseau: string;
}

/** What was asked in one hour in the same words with the same answer. */
export interface AccesCompte extends Omit<Acces, 'le'> {
  /** A cursor. */
  numero: number;
  premierLe: string;
  dernierLe: string;
  fois: number;
}

/** Which accesses are read, the latest first; days (YYYY-MM-DD) are included, in UTC as instants are. */
export interface AccesQuery {
  qui?: string | undefined;
  objet?: string | undefined;
  du?: string | undefined;
  au?: string | undefined;
  /** Only what was refused. */
  refuses?: boolean | undefined;
  /** Those before this cursor. */
  avant?: number | undefined;
  limite: number;
}

/** Who read or wrote what, apart from the journal: at a crash it loses its last second, and never a line of a case. */
export interface AccessLog {
  note(acces: Acces): void;
  find(query: AccesQuery): AccesCompte[];
  /** Forgets the hours before that of an instant (ISO); gives how many lines. */
  forget(avant: string): number;
  close(): void;
}
