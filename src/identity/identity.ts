import type { Erreur } from '../result.ts';
import type { Compte } from '../store/identities.ts';

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

/** Every legitimate « non » to whoever comes in or lets in. */
export type IdentityRefusal =
  | { code: 'saisie-invalide'; erreurs: Erreur[] }
  /** Of an unknown e-mail, a closed account and a wrong password alike. */
  | { code: 'identifiants-refuses' }
  /** Told of any e-mail, whether it has an account or not. */
  | { code: 'trop-de-tentatives'; jusqua: string }
  | { code: 'mot-de-passe-faible'; erreurs: Erreur[] }
  | { code: 'lien-inconnu' }
  | { code: 'lien-utilise' }
  | { code: 'lien-perime'; expireLe: string }
  | { code: 'courriel-pris'; courriel: string }
  | { code: 'dernier-superviseur' }
  | { code: 'compte-ferme' }
  /** Another directory vouches for it: it has no password here. */
  | { code: 'compte-externe' }
  | { code: 'comptes-locaux-fermes' }
  /** Nothing that the directory says of the person is a role. */
  | { code: 'sans-role' }
  /** Of somebody of the directory: an account that is not linked to it bears the same e-mail. */
  | { code: 'compte-a-relier'; courriel: string }
  | { code: 'droit-insuffisant'; roles: readonly Role[] }
  | { code: 'introuvable'; objet: 'compte' | 'editeur' | 'cle' | 'delegation' | 'dossier' | 'groupement'; id: string }
  | { code: 'editeur-existant'; nom: string }
  | { code: 'delegation-existante'; editeurId: string }
  | { code: 'cle-refusee'; raison: 'mal-copiee' | 'inconnue' | 'revoquee' | 'expiree' | 'renouvelee' };

/** The holder of an account, who is limited by the role alone. */
export function identityOf({ id, nom, role }: Compte): Identity {
  return { ...anonyme, id, nom, role };
}

/** Whether a key ends within a month. */
export function endsSoon({ joursRestants }: Pick<Identity, 'joursRestants'>): boolean {
  return joursRestants !== null && joursRestants <= 30;
}
