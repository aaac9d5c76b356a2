import { type Phrases, SITE_ANS } from './phrase.ts';

/** §5 to §7 — form 413, the order, the life of a certificate. */
export const demande: Phrases = {
  '§5-1': {
    dit: 'La structure remplit et signe le formulaire 413.',
    faits: ['formulaire413.signe'],
    etats: ['formulaire413.redaction', 'formulaire413.aSigner'],
    invariants: ['certificats-formulaire-signe', 'version-signee'],
  },
  '§5-2': { dit: 'Il se télécharge sur le site de l’ANS.', informe: SITE_ANS },
  '§5-3': {
    dit: 'Le représentant légal ou le mandataire en signe les deux pages.',
    faits: ['formulaire413.signe'],
    gardes: ['signsAsRepresentantLegal', 'signsAsMandataire'],
    invariants: ['signature-signataire'],
  },

  '§5 étape 1-1': {
    dit: 'La partie 1 identifie la structure.',
    faits: ['formulaire413.partie1Remplie'],
    etats: ['formulaire413.redaction.partie1.aRemplir', 'formulaire413.redaction.partie1.remplie'],
    invariants: ['signature-apres-partie1'],
  },
  '§5 étape 1-2': { dit: 'Elle porte sa raison sociale.', champs: ['formulaire-413.partie1.denomination'] },
  '§5 étape 1-3': { dit: 'Elle porte son SIRET.', champs: ['formulaire-413.partie1.siret'] },
  '§5 étape 1-4': {
    dit: 'Elle porte son FINESS géographique, vide si elle n’en a pas (A3).',
    champs: ['formulaire-413.partie1.finess', 'formulaire-413.partie1.sansFiness'],
  },
  '§5 étape 1-5': {
    dit: 'Elle porte le code postal et la commune du site.',
    champs: ['formulaire-413.partie1.codePostal', 'formulaire-413.partie1.commune'],
  },

  '§5 étape 2-1': {
    dit: 'La partie 3 dit qui vise : le représentant légal ou son mandataire.',
    faits: ['formulaire413.partie3Remplie'],
    gardes: ['signsAsRepresentantLegal', 'signsAsMandataire'],
    etats: ['formulaire413.redaction.partie3.aRemplir', 'formulaire413.redaction.partie3.remplie'],
    champs: ['formulaire-413.partie3.signataire', 'formulaire-413.partie3.qualite'],
    invariants: ['signature-apres-partie3'],
  },
  '§5 étape 2-2': {
    dit: 'Il porte une carte qui n’est pas arrivée à sa fin.',
    gardes: ['isCarteResponsableInDate', 'isCarteMandataireInDate', 'isCarteDuSignataire'],
    champs: ['formulaire-413.partie3.carte'],
    invariants: ['signature-en-cours'],
  },
  '§5 étape 2-3': { dit: 'Le cachet de la structure y figure.', champs: ['formulaire-413.partie3.cachet'] },

  '§5 étape 3-1': {
    dit: 'La partie 4 détaille la demande ; l’éditeur peut la remplir.',
    faits: ['formulaire413.partie4Remplie'],
    etats: ['formulaire413.redaction.partie4.aRemplir', 'formulaire413.redaction.partie4.remplie'],
    invariants: ['signature-apres-partie4'],
  },
  '§5 étape 3-2': {
    dit: 'La précision d’usage est imposée : l’authentification au DP par un certificat de personne.',
    champs: ['formulaire-413.partie4.precisionUsage'],
  },
  '§5 étape 3-3': {
    dit: 'On y nomme l’éditeur, la solution et la version, du logiciel DP ou de la passerelle.',
    champs: [
      'formulaire-413.partie4.logiciels.type',
      'formulaire-413.partie4.logiciels.editeur',
      'formulaire-413.partie4.logiciels.solution',
      'formulaire-413.partie4.logiciels.version',
    ],
  },
  '§5 étape 3-4': {
    dit: 'On y coche l’offre PRO, usages AUTH, SIGN et CONF.',
    champs: ['formulaire-413.partie4.offreProAuthSignConf'],
  },
  '§5 étape 3-5': {
    dit: 'On y écrit le domaine de messagerie, sans lequel nul n’est habilité à commander l’offre PRO.',
    champs: ['formulaire-413.partie4.domaineMessagerie'],
  },
  '§5 étape 3-6': {
    dit: 'On y donne de quoi joindre chaque administrateur technique.',
    gardes: ['isAdministrateurNomme'],
    champs: [
      'formulaire-413.partie4.administrateursTechniques.nom',
      'formulaire-413.partie4.administrateursTechniques.courriel',
      'formulaire-413.partie4.administrateursTechniques.telephone',
    ],
  },
  '§5 étape 3-7': {
    dit: 'Ce peut être l’éditeur, ou quelqu’un de la DSI du groupe qui a une carte dans la structure (A8).',
    champs: [
      'formulaire-413.partie4.administrateursTechniques.rattachement',
      'formulaire-413.partie4.administrateursTechniques.typeCarte',
    ],
  },

  '§5 étape 4-1': {
    dit: 'Le formulaire 413 part à l’ANS une fois rempli.',
    faits: ['formulaire413.transmis'],
    etats: ['formulaire413.aTransmettre'],
    invariants: ['certificats-formulaire-transmis', 'habilitation-seule-entree'],
  },
  '§5 étape 4-2': {
    dit: 'La structure ou l’administrateur technique l’envoie par courriel (A15).',
    champs: ['formulaire413.transmis.canal', 'formulaire413.transmis.par'],
  },

  '§6-1': {
    dit: 'Une fois habilité, l’administrateur technique suit la documentation des intégrateurs.',
    faits: ['habilitation.accordee'],
    gardes: ['isAdministrateurHabilite'],
    etats: ['formulaire413.accorde'],
  },
  '§6-2': {
    dit: 'Il produit sa demande et sa paire de clés, puis installe le certificat.',
    faits: ['certificat.demande', 'certificat.installe'],
    etats: [
      'habilitation.accordee',
      'certificats.enCours',
      'certificats.enService',
      'certificat/vie.retire',
      'certificat/vie.installe',
    ],
    invariants: ['installation-apres-retrait', 'service-apres-installation'],
  },
  '§6-3': { dit: 'Un guide de la plateforme détaille les gestes.', informe: 'Nomme un document de l’ANS.' },
  '§6-4': {
    dit: 'Qui s’authentifie par sa carte a besoin d’un lecteur.',
    gardes: ['hasPrerequisPlateforme'],
    champs: ['certificat.demande.prerequisVerifies'],
    invariants: ['commande-offre-pro'],
  },
  '§6-5': {
    dit: 'Il atteint la plateforme par internet.',
    gardes: ['hasPrerequisPlateforme'],
    champs: ['certificat.demande.prerequisVerifies'],
    invariants: ['commande-offre-pro'],
  },
  '§6-6': { dit: 'En PRO AUTH, l’UPN peut manquer.', champs: ['certificat.demande.upn'] },
  '§6-7': { dit: 'En PRO SIGN, l’adresse du bénéficiaire peut manquer.', champs: ['certificat.demande.courriel'] },
  '§6-8': {
    dit: 'Pour le DP, mieux vaut laisser ces champs vides.',
    champs: ['certificat.demande.upn', 'certificat.demande.courriel'],
  },

  '§7-1': {
    dit: 'L’ANS délivre un certificat, qui vaut trois ans depuis ce jour.',
    gardes: ['isEncoreValide'],
    etats: ['certificat/vie.clos.expire'],
    champs: ['certificat.retire.fin'],
    invariants: ['expiration', 'actes-en-cours'],
  },
  '§7-2': { dit: 'Le site de l’ANS, un guide et le service client en disent plus.', informe: SITE_ANS },
};
