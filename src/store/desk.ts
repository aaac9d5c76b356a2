import type { Genre } from './store.ts';

/** What an agent wrote about a case, for the others. */
export interface Note {
  id: string;
  /** Several lines. */
  texte: string;
  auteur: string;
  /** ISO instant. */
  ecriteLe: string;
  /** Null while it stands. */
  retireeLe: string | null;
}

/** Whom to call back about a case, and when. */
export interface Relance {
  id: string;
  /** YYYY-MM-DD. */
  pourLe: string;
  quoi: string;
  acteur: string;
  /** The account that is to do it. */
  compteId: string;
  creeeLe: string;
  creeePar: string;
  /** ISO instant; null while it is to do. */
  faiteLe: string | null;
  faitePar: string | null;
}

/** A follow-up with the case that it is about. */
export interface RelanceSituee extends Relance {
  instanceId: string;
  genre: Genre;
  denomination: string;
}

/** What agents write about cases beside the journal, durably. */
export interface NoteStore {
  /** Newest first, those that were withdrawn too. */
  notes(instanceId: string): Promise<Note[]>;
  /** Also tells the accounts that it names; false when there is no such case. */
  addNote(instanceId: string, note: Note, mentionnes: readonly string[]): Promise<boolean>;
  /** False unless it stands, is of that case and of that author. */
  withdrawNote(instanceId: string, id: string, by: { auteur: string; le: string }): Promise<boolean>;
  /** What is to do first, soonest first; then what was done, newest first. */
  relances(instanceId: string): Promise<Relance[]>;
  /** All those of some cases, by their ids. */
  relancesDe(ids: readonly string[]): Promise<RelanceSituee[]>;
  addRelance(instanceId: string, relance: Relance): Promise<boolean>;
  /** Done, or to do again with null; false when it already was, or is not of that case. */
  settleRelance(instanceId: string, id: string, faite: { le: string; par: string } | null): Promise<boolean>;
  /** To another day; false once it is done, or when it is not of that case. */
  postponeRelance(instanceId: string, id: string, pourLe: string): Promise<boolean>;
  /** What an account is to do on a day (YYYY-MM-DD) at the latest, soonest first. */
  relancesDues(compteId: string, jour: string, limite: number): Promise<{ lignes: RelanceSituee[]; total: number }>;
}

/** What was typed in a form of a dossier and is not sent yet. */
export interface Draft {
  dossierId: string;
  formulaire: string;
  /** 1 at first, one more each time; never taken twice, even after a draft was given up. */
  version: number;
  /** JSON text of what was typed; null once sent or given up. */
  saisie: string | null;
  /** Who typed last. */
  auteur: string;
  /** ISO instant. */
  modifieLe: string;
}

/** The drafts of forms, one for each form of a dossier, whoever types. */
export interface DraftStore {
  find(dossierId: string, formulaire: string): Promise<Draft | null>;
  /** Those of a dossier that hold something. */
  of(dossierId: string): Promise<Draft[]>;
  /** Writes a draft durably, if the one kept has the version just below; false when somebody else was faster. */
  save(draft: Draft): Promise<boolean>;
}

/** A day that counts for an account: an end, a usual limit, or a follow-up of theirs. */
export interface JourAgenda {
  /** YYYY-MM-DD. */
  jour: string;
  sorte: 'fin' | 'delai' | 'relance';
  dossierId: string;
  denomination: string;
  /** The fact of the calendar, the step that is awaited, or what is to be done. */
  quoi: string;
  /** Who is awaited, or to be called; null for an end. */
  acteur: string | null;
  /** Of which of the dossier’s own it is: it tells two of a day apart. */
  cle: string;
}

/** The days of the dossiers of an account, or of a groupement, from one day (YYYY-MM-DD) to another, both included. */
export interface AgendaQuery {
  de: { compteId: string } | { groupementId: string };
  du: string;
  au: string;
  limite: number;
}

/** The days of the dossiers that somebody has and of what they are to do, or of those of a groupement: soonest first. */
export interface AgendaStore {
  jours(query: AgendaQuery): Promise<JourAgenda[]>;
  /** What is late, or ends, of one dossier, of those that somebody has or of all, soonest first; a certificate that has its successor left out. */
  aRelancer(query: RelanceQuery): Promise<DossierARelancer[]>;
}

/** The last limit that counts (excluded), the days (included) between which an end does, and how many are told. */
export interface RelanceQuery {
  de: { dossierId: string } | { compteId: string } | { tous: true };
  limite: string;
  du: string;
  au: string;
  nombre: number;
}

/** What is late, or ends, of a dossier. */
export interface DossierARelancer {
  dossierId: string;
  denomination: string;
  /** JSON text. */
  fiche: string;
  sorte: 'retard' | 'fin';
  /** The step that is awaited, or the fact of the calendar. */
  objet: string;
  /** Who is awaited; null for an end. */
  acteur: string | null;
  /** The limit, or the day of the calendar (YYYY-MM-DD). */
  jour: string;
}
