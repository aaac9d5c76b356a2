import { type Acteur, acteurs, type Nature, natures } from '../../../../machines/step.ts';
import type { Etat, Transition } from '../../chart.ts';
import { type Arrow, type Box, emptyBox, type Fragment, type Point, type Text } from '../geometry.ts';
import { INSIGNE } from '../ladder/card.ts';
import { Column, pour, widthOf, wrap } from '../text/lines.ts';

const ROW = 19;
const PADDING = 10;
const SAMPLE = { width: 34, height: 14 };
const TITLE = 27;
/** From a sample to its words. */
const LABEL = 41;

/** What a picture has to explain. */
export interface Key {
  acteurs: readonly Acteur[];
  natures: readonly NonNullable<Box['nature']>[];
  hasFinale: boolean;
  lignes: readonly [words: string, genre: Arrow['genre']][];
  phrases: readonly string[];
}

const WIDTHS = [290, 320, 350, 390, 450, 560];

/** What colours, letters, borders, lines and words mean, in several shapes. */
export function legendsOf(key: Key): Fragment[] {
  return WIDTHS.map((width) => legendOf(key, width));
}

function legendOf(key: Key, width: number): Fragment {
  const grid = new Grid(width);
  for (const acteur of key.acteurs) grid.add(acteurs[acteur], (at) => actorSample(acteur, at));
  for (const nature of key.natures)
    grid.add(nature === 'echec' ? 'finie sans résultat' : `étape ${natures[nature].toLowerCase()}`, (at) =>
      natureSample(nature, at),
    );
  if (key.hasFinale) grid.add('étape finale', (at) => finalSample(at));
  for (const [words, genre] of key.lignes) grid.wide(words, genre);
  return grid.finish(key.phrases);
}

/** Samples in two columns, then in one, then sentences. */
class Grid {
  readonly width: number;
  readonly boxes: Box[] = [];
  readonly arrows: Arrow[] = [];
  readonly texts: Text[] = [];
  private isLeft = true;
  private y = TITLE;

  constructor(width: number) {
    this.width = width;
  }

  add(label: string, sample: (at: Point) => Box): void {
    const isWide = PADDING + LABEL + widthOf(label, 'detail') > Math.round(this.width / 2) - 4;
    if (isWide && !this.isLeft) this.y += ROW;
    this.isLeft ||= isWide;
    const x = this.isLeft ? PADDING : Math.round(this.width / 2);
    this.boxes.push(sample({ x, y: this.y }));
    this.texts.push({ x: x + LABEL, y: this.y + 11, text: label, style: 'detail' });
    this.isLeft = isWide || !this.isLeft;
    if (this.isLeft) this.y += ROW;
  }

  wide(label: string, genre: Arrow['genre']): void {
    if (!this.isLeft) this.y += ROW;
    this.isLeft = true;
    const column = new Column({ x: PADDING + LABEL, y: this.y + 1 });
    column.add(wrap(label, 'detail', this.width - LABEL - 2 * PADDING));
    this.texts.push(...column.texts);
    const y = this.y + 7;
    const points = [PADDING, PADDING + SAMPLE.width].map((x) => ({ x, y }));
    const nothing = { transitions: [], de: '', vers: '', joints: [], label: null };
    this.arrows.push({ id: `legende:${genre}`, points, genre, ...nothing });
    this.y = Math.max(this.y + ROW, Math.ceil(column.bottom) + 6);
  }

  finish(sentences: readonly string[]): Fragment {
    const column = new Column({ x: PADDING, y: this.y + 2 });
    for (const sentence of sentences) column.add(pour(sentence, 'detail', this.width - 2 * PADDING));
    const rect = { x: 0, y: 0, width: this.width, height: Math.ceil(column.bottom) + 8 };
    const title: Text = { x: PADDING, y: 19, text: 'Légende', style: 'panneau' };
    const box = { ...emptyBox('legende', 'cadre', rect), texts: [title, ...this.texts, ...column.texts] };
    const samples = this.boxes.map((sample) => ({ ...sample, parent: 'legende' }));
    return { ...rect, boxes: [box, ...samples], arrows: this.arrows, initials: [], texts: [] };
  }
}

function actorSample(acteur: Acteur, at: Point): Box {
  const rect = { ...at, ...INSIGNE };
  return { ...emptyBox(`legende:${acteur}`, 'libre', rect), insignes: [{ acteur, ...at }] };
}

function natureSample(nature: NonNullable<Box['nature']>, at: Point): Box {
  return { ...emptyBox(`legende:${nature}`, 'etape', { ...at, ...SAMPLE }), nature };
}

function finalSample(at: Point): Box {
  return emptyBox('legende:finale', 'finale', { ...at, ...SAMPLE });
}

const SAME_TIME = 'Toutes les régions avancent en même temps.';
const AT = 'AT : administrateur technique.';

/** The key of a picture of every step and fact; `buses` are lines that join. */
export function fullKey(etats: readonly Etat[], transitions: readonly Transition[], buses: boolean): Key {
  const isPaused = transitions.some(({ ouvert }) => ouvert !== null);
  const paused = ' ; que le dossier soit ouvert l’est presque toujours, et n’est pas répété';
  return {
    ...actorsOf(etats),
    natures: [
      ...(Object.keys(natures) as Nature[]).filter((id) => etats.some(({ nature, echec }) => nature === id && !echec)),
      ...(etats.some(({ echec }) => echec) ? (['echec'] as const) : []),
    ],
    hasFinale: etats.some(({ genre }) => genre === 'finale'),
    lignes: [
      ['ce qui est visé : démarche faite, réponse favorable', 'suite'],
      ['autre fait', 'fait'],
      ...(transitions.some(({ derive }) => derive) ? DERIVED : []),
    ],
    phrases: [
      ...(buses ? ['→ 5.6 : mène à l’étape 5.6. « Depuis… » : ce qui arrive de même à plusieurs étapes.'] : []),
      `Point noir : départ. Boucle : fait reçu sans changer d’étape.${buses ? ' Point sur une ligne : flèches qui se rejoignent.' : ''}`,
      `Sous chaque nom : numéro, nature, formulaire, passage (§) s’il n’est pas celui du cadre. ${SAME_TIME}`,
      `[condition] : ce que le fait demande${isPaused ? paused : ''}. ${AT}`,
    ],
  };
}

const DERIVED: Key['lignes'] = [['fait qu’amène le calendrier, un autre dossier ou la fin d’un état', 'derive']];

function actorsOf(etats: readonly Etat[]): { acteurs: Acteur[] } {
  const present = new Set(etats.map(({ acteur }) => acteur));
  return { acteurs: (Object.keys(acteurs) as Acteur[]).filter((id) => present.has(id)) };
}
