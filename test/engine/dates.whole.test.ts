import { expect, test } from 'vitest';
import { neverGoesBack, tellsSincePossible } from './dates-walks.ts';
import { paths } from './foresight-walks.ts';

test.each(paths)('%s: 250 histories, told in any order, are taken in the order of their dates too', (path) => {
  neverGoesBack(path, { seed: 29, fois: 250 });
});

test.each(paths)('%s: in 100 histories, a step can be ended since the day that is told, and not before', (path) => {
  expect(tellsSincePossible(path, { seed: 31, fois: 100 })).toBeGreaterThan(100);
});
