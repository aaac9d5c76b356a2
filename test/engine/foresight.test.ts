import { test } from 'vitest';
import { followsPlan, paths, repairsHistories, unlocksAsTold } from './foresight-walks.ts';

test.each(paths)('%s: from 10 places, following the plan takes exactly as many acts as announced', (path) => {
  followsPlan(path, { seed: 17, fois: 10 });
});

test.each(paths)(
  '%s: of 15 random histories, none is refused, and each is repaired when one act is removed',
  (path) => {
    repairsHistories(path, { seed: 19, fois: 15 });
  },
);

test.each(paths)(
  '%s: from 5 places, whatever is told to unlock a fact unlocks it, and nothing shorter does',
  (path) => {
    unlocksAsTold(path, { seed: 37, fois: 5 });
  },
);
