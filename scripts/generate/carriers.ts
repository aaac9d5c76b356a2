import { z } from 'zod';
import { formulaires } from '../../machines/formulaires/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { type Section, type Source, sections, sectionsOf, sources, tellSource } from '../../machines/source.ts';
import type { Meta } from '../../machines/step.ts';
import { sectionOf } from '../../machines/texte/index.ts';
import type { Phrase, Phrases } from '../../machines/texte/phrase.ts';
import { guardNames } from '../../src/engine/graph/guard-tree.ts';
import { descendants, transitionsIn } from '../../src/engine/graph/independence.ts';
import type { Invariant } from '../proof/claim.ts';
import { invariantsOf } from '../proof/invariants/index.ts';

/** What may carry a sentence, or say itself beside the text: a fact, a guard or a state by its name in the text’s table. */
export interface Element {
  procedure: Procedure;
  genre: 'faits' | 'gardes' | 'etats';
  nom: string;
  source: Source;
}

const genres = ['faits', 'gardes', 'etats', 'champs', 'invariants'] as const;

/** What a sentence names as its carriers, by kind. */
export function carriersOf(phrase: Phrase): { genre: (typeof genres)[number]; nom: string }[] {
  if ('informe' in phrase) return [];
  return genres.flatMap((genre) => (phrase[genre] ?? []).map((nom) => ({ genre, nom })));
}

/** Every fact that a procedure listens to, guard that it asks and state that it has. */
export function elementsOf(procedure: Procedure): Element[] {
  const { machine, facts, conditions, genre } = procedure;
  const nodes = descendants(machine.root);
  const asked = new Set(transitionsIn(machine.root).flatMap(({ guard }) => guardNames(guard)));
  const place = genre === 'dossier' ? '' : `${genre}/`;
  const named = (kind: Element['genre'], entries: [string, { source: Source }][]) =>
    entries.map(([nom, { source }]) => ({ procedure, genre: kind, nom, source }));
  return [
    ...named(
      'faits',
      Object.entries(facts).filter(([type]) => machine.events.includes(type)),
    ),
    ...named(
      'gardes',
      Object.entries(conditions).filter(([name]) => asked.has(name)),
    ),
    ...named(
      'etats',
      nodes.map((node) => [`${place}${node.path.join('.')}`, node.meta as Meta]),
    ),
  ];
}

/** All that the sentences and the machines say against one another; empty when each sentence is carried and each source is right. */
export function faultsOf(phrases: Phrases, procedures: readonly Procedure[]): string[] {
  const paths = procedures.filter(({ genre }) => genre === 'dossier').map(({ source }): string => source);
  const speaks = (section: string, { source }: Procedure) =>
    !paths.includes(section) || sectionsOf(source).some((own) => own === section);
  const elements = procedures.flatMap(elementsOf);
  const promises = procedures.flatMap((procedure) =>
    promisesOf(procedure).map((promise) => ({ procedure, ...promise })),
  );

  const carried = Object.entries(phrases).flatMap(([id, phrase]) => {
    const section = sectionOf(id);
    const known = {
      ...Object.groupBy(
        elements.filter(({ procedure }) => speaks(section, procedure)),
        ({ genre }) => genre,
      ),
      invariants: promises
        .filter(({ procedure }) => speaks(section, procedure))
        .map((promise) => ({ nom: promise.id })),
      champs: fieldsOf(procedures).map((nom) => ({ nom })),
    };
    const carriers = carriersOf(phrase);
    const unknown = carriers.filter(({ genre, nom }) => !known[genre]?.some((one) => one.nom === nom));
    return [
      ...(carriers.length === 0 && !('informe' in phrase) ? [`${id} n’est portée par rien.`] : []),
      ...unknown.map(({ nom }) => `${id} est portée par ${nom}, qui n’existe pas.`),
    ];
  });

  const cited = elements.flatMap((element) => {
    const { procedure, nom, source } = element;
    const by = Object.entries(phrases).filter(
      ([id, phrase]) => speaks(sectionOf(id), procedure) && isCarriedBy(element, phrase),
    );
    const mute = sectionsOf(source).filter((section) => !by.some(([id]) => sectionOf(id) === section));
    const extra = sectionsOf(source).length === 0 ? by.filter(([, phrase]) => isNamedBy(element, phrase)) : [];
    return [
      ...mute.map((section) => `${procedure.id} : ${nom} cite ${section}, dont aucune phrase ne le dit.`),
      ...extra.map(([id]) => `${procedure.id} : ${nom} se dit ${tellSource(source)}, mais ${id} le porte.`),
    ];
  });

  const strays = promises.flatMap(({ procedure, id, source }) =>
    sectionsOf(source)
      .filter((section) => !speaks(section, procedure))
      .map((section) => `${procedure.id} : l’invariant ${id} cite ${section}, qui est d’un autre parcours.`),
  );
  const strangers = [
    ...procedures.map(({ id, source }) => ({ nom: id, source })),
    ...elements.map(({ procedure, nom, source }) => ({ nom: `${procedure.id} : ${nom}`, source })),
    ...promises.map(({ procedure, id, source }) => ({ nom: `${procedure.id} : l’invariant ${id}`, source })),
  ].filter(({ source }) => !sources.includes(source));
  return [
    ...disorderOf(Object.keys(phrases)),
    ...carried,
    ...cited,
    ...strays,
    ...strangers.map(({ nom, source }) => `${nom} cite ${source}, qui n’existe pas.`),
  ];
}

/** A phase is carried by whatever carries a state in it. */
function isCarriedBy(element: Element, phrase: Phrase): boolean {
  return (
    isNamedBy(element, phrase) ||
    carriersOf(phrase).some(({ genre, nom }) => genre === element.genre && nom.startsWith(`${element.nom}.`))
  );
}

function isNamedBy(element: Element, phrase: Phrase): boolean {
  return carriersOf(phrase).some(({ genre, nom }) => genre === element.genre && nom === element.nom);
}

function promisesOf(procedure: Procedure): Omit<Invariant, 'proposition'>[] {
  return Object.values(invariantsOf(procedure)).flat();
}

/** Sentences are numbered from 1 in each passage, and no passage is without. */
function disorderOf(ids: readonly string[]): string[] {
  const expected = (Object.keys(sections) as Section[]).flatMap((section) => {
    const own = ids.filter((id) => sectionOf(id) === section);
    return Array.from({ length: Math.max(own.length, 1) }, (_, rank) => `${section}-${rank + 1}`);
  });
  const wrong = expected.findIndex((id, rank) => ids[rank] !== id);
  if (wrong !== -1) return [`${expected[wrong]} n’est pas à sa place.`];
  return ids.slice(expected.length).map((id) => `${id} n’est d’aucun passage.`);
}

/** Every field of every form and fact, by dotted path. */
function fieldsOf(procedures: readonly Procedure[]): string[] {
  const facts = procedures.flatMap((procedure) => Object.entries(procedure.facts));
  const all = [...Object.entries(formulaires), ...new Map(facts)].map(([id, { schema }]) => ({ id, schema }));
  return all.flatMap(({ id, schema }) =>
    namesIn(z.toJSONSchema(schema, { io: 'input' })).map((name) => `${id}.${name}`),
  );
}

function namesIn(schema: z.core.JSONSchema._JSONSchema): string[] {
  if (typeof schema === 'boolean') return [];
  const { properties = {}, items, anyOf = [], allOf = [] } = schema;
  const inside = [...anyOf, ...allOf, ...[items ?? []].flat()].flatMap(namesIn);
  const own = Object.entries(properties).flatMap(([name, part]) => [
    name,
    ...namesIn(part).map((one) => `${name}.${one}`),
  ]);
  return [...new Set([...own, ...inside])];
}
