import { z } from 'zod';
import type { Qualite } from '../decisions.ts';
import { fact } from '../event.ts';
import { Courriel, choix, exemplePersonne, Personne, TypeCarte, texteLibre } from '../formulaires/champs.ts';

/** §3 — whom a certificate may be for, by id. */
export const qualites = {
  pharmacien: 'Pharmacien',
  medecin: 'Médecin',
  agentAdmission: 'Agent d’admission',
} as const satisfies Record<Qualite, string>;

/** §3 — whom a certificate is for. */
export const QualiteBeneficiaire = choix<Qualite>('Qualité du bénéficiaire', qualites);

/** §3 — the card that a beneficiary shows. */
export const CarteBeneficiaire = TypeCarte.nullable().meta({ title: 'Carte du bénéficiaire', aucun: 'Aucune carte' });

const Beneficiaire = Personne.extend({ qualite: QualiteBeneficiaire, carte: CarteBeneficiaire });

const pharmacien = { ...exemplePersonne, qualite: 'pharmacien', carte: 'CPS' } as const;

/** §6 — one certificate ordered, for one person and one usage. */
export const certificatDemande = fact({
  libelle: 'Certificat commandé pour un bénéficiaire',
  acteur: 'administrateurTechnique',
  sorte: 'demarche',
  source: '§6',
  parSite: true,
  champs: {
    beneficiaire: Beneficiaire.meta({ title: 'Bénéficiaire' }),
    usage: choix('Usage', { AUTH: 'AUTH, authentification', SIGN: 'SIGN, signature' }),
    offre: choix('Offre', { PRO: 'PRO, personne physique', ORG: 'ORG, organisation' }).default('PRO'),
    prerequisVerifies: z.boolean().meta({ title: 'Lecteur de carte et accès à la plateforme vérifiés' }),
    upn: texteLibre('Nom principal d’utilisateur (UPN)').optional(),
    courriel: Courriel.optional(),
  },
  exemples: [{ beneficiaire: pharmacien, usage: 'AUTH', offre: 'PRO', prerequisVerifies: true }],
  avertir: ({ upn, courriel }) => [
    ...(upn === undefined
      ? []
      : [{ code: 'upn-inutile', pointeur: '/upn', message: 'Laissez l’UPN vide pour le DP.' }]),
    ...(courriel === undefined
      ? []
      : [{ code: 'courriel-inutile', pointeur: '/courriel', message: 'Laissez l’adresse vide pour le DP.' }]),
  ],
});
