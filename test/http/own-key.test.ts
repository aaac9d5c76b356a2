import { expect, test } from 'vitest';
import { createDispatcher } from '../../src/outbox/dispatcher.ts';
import { createSender } from '../../src/outbox/sender.ts';
import { createKey } from '../as-sent.ts';
import { startReceiver } from '../outbox/receiver.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';

const keyOf = async (more: object) => {
  const asked = { nom: 'Production', role: 'editeur', editeurId: people.editeurId, portees: ['lecture', 'evenements'] };
  return given(await createKey(server.services.identites, enPlace, { ...asked, ...more }));
};
async function ask(method: string, path: string, cle: string, headers: Record<string, string> = {}) {
  const response = await server.fetch(`/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${cle}`, ...headers },
  });
  return { status: response.status, fin: response.headers.get('cle-fin'), body: await response.json() };
}

const server = await serve(JOUR);
const people = await peopleOf(server.services);

test('a key says when it ends, what it may and what it is limited to, and warns in its last month alone', async () => {
  const long = await keyOf({ expireLe: '2026-07-02' });
  expect(await ask('GET', '/moi', long.cle)).toMatchObject({
    fin: null,
    body: { expireLe: '2026-07-02', joursRestants: 31, avis: null, portees: ['lecture', 'evenements'], dossiers: null },
  });
  const short = await keyOf({ expireLe: '2026-07-01' });
  const { fin, body } = await ask('GET', '/moi', short.cle);
  expect([fin, body]).toMatchObject([
    '2026-07-01',
    { joursRestants: 30, avis: expect.stringContaining('renouvelez-la') },
  ]);
  expect((await ask('GET', '/dossiers', short.cle)).fin).toBe('2026-07-01');
});

test('a key is rolled by its holder, of a sandbox too, which stays its own', async () => {
  for (const bacASable of [false, true]) {
    const { cle, fiche } = await keyOf({ expireLe: '2026-06-15', bacASable });
    if (bacASable) await server.post('/api/v1/bac-a-sable/scenarios', { etape: 'fusion', faits: 1 }, bear(cle));
    const before = await ask('GET', '/dossiers', cle);
    const { status, body } = await ask('POST', '/moi/cle/renouvellement', cle);
    expect([status, body]).toMatchObject([
      201,
      { fiche: { id: fiche.id, expireLe: '2026-06-15', role: 'editeur' }, ancienneJusqua: '2026-06-02T11:59:00.000Z' },
    ]);
    const noted = () => server.services.acces?.find({ qui: `cle:${fiche.id}`, limite: 50 }).map(({ quoi }) => quoi);
    await expect.poll(noted).toContain('moi.cle');
    expect((body as { cle: string }).cle.startsWith(bacASable ? 'pigtest_' : 'pig_')).toBe(true);
    for (const one of [cle, (body as { cle: string }).cle])
      expect((await ask('GET', '/dossiers', one)).body).toEqual(before.body);
  }
});

test('a key of any scope reads itself and is rolled, and does nothing else for it', async () => {
  for (const portee of ['faits', 'webhooks']) {
    const { cle } = await keyOf({ role: 'agent', editeurId: null, portees: [portee] });
    expect((await ask('GET', '/moi', cle)).body).toMatchObject({ portees: [portee] });
    expect((await ask('POST', '/moi/cle/renouvellement', cle)).status).toBe(201);
    expect((await ask('GET', '/dossiers', cle)).body).toMatchObject({ code: 'portee-insuffisante' });
  }
});

test('a secret is never replayed, and a person has no key to roll', async () => {
  const { cle } = await keyOf({});
  const named = await ask('POST', '/moi/cle/renouvellement', cle, { 'Idempotency-Key': 'deux-fois-0001' });
  expect(named.status).toBe(400);
  const response = await server.fetch('/api/v1/moi/cle/renouvellement', { method: 'POST', headers: people.agent });
  expect(response.status).toBe(404);
});

test('the end of a key is an event, told once to its éditeur and to nobody else’s', async () => {
  const { store, services } = server;
  const receiver = await startReceiver();
  const { fiche } = await keyOf({ expireLe: '2026-06-20' });
  const asked = { url: receiver.url, evenements: ['cle.finProche'] };
  expect((await server.post('/api/v1/abonnements', asked, people.editeur)).status).toBe(201);
  const { id: editeurId } = given(await services.identites.createEditeur(enPlace, { nom: 'Un autre' }));
  const other = await keyOf({ editeurId, expireLe: '2026-06-21' });
  for (const _turn of [1, 2]) await services.identites.tellEnds(JOUR);
  const clock = () => new Date(`${JOUR}T11:59:00Z`);
  const sender = createSender({ autoriserAdressesPrivees: true });
  const dispatcher = createDispatcher({ store, sender, clock, random: () => 0, onCommit: store.onCommit });
  await dispatcher.work();
  await dispatcher.close();
  receiver.stop();
  const told = receiver.kept.map(({ body }) => JSON.parse(body)).filter(({ data }) => data.genre === 'cle');
  const mine = told.filter(({ data }) => data.id === fiche.id);
  expect(mine).toMatchObject([
    { type: 'fr.parcours-igc.cle.finProche', subject: fiche.id, data: { date: '2026-06-20' } },
  ]);
  expect(told.some(({ data }) => data.id === other.fiche.id)).toBe(false);
  const feedOf = async (cle: string) =>
    ((await ask('GET', '/evenements?types=cle.finProche', cle)).body as { evenements: { data: { id: string } }[] })
      .evenements;
  expect((await feedOf(other.cle)).map(({ data }) => data.id)).toEqual([other.fiche.id]);
  expect(await feedOf((await keyOf({ dossiers: ['d1'] })).cle)).toEqual([]);
  const all = await server.get<{ evenements: { id: string; data: { id: string } }[] }>('/api/v1/evenements?limite=200');
  const places = all.body.evenements.map(({ id }) => Number(id));
  expect(places).toEqual(places.map((_, rank) => rank + 1));
  expect(all.body.evenements.filter(({ data }) => data.id === fiche.id)).toEqual(mine);
});

function bear(cle: string): Record<string, string> {
  return { Authorization: `Bearer ${cle}` };
}
