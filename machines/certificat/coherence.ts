import type { Avertissement } from '../avertissement.ts';
import type { Qualite } from '../decisions.ts';
import type { CertificatOuvert } from '../effect.ts';

type Demande = Pick<CertificatOuvert, 'usage' | 'beneficiaire'>;

const comme = {
  pharmacien: 'pharmacien',
  medecin: 'médecin',
  agentAdmission: 'agent d’admission',
} as const satisfies Record<Qualite, string>;

/** A21 — an order against what the same person already has or waits for: told, never refused, since two persons may share a name. */
export function confrontDemande({ usage, beneficiaire }: Demande, vivants: readonly Demande[]): Avertissement[] {
  const other = vivants.find((one) => one.beneficiaire.qualite !== beneficiaire.qualite)?.beneficiaire.qualite;
  return [
    ...(vivants.some((one) => one.usage === usage)
      ? [
          {
            code: 'certificat-en-double',
            pointeur: '/beneficiaire',
            message: `Cette personne a déjà un certificat ${usage}, commandé ou en service : renouvelez-le, ou annulez l’un des deux.`,
          },
        ]
      : []),
    ...(other === undefined
      ? []
      : [
          {
            code: 'beneficiaire-deux-qualites',
            pointeur: '/beneficiaire/qualite',
            message: `Cette personne a déjà un certificat comme ${comme[other]} : corrigez la qualité, ou déclarez qu’elle en a changé.`,
          },
        ]),
  ];
}
