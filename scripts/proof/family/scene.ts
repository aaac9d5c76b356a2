import type { StateValue } from 'xstate';
import type { DossierContext } from '../../../machines/etablissement/context.ts';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { deadlines } from '../../../src/engine/deadlines.ts';
import { decide, type Family, members, welcome } from '../../../src/engine/decide.ts';
import { stateKey } from '../../../src/engine/graph/state-key.ts';
import { type Instance, openInstance } from '../../../src/engine/instance.ts';
import { takeStep } from '../../../src/engine/transition.ts';
import { JOUR } from '../../walk/offer.ts';
import type { Adjacency, Fait } from '../traced.ts';

/** A fact told to a member of a family, by its role. */
export interface Told {
  a: string;
  fait: { type: string; [champ: string]: unknown };
}

/**
 * A family that is walked: a dossier and its certificates as `debut` left them, and what is told of them from there. `figees` are the
 * regions of the dossier that nothing told here moves; `omis` says why what is not told, though other regions hear it, shows nothing more.
 */
export interface Scene {
  id: string;
  titre: string;
  debut: readonly Told[];
  figees: readonly string[];
  omis: Readonly<Record<string, string>>;
  /** The role of each certificate, the dossier being `dossier`; null for one that is not followed. */
  roleOf(certificat: Instance): string | null;
  offerts(family: Family): readonly Told[];
  /** What holds in a dossier beside its states: who is habilitated, named, able. */
  marques(dossier: Instance): string[];
}

/** The path that families follow; what scenes speak of, the others have too. */
export const PATH = 'prive-mono-site';
const LOIN = '2099-12-31';

/** Every state that the real `decide` reaches from where a scene begins, as a graph: states of members as `role.region.etat`, facts as `role:type`. */
export function walkScene(scene: Scene): Adjacency {
  return playScene(scene).graph;
}

/** A scene that was played, for whoever goes on from it. */
export interface Played {
  graph: Adjacency;
  families: readonly Family[];
  /** The rank of each family, by `nameOf`. */
  ranks: ReadonlyMap<string, number>;
  wordsOf(family: Family): string[];
  /** The rank of a fact that is told, a new one if it never was. */
  rankOf(told: Told): number;
}

/** Plays a scene on that path; `heard` is told of each fact in turn, with the edge that it made, null where it was refused. */
export function playScene(
  scene: Scene,
  path = pathOfScenes(),
  heard: (from: number, told: Told, arete: number | null) => void = () => {},
): Played {
  const book = new Book(scene);
  const families = [openScene(scene, path)];
  const ranks = new Map(families.map((first) => [nameOf(first), book.meet(first)]));
  for (let from = 0; from < families.length; from++) {
    for (const told of toldIn(scene, families[from] as Family)) {
      const after = tell(scene, families[from] as Family, told);
      const rank = book.rankOf(told);
      if (!after) {
        heard(from, told, null);
        continue;
      }
      const name = nameOf(after);
      const to = ranks.get(name) ?? book.meet(after);
      if (to === families.length) families.push(after);
      ranks.set(name, to);
      heard(from, told, book.take(from, to, rank));
    }
  }
  return {
    graph: book.graph(),
    families,
    ranks,
    wordsOf: (family) => book.wordsOf(family),
    rankOf: (told) => book.rankOf(told),
  };
}

/** All that is told to a family. */
export function toldIn(scene: Scene, family: Family): Told[] {
  return [...scene.offerts(family), ...dueIn(scene, family)];
}

/** The family as a scene begins; a path that refuses what leads there is a bug, and throws. */
export function openScene(scene: Scene, path = pathOfScenes()): Family {
  const family = begin(scene, path);
  if (!family) throw new Error(`${scene.id} cannot begin: ${path.id} refuses what leads there`);
  return family;
}

/** The family as a scene begins; null where that path refuses what leads there. */
export function begin(scene: Scene, path: Procedure): Family | null {
  const around = { jour: LOIN, instant: `${JOUR}T00:00:00.000Z`, newId: () => 'c1' };
  const opened = openInstance(path, { id: 'd', parentId: null, fiche: {} }, { ...around, jour: JOUR });
  const { family } = welcome({ groupement: null, dossiers: [opened], certificats: [] }, opened, around);
  return scene.debut.reduce<Family | null>((before, told) => before && tell(scene, before, told), family);
}

/** The path that families follow, as it is. */
export function pathOfScenes(): Procedure {
  return findProcedure(PATH) as Procedure;
}

/** The dossier of a family that has one. */
export function dossierOf({ dossiers: [dossier] }: Family): Instance {
  return dossier as Instance;
}

/** Who goes by that role. */
function inRole(scene: Pick<Scene, 'roleOf'>, family: Family, role: string): Instance | undefined {
  return role === 'dossier' ? dossierOf(family) : family.certificats.find((one) => scene.roleOf(one) === role);
}

/** The family after a fact, told on the last day of what it knows; null where it is refused. */
export function tell(scene: Scene, family: Family, { a, fait }: Told): Family | null {
  const cible = inRole(scene, family, a);
  if (!cible) return null;
  const date = typeof fait['date'] === 'string' && fait['date'] > dayOf(family) ? fait['date'] : dayOf(family);
  const event = { ...fait, date, empreinte: 'e' };
  if (!takeStep(cible.snapshot, event)) return null;
  const around = { jour: LOIN, instant: `${date}T00:00:00.000Z`, newId: () => `c${family.certificats.length + 1}` };
  const decision = decide(family, cible.id, { ...fait, date }, around);
  return decision.ok ? decision.value.family : null;
}

function dueIn(scene: Scene, family: Family): Told[] {
  return family.certificats.flatMap((certificat) => {
    const role = scene.roleOf(certificat);
    return role === null
      ? []
      : deadlines(certificat).map(({ fait, le }) => ({ a: role, fait: { type: fait, date: le } }));
  });
}

function dayOf(family: Family): string {
  const days = members(family).flatMap(({ depuis }) => Object.values(depuis));
  return days.reduce((last, day) => (day > last ? day : last), JOUR);
}

/** Families of one name are one: where each member stands, and all that is known of the administrateurs techniques. */
export function nameOf(family: Family): string {
  const { administrateurs, habilites, nommes } = dossierOf(family).snapshot.context as DossierContext;
  const places = members(family).map(({ id, procedure, snapshot }) => `${id}${stateKey(procedure, snapshot)}`);
  const known = administrateurs.map(({ dernier: _day, ...one }) => one);
  return `${places.join(' ')} ${JSON.stringify([known, habilites, nommes])}`;
}

/** What is written of a walk while it goes. */
class Book {
  readonly #scene: Scene;
  readonly #etats: string[][] = [];
  readonly #faits: Fait[] = [];
  readonly #lots: number[][] = [];
  readonly #ranks = new Map<string, number>();
  readonly #columns: [number[], number[], number[]] = [[], [], []];

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  meet(family: Family): number {
    return this.#etats.push(this.wordsOf(family)) - 1;
  }

  wordsOf(family: Family): string[] {
    const dossier = dossierOf(family);
    const certificats = family.certificats.flatMap((one) => {
      const role = this.#scene.roleOf(one);
      return role === null ? [] : [role, ...pathsOf(one.snapshot.value).map((path) => `${role}.${path}`)];
    });
    return [
      ...pathsOf(dossier.snapshot.value),
      `statut.${dossier.procedure.statut(dossier.snapshot.value)}`,
      ...dossier.procedure.relais(dossier.snapshot).map(({ type }) => `relais.${type}`),
      ...this.#scene.marques(dossier),
      ...certificats,
    ];
  }

  rankOf({ a, fait }: Told): number {
    const { type, ...saisie } = fait;
    const name = a === 'dossier' ? type : `${a}:${type}`;
    const key = JSON.stringify([name, { ...saisie, date: null }]);
    const known = this.#ranks.get(key);
    if (known !== undefined) return known;
    const rank = this.#faits.push({ type: name, derive: false, saisie }) - 1;
    this.#lots.push([rank]);
    this.#ranks.set(key, rank);
    return rank;
  }

  take(from: number, to: number, rank: number): number {
    const [de, vers, lot] = this.#columns;
    vers.push(to);
    lot.push(rank);
    return de.push(from) - 1;
  }

  graph(): Adjacency {
    const [de, vers, lot] = this.#columns.map((column) => Int32Array.from(column)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const none = new Int32Array(de.length);
    return {
      etats: this.#etats,
      faits: this.#faits,
      lots: this.#lots,
      aretes: { nombre: de.length, de, vers, lot, dits: none, contexte: none },
      dits: [[]],
      contextes: [{}],
      explores: this.#etats.length,
      complet: true,
    };
  }
}

/** `{a: {b: 'c'}}` as `a`, `a.b`, `a.b.c`. */
function pathsOf(value: StateValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value ?? {}).flatMap(([key, part]) => [key, ...pathsOf(part).map((path) => `${key}.${path}`)]);
}
