import type { Fact } from '../../../machines/event.ts';
import type { Procedure } from '../../../machines/procedure.ts';

/** A29 — whether plans are made of it: a step that somebody does, or an answer. */
export function isPlanned(fact: Fact | undefined): boolean {
  return fact !== undefined && !fact.derive && (fact.sorte === 'demarche' || fact.sorte === 'reponse');
}

/** A29 — the facts that happen to a case: never advised, never on the way to anything. */
export function aleasOf({ facts }: Procedure): Set<string> {
  return new Set(Object.keys(facts).filter((type) => facts[type]?.sorte === 'alea'));
}
