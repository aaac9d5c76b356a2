import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { post } from '../../scripts/bench/post.ts';
import { end, headersOf, type Launched, launch, type Reached } from '../../scripts/bench/service.ts';
import { localKey, surPlace } from '../../scripts/key/local-key.ts';
import type { NextFact, NextSteps } from '../../src/engine/answers/next-steps.ts';
import { createServices, type Services } from '../../src/services.ts';
import { openStore, verifyBase } from '../../src/store/open.ts';
import { type Receiver, startReceiver } from '../outbox/receiver.ts';
import { withPostgres } from './engine.ts';
import { CLE, newSchema } from './store.ts';

const NODES = 4;
const folder = mkdtempSync(join(tmpdir(), 'parcours-noeuds-'));
const base = { postgres: inject('postgres') ?? '', schema: newSchema() };
const nodes: Launched[] = [];
let headers: Record<string, string>;
let receiver: Receiver;
let turn = 0;

/** Another node at each request, as a balance of load without memory does. */
function anyNode(): Reached {
  turn += 1;
  return { url: nodes[turn % nodes.length]?.url ?? '', headers };
}

function startNode(rank: number): Promise<Launched> {
  const file = join(folder, `${rank}`);
  return launch('src/main.ts', file, {
    DATABASE_URL: base.postgres,
    SCHEMA: base.schema,
    FICHIERS: file,
    CLE_JOURNAL: CLE,
    WEBHOOKS_PRIVES: 'oui',
    LOG_LEVEL: 'info',
  });
}

async function get<T>(path: string, { url, headers }: Reached = anyNode()): Promise<T> {
  const response = await fetch(`${url}${path}`, { headers });
  return (await response.json()) as T;
}

/** All that was told, as the feed has it. */
async function allEvents(): Promise<{ id: string; sujet: string }[]> {
  const all: { id: string; sujet: string }[] = [];
  for (let apres = ''; ; ) {
    const path = `/api/v1/evenements?limite=100${apres && `&apres=${apres}`}`;
    const { evenements, curseur } = await get<{ evenements: { id: string; subject: string }[]; curseur: string }>(path);
    if (evenements.length === 0) return all;
    all.push(...evenements.map(({ id, subject }) => ({ id, sujet: subject })));
    apres = curseur;
  }
}

/** On one more node, in this process. */
async function beside(act: (services: Services) => Promise<unknown>): Promise<void> {
  const store = await openStore(base, { cle: CLE });
  await act(createServices(store));
  await store.close();
}

/** Takes the first fact that leads one act nearer to the end, until nothing is left; gives how many. */
async function walk(id: string): Promise<number> {
  for (let acts = 0; ; acts++) {
    const { etapes, restant } = await get<NextSteps>(`/api/v1/dossiers/${id}/prochaines-etapes`);
    const minimum = restant.minimum ?? 0;
    if (minimum === 0) return acts;
    const facts: NextFact[] = etapes.flatMap(({ faits }) => faits);
    const best = facts.find(({ accepte, restantApres }) => accepte && restantApres === minimum - 1);
    await post(anyNode(), best?.vers ?? '', best?.exemple);
  }
}

withPostgres(`${NODES} processes over one base`, () => {
  beforeAll(async () => {
    headers = headersOf(await localKey(base, 'Essai', CLE));
    receiver = await startReceiver();
    nodes.push(...(await Promise.all(Array.from({ length: NODES }, (_, rank) => startNode(rank)))));
    const asked = { url: receiver.url, evenements: 'tous', description: 'Essai' } as const;
    await beside(({ abonnements }) => abonnements.create(asked, null));
    await receiver.arrival(1);
  });
  afterAll(async () => {
    await Promise.all(nodes.map(({ child }) => end(child, 'SIGKILL')));
    receiver.stop();
    rmSync(folder, { recursive: true });
  });

  test('end every dossier that robots follow, each event once and in order of its dossier, and verify', async () => {
    const procedures = ['public-ght', 'prive-mono-site', 'prive-groupe'];
    const ids = await Promise.all(
      Array.from({ length: 12 }, async (_, rank) => {
        const asked = { ...openingOf(rank), procedure: procedures[rank % procedures.length] };
        return (await post<{ id: string }>(anyNode(), '/api/v1/dossiers', asked)).id;
      }),
    );
    const acts = await Promise.all(ids.map(walk));
    expect(Math.min(...acts)).toBeGreaterThan(10);
    const { certificats } = await get<{ certificats: { statut: string }[] }>('/api/v1/certificats?limite=50');
    expect(certificats.map(({ statut }) => statut)).toEqual(Array(ids.length).fill('enService'));

    const verified = await verifyBase(base, CLE, {});
    expect(verified).toMatchObject({ ok: true });
    const told = await allEvents();
    expect(told.length).toBe('lignes' in verified ? verified.lignes : 0);
    await vi.waitUntil(() => receiver.kept.length > told.length, 30_000);
    for (const id of ids) {
      const of = (all: readonly { id: string; sujet?: string | undefined }[]) =>
        all.filter(({ sujet }) => sujet?.includes(id)).map((one) => one.id);
      expect(of(receiver.kept)).toEqual(of(told));
    }
    expect(new Set(receiver.kept.map(({ id }) => id)).size).toBe(receiver.kept.length);
  });

  test('refuse at once, on each, a key that one revoked', async () => {
    const cle = await localKey(base, 'Passante', CLE);
    const [first, ...others] = nodes.map(({ url }) => ({ url, headers: headersOf(cle) }));
    const ask = async ({ url, headers }: Reached) => (await fetch(`${url}/api/v1/moi`, { headers })).status;
    expect(await Promise.all([first, ...others].map((one) => ask(one as Reached)))).toEqual(Array(NODES).fill(200));
    const { id } = await get<{ id: string }>('/api/v1/moi', first);
    await beside(({ identites }) => identites.revokeKey(surPlace, id));
    await vi.waitUntil(async () => (await Promise.all(others.map(ask))).every((status) => status === 401), 5_000);
  });

  test('go on when one of them dies, and send what it had to send', async () => {
    const before = receiver.kept.length;
    const dying = nodes.shift() as Launched;
    const { id } = await post<{ id: string }>(anyNode(), '/api/v1/dossiers', openingOf(100));
    await end(dying.child, 'SIGKILL');
    await post(anyNode(), `/api/v1/dossiers/${id}/faits`, { type: 'contrat.absent', date: '2026-01-05' });
    await vi.waitUntil(() => receiver.kept.length >= before + 2, 30_000);
    nodes.push(await startNode(9));
  });

  test('one that is told to stop takes no more, and ends what it does', async () => {
    const stopping = nodes.shift() as Launched;
    await end(stopping.child);
    expect(stopping.child.exitCode).toBe(0);
    expect(await get('/readyz')).toMatchObject({ statut: 'pret' });
  });
});
