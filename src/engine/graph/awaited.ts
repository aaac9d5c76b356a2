import type { AnyStateNode } from 'xstate';

/** The facts a leaf listens to, or, when it listens to none, those of the state around it that end it. */
export function awaited(leaf: AnyStateNode): string[] {
  const own = leaf.ownEvents;
  const around = leaf.parent;
  if (own.length > 0 || !around?.parent) return own;
  const ends = (type: string) => around.transitions.get(type)?.some(({ target }) => target && !target.includes(leaf));
  return around.ownEvents.filter(ends);
}
