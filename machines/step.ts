import type { FormulaireId } from './formulaires/index.ts';
import type { Source } from './source.ts';

/** Who acts, by id; the label is what a user reads. */
export const acteurs = {
  representantLegal: 'Représentant légal',
  mandataire: 'Mandataire',
  administrateurTechnique: 'Administrateur technique',
  etablissement: 'Établissement',
  dsi: 'DSI',
  editeur: 'Éditeur',
  beneficiaire: 'Bénéficiaire',
  ans: 'ANS',
} as const;
export type Acteur = keyof typeof acteurs;

/** What a state asks of its actor; `acquise` asks nothing. */
export const natures = {
  obligatoire: 'Obligatoire',
  recommandee: 'Recommandée',
  facultative: 'Facultative',
  attente: 'En attente',
  acquise: 'Acquise',
} as const;
export type Nature = keyof typeof natures;

/**
 * A fact that time will bring: `champ` is the dotted path of a date in the context, `*` standing for each of a list; `joursAvant` days
 * before it, yet no sooner than the date at `pasAvant`.
 */
export interface Echeance {
  fait: string;
  champ: string;
  joursAvant?: number;
  pasAvant?: string;
}

/** How the procedure is told, from left to right, by id (§4 to §7). */
export const phases = {
  prevenir: 'Prévenir',
  equiper: 'S’équiper, en parallèle',
  demander: 'Demander',
  habiliter: 'Être habilité',
  commander: 'Commander, installer',
  vivre: 'Vivre 3 ans',
} as const;
export type Phase = keyof typeof phases;

/** How a state is told in the story of its procedure: `phase` is of all that it holds too; without `court` (28 characters), it is not. */
interface Recit {
  phase?: Phase;
  court?: string;
}

/** What a state without children says: what is missing, who owes it, where it is written. */
export interface StepMeta extends Recit {
  libelle: string;
  acteur: Acteur;
  nature: Nature;
  source: Source;
  formulaire?: FormulaireId;
  echeances?: readonly Echeance[];
  /** Who it waits for in this very dossier, when that depends on what is known of it (A25). */
  acteurSelon?(context: object): Acteur;
  /** Those whom that may be. */
  acteursPossibles?: readonly Acteur[];
  /** What one should find out while nothing is known (A29). */
  question?: string;
  /** What it asks once a child of its bearer lives, or all is done. */
  ensuite?: Nature;
  /** Facts that end it though they are told where another region waits. */
  aussi?: readonly string[];
  /** It ends without what was sought. */
  echec?: true;
  /** The part of the form that it fills: what it was returned for is told there. */
  partie?: 1 | 3 | 4;
}

/** What a state with children says. */
interface PhaseMeta extends Recit {
  libelle: string;
  source: Source;
}
export type Meta = StepMeta | PhaseMeta;
