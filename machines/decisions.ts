import type { Source } from './source.ts';
import type { Acteur } from './step.ts';

/** What the text leaves open, and what we decided. */
export interface Decision {
  source: readonly Source[];
  question: string;
  decision: string;
}

/** The one place where every open point (A1–A16) is settled. */
export const decisions = {
  A1: {
    source: ['§4'],
    question: '« Passez à l’étape 5 » dispense-t-il aussi de la carte du responsable ?',
    decision: 'Non : un contrat existant ne dispense que du contrat de structure.',
  },
  A2: {
    source: ['§4.2', '§4.3.2'],
    question: 'Le texte nomme des « certificats d’organisation ».',
    decision: 'Erreur de plume : le DP n’accepte que l’offre PRO, l’offre ORG est refusée.',
  },
  A3: {
    source: ['§5 étape 1'],
    question: 'Le FINESS porte un astérisque mais peut manquer.',
    decision: 'L’absence de FINESS se déclare explicitement.',
  },
  A4: {
    source: ['§5'],
    question: 'La partie 2 du formulaire 413 n’est décrite nulle part.',
    decision: 'Elle est facultative, gardée telle quelle, et ne bloque rien.',
  },
  A5: {
    source: ['§5 étape 2'],
    question: 'Le visa précède les détails sur lesquels il engage.',
    decision: 'Parties 1, 3 et 4 dans n’importe quel ordre, signature en dernier, liée à leur empreinte.',
  },
  A6: { source: ['§4.1'], question: 'Que vaut une « CPS responsable » ?', decision: 'Autant qu’une CDE active.' },
  A7: {
    source: ['§4', '§4.1'],
    question: 'Le porteur d’une CDE peut-il être administrateur technique ?',
    decision: 'Non par défaut : les cartes admises sont CPS, CPE et CPA.',
  },
  A8: {
    source: ['§5 étape 3'],
    question:
      'Un agent de la DSI du groupe, administrateur technique, doit avoir une carte « au sein de la structure ».',
    decision: 'Un avertissement le rappelle, rien n’est bloqué.',
  },
  A9: {
    source: ['§4.1'],
    question: 'Le formulaire 502 vaut-il pour un mandataire porteur d’une CPS ou d’une CPA ?',
    decision: 'Oui par analogie, avec un avertissement.',
  },
  A10: {
    source: ['§4.2', '§4.3.2'],
    question: 'Un contrat par site ou par entité juridique ?',
    decision: 'Un contrat par site, donc par dossier.',
  },
  A11: {
    source: ['§5', '§6'],
    question: 'Rien n’est dit entre l’envoi du formulaire et l’habilitation.',
    decision: 'Reçu, puis accordé, retourné avec ses motifs, ou rejeté.',
  },
  A12: {
    source: ['§7'],
    question: 'Aucune durée n’est écrite hormis les trois ans.',
    decision: 'Toute autre échéance est un réglage du service, présenté comme nôtre.',
  },
  A13: {
    source: ['§7'],
    question: 'Renouvellement, révocation et expiration ne sont pas décrits.',
    decision: 'Le cycle de vie public de l’ANS : préavis de 60 jours, renouvellement tant que le certificat est actif.',
  },
  A14: {
    source: ['§4.2', '§4.3.1'],
    question: 'Que fait un EHPAD public hors GHT ?',
    decision: 'Les étapes d’un établissement sur un seul site.',
  },
  A15: {
    source: ['§5 étape 4', '§6'],
    question: 'Les adresses citées sont anciennes.',
    decision: 'Le canal d’envoi est une donnée, aucune adresse n’est écrite dans la procédure.',
  },
  A16: {
    source: ['§3'],
    question: 'Quelles cartes un bénéficiaire peut-il porter ?',
    decision: 'CPS pour un pharmacien ou un médecin, CPE pour un agent d’admission, sinon refus motivé.',
  },
} as const satisfies Record<string, Decision>;

/** §3 — whom a certificate is for. */
export type Qualite = 'pharmacien' | 'medecin' | 'agentAdmission';

/** Every policy that guards read, each under its decision. */
export const politique = {
  /** A7 */
  cartesEmploye: ['CPS', 'CPE'] as readonly string[],
  /** A7 */
  cartesTechnicien: ['CPA'] as readonly string[],
  /** A2 */
  offres: ['PRO'] as readonly string[],
  /** A21 */
  cartesSignataire: { representantLegal: ['CDE', 'CPS'], mandataire: ['CPE', 'CPS', 'CPA'] } as Readonly<
    Record<'representantLegal' | 'mandataire', readonly string[]>
  >,
  /** A16 */
  carteBeneficiaire: { pharmacien: 'CPS', medecin: 'CPS', agentAdmission: 'CPE' } as Readonly<Record<Qualite, string>>,
  /** §3 */
  usagesBeneficiaire: { pharmacien: ['AUTH', 'SIGN'], medecin: ['AUTH'], agentAdmission: ['AUTH'] } as Readonly<
    Record<Qualite, readonly string[]>
  >,
  /** A13 */
  preavisRenouvellementJours: 60,
  /** §7 */
  validiteAnnees: 3,
  /** A12 — ours: the days that an act of each usually takes. They warn of a card that will lapse on the way, and promise nothing. */
  delaisJours: {
    representantLegal: 7,
    mandataire: 7,
    administrateurTechnique: 5,
    etablissement: 5,
    dsi: 10,
    editeur: 7,
    beneficiaire: 7,
    ans: 15,
  } satisfies Record<Acteur, number>,
} as const;
