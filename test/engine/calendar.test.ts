import { describe, expect, test } from 'vitest';
import { live, on, upTo, vie } from './dated-life.ts';
import { decisionOf, JOUR, manqueOf, member, refusalOf, standing, type Told, tell } from './family.ts';

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
