import { z } from 'zod';
import type { Chance } from '../seed/fiction.ts';

const API = '/api/v1';
const PART = /\{\w+\}/g;
const KEPT = 50;

const Offer = z.looseObject({ vers: z.string(), type: z.string(), exemple: z.looseObject({}) });
type Offer = z.output<typeof Offer>;

/** What answers have told, so that requests name what is there and do what they offer. */
export class Memory {
  readonly #places = new Map<string, string[]>();
  readonly #told = new Map<string, (string | number)[]>();
  readonly #versions = new Map<string, number>();
  readonly #ranks = new Map<string, number[]>();
  readonly #offers = new Map<string, Offer[]>();

  /** What lets the superviseur in. */
  readonly superviseur: { courriel: string; motDePasse: string };

  constructor(superviseur: Memory['superviseur']) {
    this.superviseur = superviseur;
  }

  /** Keeps what was answered at `asked`, which the document writes as `template`. */
  learn({ template, asked }: { template: string; asked: string }, body: unknown): void {
    const [path = ''] = asked.slice(API.length).split('?');
    for (const id of idsIn(body)) keep(this.#places, `${shapeOf(template)}/{}`, `${path}/${id}`);
    const { version } = (body ?? {}) as { version?: unknown };
    if (typeof version === 'number') this.#versions.set(path, version);
    const ranks = Object.values(body ?? {}).flatMap((part) => ranksIn(part));
    if (ranks.length > 0) this.#ranks.set(path.slice(0, path.lastIndexOf('/')), ranks);
    JSON.stringify(body, (name, part) => {
      if (typeof part === 'number' || (typeof part === 'string' && part.length < 200)) keep(this.#told, name, part);
      const offer = Offer.safeParse(part).data;
      if (offer) keep(this.#offers, offer.vers.replace(API, '').replace(/\/[^/]+\/faits$/, '/{}/faits'), offer);
      return part;
    });
  }

  /** Addresses that stand at `template`. */
  placesAt(template: string): readonly string[] {
    return this.#places.get(shapeOf(template)) ?? [];
  }

  /** What a field of that name bore. */
  told(name: string): readonly (string | number)[] {
    return this.#told.get(name) ?? [];
  }

  /** What a field or a query of that name may name: ids of what was listed, a « dossierId » being one of « /dossiers ». */
  named(name: string): readonly (string | number)[] {
    const stem = name.replace(/Id$/, '');
    const isListed = ([path]: [string, unknown]) => path.startsWith(`/${stem}s`) && !/\{.*\/.*\}/.test(path);
    const [, listed = []] = [...this.#places].find(isListed) ?? [];
    return listed.length > 0 ? listed.map((path) => path.split('/').at(-1) ?? '') : this.told(name);
  }

  /** A body for `path` with the version of what it is about, and one of its lines. */
  withKnown(body: object, path: string, chance: Chance): object {
    const [above, version] = [...this.#versions].find(([known]) => path.startsWith(`${known}/`)) ?? [];
    const ranks = this.#ranks.get(above ?? '') ?? [];
    const known = { version, ...(ranks.length > 0 && { rang: chance.pick(ranks) }) };
    const own = Object.entries(known).filter(([name, part]) => name in body && part !== undefined);
    return { ...body, ...Object.fromEntries(own) };
  }

  /** Facts that may be told at `template`, as answers have offered them. */
  offersAt(template: string): readonly Offer[] {
    return this.#offers.get(shapeOf(template)) ?? [];
  }
}

/** Of a list of lines. */
function ranksIn(part: unknown): number[] {
  const lines = Array.isArray(part) ? part : [];
  return lines.flatMap((one) => (typeof one?.rang === 'number' ? [one.rang] : []));
}

const shapeOf = (template: string) => template.replaceAll(PART, '{}');

function keep<One>(all: Map<string, One[]>, name: string, one: One): void {
  const others = (all.get(name) ?? []).filter((other) => other !== one);
  all.set(name, [one, ...others].slice(0, KEPT));
}

/** Of what is answered, or of each of a list in it. */
function idsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const lists = Object.values(body).filter((part) => Array.isArray(part));
  return [body, ...lists.flat()].flatMap((one) => {
    const { id } = (one ?? {}) as { id?: unknown };
    return typeof id === 'string' || typeof id === 'number' ? [encodeURIComponent(id)] : [];
  });
}
