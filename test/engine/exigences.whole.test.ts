import { test } from 'vitest';
import { asksForWhatIsTaken, paths, takesTheMost } from './exigences-walks.ts';

test.each(paths)('%s: from 20 places, every way to the end takes what is said to be asked for', (path) => {
  asksForWhatIsTaken(path, { seed: 23, fois: 20 });
});

test.each(paths)(
  '%s: from 20 places, the most acts without a return are taken by whoever always leaves the most',
  (path) => {
    takesTheMost(path, { seed: 5, fois: 20 });
  },
);
