import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPages } from '../../../src/raster/pages.ts';
import { monoSite, site } from '../../../src/sandbox/vies/journey.ts';
import { given } from '../../http/people.ts';
import { type Desk, openDesk, words } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.stop());

const act = { auteur: 'essai', version: null };
const SITES = [
  { denomination: 'Hôpital du Lac', finess: '010000024', siret: '26010002100014' },
  { denomination: 'Hôpital du Pré', finess: '010000032', siret: '26010003900013' },
];

/** Sends files as a browser without script does, with what else the form holds. */
async function send(path: string, files: Record<string, Buffer>, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [nom, octets] of Object.entries(files)) form.append('piece', new Blob([new Uint8Array(octets)]), nom);
  const headers = { Cookie: desk.camille.cookie, Authorization: '', 'Sec-Fetch-Site': 'same-origin' };
  const response = await desk.server.fetch(path, { method: 'POST', headers, body: form, redirect: 'manual' });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function pdfAt(path: string): Promise<Buffer> {
  const answer = await desk.server.fetch(path, { headers: { Cookie: desk.camille.cookie, Authorization: '' } });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return Buffer.from(await answer.arrayBuffer());
}

/** A page as a scanner gives it back: askew, grey, compressed. */
async function scanned(pdf: Buffer): Promise<Buffer> {
  const opened = await openPages(pdf, 'application/pdf');
  if (!opened.ok) throw new Error(opened.error);
  const { width, height, data } = await opened.value.grey(0, 200);
  opened.value.close();
  return sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(2, { background: '#fff' })
    .jpeg({ quality: 60 })
    .toBuffer();
}

const piecesOf = async (id: string) => given(await desk.server.services.documentsOf({ genre: 'dossier', id }));
const linesOf = async (id: string) => given(await desk.server.services.journal({ genre: 'dossier', id }, 0, 100));

test('all that a groupement has to sign is one file, and comes back to each of its sites by the codes of its pages', async () => {
  const { services } = desk.server;
  const { id } = given(await services.openGroupement({ nom: 'GHT des deux rives', genre: 'ght' }, act)).row;
  const sites: string[] = [];
  for (const named of SITES) {
    const etablissement = { ...site, ...named };
    const asked = { procedure: 'public-ght', etablissement, groupementId: id };
    sites.push(given(await services.openDossier(asked, act)).row.id);
  }
  const list = await desk.camille.get(`/groupements/${id}/a-signer`);
  expect(list.text).toContain(`href="/groupements/${id}/a-signer.pdf?fichier=1"`);
  const set = await pdfAt(`/groupements/${id}/a-signer.pdf?fichier=1`);
  const sorted = await send('/numerisations', { 'retour.pdf': set });
  expect(sorted.status).toBe(200);
  for (const { denomination } of SITES) expect(words(sorted)).toContain(denomination);
  const kept = await Promise.all(sites.map(piecesOf));
  expect(kept.map((pieces) => pieces.length)).toEqual([1, 1]);
  const [first, second] = kept.map(([piece]) => piece);
  expect(first?.document).toBe(second?.document);
  expect(first?.imprimes.map(({ formulaire }) => formulaire)).toContain('formulaire-413');
  const pages = [first, second].flatMap((piece) => piece?.imprimes.flatMap((one) => one.pages) ?? []);
  expect(pages.toSorted((a, b) => a - b)).toEqual(Array.from(pages, (_, rank) => rank + 1));

  const again = await send('/numerisations', { 'retour.pdf': set });
  expect(again.status).toBe(200);
  expect((await piecesOf(sites[0] ?? '')).length).toBe(1);
});

test('a scan that bears no code of ours is refused, and nothing is kept of it', async () => {
  const blank = await sharp({ create: { width: 400, height: 600, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const said = await send('/numerisations', { 'page.png': blank });
  expect(words(said)).toContain('Aucune page de ce fichier ne porte le code');
  expect((await send('/numerisations', {})).status).toBe(303);
});

test('the signed contract that came back is offered where its sending is told, and proves it', async () => {
  const { dossier } = await desk.open(monoSite({ title: '', source: '§1', steps: [] }));
  const form = `/dossiers/${dossier}/formulaires/contrat-structure`;
  const scan = await scanned(await pdfAt(`${form}/papier.pdf`));
  await send('/numerisations', { 'contrat.jpg': scan });
  const [piece] = await piecesOf(dossier);
  expect(piece?.imprimes).toMatchObject([{ formulaire: 'contrat-structure', pages: [1] }]);
  const looked = await desk.camille.get(`/dossiers/${dossier}/pieces/${piece?.rang}`);
  expect(words(looked)).toContain('Identique à ce que dit le dossier');
  const shown = await desk.camille.get(form);
  expect(shown.text).toMatch(new RegExp(`name="deja" value="${piece?.rang}"[^>]*checked`));
});

test('pieces are brought with a fact, and prove it; what would not be kept stops it before anything is told', async () => {
  const { dossier } = await desk.open(monoSite({ title: '', source: '§1', steps: [] }));
  const path = `/dossiers/${dossier}/faits/contrat.trouve`;
  const page = await desk.camille.get(path);
  expect(words(page)).toContain('Joindre une pièce (facultatif)');
  const fields = { date: '30/06/2026', action: 'enregistrer' };
  const html = Buffer.from('<!doctype html><script>1</script>');
  const stopped = await send(path, { 'page.html': html }, fields);
  expect([stopped.status, words(stopped).includes('Rien n’est encore enregistré')]).toEqual([422, true]);
  expect((await linesOf(dossier)).map(({ type }) => type)).toEqual(['dossier.ouvert']);

  const table = Buffer.from('nom;siret\nA;1\n');
  expect((await send(path, { 'contrat.csv': table }, fields)).status).toBe(303);
  const told = (await linesOf(dossier)).find(({ type }) => type === 'contrat.trouve');
  expect(await piecesOf(dossier)).toMatchObject([{ nom: 'contrat.csv', prouve: told?.rang }]);
});

test('a piece of the dossier that is ticked proves what is told, once', async () => {
  const { dossier } = await desk.open(monoSite({ title: '', source: '§1', steps: [] }));
  await send(`/dossiers/${dossier}/pieces`, { 'preuve.csv': Buffer.from('nom;siret\nB;2\n') });
  const [waiting] = await piecesOf(dossier);
  const path = `/dossiers/${dossier}/faits/contrat.trouve`;
  const vu = /name="vu" value="(\d+)"/.exec((await desk.camille.get(path)).text)?.[1] ?? '';
  const fields = { date: '30/06/2026', action: 'enregistrer', vu, deja: `${waiting?.rang}` };
  expect((await send(path, {}, fields)).status).toBe(303);
  const told = (await linesOf(dossier)).find(({ type }) => type === 'contrat.trouve');
  const proving = (await piecesOf(dossier)).filter(({ prouve }) => prouve !== null);
  expect(proving).toMatchObject([{ document: waiting?.document, nom: 'preuve.csv', prouve: told?.rang }]);
  const list = await desk.camille.get(`/dossiers/${dossier}/documents`);
  expect(list.text.match(/>preuve\.csv</g)).toHaveLength(1);
});
