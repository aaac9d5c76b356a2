import { describe, expect, test } from 'vitest';
import { exempleFormulaire413 } from '../../machines/formulaires/formulaire-413.ts';
import type { Family } from '../../src/engine/decide.ts';
import { faits, JOUR, member, openDossier, submit, type Told, tell } from './family.ts';

const { habilite, prerequis } = faits;
const types = ['CPS', 'CPF', 'CPE', 'CPA', 'CDE'];
const fin = '2035-12-31';
const lapsed = '2026-03-01';

/** A fact that bears a card: where it is told, and its body around the card. */
interface Door {
  at: () => Family;
  fact: (carte: { type: string; fin: string | null }) => { type: string; [champ: string]: unknown };
  admitted: string[];
}

const sans = (...facts: Told[]) => tell(openDossier(), 'dossier', ...facts);
const bare = (origine: string) => ({ type: 'administrateurTechnique.designe', origine, carte: null });
const ordered = (origine: string) =>
  origine === 'technicien'
    ? sans(...prerequis.slice(0, 2), bare(origine))
    : sans(...prerequis.slice(0, 2), bare(origine), 'carteAdministrateur.demandee', 'carteAdministrateur.emise');
const bearing = (type: string) => (carte: object) => ({ type, carte });
const lost101 = ['carteResponsable.trouvee', 'carteResponsable.opposee'];
const found = ['contrat.trouve', 'carteResponsable.trouvee', 'mandat.trouve'];
const visa = (qualite: string) => (carte: object) => ({
  type: 'formulaire413.partie3Remplie',
  partie3: { ...exempleFormulaire413.partie3, qualite, carte },
});
const designe = (origine: string) => (carte: object) => ({ type: 'administrateurTechnique.designe', origine, carte });

const responsable = ['CPS', 'CDE'];
const mandataire = ['CPS', 'CPE', 'CPA'];
const employe = ['CPS', 'CPE'];
const doors: Record<string, Door> = {
  'the representative’s, found': { at: () => sans(), fact: bearing('carteResponsable.trouvee'), admitted: responsable },
  'the representative’s, activated': {
    at: () => sans('formulaire101.transmis', 'carteResponsable.emise'),
    fact: bearing('carteResponsable.activee'),
    admitted: responsable,
  },
  'the representative’s, renewed': {
    at: () => sans(...lost101),
    fact: bearing('carteResponsable.renouvelee'),
    admitted: responsable,
  },
  'the mandataire’s, found': { at: () => sans('contrat.trouve'), fact: bearing('mandat.trouve'), admitted: mandataire },
  'the mandataire’s, recorded': {
    at: () => sans(...found.slice(0, 2), 'mandat.demande'),
    fact: bearing('mandat.enregistre'),
    admitted: mandataire,
  },
  'the mandataire’s, activated': {
    at: () => sans(...found.slice(0, 2), 'carteMandataire.demandee', 'carteMandataire.emise'),
    fact: bearing('carteMandataire.activee'),
    admitted: mandataire,
  },
  'the mandataire’s, renewed': {
    at: () => sans(...found),
    fact: bearing('carteMandataire.renouvelee'),
    admitted: mandataire,
  },
  'the mandataire’s, confirmed': {
    at: () => sans(...found, 'representantLegal.remplace', 'carteResponsable.trouvee'),
    fact: bearing('mandat.confirme'),
    admitted: mandataire,
  },
  'an employé’s, designated': { at: () => sans(), fact: designe('employe'), admitted: employe },
  'an employé’s, activated': {
    at: () => ordered('employe'),
    fact: bearing('carteAdministrateur.activee'),
    admitted: employe,
  },
  'an employé’s, renewed': {
    at: () => sans(...prerequis),
    fact: bearing('carteAdministrateur.renouvelee'),
    admitted: employe,
  },
  'a technicien’s, designated': { at: () => sans(), fact: designe('technicien'), admitted: ['CPA'] },
  'a technicien’s, activated': {
    at: () => ordered('technicien'),
    fact: bearing('carteAdministrateur.activee'),
    admitted: ['CPA'],
  },
  'a technicien’s, renewed': {
    at: () => sans(designe('technicien')({ type: 'CPA', fin })),
    fact: bearing('carteAdministrateur.renouvelee'),
    admitted: ['CPA'],
  },
  'the representative’s, on a visa': { at: () => sans(), fact: visa('representantLegal'), admitted: responsable },
  'the mandataire’s, on a visa': { at: () => sans(), fact: visa('mandataire'), admitted: mandataire },
};

describe.each(Object.entries(doors))('the card is %s', (_, { at, fact, admitted }) => {
  const isTaken = (carte: { type: string; fin: string | null }) =>
    submit(at(), 'dossier', { ...exempleOf(at(), fact(carte).type), ...fact(carte), date: JOUR }).ok;

  test('of the kinds that its holder may have, and no CPF', () => {
    expect(types.filter((type) => isTaken({ type, fin }))).toEqual(
      admitted.toSorted((a, b) => types.indexOf(a) - types.indexOf(b)),
    );
  });

  test('that has not ended, the last day included', () => {
    const [type = ''] = admitted;
    expect([lapsed, JOUR, null].map((last) => isTaken({ type, fin: last }))).toEqual([false, true, true]);
  });
});

describe('the other doors', () => {
  test('a visa is not dated after the day on which it is told', () => {
    const partie3 = { ...exempleFormulaire413.partie3, date: '2031-01-01' };
    expect(submit(sans(), 'dossier', { type: 'formulaire413.partie3Remplie', date: JOUR, partie3 })).toMatchObject({
      ok: false,
      error: { code: 'saisie-invalide', erreurs: [{ pointeur: '/partie3/date' }] },
    });
  });

  test('form 502 names a card that serves', () => {
    const at = sans(...found.slice(0, 2));
    const isTaken = (carte: object) => {
      const { moyen, saisie } = exempleOf(at, 'mandat.demande') as { moyen: string; saisie: object };
      return submit(at, 'dossier', { type: 'mandat.demande', date: JOUR, moyen, saisie: { ...saisie, carte } }).ok;
    };
    expect(types.filter((type) => isTaken({ type, fin }))).toEqual(['CPS', 'CPE', 'CPA']);
    expect(isTaken({ type: 'CPE', fin: lapsed })).toBe(false);
  });

  test.each([
    ['pharmacien', 'CPS'],
    ['medecin', 'CPS'],
    ['agentAdmission', 'CPE'],
  ])('a certificate of a %s takes a %s, ordered or renewed', (qualite, carte) => {
    const habilited = sans(...habilite);
    const order = (shown: string | null) => ({
      type: 'certificat.demande',
      date: JOUR,
      usage: 'AUTH',
      prerequisVerifies: true,
      beneficiaire: { nom: 'Martin', prenom: 'Camille', qualite, carte: shown },
    });
    expect([...types, null].filter((shown) => submit(habilited, 'dossier', order(shown)).ok)).toEqual([carte]);
    const installed = tell(tell(habilited, 'dossier', order(carte)), 'certificat-1', ...faits.installe);
    const renew = (shown: string | null) => ({ type: 'certificat.renouvele', date: JOUR, carte: shown });
    expect([...types, null].filter((shown) => submit(installed, 'certificat-1', renew(shown)).ok)).toEqual([carte]);
  });
});

function exempleOf(family: Family, type: string): object {
  return member(family, 'dossier').procedure.facts[type]?.exemples[0] ?? {};
}
