import type { Avertissement } from '../../machines/avertissement.ts';
import type { StepMeta } from '../../machines/step.ts';
import { type NextSteps, nextSteps } from '../engine/answers/next-steps.ts';
import { members, type Surroundings } from '../engine/decide.ts';
import {
  CALENDRIER,
  type CorrectionConfirmee,
  type CorrectionEssayee,
  type RankedFact,
  whyNotOwn,
} from '../engine/history/corrections.ts';
import { type Past, type Rectified, rectify, type Withdrawn } from '../engine/history/rectify.ts';
import type { Instance } from '../engine/instance.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';
import { leaves } from '../engine/state-info.ts';
import { type Act, aroundOf, type Desk, type Recorded, settle } from './act.ts';
import { type Cible, findWhole, memberOf } from './family.ts';
import type { Remembered } from './memory.ts';
import { journalOf, openingOf } from './opening/opening-day.ts';
import { versionNow } from './reading/view.ts';

/** A line of the journal as a correction names it. */
interface Named {
  rang: number;
  type: string;
  libelle: string;
  date: string;
}

/** What a correction would change, before it is confirmed. */
export interface CorrectionPreview {
  version: number;
  ligne: Named;
  /** The later lines that would no longer hold, oldest first; `derive` for those that followed from other cases. */
  retires: (Named & Pick<Withdrawn, 'cause' | 'manque' | 'anterieur'> & { auteur: string; derive: boolean })[];
  /** The steps that would no longer be current, and those that would be, in French. */
  etats: { quittes: string[]; atteints: string[] };
  prochainesEtapes: NextSteps;
  avertissements: Avertissement[];
}

/** Who corrects; with `ownOnly`, what they told themselves not long ago, where no line of another stands on it. */
export interface Corrector {
  auteur: string;
  ownOnly?: boolean;
}

/** What a case would be without one line of its journal, or with another instead; nothing is written. */
export async function previewCorrection(
  desk: Desk,
  cible: Cible,
  asked: CorrectionEssayee,
  by: Corrector | null = null,
): Promise<Result<CorrectionPreview>> {
  const around = aroundOf(desk.clock(), () => 'apercu');
  const found = await findPast(desk, cible);
  if (!found.ok) return found;
  const tried = attempt(found.value, { ...asked, motif: '' }, around, by);
  return tried.ok ? ok(previewOf(desk, found.value.cible, tried.value, around.jour)) : tried;
}

/** Writes a correction in one commit, if it changes what was shown and nothing else. */
export async function correct(
  desk: Desk,
  cible: Cible,
  { version, retires, ...asked }: CorrectionConfirmee,
  act: Act & Corrector,
): Promise<Result<Recorded>> {
  let isDecided = false;
  const corrected = await settle(desk, act, async (around) => {
    isDecided = false;
    const found = await findPast(desk, cible);
    if (!found.ok) return found;
    const current = found.value.cible.version;
    if (current !== version || (act.version !== null && act.version !== current))
      return err({ code: 'version-perimee', version: current });
    const tried = attempt(found.value, asked, around, act);
    if (!tried.ok) return tried;
    const now = tried.value.retires.map(({ ligne }) => ligne.rang);
    if (now.join() !== retires.join()) return err({ code: 'apercu-perime', retires: now });
    isDecided = true;
    return ok({ cible: cible.id, decision: tried.value.decision });
  });
  return corrected.ok || !isDecided ? corrected : inReplacement(corrected.error);
}

type Asked = Omit<CorrectionConfirmee, 'version' | 'retires'>;

function attempt(
  { cible, family, past }: Found,
  asked: Asked,
  around: Surroundings,
  by: Corrector | null,
): Result<Rectified> {
  const tried = rectify(family, cible, past, { asked, around });
  if (!tried.ok) return tried;
  const no = by?.ownOnly ? whyNotTheirs(tried.value, cible, { auteur: by.auteur, instant: around.instant }) : null;
  return no ? err(no) : tried;
}

/** Why somebody who may correct only their own lines may not correct some so; null when they may. */
function whyNotTheirs(
  { lignes, retires }: Rectified,
  { procedure: { facts } }: Instance,
  own: { auteur: string; instant: string },
): Refusal | null {
  const followed = ({ auteur, type }: RankedFact) => auteur === CALENDRIER || facts[type]?.derive === true;
  const takesAnothers = retires.some(({ ligne }) => ligne.auteur !== own.auteur && !followed(ligne));
  for (const ligne of lignes) {
    const { rang, type } = ligne;
    const raison = takesAnothers ? 'd-autrui' : whyNotOwn(ligne, own);
    if (raison) return { code: 'correction-impossible', raison, rang, libelle: facts[type]?.libelle ?? type };
  }
  return null;
}

/** What the base refuses of a line points into what is told instead, as the rest of the refusals do. */
function inReplacement(error: Refusal): Result<never> {
  if (error.code !== 'saisie-invalide') return err(error);
  const erreurs = error.erreurs.map((one) => ({ ...one, pointeur: `/remplacement${one.pointeur}` }));
  return err({ ...error, erreurs });
}

interface Found extends Remembered {
  past: Past;
}

/** How often a case is read again when it is acted on meanwhile. */
const ATTEMPTS = 20;

/** A case with its past, both of one version. */
async function findPast(desk: Desk, cible: Cible): Promise<Result<Found>> {
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
    const found = await findWhole(desk, cible);
    if (!found.ok) return found;
    const past = await pastOf(desk, found.value);
    const view = await desk.store.view(cible.id);
    if (view && versionNow(view) === found.value.cible.version) return ok({ ...found.value, past });
    desk.memory.forget(found.value.family);
  }
  throw new Error(`${cible.id} was never still in ${ATTEMPTS} attempts`);
}

async function pastOf({ store }: Desk, { cible, family }: Remembered): Promise<Past> {
  const lines = await journalOf(store, cible.id);
  const opening = await openingOf(store, cible, lines);
  const amont = cible.parentId === null ? [] : await journalOf(store, cible.parentId);
  const under = members(family).filter(({ parentId }) => parentId === cible.id);
  const told = await Promise.all(under.map(({ id }) => journalOf(store, id)));
  const entendus = new Set(told.flat().map(({ enregistreLe }) => enregistreLe));
  return { lines, opening, amont, entendus, ouverts: under.map(({ ouvertLe }) => ouvertLe) };
}

function previewOf(
  { delais }: Desk,
  before: Instance,
  { ligne, retires, decision }: Rectified,
  jour: string,
): CorrectionPreview {
  const { family, avertissements } = decision;
  const after = memberOf(family, before.id);
  const { facts } = before.procedure;
  const named = ({ rang, type, date }: Withdrawn['ligne']): Named => ({
    rang,
    type,
    date,
    libelle: facts[type]?.libelle ?? type,
  });
  return {
    version: before.version,
    ligne: named(ligne),
    retires: retires.map(({ ligne: one, cause, manque, anterieur }) => ({
      ...named(one),
      auteur: one.auteur,
      derive: facts[one.type]?.derive ?? false,
      cause,
      manque,
      anterieur,
    })),
    etats: { quittes: steps(before, after), atteints: steps(after, before) },
    prochainesEtapes: nextSteps(family, after, jour, delais?.(jour)),
    avertissements,
  };
}

/** The steps of one that are not of the other. */
function steps(one: Instance, other: Instance): string[] {
  const known = new Set(leaves(other.snapshot).map(({ path }) => path));
  return leaves(one.snapshot)
    .filter(({ path }) => !known.has(path))
    .map(({ node }) => (node.meta as StepMeta).libelle);
}
