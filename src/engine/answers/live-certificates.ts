import { politique } from '../../../machines/decisions.ts';
import { addDays } from '../../days.ts';
import { memo, memoOf } from '../../memo.ts';
import { possibleSince } from '../chronology.ts';
import { type Absent, alone, type Cohort, cohortKey, isLive, offered } from '../cohort.ts';
import type { Family } from '../decide.ts';
import { distance } from '../graph/distances.ts';
import type { Instance } from '../instance.ts';
import { type StepInfo, stateInfo } from '../state-info.ts';

/** How many of them are named, the most urgent first. */
const NAMED = 10;
/** How many are told whole when there are no others; of more, one is: each takes 1.7 kB. */
const ALL_TOLD = 3;
const SET_OUT = 1;
/** Of what nothing is asked. */
const JAMAIS = '9999-12-31';
/** The limit of what waits for somebody else, where it is sorted: after all that does not. */
export const SUSPENDU = '9999-12-30';

/** The live certificates of one dossier. */
export interface LiveCertificates {
  /** In the same order whatever was read: that of the most urgent of each first. */
  cohortes: readonly Cohort[];
  /** The most urgent of all, of which something is asked. */
  urgents: readonly Instance[];
  /** Those whose steps are told: all of three, else the most urgent of those that owe something. */
  exposes: readonly Instance[];
  /** The most urgent of each cohort, in their order. */
  premiers: readonly Instance[];
  nombre: number;
}

/** A certificate among others, by itself alone: as an index keeps it. */
type OwnRank = Omit<Absent, 'parentId'>;

/**
 * The same by what its dossier announced too: `limite` is what `urgence` becomes; `isMixed` where several of its steps are awaited, of which
 * that delays one: the others order its cohort otherwise.
 */
interface Ranked extends OwnRank {
  limite: string;
  isMixed: boolean;
}

const none: LiveCertificates = { cohortes: [], urgents: [], exposes: [], premiers: [], nombre: 0 };
const summedUp = memoOf((_family: Family) => memo<LiveCertificates>());

/** The live certificates of a dossier in its family; none of another case. */
export function liveCertificates(family: Family, { id, procedure }: Instance): LiveCertificates {
  return procedure.genre === 'dossier' ? summedUp(family)(id, () => sumUp(family, id)) : none;
}

/** The absents that must be read before anything is said of a family: once they are, others may come first. */
export function missingOf(family: Family): string[] {
  const absents = new Set((family.absents ?? []).map(({ id }) => id));
  return absents.size === 0 ? [] : toldOf(family).filter((id) => absents.delete(id));
}

/** The same family with those certificates alone that it is told of; the other live ones are counted. */
export function counted(family: Family): Family {
  const told = new Set(toldOf(family));
  const [certificats, others] = [true, false].map((isTold) =>
    family.certificats.filter((one) => isLive(one) && told.has(one.id) === isTold),
  ) as [Instance[], Instance[]];
  const absents = others.map((one): Absent => ({ ...ownRank(one), parentId: one.parentId ?? '' }));
  return { ...family, certificats, absents: [...(family.absents ?? []), ...absents] };
}

/** The certificates that are told of: the most urgent, the first of each cohort, and all of one whose order its dossier changes. */
function toldOf(family: Family): string[] {
  return family.dossiers.flatMap(({ id }) => {
    const ranked = rankedOf(family, id);
    const mixed = ranked.filter(({ isMixed }) => isMixed);
    return [...ranked.slice(0, NAMED), ...firstOfEach(ranked), ...mixed].map((one) => one.id);
  });
}

/** When a certificate is to be seen to, as it stands: the usual day of the step that comes first, its end where a step only advises. */
function urgencyOf(certificat: Instance): string {
  const days = awaitedSteps(certificat).map((step) => limitOf(certificat, step) ?? SUSPENDU);
  return days.reduce((first, day) => (day < first ? day : first), JAMAIS);
}

/** The steps of a certificate that ask for something. */
export function awaitedSteps({ procedure, snapshot }: Instance): StepInfo[] {
  return stateInfo(procedure, snapshot).etapes.filter(({ meta }) => meta.nature !== 'acquise');
}

/** The last usual day of a step, or the last on which what it advises may be done; null while it waits for somebody else. */
export function limitOf(certificat: Instance, step: StepInfo): string | null {
  const since = possibleSince(certificat)[step.id];
  const usual = since === undefined ? null : addDays(since, politique.delaisJours[step.acteur]);
  return endOf(certificat, step) ?? usual;
}

/** The last day of a certificate, where a step advises to replace it; null elsewhere. */
export function endOf({ procedure, snapshot }: Instance, { meta, faits }: StepInfo): string | null {
  const isRenewal = meta.nature === 'recommandee' && faits.some(({ type }) => Object.hasOwn(procedure.ouvre, type));
  return isRenewal ? (snapshot.context as { fin: string | null }).fin : null;
}

/** Since when a step of an instance is current. */
export function sinceOf({ depuis, ouvertLe }: Instance, etape: string): string {
  return depuis[etape] ?? ouvertLe.slice(0, 10);
}

/** What counts of a certificate for what its dossier still asks. */
type Child = Pick<Instance, 'procedure' | 'snapshot'>;

/** A certificate once its administrateur technique can act: what brings that about is asked of the dossier. */
export const equipped = memoOf(({ procedure, snapshot }: Child): Child => {
  return { procedure, snapshot: procedure.equipe ? offered(snapshot, procedure.equipe.fait) : snapshot };
});

function sumUp(family: Family, dossierId: string): LiveCertificates {
  const ranked = rankedOf(family, dossierId);
  if (ranked.length === 0) return none;
  const read = new Map(family.certificats.map((one) => [one.id, one]));
  const instanceOf = ({ id }: Ranked): Instance => {
    const instance = read.get(id);
    if (!instance) throw new Error(`${id} was not read`);
    return instance;
  };
  const numbers = Map.groupBy(ranked, ({ cohorte }) => cohorte);
  const first = firstOfEach(ranked);
  const premiers = first.map(instanceOf);
  const near = [...new Set([...premiers.filter(isOwed), ...premiers, ...ranked.slice(0, NAMED).map(instanceOf)])];
  const setOut = new Set(near.slice(0, ranked.length <= ALL_TOLD ? ALL_TOLD : SET_OUT));
  return {
    premiers,
    cohortes: first.map(({ cohorte }, i) => ({
      procedure: (premiers[i] as Instance).procedure,
      snapshot: (premiers[i] as Instance).snapshot,
      nombre: numbers.get(cohorte)?.length ?? 0,
    })),
    urgents: ranked
      .slice(0, NAMED)
      .filter(({ limite }) => limite !== JAMAIS)
      .map(instanceOf),
    exposes: [...premiers, ...near].filter((one) => setOut.delete(one)),
    nombre: ranked.length,
  };
}

function isOwed(certificat: Instance): boolean {
  const { procedure, snapshot } = equipped(certificat);
  return distance(procedure, snapshot, 'complet') !== 0;
}

/**
 * The live certificates of a dossier, read or not, the most urgent first. What their dossier announced delays all of a cohort alike: by how
 * much, the first of them tells once it is read.
 */
function rankedOf(family: Family, dossierId: string): readonly Ranked[] {
  return rankings(family)(dossierId, () => rank(family, dossierId));
}

const rankings = memoOf((_family: Family) => memo<readonly Ranked[]>());

function rank({ certificats, absents = [] }: Family, dossierId: string): Ranked[] {
  const read = certificats.filter((one) => one.parentId === dossierId && isLive(one));
  const others = absents.filter(({ parentId }) => parentId === dossierId);
  const instances = new Map(read.map((one) => [one.id, one]));
  const first = firstOfEach([...read.map(ownRank), ...others].sort(byOwnUrgency));
  const told = new Map(first.map(({ id, cohorte }) => [cohorte, instances.get(id)]));
  const delayed = others.map((one): Ranked => {
    const premier = told.get(one.cohorte);
    const { limite, isMixed } = premier ? rankOf(premier) : { limite: one.urgence, isMixed: false };
    return { ...one, limite: limite > one.urgence ? limite : one.urgence, isMixed };
  });
  return [...read.map(rankOf), ...delayed].sort(byUrgency);
}

/** Where a certificate stands among others, whatever its dossier announced. */
export const ownRank = memoOf((certificat: Instance): OwnRank => {
  const { id, ouvertLe } = certificat;
  return { id, ouvertLe, cohorte: cohortKey(certificat), urgence: urgencyOf(alone(certificat)) };
});

const rankOf = memoOf((certificat: Instance): Ranked => {
  const own = ownRank(certificat);
  const limite = urgencyOf(certificat);
  return { ...own, limite, isMixed: limite !== own.urgence && awaitedSteps(certificat).length > 1 };
});

function byUrgency(a: Ranked, b: Ranked): number {
  return compare(a.limite, b.limite) || byOwnUrgency(a, b);
}

function byOwnUrgency(a: OwnRank, b: OwnRank): number {
  return compare(a.urgence, b.urgence) || compare(a.ouvertLe, b.ouvertLe) || compare(a.id, b.id);
}

/** By code, ten times as fast as `localeCompare`. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function firstOfEach<Rank extends OwnRank>(ranked: readonly Rank[]): Rank[] {
  const met = new Set<string>();
  return ranked.filter(({ cohorte }) => !met.has(cohorte) && met.add(cohorte));
}
