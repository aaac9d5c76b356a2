import { largeurs } from '../../src/diagrams/images.ts';
import { end } from '../bench/service.ts';
import { type Attack, counted } from './attack.ts';
import { fetchAgain, lateness, told, waitsOf } from './honest-client.ts';
import { openPath, stall } from './hostile-clients.ts';
import { megabytesOf, newTarget, type Standing, stand } from './target.ts';

const ASKERS = 32;
const BEFORE_MS = 1_500;
const FOR_MS = { short: 2_000, long: 20_000 };
const PATHS = ['prive-mono-site', 'public-ght', 'prive-groupe'];
/** As the service is set unless told. */
const LIMITS = { LIMITE_PAR_MINUTE: '6000', LIMITE_ANONYME_PAR_MINUTE: '60' };

/** What anybody may ask without a key, and what it costs the most. */
interface Flood {
  title: string;
  request(rank: number): { path: string; body?: string };
  /** How many of them may be answered otherwise than by a « 429 ». */
  most: number;
}

const floods: readonly Flood[] = [
  {
    title: 'images PNG',
    most: 6_000,
    request: (rank) => ({
      path: `/api/v1/procedures/${PATHS[rank % PATHS.length]}/diagramme.png?largeur=${largeurs[Math.floor(rank / PATHS.length) % largeurs.length]}`,
    }),
  },
  {
    title: 'listes PDF',
    most: 6_000,
    request: (rank) => ({ path: `/api/v1/procedures/${PATHS[rank % PATHS.length]}/liste.pdf` }),
  },
  { title: 'document OpenAPI', most: 6_000, request: () => ({ path: '/openapi.json' }) },
  {
    title: 'connexions',
    most: 60,
    request: (rank) => ({
      path: '/api/v1/session',
      body: JSON.stringify({ courriel: `essai${rank}@exemple.fr`, motDePasse: `deviner ${rank}` }),
    }),
  },
];

/** Crowds without a key ask for what costs the most. */
export const publicFloods: Attack = {
  title: 'flots anonymes',
  promise: 'un client honnête est servi pendant ce temps ; les flots reçoivent leur document ou 429, jamais 5xx',
  isAlone: true,
  async run({ folder, isLong }) {
    const service = await stand(await newTarget(folder), LIMITS);
    const path = await openPath(service);
    const first = await slowestFirst(service);
    const before = await waitsOf(service, path, BEFORE_MS);
    const faults: string[] = [];
    const said = [`première fois que chaque image est demandée : ${first} ms au plus`];
    for (const flood of floods) {
      const stop = new AbortController();
      const flooding = pour(service, flood, stop.signal);
      const waits = await waitsOf(service, path, isLong ? FOR_MS.long : FOR_MS.short);
      stop.abort();
      const statuses = await flooding;
      faults.push(
        ...[...lateness(waits, before), ...wrongIn(statuses, flood)].map((fault) => `${flood.title} : ${fault}`),
      );
      said.push(`${counted(sum(statuses.values()), flood.title)} (client honnête : ${told(waits)})`);
    }
    const control = await stall(service, path, before);
    said.push(`mémoire ${megabytesOf(service)} Mo`);
    await end(service.child);
    return { tried: said.join(' ; '), faults, control };
  },
};

/** Each document is made when it is first asked for, once; gives how long the slowest of them takes. */
async function slowestFirst({ url }: Standing): Promise<number> {
  let slowest = 0;
  const whole = PATHS.length * largeurs.length;
  for (const { request } of floods.filter(({ title }) => title !== 'connexions')) {
    for (let rank = 0; rank < whole; rank++) {
      const start = performance.now();
      await fetch(`${url}${request(rank).path}`).then(drained);
      slowest = Math.max(slowest, performance.now() - start);
    }
  }
  return Math.round(slowest);
}

/** How many of each status came; 0 for a cut line. */
async function pour({ url }: Standing, { request }: Flood, stop: AbortSignal): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let rank = 0;
  const askAgain = async () => {
    while (!stop.aborted) {
      const { path, body } = request(rank++);
      const headers = { 'content-type': 'application/json' };
      const init = body === undefined ? {} : { method: 'POST', headers, body };
      const status = await fetchAgain(`${url}${path}`, init).then(drained, () => 0);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: ASKERS }, askAgain));
  return statuses;
}

async function drained(response: Response): Promise<number> {
  await response.arrayBuffer();
  return response.status;
}

function wrongIn(statuses: ReadonlyMap<number, number>, { most }: Flood): string[] {
  const wrong = [...statuses].filter(([status]) => ![200, 401, 429].includes(status));
  const taken = sum([...statuses].filter(([status]) => status !== 429).map(([, count]) => count));
  return [
    ...wrong.map(([status, count]) => `${count} réponses ${status}`),
    ...(taken > most ? [`${taken} demandes prises, ${most} au plus par minute`] : []),
  ];
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((all, one) => all + one, 0);
}
