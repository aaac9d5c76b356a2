import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/days.ts';
import { conformityOf } from '../../src/engine/answers/conformity.ts';
import { decide, type Family } from '../../src/engine/decide.ts';
import { type Dated, live, on, upTo, vie, visa } from './dated-life.ts';
import { neverGoesBack, tellsSincePossible } from './dates-walks.ts';
import { faits, JOUR, member, openDossier, refusalOf, standing, tell } from './family.ts';
import { paths } from './foresight-walks.ts';

const around = { jour: JOUR, instant: `${JOUR}T09:00:00.000Z`, newId: () => 'essai' };

describe('a fact is dated today at the latest, wherever in France it is told', () => {
  test.each([
    ['the morning in Paris', '2026-03-02T09:00:00Z', '2026-03-02'],
    ['midnight in Wallis', '2026-03-02T12:00:00Z', '2026-03-03'],
    ['the evening in Paris, the next morning in Nouméa', '2026-03-02T22:30:00Z', '2026-03-03'],
    ['half past one of a summer night in Saint-Denis', '2026-07-01T21:30:00Z', '2026-07-02'],
  ])('%s', (_where, instant, last) => {
    const here = { jour: dayOf(new Date(instant)), instant, newId: () => 'essai' };
    const at = (date: string) => decide(openDossier(), 'dossier', { type: 'contrat.trouve', date }, here);
    expect(at(last).ok).toBe(true);
    expect(at(addDays(last, 1))).toMatchObject({
      error: { erreurs: [{ pointeur: '/date', message: `Un fait est passé : le ${last} au plus tard.` }] },
    });
  });
});

describe('a fact is never dated before what it stands on', () => {
  test.each<[string, Dated, Dated]>([
    [
      'a signature, before the visa',
      on('formulaire413.signe', '2025-01-15'),
      on('formulaire413.partie3Remplie', '2025-06-12'),
    ],
    [
      'a sending, before the signature',
      on('formulaire413.transmis', '2024-12-20'),
      on('formulaire413.signe', '2025-06-12'),
    ],
    [
      'a receipt, before the sending',
      on('formulaire413.recu', '2024-11-10'),
      on('formulaire413.transmis', '2025-06-13'),
    ],
    [
      'an habilitation, before the receipt',
      on('habilitation.accordee', '2024-05-02'),
      on('formulaire413.recu', '2025-06-16'),
    ],
    [
      'an order, before the habilitation',
      on('certificat.demande', '2023-04-03'),
      on('habilitation.accordee', '2025-06-30'),
    ],
    ['a delivery, before the order', on('certificat.disponible', '2025-06-30'), on('certificat.demande', '2025-07-01')],
    [
      'a withdrawal, before the delivery',
      on('certificat.retire', '2025-07-07'),
      on('certificat.disponible', '2025-07-08'),
    ],
    [
      'an installation, before the withdrawal',
      on('certificat.installe', '2025-07-09'),
      on('certificat.retire', '2025-07-10'),
    ],
  ])('%s', (_, { type, date }, anterieur) => {
    const told = vie.find(([, fact]) => fact.type === type) as (typeof vie)[number];
    expect(refusalOf(live(upTo(type)), told[0], { ...told[1], date })).toMatchObject({
      code: 'date-anterieure',
      type,
      date,
      anterieur,
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

test.each([
  [
    'a form sent before the numbers changed',
    on('formulaire101.transmis', '2025-06-16'),
    on('etablissement.identifiantModifie', '2025-07-02'),
    [on('etablissement.identifiantModifie', '2025-07-02')],
  ],
  [
    'what is done while the dossier was abandoned',
    on('contrat.transmis', '2025-06-20'),
    on('dossier.rouvert', '2025-07-01'),
    [on('dossier.abandonne', '2025-06-15'), on('dossier.rouvert', '2025-07-01')],
  ],
  [
    'an answer of the ANS while the dossier was abandoned, the establishment having closed since',
    on('contrat.signe', '2025-06-20'),
    on('dossier.rouvert', '2025-07-01'),
    [
      on('contrat.transmis', '2025-06-01'),
      on('dossier.abandonne', '2025-06-15'),
      on('dossier.rouvert', '2025-07-01'),
      on('etablissement.ferme', '2025-07-02'),
    ],
  ],
])('%s is not told with its day: it stands on nothing any more', (_what, fact, anterieur, before) => {
  expect(refusalOf(tell(openDossier(), 'dossier', ...before), 'dossier', fact)).toMatchObject({
    code: 'date-anterieure',
    anterieur,
  });
});

test('a part written again is dated after the one that it replaces, and signed after both', () => {
  const filled = live(upTo('formulaire413.signe'));
  const again = tell(filled, 'dossier', visa('2025-06-20'));
  expect(member(again, 'dossier').depuis['formulaire413.aSigner']).toBe('2025-06-12');
  const anterieur = { type: 'formulaire413.partie3Remplie', date: '2025-06-20' };
  expect(refusalOf(again, 'dossier', on('formulaire413.signe', '2025-06-15'))).toMatchObject({ anterieur });
  expect(refusalOf(again, 'dossier', visa('2025-06-14'))).toMatchObject({ anterieur });
  expect(standing(tell(again, 'dossier', on('formulaire413.signe', '2025-06-20')), 'dossier')).toMatchObject({
    formulaire413: 'aTransmettre',
  });
});

test.each(paths)('%s: histories told in any order are taken in the order of their dates too', (path) => {
  neverGoesBack(path, { seed: 3, fois: 6 });
});

test.each(paths)('%s: a step can be ended since the day that is told, and not before', (path) => {
  expect(tellsSincePossible(path, { seed: 5, fois: 5 })).toBeGreaterThan(10);
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

function exempleOf(family: Family, type: string): object {
  return member(family, 'dossier').procedure.facts[type]?.exemples[0] ?? {};
}
