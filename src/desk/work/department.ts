/** The department of a postal code: two digits, 2A or 2B in Corsica, three overseas; null for none. */
export function departementOf(codePostal: unknown): string | null {
  if (typeof codePostal !== 'string' || !/^\d{5}$/.test(codePostal)) return null;
  if (/^9[78]/.test(codePostal)) return codePostal.slice(0, 3);
  if (codePostal.startsWith('20')) return codePostal < '20200' ? '2A' : '2B';
  return codePostal.slice(0, 2);
}
