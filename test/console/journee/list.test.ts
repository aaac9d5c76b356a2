import { afterAll, beforeAll, expect, test } from 'vitest';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { given } from '../../http/people.ts';
import { type Desk, hidden, openDesk, words } from '../dossier/desk.ts';
import { hiddenOf } from '../groupement/desk.ts';
import { visitorOf } from '../visitor.ts';

let desk: Desk;
let [waiting, done, fresh] = ['', '', ''];
beforeAll(async () => {
  desk = await openDesk();
  waiting = (await desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, 2))).dossier;
  done = (await desk.open(cliniqueMonoSite)).dossier;
  fresh = (await desk.open(cliniqueMonoSite, [])).dossier;
});
afterAll(() => desk.server.stop());

const linked = (text: string) =>
  [...text.matchAll(/<th scope="row"[^>]*>.*?href="\/dossiers\/([\w-]+)"/g)].map(([, id]) => id);
/** A form of Camille’s, whose fields may come several times. */
const send = (path: string, fields: [string, string][]) =>
  visitorOf(desk.server).post(path, new URLSearchParams(fields).toString(), { Cookie: desk.camille.cookie });

test('whoever has no dossier sees them all, each with its next step, who must act, since when and how late', async () => {
  const page = await desk.camille.get('/');
  expect(page.status).toBe(200);
  expect(new Set(linked(page.text))).toEqual(new Set([waiting, done, fresh]));
  const late = await desk.camille.get('/?onglet=ans');
  expect(linked(late.text)).toEqual([waiting]);
  expect(words(late)).toContain('Décision de l’ANS sur le contrat');
  expect(words(late)).toContain('7 janv. 2026 174 jours');
  expect(words(late)).toContain('22 janv. 2026 159 jours de retard');
});

test('an address narrows, sorts and pages; what it does not understand is not asked', async () => {
  expect(linked((await desk.camille.get('/?etape=contrat.attenteDecision')).text)).toEqual([waiting]);
  expect(linked((await desk.camille.get('/?onglet=tous&departement=01&acteur=ans')).text)).toEqual([waiting]);
  expect(linked((await desk.camille.get('/?onglet=tous&departement=2a')).text)).toEqual([]);
  expect(linked((await desk.camille.get('/?onglet=nimporte&tri=non&page=-1')).text).length).toBe(3);
  const sorted = await desk.camille.get('/?onglet=tous&tri=restant&ordre=descendant');
  expect(linked(sorted.text).at(-1)).toBe(done);
  expect(sorted.text).toContain('aria-sort="descending"');
});

test('an empty tab says what to do, and a search that finds nothing where else to look', async () => {
  const mine = words(await desk.claire.get('/?onglet=miennes'));
  expect(mine).toContain('Rien ne vous attend');
  expect(mine).toContain('Voir les dossiers non affectés');
  expect(words(await desk.claire.get('/?onglet=miennes&q=introuvable'))).toContain('Chercher parmi tous les dossiers');
});

test('the search of the header goes straight to what alone answers, a number or words, otherwise to the list', async () => {
  const finess = '010000206';
  const to = async (q: string) =>
    (await desk.camille.get(`/recherche?q=${encodeURIComponent(q)}`)).headers.get('location');
  expect(await to(finess)).toBe(`/dossiers/${waiting}`);
  expect(await to('01 000 0206')).toBe(`/dossiers/${waiting}`);
  expect(await to('camille martin')).toBe(`/dossiers/${done}`);
  expect(await to('nantua')).toBe('/?onglet=tous&q=nantua');
  expect(await to('introuvable')).toBe('/?onglet=tous&q=introuvable');
  expect(await to('pilotage')).toBe('/pilotage');
  const places = await desk.camille.get(`/recherche?q=&ici=/dossiers/${fresh}`);
  expect(words(places)).toContain('Ce dossier');
});

test('what is exported is what is seen, in the same order, each line with the way to its dossier', async () => {
  const exported = await desk.camille.get('/journee/export.csv?onglet=ans');
  expect(exported.headers.get('content-disposition')).toContain('ma-journee-ans-2026-06-30.csv');
  const [, line, ...others] = exported.text.trim().split('\r\n');
  expect(others).toEqual([]);
  expect(line).toContain('"Décision de l’ANS sur le contrat";"ANS";"2026-01-07";"2026-01-22";159;');
  expect(line?.endsWith(`"${desk.server.url}/dossiers/${waiting}"`)).toBe(true);
});

test('ticked dossiers are taken, shown as one’s own, and left', async () => {
  const ticked: [string, string] = ['dossier', waiting];
  const me = (await desk.server.services.identites.comptes()).find(({ nom }) => nom === 'Camille Martin')?.id ?? '';
  const taken = await send('/journee/affectation', [ticked, ['compte', me], ['retour', '/?onglet=libres']]);
  expect([taken.status, taken.headers.get('location')]).toEqual([303, '/?onglet=libres']);
  const mine = await desk.camille.get('/');
  expect(linked(mine.text)).toEqual([waiting]);
  expect(mine.text).toContain('>Camille Martin</td>');
  await send('/journee/affectation', [ticked, ['compte', ''], ['retour', '/']]);
  expect(linked((await desk.camille.get('/?onglet=miennes')).text)).toEqual([]);
  expect((await desk.server.services.travail.affectations(waiting)).map(({ compteId }) => compteId)).toEqual([
    me,
    null,
  ]);
});

test('the same act on several dossiers has one result per line: recorded, refused and why, out of date', async () => {
  const late = (await desk.open(cliniqueMonoSite, [])).dossier;
  const fields: [string, string][] = [
    ...[fresh, done, late].map((id): [string, string] => ['dossier', id]),
    ['retour', '/?onglet=tous'],
    ['acte', 'contrat.absent'],
  ];
  const asked = await send('/journee/lot', fields);
  expect(words(asked)).toContain('1 dossier n’attend pas cela');
  expect(hiddenOf(asked.text).flatMap(([name, value]) => (name === 'ligne' ? [value.split(':')[1]] : []))).toEqual([
    fresh,
    late,
  ]);
  const typed: [string, string][] = [...hiddenOf(asked.text), ['date', '29/06/2026'], ['action', 'enregistrer']];
  const trouve = { type: 'contrat.trouve', date: '2026-06-28' };
  given(await desk.server.services.record({ genre: 'dossier', id: late }, trouve, { auteur: 'test', version: 1 }));
  const told = await send('/journee/lot', typed);
  const text = words(told);
  expect(text).toContain('enregistré sur 1 dossier, refusé sur 1 dossier.');
  expect(text).toMatch(/Refusé Quelqu’un d’autre a fait avancer ce dossier .* Enregistré/);
  const { services } = desk.server;
  const journal = await services.journal({ genre: 'dossier', id: fresh }, 0, 10);
  expect(journal.ok && journal.value.at(-1)).toMatchObject({ type: 'contrat.absent', date: '2026-06-29' });
});

test('the acts that are offered for several dossiers are those that they take, with how many do; no accident is among them', async () => {
  const fields = [fresh, waiting].map((id): [string, string] => ['dossier', id]);
  const text = words(await send('/journee/lot', [...fields, ['retour', '/']]));
  expect(text).toContain('2 dossiers choisis');
  expect(text).toMatch(/Partie 1 du formulaire 413 remplie 2 dossiers/);
  for (const accident of ['abandonné', 'remplacé', 'Certificat commandé', 'SIRET ou FINESS modifié'])
    expect(text).not.toContain(accident);
  const forced = await send('/journee/lot', [
    ['dossier', fresh],
    ['acte', 'dossier.abandonne'],
    ['retour', '/'],
  ]);
  expect(forced.status).toBe(404);
});

test('a page that comes after the end of a list says so, and leads to its beginning', async () => {
  const text = words(await desk.camille.get('/?page=7'));
  expect(text).toContain('Aucun dossier sur cette page La liste s’arrête avant.');
  expect(text).not.toContain('Rien ne vous attend');
});

test('a list is taken whole, beyond the page that is shown, as it is narrowed', async () => {
  const page = await desk.camille.get('/?onglet=tous&coche=liste');
  expect(words(page)).toContain('Les 4 dossiers de cette liste sont choisis, toutes ses pages comprises.');
  expect(hidden(page, 'liste')).toBe('onglet=tous&#38;coche=liste');
  const asked = (liste: string) =>
    send('/journee/lot', [
      ['liste', liste],
      ['retour', '/'],
    ]);
  expect(words(await asked('onglet=tous'))).toContain('4 dossiers choisis');
  expect(words(await asked('onglet=ans'))).toContain('1 dossier choisi');
  const me = (await desk.server.services.identites.comptes()).find(({ nom }) => nom === 'Camille Martin')?.id ?? '';
  await send('/journee/affectation', [
    ['liste', 'onglet=ans'],
    ['compte', me],
    ['retour', '/'],
  ]);
  expect(linked((await desk.camille.get('/?onglet=miennes')).text)).toEqual([waiting]);
  await send('/journee/affectation', [
    ['liste', 'onglet=miennes'],
    ['compte', ''],
    ['retour', '/'],
  ]);
  expect(linked((await desk.camille.get('/?onglet=miennes')).text)).toEqual([]);
});

test('the preview of a line is what its dossier awaits, with its acts for who may act', async () => {
  const glance = async (cookie: string) => {
    const headers = { Cookie: cookie, 'HX-Request': 'true', 'HX-Target': 'aside#apercu' };
    return words(await visitorOf(desk.server).get(`/dossiers/${waiting}`, headers));
  };
  expect(await glance(desk.camille.cookie)).toMatch(/Décision de l’ANS sur le contrat .* Contrat accepté par l’ANS/);
  expect(await glance(desk.camille.cookie)).not.toContain('Les autres étapes');
});

test('part 1 told to several says, in each, its own establishment', async () => {
  const form = await send('/journee/lot', [
    ...[fresh, waiting].map((id): [string, string] => ['dossier', id]),
    ['retour', '/'],
    ['acte', 'formulaire413.partie1Remplie'],
  ]);
  expect(form.text).not.toContain('partie1.siret"');
  const told = await send('/journee/lot', [...hiddenOf(form.text), ['date', '29/06/2026'], ['action', 'enregistrer']]);
  expect(words(told)).toContain('enregistré sur 2 dossiers');
  for (const id of [fresh, waiting]) {
    const { services } = desk.server;
    const [row, journal] = [
      await services.find({ genre: 'dossier', id }),
      await services.journal({ genre: 'dossier', id }, 0, 50),
    ];
    if (!row.ok || !journal.ok) throw new Error('Both are there');
    const { partie1 } = JSON.parse(journal.value.at(-1)?.saisie ?? '{}');
    expect(partie1).toMatchObject({ siret: row.value.siret, denomination: row.value.denomination });
  }
});

test('a bulk act whose fields are wrong is asked again, with nothing recorded', async () => {
  const form = await send('/journee/lot', [
    ['dossier', waiting],
    ['retour', '/'],
    ['acte', 'contrat.signe'],
  ]);
  const page = await send('/journee/lot', [...hiddenOf(form.text), ['date', '31/02/2026'], ['action', 'enregistrer']]);
  expect(page.status).toBe(422);
  expect(words(page)).toContain('À corriger');
  expect(linked((await desk.camille.get('/?onglet=ans')).text)).toEqual([waiting]);
});

test('a view is kept under a name, opened by all it is shared with, and removed by its author', async () => {
  const kept = await send('/journee/vues', [
    ['nom', 'Chez l’ANS'],
    ['requete', 'onglet=ans&tri=nom'],
    ['partagee', 'oui'],
  ]);
  expect(kept.headers.get('location')).toBe('/?onglet=ans&tri=nom');
  const page = await desk.claire.get('/?onglet=ans&tri=nom');
  expect(page.text).toContain('<a href="/?onglet=ans&#38;tri=nom" aria-current="page">');
  const [vue] = await desk.server.services.travail.vues('personne');
  const remove = `/journee/vues/${vue?.id}/supprimer`;
  await desk.claire.post(remove, {});
  expect(await desk.server.services.travail.vues('personne')).toEqual([vue]);
  await desk.camille.post(remove, {});
  expect(await desk.server.services.travail.vues('personne')).toEqual([]);
});

test('who only reads may look, search and export, and is offered nothing to change', async () => {
  const page = await desk.lecteur.get('/?onglet=tous');
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('type="checkbox" name="dossier"');
  expect((await desk.lecteur.post('/journee/affectation', { dossier: `${done}:1`, compte: '' })).status).toBe(403);
  expect((await desk.lecteur.get('/journee/export.csv')).status).toBe(200);
});
