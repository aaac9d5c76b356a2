import type { Source } from './source.ts';
import type { Acteur } from './step.ts';

/** What a guard asks, as a refusal says it: what is missing, who brings it, where it is written. */
export interface Condition {
  /** Stable, for programs. */
  code: string;
  /** What holds when it is met, in few words: a guard on a diagram. */
  etiquette: string;
  libelle: string;
  acteur: Acteur;
  /** The card that it asks for, and its holder. */
  carte?: { nom: string; porteur: Acteur };
  /** True when it holds unless the case is a rare one, or the fact says it already: diagrams leave it out. */
  implicite?: true;
  /** True when it says whom a fact is about, of several who may be meant. */
  designe?: true;
  /** True when it holds in a rare case alone: the picture of a whole path leaves out the arrows that ask it. */
  rare?: true;
  source: Source;
}
