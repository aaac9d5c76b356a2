import { ok, type Result } from '../result.ts';
import type { AnyRefusal } from '../web/problem.ts';
import type { Answered } from './operation.ts';

/** What was done, as it is answered: 204 says nothing. */
export function told<T extends object | null>(
  done: Result<T, AnyRefusal>,
  status: number,
  toBody: (value: T) => object | null = (value) => value,
): Answered {
  return done.ok ? ok({ status, body: status === 204 ? null : toBody(done.value) }) : done;
}
