import { describe, expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { adjacencies } from '../../scripts/proof/adjacency.ts';
import { checker } from '../../scripts/proof/check.ts';
import { checkClause } from '../../scripts/proof/check-written.ts';
import type { Clause, Motif, Proposition } from '../../scripts/proof/claim.ts';
import { lexiconOf } from '../../scripts/proof/lexicon.ts';
import { AVANT_PREAVIS, PERIMEE, TROP_TARD, withVariants } from '../../scripts/proof/variants.ts';
import { ecritOf } from '../../scripts/proof/written.ts';
import { JOUR } from '../../scripts/walk/offer.ts';

const certificat = findProcedure('certificat') as Procedure;
const dossier = findProcedure('prive-mono-site') as Procedure;
const graphs = adjacencies(certificat);
const check = checker(graphs.ensemble);
const tropTot: Motif = { faits: ['certificat.expire'], saisie: { date: JOUR } };

describe('a claim that something never happens', () => {
  test('counts the variants that are offered, not the states', () => {
    const offered = graphs.ensemble.faits.filter(
      ({ type, saisie }) => type === 'certificat.expire' && saisie['date'] === JOUR,
    );
    expect(check({ forme: 'jamais', fait: tropTot })).toEqual({ verdict: 'prouvé', cas: offered.length });
    expect(offered.length).toBeGreaterThan(0);
  });

  test('is refuted when nothing such is offered', () => {
    const fait = { ...tropTot, saisie: { date: '1999-01-01' } };
    expect(check({ forme: 'jamais', fait })).toEqual({ verdict: 'réfuté', cas: 0 });
  });
});

test('an alternative that nothing shows refutes its claim', () => {
  const saisies = [{ carte: 'CPS' }, { carte: 'CDE' }];
  const found = check({ forme: 'chaque', fait: { faits: ['certificat.renouvele'] }, saisies });
  expect(found).toMatchObject({ verdict: 'réfuté', manquants: ['{"carte":"CDE"}'] });
});

describe('a word that names nothing is told', () => {
  const { unknown, unknownClause } = lexiconOf(certificat, graphs);
  const told = (proposition: Proposition) =>
    unknown({ id: 'x', enonce: '', source: '§6', proposition }, graphs.ensemble);

  test.each<[string, Proposition, string]>([
    ['state', { forme: 'toujours', si: 'vie.instale', alors: 'vie' }, 'etat vie.instale (x)'],
    ['guard', { forme: 'indifferent', gardes: ['isValide'] }, 'garde isValide (x)'],
    ['fact', { forme: 'jamais', fait: { faits: ['certificat.instale'] } }, 'fait certificat.instale (x)'],
    ['field', { forme: 'jamais', fait: { saisie: { jour: JOUR } } }, 'champ jour (x)'],
    [
      'field of another fact',
      { forme: 'jamais', fait: { faits: ['certificat.installe'], saisie: { carte: 'CPF' } } },
      'champ carte (x)',
    ],
    ['place of the context', { forme: 'retient', fait: {}, contexte: { fins: null } }, 'contexte fins (x)'],
    ['field of what is told', { forme: 'dit', fait: {}, dits: [{ 'fait.nom': 'x' }] }, 'dit fait.nom (x)'],
    ['statut', { forme: 'toujours', si: 'statut.fini', alors: 'vie' }, 'etat statut.fini (x)'],
  ])('a %s', (_, proposition, word) => {
    expect(told(proposition)).toEqual([word]);
  });

  test('a value', () => {
    const proposition: Clause = { forme: 'vaut', valeurs: { 'politique.validiteMois': 36 } };
    expect(unknownClause({ id: 'x', enonce: '', source: '§7', proposition })).toEqual([
      'valeur politique.validiteMois (x)',
    ]);
  });
});

describe('every fact is offered', () => {
  const offered = (type: string) => withVariants(dossier).facts[type]?.exemples as readonly Record<string, unknown>[];

  test('on a day after the end of every card', () => {
    for (const type of ['contrat.signe', 'formulaire413.signe', 'mandat.confirme']) {
      expect(offered(type).some(({ date }) => date === TROP_TARD)).toBe(true);
    }
  });

  test('with each card it bears, however deep, lapsed before its day', () => {
    expect(offered('mandat.confirme')).toContainEqual({ carte: { type: 'CPE', fin: PERIMEE } });
    const ends = (type: string, read: (exemple: never) => unknown) =>
      offered(type).map((exemple) => read(exemple as never));
    expect(ends('formulaire413.partie3Remplie', ({ partie3 }: Visa) => partie3.carte.fin)).toContain(PERIMEE);
    expect(ends('mandat.demande', ({ saisie }: Formulaire502) => saisie?.carte.fin)).toContain(PERIMEE);
  });

  test('before its day, when the calendar brings it', () => {
    expect(offered('carteResponsable.expiree')).toContainEqual({ date: JOUR });
    const notices = withVariants(certificat).facts['certificat.renouvellementDu']?.exemples;
    expect(notices).toContainEqual({ date: AVANT_PREAVIS });
  });
});

describe('what is written', () => {
  const ecrit = ecritOf(dossier);

  test('freezes an abandoned dossier', () => {
    const claim: Clause = { forme: 'fige', etat: 'suivi.abandonne', par: 'dossier.abandonne', leve: 'dossier.rouvert' };
    expect(checkClause(ecrit, claim).verdict).toBe('prouvé');
    const open = ecrit.transitions.map((move) => (move.fait === 'contrat.signe' ? { ...move, si: null } : move));
    expect(checkClause({ ...ecrit, transitions: open }, claim)).toMatchObject({
      verdict: 'réfuté',
      manquants: ['contrat.attenteDecision contrat.signe'],
    });
  });

  test('asks for the stamp, which may not be false', () => {
    const claim = (champ: string): Clause => ({
      forme: 'exige',
      faits: ['formulaire413.partie3Remplie'],
      champs: [champ],
    });
    expect(checkClause(ecrit, claim('partie3.cachet')).verdict).toBe('prouvé');
    expect(checkClause(ecrit, claim('partie3.cachet=false')).verdict).toBe('prouvé');
    expect(checkClause(ecrit, claim('partie3.tampon')).verdict).toBe('réfuté');
  });
});

interface Visa {
  partie3: { carte: { fin: string } };
}

interface Formulaire502 {
  saisie?: { carte: { fin: string } };
}
