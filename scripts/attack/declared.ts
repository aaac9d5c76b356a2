import { problemsOf } from '../../src/http/openapi/problems.ts';
import type { Operation } from '../../src/http/operation.ts';
import { Probleme } from '../../src/http/vocabulary.ts';
import { memoOf } from '../../src/memo.ts';

const refusalsOf = memoOf((operation: Operation) => new Set(problemsOf(operation).keys()));

/** How an answer, its JSON read, is not what its operation declares: another status, another body, or a refusal that is no problem. */
export function undeclared(operation: Operation, status: number, body: unknown): string[] {
  const { status: declared = 200, schema, bref } = operation.reply;
  const isDeclared = status < 400 ? status === declared : refusalsOf(operation).has(status);
  const taken = bref?.safeParse(body).success ? bref : schema;
  const { error } = (status < 400 ? taken : Probleme).safeParse(body);
  const faults = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} : ${message}`);
  return isDeclared ? faults : [`${status} n’est pas annoncé`, ...faults];
}
