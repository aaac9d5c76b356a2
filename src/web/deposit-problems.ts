import type { DepositRefusal } from '../acts/reading/deposit.ts';

interface Told {
  status: number;
  title: string;
  detail: string;
}

/** How each refusal of a file that was brought is told. */
export const depositProblems = {
  'cle-privee': () => ({
    status: 422,
    title: 'Clé privée refusée',
    detail:
      'Ce fichier contient une clé privée : il est refusé et rien n’en est gardé. Déposez le certificat seul (.cer, .pem, .p7b). Si ce fichier a circulé, révoquez le certificat et commandez-en un autre.',
  }),
  'certificat-illisible': () => ({
    status: 422,
    title: 'Certificat illisible',
    detail:
      'Ce fichier n’est ni un certificat (PEM, DER, P7B) ni une demande (CSR), ou il est abîmé : exportez-le à nouveau, sans sa clé.',
  }),
  'certificat-trop-grand': () => ({
    status: 413,
    title: 'Fichier trop grand',
    detail: 'Un certificat ou une demande pèse moins de 64 Kio : vérifiez le fichier choisi.',
  }),
  'certificats-trop-nombreux': () => ({
    status: 422,
    title: 'Trop de certificats',
    detail: 'Ce fichier contient plus de 32 certificats : déposez celui du titulaire, seul ou avec ses autorités.',
  }),
  'sans-titulaire': () => ({
    status: 422,
    title: 'Aucun certificat de titulaire',
    detail: 'Ce fichier ne contient que des certificats d’autorité : déposez celui du bénéficiaire.',
  }),
  'csr-attendu': () => ({
    status: 422,
    title: 'Demande de certificat attendue',
    detail:
      'C’est un certificat, et une demande (CSR) est attendue ici : déposez-le sur la page du certificat commandé.',
  }),
} satisfies Readonly<Record<DepositRefusal['code'], () => Told>>;
