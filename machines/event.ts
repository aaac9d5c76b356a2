import { z } from 'zod';
import type { Avertissement } from './avertissement.ts';
import { IsoDate, type Personne, type RepresentantLegal } from './formulaires/champs.ts';
import type { ContactTechnique } from './formulaires/contact-technique.ts';
import type { Partie3, Partie4 } from './formulaires/formulaire-413.ts';
import type { FormulaireId } from './formulaires/index.ts';
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

/** What a fact is to a form: how it is told among what became of it, and its field where what was filled in stands. */
export interface Piece<Champ extends string = string> {
  formulaire: FormulaireId;
  libelle: string;
  /** Absent where it says nothing of what was filled in; `PARTIES` where it sends all that was recorded part by part. */
  contenu?: Champ | typeof PARTIES;
  /** Of a form that serves several, the role for which this fact sends it. */
  role?: 'mandataire' | 'administrateurTechnique';
}
/** Where a whole form stands in the fact that sends it; absent when it was filled in elsewhere. */
export const ENTIER = 'saisie';
/** What the sending of a form that is told part by part carries. */
export const PARTIES = 'parties';

/** Whom a fact names; null for who is nobody any more, nothing for whom it does not speak of. */
export interface Nommes {
  representantLegal?: (Personne & Partial<z.output<typeof RepresentantLegal>>) | null | undefined;
  mandataire?: Personne | null | undefined;
  /** Who signs form 413, and in which capacity. */
  signataire?: Pick<z.output<typeof Partie3>, 'signataire' | 'qualite'> | null;
  administrateur?: Personne;
  /** The administrateurs techniques of form 413, and how to reach them. */
  contacts?: readonly ContactTechnique[];
  logiciels?: Partie4['logiciels'];
  editeur?: string | undefined;
  dsi?: string | undefined;
}

/** How far a dossier has come once it is told, by id. */
export type Jalon = 'transmis' | 'habilite' | 'enService';

/** Whose card a fact tells the life of, by the region that keeps it. */
export type CarteSuivie = 'carteResponsable' | 'carteMandataire' | 'carteAdministrateur';

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
  /** Payloads about somebody more, for whom the examples are refused because theirs is known: no plan and no walk offers them. */
  encore: readonly z.input<z.ZodObject<C, z.core.$strict>>[];
  /** True when it follows from another machine's fact or from the calendar alone: never taken from outside. */
  derive: boolean;
  piece: Piece<keyof C & string> | null;
  carte: CarteSuivie | null;
  jalon: Jalon | null;
  /** What came back or was refused, how often it happened is told so: « Contrats refusés ». */
  refus: string | null;
  /** Whether nobody means it for several establishments at once. */
  parSite: boolean;
  /** The field that says which establishment it is: told to several, each says its own. */
  identite: (keyof C & string) | null;
  /** Whom it names, and who is nobody any more. */
  nommer(saisie: Saisie<C>): Nommes;
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
  Partial<Omit<FactSpec<C>, 'derive' | 'libelle' | 'acteur' | 'sorte' | 'source'>>;

/** A fact that somebody tells; without `champs` it carries its date alone. */
export function fact<C extends Champs = Record<never, never>>(declared: Declared<C>): FactSpec<C> {
  const none = {
    champs: {} as C,
    exemples: [{} as never] as const,
    encore: [],
    derive: false,
    piece: null,
    carte: null,
    jalon: null,
    refus: null,
    parSite: false,
    identite: null,
    nommer: () => ({}),
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
