import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { procedures } from '../../machines/index.ts';
import { openApiPath } from '../../src/http/openapi/document.ts';
import type { Operation } from '../../src/http/operation.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { end, headersOf, type Reached } from '../bench/service.ts';
import type { Chance } from '../seed/fiction.ts';
import { type Attack, counted } from './attack.ts';
import { undeclared } from './declared.ts';
import { Entries } from './fuzz-entries.ts';
import { followUp } from './fuzz-follow-ups.ts';
import { Memory } from './fuzz-memory.ts';
import { type Addressed, addressesOf, type Known, type Made, readDocument, requestTo } from './fuzz-requests.ts';
import { makeSoundBase, openMore, type SoundBase } from './sound-base.ts';
import { stand } from './target.ts';

const REQUESTS = { short: 3_000, long: 50_000, control: 200 };
const ASKERS = 12;
/** Drawings and sheets cost a hundred times more than the rest: one in so many is asked for. */
const COSTLY = /diagramme|difference|liste\.|mesures|matrice/;
const ONE_IN = 5;
/** What would end the session or change the password that the others come in by is asked without them; the password changes last. */
const ENDS = new Set(['session.fermer', 'moi.mot-de-passe']);
const TOLD_AT_MOST = 10;
const NO_LIMIT = { LIMITE_ANONYME_PAR_MINUTE: '1000000000' };
/** Mails are told as sent, to a server that is not there. */
const MAILS = { SMTP_URL: 'smtp://127.0.0.1:9', COURRIEL_DE: 'bureau@exemple.fr' };

/** Requests that the document makes possible, with values that nobody foresaw. */
export const fuzz: Attack = {
  title: 'requêtes aléatoires',
  promise: 'aucun 5xx ; chaque réponse a un statut et un corps que le document OpenAPI annonce',
  isAlone: false,
  async run(effort) {
    const base = await makeSoundBase(effort.folder);
    const dossiers = [...base.dossiers, ...(await openMore(base.file, effort.chance))];
    const service = await stand({ file: base.file, headers: headersOf(base.agent) }, Object.assign(MAILS, NO_LIMIT));
    const entries = new Entries(service.url, base);
    await entries.renew();
    const document = readDocument(await (await fetch(`${service.url}/openapi.json`)).json());
    const known = {
      names: namesOf({ ...base, dossiers }),
      schemas: document.components.schemas,
      memory: new Memory(base.superviseur),
    };
    const declared = operationsOf({ autoriserAdressesPrivees: false });
    const operations = new Map(declared.map((one) => [`${one.method} ${openApiPath(one.path)}`, one]));
    const plan = { addresses: addressesOf(document), operations, known, entries };
    const count = effort.isLong ? REQUESTS.long : REQUESTS.short;
    const found = await send(service, plan, { count, chance: effort.chance });
    if (await entries.changePassword()) found.taken.add('moi.mot-de-passe');
    const alive = service.child.exitCode === null && (await fetch(`${service.url}/healthz`)).ok;
    await end(service.child);
    const never = declared.map(({ id }) => id).filter((id) => !found.taken.has(id));
    const succeeded = `${found.taken.size} opérations ont réussi`;
    return {
      tried: [wereAnswered(found.statuses), succeeded, ...never.map((id) => `jamais ${id}`)].join(' ; '),
      faults: [
        ...found.faults,
        ...(alive ? [] : ['le service est tombé']),
        ...(effort.isLong ? never.map((id) => `${id} n’a jamais réussi`) : []),
      ],
      control: await onAFaultyServer(plan, effort.chance),
    };
  },
};

/** « 3 022 requêtes (200 × 419, 404 × 621) ». */
function wereAnswered(statuses: ReadonlyMap<number, number>): string {
  const all = [...statuses].sort(([one], [other]) => one - other);
  const count = all.reduce((sum, [, times]) => sum + times, 0);
  return `${counted(count, 'requêtes')} (${all.map(([status, times]) => `${status} × ${times}`).join(', ')})`;
}

/** What requests are made from, and judged by. */
interface Plan {
  addresses: readonly Addressed[];
  operations: ReadonlyMap<string, Operation>;
  known: Known;
  entries: Entries;
}

function namesOf({ dossiers, groupement }: SoundBase): string[] {
  const facts = procedures.flatMap((one) => Object.keys(one.facts)).slice(0, 5);
  return [...dossiers, ...dossiers, groupement, groupement, ...procedures.map(({ id }) => id), ...facts, '1', 'png'];
}

async function send({ url }: Pick<Reached, 'url'>, plan: Plan, { count, chance }: { count: number; chance: Chance }) {
  const taken = new Set<string>();
  const requests = requestsOf(plan, { count, chance, taken });
  const statuses = new Map<number, number>();
  const faults = new Map<string, string>();
  const askOne = async (made: Made, entry: Record<string, string>): Promise<void> => {
    const answer = await ask(url, made, entry);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const wrong = wrongIn(answer, plan.operations.get(`${made.to.method} ${made.to.path}`));
    if (wrong) faults.set(`${made.to.told.operationId} ${wrong.slice(0, 60)}`, `${told(made)} : ${wrong}`);
    if (isShutOut(answer, entry)) await plan.entries.renew();
    if (wrong || !isTaken(answer)) return;
    taken.add(made.to.told.operationId);
    plan.known.memory.learn({ template: made.to.path, asked: made.path }, bodyOf(answer));
    const next = followUp(made, bodyOf(answer), plan.addresses);
    if (next) await askOne(next, entry);
  };
  const askOn = async () => {
    for (const { made, entry } of requests) if (faults.size < TOLD_AT_MOST) await askOne(made, entry);
  };
  await Promise.all(Array.from({ length: ASKERS }, askOn));
  return { statuses, taken, faults: [...faults.values()] };
}

const isTaken = ({ status }: Answered) => status >= 200 && status < 400;
const isShutOut = ({ status }: Answered, entry: object) => status === 401 && Object.keys(entry).length > 0;

/** How many of them are sent, and which operations have succeeded by then. */
interface Going {
  count: number;
  chance: Chance;
  taken: ReadonlySet<string>;
}

/** Shared by those who send them: each is sent once. One in three goes to an operation that has not succeeded yet. */
function* requestsOf({ addresses, known, entries }: Plan, { count, chance, taken }: Going) {
  const next = () => {
    const isLeft = ({ told: { operationId } }: Addressed) => !taken.has(operationId) && !ENDS.has(operationId);
    const left = chance.whole(3) === 0 ? addresses.filter(isLeft) : [];
    return chance.pick(left.length > 0 ? left : addresses);
  };
  for (let sent = 0; sent < count; ) {
    const made = requestTo(next(), known, chance);
    if (entries.shutsAllOut(made.path) || (COSTLY.test(made.to.path) && chance.whole(ONE_IN) > 0)) continue;
    sent += 1;
    yield { made, entry: ENDS.has(made.to.told.operationId) ? {} : entries.pick(chance) };
  }
}

function told({ to, path, body }: Made): string {
  return [to.method.toUpperCase(), path.slice(0, 200), (body ?? '').slice(0, 300)].join(' ').trim();
}

interface Answered {
  /** 0 when the line was cut. */
  status: number;
  headers: Headers;
  text: string;
}

/** On a line of its own: an idle one may end as it is taken up, which is no fault of the service. */
async function ask(url: string, { to, path, headers, body }: Made, entry: Record<string, string>): Promise<Answered> {
  try {
    const sent = { ...headers, ...entry, connection: 'close' };
    const init = { method: to.method.toUpperCase(), headers: sent, ...(body !== null && { body }) };
    const response = await fetch(`${url}${path}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    const { message, cause } = error as Error;
    return { status: 0, headers: new Headers(), text: `${message} ${cause instanceof Error ? cause.message : ''}` };
  }
}

function wrongIn(answer: Answered, operation: Operation | undefined): string | null {
  const { status, headers, text } = answer;
  if (!operation) return 'aucune opération n’est à cette adresse';
  if (status === 0) return `ligne coupée (${text})`;
  if (status >= 500) return `${status} ${text.slice(0, 200)}`;
  return undeclared(operation, { status, headers, body: bodyOf(answer) })[0] ?? null;
}

/** Read where it is JSON. */
function bodyOf({ headers, text }: Answered): unknown {
  return /json/.test(headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : text;
}

/** A server that answers anything: each of its faults must be seen. */
async function onAFaultyServer(plan: Plan, chance: Chance) {
  let rank = 0;
  const server = createServer((_request, response) => {
    const [status, body] = [
      [500, '{}'],
      [200, '{"surprise":1}'],
      [418, '{}'],
    ][rank++ % 3] as [number, string];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { faults } = await send({ url }, plan, { count: REQUESTS.control, chance });
  server.close().closeAllConnections();
  return {
    said: `serveur qui répond 500, 418 et des corps inconnus : ${faults.length} fautes vues avant d’arrêter`,
    isSeen: faults.length >= TOLD_AT_MOST,
  };
}
