import { expect, test } from 'vitest';
import { operationsOf } from '../../src/http/operations/index.ts';
import { anchorsIn } from '../../src/store/seals.ts';
import { serve } from '../server.ts';
import { peopleOf } from './people.ts';

const etablissement = {
  denomination: 'USLD CH DE NANTUA',
  siret: '26011021800062',
  finess: '010786259',
  codePostal: '01130',
  commune: 'NANTUA',
};
const opening = { procedure: 'prive-mono-site', etablissement };
const fact = { type: 'contrat.trouve', date: '2026-01-05' };

const posts = operationsOf({ autoriserAdressesPrivees: false }).filter(({ method }) => method === 'post');

const send = (path: string, body: unknown, cle: string, headers: Record<string, string> = {}) =>
  server.post<Record<string, unknown>>(path, body, { 'Idempotency-Key': cle, ...headers });

const server = await serve('2026-06-01');
const { body } = await server.post<{ id: string }>('/api/v1/dossiers', opening, { 'Idempotency-Key': 'ouverture-1' });
const dossier = `/api/v1/dossiers/${body.id}`;

test('the same request under the same key is answered the same, and acts once', async () => {
  const first = await send(`${dossier}/faits`, fact, 'premier-fait');
  const again = await send(`${dossier}/faits`, { date: fact.date, type: fact.type }, 'premier-fait');
  expect([first.status, again]).toEqual([200, first]);
  const { body } = await server.get<{ faits: { type: string }[] }>(`${dossier}/journal`);
  expect(body.faits.filter(({ type }) => type === fact.type)).toHaveLength(1);
});

test('an opening that is sent again opens nothing', async () => {
  const again = await send('/api/v1/dossiers', opening, 'ouverture-1');
  expect([again.status, `/api/v1/dossiers/${again.body['id']}`]).toEqual([201, dossier]);
});

test('ten at once act once', async () => {
  const body = { type: 'editeur.contacte', date: '2026-01-05' };
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(`${dossier}/faits`, body, 'dix-fois')));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
});

test('a refusal is kept as well: what has become possible since asks for a new key', async () => {
  const signed = { type: 'formulaire413.signe', date: '2026-01-05' };
  const refused = await send(`${dossier}/faits`, signed, 'trop-tot-sans-doute');
  expect([refused.status, refused.body['code']]).toEqual([409, 'fait-refuse']);
  expect(await send(`${dossier}/faits`, signed, 'trop-tot-sans-doute')).toEqual(refused);
});

test('another request under a key that has served is told so, and changes nothing', async () => {
  const before = await server.get(dossier);
  for (const [path, body, headers] of [
    [`${dossier}/faits`, { ...fact, date: '2026-01-06' }, {}],
    [`${dossier}/faits`, fact, { 'If-Match': '"1"' }],
    ['/api/v1/dossiers', opening, {}],
  ] as const) {
    const answer = await send(path, body, 'premier-fait', headers);
    expect([answer.status, answer.body['code']]).toEqual([422, 'cle-deja-utilisee']);
  }
  expect(await server.get(dossier)).toEqual(before);
});

test('a key that is no key is refused', async () => {
  const answer = await send(`${dossier}/faits`, fact, 'court');
  expect([answer.status, answer.body['code']]).toEqual([400, 'cle-idempotence-invalide']);
});

test('a key is heeded by every POST: kept with what it wrote, or refused, never ignored', async () => {
  const people = await peopleOf(server.services);
  for (const { id, path, body, seRejoue } of posts) {
    const response = await server.fetch(`/api/v1${path.replaceAll(/:\w+/g, 'lune')}`, {
      method: 'POST',
      headers: { ...people.superviseur, 'Content-Type': body?.type ?? '', 'Idempotency-Key': 'court' },
      ...(body && { body: body.type === 'text/csv' ? 'x' : '{}' }),
    });
    const { code } = (await response.json()) as { code: string };
    const told = seRejoue ? 'cle-idempotence-invalide' : 'cle-idempotence-non-admise';
    expect([id, response.status, code]).toEqual([id, 400, told]);
  }
});

test('each act is answered with a receipt that the base is held to; what is refused, or changed nothing, has none', async () => {
  const tell = async (body: object, cle: string) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': cle };
    const response = await server.fetch(`${dossier}/faits`, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.headers.get('Recu');
  };
  const done = { type: 'carteResponsable.absente', date: '2026-01-06' };
  const recu = (await tell(done, 'avec-recu')) ?? '';
  const { body } = await server.get<{ faits: { rang: number }[] }>(`${dossier}/journal`);
  const [line] = anchorsIn(recu);
  expect(line?.rang).toBe(body.faits.at(-1)?.rang);
  expect(await server.store.verify({ ancres: anchorsIn(recu) })).toMatchObject({ ok: true });
  const again = (await tell(done, 'avec-recu')) ?? '';
  expect(anchorsIn(again)[0]).toEqual(line);
  expect(await tell({ ...done, date: 'hier' }, 'sans-recu')).toBeNull();

  const forged = recu.replace(/:[\w-]{86}$/, `:${'A'.repeat(86)}`);
  expect(await server.store.verify({ ancres: anchorsIn(forged) })).toMatchObject({
    ok: false,
    raison: 'la signature de l’ancre n’est pas celle de ce journal',
  });
});
