import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Erreur } from '../../result.ts';
import type { IdOperation } from '../../web/access/policy.ts';
import { type Column, CSV_TYPE, csvHead, csvLines } from '../../web/csv.ts';
import type { Asked, Endpoint, Params } from '../../web/endpoint.ts';
import { type Champs, form, formWithFile } from '../../web/form.ts';
import type { Html } from '../../web/html.ts';
import type { Body } from '../../web/ingress.ts';
import type { AnyRefusal, Problem } from '../../web/problem.ts';
import type { Crumb, Section } from './trail.ts';

type Texts = Readonly<Record<string, string>>;

/** Somebody at a screen: in a demonstration of theirs when they are apart. A bad query string is read as an empty one, a GET has no field. */
export interface Visit<Query = Texts, Named = Texts> extends Asked<Named, Query, Champs> {
  /** The id of what htmx replaces; null for a whole page. */
  fragment: string | null;
}

/** A piece of page, for htmx; or events as they come, each written as text/event-stream wants it. */
type Part = { fragment: Html; status?: number } | { events: AsyncIterable<string> };

/** What a screen shows, and the cookies that go with it. */
export type Shown = (Page | Redirect | Part | Sending | Refused) & { cookies?: readonly string[] };

/** Another address to go to, with a message shown there once. */
export interface Redirect {
  to: string;
  message?: string | undefined;
  tone?: 'bien' | 'attention';
}
/** A picture or a table, as it is; with `nom`, to be kept as a file. */
interface Sending {
  content: string | Buffer | Readable;
  type: string;
  filename?: string;
  headers?: Readonly<Record<string, string>>;
}
/** Why not: shown as a page of its own. */
export interface Refused {
  refusal: AnyRefusal | Problem;
}

/** Why not, among what else a function may answer. */
export function refusedBy(refusal: AnyRefusal | Problem): Refused {
  return { refusal };
}

/** One address of the console. */
export interface Screen extends Endpoint {
  answer(visit: Visit<never, never>): Promise<Shown> | Shown;
}

type Answering<Path extends string, Query extends z.ZodObject> = (
  visit: Visit<z.output<Query>, Params<Path>>,
) => Promise<Shown> | Shown;

/** How its query string is read; whether it is answered without opening the demonstration in which one is. */
interface Reading<Query extends z.ZodObject> {
  query?: Query;
  sansOuvrir?: boolean;
}
interface FormReading<Query extends z.ZodObject> extends Reading<Query> {
  body?: Body<Champs>;
  /** The field of a file, when the form has one. */
  file?: string;
}

const anyText = z.object({}).catchall(z.string());

/** Declares a page under the operation whose right it takes; its query string is texts unless told. */
export function get<const Path extends string, Query extends z.ZodObject = typeof anyText>(
  path: Path,
  right: IdOperation,
  answer: Answering<Path, Query>,
  { query, ...more }: Reading<Query> = {},
): Screen {
  return { method: 'get', path, right, query: query ?? anyText, body: null, answer, ...more };
}

/** Declares what takes a form. */
export function post<const Path extends string, Query extends z.ZodObject = typeof anyText>(
  path: Path,
  right: IdOperation,
  answer: Answering<Path, Query>,
  { query, file, body = file === undefined ? form() : formWithFile(file), ...more }: FormReading<Query> = {},
): Screen {
  return { method: 'post', path, right, query: query ?? anyText, body, answer, ...more };
}

/** A table to be kept as a file for an office tool. */
export function csvFile<Line>(filename: string, columns: readonly Column<Line>[], lines: readonly Line[]): Sending {
  return { content: csvHead(columns) + csvLines(columns, lines), type: CSV_TYPE, filename };
}

/** How a page is answered when something in its form must be corrected. */
export function toCorrect(erreurs: readonly Erreur[]): Pick<Page, 'status' | 'hasFaults'> {
  return { status: erreurs.length > 0 ? 422 : 200, hasFaults: erreurs.length > 0 };
}

/** Goes on elsewhere after a form, with what was done said there. */
export function redirect(vers: string, message?: string, ton: Redirect['tone'] = 'bien'): Redirect {
  return { to: vers, message, tone: ton };
}

/** The same after an act, with what deserves a second look. */
export function redirectDoubting(to: string, done: string, doubts: readonly { message: string }[]): Redirect {
  if (doubts.length === 0) return redirect(to, done);
  return redirect(to, `${done} À vérifier : ${doubts.map(({ message }) => message).join(' ')}`, 'attention');
}

/** One page of the console. */
export interface Page {
  /** Of the window and of the page itself. */
  title: string;
  /** What follows the title. */
  body: Html;
  /** Where it stands in the navigation; none for a page of whoever is not in yet. */
  section?: Section;
  /** What leads to it, from above. */
  trail?: readonly Crumb[];
  /** Beside the trail: what stands before and after in the list that one came from. */
  turn?: Html | null;
  /** Under the title: what a dossier is known by. */
  subtitle?: Html | null;
  /** Beside the title: what may be done. */
  actions?: Html | null;
  /** 200 unless told. */
  status?: number;
  /** Whether something on it must be corrected. */
  hasFaults?: boolean;
  /** Whether it takes the whole width: a large table. */
  isWide?: boolean;
  /** What it is opened for most often, by its id: the second stop of the Tab key. */
  skipTo?: { label: string; id: string };
  /** Seconds after which it asks for itself again: something is being prepared. */
  refreshAfter?: number;
  /** An address of another program, a mail already written, which it opens once it is there. */
  opens?: string | null;
}

/** Where to go next, as an address said it: a path of this very site, `/` for whatever might lead elsewhere. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(wanted)) return '/';
  const base = 'http://ici.invalid';
  const url = URL.parse(wanted, base);
  const isHere = url?.origin === base && !url.pathname.startsWith('//');
  return isHere ? `${url.pathname}${url.search}` : '/';
}
