import type { Sorte } from '../../machines/event.ts';
import type { Source } from '../../machines/source.ts';

/**
 * What holds in a state: the dotted path of a state (`contrat.actif`), a guard by name, `statut.` or `objectif.` and its name, `relais.`
 * and the type of a fact that children are told while it holds, or a combination of them.
 */
export type Formule = string | { et: readonly Formule[] } | { ou: readonly Formule[] } | { non: Formule };

export type Scalaire = string | number | boolean | null;

/** What a payload says, by dotted path (`beneficiaire.qualite`, `motifs.length`). */
export type Saisie = Readonly<Record<string, Scalaire>>;

/** A kind of fact: any one, less what each field leaves out. */
export interface Motif {
  faits?: readonly string[];
  sauf?: readonly string[];
  derive?: boolean;
  saisie?: Saisie;
  /** Whether it shows, however deep, a card that had lapsed on its day. */
  perimee?: boolean;
}

/** Where a path leads: a state where a formula holds, or the taking of a fact. */
export type But = { etat: Formule } | { fait: Motif };

/** What stands at a dotted path: a value, or what stands at a path of the fact's payload, or of the context that is kept. */
export type Valeur = Scalaire | { saisie: string } | { contexte: string };

/** What something holds, by dotted path. */
export type Contenu = Readonly<Record<string, Valeur>>;

/** What is claimed of a graph, as data: a prover and a verifier that share nothing read the same words. */
export type Proposition =
  /** Each such fact taken where `si` holds leaves from `depuis`, leads to `vers` and carries one of `saisies`, each of which some does. */
  | { forme: 'chaque'; fait: Motif; si?: Formule; depuis?: Formule; vers?: Formule; saisies?: readonly Saisie[] }
  /** Every state where `si` holds takes such a fact, which leads to `vers` each time. */
  | { forme: 'conduit'; si: Formule; fait: Motif; vers: Formule }
  /** Such facts, which are offered, are never taken. */
  | { forme: 'jamais'; fait: Motif }
  /** `alors` holds in every state where `si` does. */
  | { forme: 'toujours'; si: Formule; alors: Formule }
  /** Every path to `but`, from the start or since the last `apres`, takes one of `par`. */
  | { forme: 'passe'; but: But; par: Motif; apres?: Motif }
  /** From every state where `si` holds, facts that someone tells, none of `sans`, lead on to `vers`. */
  | { forme: 'mene'; si?: Formule; vers: Formule; sans?: Motif }
  /** Every state but `sauf` takes a fact that someone tells. */
  | { forme: 'vivant'; sauf?: Formule }
  /** Each of these states is reached and each of these facts taken. */
  | { forme: 'couvre'; etats: readonly string[]; faits: readonly string[] }
  /** States where `si` holds that differ by those guards alone take the same facts, to states that differ by them alone. */
  | { forme: 'indifferent'; gardes: readonly string[]; si?: Formule }
  /** Leaving `sans` out, which facts no path to `but` avoids, and which sets of alternatives. */
  | { forme: 'obligatoires'; but: But; sans: Motif }
  /** Each such fact taken where `si` holds leaves that in the context. */
  | { forme: 'retient'; fait: Motif; si?: Formule; contexte: Contenu }
  /** Each such fact taken where `si` holds, and `puis` after it, tells relatives all that and nothing else, in any order. */
  | { forme: 'dit'; fait: Motif; si?: Formule; puis?: Formule; dits: readonly Contenu[] };

/** What is claimed of what is written: transitions, schemas and values, which no walk is needed to read. */
export type Clause =
  /**
   * In that state every fact that someone tells another region, of those `sortes` if any are given, is refused, and what is derived is
   * not; it is entered by `par` alone and left by `leve` alone, or never.
   */
  | { forme: 'fige'; etat: string; par: string; leve: string | null; sortes?: readonly Sorte[] }
  /** Every transition by one of those facts, from that state alone if one is given, asks that among all that it asks. */
  | { forme: 'demande'; faits: readonly string[]; de?: string; si: Formule }
  /** Every transition by one of those facts does that, among all that it does. */
  | { forme: 'agit'; faits: readonly string[]; action: string }
  /** The payload of each of those facts is refused without any one of those fields; `=false` for one that may not be false. */
  | { forme: 'exige'; faits: readonly string[]; champs: readonly string[] }
  /** Those values, by dotted path, are what the text says. */
  | { forme: 'vaut'; valeurs: Readonly<Record<string, Scalaire | readonly Scalaire[]>> };

/** One thing that the procedure promises, in French, with where it is written and the exact claim. */
export interface Invariant<Dit = Proposition> {
  id: string;
  enonce: string;
  source: Source;
  proposition: Dit;
}
