import { describe, expect, test } from 'vitest';
import { findProcedure, procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { separate } from '../../scripts/proof/separation.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { compare } from '../../src/diagrams/comparison.ts';
import { differenceOf } from '../../src/diagrams/difference.ts';
import { drawDifference, unionOf } from '../../src/diagrams/drawn-difference.ts';
import { expectSeparated, mono, mutant } from './weakened.ts';

const certificat = findProcedure('certificat') as Procedure;

describe('the difference', () => {
  test.each(procedures)('from $id to itself is none', (procedure) => {
    expect(differenceOf(chartOf(procedure), chartOf(procedure)).identiques).toBe(true);
    expect(separate([procedure, procedure]).faits).toBeNull();
  });

  test('from a site alone to a site of a GHT is the coordination, and one condition more', () => {
    const { etats, transitions, suites } = compare(mono, findProcedure('public-ght') as Procedure);
    expect(etats.ajoutes.map(({ id }) => id)).toEqual([
      ...['coordination', 'coordination.aContacter', 'coordination.contactee'],
      ...['etatDesLieux', 'etatDesLieux.attendu', 'etatDesLieux.recu'],
    ]);
    expect([etats.retires, etats.modifies, transitions.retires]).toEqual([[], [], []]);
    expect(
      transitions.modifies.map(({ apres, changements }) => [apres.fait, changements.map(({ champ }) => champ)]),
    ).toEqual([['formulaire413.transmis', ['condition']]]);
    expect(suites.map(({ faits }) => faits?.at(-1)?.type)).toEqual(['formulaire413.transmis', 'dsi.contactee']);
  });

  test('of a guard dropped names its condition; what only the weaker takes is found, the other way round nothing is', () => {
    const weaker = mutant(certificat, {
      etat: 'vie.disponible',
      fait: 'certificat.retire',
      change: 'sans hasAdministrateurDisponible',
    });
    const { transitions } = differenceOf(chartOf(certificat), chartOf(weaker));
    expect(transitions.modifies.map(({ changements }) => changements)).toEqual([
      [
        {
          champ: 'condition',
          avant: 'AT habilité disponible, carte de l’AT non échue, sans alerte',
          apres: 'carte de l’AT non échue, sans alerte',
        },
      ],
    ]);
    const { faits } = separate([weaker, certificat]);
    expect(faits?.map(({ type }) => type)).toEqual([
      'administrateurTechnique.indisponible',
      'certificat.disponible',
      'certificat.retire',
    ]);
    expect(separate([certificat, weaker])).toMatchObject({ faits: null, complete: true });
  });

  test('of a target moved names where it led and leads', () => {
    const moved = mutant(certificat, { etat: 'vie.demande', fait: 'certificat.refuse', change: 'vers annule' });
    const [modified] = differenceOf(chartOf(certificat), chartOf(moved)).transitions.modifies;
    expect(modified?.changements).toEqual([{ champ: 'vers', avant: 'vie.clos.refuse', apres: 'vie.clos.annule' }]);
  });

  test('of a label, a form and an actor names each', () => {
    const before = chartOf(mono);
    const change = { libelle: 'Autre', formulaire: null, acteur: 'dsi' } as const;
    const after = {
      ...before,
      etats: before.etats.map((etat) => (etat.id === 'contrat.aCompleter' ? { ...etat, ...change } : etat)),
    };
    expect(differenceOf(before, after).etats.modifies.map(({ changements }) => changements)).toEqual([
      [
        { champ: 'libelle', avant: 'Contrat de structure à compléter', apres: 'Autre' },
        { champ: 'acteur', avant: 'representantLegal', apres: 'dsi' },
        { champ: 'formulaire', avant: 'contrat-structure', apres: null },
      ],
    ]);
  });
});

describe('the picture of both', () => {
  const ght = findProcedure('public-ght') as Procedure;

  test('has all that either has, each sort with its sign', () => {
    const { chart, etats } = unionOf(chartOf(ght), chartOf(mono));
    expect(new Set(chart.etats.map(({ id }) => id))).toEqual(new Set(chartOf(ght).etats.map(({ id }) => id)));
    expect(chart.transitions).toHaveLength(chartOf(ght).transitions.length);
    expect(etats.get('coordination.aContacter')).toBe('retire');
    expect(etats.get('formulaire413.aTransmettre')).toBe('modifie');
    const signed = [...chart.etats, ...chart.transitions].filter(({ libelle }) => /^[+−≠]/.test(libelle));
    expect(signed.map(({ libelle }) => libelle)).toContain('≠ Formulaire 413 transmis à l’ANS');
    expect(signed).toHaveLength(9);
  });

  test('is drawn with its marks', async () => {
    expect(await drawDifference(mono, ght)).toMatch(
      /<g class="passe">.*<g class="courant">|<g class="courant">.*<g class="passe">/s,
    );
  });
});

describe('the facts that one takes and another refuses', () => {
  test('are real: editeur.aContacter editeur.contacte sans isOuvert', () => {
    expectSeparated({ etat: 'editeur.aContacter', fait: 'editeur.contacte', change: 'sans isOuvert' });
  });

  test('are not said to be missing when the search was stopped', () => {
    const weaker = mutant(mono, {
      etat: 'formulaire413.aSigner',
      fait: 'formulaire413.signe',
      change: 'sans hasContratActif',
    });
    expect(separate([weaker, mono], 50)).toMatchObject({ faits: null, complete: false });
  });
});
