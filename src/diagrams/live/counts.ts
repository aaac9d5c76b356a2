import type { Procedure } from '../../../machines/procedure.ts';
import { french } from '../../days.ts';
import { LEAST_STAYS, type Stay, type Tally } from '../../engine/history/tally.ts';
import { chartOf, type Etat } from '../chart.ts';
import { drawProcedure, isStory, type View } from '../drawings.ts';
import { pastille, shadeOf, sitesMarks } from '../recit/live.ts';
import { avanceesOf, type Enfants } from '../recit/standing.ts';
import { momentsOf, storyOf } from '../recit/story.ts';
import { barred, counted, type Sample, shaded, written } from '../svg/caption.ts';
import type { StateMark, TransitionMark } from '../svg/drawing.ts';
import type { Beside } from './live.ts';

const SHADES = shaded('de peu de sites à la plupart');
const KEY = [counted('sites qui en sont là'), SHADES];
const LATE = pastille('retard', 'dont en retard : leurs noms au survol et dans la description');
const STORY_KEY = [...KEY, LATE, barred('sites qui ont passé la phase, qui y sont, à venir')];

/** A site on the path of its groupement. */
export interface Site {
  nom: string;
  /** Its current steps, and those of them that are later than the delay in force allows. */
  etapes: readonly string[];
  retards: readonly string[];
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
  const read = sites.map(({ nom, etapes, retards, enfants }) => ({
    nom,
    retards,
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

/** What the marks of a heat map mean: the story counts no arrow, and has its stays in a pill. */
function keyOf(mesure: Measure, story: boolean, shades: string): readonly Sample[] {
  const shade = (words: string) => shaded(`là où l’on attend quelqu’un${words}`);
  const few = written(`n < ${LEAST_STAYS}`, 'données insuffisantes');
  const stays = 'médiane et 90e centile du séjour';
  if (mesure === 'effectif') {
    const words = story
      ? 'dossiers qui y sont'
      : 'sur une étape : dossiers qui y sont ; sur une flèche : fois où elle a été prise';
    return [counted(words), shade(` : jusqu’à ${shades} dossiers`)];
  }
  const most = shade(`, médiane jusqu’à ${shades} jours`);
  if (story) return [pastille('ici', `séjours terminés : ${stays}`), few, most];
  return [counted('séjours terminés, ou fois où la flèche a été prise'), written('8 j·20 j', stays), few, most];
}

/** A heat map of a procedure, told since a day (ISO), null for always, as SVG; null when the machine has no such region. */
export function drawMeasures(
  procedure: Procedure,
  measured: Measured,
  { mesure, ...view }: { mesure: Measure } & View,
  { depuis, ...beside }: Omit<Beside, 'sousTitre'> & { depuis: string | null },
): Promise<string> | null {
  const drawing = drawProcedure(procedure, view);
  if (!drawing) return null;
  const { titre } = chartOf(procedure);
  const shown = isStory(view) ? momentsRead(procedure) : stepsRead(procedure);
  const most = Math.max(0, ...shown.filter(isAwaited).map((one) => figureOf(measured, mesure, one) ?? 0));
  const marks = shown.flatMap((one): [string, StateMark][] => {
    const mark = markOf(one, measured, { mesure, most, isTold: isStory(view) });
    return mark ? [[one.id, mark]] : [];
  });
  const transitions = [...measured.transitions].map(([id, compte]): [string, TransitionMark] => [id, { compte }]);
  const description = `${titre}. ${marks.map(([, { infobulle }]) => infobulle).join(' ')} Nulle part ailleurs.`;
  const told = {
    etats: new Map(marks),
    transitions: new Map(transitions),
    description,
    sousTitre: sinceWhen(mesure, depuis),
    legende: keyOf(mesure, isStory(view), thresholds(most)),
  };
  return drawing.then(({ draw }) => draw({ ...told, ...beside }));
}

function sinceWhen(mesure: Measure, depuis: string | null): string {
  const since = depuis === null ? 'depuis toujours' : `depuis le ${french(depuis)}`;
  return mesure === 'effectif' ? `Effectifs actuels, passages ${since}` : `Durée des séjours terminés ${since}`;
}

/** What a picture shows, and the states of the machine that it is. */
interface Shown {
  id: string;
  libelle: string;
  nature: Etat['nature'];
  etats: readonly string[];
}

function stepsRead(procedure: Procedure): Shown[] {
  const steps = chartOf(procedure).etats.filter(({ acteur }) => acteur !== null);
  return steps.map(({ id, libelle, nature }) => ({ id, libelle, nature, etats: [id] }));
}

function momentsRead(procedure: Procedure): Shown[] {
  const own = momentsOf(storyOf([procedure])).filter((moment) => moment.procedure === procedure.id);
  return own.map(({ id, lignes, nature, etats }) => ({ id, libelle: lignes.join(', '), nature, etats }));
}

/** « Contrat à signer : 12 en ce moment, 40 séjours terminés, la moitié en 8 j, 9 sur 10 en 20 j. » */
function inWords({ libelle }: Shown, effectif: number, { sejours, mediane, centile90 }: Stay): string {
  const stays =
    mediane === null ? 'données insuffisantes sur la durée' : `la moitié en ${mediane} j, 9 sur 10 en ${centile90} j`;
  return `${libelle} : ${effectif} en ce moment${sejours > 0 ? `, ${sejours} séjours terminés, ${stays}` : ''}.`;
}

function markOf(
  one: Shown,
  measured: Measured,
  { mesure, most, isTold }: { mesure: Measure; most: number; isTold: boolean },
): StateMark | null {
  const effectif = thereIn(measured, one);
  const stay = stayIn(measured, one);
  if (effectif + stay.sejours === 0) return null;
  const value = figureOf(measured, mesure, one) ?? 0;
  const compte = mesure === 'effectif' ? effectif : stay.sejours;
  return {
    aspect: null,
    infobulle: inWords(one, effectif, stay),
    ...(compte > 0 && shownIn(mesure, { compte, stay, isTold })),
    ...(value > 0 && isAwaited(one) && { teinte: shadeOf(value, most) }),
  };
}

function shownIn(
  mesure: Measure,
  { compte, stay, isTold }: { compte: number; stay: Stay; isTold: boolean },
): Pick<StateMark, 'compte' | 'texte' | 'pastille'> {
  if (mesure === 'effectif') return { compte };
  const texte = shortStay(stay);
  return isTold ? { pastille: { texte, ton: 'ici' } } : { compte, texte };
}

/** Where somebody is awaited: what is acquired, or what nobody has to do, burns for nothing. */
function isAwaited({ nature }: Pick<Etat, 'nature'>): boolean {
  return nature === 'obligatoire' || nature === 'attente';
}

/** The most of each shade: « 2, 4, 6, 8, 10 ». */
function thresholds(most: number): string {
  return [...new Set([1, 2, 3, 4, 5].map((shade) => Math.floor((shade * most) / 5)))]
    .filter((one) => one > 0)
    .join(', ');
}

const NONE: Stay = { sejours: 0, mediane: null, centile90: null };

function figureOf(measured: Measured, mesure: Measure, one: Shown): number | null {
  return mesure === 'effectif' ? thereIn(measured, one) : stayIn(measured, one).mediane;
}

function thereIn({ effectifs }: Measured, { etats }: Shown): number {
  return etats.reduce((sum, id) => sum + (effectifs.get(id) ?? 0), 0);
}

/** Of several states that are told as one, that where most stayed. */
function stayIn({ etats: stays }: Measured, { etats }: Shown): Stay {
  return etats
    .map((id) => stays.get(id) ?? NONE)
    .reduce((most, one) => (one.sejours > most.sejours ? one : most), NONE);
}

/** Ten characters at most. */
function shortStay({ mediane, centile90 }: Stay): string {
  if (mediane === null || centile90 === null) return `n < ${LEAST_STAYS}`;
  if (centile90 < 1_000) return `${mediane} j·${centile90} j`;
  return `${Math.round(mediane / 365)} a·${Math.round(centile90 / 365)} ans`;
}
