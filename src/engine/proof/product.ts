import { type Adjacencies, transitionsIn } from './adjacency.ts';

/** The size of the whole procedure but its pause: what stands apart multiplies the rest. */
export function wholeSize({ ensemble, aPart }: Adjacencies): { etats: number; transitions: number } {
  const [together, apart] = [ensemble.etats.length, aPart.etats.length];
  return {
    etats: together * apart,
    transitions: transitionsIn(ensemble) * apart + together * transitionsIn(aPart),
  };
}
