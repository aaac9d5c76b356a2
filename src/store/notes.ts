import type { Genre } from './genre.ts';

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
  addRelance(instanceId: string, relance: Relance): Promise<boolean>;
  /** Done, or to do again with null; false when it already was, or is not of that case. */
  settleRelance(instanceId: string, id: string, faite: { le: string; par: string } | null): Promise<boolean>;
  /** To another day; false once it is done, or when it is not of that case. */
  postponeRelance(instanceId: string, id: string, pourLe: string): Promise<boolean>;
  /** What an account is to do on a day (YYYY-MM-DD) at the latest, soonest first. */
  relancesDues(compteId: string, jour: string, limite: number): Promise<{ lignes: RelanceSituee[]; total: number }>;
}
