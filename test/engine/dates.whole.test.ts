import { test } from 'vitest';
import { neverGoesBack } from './dates-walks.ts';
import { paths } from './foresight-walks.ts';

test.each(paths)('%s: 250 histories, told in any order, are taken in the order of their dates too', (path) => {
  neverGoesBack(path, { seed: 29, fois: 250 });
});
