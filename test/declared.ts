import { expect } from 'vitest';
import { undeclared } from '../scripts/attack/declared.ts';
import type { Operation } from '../src/http/operation.ts';

interface Exchange extends Pick<Response, 'status' | 'headers'> {
  method: string;
  path: string;
}

/** Fails when an answer is not what its operation declares, or, when it is a refusal, no problem. */
export function expectDeclared(
  operations: readonly Operation[],
  { method, path, status, headers }: Exchange,
  body: unknown,
): void {
  const operation = operations.find((one) => one.method === method.toLowerCase() && isAt(one.path, path));
  if (!operation) return;
  expect(undeclared(operation, { status, headers, body }), `${operation.id} answers what it does not declare`).toEqual(
    [],
  );
}

/** Whether a path of the server is that of an operation. */
function isAt(chemin: string, path: string): boolean {
  const pattern = chemin.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/?]+');
  return new RegExp(`^/api/v1${pattern}(\\?.*)?$`).test(path);
}
