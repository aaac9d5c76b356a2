/** A27 — what the journals of a dossier and of a groupement say when one enters or leaves the other: no fact of a machine. */
export const RATTACHEMENTS: Readonly<Record<string, string>> = {
  'groupement.rejoint': 'Entrée dans un groupement, avec son historique',
  'groupement.quitte': 'Sortie du groupement, avec son historique',
  'site.rejoint': 'Site entré dans le groupement, avec son historique',
  'site.quitte': 'Site sorti du groupement, avec son historique',
};
