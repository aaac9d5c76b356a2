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
  readonly #previews = new Map<string, { sent: object; told: object }>();
  readonly #offers = new Map<string, Offer[]>();

  /** With texts that are known from the start, by the name of a field. */
  constructor(texts: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(texts)) keep(this.#told, name, text);
  }

  /** Keeps what was answered at `asked`, which the document writes as `template`, to `sent`. */
  learn({ template, asked, sent }: { template: string; asked: string; sent: string | null }, body: unknown): void {
    const [path = ''] = asked.slice(API.length).split('?');
    for (const id of idsIn(body)) keep(this.#places, `${shapeOf(template)}/{}`, `${path}/${id}`);
    const { version } = (body ?? {}) as { version?: unknown };
    if (typeof version === 'number') this.#versions.set(path, version);
    const ranked = Object.entries(body ?? {}).flatMap(([name, part]) => (ranksIn(part) ? [[name, ranksIn(part)]] : []));
    for (const [, ranks] of ranked) this.#ranks.set(aboveOf(path), ranks as number[]);
    if (path.endsWith('/apercu') && sent)
      this.#previews.set(aboveOf(path), { sent: JSON.parse(sent), told: { version, ...Object.fromEntries(ranked) } });
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

  /** A body for `path` with what is known: what its preview was made of and told, the version of what it is about, one of its lines. */
  withKnown(body: object, path: string, chance: Chance): object {
    const above = [...this.#versions].find(([known]) => path.startsWith(`${known}/`));
    const ranks = this.#ranks.get(above?.[0] ?? '') ?? [];
    const { sent, told } = this.#previews.get(path) ?? { sent: {}, told: {} };
    const known = { ...(ranks.length > 0 && { rang: chance.pick(ranks) }), version: above?.[1], ...told };
    const own = Object.entries(known).filter(([name, part]) => name in body && part !== undefined);
    return { ...body, ...Object.fromEntries(own), ...sent };
  }

  /** Facts that may be told at `template`, as answers have offered them. */
  offersAt(template: string): readonly Offer[] {
    return this.#offers.get(shapeOf(template)) ?? [];
  }
}

const aboveOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

/** Of a list of lines; null for what is none. */
function ranksIn(part: unknown): number[] | null {
  const lines = Array.isArray(part) ? part.map((one) => (one as { rang?: unknown } | null)?.rang) : [null];
  return lines.every((rang) => typeof rang === 'number') ? lines : null;
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
