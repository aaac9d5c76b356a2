import { decisions } from './decisions.ts';

/** Every numbered passage of the procedure, by its number. */
export const sections = {
  '§1': 'Objectif du document',
  '§2': 'Pourquoi des certificats',
  '§3': 'Quels certificats pour quels utilisateurs',
  '§4': 'Modalités d’obtention et administrateur technique',
  '§4.1': 'Prérequis : contrat de structure, cartes et mandataire',
  '§4.2': 'Établissements publics : GHT, EHPAD',
  '§4.3': 'Établissements privés : EHPAD, cliniques',
  '§4.3.1': 'Établissements privés sur un seul site géographique',
  '§4.3.2': 'Établissements privés organisés en groupe',
  '§5': 'Formulaire 413',
  '§5 étape 1': 'Partie 1 : identification de la structure',
  '§5 étape 2': 'Partie 3 : visa et cachet',
  '§5 étape 3': 'Partie 4 : détails de la demande',
  '§5 étape 4': 'Envoi à l’ANS',
  '§6': 'Commande technique et installation',
  '§7': 'Durée de validité',
} as const;
export type Section = keyof typeof sections;

/** Passages that say one thing for several kinds of establishments: what these share cites them together. */
const communs = ['§4.2, §4.3.2', '§4.2, §4.3.1, §4.3.2'] as const;

/** Where a rule is written: a passage of the text, or else the decision by which we added it. */
export type Source = Section | (typeof communs)[number] | keyof typeof decisions;

/** Every `Source`, in the order of the text, then of the decisions. */
export const sources = [...keysOf(sections), ...communs, ...keysOf(decisions)] as const;

/** The passages that a source names; none for a decision. */
export function sectionsOf(source: Source): Section[] {
  return keysOf(sections).filter((section) => source.split(', ').includes(section));
}

/** The source of what several paths share, as the path written in `section` says it. */
export function sourceIn(source: Source, section: Source): Source {
  return source.split(', ').includes(section) ? section : source;
}

/** A source as a person reads it: « §4.1 », « hors texte (A27) ». */
export function tellSource(source: string): string {
  return isDecision(source) ? `hors texte (${source})` : source;
}

/** What is to be read at a source: the titles of its passages, or what was decided. */
export function explainSource(source: string): string {
  if (isDecision(source)) return decisions[source].decision;
  return sectionsOf(source as Source)
    .map((section) => sections[section])
    .join(' ; ');
}

function isDecision(source: string): source is keyof typeof decisions {
  return Object.hasOwn(decisions, source);
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}
