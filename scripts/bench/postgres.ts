import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from 'commander';
import { z } from 'zod';
import { localKey } from '../key/local-key.ts';
import { startPostgres } from '../postgres/start.ts';
import { actsOn, actsOverHttp } from './acts.ts';
import { CONNECTIONS } from './dossiers.ts';
import { median, ratio } from './figures.ts';
import { rawActs } from './raw-acts.ts';
import { nextStepsOn, readsOverHttp } from './reads.ts';
import { end, headersOf, launch, type Reached } from './service.ts';

/** What is measured of both engines, on one disk; all of it per second. */
const measures: readonly (readonly [title: string, measure: () => Promise<number>])[] = [
  ['SQLite nu, un acte par transaction', rawActs],
  ['Actes par le magasin, SQLite, 1 × 32', () => storeActs(sqlite, 1, CONNECTIONS)],
  ['Actes par le magasin, PostgreSQL, 1 × 32', () => storeActs(postgres, 1, CONNECTIONS)],
  ['Actes par le magasin, PostgreSQL, 4 × 32', () => storeActs(postgres, 4, CONNECTIONS)],
  ['Actes par le magasin, PostgreSQL, 4 × 8', () => storeActs(postgres, 4, CONNECTIONS / 4)],
  ['Actes par HTTP, SQLite, 1 × 32', actsOverHttp],
  ['Actes par HTTP, PostgreSQL, 1 × 32', () => onNodes(1, actsOn)],
  ['Actes par HTTP, PostgreSQL, 4 × 32', () => onNodes(4, actsOn)],
  ['Prochaines étapes par HTTP, SQLite', readsOverHttp],
  ['Prochaines étapes par HTTP, PostgreSQL', () => onNodes(1, ([node]) => nextStepsOn(node))],
];

program
  .description('Mesure les deux moteurs sur un même disque : chaque chiffre est un rapport à SQLite nu du même tour.')
  .option('--tours <nombre>', 'combien de fois tout est mesuré, à tour de rôle', '3')
  .option('--seulement <mots>', 'les mesures dont le titre a ces mots, et SQLite nu', '');
const { tours, seulement } = z
  .object({ tours: z.coerce.number().int().positive(), seulement: z.string() })
  .parse(program.parse().opts());
const asked = measures.filter(([title, measure]) => measure === rawActs || title.includes(seulement));

const server = await startPostgres({}, tmpdir());
if (server === null) throw new Error('Installez PostgreSQL (« apt-get install postgresql »), puis relancez.');
const { url, stop } = server;
console.log(
  `Charge au départ : ${loadavg()
    .map((one) => one.toFixed(2))
    .join(', ')}`,
);
const rates = asked.map((): number[] => []);
try {
  for (let tour = 0; tour < tours; tour++)
    for (const [place, [, measure]] of asked.entries()) rates[place]?.push(await measure());
} finally {
  await stop();
}
const [raw = []] = rates;
for (const [place, [title]] of asked.entries()) {
  const own = rates[place] ?? [];
  const middle = median(own.map((rate, tour) => rate / (raw[tour] ?? Number.NaN)));
  console.log(`${title} : ${ratio(middle)} (par seconde : ${own.map(Math.round).join(', ')})`);
}

/** Where a new base is, by the settings of a service. */
type Settings = Record<'DATABASE_URL' | 'SCHEMA' | 'CLE_JOURNAL' | 'FICHIERS', string>;

function settingsIn(folder: string, database: string): Settings {
  const CLE_JOURNAL = randomBytes(32).toString('hex');
  const SCHEMA = `mesure_${randomBytes(6).toString('hex')}`;
  return { DATABASE_URL: database, SCHEMA, CLE_JOURNAL, FICHIERS: join(folder, 'parcours') };
}

function sqlite(folder: string): Settings {
  return settingsIn(folder, `sqlite:${join(folder, 'parcours.sqlite')}`);
}

function postgres(folder: string): Settings {
  return settingsIn(folder, url);
}

/** What is done in a folder that goes with it. */
async function inFolder<T>(step: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-mesure-'));
  try {
    return await step(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Commits of one row and one line by processes that have a store each, so many in flight in each. */
function storeActs(baseIn: (folder: string) => Settings, processes: number, flight: number): Promise<number> {
  return inFolder(async (folder) => {
    const settings = baseIn(folder);
    const started = Array.from({ length: processes }, (_, rank) => {
      const own = { EN_VOL: String(flight), PREMIER: String(rank * flight) };
      return fork(new URL('store-acts.ts', import.meta.url), { env: { ...process.env, ...settings, ...own } });
    });
    await Promise.all(started.map(said));
    const counted = Promise.all(started.map(said));
    const over = Promise.all(started.map((child) => once(child, 'exit')));
    for (const child of started) child.send('partez');
    const done = z.array(z.number()).parse(await counted);
    await over;
    return done.reduce((sum, count) => sum + count, 0);
  });
}

/** The next word of a process, which must not end before. */
async function said(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`A process ended with ${code}`)));
  const [word] = await Promise.race([once(child, 'message'), ended]);
  return word;
}

type Nodes = readonly [Reached, ...Reached[]];

/** A measure of services of one base, each in its process. */
function onNodes(count: number, measure: (nodes: Nodes) => Promise<number>): Promise<number> {
  return inFolder(async (folder) => {
    const settings = postgres(folder);
    const { DATABASE_URL, SCHEMA: schema, CLE_JOURNAL } = settings;
    const headers = headersOf(await localKey({ postgres: DATABASE_URL, schema }, 'Mesure', CLE_JOURNAL));
    const start = async (rank: number) => {
      const FICHIERS = join(folder, `noeud-${rank}`);
      const { url, child } = await launch('src/main.ts', '', { ...settings, FICHIERS });
      child.stderr?.pipe(process.stderr);
      return { url, headers, child };
    };
    const first = await start(0);
    const others = await Promise.all(Array.from({ length: count - 1 }, (_, rank) => start(rank + 1)));
    try {
      return await measure([first, ...others]);
    } finally {
      await Promise.all([first, ...others].map(({ child }) => end(child)));
    }
  });
}
