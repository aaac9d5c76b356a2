import { describe, expect, test } from 'vitest';
import { addWorkingDays, holidaysOf, isWorkingDay, placeOf, workingDayFrom } from '../src/working-days.ts';

const NATIONAL = [
  ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25'],
  ...['2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
];

test('all of France has eleven holidays in 2026', () => {
  expect([...holidaysOf(2026, null)]).toEqual(NATIONAL);
});

test.each([
  ['59', []],
  ['2A', []],
  ['57', ['2026-04-03', '2026-12-26']],
  ['67', ['2026-04-03', '2026-12-26']],
  ['68', ['2026-04-03', '2026-12-26']],
  ['971', ['2026-05-27']],
  ['972', ['2026-05-22']],
  ['973', ['2026-06-10']],
  ['974', ['2026-12-20']],
  ['975', []],
  ['976', ['2026-04-27']],
  ['977', ['2026-10-09']],
  ['978', ['2026-05-28']],
  ['984', []],
  ['986', ['2026-04-28', '2026-07-29']],
  ['987', ['2026-03-05', '2026-04-03', '2026-11-20']],
  ['988', ['2026-09-24']],
])('%s has beside them, in 2026, its own: %j', (departement, own) => {
  expect([...holidaysOf(2026, departement)]).toEqual([...NATIONAL, ...own].sort());
});

test.each([
  [2008, ['2008-03-24', '2008-05-01', '2008-05-12']],
  [2011, ['2011-04-25', '2011-06-02', '2011-06-13']],
  [2024, ['2024-04-01', '2024-05-09', '2024-05-20']],
  [2027, ['2027-03-29', '2027-05-06', '2027-05-17']],
  [2038, ['2038-04-26', '2038-06-03', '2038-06-14']],
])('the days of %d that follow Easter are %j', (year, days) => {
  expect([...holidaysOf(year, null)]).toEqual(expect.arrayContaining(days));
});

test('French Polynesia kept the day of autonomy until Matari’i took its place in 2025', () => {
  expect([holidaysOf(2024, '987').has('2024-06-29'), holidaysOf(2025, '987').has('2025-06-29')]).toEqual([true, false]);
});

describe('working days', () => {
  test('leave out week-ends and the holidays of the place', () => {
    expect(isWorkingDay('2026-04-03', '75')).toBe(true);
    expect(isWorkingDay('2026-04-03', '67')).toBe(false);
    expect(isWorkingDay('2026-04-04', '75')).toBe(false);
  });

  test('are counted after the day from which they are counted, over a year’s end too', () => {
    expect(addWorkingDays('2026-04-02', 1, '75')).toBe('2026-04-03');
    expect(addWorkingDays('2026-04-02', 1, '67')).toBe('2026-04-07');
    expect(addWorkingDays('2026-12-24', 5, '75')).toBe('2027-01-04');
    expect(addWorkingDays('2026-12-24', 0, '75')).toBe('2026-12-24');
  });

  test('a day that is none gives way to the next one', () => {
    expect([workingDayFrom('2026-05-08', '75'), workingDayFrom('2026-05-07', '75')]).toEqual([
      '2026-05-11',
      '2026-05-07',
    ]);
  });
});

test.each([
  [{ codePostal: '59650' }, '59'],
  [{ codePostal: '20090' }, '2A'],
  [{ codePostal: '20200' }, '2B'],
  [{ codePostal: '97110' }, '971'],
  [{ codePostal: '97133' }, '977'],
  [{ codePostal: '97150' }, '978'],
  [{ codePostal: '98800' }, '988'],
  [{ codePostal: '67000', finess: '590782553' }, '67'],
  [{ finess: '2A0000022' }, '2A'],
  [{ finess: '970400024' }, '974'],
  [{ finess: '980500003' }, '976'],
  [{ finess: null }, null],
])('%j is in %s', (fiche, departement) => {
  expect(placeOf(fiche)).toBe(departement);
});
