import { expect, test } from 'vitest';
import { createTries } from '../../../src/mail/doors/tries.ts';

test('what failed is tried again later each time, then given up; what is done, or gone, is not', () => {
  let now = 0;
  const tries = createTries([10, 100], () => now);
  expect([tries.isDue('a'), tries.nextAt()]).toEqual([true, Number.POSITIVE_INFINITY]);
  expect(tries.failed('a')).toBe(true);
  expect([tries.isDue('a'), tries.isDue('b'), tries.nextAt()]).toEqual([false, true, 10]);
  now = 10;
  expect([tries.isDue('a'), tries.nextAt()]).toEqual([true, 10]);
  expect(tries.failed('a')).toBe(true);
  expect(tries.nextAt()).toBe(110);
  now = 110;
  expect(tries.failed('a')).toBe(false);
  tries.done('b');
  now = 1e12;
  expect([tries.isDue('a'), tries.isDue('b'), tries.nextAt()]).toEqual([false, false, Number.POSITIVE_INFINITY]);
  tries.failed('c');
  tries.keepOnly(['a']);
  expect([tries.isDue('a'), tries.isDue('b'), tries.nextAt()]).toEqual([false, true, Number.POSITIVE_INFINITY]);
});
