import type { Readable } from 'node:stream';
import type { Erreur, Result } from '../../result.ts';
import { type Column, CSV_TYPE, csvHead, csvLines } from '../../web/csv.ts';
import type { Html } from '../../web/html.ts';
import { type AnyRefusal, type Problem, toProblem } from '../../web/problem.ts';

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

const pagesOfTheirOwn = ['introuvable', 'droit-insuffisant'] as const satisfies AnyRefusal['code'][];
type OfItsOwn = Extract<AnyRefusal, { code: (typeof pagesOfTheirOwn)[number] }>;

/** Where refusals that are a field’s fault are told, by their codes. */
export type FaultPlaces = Partial<Record<Exclude<AnyRefusal, OfItsOwn>['code'], string>>;

/** A refusal as what is to be corrected in a form. */
export function toFaults(refusal: AnyRefusal, places: Partial<Record<AnyRefusal['code'], string>> = {}): Erreur[] {
  if ('erreurs' in refusal) return refusal.erreurs;
  return [{ pointeur: places[refusal.code] ?? '', message: toProblem(refusal).detail }];
}

/** What follows a form: what `yes` shows, the form again with what is to be corrected, or a page that says no. */
export function afterForm<T>(
  result: Result<T, AnyRefusal>,
  yes: (value: T) => Shown | Promise<Shown>,
  again: (erreurs: Erreur[]) => Shown | Promise<Shown>,
  places: FaultPlaces = {},
): Shown | Promise<Shown> {
  if (result.ok) return yes(result.value);
  const { error } = result;
  return isOfItsOwn(error) ? { refusal: error } : again(toFaults(error, places));
}

function isOfItsOwn(error: AnyRefusal): error is OfItsOwn {
  return pagesOfTheirOwn.some((code) => code === error.code);
}

/** The same for what takes no form: what was not done is a page that says why. */
export function orRefused<T>(
  result: Result<T, AnyRefusal>,
  yes: (value: T) => Shown | Promise<Shown>,
): Shown | Promise<Shown> {
  return result.ok ? yes(result.value) : { refusal: result.error };
}

/** The parts of the console, as its navigation shows them. */
export type Section =
  | 'journee'
  | 'groupements'
  | 'procedures'
  | 'pilotage'
  | 'administration'
  | 'notifications'
  | 'aide'
  | 'moi';

/** A step of the way to a page. */
export interface Crumb {
  label: string;
  href: string;
}

/** What leads to most pages. */
export const JOURNEE: Crumb = { label: 'Ma journée', href: '/' };

/** What leads to those of groupements. */
export const GROUPEMENTS: Crumb = { label: 'Groupements', href: '/groupements' };

/** Where a page below the worklist stands, and what leads to it. */
export function underJournee(...below: readonly Crumb[]): Pick<Page, 'section' | 'trail'> {
  return { section: 'journee', trail: [JOURNEE, ...below] };
}
