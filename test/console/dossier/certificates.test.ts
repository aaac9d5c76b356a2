import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProcedure } from '../../../machines/index.ts';
import { site } from '../../../src/sandbox/vies/journey.ts';
import { faits } from '../../engine/family.ts';
import { given } from '../../http/people.ts';
import { hiddenOf } from '../groupement/desk.ts';
import { visitorOf } from '../visitor.ts';
import { type Desk, hidden, openDesk, words } from './desk.ts';

const act = { auteur: 'essai', version: null };
const orders = Array.from({ length: 60 }, () => 'certificat.demande');
let desk: Desk;
let path: string;
beforeAll(async () => {
  desk = await openDesk();
  const { services } = desk.server;
  const { id } = given(await services.openDossier({ procedure: 'prive-mono-site', etablissement: site }, act)).row;
  const facts = findProcedure('prive-mono-site')?.facts ?? {};
  for (const type of [...faits.habilite, ...orders])
    given(
      await services.record({ genre: 'dossier', id }, { ...facts[type]?.exemples[0], type, date: '2026-06-01' }, act),
    );
  path = `/dossiers/${id}`;
});
afterAll(() => desk.server.stop());

test('the certificates of a dossier are listed page by page, each once', async () => {
  const [first, second] = [
    await desk.camille.get(`${path}/certificats`),
    await desk.camille.get(`${path}/certificats?page=2`),
  ];
  expect(words(first)).toContain('Page 1 sur 2, 60 certificats');
  expect(first.text).toContain(`href="${path}/certificats?page=2" rel="next"`);
  expect(second.text).toContain(`href="${path}/certificats" rel="prev"`);
  const listed = [first, second].map(({ text }) =>
    [...text.matchAll(/href="\/certificats\/([^"/]+)"/g)].map(([, id]) => id),
  );
  expect(listed.map((ids) => ids.length)).toEqual([50, 10]);
  expect(new Set(listed.flat()).size).toBe(60);
  expect(words(await desk.camille.get(`${path}/certificats?page=99`))).toContain('Page 2 sur 2');
});

test('the steps of a dossier sum them up, the most urgent named', async () => {
  const page = await desk.camille.get(path);
  expect(words(page)).toContain('Mise à disposition du certificat : 60');
  expect(words(page)).toContain('Voir les 60 certificats');
  expect(words(page)).toContain('Certificat retiré par l’administrateur technique (60 fois)');
  const [, named = ''] = /<h3>Les plus pressés ensuite<\/h3>([\s\S]*?)<\/ul>/.exec(page.text) ?? [];
  expect(named.match(/<li>/g)).toHaveLength(9);
});

test('the same is told of several certificates at once, each on its own line', async () => {
  const list = await desk.camille.get(`${path}/certificats`);
  const id = path.split('/').at(-1) ?? '';
  expect(hidden(list, 'objet')).toBe('certificats');
  const seen = { dossier: id, objet: 'certificats', retour: `${path}/certificats` };
  const choice = await desk.camille.post('/journee/lot', seen);
  expect(words(choice)).toContain('Certificat mis à disposition 60 certificats');
  expect(words(choice)).not.toContain('Certificat commandé');
  const asked = await desk.camille.post('/journee/lot', { ...seen, acte: 'certificat.disponible' });
  const lines = hiddenOf(asked.text);
  const ticked = lines.filter(([name]) => name === 'pris').slice(0, 3);
  expect(lines.filter(([name]) => name === 'ligne')).toHaveLength(60);
  const sent: [string, string][] = [
    ...lines.filter(([name]) => name !== 'pris'),
    ...ticked,
    ['date', '29/06/2026'],
    ['action', 'enregistrer'],
  ];
  const done = await visitorOf(desk.server).post('/journee/lot', new URLSearchParams(sent).toString(), {
    Cookie: desk.camille.cookie,
  });
  expect(words(done)).toContain('enregistré sur 3 certificats.');
  expect(words(done)).toContain('Certificat mis à disposition 57 certificats');
});

test('what no longer waits for it since the page was shown is told as refused, never left out', async () => {
  const id = path.split('/').at(-1) ?? '';
  const seen = { dossier: id, objet: 'certificats', retour: `${path}/certificats`, acte: 'certificat.disponible' };
  const lines = hiddenOf((await desk.camille.post('/journee/lot', seen)).text);
  const ticked = lines.filter(([name]) => name === 'pris').slice(0, 2);
  const [gone = ''] = ticked[0]?.[1].split(':') ?? [];
  given(
    await desk.server.services.record(
      { genre: 'certificat', id: gone },
      { type: 'certificat.disponible', date: '2026-06-29' },
      act,
    ),
  );
  const sent: [string, string][] = [
    ...lines.filter(([name]) => name !== 'pris'),
    ...ticked,
    ['date', '29/06/2026'],
    ['action', 'enregistrer'],
  ];
  const done = await visitorOf(desk.server).post('/journee/lot', new URLSearchParams(sent).toString(), {
    Cookie: desk.camille.cookie,
  });
  expect(words(done)).toContain('enregistré sur 1 certificat');
  expect(words(done)).toContain('Refusé');
});
