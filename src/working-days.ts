import { addDays } from './days.ts';
import { memo } from './memo.ts';

/** Every year, on the same day (code du travail, L3133-1). */
const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday: so many days after Easter. */
const MOVING = [1, 39, 50];
/** Days of Alsace-Moselle (L3134-13). */
const EAST = ['vendredi-saint', '12-26'];

/**
 * What each territory adds: the abolition of slavery (loi 83-550, décret 83-1003; Saint-Martin has its own day since 2018), then what New
 * Caledonia, French Polynesia and Wallis decide for themselves. Saint-Pierre (975) and the southern lands (984) add nothing.
 */
const OWN: Readonly<Record<string, readonly string[]>> = {
  57: EAST,
  67: EAST,
  68: EAST,
  971: ['05-27'],
  972: ['05-22'],
  973: ['06-10'],
  974: ['12-20'],
  976: ['04-27'],
  977: ['10-09'],
  978: ['05-28'],
  986: ['04-28', '07-29'],
  987: ['vendredi-saint', '03-05'],
  988: ['09-24'],
};

const years = memo<ReadonlySet<string>>();

/** The public holidays of a year in a département (57, 2A, 971…), sorted; those of all of France for null. */
export function holidaysOf(year: number, departement: string | null): ReadonlySet<string> {
  const key = `${year} ${departement !== null && Object.hasOwn(OWN, departement) ? departement : ''}`;
  return years(key, () => {
    const easter = easterOf(year);
    const own = [
      ...((departement !== null && OWN[departement]) || []),
      ...(departement === '987' ? [tahiti(year)] : []),
    ];
    const local = own.map((day) => (day === 'vendredi-saint' ? addDays(easter, -2) : `${year}-${day}`));
    const all = [...FIXED.map((day) => `${year}-${day}`), ...MOVING.map((days) => addDays(easter, days)), ...local];
    return new Set(all.sort());
  });
}

/** Whether people work there on that day (YYYY-MM-DD): neither a week-end nor a public holiday. */
export function isWorkingDay(day: string, departement: string | null): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4)), departement).has(day);
}

/** The day so many working days after another, which counts for none. */
export function addWorkingDays(day: string, days: number, departement: string | null): string {
  let [at, left] = [day, days];
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at, departement)) left--;
  }
  return at;
}

/** That day if people work then, else the next on which they do. */
export function workingDayFrom(day: string, departement: string | null): string {
  return isWorkingDay(day, departement) ? day : addWorkingDays(day, 1, departement);
}

/** Matari’i took the place of the day of autonomy (loi du pays of 2025). */
function tahiti(year: number): string {
  return year < 2025 ? '06-29' : '11-20';
}

/** Easter Sunday, by the Gregorian computus (Meeus, Jones, Butcher). */
function easterOf(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const days = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451);
  return addDays(`${year}-03-22`, days);
}

/** The day of Saint-Barthélemy and of Saint-Martin is their own, though their postal codes are of Guadeloupe. */
const APART: Readonly<Record<string, string>> = { 97133: '977', 97150: '978' };

/** Where an establishment is, as holidays go: by its postal code, else by its FINESS; null where neither tells. */
export function placeOf({ codePostal, finess }: { codePostal?: unknown; finess?: unknown }): string | null {
  const apart = typeof codePostal === 'string' ? APART[codePostal] : undefined;
  return apart ?? departementOf(codePostal) ?? departementOfFiness(finess);
}

/** The department of a postal code: two digits, 2A or 2B in Corsica, three overseas; null for none. */
export function departementOf(codePostal: unknown): string | null {
  if (typeof codePostal !== 'string' || !/^\d{5}$/.test(codePostal)) return null;
  if (/^9[78]/.test(codePostal)) return codePostal.slice(0, 3);
  if (codePostal.startsWith('20')) return codePostal < '20200' ? '2A' : '2B';
  return codePostal.slice(0, 2);
}

/** Overseas a FINESS begins with 97 0 and the third digit of the department; in Mayotte, with 98. */
function departementOfFiness(finess: unknown): string | null {
  if (typeof finess !== 'string' || !/^[\dAB]{9}$/.test(finess)) return null;
  if (finess.startsWith('97')) return `97${finess[3]}`;
  return finess.startsWith('98') ? '976' : finess.slice(0, 2);
}
