import { describe, expect, test } from 'vitest';
import { amendTable, fieldsOf } from '../../src/survey/amend.ts';

const text = [
  'État des lieux;;',
  '',
  'FINESS;Raison sociale;Contrat',
  '010000057;"Hôpital\nde ""Nantua""";en cours',
  '',
  '010000040;EHPAD;oui',
].join('\n');

describe('a line of a table', () => {
  test('has a field for each column that is read, and for what opens a site', () => {
    expect(fieldsOf(text, new Set([7])).get(7)).toEqual([
      { colonne: 'finess', titre: 'FINESS', valeur: '010000040' },
      { colonne: 'denomination', titre: 'Raison sociale', valeur: 'EHPAD' },
      { colonne: 'contrat', titre: 'Contrat', valeur: 'oui' },
      { colonne: 'siret', titre: 'N° SIRET', valeur: '' },
      { colonne: 'codePostal', titre: 'Code postal', valeur: '' },
      { colonne: 'commune', titre: 'Commune', valeur: '' },
    ]);
  });

  test('is written again where it was, the others untouched', () => {
    expect(amendTable(text, [{ ligne: 4, colonne: 'contrat', valeur: 'non ; refusé' }]).split('\n')).toEqual([
      'État des lieux;;',
      '',
      'FINESS;Raison sociale;Contrat',
      '010000057;"Hôpital de ""Nantua""";"non ; refusé"',
      '',
      '',
      '010000040;EHPAD;oui',
    ]);
  });

  test('may be given what the table lacks', () => {
    expect(amendTable(text, [{ ligne: 7, colonne: 'commune', valeur: 'Nantua' }]).split('\n')).toEqual([
      ...text.split('\n').slice(0, 2),
      'FINESS;Raison sociale;Contrat;Commune',
      ...text.split('\n').slice(3, 6),
      '010000040;EHPAD;oui;Nantua',
    ]);
  });

  test.each([
    ['what it says already', { ligne: 7, colonne: 'contrat', valeur: ' oui ' }],
    ['a column that nobody knows', { ligne: 7, colonne: '__proto__', valeur: 'x' }],
    ['a line that is not there', { ligne: 99, colonne: 'contrat', valeur: 'x' }],
  ])('is left alone by %s', (_name, amendment) => {
    expect(amendTable(text, [amendment])).toBe(text);
  });
});
