import { type AnyStateMachine, type AnyStateNode, type AnyTransitionDefinition, createMachine } from 'xstate';
import { z } from 'zod';
import type { Fact } from '../../../machines/event.ts';
import { and, type GuardShape, or, shapeOf } from '../../../machines/guard.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { descendants } from '../../../src/engine/graph/independence.ts';
import { JOUR } from '../../walk/offer.ts';
import { requiredIn } from '../written.ts';

/** A procedure of which one transition asks less, leads elsewhere or does less, or of which one fact asks less. */
export interface Mutant {
  /** The dotted path of the state that listens, empty for a fact that nothing has heard yet. */
  etat: string;
  fait: string;
  /** Which of the transitions that the state has for the fact. */
  rang: number;
  /** What was changed, in French. */
  change: string;
  /** Made when it is asked for, since all together weigh gigabytes. */
  procedure: () => Procedure;
}

/** A mutant without what makes it, and the procedure of which it is one. */
export type Named = Omit<Mutant, 'procedure'> & { procedure: string };

type Transition = { target?: string | readonly string[]; guard?: unknown; actions?: unknown };
type Config = { on?: Record<string, unknown>; states?: Record<string, Config> };
type Change = { change: string; transition: Transition };

/** Every way to drop one condition or one action of one transition, to make it stay or lead to the next sibling, or to do without one field of a fact. */
export function mutantsOf(procedure: Procedure): Mutant[] {
  return [...transitionMutants(procedure), ...schemaMutants(procedure)];
}

/** Every mutant of some procedures, those that several of one kind share once, in the smallest. */
export function distinctMutants(procedures: readonly Procedure[]): Named[] {
  const sizeOf = ({ machine }: Procedure) => Object.keys(machine.root.states).length;
  const all = procedures
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
    .flatMap((procedure) =>
      mutantsOf(procedure).map(({ procedure: _made, ...mutant }) => ({
        kind: nameOf({ ...mutant, procedure: procedure.genre }),
        named: { ...mutant, procedure: procedure.id },
      })),
    );
  return [...Map.groupBy(all, ({ kind }) => kind).values()].flatMap(([first]) => (first ? [first.named] : []));
}

/** Names a mutant among all. */
export function nameOf({ procedure, etat, fait, rang, change }: Named): string {
  return [procedure, etat, fait, rang, change].join(' ');
}

/** Each fact, taken without a field that it requires. */
function schemaMutants(procedure: Procedure): Mutant[] {
  return Object.entries(procedure.facts).flatMap(([type, fact]) =>
    fact.derive || !procedure.machine.events.includes(type)
      ? []
      : requiredIn(procedure, type).map((champ) => {
          const weaker = () => ({ ...procedure.facts, [type]: { ...fact, schema: doingWithout(fact, champ) } });
          const weak = () => ({ ...procedure, facts: weaker() });
          return { etat: '', fait: type, rang: 0, change: `sans exiger ${champ}`, procedure: weak };
        }),
  );
}

function doingWithout({ schema, exemples: [exemple] }: Fact, champ: string): Fact['schema'] {
  const keys = champ.replace('=false', '').split('.');
  return schema.or(
    z.custom<{ type: string; date: string }>((saisie) => schema.safeParse(fill(saisie, exemple, keys)).success),
  );
}

/** A payload with what an example has at one place. */
function fill(saisie: unknown, exemple: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return exemple;
  const there = (exemple as Record<string, unknown> | null)?.[key] ?? (key === 'date' ? JOUR : undefined);
  const filled = fill((saisie as Record<string, unknown> | null)?.[key], there, rest);
  if (Array.isArray(saisie)) return saisie.toSpliced(Number(key), 1, filled);
  return { ...(saisie as object), [key]: filled };
}

function transitionMutants(procedure: Procedure): Mutant[] {
  const { machine, facts } = procedure;
  return descendants(machine.root).flatMap((node) =>
    Object.entries((node.config.on ?? {}) as Record<string, unknown>)
      .filter(([type]) => Object.hasOwn(facts, type))
      .flatMap(([fait, written]) =>
        listOf(written).flatMap((transition, rank) => mutate(node, fait, rank, transition)),
      ),
  );

  function mutate(node: AnyStateNode, fait: string, rank: number, transition: Transition): Mutant[] {
    const definition = node.transitions.get(fait)?.[rank];
    const changes = [
      ...weaker(shapeOf(transition.guard)).map(withGuard(transition)),
      ...elsewhere(transition, definition),
      ...idler(transition),
    ];
    return changes.map((changed) => ({
      etat: node.path.join('.'),
      fait,
      rang: rank,
      change: changed.change,
      procedure: () => ({
        ...procedure,
        machine: rebuild(machine, node, { fait, rank, transition: changed.transition }),
      }),
    }));
  }
}

/** One condition less, at every place where there is one; null where nothing is asked any more. */
function weaker(asked: GuardShape | null): { without: string; asked: GuardShape | null }[] {
  if (asked === null) return [];
  if (typeof asked === 'string') return [{ without: asked, asked: null }];
  return asked.guards.flatMap((part, rank) =>
    weaker(part).map(({ without, asked: less }) => {
      if (less === null && asked.any) return { without, asked: null };
      const guards = less === null ? asked.guards.toSpliced(rank, 1) : asked.guards.with(rank, less);
      return { without, asked: { ...asked, guards } };
    }),
  );
}

function guardOf(asked: GuardShape): unknown {
  if (typeof asked === 'string') return asked;
  const guards = asked.guards.map(guardOf) as never;
  return asked.any ? or(guards) : and(guards);
}

const withGuard =
  (transition: Transition) =>
  ({ without, asked }: ReturnType<typeof weaker>[number]): Change => ({
    change: `sans ${without}`,
    transition: { ...transition, guard: asked === null ? undefined : guardOf(asked) },
  });

function elsewhere(transition: Transition, definition: AnyTransitionDefinition | undefined): Change[] {
  const [target] = definition?.target ?? [];
  if (!target) return [];
  const { target: _target, ...stays } = transition;
  const siblings = Object.values(target.parent?.states ?? {});
  const next = siblings[(siblings.indexOf(target) + 1) % siblings.length] ?? target;
  return [
    { change: 'sans cible', transition: stays },
    ...(next === target ? [] : [{ change: `vers ${next.key}`, transition: { ...transition, target: `#${next.id}` } }]),
  ];
}

/** One action less. */
function idler(transition: Transition): Change[] {
  const actions = transition.actions === undefined ? [] : [transition.actions].flat();
  return actions.map((_, rank) => ({
    change: `sans action ${rank + 1}`,
    transition: { ...transition, actions: actions.toSpliced(rank, 1) },
  }));
}

function rebuild(
  { config, implementations }: AnyStateMachine,
  { path }: AnyStateNode,
  { fait, rank, transition }: { fait: string; rank: number; transition: Transition },
): AnyStateMachine {
  const changed = rewrite(config as Config, path, (node) => ({
    ...node,
    on: { ...node.on, [fait]: listOf(node.on?.[fait]).with(rank, transition) },
  }));
  return createMachine(changed as never, implementations as never) as AnyStateMachine;
}

function rewrite(config: Config, [key, ...rest]: readonly string[], change: (node: Config) => Config): Config {
  if (key === undefined) return change(config);
  const child = config.states?.[key] ?? {};
  return { ...config, states: { ...config.states, [key]: rewrite(child, rest, change) } };
}

function listOf(written: unknown): Transition[] {
  return [written].flat().map((one) => (typeof one === 'string' ? { target: one } : (one as Transition)));
}
