import { isIPv6 } from 'node:net';
import type { Request, Response } from 'express';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import type { Problem } from '../problem.ts';

const WINDOW_MS = 60_000;

/** How many requests a minute: of one identity, and of an address that has not said who it is. */
export interface LimitRules {
  parIdentite: number;
  parAdresse: number;
  /** In milliseconds; the process's own clock unless told. */
  maintenant?: () => number;
}

/** The limits of one process: they count requests, tell in headers how many are left, or the problem when none is. */
export function createLimits({ parIdentite, parAdresse, maintenant = () => performance.now() }: LimitRules) {
  const identites = counter('identite', parIdentite, maintenant);
  const lectures = counter('lecture', parIdentite, maintenant);
  const entrees = counter('entree', parAdresse, maintenant);
  return {
    identified: (response: Response, identite: Identity) => identites(response, auteurOf(identite)),
    /** Who reads what is public: as much as an identity. */
    reader: (response: Response, { ip }: Request) => lectures(response, networkOf(ip)),
    /** Who tries to come in. */
    comer: (response: Response, { ip }: Request) => entrees(response, networkOf(ip)),
  };
}
export type Limits = ReturnType<typeof createLimits>;

/**
 * Everybody's minute begins at once, so that what is remembered is forgotten whole: 1 µs a request, where express-rate-limit, which
 * hashes each key for the same headers, takes 16.
 */
function counter(name: string, quota: number, now: () => number) {
  const counts = new Map<string, number>();
  const policy = `"${name}";q=${quota};w=${WINDOW_MS / 1000}`;
  let end = 0;

  return (response: Response, key: string): Problem | null => {
    const instant = now();
    if (instant >= end) {
      counts.clear();
      end = instant + WINDOW_MS;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const seconds = Math.ceil((end - instant) / 1000);
    response.setHeader('RateLimit-Policy', policy);
    response.setHeader('RateLimit', `"${name}";r=${Math.max(quota - count, 0)};t=${seconds}`);
    if (count <= quota) return null;
    response.setHeader('Retry-After', seconds);
    return tooMany(seconds);
  };
}

/** What is told of one request too many. */
export function tooMany(seconds: number): Problem {
  return {
    status: 429,
    code: 'trop-de-demandes',
    title: 'Trop de demandes',
    attendreSecondes: seconds,
    detail: `Vous avez envoyé trop de demandes : revenez dans ${seconds} ${seconds > 1 ? 'secondes' : 'seconde'}.`,
  };
}

/** Where an address comes from: an IPv4 address itself; of an IPv6 one its first 64 bits, of which a single line has them all. */
export function networkOf(ip = ''): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail] = ip.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/** The network of an address, as it is told to persons: the first 24 bits of an IPv4 address, the first 64 of an IPv6. */
export function prefixOf(ip?: string): string {
  const network = networkOf(ip);
  return network.includes('.') ? `${network.replace(/\d+$/, '0')}/24` : `${network}::/64`;
}
