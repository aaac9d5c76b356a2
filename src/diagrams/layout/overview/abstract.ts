import type { Acteur } from '../../../../machines/step.ts';
import { type Chart, conditionsIn, type Etat, type Transition } from '../../chart.ts';
import { isBelow } from '../ladder/rows.ts';

/** A machine in few boxes: its regions, and the phases of those that hold states in states. */
export interface Abstract {
  parts: Part[];
  liens: Lien[];
}

/** A region, or a phase of one. */
export interface Part {
  etat: Etat;
  /** The region around a phase. */
  around: Etat | null;
  steps: number;
  acteurs: Acteur[];
  /** What is reached there. */
  buts: string[];
}

/** What leads from one part to another, or what a part asks of another. */
export interface Lien {
  id: string;
  de: string;
  vers: string;
  genre: 'fait' | 'condition';
  words: string[];
  transitions: Transition[];
}

/** The parts of a chart and what ties them. */
export function abstractOf(chart: Chart): Abstract {
  const regions = chart.etats.filter(({ parent }) => parent === null);
  const parts = regions.flatMap((region) => {
    const phases = chart.etats.filter(({ parent, acteur }) => parent === region.id && acteur === null);
    return phases.length > 0 ? phases.map((phase) => part(chart, phase, region)) : [part(chart, region, null)];
  });
  const partOf = (id: string) => parts.find(({ etat }) => id === etat.id || isBelow(id, etat.id));
  const found = chart.transitions.flatMap((transition) => ties(transition, partOf));
  const grouped = Map.groupBy(found, ({ id }) => id);
  return {
    parts,
    liens: [...grouped.values()].map((same) => ({
      ...(same[0] as Lien),
      words: [...new Set(same.flatMap(({ words }) => words))],
      transitions: [...new Set(same.flatMap(({ transitions }) => transitions))],
    })),
  };
}

function part(chart: Chart, etat: Etat, around: Etat | null): Part {
  const inside = chart.etats.filter(({ id, acteur }) => isBelow(id, etat.id) && acteur !== null);
  const reached = inside.filter(({ nature, parent }) => nature === 'acquise' && parent === etat.id);
  return {
    etat,
    around,
    steps: inside.length,
    acteurs: [...new Set(inside.flatMap(({ acteur }) => acteur ?? []))],
    buts: reached.map(({ libelle }) => libelle),
  };
}

function ties(transition: Transition, partOf: (id: string) => Part | undefined): Lien[] {
  const { de, vers, libelle, condition } = transition;
  const [from, to] = [partOf(de), partOf(vers)];
  if (!from || !to) return [];
  const asked = conditionsIn(condition).flatMap(({ etat, nie, etiquette }) => {
    const other = etat === null || nie ? undefined : partOf(etat);
    const isElsewhere = other && regionOf(other) !== regionOf(from);
    return isElsewhere ? [lien(other, from, { genre: 'condition', words: [etiquette], transitions: [] })] : [];
  });
  const isStep = from !== to;
  return [
    ...asked,
    ...(isStep ? [lien(from, to, { genre: 'fait', words: [libelle], transitions: [transition] })] : []),
  ];
}

function lien(from: Part, to: Part, rest: Pick<Lien, 'genre' | 'words' | 'transitions'>): Lien {
  return { id: `${rest.genre}:${from.etat.id}>${to.etat.id}`, de: from.etat.id, vers: to.etat.id, ...rest };
}

function regionOf({ etat, around }: Part): string {
  return around?.id ?? etat.id;
}
