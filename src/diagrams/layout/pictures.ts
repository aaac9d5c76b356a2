import { tellSource } from '../../../machines/source.ts';
import type { Chart, Etat } from '../chart.ts';
import { descriptionOf } from '../description.ts';
import type { Fragment, Picture } from './geometry.ts';
import { panelOf } from './ladder/panel.ts';
import { isBelow } from './ladder/rows.ts';
import { graphPanel } from './region/graph.ts';
import { fullKey, type Key, legendsOf } from './sheet/legend.ts';
import { sheetOf } from './sheet/sheet.ts';

/** With more steps, a graph of a whole machine would be too large to be read on one sheet: its regions are ladders. */
const MOST_STEPS = 24;

/**
 * The whole machine: every region and state, and every transition but what a rare case alone takes; what leads into a state of several
 * at once ends at its border.
 */
export async function completePicture(whole: Chart): Promise<Picture> {
  const chart = brief(whole);
  const isSmall = chart.etats.filter(({ acteur }) => acteur !== null).length <= MOST_STEPS;
  const regions = regionsOf(chart);
  const isLadder = (region: Etat) => !isSmall || isLayered(chart, region);
  const panels = await Promise.all(regions.map((region) => panelsOf(chart, region, isLadder(region))));
  const key = fullKey(chart.etats, chart.transitions, regions.some(isLadder));
  return sheet(chart, { niveau: 'vue complète', key }, panels);
}

/** One region alone: a graph, or a ladder where states hold others, or where facts are taken whichever of them is active. */
export async function regionPicture(chart: Chart, region: Etat): Promise<Picture> {
  const etats = chart.etats.filter(({ id }) => isBelow(id, region.id));
  const transitions = chart.transitions.filter(({ de }) => de === region.id || isBelow(de, region.id));
  const isLadder = isLayered(chart, region);
  const panels = await panelsOf(chart, region, isLadder);
  return sheet(chart, { niveau: region.libelle, key: fullKey(etats, transitions, isLadder) }, [panels]);
}

/** The top-level regions of a chart. */
export function regionsOf({ etats }: Chart): Etat[] {
  return etats.filter(({ parent }) => parent === null);
}

function brief(chart: Chart): Chart {
  const beside = chart.etats.filter(({ genre }) => genre === 'parallele').map(({ id }) => id);
  const drawn = chart.transitions
    .filter(({ rare }) => !rare)
    .map((one) => {
      const entered = beside.find((id) => isBelow(one.vers, id) && !isBelow(one.de, id));
      return entered === undefined ? one : { ...one, vers: entered };
    });
  const transitions = [...new Map(drawn.map((one) => [`${one.id} ${one.vers}`, one])).values()];
  return { ...chart, transitions };
}

/** Whether its states hold others, or it takes facts whichever of them is active. */
function isLayered({ etats, transitions }: Chart, { id }: Etat): boolean {
  const isNested = etats.some((etat) => etat.acteur === null && isBelow(etat.id, id));
  return isNested || transitions.some(({ de, vers }) => de === id && vers === id);
}

async function panelsOf(chart: Chart, region: Etat, isLadder: boolean): Promise<Fragment[]> {
  return isLadder ? laddersOf(chart, region) : [await graphPanel(chart, region)];
}

function laddersOf(chart: Chart, region: Etat): Fragment[] {
  return [1, 2, 3, 4].flatMap((columns) => panelOf(chart, region, columns) ?? []);
}

function sheet(chart: Chart, view: { niveau: string; key: Key }, panels: readonly (readonly Fragment[])[]): Picture {
  const { procedure, version, titre, source } = chart;
  const sousTitre = `Parcours IGC-Santé · ${procedure}, version ${version} · ${tellSource(source)} · ${view.niveau}`;
  return sheetOf({ titre, sousTitre, description: descriptionOf(chart) }, [...panels, legendsOf(view.key)]);
}
