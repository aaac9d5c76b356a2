import { type CodeRetour, motifsRetour, partieOf } from '../../../../machines/etablissement/formulaire-413-facts.ts';
import type { Destinataire } from './saisie.ts';

/** A canned mail as it comes with the service. */
interface Fourni {
  id: string;
  nom: string;
  destinataire: Destinataire;
  objet: string;
  corps: string;
}

const relances: readonly Fourni[] = [
  {
    id: 'relance-habilitation',
    nom: 'Relance de l’ANS : habilitation',
    destinataire: 'ans',
    objet: 'Demande d’habilitation de {denomination}, SIRET {siret}',
    corps: `Bonjour,

Nous avons transmis le formulaire 413 de {denomination} (SIRET {siret}, FINESS {finess}). L’étape « {etape} » attend depuis le {depuis}, soit {jours} jours.

Pourriez-vous nous dire où en est la demande, et ce qui manquerait pour l’habilitation ?

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'relance-ans',
    nom: 'Relance de l’ANS : contrat et cartes',
    destinataire: 'cartes',
    objet: '{denomination}, SIRET {siret} : {etape}',
    corps: `Bonjour,

Pour {denomination} (SIRET {siret}, FINESS {finess}), l’étape « {etape} » attend depuis le {depuis}, soit {jours} jours.

Pourriez-vous nous dire où en est la demande, et ce qui manquerait pour la suite ?

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'relance-attendue',
    nom: 'Relance : ce qui est attendu',
    destinataire: 'autre',
    objet: 'Certificats logiciels de {denomination} : ce qui est attendu',
    corps: `Bonjour,

Pour obtenir les certificats logiciels de {denomination} (SIRET {siret}), voici ce qui est attendu, et de qui :

{manque}

Pourriez-vous nous dire quand ce qui dépend de vous sera fait, ou ce qui vous en empêche ?

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'relance-representant',
    nom: 'Relance du représentant légal : contrat et carte',
    destinataire: 'representantLegal',
    objet: 'Certificats logiciels de {denomination} : ce qui est attendu de vous',
    corps: `Bonjour,

Pour obtenir les certificats logiciels de {denomination} (SIRET {siret}), voici ce qui est attendu :

{manque}

Le représentant légal signe le contrat de structure et doit porter une carte CDE ou CPS (§4.1 de la procédure). Sans eux, la suite de la demande ne peut pas partir.

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'relance-editeur',
    nom: 'Relance de l’éditeur : partie 4 du formulaire 413',
    destinataire: 'editeur',
    objet: 'Formulaire 413 de {denomination} : partie 4 à remplir',
    corps: `Bonjour,

La partie 4 du formulaire 413 de {denomination} (SIRET {siret}, FINESS {finess}) est attendue depuis le {depuis} : nom de domaine de messagerie, certificats demandés, administrateur technique (§5 étape 3).

Vous pouvez la remplir par l’API, ou nous renvoyer ces informations.

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'carte-bientot-expiree',
    nom: 'Carte bientôt expirée',
    destinataire: 'autre',
    objet: '{denomination} : une carte va prendre fin',
    corps: `Bonjour,

Pour {denomination} (SIRET {siret}), voici ce qui va prendre fin :

{echeances}

Demandez dès maintenant le renouvellement à l’ANS : une carte expirée arrête la demande.

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'renouvellement-certificat',
    nom: 'Renouvellement de certificat',
    destinataire: 'administrateurTechnique',
    objet: '{denomination} : certificats à renouveler',
    corps: `Bonjour,

Un certificat logiciel vaut trois ans (§7). Pour {denomination} (SIRET {siret}), il est temps de penser au renouvellement :

{certificats}

L’administrateur technique les commande sur le portail, avec sa carte : {portail}. Le nouveau s’installe avant la fin de l’ancien.

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'approche-dsi',
    nom: 'DSI du groupement : état des lieux',
    destinataire: 'dsi',
    objet: 'Certificats logiciels de {denomination} : ce que nous attendons de la DSI',
    corps: `Bonjour,

Nous suivons la demande de certificats logiciels de {denomination} (SIRET {siret}, FINESS {finess}), de votre groupement.

Pourriez-vous accuser réception de ce courriel, puis nous dire, site par site, ce que vous avez déjà : contrat de structure, mandataire, administrateur technique et sa carte, domaine de messagerie (§4.2) ?

Bien cordialement,
{signataire}
{service}`,
  },
];

/** What each reason of a return asks, and of whom. */
const demandes: Readonly<Record<CodeRetour, { destinataire: Destinataire; demande: string }>> = {
  'signataire-non-habilite': {
    destinataire: 'representantLegal',
    demande:
      'Le formulaire doit être signé par le représentant légal, ou par un mandataire dont le mandat est enregistré. Qui le signera ?',
  },
  'carte-signataire-non-valide': {
    destinataire: 'representantLegal',
    demande:
      'La carte de la personne qui signe doit être une carte CPS ou CDE active, ou une CPE pour un mandataire. Pourriez-vous vérifier sa date de fin et nous la confirmer ?',
  },
  'contrat-absent': {
    destinataire: 'representantLegal',
    demande:
      'L’ANS ne trouve pas de contrat de structure actif. Pourriez-vous nous envoyer sa copie signée, ou nous dire s’il est à établir ?',
  },
  'cachet-ou-signature-manquant': {
    destinataire: 'representantLegal',
    demande:
      'Il manque le cachet de l’établissement ou la signature : pourriez-vous nous renvoyer la partie 3 avec les deux ?',
  },
  'identifiants-incoherents': {
    destinataire: 'representantLegal',
    demande:
      'Le SIRET, le FINESS et le nom déclarés ne vont pas ensemble : pourriez-vous nous confirmer SIRET {siret} et FINESS {finess} ?',
  },
  'domaine-messagerie-manquant': {
    destinataire: 'editeur',
    demande: 'Il manque le nom de domaine de messagerie : pourriez-vous nous le donner (§5 étape 3) ?',
  },
  'administrateur-technique-sans-carte': {
    destinataire: 'administrateurTechnique',
    demande:
      'L’ANS ne trouve pas de carte active à l’administrateur technique déclaré : pourriez-vous nous dire laquelle vous avez, et jusqu’à quand ?',
  },
  'offre-non-cochee': {
    destinataire: 'editeur',
    demande: 'L’offre PRO n’est pas cochée en partie 4 : pourriez-vous nous confirmer les certificats demandés ?',
  },
  illisible: {
    destinataire: 'representantLegal',
    demande:
      'Le formulaire reçu n’est pas lisible : pourriez-vous le numériser à nouveau, en noir et blanc, et nous le renvoyer ?',
  },
  autre: {
    destinataire: 'representantLegal',
    demande: 'Voici ce que l’ANS demande :\n\n{retour}',
  },
};

/** The canned mail by which what the ANS returned a form for is asked. */
export function modeleDuRetour(code: string): string {
  return `retour-${code}`;
}

const retours = (Object.keys(motifsRetour) as CodeRetour[]).map((code): Fourni => {
  const { destinataire, demande } = demandes[code];
  return {
    id: modeleDuRetour(code),
    nom: `Retour de l’ANS : ${motifsRetour[code].toLowerCase()}`,
    destinataire,
    objet: `Formulaire 413 de {denomination}, retourné par l’ANS : partie ${partieOf(code)}`,
    corps: `Bonjour,

L’ANS a retourné le formulaire 413 de {denomination} (SIRET {siret}). ${demande}

Le formulaire corrigé repart avec une nouvelle signature (§5).

Bien cordialement,
{signataire}
{service}`,
  };
});

/** The canned mails that come with the service; what is written in the console takes their place. */
export const modelesFournis: readonly Fourni[] = [...relances, ...retours];
