import type { Acteur } from '../../../machines/step.ts';
import { acteurs } from '../../../machines/step.ts';
import { type Delais, delaisUsuels } from '../../delays.ts';
import type { Family } from '../decide.ts';
import { longestWay } from '../graph/distances.ts';
import type { Instance } from '../instance.ts';
import type { CountedAct } from '../remaining-act.ts';
import { type CarteNeeded, cartesOf } from './cartes.ts';
import { compteIn, daysOf } from './duree.ts';
import { equipped, liveCertificates } from './live-certificates.ts';
import { dueBefore, type Peremption } from './peremptions.ts';
import { lapsesAhead, leastLeft, objectifOf, scheduleLeft } from './remaining.ts';
import { toldAct } from './shortest-path.ts';
import type { WaveAct } from './waves.ts';

/** An act of a plan: the step that it ends and the form that goes with it. */
interface PlannedAct extends CountedAct {
  etape: string | null;
  formulaire: string | null;
}

/** A shortest way to the end. */
export interface Plan {
  /** The least number of acts left; null when nothing leads to the end. */
  minimum: number | null;
  /** The most acts left when no step that was left is come back to, whatever each finds; null as `minimum`. */
  maximumSansRetour: number | null;
  /** The days that its longest chain takes by the usual delays in force, which are ours and promise nothing. */
  jours: number;
  /** What may be done at the same time, then what that allows, and so on. */
  vagues: PlannedAct[][];
  acteurs: { acteur: string; libelle: string; actes: number }[];
  formulaires: string[];
  /** The cards that its acts ask for. */
  cartes: CarteNeeded[];
  peremptions: Peremption[];
}

/** The shortest way from where an instance stands, on the day `jour`, by the delays in force. */
export function planOf(family: Family, instance: Instance, jour: string, delais: Delais = delaisUsuels): Plan {
  const minimum = leastLeft(family, instance);
  const { vagues: waves, duree } = scheduleLeft(family, instance);
  const jours = daysOf(duree, jour, compteIn(delais, family, instance));
  const vagues = waves.map((wave) => wave.map(describe));
  const acts = vagues.flat();
  const formulaires = acts.flatMap(({ formulaire }) => formulaire ?? []);
  return {
    minimum,
    maximumSansRetour: minimum === null || minimum === 0 ? minimum : longestOf(family, instance),
    jours,
    vagues,
    acteurs: countByActeur(acts),
    formulaires: [...new Set(formulaires)],
    cartes: cartesOf(instance, waves.flat()),
    peremptions: dueBefore(lapsesAhead(family, instance), jour, jours),
  };
}

function longestOf(family: Family, instance: Instance): number | null {
  const { cohortes } = liveCertificates(family, instance);
  const ways = [
    longestWay(instance.procedure, instance.snapshot, objectifOf(cohortes)),
    ...cohortes.map((cohort) => {
      const { procedure, snapshot } = equipped(cohort);
      const way = longestWay(procedure, snapshot, 'complet');
      return way === null ? null : way * cohort.nombre;
    }),
  ];
  return ways.reduce((sum, way) => (sum === null || way === null ? null : sum + way), 0);
}

function describe({ act, nombre, place }: WaveAct): PlannedAct {
  const step = place?.start.etapes.find(({ faits }) => faits.some(({ type }) => type === act.type));
  return { ...toldAct(act), nombre, etape: step?.meta.libelle ?? null, formulaire: step?.meta.formulaire ?? null };
}

function countByActeur(acts: readonly PlannedAct[]): Plan['acteurs'] {
  const byActeur = Map.groupBy(acts, ({ acteur }) => acteur);
  return [...byActeur].map(([acteur, some]) => ({
    acteur,
    libelle: acteurs[acteur as Acteur],
    actes: some.reduce((sum, { nombre }) => sum + nombre, 0),
  }));
}
