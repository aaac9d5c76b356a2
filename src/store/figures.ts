import type { ProjectionStore } from './projection.ts';
import type { Genre } from './store.ts';

/** What is counted: stays in a state; those that last in a case that is given up; what happens on one day. */
type Quoi = 'sejour' | 'suspendu' | 'transition' | 'statut' | 'jalon' | 'retour' | 'fin';

/** Something that a case did, from a day (YYYY-MM-DD) to another; `fin` is null while it lasts, and for what takes one day. */
export interface Moment {
  quoi: Quoi;
  nom: string;
  debut: string;
  fin: string | null;
}

/** All that a case did. */
export interface CasCompte {
  numero: number;
  /** The path of its dossier; empty for a groupement. */
  parcours: string;
  /** « public-ght@1 » */
  procedure: string;
  moments: readonly Moment[];
}

/** A case as what it did is told from its journal. */
export interface CasLu {
  numero: number;
  id: string;
  genre: Genre;
  parentId: string | null;
  /** The path of its dossier; empty for a groupement. */
  parcours: string;
  procedure: string;
  procedureVersion: number;
  /** JSON text. */
  fiche: string;
  ouvertLe: string;
}

/** What figures are made with. */
export interface CasStore extends ProjectionStore<CasCompte> {
  lire(numeros: readonly number[]): Promise<CasLu[]>;
}

/** Whose figures: the cases of a procedure (« public-ght@1 »), or dossiers and their certificates, of a path or of a groupement. */
export type Choix = { procedure: string } | { parcours: string | null; groupement: string | null };

/** How many are somewhere, and how many days all cases together spent there. */
export interface Presence {
  nom: string;
  effectif: number;
  jours: number;
}

/** How many stays somewhere lasted so many days. */
export interface Duree {
  nom: string;
  jours: number;
  nombre: number;
}

/** What all cases did, summed up. Days are YYYY-MM-DD; `depuis` is null for ever. */
export interface FigureStore {
  readonly projection: CasStore;
  /** Who is where, and the days spent there from `depuis` to `jour`. */
  presences(choix: Choix, quoi: Quoi, depuis: string | null, jour: string): Promise<Presence[]>;
  /** The lengths of the stays that ended since a day, the shortest first. */
  durees(choix: Choix, depuis: string | null): Promise<Duree[]>;
  /** How often each happened since a day. */
  nombres(choix: Choix, quoi: Quoi, depuis: string | null): Promise<{ nom: string; nombre: number }[]>;
  /** The same day by day. */
  parJour(choix: Choix, quoi: Quoi, depuis: string | null): Promise<{ nom: string; jour: string; nombre: number }[]>;
}
