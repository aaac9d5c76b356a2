import type { Clause, Invariant } from '../claim.ts';

/** What the text, or a decision, gives as a value. */
export const politiques: Invariant<Clause>[] = [
  {
    id: 'cartes-administrateur',
    enonce: 'Un employé porte une CPS ou une CPE, un technicien une CPA.',
    source: '§4',
    proposition: {
      forme: 'vaut',
      valeurs: { 'politique.cartesEmploye': ['CPS', 'CPE'], 'politique.cartesTechnicien': ['CPA'] },
    },
  },
  {
    id: 'cartes-signataire',
    enonce: 'Le représentant légal signe avec une CDE ou une CPS, le mandataire avec une CPE, une CPS ou une CPA.',
    source: 'A21',
    proposition: {
      forme: 'vaut',
      valeurs: {
        'politique.cartesSignataire.representantLegal': ['CDE', 'CPS'],
        'politique.cartesSignataire.mandataire': ['CPE', 'CPS', 'CPA'],
      },
    },
  },
  {
    id: 'offre',
    enonce: 'Le DP n’accepte que l’offre PRO.',
    source: '§6',
    proposition: { forme: 'vaut', valeurs: { 'politique.offres': ['PRO'] } },
  },
  {
    id: 'usages',
    enonce: 'Un pharmacien reçoit AUTH et SIGN, un médecin ou un agent d’admission AUTH seul.',
    source: '§3',
    proposition: {
      forme: 'vaut',
      valeurs: {
        'politique.usagesBeneficiaire.pharmacien': ['AUTH', 'SIGN'],
        'politique.usagesBeneficiaire.medecin': ['AUTH'],
        'politique.usagesBeneficiaire.agentAdmission': ['AUTH'],
      },
    },
  },
  {
    id: 'cartes-beneficiaire',
    enonce: 'Un pharmacien ou un médecin porte une CPS, un agent d’admission une CPE.',
    source: 'A16',
    proposition: {
      forme: 'vaut',
      valeurs: {
        'politique.carteBeneficiaire.pharmacien': 'CPS',
        'politique.carteBeneficiaire.medecin': 'CPS',
        'politique.carteBeneficiaire.agentAdmission': 'CPE',
      },
    },
  },
  {
    id: 'validite',
    enonce: 'Un certificat vaut trois ans.',
    source: '§7',
    proposition: { forme: 'vaut', valeurs: { 'politique.validiteAnnees': 3 } },
  },
  {
    id: 'preavis-jours',
    enonce: 'Le préavis de renouvellement est de soixante jours.',
    source: 'A13',
    proposition: { forme: 'vaut', valeurs: { 'politique.preavisRenouvellementJours': 60 } },
  },
];

/** A22 — when time brings what it brings to a certificate. */
export const echeancesCertificat: Invariant<Clause>[] = [
  {
    id: 'echeance-preavis',
    enonce: 'Le préavis est annoncé soixante jours avant la fin du certificat.',
    source: 'A13',
    proposition: {
      forme: 'vaut',
      valeurs: Object.assign(
        {},
        ...['aVenir', 'anticipe'].map((etat) =>
          due(`renouvellement.${etat}`, 'certificat.renouvellementDu', 'fin', 60),
        ),
      ),
    },
  },
  {
    id: 'echeance-fin',
    enonce: 'La fin d’un certificat retiré ou installé est annoncée pour le lendemain de son dernier jour.',
    source: 'A22',
    proposition: {
      forme: 'vaut',
      valeurs: Object.assign(
        {},
        ...['retire', 'installe'].map((etat) => due(`vie.${etat}`, 'certificat.expire', 'fin', -1)),
      ),
    },
  },
];

/** A22 — when time brings the end of a card. */
export const echeancesDossier: Invariant<Clause>[] = [
  {
    id: 'echeance-cartes',
    enonce: 'La fin de chaque carte, active ou bloquée, est annoncée pour le lendemain de son dernier jour.',
    source: 'A22',
    proposition: {
      forme: 'vaut',
      valeurs: Object.assign(
        {},
        ...['carteResponsable.active', 'carteResponsable.bloquee'].map((etat) =>
          due(etat, 'carteResponsable.expiree', 'carteResponsable.fin', -1),
        ),
        ...['mandataire.actif', 'mandataire.bloque'].map((etat) =>
          due(etat, 'carteMandataire.expiree', 'carteMandataire.fin', -1),
        ),
        ...['administrateurTechnique.actif', 'administrateurTechnique.bloque'].map((etat) =>
          due(etat, 'carteAdministrateur.expiree', 'administrateurs.*.carte.fin', -1),
        ),
      ),
    },
  },
];

function due(etat: string, fait: string, champ: string, joursAvant: number) {
  return { [`echeance.${etat}.${fait}.champ`]: champ, [`echeance.${etat}.${fait}.joursAvant`]: joursAvant };
}
