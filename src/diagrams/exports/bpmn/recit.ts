import type { Procedure } from '../../../../machines/procedure.ts';
import { acteurs } from '../../../../machines/step.ts';
import { type Couloir, couloirs, lanesOf } from '../../recit/lanes.ts';
import { tagOf } from '../../recit/places.ts';
import { type Moment, type Prerequis, type Story, type Suite, storyOf, type Voie } from '../../recit/story.ts';
import type { Cadre } from './disposition.ts';
import { type Flux, flow, type Noeud, node } from './noeud.ts';

/** A node in a lane of the pool, in one of its rows. */
export interface Place {
  noeud: Noeud;
  couloir: Couloir;
  ligne: number;
}

/** The story of a procedure as one process: what is done at once, what one has or asks for, what comes back. */
export interface Recit {
  titre: string;
  places: Place[];
  flux: Flux[];
}

/** The story of a procedure. */
export function recitOf(procedure: Procedure): Recit {
  const told = new Telling();
  told.tell(storyOf([procedure]));
  return { titre: procedure.titre, places: told.places, flux: told.flux };
}

/** An id as XML takes it. */
const idOf = (id: string) => id.replaceAll(/[^\w]/g, '_');

class Telling {
  readonly places: Place[] = [];
  readonly flux: Flux[] = [];
  private readonly rows = new Map<Couloir, number>();

  tell({ simples, prerequis, suites, liens }: Story): void {
    const depart = this.put(node('depart', 'startEvent', 'Départ'), 'etablissement', 0);
    const [first] = suites;
    const joined: string[] = [];
    const branches = [
      ...simples.map((moment) => () => this.simple(moment)),
      ...prerequis.map((one) => () => this.prerequis(one)),
    ];
    const starts = branches.map((branch) => {
      const { from, to } = branch();
      if (first && to !== null) joined.push(to);
      else if (to !== null) this.end(to);
      return from;
    });
    const from = this.forked(depart, 'ensemble', starts);
    if (!first) return;
    const ends = starts.length > 0 ? this.gathered('prets', joined) : from;
    const entries = new Map(suites.map((suite) => [suite, this.suite(suite)]));
    this.link(ends, entries.get(first)?.from ?? '');
    const last = new Set(suites.flatMap(({ moments }) => moments.at(-1)?.id ?? []));
    for (const { de, vers } of liens) this.link(idOf(de), entryOf(vers, entries));
    for (const id of last) if (!liens.some(({ de }) => de === id)) this.end(idOf(id));
    this.mergeAll();
  }

  /** What is only advised holds nobody back. */
  private simple(moment: Moment): { from: string; to: string | null } {
    const id = this.moment(moment, this.row(moment.couloir));
    if (moment.nature === 'obligatoire') return { from: id, to: id };
    this.end(id);
    return { from: id, to: null };
  }

  /** A question, and what a « non » takes. */
  private prerequis({ question, acquis, voies }: Prerequis): { from: string; to: string } {
    const row = this.row(question.couloir);
    const [asked, had] = [idOf(question.id), idOf(acquis.id)];
    this.put(node(asked, 'exclusiveGateway', question.lignes.join(', ')), question.couloir, row);
    this.put(named(node(had, 'intermediateThrowEvent', acquis.lignes.join(', ')), acquis), acquis.couloir, row);
    this.link(asked, had, 'oui');
    for (const voie of voies) {
      const steps = this.voie(question, voie);
      this.link(asked, steps[0] ?? had, voie.cas ?? 'non');
      for (const [at, step] of steps.entries()) this.link(step, steps[at + 1] ?? had);
    }
    if (question.nature !== 'facultative') return { from: asked, to: had };
    const past = `${had}_ou_non`;
    this.put(node(past, 'exclusiveGateway', ''), question.couloir, this.row(question.couloir));
    this.link(asked, past, 'personne');
    this.link(had, past);
    return { from: asked, to: past };
  }

  /** A form, a wait, then what one does with what came. */
  private voie(question: Moment, { formulaires, attente, ensuite }: Voie): string[] {
    const row = this.row(question.couloir);
    const steps: string[] = [];
    if (formulaires.length > 0) {
      const form = node(`${idOf(attente.id)}_formulaire`, 'userTask', `Remplir : ${tagOf(formulaires)}`);
      steps.push(this.put(named(form, question), question.couloir, row));
    }
    steps.push(this.moment(attente, this.row(attente.couloir)));
    const isBeside = ensuite?.couloir === question.couloir;
    if (ensuite) steps.push(this.moment(ensuite, isBeside ? row : this.row(ensuite.couloir)));
    return steps;
  }

  private suite({ parties, moments, retour }: Suite): { from: string } {
    const ids = moments.map((moment) => this.moment(moment, 0));
    for (const [rank, id] of ids.slice(1).entries()) {
      const before = moments[rank] as Moment;
      this.link(
        before.id === retour?.de ? this.answered(before) : (ids[rank] ?? ''),
        id,
        before.id === retour?.de ? 'accordé' : '',
      );
    }
    const [head = ''] = ids;
    const own = parties === null ? head : this.parts(parties, head);
    const [only] = moments;
    const from = only && only.nature !== 'obligatoire' && only.nature !== 'attente' ? this.offered(only, own) : own;
    if (retour) this.link(`${idOf(retour.de)}_reponse`, from, retour.mots);
    return { from };
  }

  /** Parts that are filled in any order. */
  private parts({ cadre, moments }: NonNullable<Suite['parties']>, head: string): string {
    const ids = moments.map((moment, rank) => this.moment(moment, moment.couloir === 'etablissement' ? rank : 0));
    const fork = this.put(node(`${idOf(cadre)}_parties`, 'parallelGateway', ''), 'etablissement', 0);
    for (const id of ids) this.link(fork, id);
    this.link(this.gathered(`${idOf(cadre)}_remplies`, ids), head);
    return fork;
  }

  /** What may be left undone. */
  private offered(moment: Moment, id: string): string {
    const asked = this.put(node(`${id}_choix`, 'exclusiveGateway', `${moment.lignes.join(', ')} ?`), moment.couloir, 0);
    this.link(asked, id, 'oui');
    this.end(asked, 'non', 1);
    return asked;
  }

  private answered(moment: Moment): string {
    const id = `${idOf(moment.id)}_reponse`;
    this.put(node(id, 'exclusiveGateway', 'Réponse ?'), moment.couloir, 0);
    this.link(idOf(moment.id), id);
    return id;
  }

  /** Who does something does a task, who waits receives, and what is acquired is passed by. */
  private moment(moment: Moment, ligne: number): string {
    const genre = genres[moment.nature] ?? 'userTask';
    return this.put(named(node(idOf(moment.id), genre, moment.lignes.join(', ')), moment), moment.couloir, ligne);
  }

  private forked(de: string, id: string, starts: readonly string[]): string {
    if (starts.length < 2) {
      for (const start of starts) this.link(de, start);
      return de;
    }
    const fork = this.put(node(id, 'parallelGateway', ''), 'etablissement', 0);
    this.link(de, fork);
    for (const start of starts) this.link(fork, start);
    return fork;
  }

  private gathered(id: string, ends: readonly string[]): string {
    const [only] = ends;
    if (only !== undefined && ends.length < 2) return only;
    this.put(node(id, 'parallelGateway', ''), 'etablissement', 0);
    for (const end of ends) this.link(end, id);
    return id;
  }

  private end(id: string, nom = '', below = 0): void {
    const from = this.places.find(({ noeud }) => noeud.id === id);
    const end = node(`${id}_fin`, 'endEvent', 'Fin');
    if (from) this.put(end, from.couloir, from.ligne + below);
    this.link(id, end.id, nom);
  }

  /** Where several ways come together, a gateway says so. */
  private mergeAll(): void {
    for (const { noeud, couloir, ligne } of [...this.places]) {
      const incoming = this.flux.filter(({ vers }) => vers === noeud.id);
      const splits = this.flux.filter(({ de }) => de === noeud.id).length > 1;
      const isGateway = noeud.genre.endsWith('Gateway');
      if (incoming.length < 2 || (isGateway && !splits)) continue;
      const merge = this.put(node(`${noeud.id}_avant`, 'exclusiveGateway', ''), couloir, ligne);
      for (const one of incoming) Object.assign(one, { vers: merge, id: `${one.de}_vers_${merge}` });
      this.link(merge, noeud.id);
    }
  }

  private row(couloir: Couloir): number {
    const row = this.rows.get(couloir) ?? 0;
    this.rows.set(couloir, row + 1);
    return row;
  }

  private put(noeud: Noeud, couloir: Couloir, ligne: number): string {
    this.places.push({ noeud, couloir, ligne });
    return noeud.id;
  }

  private link(de: string, vers: string, nom = ''): void {
    this.flux.push({ ...flow(de, vers), nom });
  }
}

function entryOf(moment: string, entries: ReadonlyMap<Suite, { from: string }>): string {
  const suite = [...entries].find(([{ moments }]) => moments[0]?.id === moment);
  return suite?.[1].from ?? idOf(moment);
}

const genres: Partial<Record<Moment['nature'], Noeud['genre']>> = {
  attente: 'receiveTask',
  acquise: 'intermediateThrowEvent',
};

function named(noeud: Noeud, { acteurs: all, demandes }: Moment): Noeud {
  const who = `Qui agit : ${all.map((one) => acteurs[one]).join(' ou ')}.`;
  return { ...noeud, notes: [who, ...(demandes.length > 0 ? [`Si : ${demandes.join(', ')}.`] : [])] };
}

const COLUMN = 200;
const ROW = 100;
const BAND = 30;
const PAD = 50;
const GATEWAY = 50;

/** Where a story is drawn as a pool: lanes one under the other, nodes from left to right in the order in which one comes to them. */
export interface Bassin {
  cadre: Cadre;
  couloirs: { id: Couloir; titre: string; cadre: Cadre; noeuds: string[] }[];
  cadres: Map<string, Cadre>;
  coudes: Map<string, { x: number; y: number }[]>;
  etiquettes: Map<string, Cadre>;
}

/** The pool of a story. */
export function bassinOf({ places, flux }: Recit): Bassin {
  const ranks = ranksOf(places, flux);
  const cadres = new Map<string, Cadre>();
  const lanes: Bassin['couloirs'] = [];
  const width = BAND * 2 + COLUMN * (Math.max(...ranks.values()) + 1) + PAD;
  let top = 0;
  for (const id of couloirs) {
    const own = places.filter(({ couloir }) => couloir === id);
    if (own.length === 0) continue;
    const height = ROW * (Math.max(...own.map(({ ligne }) => ligne)) + 1) + (id === 'etablissement' ? PAD : 0);
    for (const { noeud, ligne } of own) {
      const size = sizeOf(noeud);
      const middle = { x: BAND * 2 + COLUMN * (ranks.get(noeud.id) ?? 0) + COLUMN / 2, y: top + ROW * ligne + ROW / 2 };
      cadres.set(noeud.id, { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size });
    }
    const cadre = { x: BAND, y: top, width: width - BAND, height };
    lanes.push({ id, titre: lanesOf[id].titre, cadre, noeuds: own.map(({ noeud }) => noeud.id) });
    top += height;
  }
  const cadre = { x: 0, y: 0, width, height: top };
  const laneOf = new Map(places.map(({ noeud, couloir }) => [noeud.id, couloir]));
  const coudes = new Map(
    flux.map((one, turn) => {
      const isWithin = laneOf.get(one.de) === laneOf.get(one.vers);
      return [one.id, wayOf(one, cadres, { ranks, bottom: top, isWithin, turn })];
    }),
  );
  const named = flux.filter(({ nom }) => nom !== '');
  const etiquettes = new Map(named.map(({ id, nom }) => [id, labelOf(nom, coudes.get(id) ?? [])]));
  return { cadre, couloirs: lanes, cadres, coudes, etiquettes };
}

function sizeOf({ genre }: Noeud): { width: number; height: number } {
  if (genre.endsWith('Task')) return { width: 140, height: 70 };
  return genre.endsWith('Gateway') ? { width: GATEWAY, height: GATEWAY } : { width: 36, height: 36 };
}

/** The longest way to each node; what comes back is left out. */
function ranksOf(places: readonly Place[], flux: readonly Flux[]): Map<string, number> {
  const ranks = new Map<string, number>();
  const visit = (id: string, rank: number, path: readonly string[]): void => {
    if (path.includes(id) || (ranks.get(id) ?? -1) >= rank) return;
    ranks.set(id, rank);
    for (const { de, vers } of flux) if (de === id) visit(vers, rank + 1, [...path, id]);
  };
  for (const { noeud } of places) if (!flux.some(({ vers }) => vers === noeud.id)) visit(noeud.id, 0, []);
  return ranks;
}

/** Words stand over the end of their line, over its start where it is straight, over its middle where it comes back. */
function labelOf(nom: string, points: readonly { x: number; y: number }[]): Cadre {
  const width = 7 * nom.length;
  const [start, end] = [points[0], points.at(-1)];
  if (!start || !end || points.length < 3)
    return { x: (start?.x ?? 0) + 6, y: (start?.y ?? 0) - 18, width, height: 14 };
  if (end.x < start.x)
    return { x: (start.x + end.x - width) / 2, y: (points[1]?.y ?? start.y) - 18, width, height: 14 };
  return { x: Math.min(end.x - width - 8, end.x - 30), y: end.y - 18, width, height: 14 };
}

/** Where lines go: those of a lane leave a choice downwards, and those that turn in the same gap do so apart. */
interface Around {
  ranks: ReadonlyMap<string, number>;
  bottom: number;
  isWithin: boolean;
  turn: number;
}

function wayOf(
  { de, vers }: Flux,
  cadres: ReadonlyMap<string, Cadre>,
  { ranks, bottom, isWithin, turn }: Around,
): { x: number; y: number }[] {
  const [from, to] = [cadres.get(de) as Cadre, cadres.get(vers) as Cadre];
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if ((ranks.get(vers) ?? 0) <= (ranks.get(de) ?? 0)) {
    const [left, right] = [to.x + to.width / 2, from.x + from.width / 2];
    const low = bottom - 12;
    return [
      { x: right, y: from.y + from.height },
      { x: right, y: low },
      { x: left, y: low },
      { x: left, y: to.y + to.height },
    ];
  }
  if (start.y === end.y) return [start, end];
  if (isWithin && from.width === GATEWAY && end.y > start.y) {
    const x = from.x + from.width / 2;
    return [{ x, y: from.y + from.height }, { x, y: end.y }, end];
  }
  const x = BAND * 2 + COLUMN * (ranks.get(vers) ?? 0) - 22 + 6 * (turn % 8);
  return [start, { x, y: start.y }, { x, y: end.y }, end];
}
