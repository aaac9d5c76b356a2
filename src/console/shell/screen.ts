import { z } from 'zod';
import type { IdOperation } from '../../web/access/policy.ts';
import type { Asked, Endpoint, Params } from '../../web/endpoint.ts';
import { type Champs, form, formWithFile } from '../../web/form.ts';
import type { Body } from '../../web/ingress.ts';
import type { Refused, Shown } from './shown.ts';

type Texts = Readonly<Record<string, string>>;

/** Somebody at a screen: in a demonstration of theirs when they are apart. A bad query string is read as an empty one, a GET has no field. */
export interface Visit<Query = Texts, Named = Texts> extends Asked<Named, Query, Champs> {
  /** The id of what htmx replaces; null for a whole page. */
  fragment: string | null;
}

/** Screens of one thing, which `read` finds by their address: each shows it, or why it is not there. */
export function onceRead<V, Read>(read: (visit: V) => Promise<Read | Refused> | Read | Refused) {
  return (show: (visit: V, read: Exclude<Read, Refused>) => Promise<Shown> | Shown) =>
    async (visit: V): Promise<Shown> => {
      const found = await read(visit);
      return isRefused(found) ? found : show(visit, found as Exclude<Read, Refused>);
    };
}

function isRefused(found: unknown): found is Refused {
  return typeof found === 'object' && found !== null && 'refusal' in found;
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

/** Where to go next, as an address said it: a path of this very site, `/` for whatever might lead elsewhere. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(wanted)) return '/';
  const base = 'http://ici.invalid';
  const url = URL.parse(wanted, base);
  const isHere = url?.origin === base && !url.pathname.startsWith('//');
  return isHere ? `${url.pathname}${url.search}` : '/';
}
