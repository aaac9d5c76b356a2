import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import { exemplePersonne, RepresentantLegal, Signature } from './champs.ts';
import { Etablissement, exempleEtablissement, warnEtablissement } from './etablissement.ts';

/** §4.1 — binds the establishment to the ANS; whoever has one already skips it. */
export const ContratStructure = z
  .strictObject({
    etablissement: Etablissement,
    representantLegal: RepresentantLegal,
    signature: Signature,
  })
  .meta({ title: 'Contrat de structure', numero: null, source: '§4.1' });
export type ContratStructure = z.output<typeof ContratStructure>;

/** What deserves a second look before the contract is sent. */
export function warnContratStructure({ etablissement }: ContratStructure): Avertissement[] {
  return warnEtablissement(etablissement, '/etablissement');
}

/** A contract that is accepted as it stands. */
export const exempleContratStructure: ContratStructure = {
  etablissement: exempleEtablissement,
  representantLegal: { ...exemplePersonne, fonction: 'Directrice', courriel: 'direction@ch-exemple.fr' },
  signature: { lieu: 'Nantua', date: '2026-01-05' },
};
