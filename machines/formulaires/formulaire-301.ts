import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import { choix, exemplePersonne, Personne, Porteur, Qualite, Signature, warnPorteur } from './champs.ts';
import { Etablissement, exempleEtablissement, warnEtablissement } from './etablissement.ts';

/** §4.1 — orders a staff card, for an administrateur technique or, with the box « mandat », for a mandataire. */
export const Formulaire301 = z
  .strictObject({
    etablissement: Etablissement,
    porteur: Porteur.meta({ title: 'Porteur de la carte' }),
    role: choix('Rôle du porteur', {
      administrateurTechnique: 'Administrateur technique',
      mandataire: 'Mandataire',
    }),
    mandat: z.boolean().meta({ title: 'Mandat', description: 'À cocher pour désigner un mandataire.' }),
    signataire: Personne.meta({ title: 'Signataire' }),
    qualite: Qualite,
    signature: Signature,
  })
  .refine(({ role, mandat }) => role !== 'mandataire' || mandat, {
    path: ['mandat'],
    error: 'Cochez la case « mandat » : sans elle, le porteur n’est pas désigné mandataire.',
  })
  .refine(({ mandat, qualite }) => !mandat || qualite === 'representantLegal', {
    path: ['qualite'],
    error: 'Faites signer le représentant légal : lui seul donne un mandat.',
  })
  .meta({ title: 'Carte de personnel de structure', numero: '301', source: '§4.1' });
export type Formulaire301 = z.output<typeof Formulaire301>;

/** What deserves a second look before form 301 is sent. */
export function warnFormulaire301({ etablissement, porteur, role, mandat }: Formulaire301): Avertissement[] {
  const warnings = [...warnEtablissement(etablissement, '/etablissement'), ...warnPorteur(porteur, '/porteur')];
  if (role === 'administrateurTechnique' && mandat) {
    const message = 'Décochez la case « mandat » si le porteur ne doit être qu’administrateur technique.';
    warnings.push({ code: 'mandat-administrateur-technique', pointeur: '/mandat', message });
  }
  return warnings;
}

/** A form 301 that is accepted as it stands. */
export const exempleFormulaire301: Formulaire301 = {
  etablissement: exempleEtablissement,
  porteur: exemplePersonne,
  role: 'mandataire',
  mandat: true,
  signataire: exemplePersonne,
  qualite: 'representantLegal',
  signature: { lieu: 'Nantua', date: '2026-01-05' },
};
