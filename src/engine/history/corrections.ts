import { z } from 'zod';
import { texteLibre } from '../../../machines/formulaires/champs.ts';
import { DAY_MS } from '../../days.ts';
import { isErasure } from './beside.ts';
import type { KeptFact } from './replay.ts';

const Remplacement = z.looseObject({ date: z.string() }, 'Indiquez la date du fait corrigé et ses champs.').nullable();

const LigneCorrigee = z.strictObject({ rang: z.int(), remplacement: Remplacement.default(null) });

/** The most lines that are corrected with another. */
const MAX_AVEC = 100;

/** What is looked at before a correction: the line, what is told instead (null withdraws it), and the lines that are corrected with it. */
export const CorrectionEssayee = LigneCorrigee.extend({
  avec: z
    .array(LigneCorrigee)
    .max(MAX_AVEC)
    .refine(
      (lines) => new Set(lines.map(({ rang }) => rang)).size === lines.length,
      'Une ligne n’est corrigée qu’une fois.',
    )
    .optional()
    .meta({ description: 'Les autres lignes à corriger du même coup : la même erreur, dite ailleurs' }),
}).refine(({ rang, avec = [] }) => avec.every((line) => line.rang !== rang), {
  message: 'La ligne corrigée n’est pas à redire parmi les autres.',
  path: ['avec'],
});

/** What is confirmed: the same with its reason, at the version and with the lines that were shown. */
export const CorrectionConfirmee = CorrectionEssayee.safeExtend({
  motif: texteLibre('Motif de la correction', 500),
  version: z.int(),
  retires: z.array(z.int()).max(10_000),
});

export type CorrectionEssayee = z.output<typeof CorrectionEssayee>;
export type CorrectionConfirmee = z.output<typeof CorrectionConfirmee>;

/** The type of a line that corrects others: no fact of a machine. */
export const FAIT_CORRIGE = 'fait.corrige';
/** The author of the lines that time brings, and of what is erased once it was kept long enough. */
export const CALENDRIER = 'calendrier';

/** What such a line says; when it replaces, the line after it, of the same commit, is what stands instead. */
const Correction = z.strictObject({
  rang: z.int(),
  motif: z.string(),
  remplace: z.boolean(),
  /** The later lines that no longer hold without it. */
  retires: z.array(z.int()),
});
export type Correction = z.output<typeof Correction>;

/** What a line that erases others says: their ranks, and what corrections among them did, told again without their reasons. */
export const Effacement = z.strictObject({
  lignes: z.array(z.int()),
  corrections: z.array(Correction.extend({ ligne: z.int() })),
});

/** A fact with its place in the journal. */
export interface RankedFact extends KeptFact {
  rang: number;
  /** ISO instant. */
  enregistreLe: string;
  auteur: string;
}

/** How many days somebody who may correct only their own lines has for it. */
const OWN_DAYS = 7;

/** Why a line is not one that `auteur` told not long before `instant` (ISO), which even who corrects nothing else may correct; null when it is. */
export function whyNotOwn(
  line: Pick<RankedFact, 'auteur' | 'enregistreLe'>,
  { auteur, instant }: { auteur: string; instant: string },
): 'd-autrui' | 'ancienne' | null {
  if (line.auteur !== auteur) return 'd-autrui';
  return Date.parse(instant) - Date.parse(line.enregistreLe) <= OWN_DAYS * DAY_MS ? null : 'ancienne';
}

/** A line that stands; `dite` is when what stood at its place was first told, with what followed from it among relatives. */
export type Standing<Line> = Line & { dite: string };

/** What a line of correction says; null for any other line, and once it is erased. */
export function readCorrection({ type, saisie }: Pick<KeptFact, 'type' | 'saisie'>): Correction | null {
  if (type !== FAIT_CORRIGE || saisie === null) return null;
  return Correction.safeParse(JSON.parse(saisie)).data ?? null;
}

/** Reads lines of correction, those that were erased among them. */
function correctionReader(lines: readonly RankedFact[]): (line: RankedFact) => Correction | null {
  const erasures = lines.filter(({ type, saisie }) => isErasure(type) && saisie !== null);
  const again = erasures.flatMap(
    ({ saisie }) => Effacement.safeParse(JSON.parse(saisie ?? '')).data?.corrections ?? [],
  );
  const byRang = new Map(again.map(({ ligne, ...correction }) => [ligne, correction]));
  return (line) => readCorrection(line) ?? (line.type === FAIT_CORRIGE ? (byRang.get(line.rang) ?? null) : null);
}

/** The lines of one case that stand once their corrections are read, in the order in which they are replayed. */
export function standingLines<Line extends RankedFact>(lines: readonly Line[]): Standing<Line>[] {
  const first = lines.findIndex(({ type }) => type === FAIT_CORRIGE);
  const told = (line: Line): Standing<Line> => ({ ...line, dite: line.enregistreLe });
  if (first === -1) return lines.map(told);
  const correctionOf = correctionReader(lines);
  let standing = lines.slice(0, first).map(told);
  let awaited: Standing<Line> | null = null;
  for (const line of lines.slice(first)) {
    const correction = correctionOf(line);
    if (correction) {
      awaited = standing.find(({ rang }) => correction.remplace && rang === correction.rang) ?? null;
      standing = without(standing, correction);
    } else if (line.type !== FAIT_CORRIGE) {
      const replaced = awaited;
      if (replaced) standing = standing.map((one) => (one === replaced ? { ...line, dite: replaced.dite } : one));
      else standing.push(told(line));
      awaited = null;
    }
  }
  return standing;
}

/** A line to be replaced keeps its place until its replacement is read. */
function without<Line extends RankedFact>(standing: Standing<Line>[], { rang, remplace, retires }: Correction) {
  const gone = new Set(remplace ? retires : [rang, ...retires]);
  return standing.filter((line) => !gone.has(line.rang));
}

/** What became of a line: withdrawn with another or for itself, or replaced, and by which line of correction. */
export interface Corrected {
  par: number;
  sort: 'retire' | 'remplace' | 'entraine';
  motif: string;
  /** The rang of what stands instead. */
  remplacant: number | null;
}

/** The lines of one case that no longer stand, by rang. */
export function correctedLines(lines: readonly RankedFact[]): ReadonlyMap<number, Corrected> {
  const corrected = new Map<number, Corrected>();
  const correctionOf = correctionReader(lines);
  for (const [place, line] of lines.entries()) {
    const correction = correctionOf(line);
    if (!correction) continue;
    const { rang, motif, remplace, retires } = correction;
    const told = { par: line.rang, motif };
    const remplacant = remplace ? (lines[place + 1]?.rang ?? null) : null;
    corrected.set(rang, { ...told, sort: remplace ? 'remplace' : 'retire', remplacant });
    for (const one of retires) corrected.set(one, { ...told, sort: 'entraine', remplacant: null });
  }
  return corrected;
}
