import { parseArgs } from 'node:util';
import type { Demande } from '../../src/desk/work/demand.ts';
import { createServices } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { median } from './figures.ts';

const TIMES = 40;
/** The CPU that a page of the worklist may take, in milliseconds: other programs do not change it. */
const BUDGET = 50;

const { values } = parseArgs({ options: { base: { type: 'string', default: 'data/semence.sqlite' } } });
const store = openSqliteStore({ file: values.base });
const services = createServices(store);
const [, moi] = (await services.identites.comptes()).map(({ id }) => id);
const [editeur] = (await services.identites.editeurs()).map(({ id }) => id);
const plain: Demande = {
  moi: moi ?? '',
  onglet: 'tous',
  filtres: {},
  tri: 'limite',
  descendant: false,
  page: 1,
  parPage: 50,
};
while (!(await services.travail.lire(plain)).etat.pret);

const tabs = [
  'miennes',
  'libres',
  'etablissement',
  'ans',
  'editeur',
  'retard',
  'retours',
  'renouvellements',
  'tous',
] as const;
for (const onglet of tabs) await report(`onglet ${onglet}`, { ...plain, onglet });
for (const tri of ['nom', 'etape', 'acteur', 'depuis', 'restant'] as const) {
  await report(`tous, par ${tri}`, { ...plain, tri });
  await report(`libres, par ${tri}, descendant`, { ...plain, onglet: 'libres', tri, descendant: true });
}
await report('tous, page 1000', { ...plain, page: 1_000 });
const filters: Record<string, Demande['filtres']> = {
  parcours: { procedure: 'public-ght' },
  'étape courante': { etape: 'administrateurTechnique.aDesigner' },
  'étape rare': { etape: 'mandataire.attenteMandat' },
  acteur: { acteur: 'ans' },
  'acteur rare': { acteur: 'beneficiaire' },
  département: { departement: '69' },
  'département rare': { departement: '975' },
  groupement: { groupement: 'saint' },
  'groupement rare': { groupement: 'Tilleuls 1' },
  éditeur: { editeur: editeur ?? '' },
  'affecté à': { affecte: moi ?? '' },
  'retard de 90 jours': { retard: 90 },
  'tout à la fois': { procedure: 'public-ght', acteur: 'ans', departement: '69', retard: 30 },
};
for (const [name, filtres] of Object.entries(filters)) await report(`filtre ${name}`, { ...plain, filtres });
for (const q of ['clinique', 'cl', 'a', 'EHPAD des glycines', 'camille martin', '80100001900019', 'benali lyon'])
  await report(`recherche « ${q} »`, { ...plain, filtres: { q } });
await report('recherche et filtre', {
  ...plain,
  onglet: 'libres',
  filtres: { q: 'clinique', acteur: 'ans' },
  tri: 'nom',
});
await report('département rare, par nom', { ...plain, tri: 'nom', filtres: { departement: '975' } });
await report('parcours, par nom', { ...plain, tri: 'nom', filtres: { procedure: 'public-ght' } });
await store.close();

async function report(title: string, demande: Demande): Promise<void> {
  const { comptes } = await services.travail.lire(demande);
  const found = comptes.nombres[demande.onglet];
  const page = Math.max(1, Math.ceil(found / 2));
  const [middle] = (await services.travail.lire({ ...demande, page, parPage: 1 })).lignes;
  await measure(`${title} (${found})`, () => services.travail.lire(demande));
  await measure('  un dossier du milieu, avec ses voisins', () =>
    services.travail.situer(demande, middle?.id ?? '', null),
  );
}

async function measure(title: string, read: () => Promise<unknown>): Promise<void> {
  const spent: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const before = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  const sorted = [...spent].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(TIMES * 0.95)] ?? Number.NaN;
  const late = p95 > BUDGET ? ' — TROP LENT' : '';
  console.log(`${title} : ${median(spent).toFixed(1)} ms de processeur, 95 % sous ${p95.toFixed(1)} ms${late}`);
}
