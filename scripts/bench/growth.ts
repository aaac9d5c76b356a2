import { tmpdir } from 'node:os';
import { program } from 'commander';
import { z } from 'zod';
import { numerosOf } from '../../src/sandbox/demonstration/fiction.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../src/services.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import { ask } from '../postgres/pair.ts';
import { startPostgres } from '../postgres/start.ts';
import { chanceFrom } from '../seed/fiction.ts';

/** What one act and one reading cost here. */
interface Costs {
  /** Seconds of CPU of the node: an act without HTTP, next steps read without HTTP. */
  acte: number;
  lecture: number;
  /** Seconds during which an act, one of a batch, keeps the others from writing. */
  verrou: number;
  /** Bytes that stay, of one act: its line, what it makes of its rows. */
  octets: number;
}

/** A year of the service, as it is supposed: read README. */
const JOURS = 220;
const HEURES = 8;
/** The busiest second, as a multiple of the mean of opening hours. */
const POINTE = 20;
/** What HTTP, its guard and its log add to each request, in seconds (measured: `npm run bench`). */
const HTTP = 0.0002;
/** Of a core, and of the lock, what may be used before answers wait. */
const PLEIN = 0.6;

const SCHEMA = 'croissance';
const VIES = 60;
const ENSEMBLE = 32;
const ROUNDS = 20;
const READ = 2_000;

program
  .description(
    'Mesure ce que coûtent un acte et une lecture, et dit ce qu’il faut à 1, 10, 100 et 1 000 fois la charge.',
  )
  .option('--dossiers <nombre>', 'dossiers ouverts par an aujourd’hui', '10000')
  .option('--actes <nombre>', 'actes par dossier et par an', '20')
  .option('--lectures <nombre>', 'lectures par acte, des agents et des éditeurs', '50');
const charge = z
  .object({ dossiers: z.coerce.number(), actes: z.coerce.number(), lectures: z.coerce.number() })
  .parse(program.parse().opts());

const server = await startPostgres({}, tmpdir());
if (server === null) throw new Error('Installez PostgreSQL (« apt-get install postgresql »), puis relancez.');
try {
  const costs = await measure(server.url);
  const ms = (seconds: number) => `${(seconds * 1000).toFixed(2)} ms`;
  console.log(
    `Mesuré : un acte ${ms(costs.acte)} de processeur, ${ms(costs.verrou)} de verrou par lots de ${ENSEMBLE}, ${Math.round(costs.octets)} octets ; une lecture ${ms(costs.lecture)}.`,
  );
  console.log(
    '| charge | actes par an | à la pointe, actes et lectures par seconde | cœurs des nœuds | verrou occupé | le journal grossit de |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const times of [1, 10, 100, 1_000]) console.log(lineOf(times, costs));
} finally {
  await server.stop();
}

function lineOf(times: number, { acte, lecture, verrou, octets }: Costs): string {
  const parAn = charge.dossiers * charge.actes * times;
  const actes = (parAn / (JOURS * HEURES * 3_600)) * POINTE;
  const lectures = actes * charge.lectures;
  const coeurs = (actes * (acte + HTTP) + lectures * (lecture + HTTP)) / PLEIN;
  const cells = [
    `× ${times}`,
    parAn.toLocaleString('fr-FR'),
    `${actes.toFixed(1)}, ${lectures.toFixed(0)}`,
    coeurs < 1 ? 'moins d’un' : Math.ceil(coeurs).toString(),
    `${(((actes * verrou) / PLEIN) * 100).toFixed(1)} % de ce qu’il tient`,
    `${((parAn * octets) / 1e9).toFixed(1)} Go par an`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Plays lives, several at once, then reads. */
async function measure(url: string): Promise<Costs> {
  let held = 0;
  const store = await openPostgresStore({
    url,
    schema: SCHEMA,
    cle: '5e'.repeat(32),
    onBatch: (size) => {
      held += size;
    },
  });
  const services = createServices(store, () => new Date('2027-06-01T09:00:00Z'));
  const chance = chanceFrom(1);
  const before = await sizeOf(url);
  const acts = timed();
  const lives = Array.from({ length: VIES }, () => numerosOf(chance.whole(90_000_000), '75000'));
  const played: string[] = [];
  for (let from = 0; from < lives.length; from += ENSEMBLE)
    played.push(...(await Promise.all(lives.slice(from, from + ENSEMBLE).map((numeros) => play(services, numeros)))));
  const acte = acts() / held;
  const octets = ((await sizeOf(url)) - before) / held;
  const reads = timed();
  for (let read = 0; read < READ; read++)
    JSON.stringify(await services.view({ genre: 'dossier', id: played[read % played.length] ?? '' }));
  const lecture = reads() / READ;
  const verrou = (await commitOf(store, played)) / ENSEMBLE;
  await store.close();
  return { acte, lecture, verrou, octets };
}

async function play(services: Services, numeros: { siret: string; finess: string }): Promise<string> {
  const { dossier } = await playOn(services, cliniqueMonoSite, { finess: numeros.finess });
  return dossier;
}

/** How long one commit of as many acts as are together takes, nothing being decided, in seconds. */
async function commitOf(store: Store, ids: readonly string[]): Promise<number> {
  const together = await Promise.all(ids.slice(0, ENSEMBLE).map((id) => rewriting(store, id)));
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) await Promise.all(together.map((rewrite) => rewrite()));
  return (performance.now() - start) / 1000 / ROUNDS;
}

/** Writes a row again, with its first line. */
async function rewriting({ row, journal, commit }: Store, id: string): Promise<() => Promise<void>> {
  const found = await row(id);
  const [line] = await journal(id, 0, 1);
  if (!found || line?.saisie === undefined || line.saisie === null) throw new Error(`${id} is not there`);
  const { intacte: _, ...kept } = found;
  const told = { ...line, saisie: line.saisie };
  return async () => {
    kept.version += 1;
    const written = await commit([{ row: { ...kept }, journal: [told], echeances: null }]);
    if (!written.ok) throw new Error(written.raison);
  };
}

/** The CPU of this process since then, in seconds. */
function timed(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
}

async function sizeOf(url: string): Promise<number> {
  const [found] = await ask<{ octets: string }>(
    url,
    `SELECT coalesce(sum(pg_total_relation_size(oid)), 0) AS octets FROM pg_class
    WHERE relnamespace = '${SCHEMA}'::regnamespace AND relkind = 'r'`,
  );
  return Number(found?.octets ?? 0);
}
