import { get, type Screen } from '../shell/screen.ts';
import { apercu } from './apercu.ts';
import { drawn, drawnComparison } from './drawing.ts';
import { etape } from './etape.ts';
import { etapes } from './etapes.ts';
import { liste } from './liste.ts';
import { Mesure, measuredPicture, mesures } from './mesures.ts';
import { choix, glossaire } from './reperes.ts';
import { Autre, drawnDifference, versions } from './versions.ts';

/** The procedure for readers: paths, drawings, steps, what was measured, words. */
export function procedureScreens(): Screen[] {
  const un = '/procedures/:id';
  const [lire, dessiner] = ['procedures.lire', 'procedures.dessiner'] as const;
  const [comparer, mesurer] = ['procedures.comparer', 'procedures.mesurer'] as const;
  return [
    get('procedures.liste', '/procedures', { right: lire, answer: liste }),
    get('procedures.glossaire', '/glossaire', { right: lire, answer: glossaire }),
    get('procedures.choix', '/procedures/choix', { right: lire, answer: choix }),
    get('procedures.comparaison', '/procedures/comparaison.svg', { right: dessiner, answer: drawnComparison }),
    get('procedure.apercu', un, { right: lire, answer: apercu }),
    get('procedure.dessin', `${un}/dessin.svg`, { right: dessiner, answer: drawn }),
    get('procedure.etapes', `${un}/etapes`, { right: lire, answer: etapes }),
    get('procedure.etape', `${un}/etapes/:etape`, { right: lire, answer: etape }),
    get('procedure.mesures', `${un}/mesures`, { right: mesurer, query: Mesure, answer: mesures }),
    get('procedure.mesures-svg', `${un}/mesures.svg`, { right: mesurer, query: Mesure, answer: measuredPicture }),
    get('procedure.versions', `${un}/versions`, { right: comparer, query: Autre, answer: versions }),
    get('procedure.difference', `${un}/difference.svg`, { right: comparer, query: Autre, answer: drawnDifference }),
  ];
}
