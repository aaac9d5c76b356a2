import type { AnyStateMachine, StateValue } from 'xstate';
import { politique } from '../../machines/decisions.ts';
import { keepAdministrateurs } from '../../machines/etablissement/setup.ts';
import type { Sorte } from '../../machines/event.ts';
import { type GuardShape, shapeOf } from '../../machines/guard.ts';
import type { Procedure } from '../../machines/procedure.ts';
import type { Echeance } from '../../machines/step.ts';
import { placeRead } from '../../src/engine/graph/guard-tree.ts';
import { descendants } from '../../src/engine/graph/independence.ts';
import { JOUR } from '../walk/offer.ts';
import type { Formule, Scalaire } from './claim.ts';
import { read } from './formula.ts';

/** What is written of a procedure, as plain data: it is read without walking. */
export interface Ecrit {
  /** Each transition: the state that listens, the fact, what it asks, the states it names and what it does that has a name. */
  transitions: {
    de: string;
    fait: string;
    derive: boolean;
    sorte: Sorte;
    si: Formule | null;
    vers: string[];
    actions: string[];
  }[];
  /** The states that are entered with the one around them, or with the machine. */
  initiaux: string[];
  /** By fact, the fields without which its first example is refused, by dotted path. */
  refus: Record<string, string[]>;
  /** `politique.` and its name, `echeance.`, a state and a fact: what machines read as constants. */
  valeurs: Record<string, Scalaire | readonly Scalaire[]>;
}

/** Reads transitions, schemas and constants of a procedure. */
export function ecritOf(procedure: Procedure): Ecrit {
  return {
    transitions: transitionsOf(procedure),
    initiaux: [procedure.machine.root, ...descendants(procedure.machine.root)].flatMap(({ type, initial }) =>
      type === 'compound' ? initial.target.map(({ path }) => path.join('.')) : [],
    ),
    refus: Object.fromEntries(Object.keys(procedure.facts).map((type) => [type, requiredIn(procedure, type)])),
    valeurs: { ...flatten('politique', politique), ...echeancesOf(procedure) },
  };
}

/** By dotted path, each field of the first example of a fact that its schema does not do without; `=false` for what it does not let be false. */
export function requiredIn({ facts }: Procedure, type: string): string[] {
  const fact = facts[type];
  const exemple = { date: JOUR, ...fact?.exemples[0], type };
  if (!fact?.schema.safeParse(exemple).success) return [];
  const isRefused = (payload: object) => !fact.schema.safeParse(payload).success;
  const fields = fieldsOf(exemple).filter((path) => path !== 'type');
  const ticked = fields.filter((path) => read(exemple, path) === true);
  return [
    ...fields.filter((path) => isRefused(without(exemple, path))),
    ...ticked.filter((path) => isRefused(unticked(exemple, path))).map((path) => `${path}=false`),
  ];
}

/** Every field of a payload, however deep, by dotted path. */
function fieldsOf(part: unknown, prefix = ''): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => [`${prefix}${key}`, ...fieldsOf(inner, `${prefix}${key}.`)]);
}

function unticked(thing: object, path: string): object {
  const [key = '', ...rest] = path.split('.');
  return { ...thing, [key]: rest.length === 0 ? false : unticked(read(thing, key) as object, rest.join('.')) };
}

/** The same payload less one field. */
function without(thing: object, path: string): object {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return Array.isArray(thing) ? thing.filter((_, rank) => `${rank}` !== key) : omit(thing, key);
  const inner = without(read(thing, key) as object, rest.join('.'));
  return Array.isArray(thing) ? thing.with(Number(key), inner) : { ...thing, [key]: inner };
}

function omit(thing: object, key: string): object {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => name !== key));
}

/** The actions that claims name. */
const actionNames = new Map<unknown, string>(Object.entries({ keepAdministrateurs }).map(([name, one]) => [one, name]));

/** Each transition of a procedure, as it is written. */
export function transitionsOf({ machine, facts }: Pick<Procedure, 'machine' | 'facts'>): Ecrit['transitions'] {
  return descendants(machine.root).flatMap((node) =>
    [...node.transitions].flatMap(([fait, some]) =>
      Object.hasOwn(facts, fait)
        ? some.map(({ guard, target = [], actions }) => ({
            de: node.path.join('.'),
            fait,
            derive: facts[fait]?.derive ?? false,
            sorte: facts[fait]?.sorte ?? 'alea',
            si: siOf(machine, shapeOf(guard)),
            vers: target.map(({ path }) => path.join('.')),
            actions: actions.flatMap((action) => actionNames.get(action) ?? []),
          }))
        : [],
    ),
  );
}

function siOf(machine: AnyStateMachine, asked: GuardShape | null): Formule | null {
  return asked && formuleOf(machine, asked);
}

/** A guard as a formula: the states that it reads by their paths, the others by their names. */
function formuleOf(machine: AnyStateMachine, asked: GuardShape): Formule {
  if (typeof asked === 'string') {
    const place = placeRead(machine, asked);
    if (place === null) return asked;
    return place.isDenied ? { non: pathOf(place.state) } : pathOf(place.state);
  }
  const parts = asked.guards.map((part) => formuleOf(machine, part));
  return asked.any ? { ou: parts } : { et: parts };
}

function pathOf(value: StateValue | undefined): string {
  if (typeof value === 'string') return value;
  const [[key, inner] = ['', undefined]] = Object.entries(value ?? {});
  const rest = pathOf(inner ?? '');
  return rest === '' ? key : `${key}.${rest}`;
}

function flatten(prefix: string, value: unknown): Ecrit['valeurs'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { [prefix]: value as Scalaire };
  return Object.assign({}, ...Object.entries(value).map(([key, part]) => flatten(`${prefix}.${key}`, part)));
}

function echeancesOf({ machine }: Procedure): Ecrit['valeurs'] {
  const entries = descendants(machine.root).flatMap(({ path, meta }) => {
    const { echeances = [] } = (meta ?? {}) as { echeances?: readonly Echeance[] };
    return echeances.flatMap(({ fait, champ, joursAvant = 0, pasAvant = null }): [string, Scalaire][] => [
      [`echeance.${path.join('.')}.${fait}.champ`, champ],
      [`echeance.${path.join('.')}.${fait}.joursAvant`, joursAvant],
      [`echeance.${path.join('.')}.${fait}.pasAvant`, pasAvant],
    ]);
  });
  return Object.fromEntries(entries);
}
