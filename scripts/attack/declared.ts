import { contentsOf, type HeaderName, headers, headersOf } from '../../src/http/openapi/headers.ts';
import { problemsOf } from '../../src/http/openapi/problems.ts';
import type { Operation } from '../../src/http/operation.ts';
import { Probleme } from '../../src/http/vocabulary.ts';
import { memoOf } from '../../src/memo.ts';
import { PROBLEM_TYPE } from '../../src/web/problem.ts';

const codesOf = memoOf(
  (operation: Operation) =>
    new Map([...problemsOf(operation)].map(([status, some]) => [status, new Set(some.map(({ code }) => code))])),
);

/** An answer as it came: its body read where it is JSON, a text where it is not. */
export interface Answered {
  status: number;
  headers: Headers;
  body: unknown;
}

/** How an answer is not what its operation declares: another status, type, header or body, or a refusal that is no problem or bears another code. */
export function undeclared(operation: Operation, answered: Answered): string[] {
  const { status } = answered;
  if (status === 304)
    return operation.reply.revalidates ? strangeHeaders(operation, answered) : ['304 n’est pas annoncé'];
  const faults = status < 400 ? wrongAnswer(operation, answered) : wrongRefusal(operation, answered);
  return [...faults, ...strangeHeaders(operation, answered)];
}

function wrongAnswer(operation: Operation, { status, headers, body }: Answered): string[] {
  const expected = operation.reply.status ?? 200;
  if (status !== expected) return [`${status} n’est pas annoncé`];
  const contents = contentsOf(operation);
  if (status === 204) return [];
  const type = typeOf(headers);
  const schema = contents[type];
  if (!schema) return [`le type « ${type} » n’est pas annoncé`];
  return /json$/.test(type) ? issues(schema.safeParse(body).error) : [];
}

function wrongRefusal(operation: Operation, { status, headers, body }: Answered): string[] {
  const codes = codesOf(operation).get(status);
  const { data, error } = Probleme.safeParse(body);
  return [
    ...(codes ? [] : [`${status} n’est pas annoncé`]),
    ...(typeOf(headers) === PROBLEM_TYPE ? [] : [`un refus en ${typeOf(headers) || 'rien'}`]),
    ...(codes && data && !codes.has(data.code) ? [`le code « ${data.code} » n’est pas annoncé sous ${status}`] : []),
    ...issues(error),
  ];
}

/** Headers that the document knows, where it does not say that they come. */
function strangeHeaders(operation: Operation, { status, headers: sent }: Answered): string[] {
  const declared: readonly string[] = headersOf(operation, status);
  const known = Object.keys(headers) as HeaderName[];
  return known
    .filter((name) => sent.has(name) && !declared.includes(name))
    .map((name) => `l’en-tête ${name} n’est pas annoncé sous ${status}`);
}

function typeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0] as string;
}

function issues(error: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined): string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} : ${message}`);
}
