import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, inject } from 'vitest';
import { createConsole } from '../src/console/console.ts';
import { createApp } from '../src/http/app.ts';
import { operationsOf } from '../src/http/operations/index.ts';
import { openWaits } from '../src/http/waits.ts';
import type { Echec } from '../src/identity/comptes/tentatives.ts';
import { anonyme } from '../src/identity/identity.ts';
import { createMetrics } from '../src/metrics.ts';
import { createSender } from '../src/outbox/sender.ts';
import { createDemonstrations, type Demonstrations } from '../src/sandbox/demonstration/demonstrations.ts';
import { createSandboxes, type Sandboxes } from '../src/sandbox/sandboxes.ts';
import { createServices, type Services } from '../src/services.ts';
import { openAccessLog } from '../src/store/sqlite/access-log.ts';
import { fileOfRepertoire, openRepertoire } from '../src/store/sqlite/repertoire/repertoire.ts';
import { openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../src/store/store.ts';
import type { LimitRules } from '../src/web/access/limits.ts';
import { createKey } from './as-sent.ts';
import { expectDeclared } from './declared.ts';
import { CHEAP } from './http/people.ts';
import { newPostgresStore } from './postgres/store.ts';
import { placesOf } from './sandbox/places.ts';

/** As many as a test likes. */
const NO_LIMIT = { parIdentite: 1e9, parAdresse: 1e9 };

/** Webhooks stay on this machine. */
const RULES = { autoriserAdressesPrivees: true };

const SENDER = {
  create: () => createSender(RULES),
  onError(error: unknown) {
    throw error;
  },
};

/** What the server answered, its JSON read. */
interface Answer<T> {
  status: number;
  body: T;
}

/** The real server over a new database of its own. */
export interface TestServer {
  url: string;
  services: Services;
  store: Store;
  /** Where its base is. */
  folder: string;
  /** Each login that failed, as it was told. */
  echecs: Echec[];
  sandboxes: Sandboxes;
  demonstrations: Demonstrations;
  /** As an agent's program, when the headers say nobody else. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Forgets everything. */
  stop(): Promise<void>;
}

/** The same for the tests of a file, once they are over stopped. */
export async function serve(...asked: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...asked);
  afterAll(() => server.stop());
  return server;
}

/** Starts a server for which today is always `jour` (YYYY-MM-DD), until noon, when tomorrow begins in Wallis; its base copies without a thread apart, which takes longer to start than the base. Mails are sent from `adresse`, where there is one. */
export async function startServer(
  jour: string,
  limites: LimitRules = NO_LIMIT,
  adresse: string | null = null,
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-'));
  const metrics = createMetrics();
  const file = join(folder, 'parcours.sqlite');
  const store = await newStore(file, metrics.batch);
  const clock = () => new Date(`${jour}T11:59:00Z`);
  const acces = openAccessLog(`${file}.acces`);
  const repertoire = openRepertoire(fileOfRepertoire(file));
  const echecs: Echec[] = [];
  const signaler = (echec: Echec) => void echecs.push(echec);
  const services: Services = Object.assign(
    createServices(store, clock, () => {}, { passwords: CHEAP, signaler, settled: metrics.act, adresse }),
    { acces, repertoire, metrics },
  );
  metrics.watch({ store, clock, attentes: openWaits, familles: services.familles });
  const sandboxes = createSandboxes({ places: placesOf(join(folder, 'bac-a-sable')), clock, sender: SENDER });
  const demonstrations = createDemonstrations({ places: placesOf(join(folder, 'demonstration')), clock });
  const server = createServer(
    createApp({
      services,
      sandboxes,
      logger: pino({ level: 'silent' }),
      rules: RULES,
      limites,
      closing: new AbortController().signal,
      ready: store.ready,
      pages: createConsole({ services, demonstrations, rules: RULES }),
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const operations = operationsOf(RULES);
  const authorization = { Authorization: `Bearer ${await keyOf(services)}` };
  const send: TestServer['fetch'] = (path, init = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { ...authorization, ...(init.headers as object) } });
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<Answer<T>> => {
    const response = await send(path, init);
    const body = await response.json();
    const { status, headers } = response;
    expectDeclared(operations, { method: init.method ?? 'GET', path, status, headers }, body);
    return { status, body: body as T };
  };
  const headers = { 'Content-Type': 'application/json' };

  return {
    url,
    services,
    store,
    folder,
    echecs,
    sandboxes,
    demonstrations,
    fetch: send,
    get: (path) => ask(path),
    post: (path, body, more) =>
      ask(path, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) }),
    async stop() {
      server.close().closeAllConnections();
      await sandboxes.close();
      await demonstrations.close();
      acces.close();
      repertoire.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A store of the engine that this run is about. */
async function newStore(file: string, onBatch: (size: number) => void): Promise<Store> {
  const others = inject('postgres') ?? null;
  return others === null ? openSqliteStore({ file, copieAPart: false, onBatch }) : await newPostgresStore({ onBatch });
}

/** The key of an agent who may do all that agents do. */
async function keyOf({ identites }: Services): Promise<string> {
  const local = { ...anonyme, id: 'essai', role: 'superviseur' } as const;
  const portees = ['lecture', 'faits', 'evenements', 'webhooks'];
  const created = await createKey(identites, local, { nom: 'Essai', role: 'agent', portees });
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return created.value.cle;
}
