import { get, type Screen } from '../shell/screen.ts';
import { overviewPage } from './apercu.ts';
import { stepPage } from './etape.ts';
import { stepsPage } from './etapes.ts';
import { drawn, drawnComparison } from './frame.ts';
import { listPage } from './liste.ts';
import { MeasureQuery, measuredPicture, measuresPage } from './mesures.ts';
import { choicesPage, glossairePage } from './reperes.ts';
import { drawnDifference, OtherQuery, versionsPage } from './versions.ts';

/** The procedure for readers: paths, drawings, steps, what was measured, words. */
export function procedureScreens(): Screen[] {
  const un = '/procedures/:id';
  const [lire, dessiner] = ['procedures.lire', 'procedures.dessiner'] as const;
  const [comparer, mesurer] = ['procedures.comparer', 'procedures.mesurer'] as const;
  return [
    get('procedures.liste', '/procedures', { right: lire, answer: listPage }),
    get('procedures.glossaire', '/glossaire', { right: lire, answer: glossairePage }),
    get('procedures.choix', '/procedures/choix', { right: lire, answer: choicesPage }),
    get('procedures.comparaison', '/procedures/comparaison.svg', { right: dessiner, answer: drawnComparison }),
    get('procedure.apercu', un, { right: lire, answer: overviewPage }),
    get('procedure.dessin', `${un}/dessin.svg`, { right: dessiner, answer: drawn }),
    get('procedure.etapes', `${un}/etapes`, { right: lire, answer: stepsPage }),
    get('procedure.etape', `${un}/etapes/:etape`, { right: lire, answer: stepPage }),
    get('procedure.mesures', `${un}/mesures`, { right: mesurer, query: MeasureQuery, answer: measuresPage }),
    get('procedure.mesures-svg', `${un}/mesures.svg`, { right: mesurer, query: MeasureQuery, answer: measuredPicture }),
    get('procedure.versions', `${un}/versions`, { right: comparer, query: OtherQuery, answer: versionsPage }),
    get('procedure.difference', `${un}/difference.svg`, {
      right: comparer,
      query: OtherQuery,
      answer: drawnDifference,
    }),
  ];
}
