import type { Procedure } from '../../../machines/procedure.ts';
import type { Chart, Etat } from '../chart.ts';
import { drawProcedure, type View } from '../drawings.ts';
import { isBelow } from '../layout/ladder/rows.ts';
import type { StateMark } from '../svg/drawing.ts';
import { counted, shaded } from '../svg/samples.ts';
import { type Beside, keptChart } from './live.ts';

const KEY = [counted('sites qui en sont là'), shaded('de peu de sites à la plupart')];

/** How many sites stand in each state of their path, as SVG; null when the machine has no such region. */
export function drawSites(
  procedure: Procedure,
  sites: readonly (readonly string[])[],
  view: View,
  beside: Beside,
): Promise<string> | null {
  const drawing = drawProcedure(procedure, view);
  if (!drawing) return null;
  const chart = keptChart(procedure);
  const isOverview = 'niveau' in view && view.niveau === 'apercu';
  const marks = chart.etats.flatMap((etat): [string, StateMark][] => {
    const count = countIn(etat, chart, sites, isOverview);
    return count > 0 ? [[etat.id, markOf(etat, count, sites.length)]] : [];
  });
  const told = marks.map(([, { infobulle }]) => infobulle).join(' ');
  const description = `${chart.titre} : ${sites.length} sites. ${told}`;
  return drawing.then(({ draw }) => draw({ etats: new Map(marks), description, legende: KEY, ...beside }));
}

/** The shade of a part of a whole, from 1 to 5. */
export function shadeOf(part: number, whole: number): number {
  return Math.max(1, Math.ceil((5 * part) / Math.max(1, whole)));
}

/** In an overview, sites that still have to do there. */
function countIn(
  { id, acteur }: Etat,
  { etats }: Chart,
  sites: readonly (readonly string[])[],
  isOverview: boolean,
): number {
  if (acteur !== null) return sites.filter((steps) => steps.includes(id)).length;
  if (!isOverview) return 0;
  const asked = new Set(
    etats.filter((etat) => isBelow(etat.id, id) && etat.nature !== 'acquise').map((etat) => etat.id),
  );
  return sites.filter((steps) => steps.some((step) => asked.has(step))).length;
}

function markOf({ libelle }: Etat, count: number, total: number): StateMark {
  const sites = count > 1 ? `${count} sites` : '1 site';
  return {
    aspect: null,
    compte: count,
    teinte: shadeOf(count, total),
    infobulle: `${libelle} : ${sites} sur ${total}.`,
  };
}
