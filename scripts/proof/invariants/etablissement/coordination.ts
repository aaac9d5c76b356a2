import type { Invariant } from '../../claim.ts';
import { fait } from '../motif.ts';

/** §4.2, §4.3.2 — what only the sites of a groupement promise. */
export const coordination: Invariant[] = [
  {
    id: 'envoi-dsi',
    enonce: 'Rien ne part à l’ANS par le formulaire 413 avant que la DSI ait été contactée.',
    source: '§4.2, §4.3.2',
    proposition: { forme: 'passe', but: { fait: fait('formulaire413.transmis') }, par: fait('dsi.contactee') },
  },
  {
    id: 'certificats-dsi',
    enonce: 'Nul n’est habilité avant que la DSI ait été contactée.',
    source: '§4.2, §4.3.2',
    proposition: { forme: 'passe', but: { etat: 'habilitation.accordee' }, par: fait('dsi.contactee') },
  },
];
