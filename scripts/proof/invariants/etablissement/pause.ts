import type { Clause, Invariant } from '../../claim.ts';

/** A27 — what abandoning a dossier stops, in all its regions. */
export const pause: Invariant<Clause>[] = [
  {
    id: 'pause',
    enonce:
      'Un dossier n’est abandonné que si quelqu’un le déclare ; il refuse alors tout ce qu’on lui déclare, sauf sa réouverture, et suit ses certificats.',
    source: 'A27',
    proposition: { forme: 'fige', etat: 'suivi.abandonne', par: 'dossier.abandonne', leve: 'dossier.rouvert' },
  },
  {
    id: 'fermeture',
    enonce: 'Un établissement fermé le reste : aucune démarche n’y commence, rien n’y est constaté.',
    source: 'A27',
    proposition: {
      forme: 'fige',
      etat: 'suivi.ferme',
      par: 'etablissement.ferme',
      leve: null,
      sortes: ['demarche', 'constat'],
    },
  },
];
