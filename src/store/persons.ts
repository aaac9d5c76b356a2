import type { RecordedLine, StoredRow } from './store.ts';

/** Where texts that may name somebody stand beside the cases; the last ones are histories, of which nothing is taken out. */
type Lieu =
  | 'note'
  | 'relance'
  | 'brouillon'
  | 'reponse'
  | 'vue'
  | 'lien'
  | 'courriel'
  | 'adresse'
  | 'acte'
  | 'reglage'
  | 'modele'
  | 'delegation'
  | 'editeur'
  | 'cle'
  | 'abonnement';

/** A text that is kept beside the cases; `cle` names it in its place. */
export interface TexteGarde {
  lieu: Lieu;
  cle: string;
  /** The case that it is about; null for none. */
  instanceId: string | null;
  texte: string;
  /** When it was written (ISO); null where that is not kept. */
  le: string | null;
}

/** What a text of the desk becomes; null where it goes. */
export interface TexteEfface {
  lieu: EffacableLieu;
  cle: string;
  texte: string | null;
}
export type EffacableLieu = 'note' | 'relance' | 'brouillon' | 'reponse' | 'vue' | 'lien' | 'courriel' | 'adresse';

/** Some of what was looked for, and from where to go on; null at the end. */
export interface Tranche<T> {
  trouves: T[];
  suite: number | null;
}

/** What is kept since before an instant (ISO), by kind; null for what is kept for ever. */
export interface Anterieur {
  dossiers: string | null;
  notes: string | null;
  comptes: string | null;
}

/** What an erasure lets go beside the journal once those lines of it are erased; `le` is when it was begun (ISO). */
export interface Effacement {
  numero: number;
  rangs: number[];
  documents: string[];
  le: string;
}

/** How many of each kind. */
export type Decompte = Readonly<Record<keyof Anterieur, number>>;

/**
 * Texts that may name somebody, wherever they are. `motifs` are patterns of LIKE, one of which is enough; what answers is to be read
 * closer. A slice is walked at a time.
 */
export interface PersonStore {
  lignes(motifs: readonly string[], apres: number): Promise<Tranche<RecordedLine>>;
  /** The cases whose fiche or state may. */
  instances(motifs: readonly string[], apres: number): Promise<Tranche<StoredRow>>;
  textes(motifs: readonly string[]): Promise<TexteGarde[]>;
  /** Durably; gives how many there were. */
  effacer(textes: readonly TexteEfface[]): Promise<number>;
  /** How many closed dossiers whose persons were not erased, old notes, done follow-ups, drafts and mails left unfiled, closed accounts. */
  compter(avant: Anterieur): Promise<Decompte>;
  /** Some of those dossiers and accounts, by their ids, oldest first. */
  echus(avant: Anterieur, limite: number): Promise<{ dossiers: string[]; comptes: string[] }>;
  /** Takes some of those notes, done follow-ups and drafts out, and puts such mails aside; gives how many. */
  oublier(avant: string, limite: number): Promise<number>;
  /** Keeps what is about to be let go, durably; gives its number. */
  annoncer(effacement: Omit<Effacement, 'numero'>): Promise<number>;
  /** What was begun before an instant and not ended, of its lines those that are erased. */
  annonces(avant: string): Promise<Effacement[]>;
  /** It is done. */
  acquitter(numero: number): Promise<number>;
  /**
   * Rewrites what searches are made by, then the whole file, so that nothing of what was erased is left in its free space; a large file
   * is rewritten at its next opening. Gives whether it was.
   */
  compacter(): Promise<boolean>;
}
