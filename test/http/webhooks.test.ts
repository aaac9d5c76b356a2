import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher.ts';
import { createSender } from '../../src/outbox/sender.ts';
import { type Receiver, startReceiver } from '../outbox/receiver.ts';
import { serve } from '../server.ts';
import { peopleOf } from './people.ts';

const JOUR = '2026-06-01';
let dispatcher: Dispatcher;
let receiver: Receiver;
let other: Receiver;
let path: string;
let dossiers = 0;
const now = new Date(`${JOUR}T11:59:00Z`);

beforeEach(async () => {
  [receiver, other] = [await startReceiver(), await startReceiver()];
  const { store } = server;
  const sender = createSender({ autoriserAdressesPrivees: true });
  dispatcher = createDispatcher({ store, sender, clock: () => now, random: () => 0, onCommit: store.onCommit });
  const { body } = await send<{ abonnement: Abonnement }>('POST', '/abonnements', { url: receiver.url });
  path = `/abonnements/${body.abonnement.id}`;
  await dispatcher.work();
});
afterEach(async () => {
  await send('DELETE', path);
  await dispatcher.close();
  for (const one of [receiver, other]) one.stop();
});

interface Abonnement {
  id: string;
  url: string;
  avis: string | null;
  enAttente: number;
  evenements: string | string[];
}

async function send<T = Abonnement>(method: string, to: string, body?: object, headers = people.superviseur) {
  const response = await server.fetch(`/api/v1${to}`, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}
const open = () => server.post('/api/v1/dossiers', openingOf(dossiers++));

const server = await serve(JOUR);
const people = await peopleOf(server.services);

describe('a subscription that is changed', () => {
  test('sends what it owed to its new address, a verification first known, and goes on with its new types', async () => {
    receiver.behave(() => 500);
    await open();
    await dispatcher.work();
    const changed = await send('PATCH', path, {
      url: other.url,
      evenements: ['groupement.ouvert'],
      description: 'Neuf',
    });
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { url: other.url, evenements: ['groupement.ouvert'], description: 'Neuf', enAttente: 2, echecs: null },
    ]);
    await open();
    const groupement = { nom: `GHT ${dossiers}`, genre: 'ght' };
    expect((await server.post('/api/v1/groupements', groupement)).status).toBe(201);
    await dispatcher.work();
    const types = other.kept.map(({ body }) => JSON.parse(body).type.replace('fr.parcours-igc.', ''));
    expect(types.sort()).toEqual(['abonnement.verifie', 'dossier.ouvert', 'groupement.ouvert']);
    expect((await send('GET', path)).body.enAttente).toBe(0);
  });

  test('is told what is wrong, keeps what is not said, and is nobody else’s', async () => {
    expect((await send('PATCH', path, {})).status).toBe(422);
    expect((await send('PATCH', path, { url: 'ftp://exemple.fr' })).status).toBe(422);
    expect((await send('PATCH', path, { description: 'Seule' })).body).toMatchObject({
      url: receiver.url,
      evenements: 'tous',
    });
    expect((await send('PATCH', path, { description: 'Autre' }, people.editeur)).status).toBe(404);
    const { actes } = (await send<{ actes: { acte: string }[] }>('GET', '/actes?limite=200')).body;
    expect(actes.at(-1)).toMatchObject({ acte: 'abonnement.modifie', detail: { champs: ['description'] } });
  });
});

test('the same address twice is warned of to whose both are, however it is written', async () => {
  const url = receiver.url.replace('/evenements', '/ici/../evenements');
  const twice = await send<{ abonnement: Abonnement }>('POST', '/abonnements', { url });
  expect(twice.body.abonnement.avis).toContain('mène à la même adresse');
  expect((await send('GET', path)).body.avis).toContain('mène à la même adresse');
  const own = await send<{ abonnement: Abonnement }>('POST', '/abonnements', { url }, people.editeur);
  expect(own.body.abonnement.avis).toBeNull();
  for (const { body } of [twice, own]) await send('DELETE', `/abonnements/${body.abonnement.id}`);
  expect((await send('GET', path)).body.avis).toBeNull();
});

test('an event that does not exist is not delivered again, and it is said that it is the event', async () => {
  const unknown = await send<{ code: string; detail: string }>('POST', `${path}/relivraison`, { evenement: '99999' });
  expect([unknown.status, unknown.body]).toMatchObject([
    404,
    { code: 'introuvable', detail: 'Aucun événement ne porte l’identifiant « 99999 ».' },
  ]);
});

describe('the documentation of webhooks', () => {
  test('gives vectors that whoever knows the secret computes again', async () => {
    const page = (await (await fetch(`${server.url}/docs`)).text()).replaceAll('&#34;', '"').replaceAll('&#39;', "'");
    const vectorOf = (name: string) => new RegExp(`<code id="vecteur-${name}">([^<]*)</code>`).exec(page)?.[1] ?? '';
    const [id, timestamp, body, secret] = ['id', 'timestamp', 'corps', 'secret'].map(vectorOf);
    const key = Buffer.from(secret?.replace('whsec_', '') ?? '', 'base64');
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    expect([key.length, vectorOf('signature')]).toEqual([32, `v1,${mac}`]);
    expect(JSON.parse(body ?? '')).toMatchObject({ specversion: '1.0', id });
  });

  test('says what is sent, as it is sent', async () => {
    await open();
    await dispatcher.work();
    const page = await (await fetch(`${server.url}/docs`)).text();
    const names = Object.keys(receiver.kept.at(-1)?.headers ?? {});
    const ofHttp = ['host', 'connection', 'content-length', 'transfer-encoding'];
    const told = names.filter((name) => !ofHttp.includes(name));
    expect(told.length).toBeGreaterThan(4);
    expect(told.filter((name) => !page.includes(`<code>${name}</code>`))).toEqual([]);
  });
});
