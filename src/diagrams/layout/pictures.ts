import { tellSource } from '../../../machines/source.ts';
import { phases } from '../../../machines/step.ts';
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
  const panels = await Promise.all(
    regionsOf(chart).map((region) => panelsOf(chart, region, !isSmall || isLayered(chart, region))),
  );
  const hasLadder = panels.some(({ isLadder }) => isLadder);
  const key = fullKey(chart.etats, chart.transitions, hasLadder);
  return sheet(
    chart,
    { niveau: 'vue complète', key },
    panels.map(({ shapes }) => shapes),
  );
}

/** One region alone: a graph, or a ladder where states hold others, facts are taken whichever of them is active, or arrows would cross. */
export async function regionPicture(chart: Chart, region: Etat): Promise<Picture> {
  const etats = chart.etats.filter(({ id }) => isBelow(id, region.id));
  const transitions = chart.transitions.filter(({ de }) => de === region.id || isBelow(de, region.id));
  const { shapes, isLadder } = await panelsOf(chart, region, isLayered(chart, region));
  return sheet(chart, { niveau: region.libelle, key: fullKey(etats, transitions, isLadder) }, [shapes]);
}

/** The top-level regions of a chart, in the order of the procedure: what no phase of its story is about stands last, the text’s own first. */
export function regionsOf({ etats }: Chart): Etat[] {
  const order = Object.keys(phases);
  const rankOf = ({ id, source }: Etat) => {
    const told = etats.filter(({ id: other, phase }) => phase !== null && (other === id || isBelow(other, id)));
    return Math.min(
      order.length + Number(!source.startsWith('§')),
      ...told.map(({ phase }) => order.indexOf(`${phase}`)),
    );
  };
  return etats.filter(({ parent }) => parent === null).sort((a, b) => rankOf(a) - rankOf(b));
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

/** A region in the shapes that it may take. */
async function panelsOf(chart: Chart, region: Etat, isLadder: boolean) {
  const place = { region, rang: regionsOf(chart).indexOf(region) + 1 };
  const graph = isLadder ? null : await graphPanel(chart, place);
  if (graph) return { shapes: [graph], isLadder: false };
  return { shapes: [1, 2, 3, 4].flatMap((columns) => panelOf(chart, place, columns) ?? []), isLadder: true };
}

function sheet(chart: Chart, view: { niveau: string; key: Key }, panels: readonly (readonly Fragment[])[]): Picture {
  const { procedure, version, titre, source } = chart;
  const sousTitre = `Parcours IGC-Santé · ${procedure}, version ${version} · ${tellSource(source)} · ${view.niveau}`;
  return sheetOf({ titre, sousTitre, description: descriptionOf(chart) }, [...panels, legendsOf(view.key)]);
}
