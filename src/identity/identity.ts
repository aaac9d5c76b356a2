/** What a person or a program may be here. */
export const roles = ['agent', 'superviseur', 'editeur', 'lecteur'] as const;
export type Role = (typeof roles)[number];

/** Who asks: an account's session or an API key. */
export interface Identity {
  id: string;
  genre: 'compte' | 'cle';
  nom: string;
  role: Role;
  /** Of a key whose role is `editeur`. */
  editeurId: string | null;
  /** What a key is limited to; accounts have every scope. */
  portees: readonly string[];
  /** The procedures and dossiers that a key is limited to; null for all. */
  procedures: readonly string[] | null;
  dossiers: readonly string[] | null;
  bacASable: boolean;
  /** The last day of a key, and how many are left before it; null for an account. */
  expireLe: string | null;
  joursRestants: number | null;
}

/** How the journal names who acts: `compte:<id>`, `cle:<id>`. */
export function auteurOf({ genre, id }: Identity): string {
  return `${genre}:${id}`;
}

/** Who has not said who they are. */
export const anonyme: Identity = {
  id: 'anonyme',
  genre: 'compte',
  nom: 'Anonyme',
  role: 'lecteur',
  editeurId: null,
  portees: [],
  procedures: null,
  dossiers: null,
  bacASable: false,
  expireLe: null,
  joursRestants: null,
};

/** Whether a key ends within a month. */
export function endsSoon({ joursRestants }: Pick<Identity, 'joursRestants'>): boolean {
  return joursRestants !== null && joursRestants <= 30;
}
