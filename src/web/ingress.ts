import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { z } from 'zod';
import { MOST_OCTETS } from '../documents/kinds.ts';
import { MAX_OCTETS } from '../pki/file.ts';
import { err, ok, type Result } from '../result.ts';
import { type Problem, toProblem } from './problem.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_DEPTH = 20;
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** How the body of a request is read, then what its schema makes of it. */
export interface Body<T> {
  /** Its media type. */
  type: string;
  schema: z.ZodType<T>;
  read(request: Request): Promise<Result<unknown, Problem>>;
}

/** A JSON body of 1 MiB at most. Read by hand: Express's own reader, which would also inflate, takes 20 µs more per act. */
export function json<T>(schema: z.ZodType<T>): Body<T> {
  return { type: 'application/json', schema, read: readJson };
}

const TABLE_TYPE =
  /^(?:text\/(?:csv|plain|tab-separated-values)|application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml\.sheet|oasis\.opendocument\.spreadsheet))\s*(?:;.*)?$/i;

/** A table of 1 MiB at most, one character per byte: what its encoding is, its reader tells. */
export const table: Body<string> = {
  type: 'text/csv',
  schema: z.string(),
  async read(request) {
    const type = request.headers['content-type'] ?? '';
    if (!TABLE_TYPE.test(type)) return err(wrongTableType);
    const body = await collect(request, MAX_BYTES);
    return body ? ok(body.toString('latin1')) : err(tooLarge);
  },
};

const CERTIFICATE_TYPE =
  /^(?:application\/(?:pkix-cert|x-x509-(?:ca|user)-cert|x-pem-file|pem-certificate-chain|pkcs7-mime|x-pkcs7-certificates|pkcs10|octet-stream)|text\/plain)\s*(?:;.*)?$/i;

/** A certificate, or a request for one, of 64 KiB at most; whoever reads it wipes it, and no other copy is left. */
export const certificate: Body<Buffer> = {
  type: 'application/pkix-cert',
  schema: z.instanceof(Buffer).meta({ override: { type: 'string' } }),
  async read(request) {
    if (!CERTIFICATE_TYPE.test(request.headers['content-type'] ?? '')) return err(wrongCertificateType);
    const body = await collect(request, MAX_OCTETS, { wipes: true });
    return body ? ok(body) : err(toProblem({ code: 'certificat-trop-grand' }));
  },
};

/** The bytes of a document, whatever they are said to be: what they hold tells what they are. */
export const documentBody: Body<Buffer> = {
  type: 'application/octet-stream',
  schema: z.instanceof(Buffer).meta({ override: { type: 'string' } }),
  async read(request) {
    const body = await collect(request, MOST_OCTETS);
    return body ? ok(body) : err(toProblem({ code: 'document-trop-grand' }));
  },
};

async function readJson(request: Request): Promise<Result<unknown, Problem>> {
  const type = request.headers['content-type'];
  if (type === undefined || !/^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    return err(wrongContentType);
  const body = await collect(request, MAX_BYTES);
  return body ? parseJson(body) : err(tooLarge);
}

/** Gives the whole body; null when it is larger than `max` bytes, or when its sender left. `wipes` leaves no other copy of it. */
export function collect(request: IncomingMessage, max: number, { wipes = false } = {}): Promise<Buffer | null> {
  const { promise, resolve } = Promise.withResolvers<Buffer | null>();
  const parts: Buffer[] = [];
  let size = 0;
  request.on('data', (part: Buffer) => {
    size += part.length;
    if (size <= max) parts.push(part);
  });
  request.on('end', () => {
    resolve(size > max ? null : Buffer.concat(parts));
    if (wipes) for (const part of parts) part.fill(0);
  });
  request.on('close', () => resolve(null));
  return promise;
}

function parseJson(body: Buffer): Result<unknown, Problem> {
  const text = decode(body);
  if (text === null) return err(wrongJson('Le corps doit être encodé en UTF-8.'));
  const value = parse(text);
  if (value === undefined)
    return err(wrongJson('Le corps n’est pas du JSON : vérifiez guillemets, virgules et accolades.'));
  const fault = faultIn(text, value);
  return fault === null ? ok(value) : err(wrongJson(fault));
}

function decode(body: Buffer): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What JSON.parse lets through. A body nested 45,000 deep breaks whatever recurses, so nothing here does. */
function faultIn(text: string, value: unknown): string | null {
  const waiting: [part: unknown, depth: number][] = [[value, 1]];
  let keys = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [part, depth] = next;
    const fault = faultInScalar(part) ?? faultInNode(part, depth);
    if (fault) return fault;
    if (typeof part !== 'object' || part === null) continue;
    const children = Object.values(part);
    if (!Array.isArray(part)) keys += children.length;
    for (const child of children) waiting.push([child, depth + 1]);
  }
  return keys === countKeys(text) ? null : 'Une clé figure deux fois dans le même objet.';
}

function faultInNode(part: unknown, depth: number): string | null {
  if (typeof part !== 'object' || part === null) return null;
  if (depth > MAX_DEPTH) return `Le corps dépasse ${MAX_DEPTH} niveaux d’imbrication.`;
  const forbidden = FORBIDDEN_KEYS.find((key) => Object.hasOwn(part, key));
  return forbidden ? `La clé « ${forbidden} » n’est pas admise.` : null;
}

function faultInScalar(part: unknown): string | null {
  if (typeof part === 'number' && !Number.isFinite(part)) return 'Un nombre dépasse ce qui se calcule.';
  if (typeof part !== 'string' || (part.isWellFormed() && !part.includes('\0'))) return null;
  return 'Un texte contient un caractère nul ou incomplet.';
}

/** The colons outside strings, of which every key has one. */
function countKeys(text: string): number {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
}

/** What is told of a body that is too large. */
export const tooLarge: Problem = {
  status: 413,
  code: 'corps-trop-grand',
  title: 'Corps trop grand',
  detail: 'Le corps dépasse 1 Mio : découpez la demande.',
};
/** What is told of a body that is not JSON. */
export const wrongContentType: Problem = {
  status: 415,
  code: 'type-de-contenu',
  title: 'Type de contenu non admis',
  detail: 'Envoyez du JSON, avec l’en-tête « Content-Type: application/json ».',
};

/** What is told of a body that is no table. */
export const wrongTableType: Problem = {
  status: 415,
  code: 'type-de-contenu',
  title: 'Type de contenu non admis',
  detail: 'Envoyez le tableau tel quel, avec l’en-tête « Content-Type: text/csv », ou celui du classeur (.xlsx, .ods).',
};

/** What is told of a body that is no certificate. */
export const wrongCertificateType: Problem = {
  status: 415,
  code: 'type-de-contenu',
  title: 'Type de contenu non admis',
  detail:
    'Envoyez le fichier tel quel, avec l’en-tête « Content-Type: application/pkix-cert » ou « application/pkcs10 ».',
};

/** What is told of JSON that does not read. */
export function wrongJson(detail: string): Problem {
  return { status: 400, code: 'json-invalide', title: 'JSON invalide', detail };
}

/** Whether `If-None-Match` names what would be sent: by weak comparison, one of a list, or whatever it is (RFC 9110 §13.1.2). */
export function isHeld(header: string | undefined, tag: string): boolean {
  return tagsIn(header).some((one) => one === '*' || weak(one) === weak(tag));
}

const weak = (tag: string) => tag.replace(/^W\//, '');

/** The tags of a header that names some. */
export const tagsIn = (header = '') => header.split(',').map((tag) => tag.trim());
