import type { ProjectionStore } from './projection.ts';

/** Why an agent is told: the dossier was taken or given, they are named in a note, or what it says for itself. */
type SorteNotification = 'revocation' | 'retour' | 'reponse' | 'delai' | 'mention' | 'prise' | 'confiee' | 'mouvement';

/** A line of the journal about a dossier that somebody had when it was recorded. */
export interface LigneSuivie {
  rang: number;
  /** The number of the dossier, also where the line is about one of its certificates. */
  dossier: number;
  /** The account that has it. */
  compteId: string;
  type: string;
  auteur: string;
  /** ISO instant. */
  enregistreLe: string;
}

/** What a line of the journal tells whoever has the dossier. */
export interface NotificationDuJournal {
  compteId: string;
  dossier: number;
  sorte: Extract<SorteNotification, 'retour' | 'reponse' | 'mouvement'>;
  rang: number;
  par: string;
  le: string;
}

/** A notification as it is shown: all that it names is read where it stands. */
export interface NotificationLue {
  numero: number;
  sorte: SorteNotification;
  dossierId: string;
  denomination: string;
  /** Of the fact that is told; null where none is. */
  type: string | null;
  /** Whether that is about a certificate of the dossier. */
  estCertificat: boolean;
  par: string;
  /** ISO instant. */
  le: string;
  /** Who has a dossier that changed hands; null for nobody, and for anything else. */
  vers: string | null;
  /** The usual limit that has passed (YYYY-MM-DD), or the day of a revocation; and what was awaited until then while it still is. */
  jour: string | null;
  attendu: string | null;
  nombre: number;
  /** ISO instant; null while it is to be read. */
  lueLe: string | null;
}

/** Whose notifications, and which; instants are ISO. */
interface NotificationQuery {
  compteId: string;
  aLire: boolean;
  sorte: SorteNotification | null;
  depuis: string | null;
  limite: number;
  decalage: number;
}

/** How many there are of a kind, about how many dossiers. */
export interface CompteDeSorte {
  sorte: SorteNotification;
  nombre: number;
  dossiers: number;
}

/** What is told to agents of the cases that they have. */
export interface NotificationStore {
  /** Made from lines of the journal, by their ranks. */
  readonly projection: ProjectionStore<NotificationDuJournal> & {
    lire(rangs: readonly number[]): Promise<LigneSuivie[]>;
  };
  aLire(compteId: string): Promise<number>;
  /** Newest first. */
  lister(query: NotificationQuery): Promise<NotificationLue[]>;
  compter(query: Omit<NotificationQuery, 'sorte' | 'limite' | 'decalage'>): Promise<CompteDeSorte[]>;
  /** One of an account; null when it is not theirs. */
  une(compteId: string, numero: number): Promise<NotificationLue | null>;
  /** Read at an instant: one, or all those of an account (null) up to the one numbered `jusqua`. */
  marquer(compteId: string, numero: number | null, le: string, jusqua?: number): Promise<number>;
  /** Tells whoever has a dossier whose usual limit has passed since the day `depuis` and before `jour`, once; gives how many. */
  delais(moment: { depuis: string; jour: string; le: string }): Promise<number>;
  /** Tells whoever has those dossiers that a certificate of theirs was revoked on a day, once; gives how many were told. */
  revocations(revoques: readonly { dossierId: string; jour: string }[], le: string): Promise<number>;
  /** Forgets those of before an instant; gives how many. */
  oublier(avant: string): Promise<number>;
}
