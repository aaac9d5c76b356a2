import { describe, expect, test } from 'vitest';
import { findProcedure, procedures } from '../machines/index.ts';
import type { Procedure } from '../machines/procedure.ts';
import { definitionHash } from '../scripts/tables/distances.ts';
import { walk } from '../scripts/walk/graph.ts';
import { guardNames } from '../src/engine/graph/guard-tree.ts';
import { descendants, transitionsIn } from '../src/engine/graph/independence.ts';
import { openSnapshot, takeStep } from '../src/engine/transition.ts';
import { describeModel, explore, wholeSize } from './model/model.ts';

const JOUR = '2026-01-05';
const paths = procedures.filter(({ genre }) => genre === 'dossier');

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

test.each(paths)(
  'a certificate of $id is ordered in one place, which asks for all that §3 and §6 do',
  ({ machine }) => {
    const orders = descendants(machine.root).flatMap((node) => node.transitions.get('certificat.demande') ?? []);
    const canOrder = [
      ...['isOuvert', 'hasContratActif', 'hasAdministrateurActif', 'isAdministrateurHabilite', 'isHabiliteInDate'],
      ...['isOffrePro', 'isUsageDeQualite', 'hasBeneficiaireCarte', 'hasPrerequisPlateforme'],
    ];
    expect(orders.map(({ guard }) => guardNames(guard))).toEqual([canOrder]);
  },
);

describe.each(paths)('a dossier of $id', (procedure) => {
  const { facts, machine } = procedure;
  const told = transitionsIn(machine.root).filter(({ eventType }) => facts[eventType]?.derive === false);

  test('is opened, closed and renamed by one region, which every other asks', () => {
    const free = told.filter(({ guard }) => !asksFirst(guard, 'isOuvert') && !asksFirst(guard, 'isSuivi'));
    expect(distinct(free)).toEqual([
      'dossier.abandonne',
      'dossier.rouvert',
      'etablissement.coordonneesModifiees',
      'etablissement.ferme',
    ]);
  });

  test('begins nothing unless it is open', () => {
    const begins = ({ eventType }: { eventType: string }) =>
      ['demarche', 'constat'].includes(facts[eventType]?.sorte ?? '');
    const closed = told.filter(({ guard }) => !asksFirst(guard, 'isOuvert')).filter(begins);
    expect(distinct(closed)).toEqual(['dossier.rouvert']);
  });

  test('takes nothing but its reopening, and the count of its certificates, once abandoned', () => {
    expect(takenAfter('dossier.abandonne')).toEqual([
      'dossier.rouvert',
      'certificats.enCours',
      'certificats.enService',
    ]);
  });

  test('whose establishment has closed takes what happens to it, and nothing that somebody does', () => {
    const taken = takenAfter('etablissement.ferme').filter((type) => facts[type]?.derive === false);
    expect(taken).not.toEqual([]);
    expect(taken.filter((type) => facts[type]?.sorte !== 'alea' && facts[type]?.sorte !== 'reponse')).toEqual([]);
  });

  function takenAfter(type: string): string[] {
    const open = openSnapshot(procedure);
    const stopped = takeStep(open, happened(type))?.snapshot ?? open;
    const taken = Object.entries(facts).filter(([other, { exemples }]) =>
      exemples.some((exemple) => takeStep(stopped, { ...exemple, ...happened(other) }) !== null),
    );
    return taken.map(([other]) => other);
  }
});

function distinct(transitions: readonly { eventType: string }[]): string[] {
  return [...new Set(transitions.map(({ eventType }) => eventType))].sort();
}

function asksFirst(guard: unknown, name: string): boolean {
  if (guard === name) return true;
  const { check, guards = [] } = (guard ?? {}) as { check?: { name: string }; guards?: unknown[] };
  return check?.name === 'checkAnd' && guards.some((part) => asksFirst(part, name));
}

function happened(type: string) {
  return { type, date: JOUR, empreinte: '' };
}
