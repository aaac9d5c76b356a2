import { exempleEtablissement } from '../../machines/formulaires/etablissement.ts';
import { hasLuhnKey } from '../../machines/identifiants/luhn.ts';
import { DossierOuvert } from '../../src/engine/opening.ts';

/** How many clients work at once, each on its own dossier. */
export const CONNECTIONS = 32;

/** What opens the dossier of client `rank`. */
export function openingOf(rank: number) {
  const etablissement = { ...exempleEtablissement, finess: finessOf(rank) };
  return DossierOuvert.parse({ procedure: 'prive-mono-site', etablissement });
}

/** Ends with the Luhn key. */
function finessOf(rank: number): string {
  const base = `75${String(rank).padStart(6, '0')}`;
  const keys = Array.from({ length: 10 }, (_, key) => `${base}${key}`);
  return keys.find((finess) => hasLuhnKey(finess)) ?? base;
}

/** Two facts that follow one another for ever, on a dossier whose responsible person has a card. */
export const alternating = [
  { type: 'carteResponsable.bloquee', date: '2026-01-05' },
  { type: 'carteResponsable.debloquee', date: '2026-01-05' },
];

/** The fact that brings that card. */
export const firstFact = { type: 'carteResponsable.trouvee', date: '2026-01-05', carte: { type: 'CDE', fin: null } };
