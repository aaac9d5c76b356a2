import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { createDispatcher } from '../../src/outbox/dispatcher.ts';
import { createSender } from '../../src/outbox/sender.ts';
import { numerosOf } from '../../src/sandbox/demonstration/fiction.ts';
import { formulaireRetourne } from '../../src/sandbox/vies/formulaire-retourne.ts';
import { delegate } from '../as-sent.ts';
import { startReceiver } from '../outbox/receiver.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';
const CUSTOMERS = 400;
/** How many of them have nobody to order their certificates yet. */
const WITHOUT_TECHNICIAN = 120;
/** How many are opened at once, so that they share commits. */
const TOGETHER = 50;

const facts = formulaireRetourne.steps.map(({ fact }) => fact);
const returned = facts.findIndex(({ type }) => type === 'formulaire413.retourne');
const [technician] = procedures.flatMap(({ facts: known }) =>
  (known['administrateurTechnique.designe']?.exemples ?? []).filter(
    (one) => 'origine' in one && one['origine'] === 'technicien',
  ),
);

/** Those of the éditeur, then one that is not theirs yet. */
const dossiers: string[] = [];
const customers = () => dossiers.slice(0, CUSTOMERS);

async function open(rank: number): Promise<string> {
  const denomination = `Clinique ${(rank * 7919).toString(36)}`;
  const etablissement = { denomination, ...numerosOf(rank, '75000'), codePostal: '75000', commune: 'Paris' };
  const asked = { procedure: 'prive-mono-site', etablissement };
  return (await server.post<{ id: string }>('/api/v1/dossiers', asked)).body.id;
}

async function lend(rank: number): Promise<void> {
  const asked = { dossierId: dossiers[rank], editeurId: people.editeurId, du: JOUR, motif: 'Essai' };
  given(await delegate(server.services.identites, enPlace, asked));
}

/** What has happened in a dossier, some of it already. */
function upTo(dossier: string | undefined, end: number) {
  return facts.slice(0, end).map((fait) => ({ dossier, fait }));
}

async function tell(lines: { dossier: string | undefined; fait: object }[]): Promise<void> {
  for (let from = 0; from < lines.length; from += 500)
    await server.post('/api/v1/faits', { faits: lines.slice(from, from + 500) });
}

/** What an éditeur spends: requests, and the bytes of their bodies as they travel, both ways. */
interface Spent {
  requests: number;
  bytes: number;
}

async function ask<T>(spent: Spent, path: string, body?: object): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const sent = body === undefined ? '' : JSON.stringify(body);
  const headers = { ...people.editeur, 'Accept-Encoding': 'gzip', ...(body && { 'Content-Type': 'application/json' }) };
  let isPacked = false;
  const asked = request(`${server.url}/api/v1${path}`, { method: body ? 'POST' : 'GET', headers }, (response) => {
    isPacked = response.headers['content-encoding'] === 'gzip';
    expect([path, response.statusCode]).toEqual([path, 200]);
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
  });
  asked.on('error', reject).end(sent);
  const bytes = await promise;
  spent.requests += 1;
  spent.bytes += bytes.length + Buffer.byteLength(sent);
  return JSON.parse((isPacked ? gunzipSync(bytes) : bytes).toString());
}

interface Page {
  dossiers: { id: string; aFaire: { acteur: string }[]; retourneLe: string | null }[];
  suite: string | null;
}
interface Told {
  retenus: number;
  lignes: { status: number; resultat: { avertissements: string[] } | null }[];
}
interface Steps {
  etapes: {
    acteur: string;
    retour: { le: string; motifs: { code: string; libelle: string; champ: string | null }[] } | null;
  }[];
}
interface Sent {
  type: string;
  data: { id: string; liens: { prochainesEtapes: string } };
}
interface Feed {
  evenements: { type: string; data: { id: string } }[];
  curseur: string;
}

const server = await serve(JOUR);
const people = await peopleOf(server.services);
const ranks = Array.from({ length: CUSTOMERS + 1 }, (_, rank) => rank);
for (let from = 0; from <= CUSTOMERS; from += TOGETHER) {
  const some = ranks.slice(from, from + TOGETHER);
  dossiers.push(...(await Promise.all(some.map(open))));
  await Promise.all(some.filter((rank) => rank < CUSTOMERS).map(lend));
}
await tell(
  customers()
    .slice(WITHOUT_TECHNICIAN, -1)
    .flatMap((dossier, rank) => upTo(dossier, rank % returned)),
);
await tell(upTo(dossiers[CUSTOMERS - 1], returned));
await server.services.travail.rejoindre();

describe(`an éditeur of ${CUSTOMERS} customers`, () => {
  test('knows what awaits it, and everybody, in two requests and 60 kB at most', async () => {
    const spent = { requests: 0, bytes: 0 };
    const seen: Page['dossiers'] = [];
    let suite: string | null = '';
    while (suite !== null) {
      const query = `limite=200&champs=id,etablissement,aFaire,retourneLe${suite && `&apres=${suite}`}`;
      const page: Page = await ask(spent, `/dossiers?${query}`);
      seen.push(...page.dossiers);
      suite = page.suite;
    }
    expect(seen.map(({ id }) => id).sort()).toEqual(customers().sort());
    expect(seen.every(({ aFaire }) => aFaire.length > 0)).toBe(true);
    expect(seen.filter(({ aFaire }) => aFaire.some(({ acteur }) => acteur === 'editeur')).length).toBeGreaterThan(200);
    expect(spent.requests).toBe(2);
    expect(spent.bytes).toBeLessThanOrEqual(60_000);
  });

  test(`declares ${WITHOUT_TECHNICIAN} technicians in one request and 40 kB at most`, async () => {
    const spent = { requests: 0, bytes: 0 };
    const fait = { ...technician, type: 'administrateurTechnique.designe', date: JOUR };
    const faits = customers()
      .slice(0, WITHOUT_TECHNICIAN)
      .map((dossier) => ({ dossier, fait, cle: `tech-${dossier}` }));
    const { retenus, lignes } = await ask<Told>(spent, '/faits', { faits });
    expect([retenus, lignes.length]).toEqual([WITHOUT_TECHNICIAN, WITHOUT_TECHNICIAN]);
    expect(spent.requests).toBe(1);
    expect(spent.bytes).toBeLessThanOrEqual(40_000);
  });

  test('learns of a return by its webhook, and why by one request', async () => {
    const receiver = await startReceiver();
    const subscribed = await server.post(
      '/api/v1/abonnements',
      { url: receiver.url, evenements: ['formulaire413.retourne'] },
      people.editeur,
    );
    expect(subscribed.status).toBe(201);
    await tell([{ dossier: dossiers[CUSTOMERS - 1], fait: facts[returned] ?? {} }]);
    const { store } = server;
    const clock = () => new Date(`${JOUR}T11:59:00Z`);
    const sender = createSender({ autoriserAdressesPrivees: true });
    const post = { store, sender, clock, random: () => 0.5, onCommit: store.onCommit };
    const dispatcher = createDispatcher(post);
    for (let turn = 0; turn < 20 && receiver.kept.length < 2; turn++) await dispatcher.work();
    await dispatcher.close();
    receiver.stop();
    const sent = receiver.kept.map(({ body }): Sent => JSON.parse(body));
    const event = sent.find(({ type }) => type === 'fr.parcours-igc.formulaire413.retourne');
    expect([sent.length, event?.data.id]).toEqual([2, dossiers[CUSTOMERS - 1]]);

    const spent = { requests: 0, bytes: 0 };
    const { etapes } = await ask<Steps>(spent, event?.data.liens.prochainesEtapes.replace('/api/v1', '') ?? '');
    const own = etapes.find(({ acteur }) => acteur === 'editeur');
    expect(own?.retour).toEqual({
      le: '2026-01-20',
      motifs: [expect.objectContaining({ code: 'domaine-messagerie-manquant', champ: '/partie4/domaineMessagerie' })],
    });
    expect(spent.requests).toBe(1);
  });

  test('learns of a new customer by the feed', async () => {
    const spent = { requests: 0, bytes: 0 };
    const types = 'types=delegation.accordee,delegation.terminee';
    let apres = '';
    for (let page: Feed | null = null; !page || page.evenements.length > 0; apres = page.curseur)
      page = await ask<Feed>({ requests: 0, bytes: 0 }, `/evenements?${types}&limite=200${apres && `&apres=${apres}`}`);
    await lend(CUSTOMERS);
    const { evenements } = await ask<Feed>(spent, `/evenements?${types}&apres=${apres}`);
    expect(evenements.map(({ type, data }) => [type, data.id])).toEqual([
      ['fr.parcours-igc.delegation.accordee', dossiers[CUSTOMERS]],
    ]);
    expect(spent).toEqual({ requests: 1, bytes: expect.toSatisfy((bytes: number) => bytes < 1_000) });
  });
});
