import type { Store } from './store.ts';

/** What places are for. */
export type GenreDeLieu = 'bac-a-sable' | 'demonstration';

/** The small texts that are kept beside a base. */
export const nomsDeTexte = ['horloge.json', 'acteur'] as const;
export type NomDeTexte = (typeof nomsDeTexte)[number];
export type Textes = Readonly<Partial<Record<NomDeTexte, string>>>;

/** A base of its own, and small texts beside it, which are somebody’s until they are forgotten. */
export interface Place {
  /** No other place ever had it. */
  nom: string;
  /** Its base, a new one the first time. */
  open(): Promise<Store>;
  /** As they are now; null once it is forgotten, by whatever node. */
  textes(): Promise<Textes | null>;
  /** Keeps the whole or nothing of it, in place of `lu`; false when that is no longer what is kept. */
  keepText(nom: NomDeTexte, texte: string, lu: string | null): Promise<boolean>;
  /** As what an error in it is told: what another node has forgotten may be gone from under whoever is in it. */
  explain(error: unknown): Promise<unknown>;
  /** How much its base holds; as it was a minute ago at most. */
  octets(): Promise<number>;
  /** With all that is in it. */
  remove(): Promise<void>;
}

/** The places of keys: a new one each time, as one that is forgotten may still be in use. */
export interface Places {
  /** That of a key, made if it has none. */
  of(cle: string): Promise<Place>;
  /** Whether a key has one that was filled. */
  isFilled(cle: string): Promise<boolean>;
  /** Gives a key one that `how` fills, found once that is done; where two do so at once, one of both is kept. */
  fill(cle: string, how: (store: Store) => Promise<void>): Promise<void>;
  /** That of a key is nobody’s from now on, even after a crash; null when it has none. What a crash leaves is removed at a next start. */
  forget(cle: string): Promise<Place | null>;
  /** Nothing that is open in them is closed by it. */
  close(): Promise<void>;
}
