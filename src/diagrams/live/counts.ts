import type { Procedure } from '../../../machines/procedure.ts';
import { LEAST_STAYS, type Stay, type Tally } from '../../engine/history/tally.ts';
import { chartOf, type Etat } from '../chart.ts';
import { drawProcedure, isStory, type View } from '../drawings.ts';
import { shadeOf, sitesMarks } from '../recit/live.ts';
import { avanceesOf, type Enfants } from '../recit/standing.ts';
import { storyOf } from '../recit/story.ts';
import { barred, counted, type Sample, shaded, written } from '../svg/caption.ts';
import type { StateMark, TransitionMark } from '../svg/drawing.ts';
import type { Beside } from './live.ts';

const SHADES = shaded('de peu de sites à la plupart');
const KEY = [counted('sites qui en sont là'), SHADES];
const STORY_KEY = [...KEY, barred('sites qui ont passé la phase, qui y sont, à venir')];

/** A site on the path of its groupement. */
export interface Site {
  nom: string;
  /** Its current steps. */
  etapes: readonly string[];
  enfants: Enfants;
}

/** How many sites stand in each state of their path, as SVG; null when the machine has no such region. */
export function drawSites(
  procedure: Procedure,
  sites: readonly Site[],
  view: View,
  beside: Beside,
): Promise<string> | null {
  const drawing = drawProcedure(procedure, view);
  if (!drawing) return null;
  const { titre, etats } = chartOf(procedure);
  const marks = isStory(view) ? storyCounts(procedure, sites) : new Map(etats.flatMap((etat) => siteMark(etat, sites)));
  const told = [...marks.values()].map(({ infobulle }) => infobulle).join(' ');
  const description = `${titre} : ${sites.length} sites. ${told}`;
  const { sousTitre, ...drawnAs } = beside;
  const named = isStory(view) ? { titre: sousTitre, legende: STORY_KEY } : { sousTitre, legende: KEY };
  return drawing.then(({ draw }) => draw({ etats: marks, description, ...drawnAs, ...named }));
}

function storyCounts(procedure: Procedure, sites: readonly Site[]): Map<string, StateMark> {
  const story = storyOf([procedure]);
  const read = sites.map(({ nom, etapes, enfants }) => ({
    nom,
    avancees: avanceesOf(story, procedure.id, new Set(etapes), enfants),
  }));
  return sitesMarks(story, read);
}

/** What asks nothing is counted and not shaded. */
function siteMark(etat: Etat, sites: readonly Site[]): [string, StateMark][] {
  const { id, libelle, acteur } = etat;
  const compte = acteur === null ? 0 : sites.filter(({ etapes }) => etapes.includes(id)).length;
  if (compte === 0) return [];
  const infobulle = `${libelle} : ${compte > 1 ? `${compte} sites` : '1 site'} sur ${sites.length}.`;
  const teinte = isAwaited(etat) ? { teinte: shadeOf(compte, sites.length) } : {};
  return [[id, { aspect: null, compte, infobulle, ...teinte }]];
}

/** What the shades and the numbers of a heat map are: how many cases, or how long they stay. */
type Measure = 'effectif' | 'duree';

/** What is measured of a procedure. */
interface Measured extends Tally {
  effectifs: ReadonlyMap<string, number>;
}

const KEYS: Record<Measure, (shades: string) => readonly Sample[]> = {
  effectif: (shades) => [
    counted('sur une étape : dossiers qui y sont ; sur une flèche : fois où elle a été prise'),
    shaded(`là où l’on attend quelqu’un : jusqu’à ${shades} dossiers`),
  ],
  duree: (shades) => [
    counted('séjours terminés, ou fois où la flèche a été prise'),
    written('8 j·20 j', 'médiane et 90e centile du séjour'),
    written(`n < ${LEAST_STAYS}`, 'données insuffisantes'),
    shaded(`là où l’on attend quelqu’un, médiane jusqu’à ${shades} jours`),
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
  const most = Math.max(0, ...steps.filter(isAwaited).map((etat) => figureOf(measured, mesure, etat) ?? 0));
  const marks = steps.flatMap((etat): [string, StateMark][] => {
    const mark = markOf(etat, measured, { mesure, most });
    return mark ? [[etat.id, mark]] : [];
  });
  const transitions = [...measured.transitions].map(([id, compte]): [string, TransitionMark] => [id, { compte }]);
  const description = `${titre}. ${marks.map(([, { infobulle }]) => infobulle).join(' ')} Nulle part ailleurs.`;
  const told = {
    etats: new Map(marks),
    transitions: new Map(transitions),
    description,
    legende: KEYS[mesure](thresholds(most)),
  };
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
    ...(value > 0 && isAwaited(etat) && { teinte: shadeOf(value, most) }),
    ...(mesure === 'duree' && compte > 0 && { texte: shortStay(stay) }),
  };
}

/** Where somebody is awaited: what is acquired, or what nobody has to do, burns for nothing. */
function isAwaited({ nature }: Etat): boolean {
  return nature === 'obligatoire' || nature === 'attente';
}

/** The most of each shade: « 2, 4, 6, 8, 10 ». */
function thresholds(most: number): string {
  return [...new Set([1, 2, 3, 4, 5].map((shade) => Math.floor((shade * most) / 5)))]
    .filter((one) => one > 0)
    .join(', ');
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
