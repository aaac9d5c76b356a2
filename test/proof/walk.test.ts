import { expect, test } from 'vitest';
import { regionsTouched } from '../../scripts/walk/locality.ts';
import { expectSameGraph, procedureOf } from './oracle.ts';

test('the walk of a groupement finds what @xstate/graph finds, state for state, edge for edge', () => {
  expectSameGraph('groupement');
});

test('a fact touches the regions that hear it and those that its guards read', () => {
  const touched = regionsTouched(procedureOf('public-ght').machine);
  expect(touched.get('contrat.signe')).toEqual(['contrat', 'suivi']);
  expect(touched.get('mandat.confirme')?.toSorted()).toEqual(['carteResponsable', 'contrat', 'mandataire', 'suivi']);
});

test('a fact that acts in a way that could read more touches every region', () => {
  const { machine } = procedureOf('groupement');
  expect(regionsTouched(machine).get('etatDesLieux.recu')).toEqual(Object.keys(machine.root.states));
});
