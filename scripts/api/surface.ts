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
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  required: z.array(z.string()).default([]),
});
type Schema = z.output<typeof Schema>;
const Content = z.record(z.string(), z.looseObject({ schema: Schema.optional() })).optional();
const Answer = z.looseObject({ content: Content });
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
  components: z.looseObject({
    schemas: z.record(z.string(), Schema),
    parameters: z.record(z.string(), z.unknown()).default({}),
    responses: z.record(z.string(), z.unknown()).default({}),
  }),
});

type Way = 'entree' | 'sortie';

/** What of a document programs rely on; descriptions and examples are not. */
export function surfaceOf(document: unknown): Surface {
  const { paths, components } = Document.parse(document);
  const lines = new Map<string, string>();
  const seen = new Set<string>();

  for (const [path, item] of Object.entries(paths)) {
    const { servers: _servers, ...some } = item;
    for (const [method, operation] of Object.entries(Item.parse(some))) {
      const place = `${method.toUpperCase()} ${path}`;
      lines.set(place, 'opération');
      for (const one of operation.parameters) parameter(place, Parameter.parse(found(one)));
      contents('entree', `${place} corps`, operation.requestBody?.content);
      for (const [status, one] of Object.entries(operation.responses)) {
        lines.set(`${place} ${status}`, 'réponse');
        if (Number(status) < 400) contents('sortie', `${place} ${status}`, Answer.parse(found(one)).content);
      }
    }
  }
  return Object.fromEntries([...lines].sort(([one], [other]) => (one < other ? -1 : 1)));

  function found(one: z.output<typeof Ref>): unknown {
    const [, kind, name = ''] = /^#\/components\/(parameters|responses)\/(.+)$/.exec(one.$ref ?? '') ?? [];
    return kind ? components[kind as 'parameters' | 'responses'][name] : one;
  }

  function parameter(place: string, { in: where, name, required, schema }: z.output<typeof Parameter>): void {
    describe('entree', `${place} ${where}:${name}`, schema, required);
  }

  function contents(way: Way, place: string, content: z.output<typeof Content>): void {
    for (const [type, { schema }] of Object.entries(content ?? {}))
      if (schema) describe(way, `${place} ${type}`, schema, true);
  }

  function describe(way: Way, place: string, schema: Schema, required: boolean): void {
    lines.set(`${way} ${place}`, `${typeOf(schema)}${required ? '!' : '?'}`);
    within(way, place, schema);
  }

  /** The members of what is told here, and of what it refers to, which are told once. */
  function within(way: Way, place: string, schema: Schema): void {
    const { $ref, anyOf = [], oneOf = [], allOf = [], items, properties = {}, required } = schema;
    const name = $ref?.split('/').at(-1);
    if (name !== undefined && !seen.has(`${way} ${name}`)) {
      seen.add(`${way} ${name}`);
      const named = components.schemas[name];
      if (named) describe(way, name, named, true);
    }
    for (const part of [...anyOf, ...oneOf, ...allOf, ...(typeof items === 'object' ? [items] : [])])
      within(way, place, part);
    for (const [key, part] of Object.entries(properties))
      describe(way, `${place}.${key}`, part, required.includes(key));
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
  if (type === 'array') return `${typeof items === 'object' ? typeOf(items) : 'tout'}[]`;
  return [type ?? 'tout'].flat().sort().join('|');
}
