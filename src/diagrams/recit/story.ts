import type { Procedure } from '../../../machines/procedure.ts';
import type { Acteur, Nature, Phase } from '../../../machines/step.ts';
import { type Couloir, type Lecteur, lanesOf, lecteurs } from './lanes.ts';
import { tellOne } from './teller.ts';

/** Something that the story shows: what one does, waits for, or has. */
export interface Moment {
  /** Of the machine and of its first state. */
  id: string;
  procedure: string;
  /** The states in which one stands there, and those by which it is behind. */
  etats: readonly string[];
  finis: readonly string[];
  /** Several lines where several states are one moment. */
  lignes: readonly string[];
  phase: Phase;
  couloir: Couloir;
  nature: Nature;
  acteurs: readonly Acteur[];
  /** The facts that lead on from its first state. */
  faits: readonly string[];
  /** What its leaving asks of what is acquired elsewhere, in words. */
  demandes: readonly string[];
  /** The procedures that have it, where others that are told beside do not. */
  seulement: readonly string[];
  /** The same, by their letters: « A, C ». */
  lettres: string;
}

/** A way from a question to what is acquired, for who does not have it: forms, a wait, then what one does with what came. */
export interface Voie {
  formulaires: readonly string[];
  attente: Moment;
  ensuite: Moment | null;
  /** Who goes that way, where no form tells it. */
  cas: string | null;
}

/** What one has already, or asks for. */
export interface Prerequis {
  question: Moment;
  /** What one does, for who does not have it, before one waits: steps of its machine. */
  sinon: readonly string[];
  acquis: Moment;
  voies: readonly Voie[];
}

/** What follows: moments one after the other; the first may be several parts, filled in any order. */
export interface Suite {
  parties: { cadre: string; titre: string; formulaires: readonly string[]; moments: readonly Moment[] } | null;
  moments: readonly Moment[];
  /** What comes back from a wait to the beginning. */
  retour: { de: string; mots: string } | null;
}

/** A procedure as it is told. */
export interface Story {
  simples: Moment[];
  prerequis: Prerequis[];
  suites: Suite[];
  /** From the moment that opens something to its first one; what opens it again goes back. */
  liens: { de: string; vers: string; genre: 'fait' | 'derive' }[];
}

/** Several procedures told as one, what some alone have marked so. */
export function storyOf(procedures: readonly Procedure[]): Story {
  const [only] = procedures;
  if (only && procedures.length === 1) return tellOne(only);
  const stories = procedures.map((one) => structuredClone(tellOne(one)));
  const whole: Story = {
    simples: distinct(
      stories.flatMap(({ simples }) => simples),
      ({ id }) => id,
    ),
    prerequis: distinct(
      stories.flatMap(({ prerequis }) => prerequis),
      ({ question }) => question.id,
    ),
    suites: distinct(
      stories.flatMap(({ suites }) => suites),
      ({ moments }) => moments[0]?.id ?? '',
    ),
    liens: distinct(
      stories.flatMap(({ liens }) => liens),
      ({ de, vers }) => `${de}>${vers}`,
    ),
  };
  const having = (tells: (moment: Moment) => boolean) => {
    const some = procedures.filter((_, rank) => momentsOf(stories[rank] as Story).some(tells)).map(({ id }) => id);
    return some.length < procedures.length ? some : [];
  };
  for (const moment of momentsOf(whole)) {
    moment.seulement = having(({ id }) => id === moment.id);
    moment.lettres = lettersOf(moment.seulement, procedures);
    const asked = stories.flatMap((story) =>
      momentsOf(story)
        .filter(({ id }) => id === moment.id)
        .flatMap(({ demandes }) => demandes),
    );
    moment.demandes = [...new Set(asked)].map((one) => {
      const some = having(({ id, demandes }) => id === moment.id && demandes.includes(one));
      return some.length > 0 ? `${one} (${lettersOf(some, procedures)})` : one;
    });
  }
  return whole;
}

/** « A, C » : the procedures by their rank. */
export function lettersOf(ids: readonly string[], procedures: readonly Procedure[]): string {
  return ids.map((id) => String.fromCodePoint(65 + procedures.findIndex((one) => one.id === id))).join(', ');
}

function distinct<T>(list: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(list.toReversed().map((one) => [key(one), one])).values()].toReversed();
}

/** What is not for a reader to do, nor for what they wait. */
export function isBesides({ acteurs, nature }: Moment, pour: Lecteur): boolean {
  const own: readonly Acteur[] = lanesOf[lecteurs[pour]].acteurs;
  return nature === 'attente' || !acteurs.some((acteur) => own.includes(acteur));
}

/** The moments without which nobody comes to the end: neither what is only advised, nor what leads to what is optional. */
export function neededIn(story: Story): Moment[] {
  const { prerequis, ...rest } = story;
  const needed = prerequis.filter(({ question }) => question.nature !== 'facultative');
  return momentsOf({ ...rest, prerequis: needed }).filter(
    ({ nature }) => nature !== 'recommandee' && nature !== 'facultative',
  );
}

/** What lies between a question and what is acquired. */
export function waysOf({ voies }: Pick<Prerequis, 'voies'>): Moment[] {
  return voies.flatMap(({ attente, ensuite }) => [attente, ...(ensuite ? [ensuite] : [])]);
}

/** Whether a sign tells it, that it is acquired or waited for; elsewhere, marks tell who acts. */
export function isSigned({ nature }: Pick<Moment, 'nature'>): boolean {
  return nature === 'acquise' || nature === 'attente';
}

/** Every moment of a story. */
export function momentsOf({ simples, prerequis, suites }: Story): Moment[] {
  return [
    ...simples,
    ...prerequis.flatMap((one) => [one.question, ...waysOf(one), one.acquis]),
    ...suites.flatMap(({ parties, moments }) => [...(parties?.moments ?? []), ...moments]),
  ];
}
