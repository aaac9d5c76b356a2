import { test } from 'vitest';
import { followsPlan, paths, repairsHistories, unlocksAsTold } from './foresight-walks.ts';

test.each(paths)('%s: from 200 places, following the plan takes exactly as many acts as announced', (path) => {
  followsPlan(path, { seed: 7, fois: 200 });
});

test.each(paths)(
  '%s: of 350 random histories, none is refused, and each is repaired when one act is removed',
  (path) => {
    repairsHistories(path, { seed: 11, fois: 350 });
  },
);

test.each(paths)(
  '%s: from 60 places, whatever is told to unlock a fact unlocks it, and nothing shorter does',
  (path) => {
    unlocksAsTold(path, { seed: 13, fois: 60 });
  },
);
