import type { Invariant } from '../../claim.ts';
import { fait } from '../motif.ts';
import { complet } from './etats.ts';

/** §4 — the course of the whole. */
export const parcours: Invariant[] = [
  {
    id: 'sans-impasse',
    enonce: 'Aucune impasse : dans tout état, quelqu’un peut agir.',
    source: '§4',
    proposition: { forme: 'vivant' },
  },
  {
    id: 'fin-atteignable',
    enonce: 'De tout état, on va au bout par des actes, sans l’éditeur ni l’état des lieux.',
    source: '§4.2, §4.3.1, §4.3.2',
    proposition: { forme: 'mene', vers: complet },
  },
  {
    id: 'signataire-suffit',
    enonce:
      'Dès qu’un administrateur technique est désigné, ses régions, le signataire et ceux que nomme la partie 4 disent d’un dossier tout ce qu’il peut devenir.',
    source: '§5',
    proposition: {
      forme: 'indifferent',
      si: { non: 'administrateurTechnique.aDesigner' },
      gardes: ['isSignatureCourante', 'isCarteResponsableInDate', 'isCarteMandataireInDate'],
    },
  },
  {
    id: 'etapes-obligatoires',
    enonce: 'Les faits de tout parcours jusqu’à la première commande, et les alternatives exactes.',
    source: '§4',
    proposition: { forme: 'obligatoires', but: { fait: fait('certificat.demande') }, sans: { derive: true } },
  },
];
