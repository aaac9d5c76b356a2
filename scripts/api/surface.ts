import { z } from 'zod';

/** What programs rely on, each by its place in the API, with what it takes or gives: « sortie Dossier.statut » → « Statut! ». */
export type Surface = Readonly<Record<string, string>>;

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
  get additionalProperties() {
    return z.union([Schema, z.boolean()]).optional();
  },
  get propertyNames() {
    return Schema.optional();
  },
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  required: z.array(z.string()).default([]),
});
type Schema = z.output<typeof Schema>;
const Content = z.record(z.string(), z.looseObject({ schema: Schema.optional() })).optional();
const Answer = z.looseObject({ content: Content });
const Body = z.looseObject({ content: Content, required: z.boolean().default(false) });
const Parameter = z.looseObject({
  in: z.string(),
  name: z.string(),
  required: z.boolean().default(false),
  schema: Schema,
});
const Ref = z.looseObject({ $ref: z.string().optional() });
const Operation = z.looseObject({
  parameters: z.array(Ref).default([]),
  requestBody: Body.optional(),
  responses: z.record(z.string(), Ref),
});
const methods = z.enum(['get', 'post', 'put', 'patch', 'delete']);
const Item = z.partialRecord(methods, Operation);
type Operation = z.output<typeof Operation>;
const Document = z.looseObject({
  paths: z.record(z.string(), z.looseObject({})),
  webhooks: z.record(z.string(), Item).default({}),
  components: z.looseObject({
    schemas: z.record(z.string(), Schema),
    parameters: z.record(z.string(), z.unknown()).default({}),
    responses: z.record(z.string(), z.unknown()).default({}),
  }),
});

type Way = 'entree' | 'sortie';

/** What narrows a value beside its type, each told on a line of its own: « entree Dossier.nom (maxLength) » → « 200 ». */
const LIMITS = [
  ...['minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
];

/** What of a document programs rely on; descriptions and examples are not. Items of a list are told at « [] », values of a map at « .* ». */
export function surfaceOf(document: unknown): Surface {
  const { paths, webhooks, components } = Document.parse(document);
  const lines = new Map<string, string>();
  const seen = new Set<string>();

  for (const [path, item] of Object.entries(paths)) {
    const { servers: _servers, ...some } = item;
    for (const [method, operation] of Object.entries(Item.parse(some)))
      told(`${method.toUpperCase()} ${path}`, operation, 'entree');
  }
  // The service is who asks.
  for (const [name, item] of Object.entries(webhooks))
    for (const operation of Object.values(item)) told(`WEBHOOK ${name}`, operation, 'sortie');
  return Object.fromEntries([...lines].sort(([one], [other]) => (one < other ? -1 : 1)));

  function told(place: string, { parameters, requestBody, responses }: Operation, asked: Way): void {
    const answered = asked === 'entree' ? 'sortie' : 'entree';
    lines.set(place, 'opération');
    for (const one of parameters) {
      const { in: where, name, required, schema } = Parameter.parse(found(one));
      describe(asked, `${place} ${where}:${name}`, schema, required);
    }
    if (requestBody) lines.set(`${asked} ${place} corps`, `corps${requestBody.required ? '!' : '?'}`);
    contents(asked, `${place} corps`, requestBody?.content);
    for (const [status, one] of Object.entries(responses)) {
      lines.set(`${place} ${status}`, 'réponse');
      const { content } = Answer.parse(found(one));
      if (Number(status) < 400) contents(answered, `${place} ${status}`, content);
    }
  }

  function found(one: z.output<typeof Ref>): unknown {
    const [, kind, name = ''] = /^#\/components\/(parameters|responses)\/(.+)$/.exec(one.$ref ?? '') ?? [];
    return kind ? components[kind as 'parameters' | 'responses'][name] : one;
  }

  /** One type of body is as good as another: none is needed for itself. */
  function contents(way: Way, place: string, content: z.output<typeof Content>): void {
    for (const [type, { schema }] of Object.entries(content ?? {}))
      if (schema) describe(way, `${place} ${type}`, schema, false);
  }

  /** What is told twice of one place is so of two members of a union: it is one or the other. */
  function describe(way: Way, place: string, schema: Schema, required: boolean): void {
    const line = `${way} ${place}`;
    const known = lines.get(line);
    const words = new Set([...(known?.slice(0, -1).split('|') ?? []), ...typeOf(schema).split('|')]);
    const isAlways = required && !known?.endsWith('?');
    lines.set(line, `${[...words].sort().join('|')}${isAlways ? '!' : '?'}`);
    within(way, place, schema);
  }

  /** The members of what is told here, and of what it refers to, which are told once; of a union, those that all ask for. */
  function within(way: Way, place: string, schema: Schema, required = schema.required): void {
    const { $ref, anyOf = [], oneOf = [], allOf = [], properties = {} } = schema;
    if ($ref) named(way, nameOf($ref));
    limits(`${way} ${place}`, schema, way === 'entree');
    for (const part of allOf) within(way, place, part);
    const others = [...anyOf, ...oneOf];
    const objects = others.filter((one) => one.properties);
    for (const part of others)
      within(
        way,
        place,
        part,
        part.required.filter((key) => objects.every((one) => one.required.includes(key))),
      );
    for (const [key, part] of Object.entries(properties))
      describe(way, `${place}.${key}`, part, required.includes(key));
    const { items, additionalProperties: values, propertyNames: names } = schema;
    for (const [under, part] of Object.entries({ '[]': items, '.*': values, '.*:nom': names }))
      if (typeof part === 'object') describe(way, `${place}${under}`, part, false);
  }

  function named(way: Way, name: string): void {
    const schema = components.schemas[name];
    if (!schema || seen.has(`${way} ${name}`)) return;
    seen.add(`${way} ${name}`);
    describe(way, name, schema, true);
  }

  /** Whoever reads takes members that it does not know; a format says what its pattern does. */
  function limits(line: string, schema: Schema, isAsked: boolean): void {
    if (isAsked && schema.additionalProperties === false) lines.set(`${line} (additionalProperties)`, 'false');
    for (const name of LIMITS) {
      if (schema[name] === undefined || (name === 'pattern' && schema['format'] !== undefined)) continue;
      const known = lines.get(`${line} (${name})`);
      const value = String(schema[name]);
      lines.set(`${line} (${name})`, known === undefined || known === value ? value : `${known} | ${value}`);
    }
  }
}

function typeOf({ $ref, type, enum: words, anyOf, oneOf, allOf, ...schema }: Schema): string {
  if ($ref) return nameOf($ref);
  if (words) return words.map((word) => JSON.stringify(word)).join('|');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const several = anyOf ?? oneOf ?? allOf;
  if (several) return [...new Set(several.map(typeOf))].sort().join(allOf ? '&' : '|');
  return [type ?? 'tout'].flat().join('|');
}

const nameOf = ($ref: string) => $ref.split('/').at(-1) ?? '';
