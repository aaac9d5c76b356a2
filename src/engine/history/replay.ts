import type { AnyMachineSnapshot } from 'xstate';
import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Instance } from '../instance.ts';
import { type Days, daysAfter, openingDays } from '../since.ts';
import { type MachineEvent, openSnapshot } from '../transition.ts';
import { isToldBeside } from './beside.ts';
import { type Trace, traceStep } from './trace.ts';

/** A fact as a journal keeps it; `saisie` is null once erased. */
export interface KeptFact {
  type: string;
  /** YYYY-MM-DD. */
  date: string;
  saisie: string | null;
  empreinte: string;
}

/** A stay in a leaf, from one day (YYYY-MM-DD) to another; null while it lasts. */
interface Sejour {
  etat: string;
  entree: string;
  sortie: string | null;
}

/** Where a replayed instance stands. */
export interface Place extends Days {
  snapshot: AnyMachineSnapshot;
}

/** What one fact made of a place. */
interface Moved extends Place {
  /** The stays that it ended. */
  finis: Sejour[];
  /** By the names that charts give them. */
  transitions: string[];
}

/** What became of an instance, fact after fact. */
export interface Histoire extends Place {
  /** Every stay: those that ended, in the order in which they did, then the others. */
  sejours: Sejour[];
  /** Every transition taken, with its day. */
  franchies: { transition: string; date: string }[];
  /** How many facts were replayed without what was erased of them. */
  effaces: number;
  /** How many facts nothing takes when those of later days are left out. */
  ecartes: number;
}

/** Replays facts from the opening of an instance on, each by a real transition; those after the day `le` are left out. */
export function replay(
  procedure: Procedure,
  { fiche, jour }: { fiche: object; jour: string },
  facts: readonly KeptFact[],
  le: string | null = null,
): Histoire {
  let place = openedAt(procedure, fiche, jour);
  const [finis, franchies]: [Sejour[], Histoire['franchies']] = [[], []];
  const told = facts.filter(({ type, date }) => !isBeside(procedure, type) && (le === null || date <= le));
  let ecartes = 0;
  for (const fact of told) {
    const moved = replayFact(procedure, place, fact);
    if (!moved) ecartes += 1;
    else {
      place = moved;
      finis.push(...moved.finis);
      franchies.push(...moved.transitions.map((transition) => ({ transition, date: fact.date })));
    }
  }
  const current = Object.entries(place.depuis).map(([etat, entree]) => ({ etat, entree, sortie: null }));
  return {
    snapshot: place.snapshot,
    depuis: place.depuis,
    bornes: place.bornes,
    durees: place.durees,
    franchies,
    ecartes,
    sejours: [...finis, ...current],
    effaces: told.filter(({ saisie }) => saisie === null).length,
  };
}

/** An instance on the day of its opening. */
export function openedAt(procedure: Procedure, fiche: object, jour: string): Place {
  const snapshot = openSnapshot(procedure, fiche);
  return { snapshot, ...openingDays(procedure, snapshot, jour) };
}

/** The line by which a journal says that an instance was opened: no fact of its machine. */
export function isOpening({ genre }: Procedure, type: string): boolean {
  return type === `${genre}.ouvert`;
}

/** Whether a line is no fact of the machine: the opening, a change of groupement, or what is told beside. */
export function isBeside(procedure: Procedure, type: string): boolean {
  return isOpening(procedure, type) || Object.hasOwn(RATTACHEMENTS, type) || isToldBeside(type);
}

/** What an instance has heard that its journal does not say yet: it stands where these lead after what the journal says. */
export function heardFacts({ ouies }: Pick<Instance, 'ouies'>): KeptFact[] {
  return ouies.faits.map(({ event: { type, date, empreinte }, saisie }) => ({ type, date, saisie, empreinte }));
}

/** What one fact makes of a place; null when nothing takes it. */
function replayFact(procedure: Procedure, place: Place, fact: KeptFact): Moved | null {
  const told = traceOf(procedure, place.snapshot, fact);
  if (!told) return null;
  const { snapshot, transitions } = told.trace;
  const days = daysAfter(procedure, place, snapshot, told.event);
  const left = Object.entries(place.depuis).filter(([etat]) => !Object.hasOwn(days.depuis, etat));
  const finis = left.map(([etat, entree]) => ({ etat, entree, sortie: fact.date }));
  return { snapshot, ...days, finis, transitions };
}

function traceOf(
  procedure: Procedure,
  snapshot: AnyMachineSnapshot,
  fact: KeptFact,
): { trace: Trace; event: MachineEvent } | null {
  for (const event of toldEvents(procedure, fact)) {
    const trace = traceStep(snapshot, event);
    if (trace) return { trace, event };
  }
  return null;
}

/** A fact as a machine received it; what was erased of it is made up for by the first of its examples that is taken. */
export function toldEvents({ facts }: Procedure, { type, date, saisie, empreinte }: KeptFact): MachineEvent[] {
  const told = saisie === null ? (facts[type]?.exemples ?? [{}]) : [JSON.parse(saisie) as object];
  return told.map((champs) => ({ ...champs, type, date, empreinte }));
}
