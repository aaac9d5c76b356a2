import bruno from '@usebruno/lang';
import { z } from 'zod';

type Request = Parameters<typeof bruno.jsonToBruV2>[0];

const texte = z.string();
const Ref = z.looseObject({ $ref: texte });
const Parameter = z.looseObject({
  in: z.enum(['path', 'query', 'header', 'cookie']),
  name: texte,
  description: texte.optional(),
  example: z.unknown().optional(),
  schema: z
    .looseObject({
      description: texte.optional(),
      examples: z.array(z.unknown()).optional(),
      enum: z.array(z.unknown()).optional(),
    })
    .optional(),
});
const Media = z.looseObject({
  example: z.unknown().optional(),
  examples: z.record(texte, z.looseObject({ value: z.unknown().optional() })).optional(),
});
const Body = z.looseObject({ content: z.record(texte, Media) });
const Operation = z.looseObject({
  operationId: texte,
  summary: texte,
  description: texte.optional(),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(z.union([Ref, Parameter])).optional(),
  requestBody: z.union([Ref, Body]).optional(),
});
/** Where operations are, under an address that begins as the first of them says; the first of the document’s for most. */
const Servers = z.tuple([z.looseObject({ url: texte })], z.unknown());
const Asked = Operation.optional();
const Item = z.strictObject({
  servers: Servers.optional(),
  get: Asked,
  put: Asked,
  post: Asked,
  patch: Asked,
  delete: Asked,
});
const Document = z.looseObject({
  info: z.looseObject({ title: texte, description: texte.optional() }),
  servers: Servers,
  paths: z.record(texte, Item),
});
type Document = z.output<typeof Document>;

/** The variables of an environment: where the service is, the key, which is typed once and kept apart by Bruno, and what is asked about. */
const VARIABLES = {
  url: 'http://127.0.0.1:3000',
  procedure: 'prive-mono-site',
  dossier: '',
  groupement: '',
  certificat: '',
};

/** A Bruno collection of every operation of an OpenAPI document: the text of each file, by its path. */
export function collectionOf(openApi: unknown): Map<string, string> {
  const document = Document.parse(openApi);
  const { title, description = '' } = document.info;
  const manifest = { version: '1', name: title, type: 'collection', ignore: ['node_modules', '.git'] };
  const bearer = { mode: 'bearer', bearer: { token: '{{cle}}' } } as const;
  const files = new Map([
    ['bruno.json', `${JSON.stringify(manifest, null, 2)}\n`],
    [
      'collection.bru',
      bruno.jsonToCollectionBru({ meta: { name: title, type: 'collection' }, auth: bearer, docs: description }),
    ],
    ['environments/local.bru', bruno.envJsonToBruV2({ variables: environment() })],
  ]);
  const all = Object.entries(document.paths).flatMap(([path, { servers, ...item }]) => {
    const [{ url }] = servers ?? document.servers;
    return Object.entries(item).flatMap(([method, operation]) => (operation ? [{ path, url, method, operation }] : []));
  });
  for (const [rank, { operation, ...place }] of all.entries()) {
    const request = requestOf(document, place, operation);
    files.set(
      fileOf(operation),
      bruno.jsonToBruV2({ ...request, meta: { name: operation.summary, type: 'http', seq: rank + 1 } }),
    );
  }
  return files;
}

function environment() {
  const known = Object.entries(VARIABLES).map(([name, value]) => ({ name, value, enabled: true, secret: false }));
  return [...known, { name: 'cle', value: '', enabled: true, secret: true }];
}

/** `dossiers.prochaines-etapes` in `dossiers/prochaines-etapes.bru`. */
function fileOf({ operationId }: z.output<typeof Operation>): string {
  return `${operationId.replace('.', '/')}.bru`;
}

function requestOf(
  document: Document,
  { path, url, method }: { path: string; url: string; method: string },
  { security, summary, description, parameters = [], requestBody }: z.output<typeof Operation>,
): Omit<Request, 'meta'> {
  const all = parameters.map((one) => Parameter.parse(resolved(document, one)));
  const [type = '', media] =
    Object.entries(requestBody ? Body.parse(resolved(document, requestBody)).content : {})[0] ?? [];
  const body = media ? bodyOf(type, media) : {};
  const mode = 'json' in body ? 'json' : 'text';
  const told = all.map(({ name, description: own, schema }) => [name, own ?? schema?.description] as const);
  const notes = told.flatMap(([name, own]) => (own ? [`- \`${name}\` : ${own}`] : []));
  return {
    http: {
      method,
      url: `{{url}}${url.replace(/\/$/, '')}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      body: media ? mode : 'none',
      auth: security?.length === 0 ? 'none' : 'inherit',
    },
    params: all.flatMap((one) => paramOf(path, one)),
    headers: [
      ...(media ? [{ name: 'Content-Type', value: type, enabled: true }] : []),
      ...all
        .filter((one) => one.in === 'header')
        .map((one) => ({ name: one.name, value: sampleOf(one), enabled: false })),
    ],
    body,
    docs: [description ?? summary, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n'),
  };
}

/** What a reference of the document stands for. */
function resolved(document: Document, part: object): unknown {
  if (!('$ref' in part)) return part;
  return `${part.$ref}`
    .split('/')
    .slice(1)
    .reduce<unknown>((whole, key) => (whole as Record<string, unknown>)[key], document);
}

/** What is asked of the path is a variable where one says it; what is asked besides is written, and left out until it is ticked. */
function paramOf(path: string, one: z.output<typeof Parameter>): Request['params'] {
  if (one.in === 'query') return [{ name: one.name, value: sampleOf(one), enabled: false, type: 'query' }];
  if (one.in !== 'path') return [];
  const noun = one.name === 'id' ? path.split('/')[1]?.replace(/s$/, '') : one.name.replace(/Id$/, '');
  const value = noun !== undefined && noun in VARIABLES ? `{{${noun}}}` : '';
  return [{ name: one.name, value, enabled: true, type: 'path' }];
}

function sampleOf({ example, schema }: z.output<typeof Parameter>): string {
  return `${example ?? schema?.examples?.[0] ?? schema?.enum?.[0] ?? ''}`;
}

function bodyOf(type: string, { example, examples = {} }: z.output<typeof Media>): Request['body'] {
  const value = example ?? Object.values(examples)[0]?.value;
  if (!/json$/.test(type)) return { text: `${value ?? ''}` };
  return { json: JSON.stringify(value ?? {}, null, 2) };
}
