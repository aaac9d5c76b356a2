import { exempleEtablissement } from '../../machines/formulaires/etablissement.ts';
import { DossierOuvert } from '../../src/engine/opening.ts';
import { numerosOf } from '../../src/sandbox/demonstration/fiction.ts';

/** How many clients work at once, each on its own dossier. */
export const CONNECTIONS = 32;

/** What opens the dossier of client `rank`. */
export function openingOf(rank: number) {
  const etablissement = { ...exempleEtablissement, finess: numerosOf(rank, '75000').finess };
  return DossierOuvert.parse({ procedure: 'prive-mono-site', etablissement });
}

/** Two facts that follow one another for ever, on a dossier whose responsible person has a card. */
export const alternating = [
  { type: 'carteResponsable.bloquee', date: '2026-01-05' },
  { type: 'carteResponsable.debloquee', date: '2026-01-05' },
];

/** The fact that brings that card. */
export const firstFact = { type: 'carteResponsable.trouvee', date: '2026-01-05', carte: { type: 'CDE', fin: null } };
