import type { Adjacencies } from './adjacency.ts';
import { transitionsIn } from './traced.ts';

/** The size of the whole procedure: what stands apart, its pause included, multiplies its states, and its transitions at most. */
export function wholeSize({ ensemble, aPart }: Adjacencies): { etats: number; transitions: number } {
  const [together, apart] = [ensemble.etats.length, aPart.etats.length];
  return {
    etats: together * apart,
    transitions: transitionsIn(ensemble) * apart + together * transitionsIn(aPart),
  };
}
