import { type Screen, screen } from '../shell/screen.ts';
import { apercu } from './apercu.ts';
import { drawn, drawnComparison } from './dessin.ts';
import { etape } from './etape.ts';
import { etapes } from './etapes.ts';
import { liste } from './liste.ts';
import { Mesure, measuredPicture, mesures } from './mesures.ts';
import { choix, glossaire } from './reperes.ts';
import { Autre, drawnDifference, versions } from './versions.ts';

/** The procedure for readers: paths, drawings, steps, what was measured, words. */
export function procedureScreens(): Screen[] {
  const lire = { methode: 'get', droit: 'procedures.lire' } as const;
  const dessiner = { methode: 'get', droit: 'procedures.dessiner' } as const;
  const comparer = { methode: 'get', droit: 'procedures.comparer' } as const;
  const mesurer = { methode: 'get', droit: 'procedures.mesurer' } as const;
  const at = (suite: string) => `/procedures/:id${suite}`;
  return [
    screen({ ...lire, id: 'procedures.liste', chemin: '/procedures', answer: liste }),
    screen({ ...lire, id: 'procedures.glossaire', chemin: '/glossaire', answer: glossaire }),
    screen({ ...lire, id: 'procedures.choix', chemin: '/procedures/choix', answer: choix }),
    screen({
      ...dessiner,
      id: 'procedures.comparaison',
      chemin: '/procedures/comparaison.svg',
      answer: drawnComparison,
    }),
    screen({ ...lire, id: 'procedure.apercu', chemin: at(''), answer: apercu }),
    screen({ ...dessiner, id: 'procedure.dessin', chemin: at('/dessin.svg'), answer: drawn }),
    screen({ ...lire, id: 'procedure.etapes', chemin: at('/etapes'), answer: etapes }),
    screen({ ...lire, id: 'procedure.etape', chemin: at('/etapes/:etape'), answer: etape }),
    screen({ ...mesurer, id: 'procedure.mesures', chemin: at('/mesures'), requete: Mesure, answer: mesures }),
    screen({
      ...mesurer,
      id: 'procedure.mesures-svg',
      chemin: at('/mesures.svg'),
      requete: Mesure,
      answer: measuredPicture,
    }),
    screen({ ...comparer, id: 'procedure.versions', chemin: at('/versions'), requete: Autre, answer: versions }),
    screen({
      ...comparer,
      id: 'procedure.difference',
      chemin: at('/difference.svg'),
      requete: Autre,
      answer: drawnDifference,
    }),
  ];
}
