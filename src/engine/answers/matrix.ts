import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';
import { groupementFacts } from '../../../machines/groupement/events.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Acteur, Meta, StepMeta } from '../../../machines/step.ts';
import { memoOf } from '../../memo.ts';
import { distance } from '../graph/distances.ts';
import type { Comptes } from '../instance.ts';
import { type FactInfo, leaves, pathOf, stateInfo } from '../state-info.ts';

/** A prerequisite of a path: a region of its machine. */
export interface MatrixColumn {
  /** `contrat`, `habilitation`. */
  id: string;
  libelle: string;
  source: string;
}

/** How far a site is with a prerequisite; `bloque` owes something that is not accepted yet. */
export type CellState = 'fait' | 'aFaire' | 'bloque' | 'attente' | 'recommande' | 'facultatif' | 'aVenir';

/** One prerequisite of one site. */
export interface MatrixCell {
  etat: CellState;
  /** The path of the current step. */
  etape: string;
  /** The name of the current step; of several side by side, of what holds them all. */
  libelle: string;
  acteur: Acteur;
  /** Since when (YYYY-MM-DD); null where it has not begun. */
  depuis: string | null;
  /** What a blocked step waits for; null for the others. */
  raison: string | null;
}

/** A leaf of the machine with what gathers it when it is one of several. */
interface Leaf {
  meta: StepMeta;
  parent: string;
  /** What its cell says while nothing stops it. */
  etat: CellState;
}

interface Grid {
  colonnes: MatrixColumn[];
  feuilles: ReadonlyMap<string, Leaf>;
}

/** Where a case stands: since when each of its leaves is current (YYYY-MM-DD, by path), and how many children serve it. */
interface Standing {
  depuis: Readonly<Record<string, string>>;
  enfants: Comptes;
}

const etats = {
  acquise: 'fait',
  obligatoire: 'aFaire',
  attente: 'attente',
  recommandee: 'recommande',
  facultative: 'facultatif',
} as const satisfies Record<StepMeta['nature'], CellState>;

/** The prerequisites of a path, in the order of its machine; whether a case is paused is none. */
export function matrixColumns(procedure: Procedure): MatrixColumn[] {
  return gridOf(procedure).colonnes;
}

/** How far a case is with each; `blocages` says what a refused step lacks, by its path. */
export function matrixCells(
  procedure: Procedure,
  { depuis, enfants }: Standing,
  blocages: ReadonlyMap<string, string>,
): Record<string, MatrixCell> {
  const { colonnes, feuilles } = gridOf(procedure);
  const isServed = enfants.enCours + enfants.enService > 0;
  return Object.fromEntries(
    colonnes.map(({ id }) => {
      const paths = Object.keys(depuis).filter((path) => path.startsWith(`${id}.`) && feuilles.has(path));
      const all = paths.map((path) => ({ path, ...leafAt(feuilles, path, isServed) }));
      return [id, cellOf(all, depuis, blocages)];
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

/** What a step asks once a child serves its case is no longer owed. */
function leafAt(feuilles: Grid['feuilles'], path: string, isServed: boolean): Leaf {
  const leaf = feuilles.get(path) as Leaf;
  const { ensuite } = leaf.meta;
  return isServed && ensuite ? { ...leaf, etat: etats[ensuite] } : leaf;
}

/** Of several current steps, the first that is still owed; how many are done is said. */
function cellOf(
  all: readonly (Leaf & { path: string })[],
  depuis: Standing['depuis'],
  blocages: ReadonlyMap<string, string>,
): MatrixCell {
  const owed = all.filter(({ etat }) => etat !== 'fait');
  const one = owed[0] ?? all[0];
  if (!one) throw new Error('A region without a current step');
  const { path, etat, meta, parent } = one;
  const raison = etat === 'aFaire' ? (blocages.get(path) ?? null) : null;
  return {
    etat: raison === null ? etat : 'bloque',
    etape: path,
    libelle: all.length > 1 ? `${parent} (${all.length - owed.length} sur ${all.length})` : meta.libelle,
    acteur: meta.acteur,
    depuis: etat === 'aVenir' ? null : (depuis[path] ?? null),
    raison,
  };
}

const gridOf = memoOf((procedure: Procedure): Grid => {
  const regions = Object.values(procedure.machine.root.states as Record<string, AnyStateNode>);
  const colonnes = regions.filter(({ key }) => key !== procedure.pause?.region).map(columnOf);
  const feuilles = new Map(regions.flatMap(leavesOf).map((node) => [pathOf(node), leafOf(procedure, node)]));
  return { colonnes, feuilles };
});

function columnOf(node: AnyStateNode): MatrixColumn {
  const { libelle, source } = node.meta as Meta;
  return { id: pathOf(node), libelle, source };
}

function leavesOf(node: AnyStateNode): AnyStateNode[] {
  const children = Object.values(node.states as Record<string, AnyStateNode>);
  return children.length === 0 ? [node] : children.flatMap(leavesOf);
}

/** Steps that stand side by side are told by what holds them all. */
function leafOf(procedure: Procedure, node: AnyStateNode): Leaf {
  let holder = node.parent;
  while (holder && holder.type !== 'parallel' && holder.parent?.type === 'parallel' && holder.parent.parent)
    holder = holder.parent;
  const meta = node.meta as StepMeta;
  return {
    meta,
    parent: ((holder?.meta as Meta | undefined) ?? (node.meta as Meta)).libelle,
    etat: etatOf(procedure, node, meta.nature),
  };
}

/** Nothing is owed where a region begins, or while its children are only on their way: that is not done for all that. */
function etatOf({ bilan }: Procedure, node: AnyStateNode, nature: StepMeta['nature']): CellState {
  const { parent } = node;
  if (nature !== 'acquise' || parent?.type !== 'compound') return etats[nature];
  if (parent.initial.target.includes(node)) return 'aVenir';
  return node.transitions.has(bilan(0, 1)) ? 'attente' : 'fait';
}
