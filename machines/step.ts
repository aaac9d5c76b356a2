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

/** A fact that time will bring: `champ` is the dotted path of a date in the context, `joursAvant` days before it. */
export interface Echeance {
  fait: string;
  champ: string;
  joursAvant?: number;
}

/** What a state without children says: what is missing, who owes it, where it is written. */
export interface StepMeta {
  libelle: string;
  acteur: Acteur;
  nature: Nature;
  source: Source;
  formulaire?: FormulaireId;
  echeances?: readonly Echeance[];
}

/** What a state with children says. */
interface PhaseMeta {
  libelle: string;
  source: Source;
}
export type Meta = StepMeta | PhaseMeta;
