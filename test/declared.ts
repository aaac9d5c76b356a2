import { expect } from 'vitest';
import type { Operation } from '../src/http/operation.ts';
import { Probleme } from '../src/http/vocabulary.ts';

interface Exchange {
  method: string;
  path: string;
  status: number;
}

/** Fails when an answer is not what its operation declares, or, when it is a refusal, no problem. */
export function expectDeclared(
  operations: readonly Operation[],
  { method, path, status }: Exchange,
  body: unknown,
): void {
  const operation = operations.find((one) => one.method === method.toLowerCase() && isAt(one.path, path));
  if (!operation) return;
  const { status: declared = 200, schema } = operation.reply;
  const { error } = (status < 400 ? schema : Probleme).safeParse(body);
  expect(error?.issues ?? [], `${operation.id} answers what it does not declare`).toEqual([]);
  if (status < 400) expect(status).toBe(declared);
}

/** Whether a path of the server is that of an operation. */
function isAt(chemin: string, path: string): boolean {
  const pattern = chemin.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/?]+');
  return new RegExp(`^/api/v1${pattern}(\\?.*)?$`).test(path);
}
