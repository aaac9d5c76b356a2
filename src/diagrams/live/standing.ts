import type { Procedure } from '../../../machines/procedure.ts';
import type { Histoire } from '../../engine/history/replay.ts';
import type { Manque } from '../../engine/refusal.ts';
import { stateInfo } from '../../engine/state-info.ts';
import type { Chart } from '../chart.ts';
import { isBelow } from '../layout/ladder/rows.ts';
import { stepsAhead } from './ahead.ts';

/** How a step stands for a case: where it is, where it has been, where it may still come, where it no longer does. */
export interface Standing {
  aspect: 'courant' | 'passe' | 'aVenir' | 'estompe';
  /** The days (YYYY-MM-DD) of its last entry and of its leaving. */
  entree: string | null;
  sortie: string | null;
}

/** A fact that a current step waits for and that is refused now. */
export interface Blocked {
  etape: string;
  fait: string;
  libelle: string;
  manque: Manque[];
}

/** A case as a picture of its machine shows it. */
export interface LiveCase {
  procedure: Procedure;
  chart: Chart;
  histoire: Histoire;
  /** By step. */
  etapes: ReadonlyMap<string, Standing>;
  bloques: Blocked[];
}

/** How every step of a machine stands, and what is refused now. */
export function liveCase(procedure: Procedure, chart: Chart, histoire: Histoire): LiveCase {
  const current = Object.keys(histoire.depuis);
  const ahead = stepsAhead(procedure, chart, current);
  const last = new Map(histoire.sejours.map((sejour) => [sejour.etat, sejour]));
  const crossed = new Map(histoire.franchies.flatMap(({ transition, date }) => targetsOf(chart, transition, date)));
  const steps = chart.etats.filter(({ genre }) => genre === 'etape' || genre === 'finale');
  const etapes = steps.map(({ id }): [string, Standing] => {
    const { entree = null, sortie = null } = last.get(id) ?? crossed.get(id) ?? {};
    if (Object.hasOwn(histoire.depuis, id))
      return [id, { aspect: 'courant', entree: histoire.depuis[id] ?? null, sortie: null }];
    if (entree !== null) return [id, { aspect: 'passe', entree, sortie }];
    return [id, { aspect: ahead.has(id) ? 'aVenir' : 'estompe', entree, sortie }];
  });
  return { procedure, chart, histoire, etapes: new Map(etapes), bloques: blockedFacts(procedure, histoire) };
}

/** A step may be entered and left at once: the last part of a form ends the form. */
function targetsOf({ transitions }: Chart, taken: string, date: string) {
  const entered = transitions.filter(({ id, sansCible }) => id === taken && !sansCible);
  return entered.map(({ vers }): [string, Pick<Standing, 'entree' | 'sortie'>] => [
    vers,
    { entree: date, sortie: date },
  ]);
}

/** The transitions of the chart by which a blocked fact would lead on. */
export function transitionsOf({ transitions }: Chart, { etape, fait }: Blocked): string[] {
  const here = transitions.filter((one) => one.fait === fait && (one.de === etape || isBelow(etape, one.de)));
  return here.map(({ id }) => id);
}

/** « Contrat signé : pas encore. Le contrat… », in the words of the refusal that the service would give. */
export function whyBlocked({ libelle, manque }: Blocked): string {
  return `${libelle} : pas maintenant. ${manque.map((one) => one.libelle).join(' ')}`.trim();
}

function blockedFacts(procedure: Procedure, { snapshot }: Histoire): Blocked[] {
  return stateInfo(procedure, snapshot).etapes.flatMap(({ id: etape, faits }) =>
    faits
      .filter(({ next }) => next === null)
      .map(({ type: fait, manque }) => ({ etape, fait, libelle: procedure.facts[fait]?.libelle ?? fait, manque })),
  );
}
