import type { Objectif, Procedure } from '../../../machines/procedure.ts';
import type { Family } from '../decide.ts';
import { childOf, distance, openingDistance } from '../graph/distances.ts';
import type { Instance } from '../instance.ts';
import type { RemainingAct } from '../remaining-act.ts';
import type { FactInfo } from '../state-info.ts';
import { takeStep } from '../transition.ts';
import { type Peremption, peremptionsOf } from './peremptions.ts';
import { shortestPath } from './shortest-path.ts';
import { usualDays, wavesOf } from './waves.ts';

/** The least number of acts left, null when nothing leads to the end; the days that they take by the usual delays, which are ours. */
export interface Remaining {
  minimum: number | null;
  jours: number;
  etapes: RemainingAct[];
}

/** All that time will take back from what an instance or its certificates still need, whenever that is. */
export function lapsesAhead(family: Family, instance: Instance): Peremption[] {
  const certificats = certificatsOf(family, instance);
  const objectif = objectifOf(certificats);
  return [...peremptionsOf(instance, objectif), ...certificats.flatMap((one) => peremptionsOf(one, 'complet'))];
}

/** What counts of a certificate for what its dossier still asks. */
interface Child {
  procedure: Procedure;
  snapshot: Instance['snapshot'];
}

/** What is left of `instance`, its live certificates included. */
export function remaining(family: Family, instance: Instance): Remaining {
  const { procedure, snapshot } = instance;
  const etapes = actsLeft(family, instance);
  return { minimum: leastLeft(family, instance), jours: usualDays(wavesOf(procedure, snapshot, etapes)), etapes };
}

/** The least number of acts left, null when nothing leads to the end. */
export function leastLeft(family: Family, instance: Instance): number | null {
  return isLive(instance) ? total(instance, certificatsOf(family, instance)) : 0;
}

/** A shortest sequence of them. */
export function actsLeft(family: Family, instance: Instance): RemainingAct[] {
  if (!isLive(instance)) return [];
  const certificats = certificatsOf(family, instance);
  return [
    ...shortestPath(instance.procedure, instance.snapshot, objectifOf(certificats)),
    ...certificats.map(equipped).flatMap(({ procedure, snapshot }) => shortestPath(procedure, snapshot, 'complet')),
  ];
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
  const certificats = certificatsOf(family, cible);
  if (bearer === cible) {
    const left = total({ ...cible, snapshot: next }, certificats, child !== null);
    return left === null ? null : left + opened;
  }
  const after = certificats.map((certificat) =>
    certificat === bearer ? { ...certificat, snapshot: next } : certificat,
  );
  const live = after.filter(isLive);
  const left = total(live.length === 0 && !child ? withoutChild(cible) : cible, live, child !== null);
  return left === null ? null : left + opened;
}

/** The dossier when its last certificate has ended. */
function withoutChild(dossier: Instance): Instance {
  return { ...dossier, snapshot: offered(dossier.snapshot, dossier.procedure.bilan(0, 0)) };
}

/** A certificate once its administrateur technique can act: what brings that about is asked of the dossier. */
export function equipped({ procedure, snapshot }: Child): Child {
  return { procedure, snapshot: procedure.equipe ? offered(snapshot, procedure.equipe.fait) : snapshot };
}

/** What a derived fact makes of a state, which stays as it is when it does not listen. */
function offered(snapshot: Child['snapshot'], type: string): Child['snapshot'] {
  const event = { type, date: '', empreinte: '' };
  return takeStep(snapshot, event)?.snapshot ?? snapshot;
}

function total({ procedure, snapshot }: Child, certificats: readonly Child[], opens = false): number | null {
  const objectif = certificats.length === 0 && opens ? 'relaisEquipe' : objectifOf(certificats);
  const parts = [
    distance(procedure, snapshot, objectif),
    ...certificats.map(equipped).map((certificat) => distance(certificat.procedure, certificat.snapshot, 'complet')),
  ];
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** What a dossier aims at, for what its certificates ask. */
export function objectifOf(certificats: readonly Child[]): Objectif {
  if (certificats.length === 0) return 'complet';
  const waits = certificats.some(({ procedure, snapshot }) => procedure.equipe?.attendue(snapshot.value));
  return waits ? 'relaisEquipe' : 'relais';
}

/** The certificates of a dossier that have not ended. */
export function certificatsOf({ certificats }: Family, { id }: Instance): Instance[] {
  return certificats.filter((certificat) => certificat.parentId === id && isLive(certificat));
}

function isLive({ procedure, snapshot }: Child): boolean {
  return procedure.statut(snapshot.value) !== 'clos';
}
