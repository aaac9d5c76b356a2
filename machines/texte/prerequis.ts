import { type Phrases, SITE_ANS } from './phrase.ts';

/** §1 to §4.1 — why certificates, for whom, and what they ask before the request. */
export const prerequis: Phrases = {
  '§1-1': {
    dit: 'Le document guide vers les certificats PRO de l’ANS, qui authentifient au DP.',
    informe: 'Dit à quoi sert le document.',
  },
  '§1-2': {
    dit: 'Il s’adresse entre autres aux hôpitaux, cliniques et EHPAD.',
    informe: 'Dit à qui il s’adresse, par des exemples.',
  },

  '§2-1': { dit: 'Sans certificat, une structure n’entre pas au DP.', informe: 'Dit à quoi servent les certificats.' },
  '§2-2': {
    dit: 'Pharmaciens et médecins consultent le DP.',
    champs: ['certificat.demande.beneficiaire.qualite'],
    gardes: ['isUsageDeQualite'],
  },
  '§2-3': {
    dit: 'Les pharmaciens l’alimentent.',
    champs: ['certificat.demande.beneficiaire.qualite'],
    gardes: ['isUsageDeQualite'],
  },
  '§2-4': {
    dit: 'Les agents d’admission tiennent l’annuaire des patients du DP.',
    champs: ['certificat.demande.beneficiaire.qualite'],
    gardes: ['isUsageDeQualite'],
  },

  '§3-1': {
    dit: 'Pour consulter, un certificat PRO d’usage AUTH par pharmacien, médecin ou agent d’admission.',
    gardes: ['isOffrePro', 'isUsageDeQualite'],
    champs: ['certificat.demande.usage', 'certificat.demande.beneficiaire'],
  },
  '§3-2': {
    dit: 'Pour alimenter, un certificat PRO d’usage SIGN par pharmacien.',
    gardes: ['isOffrePro', 'isUsageDeQualite'],
    champs: ['certificat.demande.usage', 'certificat.demande.beneficiaire'],
    invariants: ['sign-pharmacien'],
  },
  '§3-3': {
    dit: 'Pas de certificat sans carte CPx de son bénéficiaire.',
    gardes: ['hasBeneficiaireCarte'],
    champs: ['certificat.demande.beneficiaire.carte'],
  },
  '§3-4': {
    dit: 'Un pharmacien ou un médecin porte une CPS.',
    gardes: ['hasBeneficiaireCarte'],
    invariants: ['beneficiaire-carte'],
  },
  '§3-5': {
    dit: 'Un agent d’admission porte une CPE.',
    gardes: ['hasBeneficiaireCarte'],
    invariants: ['beneficiaire-carte'],
  },

  '§4-1': {
    dit: 'Rien ne se commande avant qu’un administrateur technique soit habilité.',
    faits: ['habilitation.accordee'],
    etats: ['habilitation.aucune'],
    invariants: ['certificats-habilitation-accordee', 'certificats-seule-entree'],
  },
  '§4-2': {
    dit: 'C’est le responsable de la structure qui le déclare, par le formulaire 413.',
    faits: ['administrateurTechnique.designe'],
    champs: ['formulaire-413.partie4.administrateursTechniques'],
  },
  '§4-3': {
    dit: 'Il commande et met en place les certificats.',
    faits: ['certificat.demande', 'certificat.installe'],
    gardes: ['hasAdministrateurDisponible'],
    etats: ['certificat/administrateur.disponible'],
    invariants: ['commande-administrateur'],
  },
  '§4-4': {
    dit: 'Il porte une carte CPS, CPE ou CPA.',
    gardes: ['hasAdministrateurActif'],
    etats: ['administrateurTechnique.aActiver', 'administrateurTechnique.actif'],
    champs: ['administrateurTechnique.designe.carte.type'],
    invariants: ['envoi-administrateur'],
  },
  '§4-5': {
    dit: 'Employé, il a une CPS s’il est professionnel de santé, une CPE sinon.',
    gardes: ['isEmploye', 'isCarteEmploye'],
    champs: ['administrateurTechnique.designe.origine'],
    invariants: ['administrateur-carte'],
  },
  '§4-6': {
    dit: 'Technicien de l’éditeur ou de l’intégrateur à qui la structure délègue, il a une CPA.',
    gardes: ['isTechnicien', 'isCarteTechnicien'],
    etats: ['administrateurTechnique.attenteCpa'],
    champs: ['administrateurTechnique.designe.origine'],
    invariants: ['administrateur-carte', 'technicien-cpa'],
  },
  '§4-7': {
    dit: 'Sa carte n’est pas arrivée à sa fin.',
    gardes: ['isCarteAdministrateurInDate', 'isNommeInDate', 'isHabiliteInDate', 'isCarteRecueInDate'],
    champs: ['administrateurTechnique.designe.carte.fin'],
    invariants: ['commande-en-cours', 'envoi-en-cours', 'carte-perimee'],
  },
  '§4-8': {
    dit: 'La suite dépend de l’organisation juridique de la structure.',
    informe: 'Annonce les parcours des §4.2, §4.3.1 et §4.3.2.',
  },
  '§4-9': {
    dit: 'Avec un contrat déjà conclu, on va droit au formulaire 413 (A1).',
    faits: ['contrat.trouve'],
    etats: ['contrat.actif'],
    invariants: ['contrat-actif'],
  },

  '§4.1-1': {
    dit: 'Le représentant légal est lié à l’ANS par un contrat.',
    faits: ['contrat.trouve'],
    gardes: ['hasContratActif'],
    etats: ['contrat.aVerifier', 'contrat.actif'],
    invariants: ['contrat-accepte', 'signature-contrat'],
  },
  '§4.1-2': {
    dit: 'Il porte une CDE active.',
    faits: ['carteResponsable.trouvee', 'carteResponsable.activee'],
    gardes: ['hasCarteResponsableActive'],
    etats: ['carteResponsable.aVerifier', 'carteResponsable.aActiver', 'carteResponsable.active'],
    invariants: ['signature-signataire', 'responsable-carte-trouvee'],
  },
  '§4.1-3': {
    dit: 'S’il n’a pas de contrat, il remplit un contrat de structure.',
    faits: ['contrat.absent', 'contrat.transmis'],
    etats: ['contrat.aCompleter'],
    champs: ['contrat-structure.representantLegal'],
    invariants: ['contrat-transmis'],
  },
  '§4.1-4': {
    dit: 'S’il n’a ni CDE ni CPS responsable, il demande sa carte par le formulaire 101.',
    faits: ['carteResponsable.absente', 'formulaire101.transmis'],
    etats: ['carteResponsable.aDemander'],
    champs: ['formulaire-101.representantLegal', 'carteResponsable.trouvee.carte.type'],
    invariants: ['responsable-absent'],
  },
  '§4.1-5': { dit: 'Ces deux documents se téléchargent sur le site de l’ANS.', informe: SITE_ANS },
  '§4.1-6': {
    dit: 'Un mandataire peut mener la commande pour l’établissement et suivre ensuite ses certificats.',
    etats: ['mandataire.aucun', 'mandataire.actif'],
  },
  '§4.1-7': {
    dit: 'Le représentant légal lui commande une CPE par le formulaire 301, case « mandat » cochée.',
    faits: ['carteMandataire.demandee'],
    champs: ['formulaire-301.mandat', 'formulaire-301.role'],
  },
  '§4.1-8': {
    dit: 'À qui porte déjà une CPE, il donne mandat par le formulaire 502.',
    faits: ['mandat.demande'],
    champs: ['formulaire-502.mandataire', 'formulaire-502.carte'],
  },
  '§4.1-9': { dit: 'Ces formulaires aussi se téléchargent sur le site de l’ANS.', informe: SITE_ANS },
  '§4.1-10': {
    dit: 'Carte et mandat se demandent aussi par le téléservice TOM.',
    champs: ['carteMandataire.demandee.moyen', 'mandat.demande.moyen'],
  },
  '§4.1-11': {
    dit: 'Le mandataire signe alors tout formulaire sur les certificats.',
    gardes: ['hasMandataireActif', 'signsAsMandataire'],
    champs: ['formulaire-413.partie3.qualite', 'formulaire-301.qualite'],
    invariants: ['signature-signataire'],
  },
  '§4.1-12': {
    dit: 'Il porte pour cela, selon sa profession, une CPS, une CPE ou une CPA.',
    faits: ['carteMandataire.activee'],
    gardes: ['hasMandataireActif'],
    etats: ['mandataire.aActiver'],
    champs: ['mandat.enregistre.carte.type', 'carteMandataire.activee.carte.type'],
  },
  '§4.1-13': {
    dit: 'Représentant légal ou mandataire désignent un ou plusieurs administrateurs techniques.',
    faits: ['administrateurTechnique.designe'],
    etats: ['administrateurTechnique.aDesigner'],
    champs: ['formulaire-413.partie4.administrateursTechniques'],
  },
  '§4.1-14': {
    dit: 'L’administrateur technique reçoit le droit de demander, retirer, révoquer et suivre les certificats.',
    faits: ['certificat.demande', 'certificat.retire', 'certificat.revoque'],
    etats: ['certificat/vie.disponible', 'certificat/vie.clos.revoque'],
    invariants: ['actes-d-un-habilite', 'revocation-possible'],
  },
  '§4.1-15': {
    dit: 'S’il n’a pas de carte active, le représentant légal ou le mandataire en demande une par le formulaire 301.',
    faits: ['carteAdministrateur.demandee', 'carteAdministrateur.activee'],
    gardes: ['isSansCarte'],
    etats: ['administrateurTechnique.aEquiper', 'administrateurTechnique.aRemplacer'],
    champs: ['formulaire-301.role', 'formulaire-301.qualite'],
    invariants: ['administrateur-sans-carte', 'administrateur-a-equiper'],
  },
  '§4.1-16': {
    dit: 'Sa CPE se commande aussi par TOM.',
    champs: ['carteAdministrateur.demandee.moyen'],
  },
};
