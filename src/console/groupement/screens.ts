import { CSV_TYPE, matrixCsv } from '../../web/csv.ts';
import { casePage } from '../dossier/frame.ts';
import { get, type Screen } from '../shell/screen.ts';
import { surveyScreens } from './etat-des-lieux/etat-des-lieux.ts';
import { listPage, openingScreens } from './liste.ts';
import { movingScreens } from './mouvements.ts';
import { planContent } from './plan.ts';
import { signingScreens } from './signing.ts';
import { bulkScreens, matrixOf, sitesContent } from './sites/sites.ts';
import { ListQuery, SitesQuery } from './sites/table.ts';

/** The screens of GHTs and private groups. */
export function groupementScreens(): Screen[] {
  const base = '/groupements/:id';
  return [
    get('/groupements', 'groupements.lister', (visit) => listPage(visit, visit.query), { query: ListQuery }),
    ...openingScreens(),
    get(
      base,
      'groupements.matrice',
      (visit) => casePage(visit, 'groupement', 'sites', (groupement) => sitesContent(visit, groupement, visit.query)),
      { query: SitesQuery },
    ),
    get(`${base}/sites.csv`, 'groupements.matrice-csv', (visit) =>
      casePage(visit, 'groupement', 'sites', async (groupement) => {
        const found = await matrixOf(visit, groupement);
        if (!found.ok) return { refusal: found.error };
        return { content: matrixCsv(found.value), type: CSV_TYPE, filename: `sites-${visit.services.today()}.csv` };
      }),
    ),
    get(`${base}/plan`, 'groupements.plan', (visit) =>
      casePage(visit, 'groupement', 'plan', (groupement) => planContent(visit, groupement)),
    ),
    ...signingScreens(),
    ...surveyScreens(),
    ...bulkScreens(),
    ...movingScreens(),
  ];
}
