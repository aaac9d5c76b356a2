import type { Attente } from './work.ts';

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

/** The days of an account, from one day (YYYY-MM-DD) to another, both included. */
export interface AgendaQuery {
  compteId: string;
  du: string;
  au: string;
  limite: number;
}

/** The days of the dossiers that somebody has, and of what they are to do: soonest first. */
export interface AgendaStore {
  jours(query: AgendaQuery): Promise<JourAgenda[]>;
  /** What a dossier awaits whose usual limit is before a day (YYYY-MM-DD), the most urgent first. */
  retards(dossierId: string, jour: string): Promise<Attente[]>;
}
