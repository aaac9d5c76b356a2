const TYPED = /^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})$|^(\d{2})(\d{2})(\d{4})$/;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g;

/** A day as it is typed in France (5/1/2026, 05.01.26, 05012026) as YYYY-MM-DD; anything else as it came. */
export function toIsoDay(typed: string): string {
  const [, ...parts] = TYPED.exec(typed.trim()) ?? [];
  const [jour, mois, annee] = parts.filter((part) => part !== undefined);
  if (jour === undefined || mois === undefined || annee === undefined) return typed.trim();
  return `${annee.padStart(4, '20')}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`;
}

/** A text where each day (YYYY-MM-DD) is written as in France: 05/01/2026; what is no day stays. */
export function toFrenchDays(text: string): string {
  return text.replaceAll('AAAA-MM-JJ', 'JJ/MM/AAAA').replace(ISO, '$3/$2/$1');
}
