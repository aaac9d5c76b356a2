const GAP = '[ .\\-/_]?';
const NIR = new RegExp(
  `(?<![\\dA-Z])([12]${GAP}\\d{2}${GAP}(?:0[1-9]|1[0-2]|[235-9]\\d|4[0-2])${GAP}(?:\\d{2}|2[AB])${GAP}\\d{3}${GAP}\\d{3})(?:${GAP}(\\d{2}))?(?![\\dA-Z])`,
  'gi',
);
/** How one writes it by hand: sex, year, month, then the rest. */
const SPACED = /^[12][^\dAB]\d{2}[^\dAB]\d{2}[^\dAB]/i;
/** What announces it, within a few words: without such a word, 13 digits in a row are as often a ticket. */
const ANNOUNCED =
  /\b(?:nir|n[°o ]* ?ss|nss|ins|s[ée]cu\w*|s[ée]curit[ée] sociale|insee|carte vitale|assur[ée]e?)\b[^\d]{0,40}$/i;

/**
 * Whether `texte` holds what reads as a social security number: with its right key, or its 13 characters alone where they are written as one,
 * or where a word says so. Full-width digits, spaces of any kind, dots and slashes hide nothing.
 */
export function containsNir(texte: string): boolean {
  const plain = texte.normalize('NFKC').replace(/[\p{Zs}\p{Pd}]/gu, ' ');
  return [...plain.matchAll(NIR)].some(({ 1: numero = '', 2: cle, index }) =>
    cle === undefined
      ? SPACED.test(numero) || ANNOUNCED.test(plain.slice(Math.max(index - 60, 0), index))
      : Number(cle) === keyOf(numero),
  );
}

/** Corsica's 2A and 2B count 19 and 18. */
function keyOf(numero: string): number {
  const chiffres = numero.toUpperCase().replace('2A', '19').replace('2B', '18').replace(/\D/g, '');
  return 97 - (Number(chiffres) % 97);
}
