import { z } from 'zod';
import type { Chance } from '../seed/fiction.ts';
import type { Memory } from './fuzz-memory.ts';
import { hostileText, hostileValue, twisted } from './hostile-values.ts';

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  get anyOf() {
    return z.array(Schema).optional();
  },
  get oneOf() {
    return z.array(Schema).optional();
  },
  get allOf() {
    return z.array(Schema).optional();
  },
  get items() {
    return z.union([Schema, z.boolean()]).optional();
  },
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  required: z.array(z.string()).optional(),
});
type Schema = z.output<typeof Schema>;

const Content = z.record(
  z.string(),
  z.looseObject({ schema: Schema, examples: z.record(z.string(), z.looseObject({ value: z.unknown() })).optional() }),
);
const Method = z.looseObject({
  operationId: z.string(),
  parameters: z
    .array(z.looseObject({ in: z.string(), name: z.string(), required: z.boolean().default(false), schema: Schema }))
    .default([]),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string(), z.unknown()),
});

const Document = z.looseObject({
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), Method)),
  components: z.looseObject({ schemas: z.record(z.string(), Schema) }),
});
/** The part of the OpenAPI document from which requests are made. */
export type Document = z.output<typeof Document>;

const Told = z.looseObject({
  paths: z.record(z.string(), z.looseObject({})),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const Shared = z.looseObject({ $ref: z.string().regex(/^#\/components\/(parameters|requestBodies)\//) });

/** Reads an OpenAPI document: what it says once stands where it is asked for, and what is not under the API is left out. */
export function readDocument(openApi: unknown): Document {
  const { paths, components } = Told.parse(openApi);
  const own = Object.entries(paths).filter(([, item]) => !Object.hasOwn(item, 'servers'));
  const whole = JSON.parse(JSON.stringify(Object.fromEntries(own)), (_key, part) => {
    const [, , kind = '', name = ''] = Shared.safeParse(part).data?.$ref.split('/') ?? [];
    return components[kind]?.[name] ?? part;
  });
  return Document.parse({ paths: whole, components });
}

/** One address of the document. */
export interface Addressed {
  method: string;
  path: string;
  told: z.output<typeof Method>;
}

/** A request to one address. */
export interface Made {
  to: Addressed;
  /** With its query string. */
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** What is really there, of which requests name some. */
export interface Known {
  names: readonly string[];
  schemas: Document['components']['schemas'];
  memory: Memory;
}

const API = '/api/v1';
const PART = /\{(\w+)\}/g;

/** Every address that the document tells. */
export function addressesOf({ paths }: Document): Addressed[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, told]) => ({ method, path, told })),
  );
}

/** A request that its address may take or not: as it is told, with parts that nobody foresaw. */
export function requestTo(to: Addressed, known: Known, chance: Chance): Made {
  const { told, path } = to;
  const named = addressOf(path, known, chance);
  const query = new URLSearchParams();
  const isBare = chance.whole(3) === 0;
  const isAsked = (required: boolean) => (required ? chance.whole(20) > 0 : !isBare && chance.whole(3) === 0);
  for (const { in: place, name, required, schema } of told.parameters)
    if (place === 'query' && isAsked(required)) query.append(name, queryOf(name, schema, known, chance));
  if (chance.whole(20) === 0) query.append(hostileText(chance), hostileText(chance));
  const { type, body } = bodyOf(to, named, known, chance);
  const headers = {
    ...(type && { 'content-type': chance.whole(25) === 0 ? 'text/plain; charset=x' : type }),
    ...(chance.whole(6) === 0 && {
      'idempotency-key': chance.pick([chance.uuid(), 'court', 'deja-servie', 'x'.repeat(300)]),
    }),
    ...(chance.whole(10) === 0 && { 'if-match': chance.pick(['"1"', '"0"', '*', 'W/"2"', '"1e9"']) }),
  };
  const offer = offered(to, known, chance);
  if (offer) return { to, headers: { ...headers, 'content-type': 'application/json' }, ...offer };
  return { to, path: `${API}${named}${query.size > 0 ? `?${query}` : ''}`, headers, body };
}

/** Does what an answer offered, half of the times that there is such an offer; with no part that nobody foresaw. */
function offered({ method, path }: Addressed, { memory }: Known, chance: Chance): Pick<Made, 'path' | 'body'> | null {
  const some = method === 'post' ? memory.offersAt(path) : [];
  if (some.length === 0 || chance.whole(2) === 0) return null;
  const { vers, type, exemple } = chance.pick(some);
  return { path: vers, body: JSON.stringify({ ...exemple, type }) };
}

/** Where something is that an answer has shown, most of the time. */
function addressOf(path: string, known: Known, chance: Chance): string {
  const named = (part: string) =>
    part.replaceAll(PART, (_, name: string) => encodeURIComponent(nameOf(name, known, chance)));
  const ends = [...path.matchAll(PART)].map(({ index, 0: part }) => index + part.length).reverse();
  const placesAt = (end: number) => known.memory.placesAt(path.slice(0, end));
  const shown = ends.find((end) => placesAt(end).length > 0);
  if (shown === undefined || chance.whole(3) === 0) return named(path);
  return `${chance.pick(placesAt(shown))}${named(path.slice(shown))}`;
}

/** Something that is there, most of the time; an address has no empty part, and dots would lead to another. */
function nameOf(part: string, { names, memory }: Known, chance: Chance): string {
  const told = chance.whole(2) === 0 ? memory.named(part) : [];
  const known = told.length > 0 ? told : names;
  const text = chance.whole(5) === 0 ? hostileText(chance).slice(0, 500) : String(chance.pick(known));
  return /^[\s.]*$/.test(text) ? 'vide' : text;
}

/** Waits are kept short. */
function queryOf(name: string, schema: Schema, known: Known, chance: Chance): string {
  if (name === 'attendre') return chance.pick(['0s', '1s', 'x']);
  if (chance.whole(3) === 0) return hostileText(chance);
  const some = known.memory.named(name);
  const sample = chance.whole(2) === 0 ? sampleOf(schema, known, chance) : null;
  return String(sample ?? chance.pick(some.length > 0 ? some : known.names)).toWellFormed();
}

function bodyOf(to: Addressed, path: string, known: Known, chance: Chance): { type?: string; body: string | null } {
  const [type, content] = Object.entries(to.told.requestBody?.content ?? {})[0] ?? [];
  if (!type || !content) return { body: null };
  const examples = Object.values(content.examples ?? {}).map(({ value }) => value);
  const isExample = examples.length > 0 && chance.whole(3) > 0;
  let value = retold(isExample ? chance.pick(examples) : sampleOf(content.schema, known, chance), known, chance);
  if (isRecord(value) && chance.whole(4) > 0) value = known.memory.withKnown(value, path, chance);
  for (let times = chance.whole(4) - 1; times > 0; times--) value = twisted(value, chance);
  const plain = !type.endsWith('json') && typeof value === 'string' ? value : null;
  const text = plain ?? JSON.stringify(harmless(value, to, known) ?? null);
  return { type, body: chance.whole(40) === 0 ? text.slice(0, chance.whole(text.length)) : text };
}

/** With what answers have told under the same names, half of the time. */
function retold(value: unknown, { memory }: Known, chance: Chance): unknown {
  if (chance.whole(2) === 0) return value;
  const text = JSON.stringify(value, (name, part) => {
    const some = (name.endsWith('Id') ? memory.named(name) : memory.told(name)).filter(
      (one) => typeof one === typeof part,
    );
    return some.length > 0 && chance.whole(2) === 0 ? chance.pick(some) : part;
  });
  return text === undefined ? value : JSON.parse(text);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whoever is to be told of events stands where nothing is (RFC 2606), nobody's password becomes another, an account stays one of a
 * superviseur, and a login is his: shut out, he would let nobody in anew.
 */
function harmless(value: unknown, { path }: Addressed, { memory: { superviseur } }: Known): unknown {
  if (!isRecord(value)) return value;
  const { courriel, motDePasse } = superviseur;
  const own = { '/comptes/{id}': { role: 'superviseur', actif: true }, '/session': { courriel } }[path];
  const fixed = { url: 'https://recevoir.invalid/', motDePasse, ...own };
  const known = Object.entries(fixed).filter(([name, part]) => typeof value[name as never] === typeof part);
  return { ...value, ...Object.fromEntries(known) };
}

/** A value that a schema may take. */
function sampleOf(schema: Schema, known: Known, chance: Chance, depth = 0): unknown {
  const { $ref, type, anyOf, oneOf, allOf, items, properties = {}, required = [] } = schema;
  if (depth > 8) return null;
  if ($ref) return sampleOf(known.schemas[$ref.split('/').at(-1) ?? ''] ?? Schema.parse({}), known, chance, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  const choices = anyOf ?? oneOf ?? allOf;
  if (choices) return sampleOf(chance.pick(choices), known, chance, depth + 1);
  switch (Array.isArray(type) ? chance.pick(type) : type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => required.includes(name) || chance.whole(2) === 0)
          .map(([name, part]) => [name, sampleOf(part, known, chance, depth + 1)]),
      );
    case 'array':
      return typeof items === 'object' ? [sampleOf(items, known, chance, depth + 1)] : [];
    case 'string':
      return chance.pick([...known.names, '2026-01-05', 'Texte', '26011021800047', '010000057', '01130']);
    case 'number':
    case 'integer':
      return chance.whole(100);
    case 'boolean':
      return chance.whole(2) === 0;
    case 'null':
      return null;
    default:
      return hostileValue(chance);
  }
}
