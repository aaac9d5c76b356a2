import type { AnyMachineSnapshot } from 'xstate';
import type { Procedure } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import type { Family } from '../decide.ts';
import type { Instance } from '../instance.ts';
import { type FactInfo, type StateInfo, stateInfo } from '../state-info.ts';
import { nextSteps } from './next-steps.ts';
import type { RemainingAct } from './remaining.ts';

/** An act of a plan: the step that it ends and the form that goes with it. */
interface PlannedAct extends RemainingAct {
  etape: string | null;
  formulaire: string | null;
}

/** A shortest way to the end. */
export interface Plan {
  /** The least number of acts left; null when nothing leads to the end. */
  minimum: number | null;
  /** What may be done at the same time, then what that allows, and so on. */
  vagues: PlannedAct[][];
  acteurs: { acteur: string; libelle: string; actes: number }[];
  formulaires: string[];
}

/** The shortest way from where an instance stands, on the day `jour`. */
export function planOf(family: Family, instance: Instance, jour: string): Plan {
  const { minimum, etapes } = nextSteps(family, instance, jour).restant;
  const own = etapes.filter(({ type }) => Object.hasOwn(instance.procedure.facts, type));
  const ofCertificats = etapes
    .filter((act) => !own.includes(act))
    .map((act) => [{ ...act, etape: null, formulaire: null }]);
  const vagues = [...waves(instance.procedure, instance.snapshot, own), ...ofCertificats];
  const acts = vagues.flat();
  const formulaires = acts.flatMap(({ formulaire }) => formulaire ?? []);
  return { minimum, vagues, acteurs: countByActeur(acts), formulaires: [...new Set(formulaires)] };
}

/** Each wave takes all that its state takes of what is left, one after the other. */
function waves(procedure: Procedure, from: AnyMachineSnapshot, path: readonly RemainingAct[]): PlannedAct[][] {
  const found: PlannedAct[][] = [];
  let snapshot = from;
  let left = path;
  while (left.length > 0) {
    const start = stateInfo(procedure, snapshot);
    const wave: PlannedAct[] = [];
    for (const act of left) {
      const next = factOf(start, act.type)?.next && factOf(stateInfo(procedure, snapshot), act.type)?.next;
      if (!next) continue;
      wave.push(describe(start, act));
      snapshot = next;
    }
    if (wave.length === 0) throw new Error(`${procedure.id}: the plan stops before ${left[0]?.type}`);
    left = left.filter(({ type }) => !wave.some((act) => act.type === type));
    found.push(wave);
  }
  return found;
}

function factOf({ etapes, autres }: StateInfo, type: string): FactInfo | undefined {
  return [...etapes.flatMap(({ faits }) => faits), ...autres].find((info) => info.type === type);
}

function describe({ etapes }: StateInfo, act: RemainingAct): PlannedAct {
  const step = etapes.find(({ faits }) => faits.some(({ type }) => type === act.type));
  return { ...act, etape: step?.meta.libelle ?? null, formulaire: step?.meta.formulaire ?? null };
}

function countByActeur(acts: readonly PlannedAct[]): Plan['acteurs'] {
  const ids = [...new Set(acts.map(({ acteur }) => acteur))];
  return ids.map((acteur) => ({
    acteur,
    libelle: acteurs[acteur as keyof typeof acteurs],
    actes: acts.filter((act) => act.acteur === acteur).length,
  }));
}
