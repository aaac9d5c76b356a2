import fc from 'fast-check';
import { expect } from 'vitest';
import { type NextFact, nextSteps } from '../../src/engine/answers/next-steps.ts';
import type { Family } from '../../src/engine/decide.ts';
import { faits, JOUR, member, openDossier, submit, tell } from './family.ts';

/** The paths, with how many acts each takes from its opening. */
export const paths = [
  ['prive-mono-site', 17],
  ['public-ght', 18],
  ['prive-groupe', 18],
] as const;

/** Wherever facts lead from wherever on the way, what is announced is true. */
export function announcesTruth(draw: { seed: number; numRuns: number }): void {
  const walks = fc.record({
    path: fc.constantFrom(...paths.map(([path]) => path)),
    done: fc.nat(14),
    ranks: fc.array(fc.nat(), { maxLength: 20, size: 'max' }),
  });
  const walk = fc.property(walks, ({ path, done, ranks }) => {
    const opened = openDossier(path);
    const start = follow(opened).slice(0, done).reduce(post, opened);
    expectTruth(ranks.reduce((family, rank) => post(expectTruth(family), pick(family, rank)), start));
  });
  fc.assert(walk, draw);
}

/** So it is once a second administrateur technique is designated, as is proposed. */
export function announcesTruthOfTwo(draw: { seed: number; numRuns: number }): void {
  const walk = fc.property(fc.nat(12), fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (done, ranks) => {
    const start = tell(openDossier(), 'dossier', ...faits.prerequis);
    const second = otherFacts(start).find((posting) => !isOfOne(posting)) as Posting;
    const later = follow(start).slice(0, done).reduce(post, post(start, second));
    expectTruth(ranks.reduce((family, rank) => post(family, pick(family, rank)), later));
  });
  fc.assert(walk, draw);
}

/** A fact, where to post it, and a body that is taken: that which is declared first where none is. */
type Posting = Pick<NextFact, 'type' | 'vers' | 'exemple'>;

/** What is next for the family is as announced, to the last act. */
function expectTruth(family: Family): Family {
  const { minimum, etapes } = askNext(family).restant;
  const announced = etapes.reduce((sum, { nombre }) => sum + nombre, 0);
  expect([announced, follow(family).length]).toEqual([minimum, minimum]);
  expect(stepFacts(family).filter((fact) => answer(family, fact).ok !== fact.accepte)).toEqual([]);
  expect(otherFacts(family)).toHaveLength(askNext(family).autresFaits.length);
  return family;
}

/** The acts of whoever always does the first that leads nearer to the end. */
export function follow(family: Family): NextFact[] {
  const { minimum } = askNext(family).restant;
  if (minimum === 0) return [];
  const nearer = stepFacts(family).find(({ accepte, restantApres }) => accepte && restantApres === Number(minimum) - 1);
  if (!nearer) throw new Error(`${minimum} acts are announced, of which none is shown`);
  return [nearer, ...follow(post(family, nearer))];
}

function pick(family: Family, rank: number): Posting {
  const accepted = [...stepFacts(family).filter(({ accepte }) => accepte), ...otherFacts(family)].filter(isOfOne);
  return accepted[rank % accepted.length] as Posting;
}

/** Each second administrateur technique makes states that no table holds, which take ten times as long: they have a walk of their own. */
function isOfOne({ exemple }: Posting): boolean {
  return !JSON.stringify(exemple).includes('Durand');
}

function post(family: Family, posting: Posting): Family {
  const result = answer(family, posting);
  if (!result.ok) throw new Error(`${posting.type} is refused: ${JSON.stringify(result.error)}`);
  return result.value.family;
}

function answer(family: Family, { type, vers, exemple }: Posting) {
  const [declared] = member(family, idIn(vers)).procedure.facts[type]?.exemples ?? [];
  return submit(family, idIn(vers), exemple ?? { ...declared, type, date: JOUR });
}

/** What is next for the dossier of a family. */
export function askNext(family: Family) {
  return nextSteps(family, member(family, 'dossier'), JOUR);
}

/** The facts of its steps. */
export function stepFacts(family: Family): NextFact[] {
  return askNext(family).etapes.flatMap(({ faits }) => faits);
}

/** The other facts, those of which the proposed body is taken. */
function otherFacts(family: Family): Posting[] {
  return askNext(family).autresFaits.filter((posting) => answer(family, posting).ok);
}

/** /api/v1/dossiers/{id}/faits */
function idIn(vers: string): string {
  return vers.split('/')[4] ?? '';
}
