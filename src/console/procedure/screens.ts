import { get, type Screen } from '../shell/screen.ts';
import { listPage, overviewPage } from './apercu.ts';
import { stepPage, stepsPage } from './etapes.ts';
import { drawn, drawnComparison } from './frame.ts';
import { MeasureQuery, measuredPicture, measuresPage } from './mesures.ts';
import { choicesPage, glossairePage } from './reperes.ts';
import { drawnDifference, OtherQuery, versionsPage } from './versions.ts';

/** The procedure for readers: paths, drawings, steps, what was measured, words. */
export function procedureScreens(): Screen[] {
  const un = '/procedures/:id';
  const [lire, dessiner] = ['procedures.lire', 'procedures.dessiner'] as const;
  const [comparer, mesurer] = ['procedures.comparer', 'procedures.mesurer'] as const;
  return [
    get('/procedures', lire, listPage),
    get('/glossaire', lire, glossairePage),
    get('/procedures/choix', lire, choicesPage),
    get('/procedures/comparaison.svg', dessiner, drawnComparison),
    get(un, lire, overviewPage),
    get(`${un}/dessin.svg`, dessiner, drawn),
    get(`${un}/etapes`, lire, stepsPage),
    get(`${un}/etapes/:etape`, lire, stepPage),
    get(`${un}/mesures`, mesurer, measuresPage, { query: MeasureQuery }),
    get(`${un}/mesures.svg`, mesurer, measuredPicture, { query: MeasureQuery }),
    get(`${un}/versions`, comparer, versionsPage, { query: OtherQuery }),
    get(`${un}/difference.svg`, comparer, drawnDifference, { query: OtherQuery }),
  ];
}
