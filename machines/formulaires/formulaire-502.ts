import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import { Carte, exemplePersonne, Personne, Porteur, Signature, typeCarteParmi, warnPorteur } from './champs.ts';
import { Etablissement, exempleEtablissement, warnEtablissement } from './etablissement.ts';

/** §4.1 — empowers as mandataire someone who already holds a card. */
export const Formulaire502 = z
  .strictObject({
    etablissement: Etablissement,
    representantLegal: Personne.meta({ title: 'Représentant légal' }),
    mandataire: Porteur.meta({ title: 'Mandataire' }),
    carte: Carte.extend({
      type: typeCarteParmi(['CPE', 'CPS', 'CPA'], 'Choisissez CPE, CPS ou CPA.'),
    }).meta({ title: 'Carte du mandataire' }),
    signature: Signature,
  })
  .meta({ title: 'Habilitation d’un mandataire déjà porteur d’une carte', numero: '502', source: '§4.1' });
export type Formulaire502 = z.output<typeof Formulaire502>;

/** The text gives this form to CPE holders; a CPS or a CPA is let through by analogy. */
export function warnFormulaire502({ etablissement, mandataire, carte }: Formulaire502): Avertissement[] {
  const warnings = [...warnEtablissement(etablissement, '/etablissement'), ...warnPorteur(mandataire, '/mandataire')];
  if (carte.type !== 'CPE') {
    const message = `Faites confirmer par l’ANS : le formulaire vise une CPE, la ${carte.type} n’est admise que par analogie.`;
    warnings.push({ code: 'carte-mandataire-par-analogie', pointeur: '/carte/type', message });
  }
  return warnings;
}

/** A form 502 that is accepted as it stands. */
export const exempleFormulaire502: Formulaire502 = {
  etablissement: exempleEtablissement,
  representantLegal: exemplePersonne,
  mandataire: exemplePersonne,
  carte: { type: 'CPE', fin: '2035-12-31' },
  signature: { lieu: 'Nantua', date: '2026-01-05' },
};
