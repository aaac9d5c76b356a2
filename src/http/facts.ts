import { z } from 'zod';
import type { Fact } from '../../machines/event.ts';
import { procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { FaitDit } from '../engine/parse-fact.ts';
import type { Genre } from '../store/store.ts';

/** The facts that may be told to a case of that kind, by type. */
function factsOf(genre: Genre): Map<string, Fact> {
  const all = procedures.filter((one) => one.genre === genre).flatMap(({ facts }) => Object.entries(facts));
  return new Map(all.filter(([, { derive }]) => !derive));
}

const own = { dossier: factsOf('dossier'), groupement: factsOf('groupement'), certificat: factsOf('certificat') };

/** A fact as the document calls its schema, FaitContratSigne; that of a groupement, where a dossier has one of that type, FaitGroupementEtatDesLieuxRecu. */
function schemaNameOf(type: string, genre: Genre): string {
  const isOther = genre !== 'dossier' && own.dossier.has(type);
  return pascal(isOther ? `fait.${genre}.${type}` : `fait.${type}`);
}

function pascal(words: string): string {
  return words.replaceAll(/(?:^|\.)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** The schema of each fact that may be told, by the name that the document gives it. */
export const factSchemas: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  (['certificat', 'groupement', 'dossier'] as const).flatMap((genre) =>
    [...own[genre]].map(([type, { schema }]) => [schemaNameOf(type, genre), schema.meta({ unusedIO: 'input' })]),
  ),
);

/** A fact told to a case of a kind: read whatever its type, and checked by that of its procedure; to programs, one of those that there are. */
export const faitDe = {
  dossier: oneOfFacts('dossier'),
  groupement: oneOfFacts('groupement'),
  certificat: oneOfFacts('certificat'),
};

function oneOfFacts(genre: Genre) {
  const refs = [...own[genre].keys()].map(
    (type) => [type, `#/components/schemas/${schemaNameOf(type, genre)}`] as const,
  );
  const told = {
    description: 'Un fait : « type » dit lequel',
    oneOf: refs.map(([, $ref]) => ({ $ref })),
    discriminator: { propertyName: 'type', mapping: Object.fromEntries(refs) },
  };
  return FaitDit.meta({
    id: pascal(`fait.${genre}`),
    override({ jsonSchema }) {
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, told);
    },
  });
}

type Node = Procedure['machine']['root'];

/** Where the machines of a kind may stand: each region with its states. */
export function etatsOf(genre: Genre): z.ZodType {
  const roots = procedures.filter((one) => one.genre === genre).map(({ machine }) => machine.root);
  return standingAt(roots).meta({ id: pascal(`etats.${genre}`) });
}

/** What the same place of several machines may hold: a state by its name, or, where states stand within it, which of them. */
function standingAt(nodes: readonly Node[]): z.ZodType {
  const children = Map.groupBy(
    nodes.flatMap((node) => Object.values(node.states) as Node[]),
    ({ key }) => key,
  );
  if (nodes.every(({ type }) => type === 'parallel')) {
    const regions = [...children].map(([key, same]) => {
      const region = standingAt(same);
      return [key, same.length === nodes.length ? region : region.optional()] as const;
    });
    return z.strictObject(Object.fromEntries(regions));
  }
  const isLeaf = (same: readonly Node[]) => same.every(({ states }) => Object.keys(states).length === 0);
  const [leaves, others] = [true, false].map((leaf) => [...children].filter(([, same]) => isLeaf(same) === leaf));
  const names = (leaves ?? []).map(([key]) => key);
  const within = (others ?? []).map(([key, same]) => z.strictObject({ [key]: standingAt(same) }));
  const choices = [...(names.length > 0 ? [z.enum(names)] : []), ...within];
  return choices.length === 1 ? (choices[0] as z.ZodType) : z.union(choices);
}
