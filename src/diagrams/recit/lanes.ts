import type { Acteur } from '../../../machines/step.ts';

/** Whose lane it is, from top to bottom: what one does for the establishment stands in its lane. */
export const lanesOf = {
  dsi: { titre: 'DSI du groupement', acteurs: ['dsi'] },
  etablissement: {
    titre: 'Établissement',
    acteurs: ['etablissement', 'representantLegal', 'mandataire', 'beneficiaire'],
  },
  administrateurTechnique: { titre: 'Administrateur technique', acteurs: ['administrateurTechnique'] },
  editeur: { titre: 'Éditeur de logiciel', acteurs: ['editeur'] },
  ans: { titre: 'ANS', acteurs: ['ans'] },
} as const satisfies Record<string, { titre: string; acteurs: readonly Acteur[] }>;

export type Couloir = keyof typeof lanesOf;
export const couloirs = Object.keys(lanesOf) as Couloir[];

/** Whose part of a story is looked at, by id: the rest is faded. */
export const lecteurs = {
  etablissement: 'etablissement',
  'administrateur-technique': 'administrateurTechnique',
  editeur: 'editeur',
  dsi: 'dsi',
} as const satisfies Record<string, Couloir>;
export type Lecteur = keyof typeof lecteurs;
