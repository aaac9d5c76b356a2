import { z } from 'zod';

/**
 * What programs rely on, each by its place in the API, with what it takes or gives: « sortie Dossier.statut » → « Statut! »; what bounds
 * what is sent stands by its name, « entree Dossier.nom (maxLength) » → « 100 ».
 */
export type Surface = Readonly<Record<string, string>>;

/** What a program that sends more, less or otherwise is refused for. */
const BOUND = /^(?:(?:exclusive)?(?:Min|min|Max|max)(?:imum|Length|Items|Properties)|pattern|format|multipleOf)$/;

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
  get additionalProperties() {
    return z.union([Schema, z.boolean()]).optional();
  },
  required: z.array(z.string()).default([]),
});
type Schema = z.output<typeof Schema>;
const Content = z.record(z.string(), z.looseObject({ schema: Schema.optional() })).optional();
const Answer = z.looseObject({ content: Content, required: z.boolean().default(false) });
const Parameter = z.looseObject({
  in: z.string(),
  name: z.string(),
  required: z.boolean().default(false),
  schema: Schema,
});
const Ref = z.looseObject({ $ref: z.string().optional() });
const Operation = z.looseObject({
  parameters: z.array(Ref).default([]),
  requestBody: Answer.optional(),
  responses: z.record(z.string(), Ref),
});
const methods = z.enum(['get', 'post', 'put', 'patch', 'delete']);
const Item = z.partialRecord(methods, Operation);
const Document = z.looseObject({
  paths: z.record(z.string(), z.looseObject({})),
  webhooks: z.record(z.string(), z.looseObject({})).default({}),
  components: z.looseObject({
    schemas: z.record(z.string(), Schema),
    parameters: z.record(z.string(), z.unknown()).default({}),
    responses: z.record(z.string(), z.unknown()).default({}),
  }),
});

type Way = 'entree' | 'sortie';

/** What of a document programs rely on; descriptions and examples are not. */
export function surfaceOf(document: unknown): Surface {
  const { paths, webhooks, components } = Document.parse(document);
  const lines = new Map<string, string>();
  const seen = new Set<string>();

  for (const [path, item] of Object.entries(paths)) {
    const { servers: _servers, ...some } = item;
    for (const [method, operation] of Object.entries(Item.parse(some))) {
      const place = `${method.toUpperCase()} ${path}`;
      lines.set(place, 'opération');
      asked('entree', place, operation);
      for (const [status, one] of Object.entries(operation.responses)) {
        lines.set(`${place} ${status}`, 'réponse');
        if (Number(status) < 400) contents('sortie', `${place} ${status}`, Answer.parse(found(one)).content);
      }
    }
  }
  for (const [name, item] of Object.entries(webhooks))
    for (const operation of Object.values(Item.parse(item))) {
      lines.set(`webhook ${name}`, 'événement');
      asked('sortie', `webhook ${name}`, operation);
    }
  return Object.fromEntries([...lines].sort(([one], [other]) => (one < other ? -1 : 1)));

  function found(one: z.output<typeof Ref>): unknown {
    const [, kind, name = ''] = /^#\/components\/(parameters|responses)\/(.+)$/.exec(one.$ref ?? '') ?? [];
    return kind ? components[kind as 'parameters' | 'responses'][name] : one;
  }

  /** What is asked of whoever answers: this service, or the program that a webhook goes to. */
  function asked(way: Way, place: string, { parameters, requestBody }: z.output<typeof Operation>): void {
    for (const one of parameters) {
      const { in: where, name, required, schema } = Parameter.parse(found(one));
      describe(way, `${place} ${where}:${name}`, schema, required);
    }
    for (const [type, { schema }] of Object.entries(requestBody?.content ?? {}))
      if (schema) describe(way, `${place} corps ${type}`, schema, requestBody?.required === true);
  }

  function contents(way: Way, place: string, content: z.output<typeof Content>): void {
    for (const [type, { schema }] of Object.entries(content ?? {}))
      if (schema) describe(way, `${place} ${type}`, schema, true);
  }

  function describe(way: Way, place: string, schema: Schema, required: boolean): void {
    lines.set(`${way} ${place}`, `${typeOf(schema)}${required ? '!' : '?'}`);
    within(way, place, schema);
  }

  /** Those of several alternatives stand beside each other. */
  function bounds(beginning: string, schema: Schema): void {
    for (const [name, value] of Object.entries(schema)) {
      const line = `entree ${beginning}${name})`;
      const known = lines.get(line);
      if (BOUND.test(name)) lines.set(line, known === undefined ? `${value}` : `${known} | ${value}`);
    }
  }

  /** The members of what is told here, and of what it refers to, which are told once. */
  function within(way: Way, place: string, schema: Schema, listed = false): void {
    const { anyOf = [], oneOf = [], allOf = [], items, properties = {}, additionalProperties, required } = schema;
    referred(way, schema);
    if (way === 'entree') bounds(`${place} (${listed ? 'items.' : ''}`, schema);
    for (const part of [...anyOf, ...oneOf, ...allOf]) within(way, place, part, listed);
    if (typeof items === 'object') within(way, place, items, true);
    for (const [key, part] of Object.entries(properties))
      describe(way, `${place}.${key}`, part, required.includes(key));
    if (typeof additionalProperties === 'object') describe(way, `${place}.*`, additionalProperties, false);
  }

  function referred(way: Way, { $ref }: Schema): void {
    const name = $ref?.split('/').at(-1);
    const named = name === undefined ? undefined : components.schemas[name];
    if (name === undefined || named === undefined || seen.has(`${way} ${name}`)) return;
    seen.add(`${way} ${name}`);
    describe(way, name, named, true);
  }
}

function typeOf({ $ref, type, enum: words, anyOf, oneOf, allOf, items, ...schema }: Schema): string {
  if ($ref) return $ref.split('/').at(-1) ?? '';
  if (words)
    return words
      .map((word) => JSON.stringify(word))
      .sort()
      .join('|');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const several = anyOf ?? oneOf ?? allOf;
  if (several) return [...new Set(several.map(typeOf))].sort().join(allOf ? '&' : '|');
  if (type === 'array') return each(typeof items === 'object' ? typeOf(items) : 'tout');
  return [type ?? 'tout'].flat().sort().join('|');
}

/** The type of a list, each of the types of its members being told apart. */
function each(type: string): string {
  return type
    .split('|')
    .map((word) => `${word}[]`)
    .join('|');
}
