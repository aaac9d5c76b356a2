import { adresses, type Operations, type Schemas } from './api.ts';
import { type Attempt, retry, type Sent } from './retries.ts';

/** An operation, by its name in the OpenAPI document. */
export type OperationId = keyof Operations;

/** Why the answer is no; `code` is one of those that the document announces, or `sans-reponse` when none came. */
type Probleme<Id extends OperationId = OperationId> =
  | (Schemas['Probleme'] & { code: Operations[Id]['codes'] })
  | SansReponse;

/** What is told where no answer came, or one that is not of the service. */
interface SansReponse {
  type: 'about:blank';
  status: number;
  code: 'sans-reponse';
  title: string;
  detail: string;
  erreurs?: never;
  manque?: never;
}

/** What came back: a « non » is a value; `inchange` when the version that the caller holds is the current one. */
export type Reponse<Id extends OperationId> =
  | { etat: 'oui'; valeur: Operations[Id]['reponse']; version: number | null }
  | { etat: 'inchange' }
  | { etat: 'non'; probleme: Probleme<Id> };

/** What may be added to any request. */
interface Options {
  /** The version that the caller holds: nothing is sent back while it is the current one. */
  saufVersion?: number;
  /** The version that must be the current one for an act to be written. */
  siVersion?: number;
  /** Names the act; drawn unless told. Keep it to send the same act again after a restart. */
  cleIdempotence?: string;
  signal?: AbortSignal;
}

/** The API, asked operation by operation. */
export interface Client {
  /** Asks, and asks again as long as nobody knows whether the service has answered; never throws but when `signal` says stop. */
  ask<Id extends OperationId>(id: Id, entree: Operations[Id]['entree'], options?: Options): Promise<Reponse<Id>>;
}

/** Where the service is, and the key that it gave. */
export interface Service {
  url: string;
  cle: string;
  /** How long one try may last, in milliseconds: more than the longest wait, 30 s. */
  delaiMs?: number;
}

/** A client of the service at `url`. */
export function createClient({ url, cle, delaiMs = 45_000 }: Service): Client {
  return {
    async ask(id, entree, options = {}) {
      const { methode, seRejoue } = adresses[id];
      const request = {
        method: methode,
        headers: headersOf(options, cle, seRejoue),
        ...('corps' in entree && { body: JSON.stringify(entree.corps) }),
      };
      const attempt: Attempt = async () => {
        const signal = AbortSignal.any([AbortSignal.timeout(delaiMs), ...(options.signal ? [options.signal] : [])]);
        const response = await fetch(addressOf(url, id, entree), { ...request, signal });
        return { response, text: await response.text() };
      };
      const isSafe = methode === 'GET' || methode === 'DELETE' || seRejoue;
      return read(await retry(attempt, { isSafe, signal: options.signal }));
    },
  };
}

function headersOf({ saufVersion, siVersion, cleIdempotence }: Options, cle: string, seRejoue: boolean) {
  return {
    Authorization: `Bearer ${cle}`,
    'Content-Type': 'application/json',
    ...(seRejoue && { 'Idempotency-Key': cleIdempotence ?? crypto.randomUUID() }),
    ...(saufVersion !== undefined && { 'If-None-Match': `"${saufVersion}"` }),
    ...(siVersion !== undefined && { 'If-Match': `"${siVersion}"` }),
  };
}

function addressOf(url: string, id: OperationId, entree: object): string {
  const { chemin = {}, requete = {} } = entree as { chemin?: Record<string, string>; requete?: object };
  const path = adresses[id].chemin.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(chemin[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(requete)) if (value !== undefined) query.set(name, `${value}`);
  return `${url.replace(/\/+$/, '')}/api/v1${path}${query.size > 0 ? `?${query}` : ''}`;
}

function read<Id extends OperationId>(sent: Sent | null): Reponse<Id> {
  if (sent === null) return { etat: 'non', probleme: noAnswer };
  const { response, text } = sent;
  if (response.status === 304) return { etat: 'inchange' };
  const value = parse(text, response.headers.get('content-type') ?? '');
  if (!response.ok) return { etat: 'non', probleme: problemIn<Id>(value) ?? strange(response.status) };
  const [, version] = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '') ?? [];
  return { etat: 'oui', valeur: value as never, version: version === undefined ? null : Number(version) };
}

function parse(text: string, type: string): unknown {
  if (text === '') return null;
  if (!/[/+]json\b/.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function problemIn<Id extends OperationId>(value: unknown): Probleme<Id> | null {
  return typeof value === 'object' && value !== null && 'code' in value ? (value as Probleme<Id>) : null;
}

const noAnswer: SansReponse = {
  type: 'about:blank',
  status: 0,
  code: 'sans-reponse',
  title: 'Sans réponse',
  detail: 'Le service ne répond pas : vérifiez l’adresse et le réseau, puis réessayez.',
};

/** Of what stands before the service. */
function strange(status: number): SansReponse {
  const detail = `Une réponse ${status} qui n’est pas du service : vérifiez l’adresse, et ce qui se trouve devant lui.`;
  return { ...noAnswer, status, title: 'Réponse inattendue', detail };
}
