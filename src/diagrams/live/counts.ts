import type { Procedure } from '../../../machines/procedure.ts';
import { LEAST_STAYS, type Stay, type Tally } from '../../engine/history/tally.ts';
import { type Chart, chartOf, type Etat } from '../chart.ts';
import { drawProcedure, type View } from '../drawings.ts';
import { isBelow } from '../layout/ladder/rows.ts';
import { counted, type Sample, shaded, written } from '../svg/caption.ts';
import type { StateMark, TransitionMark } from '../svg/drawing.ts';
import type { Beside } from './live.ts';

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
  const chart = chartOf(procedure);
  const isOverview = 'niveau' in view && view.niveau === 'apercu';
  const marks = chart.etats.flatMap((etat): [string, StateMark][] => {
    const count = countIn(etat, chart, sites, isOverview);
    return count > 0 ? [[etat.id, siteMark(etat, count, sites.length)]] : [];
  });
  const told = marks.map(([, { infobulle }]) => infobulle).join(' ');
  const description = `${chart.titre} : ${sites.length} sites. ${told}`;
  return drawing.then(({ draw }) => draw({ etats: new Map(marks), description, legende: KEY, ...beside }));
}

/** The shade of a part of a whole, from 1 to 5. */
function shadeOf(part: number, whole: number): number {
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

function siteMark({ libelle }: Etat, count: number, total: number): StateMark {
  const sites = count > 1 ? `${count} sites` : '1 site';
  return {
    aspect: null,
    compte: count,
    teinte: shadeOf(count, total),
    infobulle: `${libelle} : ${sites} sur ${total}.`,
  };
}

/** What the shades and the numbers of a heat map are: how many cases, or how long they stay. */
type Measure = 'effectif' | 'duree';

/** What is measured of a procedure. */
interface Measured extends Tally {
  effectifs: ReadonlyMap<string, number>;
}

const KEYS: Record<Measure, readonly Sample[]> = {
  effectif: [
    counted('sur une étape : dossiers qui y sont ; sur une flèche : fois où elle a été prise'),
    shaded('de peu de dossiers à beaucoup'),
  ],
  duree: [
    counted('séjours terminés, ou fois où la flèche a été prise'),
    written('8 j·20 j', 'médiane et 90e centile du séjour'),
    written(`n < ${LEAST_STAYS}`, 'données insuffisantes'),
    shaded('de courts séjours à longs'),
  ],
};

/** A heat map of a procedure, as SVG; null when the machine has no such region. */
export function drawMeasures(
  procedure: Procedure,
  measured: Measured,
  { mesure, ...view }: { mesure: Measure } & View,
  beside: Beside,
): Promise<string> | null {
  const drawing = drawProcedure(procedure, view);
  if (!drawing) return null;
  const { etats, titre } = chartOf(procedure);
  const steps = etats.filter(({ acteur }) => acteur !== null);
  const most = Math.max(...steps.map((etat) => figureOf(measured, mesure, etat) ?? 0));
  const marks = steps.flatMap((etat): [string, StateMark][] => {
    const mark = markOf(etat, measured, { mesure, most });
    return mark ? [[etat.id, mark]] : [];
  });
  const transitions = [...measured.transitions].map(([id, compte]): [string, TransitionMark] => [id, { compte }]);
  const description = `${titre}. ${marks.map(([, { infobulle }]) => infobulle).join(' ')} Nulle part ailleurs.`;
  const told = { etats: new Map(marks), transitions: new Map(transitions), description, legende: KEYS[mesure] };
  return drawing.then(({ draw }) => draw({ ...told, ...beside }));
}

/** « Contrat à signer : 12 en ce moment, 40 séjours terminés, la moitié en 8 j, 9 sur 10 en 20 j. » */
function inWords({ libelle }: Etat, effectif: number, { sejours, mediane, centile90 }: Stay): string {
  const stays =
    mediane === null ? 'données insuffisantes sur la durée' : `la moitié en ${mediane} j, 9 sur 10 en ${centile90} j`;
  return `${libelle} : ${effectif} en ce moment${sejours > 0 ? `, ${sejours} séjours terminés, ${stays}` : ''}.`;
}

function markOf(etat: Etat, measured: Measured, { mesure, most }: { mesure: Measure; most: number }): StateMark | null {
  const effectif = measured.effectifs.get(etat.id) ?? 0;
  const stay = measured.etats.get(etat.id) ?? NONE;
  if (effectif + stay.sejours === 0) return null;
  const value = figureOf(measured, mesure, etat) ?? 0;
  const compte = mesure === 'effectif' ? effectif : stay.sejours;
  return {
    aspect: null,
    infobulle: inWords(etat, effectif, stay),
    ...(compte > 0 && { compte }),
    ...(value > 0 && { teinte: shadeOf(value, most) }),
    ...(mesure === 'duree' && compte > 0 && { texte: shortStay(stay) }),
  };
}

const NONE: Stay = { sejours: 0, mediane: null, centile90: null };

function figureOf({ effectifs, etats }: Measured, mesure: Measure, { id }: Etat): number | null {
  return mesure === 'effectif' ? (effectifs.get(id) ?? 0) : (etats.get(id)?.mediane ?? null);
}

/** Ten characters at most. */
function shortStay({ mediane, centile90 }: Stay): string {
  if (mediane === null || centile90 === null) return `n < ${LEAST_STAYS}`;
  if (centile90 < 1_000) return `${mediane} j·${centile90} j`;
  return `${Math.round(mediane / 365)} a·${Math.round(centile90 / 365)} ans`;
}
