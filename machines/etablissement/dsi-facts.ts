import { fact } from '../event.ts';
import { texteLibre } from '../formulaires/champs.ts';

/** §4.2, §4.3.2 — told to a groupement for all its sites, or to a dossier that has no groupement here. */
export const dsiContactee = fact({
  libelle: 'DSI contactée, qui en accuse réception',
  acteur: 'etablissement',
  sorte: 'demarche',
  source: '§4.2, §4.3.2',
  champs: { interlocuteur: texteLibre('Interlocuteur').optional() },
  nommer: ({ interlocuteur }) => ({ dsi: interlocuteur }),
  exemples: [{ interlocuteur: 'DSI du groupement' }],
});
