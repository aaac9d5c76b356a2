import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { Ligne, VueEnregistree, WorkQuery } from '../../src/store/work.ts';
import { newFile } from './database-file.ts';
import { sampleChange } from './samples.ts';

let store: Store;
beforeEach(async () => {
  store = openSqliteStore({ file: newFile() });
  await store.commit([sampleChange('g', 1, { genre: 'groupement', denomination: 'GHT du Haut-Val' })]);
  for (const [id, parentId] of [
    ['a', null],
    ['b', 'g'],
    ['c', 'g'],
  ] as const)
    await store.commit([sampleChange(id, 1, { parentId })]);
  const [a, b, c] = await store.travail.projection.dossiersApres(0, 10);
  const lignes = [
    line(a, 'a', { limite: 100, limiteAns: 100, etapes: 1, acteurs: 2, departement: '01', texte: 'clinique évreux' }),
    line(b, 'b', { limite: 90, limiteEtablissement: 90, etapes: 2, acteurs: 1, departement: '2A', texte: 'ehpad' }),
    line(c, 'c', { departement: '01', texte: 'clinique lyon' }),
  ];
  await store.travail.projection.ecrire(lignes, { empreinte: 'e', rang: 4, construit: null, total: 3 });
});
afterEach(() => store.close());

const line = (numero: number | undefined, id: string, more: Partial<Ligne>): Ligne => ({
  numero: numero ?? 0,
  id,
  version: 1,
  denomination: id,
  siret: null,
  finess: null,
  commune: null,
  groupementNom: null,
  personnes: '',
  attentes: '[]',
  tri: id,
  texte: id,
  procedure: 0,
  statut: 0,
  etape: null,
  acteur: null,
  depuis: null,
  limite: null,
  limiteEtablissement: null,
  limiteAns: null,
  limiteEditeur: null,
  renouvellement: null,
  restant: null,
  etapes: 0,
  acteurs: 0,
  departement: null,
  groupement: id === 'a' ? null : 1,
  ...more,
});

const asked = (more: Partial<WorkQuery> = {}): WorkQuery => ({
  moi: 'moi',
  jour: 95,
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
    nombres: { miennes: 1, libres: 1, etablissement: 1, ans: 1, editeur: 0, retard: 1, renouvellements: 0, tous: 3 },
    plafonne: false,
  });
  expect(await ids({ onglet: 'miennes' })).toEqual(['a']);
  expect(await ids({ onglet: 'libres' })).toEqual(['b']);
  expect(await ids({ onglet: 'retard' })).toEqual(['b']);
});

test.each([
  ['a step', { etapes: 2 }, ['b']],
  ['whoever acts', { acteurs: 2 }, ['a']],
  ['a department', { departement: '01' }, ['a', 'c']],
  ['a groupement by its id', { groupement: 'g' }, ['b', 'c']],
  ['a part of its name', { groupementNomme: 'haut' }, ['b', 'c']],
  ['how late it is', { limiteAvant: 90 }, ['b']],
  ['words, without their accents', { texte: '"evr"*' }, ['a']],
  ['all of that', { departement: '01', texte: '"clin"*', groupement: 'g' }, ['c']],
])('a list is narrowed by %s, and so are its counts', async (_, filtres, found) => {
  expect(await ids({ filtres })).toEqual(found);
  expect((await store.travail.compter(asked({ filtres }))).nombres.tous).toBe(found.length);
});

test('a line that changes is found by what it says now alone', async () => {
  const [, b] = await store.travail.projection.dossiersApres(0, 10);
  const changed = line(b, 'b', { denomination: 'autre', texte: 'hopital' });
  await store.travail.projection.ecrire([changed], { empreinte: 'e', rang: 5, construit: null, total: 3 });
  expect(await ids({ filtres: { texte: '"ehpad"' } })).toEqual([]);
  expect(await ids({ filtres: { texte: '"hopital"' } })).toEqual(['b']);
  expect(await store.travail.projection.avancement()).toEqual({ empreinte: 'e', rang: 5, construit: null, total: 3 });
});

test('who has taken a dossier is remembered with all who had it before, and stays when its line is made again', async () => {
  const [a] = await store.travail.projection.dossiersApres(0, 10);
  const first = { compteId: 'moi', le: '2026-01-05T12:00:00.000Z', par: 'compte:chef' };
  const left = { compteId: null, le: '2026-01-06T12:00:00.000Z', par: 'compte:moi' };
  const again = { compteId: 'toi', le: '2026-01-07T12:00:00.000Z', par: 'compte:toi' };
  expect(await store.travail.affecter(['a', 'inconnu'], first)).toEqual(['a']);
  expect(await store.travail.affecter(['a'], first)).toEqual(['a']);
  await store.travail.affecter(['a'], left);
  await store.travail.affecter(['a'], again);
  expect(await store.travail.affectations('a')).toEqual([first, left, again]);
  await store.travail.projection.ecrire([line(a, 'a', {})], { empreinte: 'e', rang: 5, construit: null, total: 3 });
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
