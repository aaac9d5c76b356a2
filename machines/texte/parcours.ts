import type { Phrases, Porteurs } from './phrase.ts';

const contratParSite: Porteurs = {
  gardes: ['hasContratActif'],
  invariants: ['signature-contrat'],
};
const dsi: Porteurs = {
  faits: ['dsi.contactee'],
  gardes: ['hasDsiContactee'],
  etats: [
    'coordination.aContacter',
    'coordination.contactee',
    'groupement/coordination.aContacter',
    'groupement/coordination.contactee',
  ],
  invariants: ['envoi-dsi', 'certificats-dsi'],
};
const etatDesLieux: Porteurs = {
  faits: ['etatDesLieux.recu'],
  etats: [
    'etatDesLieux.attendu',
    'etatDesLieux.recu',
    'groupement/etatDesLieux.attendu',
    'groupement/etatDesLieux.recu',
  ],
  champs: ['etatDesLieux.recu.sites.contrat'],
  invariants: ['fin-atteignable'],
};
const editeur: Porteurs = {
  faits: ['editeur.contacte'],
  etats: ['editeur.aContacter', 'editeur.contacte'],
  invariants: ['fin-atteignable'],
};

/** §4.2 to §4.3.2 — what each path adds, carried on that path alone. */
export const parcours: Phrases = {
  '§4.2-1': { dit: 'Chaque site d’un GHT commande sous son propre contrat (A10).', ...contratParSite },
  '§4.2-2': { dit: 'Certains établissements en ont déjà un.', faits: ['contrat.trouve'] },
  '§4.2-3': { dit: 'Chacun approche la DSI du GHT, pour avancer avec les autres.', ...dsi },
  '§4.2-4': { dit: 'Mieux vaut que la DSI relève d’abord, avec l’ANS, les contrats de tous.', ...etatDesLieux },
  '§4.2-5': { dit: 'L’éditeur du logiciel peut aider à monter le dossier : le contacter est conseillé.', ...editeur },

  '§4.3-1': {
    dit: 'Viennent ensuite les établissements privés.',
    informe: 'Titre : les règles sont aux §4.3.1 et §4.3.2.',
  },

  '§4.3.1-1': {
    dit: 'Une structure d’un seul site suit la démarche administrative de déploiement.',
    informe: 'Renvoie aux étapes communes, §4.1, §5 et §6.',
  },
  '§4.3.1-2': { dit: 'Son éditeur peut l’aider à monter le dossier : le contacter est conseillé.', ...editeur },

  '§4.3.2-1': { dit: 'Chaque site d’un groupe privé commande sous son propre contrat (A10).', ...contratParSite },
  '§4.3.2-2': {
    dit: 'Les uns en ont déjà un, les autres non.',
    faits: ['contrat.trouve', 'contrat.absent'],
  },
  '§4.3.2-3': { dit: 'Chacun approche la DSI du groupe, pour avancer avec les autres.', ...dsi },
  '§4.3.2-4': { dit: 'Mieux vaut que cette DSI relève d’abord, avec l’ANS, les contrats de tous.', ...etatDesLieux },
  '§4.3.2-5': { dit: 'L’éditeur du logiciel peut aider chaque site : le contacter est conseillé.', ...editeur },
};
