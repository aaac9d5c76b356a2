import { politique } from '../../../machines/decisions.ts';
import { addDays } from '../../days.ts';
import { memoOf } from '../../memo.ts';
import { possibleSince } from '../chronology.ts';
import { type Absent, type Cohort, cohortKey, isLive } from '../cohort.ts';
import type { Family } from '../decide.ts';
import { distance } from '../graph/distances.ts';
import type { Instance } from '../instance.ts';
import { type StepInfo, stateInfo } from '../state-info.ts';
import { takeStep } from '../transition.ts';

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

type Ranked = Omit<Absent, 'parentId'>;

const none: LiveCertificates = { cohortes: [], urgents: [], exposes: [], premiers: [], nombre: 0 };
const known = new WeakMap<Family, Map<string, LiveCertificates>>();

/** The live certificates of a dossier in its family; none of another case. */
export function liveCertificates(family: Family, { id, procedure }: Instance): LiveCertificates {
  if (procedure.genre !== 'dossier') return none;
  const dossiers = known.get(family) ?? new Map<string, LiveCertificates>();
  known.set(family, dossiers);
  const found = dossiers.get(id) ?? sumUp(family, id);
  dossiers.set(id, found);
  return found;
}

/** The absents that must be read before anything is said of a family. */
export function missingOf(family: Family): string[] {
  const absents = new Set((family.absents ?? []).map(({ id }) => id));
  if (absents.size === 0) return [];
  return family.dossiers
    .flatMap(({ id }) => {
      const ranked = rankedOf(family, id);
      return [...ranked.slice(0, NAMED), ...firstOfEach(ranked)].map((one) => one.id);
    })
    .filter((id) => absents.delete(id));
}

/** When a certificate is to be seen to: the usual day of the step that comes first, its end where a step only advises. */
export function urgencyOf(certificat: Instance): string {
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
export function equipped({ procedure, snapshot }: Child): Child {
  return { procedure, snapshot: procedure.equipe ? offered(snapshot, procedure.equipe.fait) : snapshot };
}

/** What a derived fact makes of a state, which stays as it is when it does not listen. */
export function offered(snapshot: Child['snapshot'], type: string): Child['snapshot'] {
  const event = { type, date: '', empreinte: '' };
  return takeStep(snapshot, event)?.snapshot ?? snapshot;
}

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
      .filter(({ urgence }) => urgence !== JAMAIS)
      .map(instanceOf),
    exposes: [...premiers, ...near].filter((one) => setOut.delete(one)),
    nombre: ranked.length,
  };
}

function isOwed(certificat: Instance): boolean {
  const { procedure, snapshot } = equipped(certificat);
  return distance(procedure, snapshot, 'complet') !== 0;
}

/** The live certificates of a dossier, read or not, the most urgent first. */
function rankedOf({ certificats, absents = [] }: Family, dossierId: string): Ranked[] {
  const read = certificats.filter((one) => one.parentId === dossierId && isLive(one)).map(rankOf);
  const others = absents.filter(({ parentId }) => parentId === dossierId);
  return [...read, ...others].sort(byUrgency);
}

const rankOf = memoOf((certificat: Instance): Ranked => {
  const { id, ouvertLe } = certificat;
  return { id, ouvertLe, cohorte: cohortKey(certificat), urgence: urgencyOf(certificat) };
});

function byUrgency(a: Ranked, b: Ranked): number {
  return compare(a.urgence, b.urgence) || compare(a.ouvertLe, b.ouvertLe) || compare(a.id, b.id);
}

/** By code, ten times as fast as `localeCompare`. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function firstOfEach(ranked: readonly Ranked[]): Ranked[] {
  const met = new Set<string>();
  return ranked.filter(({ cohorte }) => !met.has(cohorte) && met.add(cohorte));
}
