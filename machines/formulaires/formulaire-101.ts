import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import { choix, exemplePersonne, RepresentantLegal, Signature } from './champs.ts';
import { Etablissement, exempleEtablissement, warnEtablissement } from './etablissement.ts';

/** §4.1 — orders the legal representative's card, with the act that proves the office. */
export const Formulaire101 = z
  .strictObject({
    etablissement: Etablissement,
    representantLegal: RepresentantLegal,
    pieceJointe: choix('Pièce jointe', {
      'acte-de-nomination': 'Acte de nomination',
      'delegation-de-pouvoir': 'Délégation de pouvoir',
    }),
    signature: Signature,
  })
  .meta({ title: 'Attribution de la carte du représentant légal', numero: '101', source: '§4.1' });
export type Formulaire101 = z.output<typeof Formulaire101>;

/** What deserves a second look before form 101 is sent. */
export function warnFormulaire101({ etablissement }: Formulaire101): Avertissement[] {
  return warnEtablissement(etablissement, '/etablissement');
}

/** A form 101 that is accepted as it stands. */
export const exempleFormulaire101: Formulaire101 = {
  etablissement: exempleEtablissement,
  representantLegal: { ...exemplePersonne, fonction: 'Directrice', courriel: 'direction@ch-exemple.fr' },
  pieceJointe: 'acte-de-nomination',
  signature: { lieu: 'Nantua', date: '2026-01-05' },
};
