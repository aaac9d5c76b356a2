import { describe, expect, test } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { z } from 'zod';
import { decisions } from '../machines/decisions.ts';
import { formulaires } from '../machines/formulaires/index.ts';
import { procedures } from '../machines/index.ts';
import type { Procedure } from '../machines/procedure.ts';
import { sections, sources } from '../machines/source.ts';
import { acteurs, natures, phases, type StepMeta } from '../machines/step.ts';
import { texte } from '../machines/texte/index.ts';
import { guardNames } from '../src/engine/graph/guard-tree.ts';
import { descendants } from '../src/engine/graph/independence.ts';
import { pathOf } from '../src/engine/state-info.ts';
import { openSnapshot, takeStep } from '../src/engine/transition.ts';

const JOUR = '2026-01-05';

const states = procedures.flatMap(({ id, machine }) =>
  [machine.root, ...descendants(machine.root)].map((node) => ({ name: [id, pathOf(node)].join(' '), node })),
);
/** Paths share their facts and conditions, less the passage that each cites. */
const genres = [...Map.groupBy(procedures, ({ genre }) => genre).values()];
const maps = genres.map(([first]) => (first as Procedure).facts);
const facts = maps.flatMap((map) => Object.entries(map).map(([type, fact]) => ({ type, ...fact })));
const conditionLists = genres.map(([first]) => (first as Procedure).conditions);
const conditions = conditionLists.flatMap((list) => Object.values(list));

describe('every state', () => {
  const source = z.enum(sources);
  const Phase = z.strictObject({
    libelle: z.string().min(1),
    source,
    phase: z.enum(keysOf(phases)).optional(),
    court: z.string().min(1).max(28).optional(),
  });
  const Step = Phase.extend({
    acteur: z.enum(keysOf(acteurs)),
    nature: z.enum(keysOf(natures)),
    formulaire: z.enum(keysOf(formulaires)).optional(),
    echeances: z.array(z.unknown()).optional(),
    acteurSelon: z.function().optional(),
    acteursPossibles: z
      .array(z.enum(keysOf(acteurs)))
      .min(2)
      .optional(),
    question: z
      .string()
      .regex(/^\p{Lu}.* \?$/u)
      .optional(),
    ensuite: z.enum(keysOf(natures)).optional(),
    aussi: z.array(z.string()).optional(),
    partie: z.literal([1, 3, 4]).optional(),
    echec: z.literal(true).optional(),
  });

  test('says what is missing, who owes it and where it is written', () => {
    const incomplete = states.filter(({ node }) => !(isLeaf(node) ? Step : Phase).safeParse(node.meta).success);
    expect(incomplete.map(({ name }) => name)).toEqual([]);
  });

  test('has a camel-case name without accent that holds one thing only', () => {
    const names = states.flatMap(({ node }) => node.path);
    expect(names.filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name) || /Ou(?![a-z])/.test(name))).toEqual([]);
  });

  test('is plain: no invocation, no timer, no memory, and only assignments and emissions', () => {
    const forbidden = states.filter(
      ({ node: { invoke, config, type } }) => invoke.length > 0 || 'after' in config || type === 'history',
    );
    expect(forbidden.map(({ name }) => name)).toEqual([]);
    const actions = states.flatMap(({ node }) => [
      ...node.entry,
      ...node.exit,
      ...transitionsOf(node).flatMap((transition) => transition.actions),
    ]);
    const kinds = new Set(actions.map((action) => (action as { type?: string }).type));
    expect([...kinds].sort()).toEqual(['xstate.assign', 'xstate.emit', 'xstate.enqueueActions']);
  });
});

describe('every fact', () => {
  test('is an object and a participle in ASCII, and none of XState’s own', () => {
    const isFact = (type: string) => /^[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*$/.test(type) && !type.startsWith('xstate.');
    expect(facts.map(({ type }) => type).filter((type) => !isFact(type))).toEqual([]);
  });

  test('that is declared is listened to by a machine of its map, and the other way round', () => {
    const listened = genres.map((some) => [...new Set(some.flatMap(listensTo))]);
    expect(listened.map((types) => types.sort())).toEqual(maps.map((map) => Object.keys(map).sort()));
  });

  test('has examples that its schema takes, and a JSON schema', () => {
    const refused = facts.flatMap(({ type, schema, exemples }) =>
      exemples.filter((exemple) => !schema.safeParse({ ...exemple, type, date: JOUR }).success).map(() => type),
    );
    expect(refused).toEqual([]);
    for (const { type, schema } of facts) {
      expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ properties: { type: { const: type } } });
    }
  });
});

describe('every guard', () => {
  test('has its condition, and every condition is asked', () => {
    const asked = genres.map((some) => [...new Set(some.flatMap(guardsOf))]);
    expect(asked.map((names) => names.sort())).toEqual(conditionLists.map((list) => Object.keys(list).sort()));
  });

  test('says in one French sentence what it asks, under a code of its own', () => {
    expect(conditions.filter(({ libelle }) => !/^\p{Lu}.*\.$/u.test(libelle))).toEqual([]);
    expect(conditions.filter(({ code }) => !/^[a-z]+(-[a-z\d]+)*$/.test(code))).toEqual([]);
    for (const list of conditionLists) {
      const codes = Object.values(list).map(({ code }) => code);
      expect(codes).toEqual([...new Set(codes)]);
    }
  });
});

describe('the text of the procedure', () => {
  test('is told sentence by sentence, each in words of ours that end', () => {
    const told = Object.values(texte).flatMap((phrase) => [
      phrase.dit,
      ...('informe' in phrase ? [phrase.informe] : []),
    ]);
    expect(told.filter((text) => !/^\p{Lu}.*\.$/u.test(text))).toEqual([]);
  });

  test('leaves thirty points to decide, all of them settled', () => {
    expect(Object.keys(decisions)).toEqual(Array.from({ length: 30 }, (_, rank) => `A${rank + 1}`));
  });

  test('is told in French alone', () => {
    const texts = [
      ...states.map(({ node }) => (node.meta as StepMeta).libelle),
      ...facts.map(({ libelle }) => libelle),
      ...conditions.map(({ libelle }) => libelle),
      ...procedures.map(({ titre }) => titre),
      ...Object.values({ ...sections, ...acteurs, ...natures }),
      ...Object.values(texte).map(({ dit }) => dit),
      ...Object.values(decisions).flatMap(({ question, decision }) => [question, decision]),
    ];
    expect(texts.filter((text) => /\b(the|of|and|must|invalid|required|expected)\b/i.test(text))).toEqual([]);
  });
});

describe('every deadline', () => {
  const known: Record<Procedure['genre'], string[]> = {
    dossier: ['carteResponsable.trouvee', 'contrat.trouve', 'mandat.trouve', 'administrateurTechnique.designe'],
    certificat: ['certificat.disponible', 'certificat.retire'],
    groupement: [],
  };

  test.each(procedures)('of $id brings a declared fact, from a date that the context holds', (procedure) => {
    const context = contextAfter(procedure, known[procedure.genre]);
    const wrong = descendants(procedure.machine.root)
      .flatMap(({ meta }) => (meta as StepMeta).echeances ?? [])
      .filter(({ fait, champ }) => !procedure.facts[fait] || !areDates(readAll(context, champ.split('.'))));
    expect(wrong).toEqual([]);
  });
});

/** What is known after the first examples of those facts. */
function contextAfter(procedure: Procedure, types: string[]): unknown {
  const told = types.map((type) => ({ ...procedure.facts[type]?.exemples[0], type, date: JOUR, empreinte: '' }));
  return told.reduce((snapshot, event) => takeStep(snapshot, event)?.snapshot ?? snapshot, openSnapshot(procedure))
    .context;
}

/** What a dotted path leads to, `*` standing for each of a list. */
function readAll(part: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (key === undefined) return [part];
  if (key === '*') return (part as unknown[]).flatMap((one) => readAll(one, rest));
  return readAll((part as Record<string, unknown> | null)?.[key], rest);
}

function areDates(values: readonly unknown[]): boolean {
  return values.length > 0 && values.every((value) => z.iso.date().safeParse(value).success);
}

function listensTo({ machine }: Procedure): string[] {
  return machine.events.filter((type) => !type.startsWith('xstate.done.'));
}

function guardsOf({ machine }: Procedure): string[] {
  return descendants(machine.root).flatMap((node) => transitionsOf(node).flatMap(({ guard }) => guardNames(guard)));
}

function transitionsOf(node: AnyStateNode) {
  return [...node.transitions.values()].flat();
}

function isLeaf(node: AnyStateNode): boolean {
  return Object.keys(node.states).length === 0;
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}
