import type { Procedure } from '../../machines/procedure.ts';
import { acteurs } from '../../machines/step.ts';
import { chartOf } from './chart.ts';
import { type Difference, differenceOf } from './difference.ts';
import { referenceOf, type Separee, separationOf } from './separations.ts';

/** All that tells a procedure from another: what is said of them, and what they take. */
export interface Comparaison extends Difference {
  de: Resume;
  a: Resume;
  /** The shortest facts that each takes and the other refuses. */
  suites: Suite[];
}

interface Suite {
  accepte: string;
  refuse: string;
  /** In order, both taking all but the last; null when there are none. */
  faits: FaitDit[] | null;
  /** False when the search was stopped before the end. */
  complete: boolean;
}

interface Resume {
  procedure: string;
  version: number;
  titre: string;
}

interface FaitDit {
  type: string;
  libelle: string;
  acteur: string | null;
  /** What was told: the same fact with another content may be taken by both. */
  saisie: object;
}

const known = new Map<string, Comparaison>();

/** Compares two published procedures, once for each pair. */
export function compare(de: Procedure, a: Procedure): Comparaison {
  const key = `${referenceOf(de)} ${referenceOf(a)}`;
  const found = known.get(key) ?? {
    de: resume(de),
    a: resume(a),
    ...differenceOf(chartOf(de), chartOf(a)),
    suites: [separationOf(de, a), separationOf(a, de)].flatMap((one) =>
      one ? tell(one, { ...de.facts, ...a.facts }) : [],
    ),
  };
  known.set(key, found);
  return found;
}

function resume({ id, version, titre }: Procedure): Resume {
  return { procedure: id, version, titre };
}

function tell({ accepte, refuse, faits, complete }: Separee, facts: Procedure['facts']): Suite {
  const said = faits?.map(({ type, ...saisie }) => {
    const { libelle = type, acteur = null } = facts[type] ?? {};
    return { type, libelle, acteur: acteur && acteurs[acteur], saisie };
  });
  return { accepte, refuse, faits: said ?? null, complete };
}
