import { hash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { site, today } from '../../src/sandbox/vies/journey.ts';
import { serve } from '../server.ts';
import { given, peopleOf } from './people.ts';

const server = await serve(today);
const people = await peopleOf(server.services);
const act = { auteur: 'essai', version: null };
const scan = (background: string) =>
  sharp({ create: { width: 40, height: 60, channels: 3, background } })
    .png()
    .toBuffer();
const open = async (finess: string) =>
  given(await server.services.openDossier({ procedure: 'prive-mono-site', etablissement: { ...site, finess } }, act))
    .row.id;
const put = (id: string, bytes: Buffer, query = 'nom=scan.png', headers = people.agent) =>
  server.fetch(`/api/v1/dossiers/${id}/documents?${query}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });

interface Garde {
  rang: number;
  nom: string;
  nature: string;
  octets: number;
  document: string;
  prouve: number | null;
  auteur: string;
}

test('a scan is kept with the fact that it proves, sealed with its line, and read back as it was', async () => {
  const id = await open('010000057');
  given(await server.services.record({ genre: 'dossier', id }, { type: 'contrat.trouve', date: today }, act));
  const lines = given(await server.services.journal({ genre: 'dossier', id }, 0, 10));
  const prouve = lines.find(({ type }) => type === 'contrat.trouve')?.rang ?? 0;
  const bytes = await scan('white');
  const sent = await put(id, bytes, `nom=${encodeURIComponent('../Contrat signé.png')}&prouve=${prouve}`);
  const kept = (await sent.json()) as Garde;
  expect([sent.status, kept.nom, kept.nature, kept.octets, kept.prouve]).toEqual([
    200,
    'Contrat signé.png',
    'png',
    bytes.length,
    prouve,
  ]);
  expect([kept.document, sent.headers.get('recu')?.split(':')[0]]).toEqual([hash('sha256', bytes), `${kept.rang}`]);
  const told = given(await server.services.journal({ genre: 'dossier', id }, kept.rang - 1, 1))[0];
  expect([told?.type, JSON.parse(told?.saisie ?? '{}').document]).toEqual(['document.depose', kept.document]);

  const again = (await (await put(id, bytes, `nom=encore.png&prouve=${prouve}`)).json()) as Garde;
  expect(again.rang).toBe(kept.rang);

  const read = await server.fetch(`/api/v1/dossiers/${id}/documents/${kept.rang}`, { headers: people.lecteur });
  expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true);
  expect(['content-disposition', 'x-content-type-options'].map((name) => read.headers.get(name))).toEqual([
    `attachment; filename="document-${kept.rang}.png"`,
    'nosniff',
  ]);
  const { documents } = (await (
    await server.fetch(`/api/v1/dossiers/${id}/documents`, { headers: people.lecteur })
  ).json()) as { documents: Garde[] };
  expect(documents).toEqual([kept]);
  const steps = await server.fetch(`/api/v1/dossiers/${id}/prochaines-etapes`);
  expect(steps.status).toBe(200);
  expect(await server.store.verify({})).toMatchObject({ ok: true });
});

test('what is no document, too large, or proves nothing of the dossier is told so, and nothing is kept', async () => {
  const id = await open('010000040');
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  const bytes = await scan('red');
  const answers = await Promise.all([
    put(id, page),
    put(id, Buffer.alloc(21 * 1024 * 1024)),
    put(id, bytes, 'nom=a.png&prouve=999999'),
    put(id, bytes, 'prouve=hier'),
    put('00000000-0000-4000-8000-000000000000', bytes),
    put(id, bytes, 'nom=a.png', people.lecteur),
    put(id, bytes, 'nom=a.png', people.editeur),
  ]);
  const told = await Promise.all(
    answers.map(async (one) => [one.status, ((await one.json()) as { code: string }).code]),
  );
  expect(told).toEqual([
    [422, 'document-refuse'],
    [413, 'document-trop-grand'],
    [404, 'introuvable'],
    [422, 'saisie-invalide'],
    [404, 'introuvable'],
    [403, 'droit-insuffisant'],
    [403, 'droit-insuffisant'],
  ]);
  expect(given(await server.services.documentsOf({ genre: 'dossier', id }))).toEqual([]);
});

test('an erased document leaves its imprint, and its bytes where another dossier has the same', async () => {
  const [one, other] = [await open('590782553'), await open('690000252')];
  const bytes = await scan('blue');
  const first = (await (await put(one, bytes)).json()) as Garde;
  const second = (await (await put(other, bytes)).json()) as Garde;
  const erase = (id: string, rang: number, headers = people.superviseur) =>
    server.fetch(`/api/v1/dossiers/${id}/documents/${rang}/effacement`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ motif: 'Déposé au mauvais dossier' }),
    });
  expect((await erase(one, first.rang, people.agent)).status).toBe(403);
  expect((await erase(one, first.rang)).status).toBe(204);
  expect((await erase(one, first.rang)).status).toBe(404);
  const lines = given(await server.services.journal({ genre: 'dossier', id: one }, 0, 20));
  const gone = lines.find(({ rang }) => rang === first.rang);
  const told = lines.find(({ type }) => type === 'document.efface');
  expect([gone?.saisie, JSON.parse(told?.saisie ?? '{}').document]).toEqual([null, first.document]);
  const path = (id: string, rang: number) => `/api/v1/dossiers/${id}/documents/${rang}`;
  const statuses = async () => [
    (await server.fetch(path(one, first.rang))).status,
    (await server.fetch(path(other, second.rang))).status,
    await server.store.documents.has(first.document),
  ];
  expect(await statuses()).toEqual([404, 200, true]);
  expect((await erase(other, second.rang)).status).toBe(204);
  expect(await statuses()).toEqual([404, 404, false]);
  expect(await server.store.verify({})).toMatchObject({ ok: true });
});
