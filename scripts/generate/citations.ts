import type { AnyTransitionDefinition } from 'xstate';
import type { Procedure } from '../../machines/procedure.ts';
import type { Source } from '../../machines/source.ts';
import type { Meta } from '../../machines/step.ts';
import { guardNames } from '../../src/engine/graph/guard-tree.ts';
import { transitionsIn } from '../../src/engine/graph/independence.ts';

/** One transition, with every passage that its fact, its step and its guards cite. */
export interface Citation {
  /** The procedures that have it. */
  procedures: string[];
  etat: string;
  fait: string;
  vers: string;
  sources: Source[];
}

/** Every transition of every procedure, those that paths share once. */
export function citations(procedures: readonly Procedure[]): Citation[] {
  const known = new Map<string, Citation>();
  for (const procedure of procedures) {
    for (const { etat, fait, vers, sources } of transitionsOf(procedure)) {
      const key = [procedure.genre, etat, fait, vers, ...sources].join(' ');
      const same = known.get(key) ?? { procedures: [], etat, fait, vers, sources };
      known.set(key, { ...same, procedures: [...new Set([...same.procedures, procedure.id])] });
    }
  }
  return [...known.values()];
}

function transitionsOf(procedure: Procedure): Omit<Citation, 'procedures'>[] {
  return transitionsIn(procedure.machine.root)
    .filter(({ eventType }) => Object.hasOwn(procedure.facts, eventType))
    .map((transition) => ({
      etat: transition.source.path.join('.'),
      fait: transition.eventType,
      vers: transition.target?.map(({ path }) => path.join('.')).join(', ') ?? '',
      sources: sourcesOf(procedure, transition),
    }));
}

function sourcesOf({ facts, conditions }: Procedure, { eventType, source, guard }: AnyTransitionDefinition): Source[] {
  const cited = [
    facts[eventType]?.source,
    (source.meta as Meta | undefined)?.source,
    ...guardNames(guard)
      .filter((name) => name !== 'isOuvert')
      .map((name) => conditions[name]?.source),
  ];
  return [...new Set(cited.filter((one) => one !== undefined))].sort();
}
