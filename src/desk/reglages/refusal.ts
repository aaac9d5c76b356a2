/** Every « non » of the settings that is not one of the identities too. */
export type ReglageRefusal =
  | { code: 'introuvable'; objet: 'reglage' | 'valeur' | 'modele'; id: string }
  /** A value that has begun is followed by another, never given up. */
  | { code: 'valeur-commencee'; du: string }
  /** Somebody has written another version meanwhile. */
  | { code: 'modele-modifie'; version: number };
