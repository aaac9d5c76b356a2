import { type Chart, conditionsIn, type Etat, type Transition } from '../../chart.ts';
import { isBelow } from '../ladder/rows.ts';

/** A part of the procedure in each path: null where a path has it not. */
export interface Line {
  id: string;
  cells: (Cell | null)[];
  /** It follows the line above, as a phase does. */
  follows: boolean;
}

/** A region, or a phase of one, as one path has it. */
export interface Cell {
  etat: Etat;
  steps: Etat[];
  /** Steps that another path has not. */
  own: ReadonlySet<string>;
  /** What facts ask here and not everywhere, or facts that are told here alone. */
  remarks: string[];
}

/** Every part of the paths, in the order of the path that has most. */
export function linesOf(charts: readonly Chart[]): Line[] {
  const longest = charts.reduce((found, chart) => (chart.etats.length > found.etats.length ? chart : found));
  const others = charts.flatMap(partsOf).filter(({ id }) => !partsOf(longest).some((part) => part.id === id));
  const parts = [...partsOf(longest), ...others];
  return parts.map(({ id, parent, initial }) => ({
    id,
    follows: parent !== null && !initial,
    cells: charts.map((chart) => cellOf(chart, id, charts)),
  }));
}

/** Whether two paths have the same states, and the same facts under the same conditions. */
export function isSame(a: Chart, b: Chart): boolean {
  const told = ({ etats, transitions }: Chart) => [etats.map(({ id }) => id), transitions.map(factOf)];
  return JSON.stringify(told(a)) === JSON.stringify(told(b));
}

/** Regions, but the phases of those that hold states in states. */
function partsOf({ etats }: Chart): Etat[] {
  const regions = etats.filter(({ parent }) => parent === null);
  return regions.flatMap((region) => {
    const phases = etats.filter(({ parent, acteur }) => parent === region.id && acteur === null);
    return phases.length > 0 ? phases : [region];
  });
}

function cellOf(chart: Chart, id: string, charts: readonly Chart[]): Cell | null {
  const etat = chart.etats.find((one) => one.id === id);
  if (!etat) return null;
  const present = charts.filter(({ etats }) => etats.some((one) => one.id === id));
  const steps = chart.etats.filter((one) => isBelow(one.id, id) && one.acteur !== null);
  const isOwn = (step: Etat) => present.some(({ etats }) => !etats.some((one) => one.id === step.id));
  const inside = chart.transitions.filter(({ de }) => de === id || isBelow(de, id));
  const remarks = inside.flatMap((transition) => remarksOn(transition, present));
  return { etat, steps, own: new Set(steps.filter(isOwn).map((step) => step.id)), remarks: [...new Set(remarks)] };
}

function remarksOn(transition: Transition, charts: readonly Chart[]): string[] {
  const twins = charts.map(({ transitions }) => transitions.filter((other) => keyOf(other) === keyOf(transition)));
  if (twins.some((found) => found.length === 0)) return [`« ${transition.libelle} » n’existe que là`];
  const asked = conditionsIn(transition.condition).map(({ etiquette }) => etiquette);
  const isEverywhere = (words: string) =>
    twins.every((found) =>
      found.some((twin) => conditionsIn(twin.condition).some(({ etiquette }) => etiquette === words)),
    );
  const more = asked.filter((words) => !isEverywhere(words));
  return more.length > 0 ? [`« ${transition.libelle} » demande en plus : ${more.join(', ')}`] : [];
}

function keyOf({ de, vers, fait }: Transition): string {
  return [de, vers, fait].join('\n');
}

function factOf(transition: Transition): string[] {
  return [keyOf(transition), ...conditionsIn(transition.condition).map(({ etiquette }) => etiquette)];
}
