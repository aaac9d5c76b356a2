import { describe, expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { adjacencies, tracings } from '../../scripts/proof/adjacency.ts';
import { Changed } from '../../scripts/proof/mutation/changed.ts';
import { MachineChange, soundGraph } from '../../scripts/proof/mutation/changed-machine.ts';
import { distinctMutants, type Mutant, mutantsOf } from '../../scripts/proof/mutation/mutants.ts';
import { trial } from '../../scripts/proof/mutation/trial.ts';
import { chosenAmong } from '../../scripts/prove/mutants.ts';
import { textsOf } from './edges.ts';
import { procedureOf } from './oracle.ts';

const certificat = procedureOf('certificat');
const mutants = mutantsOf(certificat).filter(({ etat }) => etat !== '');
const groupement = procedureOf('groupement');
const { ensemble, aPart, decident } = tracings(groupement);
const grounds = { ensemble: soundGraph(ensemble), aPart: soundGraph(aPart) };

/** A graph of a groupement with another machine, walked where it changes alone. */
function changedBy(machine: Procedure['machine'], fait: string, graphe: 'ensemble' | 'aPart'): Changed {
  const changed = new Changed(grounds[graphe].indexed, new MachineChange(grounds[graphe], machine, fait));
  expect(changed.walk(Number.POSITIVE_INFINITY)).toBe(true);
  return changed;
}

describe('what a mutant makes of a graph, walked where it changes alone', () => {
  test.each(mutantsOf(groupement).filter(({ etat }) => etat !== ''))(
    '$etat, $fait, $change: is what a whole walk makes of it',
    ({ fait, procedure }) => {
      const weak = procedure();
      const whole = adjacencies(weak, {}, decident);
      for (const graphe of ['ensemble', 'aPart'] as const)
        expect(textsOf(changedBy(weak.machine, fait, graphe).whole())).toEqual(textsOf(whole[graphe]));
    },
  );

  test('is nothing where the machine is the same', () => {
    expect(changedBy(groupement.machine, 'etatDesLieux.recu', 'ensemble').hasChanged()).toBe(false);
  });
});

test('the fate of a mutant is the same whatever was tried before it', () => {
  const some = mutants.slice(10, 40);
  const [forth, back] = [trial(certificat), trial(certificat)];
  const told = some.map(forth);
  const reversed = some.toReversed().map(back).toReversed();
  expect(reversed.map(({ sort }) => sort)).toEqual(told.map(({ sort }) => sort));
});

test('a mutant that does what the machine does is told apart from one that a claim refutes', () => {
  const run = trial(certificat);
  const [first] = mutants as [Mutant];
  expect(run({ ...first, procedure: () => certificat })).toEqual({ sort: 'équivalent' });
  expect(run(first)).toMatchObject({ sort: 'réfuté' });
});

test('what several paths share is tried once', () => {
  const paths = ['prive-mono-site', 'public-ght'].map(procedureOf);
  const shared = distinctMutants(paths).filter(({ fait }) => fait === 'contrat.signe');
  expect(new Set(shared.map(({ procedure }) => procedure))).toEqual(new Set(['prive-mono-site']));
});

test('a procedure or a part that no mutant is of is refused, rather than found without survivor', () => {
  const all = distinctMutants(procedures);
  expect(chosenAmong(all, {})).toEqual(all);
  expect(chosenAmong(all, { procedure: 'certificat', partie: 'vie' }).length).toBeGreaterThan(0);
  expect(() => chosenAmong(all, { procedure: 'certificats' })).toThrow('--procedure=certificats is none of');
  expect(() => chosenAmong(all, { procedure: 'certificat', partie: 'vies' })).toThrow(/--partie=vies is none of .*vie/);
});
