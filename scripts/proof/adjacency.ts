import type { StateValue } from 'xstate';
import { objectifs, type Procedure } from '../../machines/procedure.ts';
import { stateRead } from '../../src/engine/graph/guard-tree.ts';
import { setAside } from '../../src/engine/graph/independence.ts';
import { pauseOf } from '../../src/engine/graph/pause.ts';
import { type Deciding, decidingIn, essenceOf } from '../walk/essence.ts';
import { JOUR, offersOf } from '../walk/offer.ts';
import { type Watched, watch } from '../walk/watch.ts';
import { type Adjacency, type Traced, trace, type Words } from './traced.ts';
import { lateDays, onDay, withVariants } from './variants.ts';
import { type Ecrit, ecritOf } from './written.ts';

/** Two graphs whose product is the procedure's: what its regions decide together, and those that stand apart, with its pause; and what is written of it all. */
export interface Adjacencies {
  ensemble: Adjacency;
  aPart: Adjacency;
  ecrit: Ecrit;
}

/**
 * Walks a procedure by real transitions, told apart by all that decides in the context, over every variant of what guards read
 * in facts; at most `limit` states. What pauses it is walked with what stands apart, and what it stops is read in what is written. What is known to decide,
 * `decident`, is enough to begin with: a walk that shows more begins again.
 */
export function adjacencies(
  procedure: Procedure,
  { limit = Number.POSITIVE_INFINITY }: { limit?: number } = {},
  decident: Deciding = decidingIn(procedure),
): Adjacencies {
  const { ensemble, aPart, ecrit } = tracings(procedure, limit, decident);
  return { ensemble: ensemble.adjacency, aPart: aPart.adjacency, ecrit };
}

/** Both graphs, with what made them, and all that decides in the context. */
export interface Tracings {
  ensemble: Traced;
  aPart: Traced;
  ecrit: Ecrit;
  decident: Deciding;
}

/** The same walk, for whoever goes on from it. */
export function tracings(
  procedure: Procedure,
  limit = Number.POSITIVE_INFINITY,
  decident: Deciding = decidingIn(procedure),
): Tracings {
  const { apart, together } = partition(procedure);
  const { faits } = pauseOf(procedure);
  const watched = watch(procedure.machine);
  const exact = toldApart(procedure, decident);
  const walked = (without: ReadonlySet<string>) =>
    trace(exact, { offers: offersOf(exact, without), limit, watched }, wordsOf(procedure, watched));
  const [ensemble, aPart] = [walked(apart.union(faits)), walked(together)];
  const seen = watched.deciding();
  if (decident !== null && (seen === null || !seen.isSubsetOf(decident))) {
    return tracings(procedure, limit, seen?.union(decident) ?? null);
  }
  return { ensemble, aPart, ecrit: ecritOf(procedure), decident };
}

/**
 * The same procedure, its facts in all their variants, its states told apart by all that decides in the context: days too in a certificate,
 * which is small enough.
 */
export function toldApart(procedure: Procedure, decident: Deciding = decidingIn(procedure)): Procedure {
  const areDaysTold = procedure.genre === 'certificat';
  return withVariants({
    ...procedure,
    facette: (context) => essenceOf(context, decident, areDaysTold),
    nuance: () => '',
  });
}

/** The facts that only what stands apart listens to, and those that only the rest does; what pauses both is in neither. */
export function partition(procedure: Procedure): { apart: Set<string>; together: Set<string> } {
  const { faits } = pauseOf(procedure);
  const apart = setAside(procedure).difference(faits);
  return { apart, together: new Set(Object.keys(procedure.facts)).difference(apart).difference(faits) };
}

/** All that holds in a state; what a region or a context says is made once for all the states that share it. */
function wordsOf(procedure: Procedure, watched: Watched): Words {
  const { machine, facette, nuance } = procedure;
  const guards = Object.entries(machine.implementations.guards).filter(([name]) => stateRead(machine, name) === null);
  const paths = new Map<StateValue, string[]>();
  const held = new Map<object, string[]>();
  const pathsIn = (key: string, part: StateValue | undefined): string[] => {
    const known = typeof part === 'object' ? paths.get(part) : undefined;
    const made = known ?? [key, ...pathsOf(part).map((path) => `${key}.${path}`)];
    if (typeof part === 'object') paths.set(part, made);
    return made;
  };
  const heldIn = (context: object): string[] => {
    const known = held.get(context);
    if (known) return known;
    const shown = watched.show(context);
    const holding = [JOUR, ...lateDays(procedure)].flatMap((date) =>
      guards
        .filter(([, holds]) =>
          (holds as unknown as (args: object) => boolean)({ context: shown, event: { type: '', date } }),
        )
        .map(([name]) => (date === JOUR ? name : onDay(name, date))),
    );
    const made = [...holding, `place ${facette(shown)}`, `nuance ${nuance(shown)}`];
    held.set(context, made);
    return made;
  };
  return (value, context) => [
    ...(typeof value === 'string' ? [value] : Object.entries(value).flatMap(([key, part]) => pathsIn(key, part))),
    ...heldIn(context),
    `statut.${procedure.statut(value)}`,
    ...procedure.relais({ value, context: watched.show(context) }).map(({ type }) => `relais.${type}`),
    ...objectifs.filter((objectif) => procedure.objectifs[objectif](value)).map((objectif) => `objectif.${objectif}`),
  ];
}

/** `{a: {b: 'c'}}` as `a`, `a.b`, `a.b.c`. */
function pathsOf(value: StateValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value ?? {}).flatMap(([key, part]) => [key, ...pathsOf(part).map((path) => `${key}.${path}`)]);
}
