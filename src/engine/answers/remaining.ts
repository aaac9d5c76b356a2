import type { Objectif } from '../../../machines/procedure.ts';
import { type Cohort, cohortKey, isLive, offered } from '../cohort.ts';
import type { Family } from '../decide.ts';
import { childOf, distance, openingDistance } from '../graph/distances.ts';
import type { Instance } from '../instance.ts';
import type { CountedAct } from '../remaining-act.ts';
import type { FactInfo } from '../state-info.ts';
import { type Duree, usualDays } from './duree.ts';
import { equipped, liveCertificates } from './live-certificates.ts';
import { type Peremption, peremptionsOf } from './peremptions.ts';
import { type PathAct, shortestPath, toldAct } from './shortest-path.ts';
import { type Chain, chainOf, type Schedule, scheduleOf } from './waves.ts';

/** The least number of acts left, null when nothing leads to the end; how long they take, and in how many days where no delay is set. */
export interface Remaining {
  minimum: number | null;
  jours: number;
  duree: Duree;
  /** Its own in their order, then those of its certificates, the same act of several told once. */
  etapes: CountedAct[];
}

/** All that time will take back from what an instance or its most urgent certificates still need, whenever that is. */
export function lapsesAhead(family: Family, instance: Instance): Peremption[] {
  const { cohortes, urgents } = liveCertificates(family, instance);
  const objectif = objectifOf(cohortes);
  return [...peremptionsOf(instance, objectif), ...urgents.flatMap((one) => peremptionsOf(one, 'complet'))];
}

/** What is left of `instance`, its live certificates included. */
export function remaining(family: Family, instance: Instance): Remaining {
  const { duree } = scheduleLeft(family, instance);
  return { minimum: leastLeft(family, instance), jours: usualDays(duree), duree, etapes: actsLeft(family, instance) };
}

/** When the acts that are left may be done, at the soonest. */
export function scheduleLeft(family: Family, instance: Instance): Schedule {
  const { own, chains } = waysLeft(family, instance);
  return scheduleOf(instance, own, chains);
}

/** The least number of acts left, null when nothing leads to the end. */
export function leastLeft(family: Family, instance: Instance): number | null {
  return isLive(instance) ? total(instance, liveCertificates(family, instance).cohortes) : 0;
}

/** A shortest sequence of them. */
export function actsLeft(family: Family, instance: Instance): CountedAct[] {
  const { own, chains } = waysLeft(family, instance);
  const others = new Map<string, CountedAct>();
  for (const { libres, ensuite, nombre } of chains)
    for (const act of [...libres, ...ensuite])
      others.set(act.type, { ...toldAct(act), nombre: nombre + (others.get(act.type)?.nombre ?? 0) });
  return [...own.map((act) => ({ ...toldAct(act), nombre: 1 })), ...others.values()];
}

/** The shortest way of an instance itself, and those of its certificates. */
function waysLeft(family: Family, instance: Instance): { own: PathAct[]; chains: Chain[] } {
  if (!isLive(instance)) return { own: [], chains: [] };
  const { cohortes } = liveCertificates(family, instance);
  const own = shortestPath(instance.procedure, instance.snapshot, objectifOf(cohortes));
  return { own, chains: cohortes.map(chainOf) };
}

/** The least number of acts left for `cible` once a fact of `bearer`, of its family, is taken; null when it is not. */
export function remainingAfter(
  family: Family,
  cible: Instance,
  bearer: Instance,
  { type, next }: FactInfo,
): number | null {
  if (!next) return null;
  const child = childOf(bearer.procedure, type);
  const opened = child ? openingDistance(child) : 0;
  const { cohortes } = liveCertificates(family, cible);
  if (bearer === cible) {
    if (!isLive({ ...cible, snapshot: next })) return 0;
    const left = total({ ...cible, snapshot: next }, cohortes, child !== null);
    return left === null ? null : left + opened;
  }
  const live = [...withoutOne(cohortes, bearer), { ...bearer, snapshot: next, nombre: 1 }].filter(isLive);
  const left = total(live.length === 0 && !child ? withoutChild(cible) : cible, live, child !== null);
  return left === null ? null : left + opened;
}

function withoutOne(cohortes: readonly Cohort[], bearer: Instance): Cohort[] {
  const key = cohortKey(bearer);
  return cohortes
    .map((cohort) => (cohortKey(cohort) === key ? { ...cohort, nombre: cohort.nombre - 1 } : cohort))
    .filter(({ nombre }) => nombre > 0);
}

/** The dossier when its last certificate has ended. */
function withoutChild(dossier: Instance): Instance {
  return { ...dossier, snapshot: offered(dossier.snapshot, dossier.procedure.bilan(0, 0)) };
}

function total(
  { procedure, snapshot }: Pick<Instance, 'procedure' | 'snapshot'>,
  cohortes: readonly Cohort[],
  opens = false,
): number | null {
  const objectif = cohortes.length === 0 && opens ? 'relaisEquipe' : objectifOf(cohortes);
  const parts = [
    distance(procedure, snapshot, objectif),
    ...cohortes.map((cohort) => timesDistance(equipped(cohort), cohort.nombre)),
  ];
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

function timesDistance({ procedure, snapshot }: ReturnType<typeof equipped>, nombre: number): number | null {
  const one = distance(procedure, snapshot, 'complet');
  return one === null ? null : one * nombre;
}

/** What a dossier aims at, for what its certificates ask. */
export function objectifOf(cohortes: readonly Pick<Cohort, 'procedure' | 'snapshot'>[]): Objectif {
  if (cohortes.length === 0) return 'complet';
  const waits = cohortes.some(({ procedure, snapshot }) => procedure.equipe?.attendue(snapshot.value));
  return waits ? 'relaisEquipe' : 'relais';
}
