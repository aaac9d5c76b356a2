import { type ClientRequest, Agent as HttpAgent, request as http, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as https } from 'node:https';
import { AddressRefused, type AddressRules, guardedLookup, type Resolve, refuseUrl } from './address-guard.ts';

const TIMEOUT_MS = 15_000;
const BODY_BYTES = 65_536;
const READ_BYTES = 1_024;
const SHOWN_CHARACTERS = 200;

/** What a receiver answered: no `statut` without an answer, no `erreur` when it took the event. */
export interface Reply {
  statut: number | null;
  dureeMs: number;
  erreur: string | null;
  /** For how long it asks to be left alone, by Retry-After; null when it does not. */
  attendreMs: number | null;
}

/** Posts an event; a failure is a reply. Null when it was stopped, so that nobody knows whether the event was taken. */
export interface Sender {
  send(url: string, headers: Record<string, string>, body: string): Promise<Reply | null>;
  /** Stops every request in flight. */
  close(): void;
}

export interface SenderOptions extends AddressRules {
  resolve?: Resolve;
  timeoutMs?: number;
}

/** Sends over HTTP: to allowed addresses only, no redirect followed, 15 s in all, 1 kB of the answer read at most. */
export function createSender({ resolve, timeoutMs = TIMEOUT_MS, ...rules }: SenderOptions): Sender {
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };
  const lookup = guardedLookup(rules, resolve);
  const inFlight = new Set<ClientRequest>();
  let isClosed = false;

  return {
    async send(url, headers, body) {
      if (Buffer.byteLength(body) > BODY_BYTES) throw new Error(`An event of more than ${BODY_BYTES} bytes`);
      const start = performance.now();
      const outcome = await attempt(url, headers, body).catch(failure);
      if (isClosed && outcome.statut === null) return null;
      if (outcome === refused) return { ...refused, dureeMs: 0 };
      return { ...outcome, dureeMs: Math.round(performance.now() - start) };
    },
    close() {
      isClosed = true;
      for (const request of inFlight) request.destroy();
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };

  async function attempt(url: string, headers: Record<string, string>, body: string): Promise<Outcome> {
    const refusal = refuseUrl(url, rules);
    if (refusal) throw new AddressRefused(refusal);
    const request = open(url, headers);
    const timer = setTimeout(() => request.destroy(new Error(`Pas de réponse en ${timeoutMs / 1000} s`)), timeoutMs);
    inFlight.add(request);
    try {
      return await read(await answered(request, body));
    } finally {
      inFlight.delete(request);
      clearTimeout(timer);
    }
  }

  function open(url: string, headers: Record<string, string>): ClientRequest {
    const isHttps = url.startsWith('https:');
    const agent = agents[isHttps ? 'https:' : 'http:'];
    return (isHttps ? https : http)(url, { method: 'POST', headers, agent, lookup });
  }
}

type Outcome = Omit<Reply, 'dureeMs'>;

function answered(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve).on('error', reject);
    request.end(body);
  });
}

/** A taken event needs no more of the answer than its status. */
async function read(response: IncomingMessage): Promise<Outcome> {
  const statut = response.statusCode ?? 0;
  const isTaken = statut >= 200 && statut < 300;
  const text = await beginning(response).catch(() => '');
  if (isTaken) return { statut, erreur: null, attendreMs: null };
  return { statut, erreur: shown(`Réponse ${statut} ${text}`), attendreMs: waitAsked(response.headers['retry-after']) };
}

/** Seconds, or a date. */
function waitAsked(header: string | undefined): number | null {
  if (header === undefined) return null;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return ms > 0 ? ms : null;
}

async function beginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= READ_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, READ_BYTES).toString();
}

/** On one line, without what a terminal or a page could take for its own. */
function shown(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, SHOWN_CHARACTERS);
}

function failure(error: NodeJS.ErrnoException): Outcome {
  if (error instanceof AddressRefused) return refused;
  return { statut: null, erreur: shown(causes[error.code ?? ''] ?? error.message), attendreMs: null };
}

/** Whatever is behind: what one may not reach is not described, by words or by time. */
const refused: Outcome = { statut: null, erreur: 'Adresse refusée', attendreMs: null };

const causes: Record<string, string> = {
  ECONNREFUSED: 'Connexion refusée',
  ECONNRESET: 'Connexion coupée avant la réponse',
  ENOTFOUND: 'Nom de domaine inconnu',
  EAI_AGAIN: 'Le nom de domaine n’a pas pu être résolu',
  EHOSTUNREACH: 'Destinataire injoignable',
  ENETUNREACH: 'Réseau injoignable',
  CERT_HAS_EXPIRED: 'Le certificat du destinataire a expiré',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Le certificat du destinataire n’est signé par aucune autorité connue',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Le certificat du destinataire porte un autre nom',
};
