import { test } from 'vitest';
import { announcesTruth, announcesTruthOfTwo } from './next-steps-walks.ts';

test('wherever facts lead from wherever on the way, what is announced is true, 50 times', () => {
  announcesTruth({ seed: 20_260_302, numRuns: 50 });
});

test('so it is once a second administrateur technique is designated, as is proposed, 12 times', () => {
  announcesTruthOfTwo({ seed: 20_260_302, numRuns: 12 });
});
