import type { AnyMachineSnapshot } from 'xstate';
import type { Avertissement } from '../../../machines/avertissement.ts';
import type { Effect } from '../../../machines/effect.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { unlocks } from '../answers/unlocks.ts';
import { canonicalJson } from '../canonical-json.ts';
import { type Ground, laterGround } from '../chronology.ts';
import { warnIncoherent } from '../coherence.ts';
import { deadlines } from '../deadlines.ts';
import { type Decision, type Family, restate, type Surroundings } from '../decide.ts';
import { explainRefusal } from '../explain-refusal.ts';
import type { Instance } from '../instance.ts';
import { type ParsedFact, parseFact, seal } from '../parse-fact.ts';
import { err, ok, type Refusal, type Result } from '../refusal.ts';
import { daysAfter } from '../since.ts';
import { stateInfo, takenFacts } from '../state-info.ts';
import { type MachineEvent, takeStep } from '../transition.ts';
import { type Correction, FAIT_CORRIGE, type RankedFact, type Standing, standingLines } from './corrections.ts';
import { heardFacts, isBeside, openedAt, type Place, toldEvents } from './replay.ts';
import { libelleOf, whyNotCorrected } from './uncorrectable.ts';

/** What is to be corrected: a line by its rang, and what is told instead (its date and fields), null to withdraw it. */
interface AskedLine {
  rang: number;
  remplacement: Readonly<Record<string, unknown>> | null;
}

/** A correction: of a line, and of the others that say the same mistake. */
export interface Asked extends AskedLine {
  motif: string;
  avec?: readonly AskedLine[] | undefined;
}

/** What is known of the past of a case. */
export interface Past {
  /** Its whole journal. */
  lines: readonly RankedFact[];
  opening: { fiche: object; jour: string };
  /** The journal of the one above it. */
  amont: readonly RankedFact[];
  /** The instants at which those under it were told something. */
  entendus: ReadonlySet<string>;
  /** When those under it were opened. */
  ouverts: readonly string[];
}

/** A later line that would no longer hold, and why. */
export interface Withdrawn {
  ligne: RankedFact;
  /** Empty when nothing is missing: the fact is no longer awaited, its day comes too early, or time would not bring it on that day. */
  manque: ReturnType<typeof explainRefusal>;
  /** What it stands on, that now happened after it; null for another cause. */
  anterieur: Ground | null;
  cause: 'refuse' | 'echeance' | 'date';
}

/** What a correction makes of a family. */
export interface Rectified {
  ligne: RankedFact;
  /** All the lines that are corrected, that one first. */
  lignes: RankedFact[];
  retires: Withdrawn[];
  /** Its journal begins with the correction, then what stands instead. */
  decision: Decision;
}

/** What one line made of a case. */
interface Walked {
  line: Standing<RankedFact>;
  event: MachineEvent;
  effects: readonly Effect[];
  /** Whether time was to bring it on that day, in the state where it came. */
  due: boolean;
  /** Whether it came after its own day without harm: what relatives tell bears their day. */
  late: boolean;
}

/** What would a family be if one line of the journal of `instance` had been told otherwise, or not at all? Nothing is written. */
export function rectify(
  family: Family,
  instance: Instance,
  past: Past,
  { asked, around }: { asked: Asked; around: Surroundings },
): Result<Rectified> {
  const { procedure } = instance;
  const told = walk(instance, past);
  const changes: Changes = new Map();
  const avertissements: Avertissement[] = [];
  for (const [rank, one] of [asked, ...(asked.avec ?? [])].entries()) {
    const target = told?.walked.find(({ line }) => line.rang === one.rang);
    const known = { rang: one.rang, target: target?.line ?? null, isKnown: told !== null };
    const no = whyNotCorrected(procedure, past, known);
    if (no) return err(no);
    if (!target) throw new Error(`${one.rang} can be corrected, and is not known`);
    const instead = readReplacement(procedure, target.line, one.remplacement, around);
    if (!instead.ok) return inAsked(instead.error, rank);
    changes.set(target, instead.value);
    avertissements.push(...(instead.value?.avertissements ?? []).map((one) => pointed(one, rank)));
  }
  const walked = told?.walked ?? [];
  const again = walkAgain(instance, past, walked, changes);
  if (!again.ok) return again;
  const spread = spreadBeyond(past, walked, again.value.effects, changes);
  if (spread) return err({ code: 'correction-impossible', raison: 'effets-sortis', ...named(procedure, spread) });
  const { place, retires, doutes } = again.value;
  const [first] = changes.keys();
  if (!first) throw new Error('A correction corrects a line');
  const decision = restate(family, { ...instance, ...place }, around);
  const lines = journaled(changes, asked.motif, around.jour, retires);
  const taken = [...lines.map(({ event, saisie }) => ({ id: instance.id, event, saisie })), ...decision.taken];
  avertissements.push(...doutes);
  const lignes = [...changes.keys()].map(({ line }) => line);
  return ok({ ligne: first.line, lignes, retires, decision: { ...decision, taken, avertissements } });
}

/** A refusal of what is told instead, as it points into what was sent. */
function inAsked(error: Refusal, rank: number): Result<never> {
  if (error.code !== 'saisie-invalide') return err(error);
  return err({ ...error, erreurs: error.erreurs.map((one) => pointed(one, rank)) });
}

function pointed<T extends { pointeur: string }>(one: T, rank: number): T {
  return { ...one, pointeur: `${rank === 0 ? '' : `/avec/${rank - 1}`}/remplacement${one.pointeur}` };
}

type Sealed = ReturnType<typeof seal>;

/** A line of correction for each line that is corrected, then what stands instead; the first withdraws what no longer holds. */
function journaled(changes: Changes, motif: string, jour: string, retires: readonly Withdrawn[]): Sealed[] {
  return [...changes].flatMap(([{ line }, instead], rank) => {
    const correction = {
      rang: line.rang,
      motif,
      remplace: instead !== null,
      retires: rank === 0 ? retires.map(({ ligne }) => ligne.rang) : [],
    } satisfies Correction;
    return [seal({ ...correction, type: FAIT_CORRIGE, date: jour }), ...(instead ? [instead] : [])];
  });
}

/** The line named as a refusal names it. */
function named(procedure: Procedure, { rang, type }: RankedFact) {
  return { rang, libelle: libelleOf(procedure, type) };
}

/** Where a line would stand that is yet to be written. */
const UNWRITTEN = { rang: 0, enregistreLe: '', dite: '', auteur: '' };

/** Replays what stands; null when that no longer leads to the state that is kept. */
function walk(instance: Instance, { lines, opening }: Past): { walked: Walked[] } | null {
  const { procedure, snapshot, depuis, bornes, durees } = instance;
  const heard = heardFacts(instance).map((fact) => ({ ...fact, ...UNWRITTEN }));
  let place: Place = openedAt(procedure, opening.fiche, opening.jour);
  const walked: Walked[] = [];
  for (const line of [...standingLines(lines), ...heard]) {
    if (isBeside(procedure, line.type)) continue;
    const due = isDue(procedure, place.snapshot, line);
    const step = firstTaken(place.snapshot, toldEvents(procedure, line));
    if (!step) return null;
    const late = laterGround({ procedure, ...place }, step.event, step) !== null;
    walked.push({ line, event: step.event, effects: step.effects, due, late });
    place = { snapshot: step.snapshot, ...daysAfter(procedure, place, step.snapshot, step.event) };
  }
  return isSame(place, { snapshot, depuis, bornes, durees }) ? { walked } : null;
}

function isSame(replayed: Place, kept: Place): boolean {
  const text = ({ snapshot: { value, context }, depuis, bornes, durees }: Place) =>
    canonicalJson({ value, context, depuis, bornes, durees });
  return text(replayed) === text(kept);
}

function firstTaken(snapshot: AnyMachineSnapshot, events: readonly MachineEvent[]) {
  for (const event of events) {
    const step = takeStep(snapshot, event);
    if (step) return { ...step, event };
  }
  return null;
}

function isDue(procedure: Procedure, snapshot: AnyMachineSnapshot, { type, date }: RankedFact): boolean {
  return deadlines({ procedure, snapshot }).some(({ fait, le }) => fait === type && le === date);
}

/** What is told instead of a line, checked as any fact is; null when it is withdrawn. */
function readReplacement(
  procedure: Procedure,
  { type, date, empreinte }: RankedFact,
  remplacement: Asked['remplacement'],
  around: Surroundings,
): Result<ParsedFact | null> {
  if (remplacement === null) return ok(null);
  const parsed = parseFact(procedure, { ...remplacement, type }, around);
  if (!parsed.ok) return parsed;
  const { event } = parsed.value;
  if (event.date !== date || event.empreinte !== empreinte) return parsed;
  const message = 'Rien ne change : corrigez la date ou un champ, ou retirez la ligne.';
  return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '', message }] });
}

/** What is corrected, the line that was asked for first, and what stands instead of each. */
type Changes = Map<Walked, ParsedFact | null>;

interface Again {
  place: Place;
  retires: Withdrawn[];
  /** What each line that still holds makes relatives hear, by rang. */
  effects: ReadonlyMap<number, readonly Effect[]>;
  /** What is told instead says otherwise than what was known there. */
  doutes: Avertissement[];
}

/** Replays everything with the change made; what is told instead must be taken where it stands. */
function walkAgain(
  { procedure, fiche }: Instance,
  { opening }: Past,
  walked: readonly Walked[],
  changes: Changes,
): Result<Again> {
  let place: Place = openedAt(procedure, opening.fiche, opening.jour);
  const retires: Withdrawn[] = [];
  const effects = new Map<number, readonly Effect[]>();
  const doutes: Avertissement[] = [];
  const ranks = new Map([...changes.keys()].map((target, rank) => [target, rank] as const));
  for (const each of walked) {
    const instead = changes.get(each);
    const one = asTold(each, instead);
    if (one === null) continue;
    const why = whyWithdrawn(procedure, place, one);
    const step = why ? null : takeStep(place.snapshot, one.event);
    if (step) {
      const warned = instead ? warnIncoherent({ procedure, fiche, snapshot: place.snapshot }, one.event) : [];
      doutes.push(...warned.map((doubt) => pointed(doubt, ranks.get(each) ?? 0)));
      effects.set(one.line.rang, step.effects);
      place = { snapshot: step.snapshot, ...daysAfter(procedure, place, step.snapshot, one.event) };
    } else if (instead) return err(refused(procedure, place, one.event));
    else if (why) retires.push(why);
  }
  return ok({ place, retires, effects, doutes });
}

/** A line as it is told now: instead, not at all, or as it was. */
function asTold(one: Walked, instead: ParsedFact | null | undefined): Walked | null {
  if (instead === null) return null;
  return instead ? { ...one, event: instead.event, due: false, late: false } : one;
}

/** Why a line no longer holds where it comes now; null when it does. */
function whyWithdrawn(procedure: Procedure, place: Place, { line, event, due, late }: Walked): Withdrawn | null {
  const { snapshot } = place;
  const withdrawn = { ligne: line, manque: [], anterieur: null };
  if (due && !isDue(procedure, snapshot, line)) return { ...withdrawn, cause: 'echeance' };
  const step = takeStep(snapshot, event);
  if (!step) return { ...withdrawn, manque: explainRefusal(procedure, snapshot, event), cause: 'refuse' };
  const anterieur = late ? null : laterGround({ procedure, ...place }, event, step);
  return anterieur && { ...withdrawn, anterieur, cause: 'date' };
}

function refused(procedure: Procedure, place: Place, event: MachineEvent): Refusal {
  const { snapshot } = place;
  const { type, date } = event;
  const step = takeStep(snapshot, event);
  const anterieur = step && laterGround({ procedure, ...place }, event, step);
  if (anterieur) return { code: 'date-anterieure', type, date, anterieur };
  return {
    code: 'fait-refuse',
    type,
    manque: explainRefusal(procedure, snapshot, event),
    deblocages: unlocks(procedure, snapshot, type),
    acceptes: takenFacts(stateInfo(procedure, snapshot)).map((info) => info.type),
  };
}

/** The first line of which relatives heard what would no longer be said, or would have heard what was not; null for none. */
function spreadBeyond(
  { entendus, ouverts }: Past,
  walked: readonly Walked[],
  after: Again['effects'],
  changes: Changes,
): RankedFact | null {
  const beyond = walked.find((one) => {
    const [before, now] = [one.effects, after.get(one.line.rang) ?? []];
    const isRetold = Boolean(changes.get(one)) && before.some(({ type }) => type === 'certificat');
    if (!isRetold && JSON.stringify(before) === JSON.stringify(now)) return false;
    if ([...before, ...now].some(({ type }) => type !== 'offre')) return true;
    const wasHeard = before.length > 0 && entendus.has(one.line.dite);
    return wasHeard || (now.length > 0 && ouverts.some((instant) => instant <= one.line.dite));
  });
  return beyond?.line ?? null;
}
