import { z } from 'zod';
import type { Avertissement } from './avertissement.ts';
import { IsoDate } from './formulaires/champs.ts';
import type { Source } from './source.ts';
import type { Acteur } from './step.ts';

type Champs = z.ZodRawShape;
type Saisie<C extends Champs> = z.output<z.ZodObject<C, z.core.$strict>>;

/** What is declared of a fact: who brings it, where it is written, and one payload per branch of the machine. */
export interface FactSpec<C extends Champs = Champs> {
  libelle: string;
  acteur: Acteur;
  source: Source;
  /** Its own fields, beside `type` and `date`. */
  champs: C;
  /** The first is what the API proposes; together they take every branch of the machine. */
  exemples: readonly [z.input<z.ZodObject<C, z.core.$strict>>, ...z.input<z.ZodObject<C, z.core.$strict>>[]];
  /** True when it follows from another machine's fact or from the calendar alone: never taken from outside. */
  derive: boolean;
  avertir(saisie: Saisie<C>): Avertissement[];
}

/** A declared fact with the schema of what is posted: `{ type, date, …champs }`. */
export interface Fact<C extends Champs = Champs> extends FactSpec<C> {
  schema: z.ZodType<{ type: string; date: string }>;
}
export type EventMap = Readonly<Record<string, FactSpec>>;

/** The facts of `M` as a machine receives them; `empreinte` (SHA-256, hexadecimal) is of the payload. */
export type EventOf<M extends EventMap> = {
  [Type in keyof M & string]: { type: Type; date: string; empreinte: string } & (M[Type] extends FactSpec<infer C>
    ? Saisie<C>
    : never);
}[keyof M & string];

type Declared<C extends Champs> = Pick<FactSpec<C>, 'libelle' | 'acteur' | 'source'> &
  Partial<Pick<FactSpec<C>, 'champs' | 'exemples' | 'derive' | 'avertir'>>;

/** A fact; without `champs` it carries its date alone. */
export function fact<C extends Champs = Record<never, never>>(declared: Declared<C>): FactSpec<C> {
  const none = { champs: {} as C, exemples: [{} as never] as const, derive: false, avertir: () => [] };
  return { ...none, ...declared };
}

/** The facts by type, each with its schema; a type that XState keeps for itself cannot be declared. */
export function defineFacts(facts: EventMap): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    Object.entries(facts).map(([type, spec]) => {
      if (type.startsWith('xstate.')) throw new Error(`${type} is kept by XState`);
      const schema = z
        .strictObject({ type: z.literal(type), date: IsoDate, ...spec.champs })
        .meta({ title: spec.libelle });
      return [type, { ...spec, schema }];
    }),
  );
}
