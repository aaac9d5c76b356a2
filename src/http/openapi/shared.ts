import type { createDocument } from 'zod-openapi';

type Document = ReturnType<typeof createDocument>;
type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [name: string]: Json;
}

/** Shorter, a reference is no gain. */
const WORTH = 80;

/** The same document, where what is said several times is said once, in its components, and referred to. */
export function shared(document: Document): Document {
  const whole = JSON.parse(JSON.stringify(document)) as JsonObject;
  const components = objectIn(whole, 'components');
  shareForms(objectIn(components, 'schemas'));
  for (const operation of operationsIn(whole)) {
    shareResponses(objectIn(operation, 'responses'), components);
    const parameters = operation['parameters'] as JsonObject[] | undefined;
    if (parameters)
      operation['parameters'] = parameters.map((one) => keep(components, 'parameters', parameterName(one), lean(one)));
  }
  for (const kind of ['schemas', 'headers']) dropUnused(whole, kind, objectIn(components, kind));
  return whole as unknown as Document;
}

/** Refusals, which many operations tell alike; what is sent to a webhook answers nothing. */
function shareResponses(responses: JsonObject, components: JsonObject): void {
  for (const [status, response] of Object.entries(responses) as [string, JsonObject][]) {
    shareExamples(response, objectIn(components, 'examples'));
    const isRefusal = Number(status) >= 400 && Object.hasOwn(response, 'content');
    if (isRefusal || status === '304')
      responses[status] = keep(components, 'responses', refusalName(status, response), response);
  }
}

function dropUnused(whole: JsonObject, kind: string, all: JsonObject): void {
  const text = JSON.stringify(whole);
  const unused = Object.keys(all).filter((name) => !text.includes(`"#/components/${kind}/${name}"`));
  for (const name of unused) Reflect.deleteProperty(all, name);
}

function* operationsIn(whole: JsonObject): Generator<JsonObject> {
  for (const place of ['paths', 'webhooks'])
    for (const item of Object.values(objectIn(whole, place)) as JsonObject[])
      for (const [method, operation] of Object.entries(item)) if (method !== 'servers') yield operation as JsonObject;
}

/** Kept under its name, or under the next one that is free where another thing bears it. */
function keep(components: JsonObject, kind: string, name: string, value: Json): JsonObject {
  const all = objectIn(components, kind);
  const text = JSON.stringify(value);
  let rank = 1;
  const named = () => (rank === 1 ? name : `${name}${rank}`);
  while (Object.hasOwn(all, named()) && JSON.stringify(all[named()]) !== text) rank += 1;
  all[named()] = value;
  return { $ref: `#/components/${kind}/${named()}` };
}

/** By its status, and the codes that it may bear: Refus404Introuvable. */
function refusalName(status: string, response: Json): string {
  const text = JSON.stringify(response);
  const codes = [...text.matchAll(/"#\/components\/examples\/([\w-]+)"/g)].map(([, code = '']) => code);
  if (codes.length === 0) return status === '304' ? 'Inchange' : `Refus${status}`;
  return `Refus${status}${codes.slice(0, 2).map(pascal).join('')}`;
}

function parameterName({ in: place, name }: JsonObject): string {
  return pascal(`${place}-${name}`);
}

/** What is said of a parameter is said by it, not by its schema again. */
function lean(parameter: JsonObject): JsonObject {
  const { description, ...schema } = parameter['schema'] as JsonObject;
  return description === undefined
    ? parameter
    : { ...parameter, description: parameter['description'] ?? description, schema };
}

function pascal(text: string): string {
  return text.replaceAll(/(?:^|[^A-Za-z0-9]+)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function shareExamples(response: JsonObject, examples: JsonObject): void {
  const media = (response['content'] as JsonObject | undefined)?.['application/problem+json'] as JsonObject | undefined;
  for (const [code, example] of Object.entries((media?.['examples'] ?? {}) as JsonObject))
    (media?.['examples'] as JsonObject)[code] = keep({ examples }, 'examples', code, example);
}

/** Parts of forms that several schemas hold get the name of their title, the innermost first: « Partie 4 — … » is Partie4. */
function shareForms(schemas: JsonObject): void {
  for (let next = repeatedForm(schemas); next; next = repeatedForm(schemas)) {
    const [text, places] = next;
    const form = JSON.parse(text) as JsonObject;
    const ref = keep({ schemas }, 'schemas', formName(`${form['title']}`), form);
    for (const { holder, key } of places) Object.assign(holder, { [key]: { ...ref } });
  }
}

interface Place {
  holder: JsonObject | Json[];
  key: string;
}

function repeatedForm(schemas: JsonObject): [text: string, places: Place[]] | undefined {
  const places = new Map<string, Place[]>();
  const visit = (holder: JsonObject | Json[]): void => {
    for (const [key, part] of Object.entries(holder)) {
      if (typeof part !== 'object' || part === null) continue;
      visit(part);
      const text = isForm(part) ? JSON.stringify(part) : '';
      if (text.length > WORTH) places.set(text, [...(places.get(text) ?? []), { holder, key }]);
    }
  };
  for (const schema of Object.values(schemas)) visit(schema as JsonObject);
  return [...places].filter(([, some]) => some.length > 1).sort(([a], [b]) => a.length - b.length)[0];
}

function isForm(part: Json[] | JsonObject): part is JsonObject {
  return !Array.isArray(part) && typeof part['title'] === 'string' && (part['type'] === 'object' || 'enum' in part);
}

function formName(title: string): string {
  const [name = title] = title.split(/ [—(:]/);
  return pascal(name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', ' '));
}

function objectIn(holder: JsonObject, name: string): JsonObject {
  holder[name] ??= {};
  return holder[name] as JsonObject;
}
