import { describe, expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { adjacencies } from '../../scripts/proof/adjacency.ts';
import { type Certificate, certify } from '../../scripts/proof/certificate.ts';
import { mutantsOf } from '../../scripts/proof/mutation/mutants.ts';
import { verify } from '../../scripts/proof/verify.ts';
import { reportOf } from '../../scripts/prove/report.ts';

const SOURCES = 'sources';
const certificat = procedureOf('certificat');
const graphs = adjacencies(certificat);
const sound = certify(certificat, graphs, SOURCES);

describe('a proof', () => {
  test('names what no life of a certificate avoids', () => {
    expect(sound.invariants.find(({ id }) => id === 'etapes-obligatoires')?.temoin.alternatives).toEqual({
      coupes: [['certificat.disponible'], ['certificat.installe'], ['certificat.retire']],
      chemins: [['certificat.disponible', 'certificat.installe', 'certificat.retire']],
    });
  });

  test('refutes a removed guard by the shortest story that breaks it', () => {
    const weak = mutantOf('certificat', 'certificat.retire', 'sans hasAdministrateurDisponible');
    const weaker = adjacencies(weak);
    const certificate = certify(weak, weaker, SOURCES);
    expect(unproved(certificate)).toEqual(['actes-d-un-habilite']);
    expect(verify(certificate, weaker)).toEqual([]);
    expect(reportOf(weak, { certificate, objections: [], secondes: 0 })).toContain(
      [
        '           1. Plus d’administrateur technique habilité disponible (administrateurTechnique.indisponible)',
        '           2. Certificat mis à disposition (certificat.disponible)',
        '           3. Certificat retiré par l’administrateur technique (certificat.retire)',
      ].join('\n'),
    );
  });
});

describe('a limit', () => {
  test('leaves unknown what it did not refute', () => {
    const few = adjacencies(certificat, { limit: 5 });
    const certificate = certify(certificat, few, SOURCES);
    const walked = certificate.invariants.filter(({ graphe }) => graphe === 'ensemble');
    expect(new Set(walked.map(({ verdict }) => verdict))).toEqual(new Set(['inconnu']));
    expect(verify(certificate, few)).toEqual([]);
  });
});

describe('the reader of a certificate', () => {
  const alter = (id: string, change: (finding: Certificate['invariants'][number]) => object): Certificate => ({
    ...sound,
    invariants: sound.invariants.map((finding) => (finding.id === id ? { ...finding, ...change(finding) } : finding)),
  });

  test.each<[string, Certificate, string[]]>([
    ['another number of states', { ...sound, etats: sound.etats + 1 }, ['etats']],
    ['another number of transitions', { ...sound, transitions: 0 }, ['transitions']],
    ['a verdict turned over', alter('sans-impasse', () => ({ verdict: 'réfuté' })), ['sans-impasse']],
    ['a limit that was not reached', alter('sans-impasse', () => ({ verdict: 'inconnu' })), ['sans-impasse']],
    ['a claim that is false', alter('sans-impasse', () => ({ proposition: { forme: 'vivant' } })), ['sans-impasse']],
    ['a claim about nothing', alter('clos-refuse', () => ({ proposition: aboutNothing })), ['clos-refuse']],
    ['another count', alter('clos-refuse', () => ({ temoin: { cas: 3 } })), ['clos-refuse']],
    ['another size of the whole', { ...sound, produit: { ...sound.produit, etats: 1 } }, ['produit']],
    ['a state misspelt where it is denied', alter('clos-refuse', () => ({ proposition: misspelt })), ['clos-refuse']],
    [
      'a field that no fact brings',
      alter('calendrier-trop-tot', () => ({ proposition: unbrought })),
      ['calendrier-trop-tot'],
    ],
    ['a value that is not written', alter('validite', () => ({ proposition: otherValue })), ['validite']],
    ['a mandatory step left out', alter('etapes-obligatoires', withoutACut), ['etapes-obligatoires']],
    ['a mandatory step made up', alter('etapes-obligatoires', withACutMore), ['etapes-obligatoires']],
  ])('rejects %s', (_, certificate, objections) => {
    expect(verify(certificate, graphs)).toEqual(objections);
  });

  test('rejects a state that nothing reaches', () => {
    const ensemble = { ...graphs.ensemble, etats: [...graphs.ensemble.etats, ['vie.perdue']] };
    const { length } = ensemble.etats;
    expect(verify({ ...sound, etats: length }, { ...graphs, ensemble })).toContain('graphe');
  });
});

const aboutNothing = { forme: 'toujours', si: 'vie.inconnue', alors: 'vie.clos' };

const misspelt = { forme: 'chaque', fait: {}, si: 'vie.clos.refuse', depuis: { non: 'vie.clos.refuze' } };
const unbrought = { forme: 'jamais', fait: { faits: ['certificat.installe'], saisie: { jour: '2040-01-05' } } };
const otherValue = { forme: 'vaut', valeurs: { 'politique.validiteAnnees': 30 } };

function withoutACut({ temoin }: Certificate['invariants'][number]) {
  const { coupes = [], chemins = [] } = temoin.alternatives ?? {};
  return { temoin: { cas: 2, alternatives: { coupes: coupes.slice(1), chemins } } };
}

function withACutMore({ temoin }: Certificate['invariants'][number]) {
  const { coupes = [], chemins = [] } = temoin.alternatives ?? {};
  return { temoin: { cas: 4, alternatives: { coupes: [...coupes, ['certificat.revoque']], chemins } } };
}

function procedureOf(id: string): Procedure {
  return findProcedure(id) as Procedure;
}

function mutantOf(id: string, fait: string, change: string): Procedure {
  return mutantsOf(procedureOf(id))
    .find((one) => one.fait === fait && one.change === change)
    ?.procedure() as Procedure;
}

function unproved({ invariants }: Certificate): string[] {
  return invariants.filter(({ verdict }) => verdict !== 'prouvé').map(({ id }) => id);
}
