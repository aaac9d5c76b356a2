import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { politiqueAcces } from '../../web/access/policy.ts';
import { PROBLEM_TYPE, type Problem } from '../../web/problem.ts';
import { BREF, type Operation } from '../operation.ts';
import { Probleme } from '../vocabulary.ts';
import { answerExamples, bodyExamples } from './examples.ts';
import { problemExample, problemsOf } from './problems.ts';

const DESCRIPTION = `Une démarche vers les certificats IGC-Santé PRO, étape par étape : ce qui vient ensuite, qui doit agir, ce qui
manque et combien d’actes restent. Un fait s’envoie par POST à l’adresse que donnent les prochaines étapes ; un refus dit ce qui
l’aurait rendu possible.`;

/** The whole API as OpenAPI 3.1, from the operations themselves. */
export function documentOf(operations: readonly Operation[]) {
  const byPath = Map.groupBy(operations, ({ path }) => openApiPath(path));
  const paths = [...byPath].map(([path, some]) => [
    path,
    Object.fromEntries(some.map((operation) => [operation.method, describe(operation)])),
  ]);
  return createDocument({
    openapi: '3.1.1',
    info: { title: 'Parcours IGC', version: '1', description: DESCRIPTION },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        cle: { type: 'http', scheme: 'bearer', description: 'Une clé d’API' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'La session d’un agent' },
      },
    },
  });
}

/** `/dossiers/:id` as the document writes it. */
export function openApiPath(chemin: string): string {
  return chemin.replaceAll(/:(\w+)/g, '{$1}');
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, path, query, body } = operation;
  const isPublic = politiqueAcces[id] === 'publique';
  return {
    operationId: id,
    summary,
    tags: [id.split('.')[0] as string],
    security: isPublic ? [] : [{ cle: [] }, { session: [] }],
    requestParams: { path: pathParams(path), query, header: headersOf(operation) },
    ...(body && {
      requestBody: {
        required: true,
        content: { [body.type]: { schema: body.schema, ...examplesOf(bodyExamples, id) } },
      },
    }),
    responses: { ...success(operation), ...problems(operation) },
  };
}

function pathParams(chemin: string) {
  const names = [...chemin.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  return z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
}

function headersOf({ seRejoue, path, reply: { bref } }: Operation) {
  const cle = z
    .string()
    .optional()
    .meta({ description: 'La même clé et le même corps donnent la même réponse pendant 7 jours' });
  const version = z.string().optional().meta({ description: 'La version attendue, telle que l’ETag la donne' });
  const prefer = z.string().optional().meta({ description: '« return=minimal » : une réponse de 300 octets au plus' });
  return z.object({
    ...(seRejoue && { 'Idempotency-Key': cle }),
    ...(seRejoue && path.includes(':') && { 'If-Match': version }),
    ...(seRejoue && bref && { Prefer: prefer }),
  });
}

function success({ id, reply: { status = 200, type = 'application/json', schema, bref } }: Operation) {
  const content = { [type]: { schema, ...examplesOf(answerExamples, id) }, ...(bref && { [BREF]: { schema: bref } }) };
  return { [`${status}`]: { description: 'Oui', content } };
}

function problems(operation: Operation): Record<string, ZodOpenApiResponseObject> {
  const answers = [...problemsOf(operation)].map(([status, some]) => [`${status}`, refusal(some)]);
  return Object.fromEntries(answers);
}

const limitHeaders = z.object({
  RateLimit: z.string().meta({ description: 'Ce qui reste (r), et dans combien de secondes tout est rendu (t)' }),
  'Retry-After': z.string().optional().meta({ description: 'Dans combien de secondes revenir' }),
});

function refusal(some: readonly Problem[]): ZodOpenApiResponseObject {
  const examples = Object.fromEntries(some.map((problem) => [problem.code, problemExample(problem)]));
  const description = some.map(({ title }) => title).join(' ; ');
  const headers = some[0]?.status === 429 ? { headers: limitHeaders } : {};
  return { description, ...headers, content: { [PROBLEM_TYPE]: { schema: Probleme, examples } } };
}

function examplesOf(known: typeof bodyExamples, id: string) {
  const examples = known[id];
  return examples ? { examples } : {};
}
