import { z } from 'zod';
import type { Avertissement } from './avertissement.ts';
import { IsoDate } from './formulaires/champs.ts';
import type { Source } from './source.ts';
import type { Acteur } from './step.ts';

type Champs = z.ZodRawShape;
type Saisie<C extends Champs> = z.output<z.ZodObject<C, z.core.$strict>>;

/** A29 — what kinds of facts there are, by id; plans are made of démarches and réponses alone. */
export const sortes = {
  demarche: 'Démarche',
  reponse: 'Réponse',
  constat: 'Constat',
  alea: 'Aléa',
} as const;
export type Sorte = keyof typeof sortes;

/** The day of a question about no day in particular: on it every card is in date, and no day has come. */
export const SANS_DATE = '0001-01-01';

/** What in a payload does not hold together: where, and what to do. */
export interface Faute {
  path: string[];
  message: string;
}

/** What is declared of a fact: who brings it, where it is written, and one payload per branch of the machine. */
export interface FactSpec<C extends Champs = Champs> {
  libelle: string;
  acteur: Acteur;
  sorte: Sorte;
  source: Source;
  /** Its own fields, beside `type` and `date`. */
  champs: C;
  /** The first is what the API proposes; together they take every branch of the machine. */
  exemples: readonly [z.input<z.ZodObject<C, z.core.$strict>>, ...z.input<z.ZodObject<C, z.core.$strict>>[]];
  /** True when it follows from another machine's fact or from the calendar alone: never taken from outside. */
  derive: boolean;
  avertir(saisie: Saisie<C>): Avertissement[];
  /** What its fields say against one another, or against its day. */
  verifier(saisie: Saisie<C> & { date: string }): Faute[];
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

type Declared<C extends Champs> = Pick<FactSpec<C>, 'libelle' | 'acteur' | 'sorte' | 'source'> &
  Partial<Pick<FactSpec<C>, 'champs' | 'exemples' | 'avertir' | 'verifier'>>;

/** A fact that somebody tells; without `champs` it carries its date alone. */
export function fact<C extends Champs = Record<never, never>>(declared: Declared<C>): FactSpec<C> {
  const none = {
    champs: {} as C,
    exemples: [{} as never] as const,
    derive: false,
    avertir: () => [],
    verifier: () => [],
  };
  return { ...none, ...declared };
}

/** A fact that follows from another machine's: never taken from outside. */
export function derivedFact<C extends Champs = Record<never, never>>(
  declared: Omit<Declared<C>, 'sorte'>,
): FactSpec<C> {
  return { ...fact({ ...declared, sorte: 'reponse' }), derive: true };
}

/** The facts by type, each with its schema; a type that XState keeps for itself cannot be declared. */
export function defineFacts(facts: EventMap): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    Object.entries(facts).map(([type, spec]) => {
      if (type.startsWith('xstate.')) throw new Error(`${type} is kept by XState`);
      const depuis = spec.sorte === 'constat' ? { depuis: Depuis } : {};
      const schema = z
        .strictObject({ type: z.literal(type), date: IsoDate, ...spec.champs, ...depuis })
        .superRefine((saisie, { addIssue }) => {
          for (const { path, message } of [...spec.verifier(saisie as never), ...verifyDepuis(saisie)])
            addIssue({ code: 'custom', path, message });
        })
        .meta({ title: spec.libelle });
      return [type, { ...spec, schema }];
    }),
  );
}

/** A17 — since when what is found was already so. */
const Depuis = IsoDate.optional().meta({
  title: 'Depuis le',
  description: 'Si vous le savez : le jour depuis lequel il en est ainsi.',
});

function verifyDepuis({ date, depuis }: { date?: unknown; depuis?: unknown }): Faute[] {
  if (typeof depuis !== 'string' || typeof date !== 'string' || depuis <= date) return [];
  return [
    {
      path: ['depuis'],
      message: 'Ce qui est constaté l’est depuis ce jour au plus tard : corrigez l’une des deux dates.',
    },
  ];
}
