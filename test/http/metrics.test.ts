import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstFact, openingOf } from '../../scripts/bench/dossiers.ts';
import { createApp } from '../../src/http/app.ts';
import { startServer, type TestServer } from '../server.ts';
import { type People, peopleOf } from './people.ts';

let server: TestServer;
let people: People;
beforeAll(async () => {
  server = await startServer('2026-06-01');
  people = await peopleOf(server.services);
});
afterAll(() => server.stop());

async function scrape(headers: Record<string, string> = {}, url = server.url): Promise<Response> {
  return await fetch(`${url}/metrics`, { headers });
}

/** What is counted of the service itself, by its name and labels. */
async function read(): Promise<Map<string, number>> {
  const lines = (await (await scrape()).text()).split('\n').filter((line) => line.startsWith('parcours_'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

const open = (rank: number) => server.post<{ id: string }>('/api/v1/dossiers', openingOf(rank));

test('an act that is taken, and one that is refused, are counted with what was written and how long it took', async () => {
  const before = await read();
  const { body } = await open(0);
  const faits = `/api/v1/dossiers/${body.id}/faits`;
  const refused = await server.post(faits, { type: 'contrat.signe', date: '2026-01-05', numero: 'C-1' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'fait-refuse' } });
  const after = await read();
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  const times = 'parcours_http_duree_seconds_count';
  expect({
    actes: grown('parcours_actes_total'),
    refuses: grown('parcours_actes_refuses_total{code="fait-refuse"}'),
    reponses: grown('parcours_http_refus_total{code="fait-refuse"}'),
    transactions: grown('parcours_commit_ecritures_count'),
    ouverture: grown(`${times}{operation="dossiers.ouvrir",methode="post",statut="2xx"}`),
    fait: grown(`${times}{operation="dossiers.faits",methode="post",statut="4xx"}`),
  }).toEqual({ actes: 1, refuses: 1, reponses: 1, transactions: 1, ouverture: 1, fait: 1 });
  await server.post(faits, firstFact);
  expect((await read()).get('parcours_actes_total')).toBe((after.get('parcours_actes_total') ?? 0) + 1);
});

test('what waits for a subscription is told by its id, with the age of what waits longest, until it is gone', async () => {
  const { body } = await open(1);
  await server.post(`/api/v1/dossiers/${body.id}/faits`, firstFact);
  const { store } = server;
  const last = await store.evenements.last();
  const enregistreLe = (await store.evenements.one(last, 'tous'))?.enregistreLe ?? '';
  const [id, creeLe] = ['attente', '2026-06-01T08:00:00.000Z'];
  const fixed = { editeurId: null, url: 'https://exemple.fr/secret', types: null, description: 'Essai', creeLe };
  await store.abonnements.create({ id, ...fixed, curseur: last - 2 }, 'whsec_a');
  const lu = { depuis: last - 2, jusqua: last - 1 };
  await store.abonnements.enqueue(id, lu, [{ rang: last, sujet: body.id }], creeLe);
  const told = await read();
  const of = (name: string) => told.get(`parcours_livraisons_${name}{abonnement="attente"}`);
  const age = (Date.parse('2026-06-01T11:59:00Z') - Date.parse(enregistreLe)) / 1000;
  expect([of('attente'), of('a_lire'), of('age_seconds')]).toEqual([2, 1, age]);
  await store.abonnements.remove(id);
  expect([...(await read()).keys()].filter((name) => name.includes('"attente"'))).toEqual([]);
});

test('mails that wait to leave, or to be filed, are counted', async () => {
  const { store, services } = server;
  const before = await read();
  await services.messagerie.recevoir(Buffer.from('From: anne@ailleurs.fr\r\nSubject: Bonjour\r\n\r\nBonjour.'), {
    to: [],
  });
  await services.messagerie.ranger();
  const told = await read();
  const of = (etat: string) => [before, told].map((one) => one.get(`parcours_courriels{etat="${etat}"}`));
  expect([of('a-classer'), of('a-envoyer')]).toEqual([
    [0, 1],
    [0, await store.courriels.enAttente()],
  ]);
});

test('projections tell how far they are behind, and requests that wait are counted while they do', async () => {
  const page = await server.get<{ curseur: string }>('/api/v1/evenements?limite=200');
  const waiting = server.get(`/api/v1/evenements?apres=${page.body.curseur}&attendre=20s`);
  await expect.poll(async () => (await read()).get('parcours_attentes_ouvertes')).toBe(1);
  await open(2);
  await waiting;
  await server.services.travail.rejoindre();
  const told = await read();
  expect(told.get('parcours_attentes_ouvertes')).toBe(0);
  expect(told.get('parcours_projection_retard{projection="travail"}')).toBe(0);
  expect(told.get('parcours_projection_prete{projection="travail"}')).toBe(1);
  expect(told.get('parcours_familles_en_memoire')).toBeGreaterThan(0);
});

test('unknown addresses, methods and ids add no series but those of operations, once each', async () => {
  await server.fetch('/api/v1/dossiers/inconnu');
  await server.fetch('/dossiers/inconnu');
  await server.fetch('/');
  const before = [...(await read()).keys()];
  const word = fc.stringMatching(/^[\w.~-]{1,12}$/);
  const path = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
    word.map((id) => `/api/v1/dossiers/x${id}`),
    word.map((id) => `/api/v1/${id}`),
  );
  const method = fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND');
  const asked = fc.asyncProperty(path, method, async (at, how) => {
    await (await server.fetch(at, { method: at.startsWith('/api/v1/dossiers/') ? 'GET' : how })).text();
  });
  await fc.assert(asked, { numRuns: 200 });
  expect([...(await read()).keys()].toSorted()).toEqual(before.toSorted());
});

test('nothing in it is of a person, of an establishment, of a key or an address', async () => {
  const opening = openingOf(3);
  const { body } = await server.post<{ id: string }>('/api/v1/dossiers', opening);
  const sent = { method: 'POST', headers: { ...people.superviseur, 'Content-Type': 'application/json' } };
  const url = 'https://receveur.exemple.fr/crochet';
  const created = await server.fetch('/api/v1/abonnements', { ...sent, body: JSON.stringify({ url }) });
  expect(created.status).toBe(201);
  const wrong = { courriel: 'jeanne.doe@exemple.fr', motDePasse: 'un-mot-de-passe-faux' };
  await server.post('/api/v1/session', wrong);
  const text = await (await scrape()).text();
  const accounts = (await server.store.identites.comptes()).flatMap(({ id, nom, courriel }) => [id, nom, courriel]);
  const { denomination, siret, finess } = opening.etablissement;
  const secrets = [denomination, siret, finess, body.id, url, ...Object.values(wrong), ...accounts, '127.0.0.1'];
  expect(secrets.filter((one) => one !== null && text.includes(one))).toEqual([]);
  expect(text).not.toMatch(/\/api\/v1|pig_|@/);
});

/** The same service, asked from `address`, under a token if there is one. */
async function reachedFrom(address: string, jetonMetriques: string | null) {
  const app = createApp({
    services: server.services,
    sandboxes: server.sandboxes,
    logger: pino({ level: 'silent' }),
    rules: { autoriserAdressesPrivees: true },
    limites: { parIdentite: 100, parAdresse: 100 },
    jetonMetriques,
    closing: new AbortController().signal,
    ready: server.store.ready,
    pages: () => (_request, _response, next) => next(),
  });
  const own = createServer((request, response) => {
    Object.defineProperty(request.socket, 'remoteAddress', { value: address, configurable: true });
    app(request, response);
  }).listen(0, '127.0.0.1');
  await once(own, 'listening');
  const url = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  return { own, url };
}

test.each([
  ['127.0.0.1', {}, 200],
  ['::1', {}, 200],
  ['::ffff:127.0.0.1', {}, 200],
  ['192.0.2.7', {}, 404],
  ['::ffff:192.0.2.7', {}, 404],
  ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, 404],
  ['127.0.0.1', { forwarded: 'for=192.0.2.7' }, 404],
  ['192.0.2.7', { authorization: 'Bearer null' }, 404],
])('without a token, %s with %o is answered %i', async (address, headers, status) => {
  const { own, url } = await reachedFrom(address, null);
  expect((await scrape(headers, url)).status).toBe(status);
  own.close().closeAllConnections();
});

test('with a token, it is asked of everybody, this machine too; anything else finds no such address', async () => {
  const jeton = 'jeton-de-trente-deux-caracteres-au-moins';
  for (const address of ['127.0.0.1', '192.0.2.7']) {
    const { own, url } = await reachedFrom(address, jeton);
    const tried = [{}, bearer(''), bearer(`${jeton}x`), bearer(jeton.slice(1)), { authorization: jeton }];
    const refused = await Promise.all(tried.map((headers) => scrape(headers, url)));
    expect(refused.map(({ status }) => status)).toEqual(tried.map(() => 404));
    expect(await refused[0]?.json()).toMatchObject({ code: 'route-inconnue' });
    const told = await scrape(bearer(jeton), url);
    expect([told.status, told.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(await told.text()).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
    own.close().closeAllConnections();
  }
});

function bearer(jeton: string) {
  return { authorization: `Bearer ${jeton}` };
}
