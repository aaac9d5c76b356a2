import type { Procedure } from '../../../machines/procedure.ts';
import { definitionHash } from '../graph/distance-table.ts';
import { independentRegions } from '../graph/independence.ts';
import type { Adjacencies } from './adjacency.ts';
import { checker, type Outcome } from './check.ts';
import type { Invariant } from './claim.ts';
import { invariantsOf } from './invariants/index.ts';
import { wholeSize } from './product.ts';

/** What was found of an invariant, with what shows it. */
export interface Finding extends Invariant {
  /** Of what the regions decide together, or of those that stand apart. */
  graphe: 'ensemble' | 'aPart';
  verdict: Outcome['verdict'];
  temoin: Omit<Outcome, 'verdict' | 'contreExemple'> & { contreExemple?: { faits: string[]; etat: string[] } };
}

/** A proof that its reader can redo: how large the graph is, how it was walked, what is claimed and found. */
export interface Certificate {
  procedure: string;
  version: number;
  /** SHA-256 of the machine's definition, which tells a stale certificate. */
  definition: string;
  etats: number;
  transitions: number;
  /** What stands apart multiplies the graph exactly. */
  produit: { regions: string[]; etats: number; transitions: number };
  methode: string;
  invariants: Finding[];
}

const methode =
  'Parcours en largeur de tous les états atteignables, par les transitions réelles de la machine, sur tous les exemples déclarés et ' +
  'toutes les variantes de ce que lisent les gardes ; deux états diffèrent dès qu’une garde les distingue. Aucune garde de date n’est ' +
  'niée : une autre date ne peut que refuser davantage. Les régions à part ne partagent que la pause : le produit est exact.';

/** Checks every invariant of a procedure over its graphs. */
export function certify(procedure: Procedure, graphs: Adjacencies): Certificate {
  const { ensemble, aPart } = invariantsOf(procedure);
  return {
    procedure: procedure.id,
    version: procedure.version,
    definition: definitionHash(procedure),
    etats: graphs.ensemble.etats.length,
    transitions: graphs.ensemble.aretes.length,
    produit: { regions: independentRegions(procedure), ...wholeSize(procedure, graphs) },
    methode,
    invariants: [...findings(ensemble, graphs, 'ensemble'), ...findings(aPart, graphs, 'aPart')],
  };
}

/** Whether a certificate is of that machine, claims what is claimed today, and proves it all. */
export function isCurrent(procedure: Procedure, certificate: Certificate | null): boolean {
  const { ensemble, aPart } = invariantsOf(procedure);
  const claims = (list: readonly Invariant[]) =>
    JSON.stringify(list.map(({ id, enonce, source, proposition }) => ({ id, enonce, source, proposition })));
  return (
    certificate?.definition === definitionHash(procedure) &&
    claims(certificate.invariants) === claims([...ensemble, ...aPart]) &&
    certificate.invariants.every(({ verdict }) => verdict === 'prouvé')
  );
}

function findings(invariants: readonly Invariant[], graphs: Adjacencies, graphe: Finding['graphe']): Finding[] {
  const check = checker(graphs[graphe]);
  return invariants.map((invariant) => {
    const { verdict, contreExemple, ...shown } = check(invariant.proposition);
    const told = contreExemple && {
      faits: contreExemple.faits.map(({ type }) => type),
      etat: leavesAmong(contreExemple.etat),
    };
    return { ...invariant, graphe, verdict, temoin: { ...shown, ...(told && { contreExemple: told }) } };
  });
}

/** The paths that no other one prolongs. */
function leavesAmong(etat: readonly string[]): string[] {
  return etat.filter((path) => path.includes('.') && !etat.some((other) => other.startsWith(`${path}.`)));
}
