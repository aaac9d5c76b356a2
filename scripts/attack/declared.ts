import type { Operation } from '../../src/http/operation.ts';
import { Probleme } from '../../src/http/vocabulary.ts';

/** How an answer, its JSON read, is not what its operation declares or, when it is a refusal, no problem. */
export function undeclared({ reply }: Operation, status: number, body: unknown): string[] {
  const { status: declared = 200, schema } = reply;
  const { error } = (status < 400 ? schema : Probleme).safeParse(body);
  const faults = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} : ${message}`);
  return status < 400 && status !== declared ? [`${status} au lieu de ${declared}`, ...faults] : faults;
}
