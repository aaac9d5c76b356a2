/** Every numbered passage of the procedure, and the open points (A…) that `decisions.ts` settles. */
export const sources = {
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

/** Where a rule is written: a passage of the text, or the decision that stands for what the text does not say (`A27`). */
export type Source = keyof typeof sources | `A${number}`;

/** The passages that ask nothing of anyone, and why. */
export const informatives: Partial<Record<Source, string>> = {
  '§1': 'Dit à qui le document s’adresse.',
  '§2': 'Dit à quoi servent les certificats ; la règle par utilisateur est au §3.',
  '§4.3': 'Titre : les règles sont aux §4.3.1 et §4.3.2.',
};
