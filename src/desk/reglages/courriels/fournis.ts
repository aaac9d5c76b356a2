import type { Destinataire } from './saisie.ts';

/** The canned mails that come with the service; what is written in the console takes their place. */
export const modelesFournis: readonly {
  id: string;
  nom: string;
  destinataire: Destinataire;
  objet: string;
  corps: string;
}[] = [
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
    id: 'relance-representant',
    nom: 'Relance du représentant légal : contrat et carte',
    destinataire: 'autre',
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

Pour {denomination} (SIRET {siret}), voici ce qui va prendre fin avant l’obtention des certificats :

{echeances}

Demandez dès maintenant le renouvellement à l’ANS : une carte expirée arrête la demande.

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'renouvellement-certificat',
    nom: 'Renouvellement de certificat',
    destinataire: 'autre',
    objet: '{denomination} : certificats à renouveler',
    corps: `Bonjour,

Un certificat logiciel vaut trois ans (§7). Pour {denomination} (SIRET {siret}), il est temps de penser au renouvellement :

{certificats}

L’administrateur technique les commande sur le portail, avec sa carte : {portail}. Le nouveau s’installe avant la fin de l’ancien.

Bien cordialement,
{signataire}
{service}`,
  },
];
