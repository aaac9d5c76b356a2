/** Every numbered passage of the procedure, and the open points (A…) that `decisions.ts` settles. */
export const sources = {
  '§1': 'Objectif du document',
  '§2': 'Pourquoi des certificats',
  '§3': 'Quels certificats pour quels utilisateurs',
  '§4': 'Modalités d’obtention et administrateur technique',
  '§4.1': 'Prérequis : contrat de structure, cartes et mandataire',
  '§4.2': 'Établissements publics : GHT, EHPAD',
  '§4.3.1': 'Établissements privés sur un seul site géographique',
  '§4.3.2': 'Établissements privés organisés en groupe',
  '§5': 'Formulaire 413',
  '§6': 'Commande technique et installation',
  '§7': 'Durée de validité',
} as const;

/** Where a rule is written. */
export type Source = keyof typeof sources;
