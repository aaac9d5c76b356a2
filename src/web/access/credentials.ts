import type { IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Venue } from '../../identity/comptes/password-check.ts';
import { anonyme, type Identity } from '../../identity/identity.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Problem, toProblem } from '../problem.ts';
import { prefixOf } from './limits.ts';

/** Kept by the browser for this server alone, over HTTPS (or on this very machine), out of reach of any script. */
const SESSION_COOKIE = '__Host-session';

/** Kept by the browser for a year: whoever has come in by it before is not slowed down by what strangers try. */
const DEVICE_COOKIE = '__Host-appareils';
const DEVICE_LASTS_S = 365 * 24 * 3_600;

type Request = Pick<IncomingMessage, 'headers' | 'method'>;

/** Who makes a request: the holder of the key that it bears, or of the session that its browser keeps; null when it bears neither. */
export async function identify(services: Services, request: Request): Promise<Result<Identity | null, Problem>> {
  const bearer = bearerOf(request);
  if (bearer !== undefined) return ofKey(services, bearer);
  if (request.headers.authorization) return err(wrongScheme);
  const token = sessionToken(request);
  if (token === undefined) return ok(null);
  if (!isOwn(request)) return err(foreign);
  const identite = await services.identites.authenticateSession(token);
  return identite ? ok(identite) : err(sessionEnded);
}

/** The key that a request bears. */
export function bearerOf({ headers }: Pick<Request, 'headers'>): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** Whether whoever came some time ago would still be let in as the same; nobody in particular always is. */
export async function stillIn(
  { services, identite }: { services: Services; identite: Identity },
  request: Request,
): Promise<boolean> {
  if (identite === anonyme) return true;
  const known = await identify(services, request);
  return known.ok && known.value?.id === identite.id;
}

/** The token of the session that the browser keeps. */
export function sessionToken({ headers }: Request): string | undefined {
  return headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[SESSION_COOKIE];
}

/** The header that makes the browser keep the token of a session until `expires`, or forget it when that is past. */
export function sessionCookie(token: string, expires: Date): string {
  const kept = { httpOnly: true, secure: true, sameSite: 'lax', path: '/', expires } as const;
  return stringifySetCookie({ name: SESSION_COOKIE, value: token, ...kept });
}

/** Where somebody is who types a password. */
export function venueOf(request: Request & { ip?: string | undefined }): Venue {
  const { headers, ip } = request;
  const appareils = parseCookie(headers.cookie ?? '')[DEVICE_COOKIE];
  return { reseau: prefixOf(ip), appareils, session: sessionToken(request) };
}

/** The header that makes the browser keep of whom it is a known device. */
export function deviceCookie(value: string): string {
  const kept = { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: DEVICE_LASTS_S } as const;
  return stringifySetCookie({ name: DEVICE_COOKIE, value, ...kept });
}

/** Ends the session that a browser keeps; gives the cookie that forgets it, and where it is ended at the directory, if it was opened there. */
export async function endSession(
  { identites, annuaire }: Services,
  request: Request,
): Promise<{ cookie: string; adresse: string | null }> {
  const token = sessionToken(request);
  const jetonId = token === undefined ? null : await identites.idToken(token);
  if (token !== undefined) await identites.logout(token);
  const adresse = jetonId === null ? null : ((await annuaire?.end(jetonId)) ?? null);
  return { cookie: sessionCookie('', new Date(0)), adresse };
}

async function ofKey({ identites }: Services, bearer: string): Promise<Result<Identity, Problem>> {
  const identite = await identites.authenticateKey(bearer);
  if (identite) return ok(identite);
  return err(toProblem((await identites.explainKey(bearer)) ?? { code: 'cle-refusee', raison: 'inconnue' }));
}

/** Whether what changes something comes from our own pages: another site's may send the cookie along. */
export function isOwn({ headers, method }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin !== undefined && URL.parse(headers.origin)?.host === headers.host;
}

/**
 * How browsers reach this service: as it is set; else what one of our own forms says of where it comes from, else the host asked for, by HTTPS
 * unless it is this machine.
 */
export function originOf(
  { urlPublique }: Pick<Services, 'urlPublique'>,
  { headers }: Pick<Request, 'headers'>,
): string {
  const { origin, host = 'localhost' } = headers;
  if (urlPublique !== null) return urlPublique;
  if (origin !== undefined && origin !== 'null') return origin;
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return URL.parse(`${isLocal ? 'http' : 'https'}://${host}`)?.origin ?? '';
}

const wrongScheme: Problem = {
  status: 401,
  code: 'authentification-requise',
  title: 'Authentification requise',
  detail: 'L’en-tête Authorization prend « Bearer » puis une clé d’API.',
};
/** What is told of a session that is over. */
export const sessionEnded: Problem = {
  status: 401,
  code: 'session-terminee',
  title: 'Session terminée',
  detail: 'Votre session a pris fin : connectez-vous à nouveau.',
};
/** What is told of a change that another site asks for. */
export const foreign: Problem = {
  status: 403,
  code: 'origine-refusee',
  title: 'Origine refusée',
  detail: 'Cette demande ne vient pas de nos pages : refaites-la depuis l’application.',
};
/** What is told of who has not said who they are. */
export const authenticationNeeded: Problem = {
  status: 401,
  code: 'authentification-requise',
  title: 'Authentification requise',
  detail: 'Connectez-vous, ou envoyez l’en-tête « Authorization: Bearer » avec une clé d’API.',
};
