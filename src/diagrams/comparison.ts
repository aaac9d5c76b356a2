import { readFileSync } from 'node:fs';
import type { Procedure } from '../../machines/procedure.ts';
import { acteurs } from '../../machines/step.ts';
import { memo } from '../memo.ts';
import { chartOf, referenceOf } from './chart.ts';
import { type Difference, differenceOf } from './difference.ts';

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

const compared = memo<Comparaison>();

/** Compares two published procedures, once for each pair. */
export function compare(de: Procedure, a: Procedure): Comparaison {
  return compared(`${referenceOf(de)} ${referenceOf(a)}`, () => ({
    de: resume(de),
    a: resume(a),
    ...differenceOf(chartOf(de), chartOf(a)),
    suites: [separationOf(de, a), separationOf(a, de)].flatMap((one) =>
      one ? tell(one, { ...de.facts, ...a.facts }) : [],
    ),
  }));
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

/** The shortest facts that one procedure takes and another refuses. */
export interface Separee {
  accepte: string;
  refuse: string;
  /** SHA-256 of the definition of each. */
  definitions: readonly [string, string];
  /** Both take all but the last; null when there are none. */
  faits: { type: string; date: string }[] | null;
  /** How many pairs of states were met: none when both have one definition. */
  paires: number;
  /** False when a limit stopped the search. */
  complete: boolean;
}

/** Every two published procedures, in both directions, as `npm run generate` writes them. */
export interface Separations {
  separations: Separee[];
}

let written: Separations | null = null;

/** What one published procedure takes and another refuses, read from the generated file: finding it takes up to 20 s. */
function separationOf(accepting: Procedure, refusing: Procedure): Separee | null {
  const file = new URL('../../machines/diagrams/separations.json', import.meta.url);
  written ??= JSON.parse(readFileSync(file, 'utf8')) as Separations;
  const [accepte, refuse] = [referenceOf(accepting), referenceOf(refusing)];
  return written.separations.find((one) => one.accepte === accepte && one.refuse === refuse) ?? null;
}
