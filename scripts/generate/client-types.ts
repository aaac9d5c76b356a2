import { z } from 'zod';
import { procedures } from '../../machines/index.ts';
import { documentOf, openApiPath } from '../../src/http/openapi/document.ts';
import type { Operation } from '../../src/http/operation.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { politiqueAcces } from '../../src/web/access/policy.ts';
import type { Output } from './exports.ts';
import { type JsonSchema, member, toType } from './json-schema-type.ts';

const FILE = new URL('../exemples/api.ts', import.meta.url);

/** What the document says of one operation, as far as types go. */
interface Described {
  parameters?: { in: string; name: string; required?: boolean; schema: JsonSchema }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
type Content = Record<string, { schema: JsonSchema; examples?: Record<string, unknown> }>;

/** The types of the API as an éditeur's program imports them, from the OpenAPI document. */
export function clientTypesOutput(): Output {
  const operations = operationsOf({ autoriserAdressesPrivees: false });
  const { paths = {}, components } = documentOf(operations);
  const described = operations.map((operation): [Operation, Described] => {
    const item = paths[openApiPath(operation.path)] as unknown as Record<string, Described>;
    return [operation, item[operation.method] as Described];
  });
  const schemas = Object.entries((components?.schemas ?? {}) as Record<string, JsonSchema>);
  const text = [
    '// Produit par « npm run generate » d’après le document OpenAPI : ne pas modifier à la main.',
    block('/** Les schémas du document, par leur nom. */\nexport interface Schemas', schemas.map(named)),
    block('/** Les faits qu’un éditeur enregistre. */\nexport interface FaitsEditeur', editeurFacts().map(named)),
    block(
      '/** Ce que chaque opération prend, ce qu’elle rend, les refus qu’elle annonce. */\nexport interface Operations',
      [...described.map(typed)],
    ),
    `/** Où chaque opération se demande, et si sa réponse est gardée sous sa clé d’idempotence. */
export const adresses = {
${described.map(([operation]) => addressed(operation)).join('\n')}
} as const satisfies Record<keyof Operations, { methode: string; chemin: string; seRejoue: boolean }>;`,
  ];
  return { file: FILE, text: `${text.join('\n\n')}\n` };
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.join('\n')}\n}`;
}

function named([name, schema]: [string, JsonSchema]): string {
  return member(name, schema, { required: true, indent: '  ' });
}

/** The document knows a fact by its type alone; these are told by their own schemas. */
function editeurFacts(): [string, JsonSchema][] {
  const regle = politiqueAcces['dossiers.faits'];
  const types = regle === undefined || regle === 'publique' ? [] : Object.keys(regle.faitsEditeur ?? {});
  const facts = procedures.find(({ genre }) => genre === 'dossier')?.facts ?? {};
  return types.flatMap((type) => {
    const fact = facts[type];
    return fact ? [[type, z.toJSONSchema(fact.schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema]] : [];
  });
}

function typed([{ id, summary }, described]: [Operation, Described]): string {
  const [, { content } = {}] = Object.entries(described.responses).find(([status]) => status.startsWith('2')) ?? [];
  const [[type = '', { schema }] = ['', { schema: {} }]] = Object.entries(content ?? {});
  const isJson = /json$/.test(type);
  const parts = [params('chemin', 'path', described), params('requete', 'query', described), body(described)].flat();
  return `  /** ${summary} */
  '${id}': {
    entree: ${parts.length === 0 ? 'Record<string, never>' : `{\n${parts.join('\n')}\n    }`};
    reponse: ${isJson ? toType(schema, '    ') : 'string'};
    codes: ${codesOf(described)};
  };`;
}

function params(name: string, place: string, { parameters = [] }: Described): string[] {
  const some = parameters.filter((one) => one.in === place);
  if (some.length === 0) return [];
  const isNeeded = some.some(({ required }) => required);
  const members = some.map((one) =>
    member(one.name, one.schema, { required: one.required === true, indent: '        ' }),
  );
  return [`      ${name}${isNeeded ? '' : '?'}: {\n${members.join('\n')}\n      };`];
}

function body({ requestBody }: Described): string[] {
  const schema = requestBody?.content['application/json']?.schema;
  return schema ? [`      corps: ${toType(schema, '      ')};`] : [];
}

function codesOf({ responses }: Described): string {
  const examples = Object.values(responses).map(({ content }) => content?.['application/problem+json']?.examples ?? {});
  const codes = [...new Set(examples.flatMap((some) => Object.keys(some)))].sort();
  return codes.map((code) => `'${code}'`).join(' | ') || 'never';
}

function addressed({ id, method, path, seRejoue }: Operation): string {
  return `  '${id}': { methode: '${method.toUpperCase()}', chemin: '${openApiPath(path)}', seRejoue: ${seRejoue} },`;
}
