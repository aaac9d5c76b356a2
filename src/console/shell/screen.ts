import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Asked, Endpoint, Params } from '../../web/endpoint.ts';
import { type Champs, form, formWithFile } from '../../web/form.ts';
import type { Html } from '../../web/html.ts';
import type { Body } from '../../web/ingress.ts';
import type { AnyRefusal, Problem } from '../../web/problem.ts';

type Texts = Readonly<Record<string, string>>;

/** Somebody at a screen: in a demonstration of theirs when they are apart. A bad query string is read as an empty one, a GET has no field. */
export interface Visit<Query = Texts, Named = Texts> extends Asked<Named, Query, Champs> {
  /** The id of what htmx replaces; null for a whole page. */
  partiel: string | null;
}

/** What a screen shows, and the cookies that go with it. */
export type Shown = (Page | Ailleurs | Fragment | Envoi | Flux | Refus) & { cookies?: readonly string[] };

/** Another address to go to, with a message shown there once. */
interface Ailleurs {
  vers: string;
  message?: string | undefined;
  ton?: 'bien' | 'attention';
}
/** A piece of page, for htmx. */
interface Fragment {
  fragment: Html;
  statut?: number;
}
/** A picture or a table, as it is; with `nom`, to be kept as a file. */
interface Envoi {
  envoi: string | Buffer | Readable;
  type: string;
  nom?: string;
  entetes?: Readonly<Record<string, string>>;
}
/** Events as they come, each written as text/event-stream wants it. */
interface Flux {
  flux: AsyncIterable<string>;
}
/** Why not: shown as a page of its own. */
export interface Refus {
  refus: AnyRefusal | Problem;
}

/** One address of the console. */
export interface Screen extends Endpoint {
  answer(visit: Visit<never, never>): Promise<Shown> | Shown;
}

interface Spec<Path extends string, Query extends z.ZodObject> {
  /** The operation of the API whose right it takes. */
  right: string;
  query?: Query;
  answer(visit: Visit<z.output<Query>, Params<Path>>): Promise<Shown> | Shown;
}
interface FormSpec<Path extends string, Query extends z.ZodObject> extends Spec<Path, Query> {
  body?: Body<Champs>;
  /** The field of a file, when the form has one. */
  file?: string;
}

const libre = z.object({}).catchall(z.string());

/** Declares a page; without `query` its query string is read as texts by name. */
export function get<const Path extends string, Query extends z.ZodObject = typeof libre>(
  id: string,
  path: Path,
  { right, query, answer }: Spec<Path, Query>,
): Screen {
  return { id, method: 'get', path, right, query: query ?? libre, body: null, answer };
}

/** Declares what takes a form. */
export function post<const Path extends string, Query extends z.ZodObject = typeof libre>(
  id: string,
  path: Path,
  { right, query, file, body = file === undefined ? form() : formWithFile(file), answer }: FormSpec<Path, Query>,
): Screen {
  return { id, method: 'post', path, right, query: query ?? libre, body, answer };
}

/** Goes on elsewhere after a form, with what was done said there. */
export function ailleurs(vers: string, message?: string, ton: Ailleurs['ton'] = 'bien'): Ailleurs {
  return { vers, message, ton };
}

/** The parts of the console, as its navigation shows them. */
export type Rubrique = 'journee' | 'groupements' | 'procedures' | 'pilotage' | 'administration' | 'aide' | 'moi';

/** A step of the way to a page. */
export interface Lien {
  libelle: string;
  vers: string;
}

/** One page of the console. */
export interface Page {
  /** Of the window and of the page itself. */
  titre: string;
  /** What follows the title. */
  corps: Html;
  /** Where it stands in the navigation; none for a page of whoever is not in yet. */
  rubrique?: Rubrique;
  /** What leads to it, from above. */
  fil?: readonly Lien[];
  /** Under the title: what a dossier is known by. */
  sousTitre?: Html | null;
  /** Beside the title: what may be done. */
  actions?: Html | null;
  /** 200 unless told. */
  statut?: number;
  /** Whether something on it must be corrected. */
  aCorriger?: boolean;
  /** Whether it takes the whole width: a large table. */
  large?: boolean;
  /** Seconds after which it asks for itself again: something is being prepared. */
  revient?: number;
}

/** Where to go next, as an address said it: a path of this very site, `/` for whatever might lead elsewhere. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(wanted)) return '/';
  const base = 'http://ici.invalid';
  const url = URL.parse(wanted, base);
  const isHere = url?.origin === base && !url.pathname.startsWith('//');
  return isHere ? `${url.pathname}${url.search}` : '/';
}
