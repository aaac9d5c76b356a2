import type { Invariant } from '../../claim.ts';
import { fait } from '../motif.ts';

/** §4 — what abandoning a dossier stops, in all its regions. */
export const pause: Invariant[] = [
  {
    id: 'pause',
    enonce: 'Un dossier abandonné refuse tout ce qu’on lui déclare, sauf sa réouverture.',
    source: 'A27',
    proposition: { forme: 'chaque', fait: { derive: false, sauf: ['dossier.rouvert'] }, depuis: 'suivi.ouvert' },
  },
  {
    id: 'pause-voulue',
    enonce: 'Un dossier n’est abandonné que si quelqu’un le déclare.',
    source: 'A27',
    proposition: { forme: 'passe', but: { etat: 'suivi.abandonne' }, par: fait('dossier.abandonne') },
  },
];
