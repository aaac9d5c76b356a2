import type { Source } from '../../../machines/source.ts';

/** What holds in a state: the dotted path of a state (`contrat.actif`), a guard by name, or a combination of them. */
export type Formule = string | { et: readonly Formule[] } | { ou: readonly Formule[] } | { non: Formule };

/** What a payload says, by dotted path (`beneficiaire.qualite`). */
export type Saisie = Readonly<Record<string, string | boolean | null>>;

/** A kind of fact: any one, less what each field leaves out. */
export interface Motif {
  faits?: readonly string[];
  sauf?: readonly string[];
  derive?: boolean;
  saisie?: Saisie;
}

/** Where a path leads: a state where a formula holds, or the taking of a fact. */
export type But = { etat: Formule } | { fait: Motif };

/** What is claimed of a graph, as data: a prover and a verifier that share nothing read the same words. */
export type Proposition =
  /** Each such fact taken where `si` holds leaves from `depuis`, leads to `vers` and carries one of `saisies`. */
  | { forme: 'chaque'; fait: Motif; si?: Formule; depuis?: Formule; vers?: Formule; saisies?: readonly Saisie[] }
  /** Every state where `si` holds takes such a fact, which leads to `vers` each time. */
  | { forme: 'conduit'; si: Formule; fait: Motif; vers: Formule }
  /** Such a fact, though offered everywhere, is never taken. */
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
  /** States that differ by those guards alone take the same facts, to states that differ by them alone. */
  | { forme: 'indifferent'; gardes: readonly string[] }
  /** Leaving `sans` out, which facts no path to `but` avoids, and which sets of alternatives. */
  | { forme: 'obligatoires'; but: But; sans: Motif };

/** One thing that the procedure promises, in French, with where it is written and the exact claim. */
export interface Invariant {
  id: string;
  enonce: string;
  source: Source;
  proposition: Proposition;
}
