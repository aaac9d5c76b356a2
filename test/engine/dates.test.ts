import { describe, expect, test } from 'vitest';
import { exempleFormulaire413 } from '../../machines/formulaires/formulaire-413.ts';
import { conformityOf } from '../../src/engine/answers/conformity.ts';
import type { Family } from '../../src/engine/decide.ts';
import {
  decisionOf,
  faits,
  JOUR,
  manqueOf,
  member,
  openDossier,
  refusalOf,
  standing,
  type Told,
  tell,
} from './family.ts';

const around = { jour: JOUR, instant: `${JOUR}T09:00:00.000Z`, newId: () => 'essai' };
const on = (type: string, date: string, champs: object = {}) => ({ ...champs, type, date });
const visa = (date: string) =>
  on('formulaire413.partie3Remplie', date, { partie3: { ...exempleFormulaire413.partie3, date } });

/** A whole life in the order of its dates, from the contract to a certificate in service. */
const vie: [on: string, fact: { type: string; date: string }][] = [
  ['dossier', on('contrat.transmis', '2025-05-12')],
  ['dossier', on('contrat.signe', '2025-06-10')],
  ['dossier', on('carteResponsable.trouvee', '2025-06-10')],
  ['dossier', on('administrateurTechnique.designe', '2025-06-10')],
  ['dossier', on('formulaire413.partie1Remplie', '2025-06-11')],
  ['dossier', on('formulaire413.partie4Remplie', '2025-06-11')],
  ['dossier', visa('2025-06-12')],
  ['dossier', on('formulaire413.signe', '2025-06-12')],
  ['dossier', on('formulaire413.transmis', '2025-06-13')],
  ['dossier', on('formulaire413.recu', '2025-06-16')],
  ['dossier', on('habilitation.accordee', '2025-06-30')],
  ['dossier', on('certificat.demande', '2025-07-01')],
  ['certificat-1', on('certificat.disponible', '2025-07-08')],
  ['certificat-1', on('certificat.retire', '2025-07-10')],
  ['certificat-1', on('certificat.installe', '2025-07-11')],
];
const upTo = (type: string) =>
  vie.slice(
    0,
    vie.findIndex(([, fact]) => fact.type === type),
  );
const live = (facts: typeof vie) => facts.reduce((family, [id, fact]) => tell(family, id, fact), openDossier());

describe('a fact is never dated before what it stands on', () => {
  test.each<[string, string, string, string, string]>([
    ['a signature, before the visa', 'formulaire413.signe', '2025-01-15', 'formulaire413.partie3Remplie', '2025-06-12'],
    ['a sending, before the signature', 'formulaire413.transmis', '2024-12-20', 'formulaire413.signe', '2025-06-12'],
    ['a receipt, before the sending', 'formulaire413.recu', '2024-11-10', 'formulaire413.transmis', '2025-06-13'],
    ['an habilitation, before the receipt', 'habilitation.accordee', '2024-05-02', 'formulaire413.recu', '2025-06-16'],
    ['an order, before the habilitation', 'certificat.demande', '2023-04-03', 'habilitation.accordee', '2025-06-30'],
    ['a delivery, before the order', 'certificat.disponible', '2025-06-30', 'certificat.demande', '2025-07-01'],
    ['a withdrawal, before the delivery', 'certificat.retire', '2025-07-07', 'certificat.disponible', '2025-07-08'],
    ['an installation, before the withdrawal', 'certificat.installe', '2025-07-09', 'certificat.retire', '2025-07-10'],
  ])('%s', (_, type, date, earlier, day) => {
    const told = vie.find(([, fact]) => fact.type === type) as (typeof vie)[number];
    expect(refusalOf(live(upTo(type)), told[0], { ...told[1], date })).toMatchObject({
      ...{ code: 'date-anterieure', type, date },
      anterieur: { type: earlier, date: day },
    });
  });

  test('a signature, before the contract that its condition reads', () => {
    const signed = live(upTo('contrat.transmis'));
    const early = tell(
      signed,
      'dossier',
      ...['carteResponsable.trouvee', 'administrateurTechnique.designe', 'formulaire413.partie1Remplie'].map((type) =>
        on(type, '2025-01-10'),
      ),
      on('formulaire413.partie4Remplie', '2025-01-10'),
      visa('2025-01-10'),
      on('contrat.transmis', '2025-05-12'),
      on('contrat.signe', '2025-06-10'),
    );
    expect(refusalOf(early, 'dossier', on('formulaire413.signe', '2025-01-15'))).toEqual({
      code: 'date-anterieure',
      type: 'formulaire413.signe',
      date: '2025-01-15',
      anterieur: { type: 'contrat.signe', libelle: 'Contrat accepté par l’ANS', date: '2025-06-10' },
    });
    expect(standing(tell(early, 'dossier', on('formulaire413.signe', '2025-06-10')), 'dossier')).toMatchObject({
      formulaire413: 'aTransmettre',
    });
  });

  test('nor is a later order under an habilitation that was lost and given again', () => {
    const lost = tell(live(upTo('certificat.demande')), 'dossier', on('habilitation.retiree', '2025-08-01'));
    const again = tell(
      lost,
      'dossier',
      on('formulaire413.partie4Remplie', '2025-08-02'),
      visa('2025-08-02'),
      ...['formulaire413.signe', 'formulaire413.transmis', 'formulaire413.recu'].map((type) => on(type, '2025-08-02')),
      on('habilitation.accordee', '2025-09-01'),
    );
    expect(refusalOf(again, 'dossier', on('certificat.demande', '2025-07-01'))).toMatchObject({
      anterieur: { type: 'habilitation.accordee', date: '2025-09-01' },
    });
  });

  test('nor does the conformity check find it so, and it says the same', () => {
    const history = [
      on('contrat.transmis', '2025-06-10'),
      on('contrat.signe', '2025-01-15', { numero: 'C-2025-0001' }),
    ];
    expect(conformityOf(openDossier(), 'dossier', history, around)).toEqual({
      conforme: false,
      refus: {
        rang: 1,
        refus: {
          code: 'date-anterieure',
          type: 'contrat.signe',
          date: '2025-01-15',
          anterieur: {
            type: 'contrat.transmis',
            libelle: 'Contrat de structure complété, signé et transmis',
            date: '2025-06-10',
          },
        },
      },
      reparation: null,
    });
    const inOrder = vie.slice(0, 12).map(([, fact]) => ({ ...exempleOf(openDossier(), fact.type), ...fact }));
    expect(conformityOf(openDossier(), 'dossier', inOrder, around)).toMatchObject({ conforme: true, refus: null });
  });

  test('either date corrected is a way out', () => {
    const sent = tell(openDossier(), 'dossier', on('contrat.transmis', '2025-06-10'));
    expect(standing(tell(sent, 'dossier', on('contrat.signe', '2025-06-15')), 'dossier')).toMatchObject({
      contrat: 'actif',
    });
    const earlier = tell(openDossier(), 'dossier', on('contrat.transmis', '2025-01-10'));
    expect(standing(tell(earlier, 'dossier', on('contrat.signe', '2025-01-15')), 'dossier')).toMatchObject({
      contrat: 'actif',
    });
  });
});

describe('a late fact', () => {
  test('is told in any order with those on which it does not stand', () => {
    const family = tell(
      openDossier('public-ght'),
      'dossier',
      on('editeur.contacte', '2026-02-20'),
      on('formulaire101.transmis', '2026-01-20'),
      on('contrat.transmis', '2026-01-05'),
      on('carteResponsable.emise', '2026-02-02'),
      on('contrat.signe', '2026-01-19'),
      on('dsi.contactee', '2025-12-01'),
    );
    expect(standing(family, 'dossier')).toMatchObject({
      contrat: 'actif',
      carteResponsable: 'aActiver',
      coordination: 'contactee',
    });
  });

  test('fills a part of form 413 after another of a later day, and the signature comes after both', () => {
    const parts = tell(
      tell(openDossier(), 'dossier', ...faits.prerequis.map((type) => on(type, '2026-01-05'))),
      'dossier',
      on('formulaire413.partie4Remplie', '2026-02-10'),
      on('formulaire413.partie1Remplie', '2026-01-15'),
      visa('2026-01-06'),
    );
    expect(member(parts, 'dossier').depuis['formulaire413.aSigner']).toBe('2026-02-10');
    expect(refusalOf(parts, 'dossier', on('formulaire413.signe', '2026-01-20'))).toMatchObject({
      anterieur: { type: 'formulaire413.partie4Remplie', date: '2026-02-10' },
    });
    expect(standing(tell(parts, 'dossier', on('formulaire413.signe', '2026-02-10')), 'dossier')).toMatchObject({
      formulaire413: 'aTransmettre',
    });
  });
});

describe('what is found to be so', () => {
  test('says since when, and bounds nothing that follows', () => {
    const found = tell(
      openDossier(),
      'dossier',
      on('contrat.trouve', '2026-03-01', { depuis: '2019-06-01' }),
      on('carteResponsable.trouvee', '2026-03-01'),
      on('administrateurTechnique.designe', '2025-09-01'),
      ...['formulaire413.partie1Remplie', 'formulaire413.partie4Remplie'].map((type) => on(type, '2025-09-02')),
      visa('2025-09-02'),
      on('formulaire413.signe', '2025-09-02'),
    );
    const { depuis } = member(found, 'dossier');
    expect([depuis['contrat.actif'], depuis['carteResponsable.active'], depuis['formulaire413.aTransmettre']]).toEqual([
      '2019-06-01',
      '2026-03-01',
      '2025-09-02',
    ]);
  });

  test('is so since its own day at the latest', () => {
    expect(
      refusalOf(openDossier(), 'dossier', on('contrat.trouve', '2026-02-01', { depuis: '2026-02-02' })),
    ).toMatchObject({
      code: 'saisie-invalide',
      erreurs: [{ pointeur: '/depuis' }],
    });
  });
});

describe('what the calendar brings', () => {
  const enService = live(vie);

  test.each<[string, string, Told, string]>([
    ['an expiry on its last day', 'certificat-1', on('certificat.expire', JOUR), 'certificat-echu'],
    ['a notice years before', 'certificat-1', on('certificat.renouvellementDu', JOUR), 'preavis-atteint'],
    [
      'the end of the representative’s card',
      'dossier',
      on('carteResponsable.expiree', JOUR),
      'carte-responsable-echue',
    ],
    [
      'the end of the administrateur technique’s card',
      'dossier',
      on('carteAdministrateur.expiree', JOUR),
      'carte-administrateur-echue',
    ],
  ])('is refused before its day: %s', (_, id, fact, manque) => {
    expect(manqueOf(enService, id, fact)).toContain(manque);
  });

  test('a notice, an end and an expiry come on their days, and not a day before', () => {
    const brief = (champs: object) =>
      tell(live(upTo('certificat.retire')), 'certificat-1', on('certificat.retire', '2025-07-10', champs));
    const due = brief({ debut: '2023-05-01', fin: '2026-05-01' });
    expect(manqueOf(due, 'certificat-1', on('certificat.renouvellementDu', '2026-03-01'))).toEqual(['preavis-atteint']);
    expect(
      standing(tell(due, 'certificat-1', on('certificat.renouvellementDu', '2026-03-02')), 'certificat-1'),
    ).toMatchObject({
      renouvellement: 'du',
    });
    const over = brief({ debut: '2023-03-01', fin: '2026-03-01' });
    expect(manqueOf(over, 'certificat-1', on('certificat.expire', '2026-03-01'))).toEqual(['certificat-echu']);
    expect(standing(tell(over, 'certificat-1', on('certificat.expire', '2026-03-02')), 'certificat-1')).toMatchObject({
      vie: { clos: 'expire' },
    });
  });

  test('is not told of a certificate before it was ordered', () => {
    const ordered = live(upTo('certificat.disponible'));
    expect(manqueOf(ordered, 'certificat-1', on('certificat.renouvellementDu', '2025-05-22'))).toEqual([
      'preavis-atteint',
    ]);
    expect(refusalOf(ordered, 'certificat-1', on('carteBeneficiaire.opposee', '2025-05-22'))).toMatchObject({
      anterieur: { type: 'certificat.demande', date: '2025-07-01' },
    });
  });

  test('a certificate that is withdrawn lives three years', () => {
    expect(member(enService, 'certificat-1').snapshot.context).toMatchObject({ debut: null, fin: '2028-07-10' });
  });
});

describe('what is read off a certificate', () => {
  const available = live(upTo('certificat.retire'));
  const withdrawn = (champs: object) => on('certificat.retire', '2026-03-02', champs);

  test('ends after it begins', () => {
    expect(refusalOf(available, 'certificat-1', withdrawn({ debut: '2026-03-02', fin: '2026-03-01' }))).toMatchObject({
      code: 'saisie-invalide',
      erreurs: [{ pointeur: '/fin' }],
    });
  });

  test('of another life than three years is let through, with a warning', () => {
    const codes = (fin: string) =>
      decisionOf(available, 'certificat-1', withdrawn({ debut: '2026-03-02', fin })).avertissements.map(
        ({ code }) => code,
      );
    expect([codes('2029-03-02'), codes('2036-03-02')]).toEqual([[], ['duree-inhabituelle']]);
  });

  test('is not in service before its first day', () => {
    const later = tell(available, 'certificat-1', withdrawn({ debut: '2026-04-01', fin: '2029-04-01' }));
    expect(manqueOf(later, 'certificat-1', on('certificat.installe', JOUR))).toEqual(['certificat-deja-valide']);
  });

  test('has one serial number, however it is spelt, and in hexadecimal', () => {
    const serial = (numeroSerie: string) =>
      (
        member(tell(available, 'certificat-1', withdrawn({ numeroSerie })), 'certificat-1').snapshot.context as {
          numeroSerie: string;
        }
      ).numeroSerie;
    expect(['0a:1b:2c:3d', '0xA1B2C3D', ' a1b2c3d ', '00 0A1B2C3D'].map(serial)).toEqual(Array(4).fill('0A1B2C3D'));
    expect(refusalOf(available, 'certificat-1', withdrawn({ numeroSerie: 'SERIE-42' }))).toMatchObject({
      code: 'saisie-invalide',
      erreurs: [{ pointeur: '/numeroSerie' }],
    });
  });
});

function exempleOf(family: Family, type: string): object {
  return member(family, 'dossier').procedure.facts[type]?.exemples[0] ?? {};
}
