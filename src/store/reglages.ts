import type { ActeIdentite } from './identities.ts';

/** A value of one setting and the days that it is meant for, as YYYY-MM-DD. */
export interface ValeurDatee {
  /** In the order in which they were set. */
  rang: number;
  cle: string;
  /** JSON text. */
  valeur: string;
  du: string;
  /** The last day; null for no end. */
  au: string | null;
  motif: string;
  /** ISO instant. */
  poseLe: string;
  posePar: string;
  retraitLe: string | null;
  retraitPar: string | null;
}

/** One version of a canned mail. */
export interface VersionModele {
  id: string;
  version: number;
  nom: string;
  /** Whose address it goes to. */
  destinataire: string;
  objet: string;
  corps: string;
  /** Whether this version puts the mail out of use. */
  retire: boolean;
  /** ISO instant. */
  ecritLe: string;
  ecritPar: string;
}

/** What the service is set to. Few and read at every turn: they are kept in memory; a write is durable, with its act, or not done. */
export interface ReglageStore {
  /** As last written, in order, those given up among them. */
  valeurs(): readonly ValeurDatee[];
  addValeur(valeur: Omit<ValeurDatee, 'rang' | 'retraitLe' | 'retraitPar'>, acte: ActeIdentite): Promise<ValeurDatee>;
  /** False if it is unknown or given up already. */
  withdrawValeur(rang: number, acte: ActeIdentite): Promise<boolean>;
  /** By id, then version. */
  modeles(): readonly VersionModele[];
  /** False if that version is there. */
  addModele(modele: VersionModele, acte: ActeIdentite): Promise<boolean>;
}
