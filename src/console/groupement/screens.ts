import { z } from 'zod';
import { CSV_TYPE, matrixCsv } from '../../web/csv.ts';
import { get, type Screen } from '../shell/screen.ts';
import { drawingScreens } from './diagramme.ts';
import { surveyScreens } from './etat-des-lieux/etat-des-lieux.ts';
import { groupementPage } from './frame.ts';
import { listPage, openingScreens } from './liste.ts';
import { movingScreens } from './mouvements.ts';
import { planContent, signingScreen } from './plan.ts';
import { bulkScreens, matrixOf, sitesContent } from './sites/sites.ts';

const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1);
const q = z.string().max(200).catch('').default('');
const Recherche = z.object({ q, page });
const Demande = z.object({
  q,
  page,
  filtre: z.string().max(80).catch('tous').default('tous'),
  par: z.enum(['page', 'tous']).catch('page').default('page'),
  vue: z.enum(['mots', 'detail']).catch('mots').default('mots'),
  site: z.string().max(64).catch('').default(''),
});

/** The screens of GHTs and private groups. */
export function groupementScreens(): Screen[] {
  const base = '/groupements/:id';
  return [
    get('/groupements', 'groupements.lister', (visit) => listPage(visit, visit.query), { query: Recherche }),
    ...openingScreens(),
    get(
      base,
      'groupements.matrice',
      (visit) => groupementPage(visit, 'sites', (groupement) => sitesContent(visit, groupement, visit.query)),
      { query: Demande },
    ),
    get(`${base}/sites.csv`, 'groupements.matrice-csv', (visit) =>
      groupementPage(visit, 'sites', async (groupement) => {
        const found = await matrixOf(visit, groupement);
        if (!found.ok) return { refusal: found.error };
        return { content: matrixCsv(found.value), type: CSV_TYPE, filename: `sites-${visit.services.today()}.csv` };
      }),
    ),
    get(`${base}/plan`, 'groupements.plan', (visit) =>
      groupementPage(visit, 'plan', (groupement) => planContent(visit, groupement)),
    ),
    signingScreen(),
    ...surveyScreens(),
    ...bulkScreens(),
    ...movingScreens(),
    ...drawingScreens(),
  ];
}
