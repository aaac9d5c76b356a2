import { describe, expect, test } from 'vitest';
import { findProcedure, procedures } from '../machines/index.ts';
import type { Procedure } from '../machines/procedure.ts';
import { definitionHash } from '../src/engine/graph/distance-table.ts';
import { walk } from '../src/engine/graph/graph.ts';
import { guardNames } from '../src/engine/graph/guard-tree.ts';
import { descendants } from '../src/engine/graph/independence.ts';
import { openSnapshot, takeStep } from '../src/engine/transition.ts';
import { describeModel, explore, wholeSize } from './model/model.ts';

const JOUR = '2026-01-05';
const paths = procedures.filter(({ genre }) => genre === 'dossier');

describeModel('certificat');
describeModel('groupement');

test('a private group’s path moves as a GHT’s, so that one graph stands for both', () => {
  const [publicGht, priveGroupe] = ['public-ght', 'prive-groupe'].map((id) => findProcedure(id) as Procedure);
  expect(definitionHash(priveGroupe as Procedure)).toBe(definitionHash(publicGht as Procedure));
});

test('setting an independent region aside loses nothing: the product is the whole', () => {
  const model = explore('groupement');
  const { keys, edges } = walk(model.procedure);
  expect(wholeSize(model)).toEqual({ etats: keys.length, transitions: edges.length });
});

test.each(paths)('every order of a certificate of $id asks for the same, the first as the next', ({ machine }) => {
  const orders = descendants(machine.root).flatMap((node) => node.transitions.get('certificat.demande') ?? []);
  const canOrder = [
    ...['isOuvert', 'hasAdministrateurActif', 'isCarteAdministrateurInDate'],
    ...['isOffrePro', 'isUsageDeQualite', 'hasBeneficiaireCarte', 'hasPrerequisPlateforme'],
  ];
  expect(orders.map(({ guard }) => guardNames(guard))).toEqual([canOrder, canOrder, canOrder]);
});

describe.each(paths)('an abandoned dossier of $id', (procedure) => {
  test('listens to nobody in any region but the one that reopens it', () => {
    expect(unguarded(procedure)).toEqual(['dossier.abandonne', 'dossier.rouvert']);
  });

  test('takes its reopening alone', () => {
    const open = openSnapshot(procedure);
    const abandoned = takeStep(open, happened('dossier.abandonne'))?.snapshot ?? open;
    const taken = Object.entries(procedure.facts).filter(([type, { exemples }]) =>
      exemples.some((exemple) => takeStep(abandoned, { ...exemple, ...happened(type) }) !== null),
    );
    expect(taken.map(([type]) => type)).toEqual(['dossier.rouvert']);
  });
});

/** The facts that are told and that some transition takes without asking that the dossier be open. */
function unguarded({ machine, facts }: Procedure): string[] {
  const transitions = descendants(machine.root).flatMap((node) => [...node.transitions.values()].flat());
  const told = transitions.filter(({ eventType }) => facts[eventType]?.derive === false);
  return [...new Set(told.filter(({ guard }) => !asksOpen(guard)).map(({ eventType }) => eventType))].sort();
}

function asksOpen(guard: unknown): boolean {
  if (guard === 'isOuvert') return true;
  const { check, guards = [] } = (guard ?? {}) as { check?: { name: string }; guards?: unknown[] };
  return check?.name === 'checkAnd' && guards.some(asksOpen);
}

function happened(type: string) {
  return { type, date: JOUR, empreinte: '' };
}
