import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { createDispatcher } from '../../src/outbox/dispatcher.ts';
import { createSender } from '../../src/outbox/sender.ts';
import { delegate } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';
let other: string;
const dossiers: string[] = [];

interface Feed {
  evenements: { id: string; type: string; subject: string; data: { fait: string; id: string; editeurId?: string } }[];
  curseur: string;
}
async function feed(query = '', headers: Record<string, string> = people.editeur) {
  const response = await server.fetch(`/api/v1/evenements${query}`, { headers });
  return { status: response.status, ...((await response.json()) as Feed) };
}
const told = ({ evenements }: Feed) => evenements.map(({ data: { fait, id } }) => [fait, id]);
const lend = (rank: number, editeurId = people.editeurId, au: string | null = null) =>
  delegate(server.services.identites, enPlace, {
    dossierId: dossiers[rank],
    editeurId,
    du: au ?? JOUR,
    au,
    motif: 'Essai',
  });
const tell = (rank: number, fait: object) => server.post(`/api/v1/dossiers/${dossiers[rank]}/faits`, fait);

const server = await serve(JOUR);
const people = await peopleOf(server.services);
({ id: other } = given(await server.services.identites.createEditeur(enPlace, { nom: 'Un autre' })));
for (const rank of [0, 1]) {
  const { body } = await server.post<{ id: string }>('/api/v1/dossiers', openingOf(rank));
  dossiers.push(body.id);
}

describe('a customer gained or lost', () => {
  test('is an event among the others, in order, each once, told to whose it is alone', async () => {
    const begun = await feed();
    await lend(1, other);
    const { id } = given(await lend(0));
    await tell(0, { type: 'contrat.absent', date: JOUR });
    given(await server.services.identites.revokeDelegation(enPlace, id));
    await tell(0, { type: 'contrat.transmis', date: JOUR });
    const [own] = [await feed(`?apres=${begun.curseur}`)];
    expect(told(own)).toEqual([
      ['delegation.accordee', dossiers[0]],
      ['delegation.terminee', dossiers[0]],
    ]);
    expect(own.evenements.map(({ data: { editeurId } }) => editeurId)).toEqual([people.editeurId, people.editeurId]);

    const whole: Feed['evenements'] = [];
    for (let apres = begun.curseur, page = await feed(`?apres=${apres}&limite=1`, {}); page.evenements.length > 0; ) {
      whole.push(...page.evenements);
      apres = page.curseur;
      page = await feed(`?apres=${apres}&limite=1`, {});
    }
    expect(whole.map(({ data: { fait } }) => fait)).toEqual([
      'delegation.accordee',
      'delegation.accordee',
      'contrat.absent',
      'delegation.terminee',
      'contrat.transmis',
    ]);
    const ids = whole.map(({ id: place }) => Number(place));
    expect(ids).toEqual(ids.map((_, rank) => (ids[0] ?? 0) + rank));
    expect((await feed(`?apres=${begun.curseur}`, {})).evenements).toEqual(whole);
    expect(told(await feed('?types=fr.parcours-igc.delegation.terminee', {}))).toEqual([
      ['delegation.terminee', dossiers[0]],
    ]);
  });

  test('is told when its last day is past', async () => {
    const { curseur } = await feed();
    given(await lend(1, people.editeurId, '2026-05-31'));
    await server.services.recordDueFacts();
    await server.services.recordDueFacts();
    expect(told(await feed(`?apres=${curseur}`))).toEqual([
      ['delegation.accordee', dossiers[1]],
      ['delegation.terminee', dossiers[1]],
    ]);
  });

  test('counts as a change of its list', async () => {
    const changed = async () => {
      const response = await server.fetch('/api/v1/dossiers?modifiesDepuis=2026-06-01T12:30:00Z&champs=id', {
        headers: people.editeur,
      });
      return ((await response.json()) as { dossiers: { id: string }[] }).dossiers.map(({ id }) => id);
    };
    expect(await changed()).toEqual([]);
    const { id } = given(await lend(1));
    expect(await changed()).toEqual([dossiers[1]]);
    const mine = await server.fetch('/api/v1/moi/delegations', { headers: people.editeur });
    expect(await mine.json()).toEqual({
      delegations: [expect.objectContaining({ id, genre: 'dossier', objet: dossiers[1], du: JOUR, au: null })],
    });
  });

  test('is sent to its webhooks, and to those of nobody else', async () => {
    const received: { type: string; data: { id: string } }[] = [];
    const receiver = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        received.push(JSON.parse(Buffer.concat(parts).toString()));
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const asked = { url, evenements: ['fr.parcours-igc.delegation.terminee', 'delegation.accordee'] };
    expect((await server.post('/api/v1/abonnements', asked, people.editeur)).status).toBe(201);
    const clock = () => new Date(`${JOUR}T11:59:00Z`);
    const sender = createSender({ autoriserAdressesPrivees: true });
    const { store } = server;
    const post = { store, sender, clock, random: () => 0.5, onCommit: store.onCommit };
    const dispatcher = createDispatcher(post);
    await dispatcher.work();
    await lend(0, other);
    given(await lend(0));
    for (let turn = 0; turn < 20 && received.length < 2; turn++) await dispatcher.work();
    await dispatcher.close();
    receiver.close().closeAllConnections();
    expect(received.map(({ type, data }) => [type, data.id])).toEqual([
      ['fr.parcours-igc.abonnement.verifie', undefined],
      ['fr.parcours-igc.delegation.accordee', dossiers[0]],
    ]);
  });
});

test('a type of event that does not exist is told so, and those that do', async () => {
  const response = await server.fetch('/api/v1/evenements?types=contrat.signe,lune');
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('delegation.accordee');
  expect((await feed('?apres=&types=')).status).toBe(200);
});

test('a key knows its end', async () => {
  const response = await server.fetch('/api/v1/moi', { headers: people.editeur });
  expect(await response.json()).toMatchObject({ role: 'editeur', expireLe: '2027-06-01', joursRestants: 365 });
  expect((await server.fetch('/api/v1/moi/delegations')).status).toBe(403);
});
