import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formulaires } from '../../machines/formulaires/index.ts';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { delegate } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';
const CUSTOMERS = 30;
const { partie4 } = formulaires['formulaire-413'].exemple;
const filled = { type: 'formulaire413.partie4Remplie', date: JOUR, partie4 };

interface Told {
  retenus: number;
  refuses: number;
  lignes: {
    dossier: string;
    status: number;
    rejoue: boolean;
    resultat: { version: number; restant: number } | null;
    probleme: { code: string } | null;
  }[];
}

const dossiers: string[] = [];

const send = (faits: object[], headers: Record<string, string> = {}) =>
  server.post<Told>('/api/v1/faits', { faits }, { ...people.editeur, ...headers });

async function versionOf(id: string | undefined): Promise<number> {
  return (await server.get<{ version: number }>(`/api/v1/dossiers/${id}`)).body.version;
}

const server = await serve(JOUR);
const people = await peopleOf(server.services);
for (let rank = 0; rank <= CUSTOMERS; rank++) {
  const { body } = await server.post<{ id: string }>('/api/v1/dossiers', openingOf(rank));
  dossiers.push(body.id);
  const delegation = { dossierId: body.id, editeurId: people.editeurId, du: JOUR, motif: 'Essai' };
  if (rank < CUSTOMERS) given(await delegate(server.services.identites, enPlace, delegation));
}

describe('many facts at once', () => {
  test('are told by an éditeur to its customers, each on its own: one that is refused stops no other', async () => {
    const [first, second, third] = dossiers;
    const lines = [
      { dossier: first, fait: filled },
      { dossier: second, fait: { type: 'contrat.trouve', date: JOUR } },
      { dossier: third, fait: { ...filled, date: '2027-01-01' } },
      { dossier: dossiers[CUSTOMERS], fait: filled },
      { dossier: dossiers[3], fait: filled, version: 7 },
      { dossier: dossiers[4], fait: filled },
    ];
    const { status, body } = await send(lines);
    expect([status, body.retenus, body.refuses]).toEqual([200, 2, 4]);
    expect(body.lignes.map((line) => [line.dossier, line.status, line.probleme?.code])).toEqual([
      [first, 200, undefined],
      [second, 403, 'fait-non-permis'],
      [third, 422, 'saisie-invalide'],
      [dossiers[CUSTOMERS], 404, 'introuvable'],
      [dossiers[3], 412, 'version-perimee'],
      [dossiers[4], 200, undefined],
    ]);
    expect(body.lignes[0]?.resultat?.version).toBe(await versionOf(first));
  });

  test('sent again under one key act once, whether it is of the line or of the request', async () => {
    const [, , , , , own, ofAll] = dossiers;
    const lines = [
      { dossier: own, fait: filled, cle: randomUUID() },
      { dossier: ofAll, fait: filled },
    ];
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await send(lines, headers);
    const again = await send(lines, headers);
    expect(first.body.lignes.map(({ status, rejoue }) => [status, rejoue])).toEqual([
      [200, false],
      [200, false],
    ]);
    expect(again.body.lignes).toEqual(first.body.lignes.map((line) => ({ ...line, rejoue: true })));
    const [told] = await Promise.all([versionOf(own), versionOf(ofAll)]);
    expect(told).toBe(first.body.lignes[0]?.resultat?.version);
    const other = await send([{ ...lines[0], fait: { ...filled, date: '2026-05-31' } }]);
    expect(other.body.lignes[0]?.probleme?.code).toBe('cle-deja-utilisee');
  });

  test('of one dossier are told in their order', async () => {
    const facts = [{ type: 'contrat.absent' }, { type: 'contrat.transmis' }, { type: 'contrat.signe', numero: 'C-1' }];
    const faits = facts.map((fact) => ({ dossier: dossiers[8], fait: { ...fact, date: JOUR } }));
    const { body } = await server.post<Told>('/api/v1/faits', { faits });
    expect(body.lignes.map(({ status, resultat }) => [status, resultat?.version])).toEqual([
      [200, 2],
      [200, 3],
      [200, 4],
    ]);
  });

  test('answer in few bytes: 340 a line at most', async () => {
    const lines = dossiers.slice(10, CUSTOMERS).map((dossier) => ({ dossier, fait: filled }));
    const { body } = await send(lines);
    expect(body.retenus).toBe(lines.length);
    expect(JSON.stringify(body).length / lines.length).toBeLessThan(340);
  });

  test('are 500 at most, and one at least', async () => {
    const many = Array.from({ length: 501 }, () => ({ dossier: dossiers[0], fait: filled }));
    expect([(await send(many)).status, (await send([])).status]).toEqual([422, 422]);
    const lecteur = await server.post('/api/v1/faits', { faits: many.slice(0, 1) }, people.lecteur);
    expect(lecteur.status).toBe(403);
  });
});

test('who prefers little is answered little', async () => {
  const response = await server.fetch(`/api/v1/dossiers/${dossiers[CUSTOMERS]}/faits`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Prefer: 'respond-async, return=minimal' },
    body: JSON.stringify(filled),
  });
  const text = await response.text();
  expect([response.status, response.headers.get('preference-applied')]).toEqual([200, 'return=minimal']);
  expect(text.length).toBeLessThanOrEqual(300);
  const { version } = JSON.parse(text) as { version: number };
  expect([response.headers.get('etag'), version]).toEqual([`"${version}"`, await versionOf(dossiers[CUSTOMERS])]);
});

test('If-None-Match is compared weakly, takes lists and whatever there is; If-Match takes lists', async () => {
  const path = `/api/v1/dossiers/${dossiers[9]}`;
  const version = await versionOf(dossiers[9]);
  for (const read of [path, `${path}/prochaines-etapes`]) {
    const statusOf = async (held: string) => (await server.fetch(read, { headers: { 'If-None-Match': held } })).status;
    const held = [`W/"${version}"`, `"0", "${version}"`, '*', '"0"'];
    expect(await Promise.all(held.map(statusOf))).toEqual([304, 304, 304, 200]);
  }
  const tell = (wanted: string) => server.post(`${path}/faits`, filled, { 'If-Match': wanted });
  expect((await tell('"41", "42"')).status).toBe(412);
  expect((await tell(`W/"${version}"`)).status).toBe(412);
  expect((await tell(`"41", "${version}"`)).status).toBe(200);
});
