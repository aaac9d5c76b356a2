import { z } from 'zod';
import type { NamedRequest } from '../acts/act.ts';
import { ok, type Result } from '../result.ts';
import type { IdOperation } from '../web/access/policy.ts';
import type { Asked, Endpoint, Params } from '../web/endpoint.ts';
import type { Body } from '../web/ingress.ts';
import { json } from '../web/ingress.ts';
import type { AnyRefusal, Problem } from '../web/problem.ts';

/** What is asked of an operation. */
export interface Request<Named = unknown, Query = unknown, Sent = unknown> extends Asked<Named, Query, Sent> {
  /** What it is kept under when it names itself by an Idempotency-Key. */
  demande: Pick<NamedRequest, 'cle' | 'empreinte'> | undefined;
}

/** What is sent back: a text, bytes or a stream as they are, anything else as JSON. */
export interface Answer {
  /** 200 unless told. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** JSON unless told. */
  type?: string;
  body: object | string | null;
}

export type Answered = Result<Answer, AnyRefusal | Problem>;

/** The media type of what is answered to who prefers little. */
export const BREF = 'application/vnd.parcours-igc.bref+json';

/** What an operation answers when it says yes. */
interface Reply {
  /** 200 unless told. */
  status?: number;
  /** JSON unless told. */
  type?: string;
  schema: z.ZodType;
  /** To who prefers little. */
  bref?: z.ZodType;
  /** The other types that it may be asked in. */
  aussi?: Readonly<Record<string, z.ZodType>>;
  /** Those that not every answer bears. */
  headers?: readonly ('ETag' | 'Location' | 'Recu' | 'Content-Disposition' | 'Set-Cookie')[];
  /** Whether who holds it already is answered 304: it bears an ETag. */
  revalidates?: boolean;
}

/** An operation that will go: days, YYYY-MM-DD. */
interface Deprecation {
  /** Since when it is better not to use it. */
  depuis: string;
  /** From when on it may be gone, six months later at least. */
  retrait: string;
  /** What does the same, by its id. */
  remplacant: IdOperation;
}

/** One operation of the API. */
export interface Operation extends Endpoint {
  /** Stable: `dossiers.lire`. */
  id: string;
  /** What it does, in French: « Lire un dossier ». */
  summary: string;
  reply: Reply;
  deprecie?: Deprecation | undefined;
  /** Whether its answer is kept under the request's Idempotency-Key, with what it writes. */
  seRejoue: boolean;
  /** Whether its answer is worth compressing. */
  compresse: boolean;
  sansEffet: boolean;
  answer(asked: Request<never, never, never>): Promise<Answered> | Answered;
}

interface Spec<Path extends string, Query extends z.ZodObject, Sent>
  extends Pick<Operation, 'summary' | 'reply' | 'sansOuvrir' | 'deprecie'> {
  /** Its own id unless told. */
  right?: IdOperation;
  query?: Query;
  /** A schema of JSON, or another way to read. */
  body?: z.ZodType<Sent> | Body<Sent>;
  seRejoue?: boolean;
  compresse?: boolean;
  sansEffet?: boolean;
  answer(asked: Request<Params<Path>, z.output<Query>, Sent>): Promise<Answered> | Answered;
}

/** The names in the address of an operation: `/dossiers/:id`. */
export function namesIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}

type Nothing = Record<never, never>;
const nothing = z.object({});

/** Declares operations of a method; without `query` their query string is not read, without `body` they take none. */
function declare(method: Operation['method']) {
  return <const Path extends string, Query extends z.ZodObject = z.ZodObject<Nothing>, Sent = undefined>(
    id: string,
    path: Path,
    {
      right,
      query,
      body,
      seRejoue = false,
      compresse = false,
      sansEffet = method === 'get',
      ...spec
    }: Spec<Path, Query, Sent>,
  ): Operation => ({
    id,
    method,
    path,
    right: right ?? id,
    query: query ?? nothing,
    body: bodyOf(body),
    seRejoue,
    compresse,
    sansEffet,
    ...spec,
  });
}

function bodyOf<Sent>(body: z.ZodType<Sent> | Body<Sent> | undefined): Body<Sent> | null {
  if (body === undefined) return null;
  return 'read' in body ? body : json(body);
}

export const get = declare('get');
export const post = declare('post');
export const put = declare('put');
export const patch = declare('patch');
export const del = declare('delete');

/** What was done, as it is answered: 204 says nothing. */
export function told<T extends object | null>(
  done: Result<T, AnyRefusal>,
  status = 200,
  toBody: (value: T) => object | null = (value) => value,
): Answered {
  return done.ok ? ok({ status, body: status === 204 ? null : toBody(done.value) }) : done;
}
