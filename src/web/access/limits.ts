import { isIPv6 } from 'node:net';
import type { Request, Response } from 'express';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import type { QuotaStore } from '../../store/quotas.ts';
import type { Problem } from '../problem.ts';

const WINDOW_MS = 60_000;

/** How many requests a minute: of one identity, and of an address that has not said who it is. */
export interface LimitRules {
  parIdentite: number;
  parAdresse: number;
  /** In milliseconds; the process's own clock unless told. */
  maintenant?: () => number;
  /** Where several nodes count together, a second late; each counts alone unless told. */
  partage?: Pick<QuotaStore, 'ajouter'> | null;
}

const SHARED_EVERY_MS = 1_000;

/** The limits of a node: they count requests, tell in headers how many are left, or the problem when none is. */
export function createLimits({ parIdentite, parAdresse, partage = null, maintenant = clockOf(partage) }: LimitRules) {
  const identites = counter('identite', parIdentite, maintenant);
  const lectures = counter('lecture', parIdentite, maintenant);
  const entrees = counter('entree', parAdresse, maintenant);
  const share = async () => {
    if (partage) await Promise.all([identites, lectures, entrees].map(({ share }) => share(partage).catch(() => {})));
  };
  if (partage) setInterval(share, SHARED_EVERY_MS).unref();
  return {
    /** Tells the others what was counted since, and hears what they did. */
    share,
    identified: (response: Response, identite: Identity) => identites.count(response, auteurOf(identite)),
    /** Who reads what is public: as much as an identity. */
    reader: (response: Response, { ip }: Request) => lectures.count(response, networkOf(ip)),
    /** Who tries to come in. */
    comer: (response: Response, { ip }: Request) => entrees.count(response, networkOf(ip)),
  };
}
export type Limits = ReturnType<typeof createLimits>;

/** Of nodes that count together, minutes are those of the day. */
function clockOf(partage: LimitRules['partage']): () => number {
  return partage ? Date.now : () => performance.now();
}

/** What is counted of one key in a minute: here, not told yet, and by the others. */
interface Counted {
  own: number;
  untold: number;
  others: number;
}

/**
 * Everybody's minute begins at once, so that what is remembered is forgotten whole: 1 µs a request, where express-rate-limit, which
 * hashes each key for the same headers, takes 16.
 */
function counter(name: string, quota: number, now: () => number) {
  let counts = new Map<string, Counted>();
  const policy = `"${name}";q=${quota};w=${WINDOW_MS / 1000}`;
  let fenetre = 0;
  return { count, share };

  function count(response: Response, key: string): Problem | null {
    const instant = now();
    turnTo(Math.floor(instant / WINDOW_MS));
    const known = counts.get(key) ?? { own: 0, untold: 0, others: 0 };
    known.own += 1;
    known.untold += 1;
    counts.set(key, known);
    const all = known.own + known.others;
    const seconds = Math.ceil(((fenetre + 1) * WINDOW_MS - instant) / 1000);
    response.setHeader('RateLimit-Policy', policy);
    response.setHeader('RateLimit', `"${name}";r=${Math.max(quota - all, 0)};t=${seconds}`);
    if (all <= quota) return null;
    response.setHeader('Retry-After', seconds);
    return tooMany(seconds);
  }

  async function share({ ajouter }: Pick<QuotaStore, 'ajouter'>): Promise<void> {
    const told = counts;
    const moved = [...told].filter(([, { untold }]) => untold > 0);
    if (moved.length === 0) return;
    const sent = new Map(moved.map(([key, { untold }]) => [`${name} ${key}`, untold]));
    const totals = await ajouter(fenetre, sent);
    for (const [key, one] of moved) {
      one.untold -= sent.get(`${name} ${key}`) ?? 0;
      one.others = Math.max(0, (totals.get(`${name} ${key}`) ?? 0) - (one.own - one.untold));
    }
  }

  function turnTo(minute: number): void {
    if (minute === fenetre) return;
    fenetre = minute;
    counts = new Map();
  }
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
