import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { Ligne, VueEnregistree, WorkQuery } from '../../src/store/work.ts';
import { newStore } from './new-base.ts';
import { sampleChange } from './samples.ts';

let store: Store;
beforeEach(async () => {
  store = await newStore();
  await store.commit([sampleChange('g', 1, { genre: 'groupement', denomination: 'GHT du Haut-Val' })]);
  for (const [id, parentId] of [
    ['a', null],
    ['b', 'g'],
    ['c', 'g'],
  ] as const)
    await store.commit([sampleChange(id, 1, { parentId })]);
  const [a, b, c] = await store.travail.projection.apres(0, 10);
  const lignes = [
    line(a, 'a', { ...due('2026-04-11', 'ans'), departement: '01', texte: 'clinique évreux' }),
    line(b, 'b', { ...due('2026-04-01', 'mandataire'), departement: '2A', texte: 'ehpad', procedure: 'public-ght' }),
    line(c, 'c', { retour: '2026-04-03', departement: '01', texte: 'clinique lyon' }),
  ];
  await store.travail.projection.commencer({ ...reached, construit: 0 });
  await write(lignes);
});
afterEach(() => store.close());

const reached = { empreinte: 'e', rang: 4, construit: null, total: 3 };

/** Writes lines from where the list stands, one line of the journal further. */
async function write(lignes: Ligne[]): Promise<void> {
  const { projection } = store.travail;
  const from = (await projection.avancement()) ?? reached;
  const rang = from.construit === null ? from.rang + 1 : from.rang;
  expect(await projection.ecrire(lignes, from, { ...reached, rang })).toBe(true);
}

/** What awaits somebody until a day. */
function due(limite: string, acteur: string): Partial<Ligne> {
  const attente = {
    libelle: 'Étape',
    acteur,
    depuis: '2026-03-01',
    limite,
    certificat: null,
    faits: [`${acteur}.fait`],
  };
  const side = acteur === 'ans' ? { limiteAns: limite } : { limiteEtablissement: limite };
  return {
    ...side,
    limite,
    attentes: [
      { ...attente, etape: `${acteur}.attente` },
      { ...attente, etape: 'autre', faits: [] },
    ],
  };
}

const line = (numero: number | undefined, id: string, more: Partial<Ligne>): Ligne => ({
  possibles: [],
  numero: numero ?? 0,
  id,
  version: 1,
  denomination: id,
  siret: null,
  finess: null,
  commune: null,
  groupementNom: null,
  personnes: '',
  attentes: [],
  tri: id,
  texte: id,
  procedure: 'prive-mono-site',
  statut: 'enCours',
  etape: null,
  acteur: null,
  depuis: null,
  limite: null,
  limiteEtablissement: null,
  limiteAns: null,
  limiteEditeur: null,
  renouvellement: null,
  retour: null,
  restant: null,
  departement: null,
  groupement: id === 'a' ? null : 1,
  ...more,
});

const asked = (more: Partial<WorkQuery> = {}): WorkQuery => ({
  moi: 'moi',
  jour: '2026-04-06',
  filtres: {},
  onglet: 'tous',
  tri: 'limite',
  descendant: false,
  limite: 10,
  decalage: 0,
  ...more,
});
const ids = async (more: Partial<WorkQuery>) => (await store.travail.lister(asked(more))).map(({ id }) => id);

test('the most urgent comes first, what nobody awaits last, either way, a part at a time', async () => {
  expect(await ids({})).toEqual(['b', 'a', 'c']);
  expect(await ids({ descendant: true })).toEqual(['a', 'b', 'c']);
  expect(await ids({ tri: 'nom', descendant: true })).toEqual(['c', 'b', 'a']);
  expect(await ids({ limite: 1, decalage: 1 })).toEqual(['a']);
});

test('each tab holds what is its own, and counts it', async () => {
  await store.travail.affecter(['a'], { compteId: 'moi', le: '2026-01-05T12:00:00.000Z', par: 'moi' });
  expect(await store.travail.compter(asked())).toEqual({
    nombres: {
      miennes: 1,
      libres: 1,
      etablissement: 1,
      ans: 1,
      editeur: 0,
      retard: 1,
      retours: 1,
      renouvellements: 0,
      tous: 3,
    },
    plafonne: false,
  });
  expect(await ids({ onglet: 'miennes' })).toEqual(['a']);
  expect(await ids({ onglet: 'libres' })).toEqual(['b']);
  expect(await ids({ onglet: 'retard' })).toEqual(['b']);
  expect(await ids({ onglet: 'retours' })).toEqual(['c']);
});

test('what each has, and nobody, is counted where something is awaited', async () => {
  await store.travail.affecter(['b', 'c'], { compteId: 'moi', le: '2026-01-05T12:00:00.000Z', par: 'moi' });
  expect(await store.travail.charges('2026-04-05')).toEqual([
    { compteId: null, dossiers: 1, enRetard: 0 },
    { compteId: 'moi', dossiers: 1, enRetard: 1 },
  ]);
});

test.each([
  ['a step', { etape: 'mandataire.attente' }, ['b']],
  ['a step that several await', { etape: 'autre' }, ['b', 'a']],
  ['whoever acts', { acteur: 'ans' }, ['a']],
  ['a path', { procedure: 'public-ght' }, ['b']],
  ['a department', { departement: '01' }, ['a', 'c']],
  ['a groupement by its id', { groupement: 'g' }, ['b', 'c']],
  ['a part of its name', { groupementNomme: 'haut' }, ['b', 'c']],
  ['how late it is', { limiteAvant: '2026-04-01' }, ['b']],
  ['words, without their accents', { mots: ['evr'] }, ['a']],
  ['all of that', { departement: '01', mots: ['clin'], groupement: 'g' }, ['c']],
])('a list is narrowed by %s, and so are its counts', async (_, filtres, found) => {
  expect(await ids({ filtres })).toEqual(found);
  expect((await store.travail.compter(asked({ filtres }))).nombres.tous).toBe(found.length);
});

const orders = (['limite', 'nom', 'etape', 'restant'] as const).flatMap((tri) => [
  { tri, descendant: false },
  { tri, descendant: true },
]);
test.each(orders)('each dossier knows its place and its neighbours in its list, by %o', async (order) => {
  for (const filtres of [{}, { departement: '01' }, { mots: ['clin'] }, { etape: 'autre' }])
    for (const onglet of ['tous', 'libres', 'etablissement'] as const) {
      const all = await ids({ ...order, onglet, filtres });
      const places = await Promise.all(
        all.map((id) => store.travail.situer(asked({ ...order, onglet, filtres }), id, null)),
      );
      const total = all.length;
      expect(places).toEqual(
        all.map((_, rang) => ({
          rang,
          total,
          plafonne: false,
          avant: all[rang - 1] ?? null,
          apres: all[rang + 1] ?? null,
        })),
      );
    }
});

test('a dossier that has left the list keeps the place that it had, between those that stand there now', async () => {
  const order = asked({ onglet: 'retard', jour: '2026-05-01' });
  expect(await ids(order)).toEqual(['b', 'a']);
  expect(await store.travail.situer(order, 'c', null)).toBeNull();
  expect(await store.travail.situer(order, 'c', 1)).toEqual({
    rang: 1,
    total: 2,
    plafonne: false,
    avant: 'b',
    apres: 'a',
  });
  expect(await store.travail.situer(order, 'c', 2)).toMatchObject({ avant: 'a', apres: null });
});

test('what a line awaits is told with it, the most urgent first, and is what it says now', async () => {
  const [a] = await store.travail.projection.apres(0, 10);
  const [, second] = await store.travail.lister(asked());
  expect(second?.attentes.map(({ etape, limite }) => [etape, limite])).toEqual([
    ['ans.attente', '2026-04-11'],
    ['autre', '2026-04-11'],
  ]);
  const changed = line(a, 'a', due('2026-04-30', 'mandataire'));
  await write([changed]);
  const [, again] = await store.travail.lister(asked());
  expect(again?.attentes).toEqual(changed.attentes);
  expect(await ids({ filtres: { acteur: 'ans' } })).toEqual([]);
});

test('dossiers are counted at each step that they await, all or those of a path or of a groupement', async () => {
  const all = { procedure: null, groupement: null };
  const autre = { etape: 'autre', effectif: 1 };
  const ofB = [autre, { etape: 'mandataire.attente', effectif: 1 }];
  expect(await store.travail.attendues(all)).toEqual([
    { etape: 'ans.attente', effectif: 1 },
    { etape: 'autre', effectif: 2 },
    { etape: 'mandataire.attente', effectif: 1 },
  ]);
  expect(await store.travail.attendues({ ...all, procedure: 'public-ght' })).toEqual(ofB);
  expect(await store.travail.attendues({ ...all, groupement: 'g' })).toEqual(ofB);
  expect(await store.travail.attendues({ ...all, groupement: 'inconnu' })).toEqual([]);
});

test('a line that changes is found by what it says now alone', async () => {
  const [, b] = await store.travail.projection.apres(0, 10);
  const changed = line(b, 'b', { denomination: 'autre', texte: 'hopital' });
  await write([changed]);
  expect(await ids({ filtres: { mots: ['ehpad'] } })).toEqual([]);
  expect(await ids({ filtres: { mots: ['hopital'] } })).toEqual(['b']);
  expect(await store.travail.projection.avancement()).toEqual({ empreinte: 'e', rang: 5, construit: null, total: 3 });
});

test('who has taken a dossier is remembered with all who had it before, and stays when its line is made again', async () => {
  const [a] = await store.travail.projection.apres(0, 10);
  const first = { compteId: 'moi', le: '2026-01-05T12:00:00.000Z', par: 'compte:chef' };
  const left = { compteId: null, le: '2026-01-06T12:00:00.000Z', par: 'compte:moi' };
  const again = { compteId: 'toi', le: '2026-01-07T12:00:00.000Z', par: 'compte:toi' };
  expect(await store.travail.affecter(['a', 'inconnu'], first)).toEqual(['a']);
  expect(await store.travail.affecter(['a'], first)).toEqual(['a']);
  await store.travail.affecter(['a'], left);
  await store.travail.affecter(['a'], again);
  expect(await store.travail.affectations('a')).toEqual([first, left, again]);
  await write([line(a, 'a', {})]);
  expect((await store.travail.lister(asked({ filtres: { affecte: 'toi' } }))).map(({ affecteA }) => affecteA)).toEqual([
    'toi',
  ]);
  expect(await ids({ filtres: { affecte: '' } })).toEqual(['b', 'c']);
});

test('a view is its author’s own or everybody’s, its name taken once among those', async () => {
  const view = (id: string, more: Partial<VueEnregistree>): VueEnregistree => ({
    id,
    nom: 'Retards',
    requete: 'onglet=retard',
    partagee: false,
    auteur: 'moi',
    creeeLe: '2026-01-05T12:00:00.000Z',
    ...more,
  });
  expect(await store.travail.ajouterVue(view('1', {}))).toBe(true);
  expect(await store.travail.ajouterVue(view('2', {}))).toBe(false);
  expect(await store.travail.ajouterVue(view('3', { auteur: 'toi' }))).toBe(true);
  expect(await store.travail.ajouterVue(view('4', { auteur: 'toi', partagee: true }))).toBe(true);
  expect(await store.travail.ajouterVue(view('5', { partagee: true }))).toBe(false);
  expect(await store.travail.vues('moi')).toEqual([view('1', {}), view('4', { auteur: 'toi', partagee: true })]);
  expect(await store.travail.retirerVue('1')).toBe(true);
  expect(await store.travail.retirerVue('1')).toBe(false);
});
