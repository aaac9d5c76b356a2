import { guards } from '../../../../machines/etablissement/guards.ts';
import type { Invariant } from '../../claim.ts';
import { fait, horsDe } from '../motif.ts';
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
    id: 'place-suffit',
    enonce:
      'Ses régions, sa place et sa nuance disent d’un dossier tout ce qu’il peut devenir, dès qu’un administrateur technique est désigné.',
    source: 'A18',
    proposition: {
      forme: 'indifferent',
      si: horsDe('administrateurTechnique.aDesigner'),
      gardes: Object.entries(guards).flatMap(([name, guard]) =>
        'stateValue' in guard || 'check' in guard ? [] : [name],
      ),
    },
  },
  {
    id: 'etapes-obligatoires',
    enonce: 'Les faits de tout parcours jusqu’à la première commande, et les alternatives exactes.',
    source: '§4',
    proposition: { forme: 'obligatoires', but: { fait: fait('certificat.demande') }, sans: { derive: true } },
  },
];
