import type { Condition } from '../condition.ts';
import type { GuardName } from './guards.ts';

/** What each guard asks, for who is told no. */
export const conditions = {
  isOuvert: {
    code: 'dossier-ouvert',
    libelle: 'Le dossier est abandonné : rouvrez-le d’abord.',
    acteur: 'etablissement',
    source: '§4',
  },
  hasContratActif: {
    code: 'contrat-actif',
    libelle: 'Il faut un contrat actif avec l’ANS.',
    acteur: 'representantLegal',
    source: '§4.1',
  },
  hasCarteResponsableActive: {
    code: 'carte-responsable-active',
    libelle: 'Il faut une carte CDE, ou CPS responsable, active.',
    acteur: 'representantLegal',
    source: '§4.1',
  },
  hasMandataireActif: {
    code: 'mandataire-actif',
    libelle: 'Il faut un mandataire habilité, porteur d’une carte active.',
    acteur: 'representantLegal',
    source: '§4.1',
  },
  hasAdministrateurActif: {
    code: 'administrateur-technique-actif',
    libelle: 'Il faut un administrateur technique porteur d’une carte CPS, CPE ou CPA active.',
    acteur: 'administrateurTechnique',
    source: '§4',
  },
  hasAdministrateurDesigne: {
    code: 'administrateur-technique-designe',
    libelle: 'Aucun administrateur technique n’est encore désigné.',
    acteur: 'etablissement',
    source: '§4',
  },
  hasDsiContactee: {
    code: 'dsi-contactee',
    libelle: 'Il faut avoir approché la DSI du groupement.',
    acteur: 'etablissement',
    source: '§4.2',
  },
  signsAsRepresentantLegal: {
    code: 'signataire-representant-legal',
    libelle: 'La partie 3 doit désigner le représentant légal comme signataire.',
    acteur: 'etablissement',
    source: '§5 étape 2',
  },
  signsAsMandataire: {
    code: 'signataire-mandataire',
    libelle: 'La partie 3 doit désigner le mandataire comme signataire.',
    acteur: 'etablissement',
    source: '§5 étape 2',
  },
  isCarteResponsableInDate: {
    code: 'carte-responsable-en-cours',
    libelle: 'La carte du responsable est arrivée à sa date de fin.',
    acteur: 'representantLegal',
    source: '§5 étape 2',
  },
  isCarteMandataireInDate: {
    code: 'carte-mandataire-en-cours',
    libelle: 'La carte du mandataire est arrivée à sa date de fin.',
    acteur: 'mandataire',
    source: '§5 étape 2',
  },
  isCarteAdministrateurInDate: {
    code: 'carte-administrateur-en-cours',
    libelle: 'La carte de l’administrateur technique est arrivée à sa date de fin.',
    acteur: 'administrateurTechnique',
    source: '§4',
  },
  isSignatureCourante: {
    code: 'signature-courante',
    libelle: 'La signature porte sur une version antérieure : faites signer à nouveau.',
    acteur: 'representantLegal',
    source: '§5',
  },
  isEmploye: {
    code: 'origine-employe',
    libelle: 'L’origine doit être : employé de la structure.',
    acteur: 'etablissement',
    source: '§4',
  },
  isTechnicien: {
    code: 'origine-technicien',
    libelle: 'L’origine doit être : technicien d’un tiers.',
    acteur: 'etablissement',
    source: '§4',
  },
  isSansCarte: {
    code: 'sans-carte',
    libelle: 'La carte doit rester vide tant qu’elle n’est pas active.',
    acteur: 'etablissement',
    source: '§4',
  },
  isCarteEmploye: {
    code: 'carte-employe',
    libelle: 'Un employé porte une CPS ou une CPE : ni CDE, ni CPF, ni CPA.',
    acteur: 'administrateurTechnique',
    source: '§4',
  },
  isCarteTechnicien: {
    code: 'carte-technicien',
    libelle: 'Un technicien de l’éditeur ou de l’intégrateur porte une CPA.',
    acteur: 'administrateurTechnique',
    source: '§4',
  },
  isCarteRecueInDate: {
    code: 'carte-recue-en-cours',
    libelle: 'La carte est déjà arrivée à sa date de fin.',
    acteur: 'etablissement',
    source: '§4',
  },
  isOffrePro: {
    code: 'offre-pro',
    libelle: 'Le DP n’accepte que l’offre PRO : les certificats d’organisation (ORG) n’y servent pas.',
    acteur: 'administrateurTechnique',
    source: '§3',
  },
  isUsageDeQualite: {
    code: 'usage-de-qualite',
    libelle: 'L’usage SIGN est réservé aux pharmaciens : demandez AUTH.',
    acteur: 'administrateurTechnique',
    source: '§3',
  },
  hasBeneficiaireCarte: {
    code: 'carte-beneficiaire',
    libelle: 'Le bénéficiaire doit porter une CPS (pharmacien, médecin) ou une CPE (agent d’admission).',
    acteur: 'beneficiaire',
    source: '§3',
  },
  hasPrerequisPlateforme: {
    code: 'prerequis-plateforme',
    libelle: 'Vérifiez le lecteur de carte et l’accès à la plateforme IGC-Santé.',
    acteur: 'administrateurTechnique',
    source: '§6',
  },
} satisfies Record<GuardName, Condition>;
