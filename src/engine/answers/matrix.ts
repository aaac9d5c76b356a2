import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';
import { groupementFacts } from '../../../machines/groupement/events.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Acteur, Meta, StepMeta } from '../../../machines/step.ts';
import { distance } from '../graph/distances.ts';
import { type FactInfo, leaves, pathOf, stateInfo } from '../state-info.ts';

/** A prerequisite of a path: a lasting region, or a phase of the region that goes from one to the next. */
export interface MatrixColumn {
  /** `contrat`, `demande.habilitation`. */
  id: string;
  libelle: string;
  source: string;
}

/** How far a site is with a prerequisite; `bloque` owes something that is not accepted yet. */
export type CellState = 'fait' | 'aFaire' | 'bloque' | 'attente' | 'recommande' | 'facultatif' | 'aVenir';

/** One prerequisite of one site. */
export interface MatrixCell {
  etat: CellState;
  /** The path of the current step; null where it is not begun or left behind. */
  etape: string | null;
  /** The name of the current step, or the prerequisite itself where it is not begun. */
  libelle: string;
  acteur: Acteur | null;
  /** Since when (YYYY-MM-DD); null where it is not begun or left behind. */
  depuis: string | null;
  /** What a blocked step waits for; null for the others. */
  raison: string | null;
}

/** What a column needs of the machine, worked out once. */
interface Place extends MatrixColumn {
  /** Its rank among the phases of its region; null for a region that lasts. */
  rang: number | null;
  region: string;
}

/** A leaf of the machine with what gathers it when it is one of several. */
interface Leaf {
  meta: StepMeta;
  parent: string;
}

interface Grid {
  places: Place[];
  feuilles: ReadonlyMap<string, Leaf>;
}

const grids = new WeakMap<Procedure, Grid>();
const etats = {
  acquise: 'fait',
  obligatoire: 'aFaire',
  attente: 'attente',
  recommandee: 'recommande',
  facultative: 'facultatif',
} as const satisfies Record<StepMeta['nature'], CellState>;

/** The prerequisites of a path, in the order of its machine; whether a case is paused is none. */
export function matrixColumns(procedure: Procedure): MatrixColumn[] {
  return gridOf(procedure).places.map(({ id, libelle, source }) => ({ id, libelle, source }));
}

/** How far a case is with each, by the current steps and their days; `blocages` says what a refused step lacks, by its path. */
export function matrixCells(
  procedure: Procedure,
  depuis: Readonly<Record<string, string>>,
  blocages: ReadonlyMap<string, string>,
): Record<string, MatrixCell> {
  const { places, feuilles } = gridOf(procedure);
  const reached = new Map<string, number>();
  for (const { id, region, rang } of places)
    if (rang !== null && Object.keys(depuis).some((path) => path.startsWith(`${id}.`))) reached.set(region, rang);
  return Object.fromEntries(
    places.map((place) => {
      const paths = Object.keys(depuis).filter((path) => path.startsWith(`${place.id}.`) && feuilles.has(path));
      if (paths.length === 0) return [place.id, elsewhere(place, reached.get(place.region) ?? 0)];
      return [place.id, current({ place, paths, depuis, blocages }, feuilles)];
    }),
  );
}

/** What a case takes now at its own steps, and what stops each step that is owed, where no act that is taken ends it. */
export interface Asks {
  faits: string[];
  blocages: ReadonlyMap<string, string>;
}

/** What a state of a dossier asks for; a fact that its groupement is told for all is not its own. */
export function asksOf(procedure: Procedure, snapshot: AnyMachineSnapshot): Asks {
  const { etapes } = stateInfo(procedure, snapshot);
  const here = farOf(procedure, snapshot);
  const owed = etapes.filter(({ meta }) => meta.nature !== 'acquise');
  const taken = owed.flatMap(({ faits }) => faits).filter(({ next }) => next !== null);
  const blocages = owed.flatMap(({ id, meta, faits }): [string, string][] => {
    const refused = faits.find(({ next }) => next === null);
    const ends = ({ next }: FactInfo) =>
      next !== null && !leaves(next).some(({ path }) => path === id) && farOf(procedure, next) <= here;
    if (meta.nature !== 'obligatoire' || !refused || faits.some(ends)) return [];
    return [[id, refused.manque.map(({ libelle }) => libelle).join(' ')]];
  });
  const own = taken.map(({ type }) => type).filter((type) => !Object.hasOwn(groupementFacts, type));
  return { faits: [...new Set(own)], blocages: new Map(blocages) };
}

function farOf(procedure: Procedure, snapshot: AnyMachineSnapshot): number {
  return distance(procedure, snapshot, 'complet') ?? Number.POSITIVE_INFINITY;
}

/** A phase that is left behind, or that has not begun. */
function elsewhere({ rang, libelle }: Place, reached: number): MatrixCell {
  const etat = rang !== null && rang < reached ? 'fait' : 'aVenir';
  return { etat, etape: null, libelle, acteur: null, depuis: null, raison: null };
}

interface Standing {
  place: Place;
  paths: readonly string[];
  depuis: Readonly<Record<string, string>>;
  blocages: ReadonlyMap<string, string>;
}

/** Of several current steps, the first that is still owed; how many are done is said. */
function current({ place, paths, depuis, blocages }: Standing, feuilles: Grid['feuilles']): MatrixCell {
  const all = paths.map((path) => ({ path, ...(feuilles.get(path) as Leaf) }));
  const owed = all.filter(({ meta }) => meta.nature !== 'acquise');
  const one = owed[0] ?? all[0];
  if (!one) return elsewhere(place, 0);
  const raison = blocages.get(one.path) ?? null;
  const { nature, libelle, acteur } = one.meta;
  const several = all.length > 1 ? ` (${all.length - owed.length} sur ${all.length})` : '';
  return {
    etat: raison !== null && nature === 'obligatoire' ? 'bloque' : etats[nature],
    etape: one.path,
    libelle: all.length > 1 ? `${one.parent}${several}` : libelle,
    acteur,
    depuis: depuis[one.path] ?? null,
    raison: nature === 'obligatoire' ? raison : null,
  };
}

function gridOf(procedure: Procedure): Grid {
  const known = grids.get(procedure);
  if (known) return known;
  const regions = Object.values(procedure.machine.root.states as Record<string, AnyStateNode>);
  const places = regions.filter(({ key }) => key !== procedure.pause?.region).flatMap(placesOf);
  const feuilles = new Map(regions.flatMap(leavesOf).map((node) => [pathOf(node), leafOf(node)]));
  const grid = { places, feuilles };
  grids.set(procedure, grid);
  return grid;
}

/** A region whose every child is itself compound goes through phases: each is a column. */
function placesOf(region: AnyStateNode): Place[] {
  const children = Object.values(region.states as Record<string, AnyStateNode>);
  const isPhased =
    region.type === 'compound' && children.every(({ type }) => type === 'compound' || type === 'parallel');
  if (!isPhased) return [placeOf(region, region.key, null)];
  return children.map((child, rang) => placeOf(child, region.key, rang));
}

function placeOf(node: AnyStateNode, region: string, rang: number | null): Place {
  const { libelle, source } = node.meta as Meta;
  return { id: pathOf(node), libelle, source, region, rang };
}

function leavesOf(node: AnyStateNode): AnyStateNode[] {
  const children = Object.values(node.states as Record<string, AnyStateNode>);
  return children.length === 0 ? [node] : children.flatMap(leavesOf);
}

/** Steps that stand side by side are told by what holds them all. */
function leafOf(node: AnyStateNode): Leaf {
  let holder = node.parent;
  while (holder && holder.type !== 'parallel' && holder.parent?.type === 'parallel' && holder.parent.parent)
    holder = holder.parent;
  return { meta: node.meta as StepMeta, parent: ((holder?.meta as Meta | undefined) ?? (node.meta as Meta)).libelle };
}
