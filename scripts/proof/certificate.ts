import type { Procedure } from '../../machines/procedure.ts';
import { independentRegions } from '../../src/engine/graph/independence.ts';
import { definitionHash } from '../tables/distances.ts';
import type { Adjacencies } from './adjacency.ts';
import { checker, type Outcome } from './check.ts';
import { checkClause } from './check-written.ts';
import type { Clause, Invariant, Proposition } from './claim.ts';
import { invariantsOf } from './invariants/index.ts';
import { lexiconOf } from './lexicon.ts';
import { wholeSize } from './product.ts';
import { transitionsIn } from './traced.ts';

/** What was found of an invariant, with what shows it. */
export type Finding = (ClaimOfGraph | ClaimOfText) & {
  verdict: Outcome['verdict'];
  temoin: Omit<Outcome, 'verdict' | 'contreExemple'> & { contreExemple?: { faits: string[]; etat: string[] } };
};

/** Of what the regions decide together, or of those that stand apart. */
type ClaimOfGraph = Invariant & { graphe: 'ensemble' | 'aPart' };
/** Of what is written. */
type ClaimOfText = Invariant<Clause> & { graphe: 'ecrit' };

/** A proof that its reader can redo: how large the graph is, how it was walked, what is claimed and found. */
export interface Certificate {
  procedure: string;
  version: number;
  /** SHA-256 of the machine's definition, which two paths that differ by their names alone share. */
  definition: string;
  /** SHA-256 of all that decides under `machines/`, and of what runs it, which tells a stale certificate. */
  sources: string;
  etats: number;
  transitions: number;
  /** What stands apart, with the pause, multiplies the states exactly, and the transitions at most. */
  produit: { regions: string[]; etats: number; transitions: number };
  methode: string;
  invariants: Finding[];
}

const methode =
  'Parcours en largeur de tous les états atteignables, par les transitions réelles de la machine, sur tous les exemples déclarés et ' +
  'toutes les variantes de ce que lisent les gardes : choix, dates, cartes échues ou non. Deux états diffèrent dès que diffère, aux dates ' +
  'près, ce que quelque chose lit du contexte ; une transition n’est refaite que là où la machine lit autre chose. La pause est parcourue ' +
  'à part : elle ne fait que refuser davantage, et ce qu’elle fige se lit dans ce qui est écrit. Les régions à part ne partagent rien ' +
  'd’autre : le produit des états est exact.';

/** Checks every invariant of a procedure over its graphs; an invariant whose words mean nothing there is a bug, and throws. */
export function certify(procedure: Procedure, graphs: Adjacencies, sources: string): Certificate {
  const { ensemble, aPart, ecrit } = invariantsOf(procedure);
  const lexicon = lexiconOf(procedure, graphs);
  const unknown = [
    ...ensemble.flatMap((invariant) => lexicon.unknown(invariant, graphs.ensemble)),
    ...aPart.flatMap((invariant) => lexicon.unknown(invariant, graphs.aPart)),
    ...ecrit.flatMap((invariant) => lexicon.unknownClause(invariant)),
  ];
  if (unknown.length > 0) throw new Error(`Nothing in ${procedure.id} is called: ${unknown.join('; ')}`);
  return {
    procedure: procedure.id,
    version: procedure.version,
    definition: definitionHash(procedure),
    sources,
    etats: graphs.ensemble.etats.length,
    transitions: transitionsIn(graphs.ensemble),
    produit: { regions: independentRegions(procedure), ...wholeSize(graphs) },
    methode,
    invariants: [
      ...findings(ensemble, graphs, 'ensemble'),
      ...findings(aPart, graphs, 'aPart'),
      ...ecrit.map((invariant): Finding => {
        const { verdict, contreExemple: _none, ...temoin } = checkClause(graphs.ecrit, invariant.proposition);
        return { ...invariant, graphe: 'ecrit', verdict, temoin };
      }),
    ],
  };
}

/** Whether a certificate is of that machine and of those sources, claims what is claimed today, and says that it proves it all. */
export function isCurrent(procedure: Procedure, certificate: Certificate | null, sources: string): boolean {
  const { ensemble, aPart, ecrit } = invariantsOf(procedure);
  return (
    certificate?.definition === definitionHash(procedure) &&
    provesToday(certificate, [...ensemble, ...aPart, ...ecrit], sources)
  );
}

/** Whether a certificate is of those sources, claims that and nothing else, and says that it proves it all. */
export function provesToday(
  certificate: Certificate | null,
  claimed: readonly Invariant<Proposition | Clause>[],
  sources: string,
): boolean {
  const claims = (list: readonly Invariant<Proposition | Clause>[]) =>
    JSON.stringify(list.map(({ id, enonce, source, proposition }) => ({ id, enonce, source, proposition })));
  return (
    certificate?.sources === sources &&
    claims(certificate.invariants) === claims(claimed) &&
    certificate.invariants.every(({ verdict }) => verdict === 'prouvé')
  );
}

/** What is found of claims on one graph. */
export function findings(
  invariants: readonly Invariant[],
  graphs: Pick<Adjacencies, 'ensemble' | 'aPart'>,
  graphe: 'ensemble' | 'aPart',
): Finding[] {
  const check = checker(graphs[graphe]);
  return invariants.map((invariant): Finding => {
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
  return etat.filter(
    (path) =>
      path.includes('.') &&
      !/^(statut|objectif|relais)\./.test(path) &&
      !etat.some((other) => other.startsWith(`${path}.`)),
  );
}
