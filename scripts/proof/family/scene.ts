import type { StateValue } from 'xstate';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { deadlines } from '../../../src/engine/deadlines.ts';
import { decide, type Family, members, welcome } from '../../../src/engine/decide.ts';
import { stateKey } from '../../../src/engine/graph/state-key.ts';
import { type Instance, openInstance } from '../../../src/engine/instance.ts';
import { takeStep } from '../../../src/engine/transition.ts';
import { JOUR } from '../../walk/offer.ts';
import type { Adjacency, Fait } from '../adjacency.ts';

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
export function walkScene(scene: Scene, path = pathOfScenes()): Adjacency {
  const book = new Book();
  const first = openScene(scene, path);
  const ranks = new Map([[keyOf(first), book.meet(scene, first)]]);
  const families = [first];
  for (let from = 0; from < families.length; from++) {
    const family = families[from] as Family;
    for (const told of [...scene.offerts(family), ...dueIn(scene, family)]) {
      const after = tell(scene, family, told);
      book.offer(told);
      if (!after) continue;
      const key = keyOf(after);
      let to = ranks.get(key);
      if (to === undefined) {
        to = book.meet(scene, after);
        ranks.set(key, to);
        families.push(after);
      }
      book.take(from, to, told);
    }
  }
  return book.graph();
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

function pathOfScenes(): Procedure {
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
function tell(scene: Scene, family: Family, { a, fait }: Told): Family | null {
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

function keyOf(family: Family): string {
  return members(family)
    .map(({ id, procedure, snapshot }) => `${id}${stateKey(procedure, snapshot)}`)
    .join(' ');
}

/** What is written of a walk while it goes. */
class Book {
  readonly #etats: string[][] = [];
  readonly #faits: Fait[] = [];
  readonly #ranks = new Map<string, number>();
  readonly #columns: [number[], number[], number[]] = [[], [], []];

  meet(scene: Scene, family: Family): number {
    const dossier = dossierOf(family);
    const certificats = family.certificats.flatMap((one) => {
      const role = scene.roleOf(one);
      return role === null ? [] : [role, ...pathsOf(one.snapshot.value).map((path) => `${role}.${path}`)];
    });
    return (
      this.#etats.push([
        ...pathsOf(dossier.snapshot.value),
        `statut.${dossier.procedure.statut(dossier.snapshot.value)}`,
        ...dossier.procedure.relais(dossier.snapshot).map(({ type }) => `relais.${type}`),
        ...scene.marques(dossier),
        ...certificats,
      ]) - 1
    );
  }

  offer({ a, fait }: Told): number {
    const { type, ...saisie } = fait;
    const name = a === 'dossier' ? type : `${a}:${type}`;
    const key = JSON.stringify([name, { ...saisie, date: null }]);
    const known = this.#ranks.get(key);
    if (known !== undefined) return known;
    const rank = this.#faits.push({ type: name, derive: false, saisie }) - 1;
    this.#ranks.set(key, rank);
    return rank;
  }

  take(from: number, to: number, told: Told): void {
    const [de, vers, lot] = this.#columns;
    de.push(from);
    vers.push(to);
    lot.push(this.offer(told));
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
      lots: this.#faits.map((_, rank) => [rank]),
      aretes: { nombre: de.length, de, vers, lot, dits: none, contexte: none },
      dits: [[]],
      contextes: [{}],
      complet: true,
    };
  }
}

/** `{a: {b: 'c'}}` as `a`, `a.b`, `a.b.c`. */
function pathsOf(value: StateValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value ?? {}).flatMap(([key, part]) => [key, ...pathsOf(part).map((path) => `${key}.${path}`)]);
}
