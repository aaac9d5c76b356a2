import { expect, test } from 'vitest';
import { exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import { peopleOf } from '../../http/people.ts';
import { serve } from '../../server.ts';

interface Preview {
  version: number;
  retires: { rang: number; type: string }[];
}
interface Line {
  rang: number;
  type: string;
  corrigee: object | null;
}

const preview = (headers: Record<string, string>, body: object = { rang: 2 }) =>
  server.post<Preview>(`${place}/corrections/apercu`, body, headers);
const correct = (headers: Record<string, string>, body: object) =>
  server.post<{ code?: string }>(
    `${place}/corrections`,
    { rang: 2, motif: 'Contrat retrouvé depuis', ...body },
    headers,
  );

const server = await serve('2026-03-02');
const people = await peopleOf(server.services);
const { sansFiness: _sansFiness, ...etablissement } = exempleEtablissement;
const opened = await server.post<{ id: string }>('/api/v1/dossiers', { procedure: 'prive-mono-site', etablissement });
const place = `/api/v1/dossiers/${opened.body.id}`;
for (const type of ['contrat.transmis', 'contrat.signe'])
  await server.post(`${place}/faits`, {
    type,
    date: '2026-03-01',
    ...(type === 'contrat.signe' && { numero: 'C-1' }),
  });

test('whoever reads, and éditeurs, neither look at corrections nor make them', async () => {
  for (const who of ['lecteur', 'editeur'] as const) {
    const seen = await preview(people[who]);
    const done = await correct(people[who], { version: 3, retires: [3] });
    expect([who, [401, 403, 404].includes(seen.status), [401, 403, 404].includes(done.status)]).toEqual([
      who,
      true,
      true,
    ]);
  }
  const agent = await correct(people.agent, { version: 3, retires: [3] });
  expect([agent.status, agent.body.code]).toEqual([409, 'correction-impossible']);
});

test('what was previewed is confirmed, and the journal tells both', async () => {
  const seen = await preview(people.superviseur);
  expect([seen.status, seen.body.version, seen.body.retires.map(({ rang }) => rang)]).toEqual([200, 3, [3]]);
  const other = await correct(people.superviseur, { version: 3, retires: [] });
  expect([other.status, other.body.code]).toEqual([409, 'apercu-perime']);
  const stale = await correct(people.superviseur, { version: 2, retires: [3] });
  expect([stale.status, stale.body.code]).toEqual([412, 'version-perimee']);

  const done = await correct(people.superviseur, { version: 3, retires: [3] });
  expect(done).toMatchObject({ status: 200, body: { dossier: { version: 4, etats: { contrat: 'aVerifier' } } } });
  const { body } = await server.get<{ faits: Line[] }>(`${place}/journal`);
  expect(body.faits.map(({ type, corrigee }) => [type, corrigee])).toEqual([
    ['dossier.ouvert', null],
    ['contrat.transmis', { par: 4, sort: 'retire', remplacant: null }],
    ['contrat.signe', { par: 4, sort: 'entraine', remplacant: null }],
    ['fait.corrige', null],
  ]);
});

test('an agent corrects what he told himself these days, where no line of another stands on it', async () => {
  const no = await preview(people.agent, { rang: 2 });
  expect([no.status, no.body]).toMatchObject([409, { code: 'correction-impossible' }]);
  const fait = { type: 'editeur.contacte', date: '2026-03-02' };
  const told = await server.post<{ dossier: { version: number } }>(`${place}/faits`, fait, people.agent);
  expect(told.status).toBe(200);
  const { body } = await server.get<{ faits: Line[] }>(`${place}/journal`);
  const rang = body.faits.findLast(({ type }) => type === fait.type)?.rang ?? 0;
  const seen = await preview(people.agent, { rang });
  expect([seen.status, seen.body.retires]).toEqual([200, []]);
  const asked = { rang, version: seen.body.version, retires: [] };
  const done = await correct(people.agent, asked);
  expect(done.status).toBe(200);
});

test('a line that cannot be corrected says what to do instead', async () => {
  const opening = await preview(people.superviseur, { rang: 1 });
  expect(opening).toMatchObject({
    status: 409,
    body: {
      code: 'correction-impossible',
      raison: 'ouverture',
      rang: 1,
      detail: expect.stringContaining('abandonnez'),
    },
  });
  const unknown = await preview(people.superviseur, { rang: 99 });
  expect(unknown.status).toBe(404);
});
