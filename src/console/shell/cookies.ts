import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import { z } from 'zod';
import type { Identity } from '../../identity/identity.ts';

/** The columns of the worklist that may be hidden, by id. */
export const listColumns = {
  acteur: 'Qui doit agir',
  depuis: 'Depuis',
  limite: 'Échéance',
  restant: 'Reste à faire',
  affecte: 'Affecté à',
  apercu: 'Aperçu',
} as const;
export type ListColumn = keyof typeof listColumns;

/** How somebody likes the console: how close the lines of lists are, which columns are hidden, and whether keys of one letter act. */
export const Preferences = z.object({
  /** Joined by dots; one at first, so that a line is a line. */
  cachees: z.string().max(100).catch('restant'),
  densite: z.enum(['serree', 'aeree']).catch('serree'),
  raccourcis: z.enum(['oui', 'non']).catch('oui'),
});
export type Preferences = z.output<typeof Preferences>;

/** The list that somebody came to a dossier from: its address, and the dossier opened last with its place then, from 0. */
const Provenance = z.object({
  requete: z.string().max(1_500),
  dossier: z.string().max(64).optional().catch(undefined),
  rang: z.coerce.number().int().min(0).max(10_000_000).optional().catch(undefined),
});
export type Provenance = z.output<typeof Provenance>;

const YEAR_S = 365 * 24 * 3_600;

type Who = Pick<Identity, 'id'>;

/** What this browser keeps of the likings of an account. */
export function preferencesOf(request: Request, who: Who): Preferences {
  return Preferences.parse(read(request, `preferences-${who.id}`));
}

/** The cookie that keeps them. */
export function preferencesCookie(preferences: Preferences, who: Who): string {
  return write(`preferences-${who.id}`, preferences, YEAR_S);
}

/** The list that this browser showed last to an account; null when it showed none. */
export function provenanceOf(request: Request, who: Who): Provenance | null {
  return Provenance.safeParse(read(request, `liste-${who.id}`)).data ?? null;
}

/** The cookie that keeps it until the browser is closed. */
export function provenanceCookie(provenance: Provenance, who: Who): string {
  return write(`liste-${who.id}`, provenance);
}

function read(request: Request, name: string): Record<string, string> {
  const text = parseCookie(request.headers.cookie ?? '')[`__Host-${name}`] ?? '';
  return Object.fromEntries(new URLSearchParams(text));
}

function write(name: string, values: object, maxAge?: number): string {
  const told = Object.entries(values).filter(([, value]) => value !== undefined);
  const value = new URLSearchParams(told.map(([key, one]): [string, string] => [key, `${one}`])).toString();
  const kept = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
  return stringifySetCookie({ name: `__Host-${name}`, value, ...kept, ...(maxAge !== undefined && { maxAge }) });
}
