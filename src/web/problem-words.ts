import type { DepositRefusal } from '../acts/reading/deposit.ts';
import { french } from '../days.ts';
import type { RaisonIncorrigible } from '../engine/refusal.ts';
import { EMETTEUR } from '../pki/certificate.ts';

interface Told {
  status: number;
  title: string;
  detail: string;
}

/** How each refusal of a document is told. */
export const documentProblems = {
  'document-refuse': ({ admis }: { admis: readonly string[] }) => ({
    status: 422,
    title: 'Document refusé',
    detail: `Ce fichier n’est pas de ceux qui sont gardés (${admis.join(', ')}) : enregistrez-le en PDF, puis déposez-le.`,
    admis,
  }),
  'document-trop-grand': () => ({
    status: 413,
    title: 'Document trop grand',
    detail: 'Un document compte 20 Mo au plus : numérisez-le en noir et blanc, ou page par page.',
  }),
  'document-introuvable': ({ rang }: { rang: number }) => ({
    status: 404,
    title: 'Document introuvable',
    detail: `Ce dossier n’a pas de document à la ligne ${rang}, ou il a été effacé.`,
  }),
};

/** How each refusal of a mail is told. */
export const mailProblems = {
  'sans-messagerie': () => ({
    status: 409,
    title: 'Aucune messagerie',
    detail:
      'Rien ne part d’ici (SMTP_URL n’est pas réglé, ou ceci est un essai) : envoyez ce courriel par votre messagerie.',
  }),
  'adresse-refusee': ({ adresses }: { adresses: string[] }) => ({
    status: 409,
    title: 'Adresse qui refuse',
    detail: `Un courriel à ${adresses.join(', ')} a été refusé : corrigez l’adresse, ou demandez à y écrire de nouveau.`,
    adresses,
  }),
  'lecture-occupee': () => ({
    status: 503,
    title: 'Lecture occupée',
    detail: 'Trop de courriels se lisent à la fois : recommencez dans une minute.',
  }),
  'courriel-trop-grand': () => ({
    status: 413,
    title: 'Courriel trop grand',
    detail: 'Un courriel compte 20 Mo au plus, ses pièces comprises : joignez-en moins.',
  }),
};

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

/** How each refusal of a list of revocations is told. */
export const crlProblems = {
  'crl-illisible': () => ({
    status: 422,
    title: 'Liste illisible',
    detail: 'Ce fichier n’est pas une liste de révocation (CRL), ou il est abîmé : téléchargez-la à nouveau.',
  }),
  'crl-autre-emetteur': ({ emetteur }: { emetteur: string }) => ({
    status: 422,
    title: 'Liste d’une autre autorité',
    detail: `Cette liste est de « ${emetteur} » : téléchargez celle de « ${EMETTEUR} ».`,
  }),
  'crl-sans-autorite': ({ emetteur }: { emetteur: string }) => ({
    status: 422,
    title: 'Autorité inconnue',
    detail: `La signature ne se vérifie pas : demandez à l’exploitant de régler AC_IGC avec le certificat de « ${emetteur} ».`,
  }),
  'crl-non-signee': () => ({
    status: 422,
    title: 'Signature fausse',
    detail: 'L’autorité n’a pas signé cette liste : ne vous y fiez pas, et téléchargez-la à nouveau.',
  }),
  'crl-perimee': ({ prochaine }: { prochaine: string }) => ({
    status: 422,
    title: 'Liste périmée',
    detail: `La liste suivante était attendue le ${french(prochaine)} : téléchargez la dernière.`,
  }),
  'crl-partielle': () => ({
    status: 422,
    title: 'Liste partielle',
    detail: 'Cette liste ne dit que ce qui a changé depuis une autre (delta) : téléchargez la liste complète.',
  }),
  'crl-ancienne': ({ du }: { du: string }) => ({
    status: 422,
    title: 'Liste plus ancienne',
    detail: `Une liste plus récente, du ${french(du)}, est déjà en vigueur ici : téléchargez la dernière.`,
  }),
};

/** Why a key lets nobody in. */
export const raisonsDeCle = {
  'mal-copiee': 'La clé n’est pas entière : copiez-la à nouveau.',
  inconnue: 'Aucune clé n’est celle-là : demandez-en une à un superviseur.',
  revoquee: 'La clé est révoquée : demandez-en une autre à un superviseur.',
  renouvelee: 'La clé a été renouvelée et l’ancienne ne vaut plus : prenez la nouvelle.',
  expiree: 'La clé a pris fin : demandez-en une autre à un superviseur.',
};

/** Why a line of a journal cannot be corrected, and what to do instead. */
export const incorrigibles = {
  ouverture: 'C’est l’ouverture : abandonnez le dossier, puis ouvrez celui qui convient.',
  correction:
    'C’est une correction : corrigez la ligne qu’elle a mise à la place, ou enregistrez à nouveau le fait retiré.',
  rattachement: 'C’est un changement de groupement : faites sortir le site, ou faites-le entrer à nouveau.',
  courriel: 'C’est un courriel : écrivez-en un autre, qui le rectifie.',
  document: 'C’est un document : effacez-le, puis déposez celui qui convient.',
  'deja-corrigee': 'Cette ligne est déjà corrigée : corrigez celle qui la remplace, ou enregistrez à nouveau le fait.',
  calendrier: 'Cette ligne vient du calendrier : corrigez le fait qui en donne la date de fin.',
  derivee: 'Elle découle d’un fait d’un autre dossier : corrigez ce fait, ou enregistrez ici celui qui convient.',
  'effets-sortis':
    'Ce que dit cette ligne est déjà sorti du dossier (certificat ouvert, identifiants changés, sites ou certificats prévenus) : enregistrez le fait qui y remédie (révocation, nouveau changement d’identifiants, carte débloquée, etc.).',
  'd-autrui': 'Elle est d’un autre, ou une ligne d’un autre en dépend : demandez la correction à un superviseur.',
  ancienne: 'Elle a plus de 7 jours : demandez la correction à un superviseur.',
  'historique-incomplet':
    'Une partie de l’historique a été effacée et ne se rejoue plus : enregistrez le fait qui remédie à l’erreur.',
} satisfies Record<RaisonIncorrigible, string>;
