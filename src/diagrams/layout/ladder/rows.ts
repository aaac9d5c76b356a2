import { type Chart, type Etat, inWords, type Transition } from '../../chart.ts';

/** One line of what may happen in a state: transitions of one fact to one state. */
export interface Row {
  de: string;
  /** Null when no state changes. */
  vers: string | null;
  transitions: Transition[];
  /** A line to where it leads, heavier where that is what is aimed at; or where it leads, by its number. */
  trait: 'suite' | 'ligne' | 'renvoi';
}

/** What may happen alike in several states: said once, with whence. */
export interface Origin {
  depuis: string;
  rows: Row[];
}

/** What may happen in a region. */
export interface Rows {
  parEtat: ReadonlyMap<string, Row[]>;
  /** What happens in many of them, that of all of them first. */
  partout: Origin[];
}

/** The steps of a region, by the number of the region on the sheet and theirs in it: « 4.2 ». */
export class Numbers {
  private readonly region: number;
  private readonly ids: readonly string[];

  constructor(region: number, etats: readonly Etat[]) {
    this.region = region;
    this.ids = etats.filter(({ acteur }) => acteur !== null).map(({ id }) => id);
  }

  /** « 4.2 »; of a state that holds others, the first and the last of them: « 4.2–5 ». */
  of(id: string): string {
    const [first = 0, ...others] = this.within(id);
    const last = others.at(-1);
    return `${this.region}.${first}${last ? `–${last}` : ''}`;
  }

  /** The step of a number, or the first of those. */
  first(id: string): string {
    return this.ids[(this.within(id)[0] ?? 1) - 1] ?? id;
  }

  /** « depuis toute étape », « depuis 4.2, 4.4 à 4.6 ». */
  origin(group: readonly Transition[], region: Etat): string {
    if (group.some(({ de, vers }) => de === region.id || isBelow(vers, de))) return 'depuis toute étape :';
    const ranks = [...new Set(group.flatMap(({ de }) => this.within(de)))].sort((a, b) => a - b);
    return `depuis ${runs(ranks)
      .map((run) => this.told(run))
      .join(', ')} :`;
  }

  private within(id: string): number[] {
    return this.ids.flatMap((other, rank) => (other === id || isBelow(other, id) ? [rank + 1] : []));
  }

  private told([first, last]: [number, number]): string {
    const [from, to] = [first, last].map((rank) => `${this.region}.${rank}`);
    if (last === first) return `${from}`;
    return last - first > 1 ? `${from} à ${to}` : `${from}, ${to}`;
  }
}

/** In so many states on, what happens alike is said once; what undoes or goes wrong, as soon as in two. */
const MANY = 3;

/** How lines of a region are told. */
interface Telling {
  numbers: Numbers;
  /** The transitions that no line shows. */
  toNumbers: ReadonlySet<string>;
}

/** What may happen in each state of a region: what leads on, the furthest first, what leads back, then what changes no state. */
export function rowsOf(chart: Chart, region: Etat, { numbers, toNumbers }: Telling): Rows {
  const etats = chart.etats.filter(({ id }) => id === region.id || isBelow(id, region.id));
  const ranks = new Map(etats.map(({ id }, rank) => [id, rank]));
  const isOn = ({ id, de, vers }: Transition) =>
    (ranks.get(vers) ?? 0) > (ranks.get(de) ?? 0) && !isBelow(vers, de) && !toNumbers.has(id);
  const spread = chart.transitions.filter(({ de }) => ranks.has(de)).flatMap((one) => spreadOf(one, etats));
  const moving = spread.filter(({ de, vers }) => de !== vers);
  const alike = [...Map.groupBy(moving, causeOf).values()].filter((group) => isSaidOnce(group, isOn));
  const everywhere = new Set(alike.flat());
  const rows = rowsIn(
    spread.filter((one) => !everywhere.has(one)),
    isOn,
    ({ de, vers, fait }) => [de, vers, fait].join('\n'),
  );
  const ofAll = spread.filter(({ de, vers }) => de === region.id && vers === region.id);
  const origins = Map.groupBy(ofAll.length > 0 ? [ofAll, ...alike] : alike, (group) => numbers.origin(group, region));
  const partout = [...origins].map(([depuis, groups]) => ({
    depuis,
    rows: rowsIn(groups.flat(), isOn, ({ fait, vers }) => `${fait}>${vers}`).map(
      (row): Row => ({ ...row, de: region.id, trait: 'renvoi' }),
    ),
  }));
  const rankOf = ({ vers, trait }: Row) =>
    vers === null ? -1 : (ranks.get(vers) ?? 0) + (trait === 'renvoi' ? 0 : etats.length);
  return {
    parEtat: Map.groupBy(
      rows.sort((a, b) => rankOf(b) - rankOf(a)),
      ({ de }) => de,
    ),
    partout: partout.sort((a, b) => Number(isOfAll(b, region)) - Number(isOfAll(a, region))),
  };
}

/** Whether a state stands in another, however deep. */
export function isBelow(id: string, ancestor: string): boolean {
  return id.startsWith(`${ancestor}.`);
}

/** What a state around two steps tells is told from each of them; around more, it stays one. */
export function spreadOf(transition: Transition, etats: readonly Etat[]): Transition[] {
  const { de, vers } = transition;
  const children = etats.filter(({ parent }) => parent === de);
  const isPair = children.length === 2 && children.every(({ acteur }) => acteur !== null);
  if (!isPair || !isBelow(vers, de)) return [transition];
  return children.map(({ id }) => ({ ...transition, de: id }));
}

/** What makes transitions alike: their fact, what it asks and where it leads. */
export function causeOf({ fait, vers, condition }: Transition): string {
  return [vers, fait, condition && inWords(condition)].join('\n');
}

function isSaidOnce(group: readonly Transition[], isOn: (one: Transition) => boolean): boolean {
  if (group.some(({ de, vers }) => isBelow(vers, de))) return true;
  return group.length >= (group.every(isOn) ? MANY : MANY - 1);
}

function rowsIn(
  transitions: readonly Transition[],
  isOn: (one: Transition) => boolean,
  keyOf: (one: Transition) => string,
): Row[] {
  return [...Map.groupBy(transitions, keyOf).values()].map((group) => rowOf(group, isOn));
}

/** What undoes, goes wrong or leads back is told by a number; the rest by a line, heavier where it is what one does or is granted. */
function rowOf(transitions: Transition[], isOn: (one: Transition) => boolean): Row {
  const [first] = transitions as [Transition];
  const { de, vers, sorte } = first;
  const isLine = isOn(first) && sorte !== 'alea';
  const line = lineOf(transitions) === 'suite' ? 'suite' : 'ligne';
  return { de, vers: de === vers ? null : vers, transitions, trait: isLine ? line : 'renvoi' };
}

/** What sort of line shows transitions: what one does or is granted, any other fact, or what no one tells. */
export function lineOf(transitions: readonly Transition[]): 'suite' | 'fait' | 'derive' {
  if (transitions.every(({ derive }) => derive)) return 'derive';
  const isAimed = ({ sorte, refus }: Transition) => sorte === 'demarche' || (sorte === 'reponse' && !refus);
  return transitions.some(isAimed) ? 'suite' : 'fait';
}

function isOfAll({ rows }: Origin, { id }: Etat): boolean {
  return rows.some(({ transitions }) => transitions.some(({ de, vers }) => de === id || isBelow(vers, de)));
}

function runs(ranks: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const rank of ranks) {
    const last = found.at(-1);
    if (last?.[1] === rank - 1) last[1] = rank;
    else found.push([rank, rank]);
  }
  return found;
}
