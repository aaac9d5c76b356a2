const NIR =
  /(?<!\d)([12][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[235-9]\d|4[0-2])[ .-]?(?:\d{2}|2[AB])[ .-]?\d{3}[ .-]?\d{3})(?:[ .-]?(\d{2}))?(?!\d)/gi;

/** Whether `texte` holds what reads as a social security number: its 13 characters alone, or with their right key. */
export function containsNir(texte: string): boolean {
  return [...texte.matchAll(NIR)].some(([, numero = '', cle]) => cle === undefined || Number(cle) === keyOf(numero));
}

/** Corsica's 2A and 2B count 19 and 18. */
function keyOf(numero: string): number {
  const chiffres = numero.toUpperCase().replace('2A', '19').replace('2B', '18').replace(/\D/g, '');
  return 97 - (Number(chiffres) % 97);
}
