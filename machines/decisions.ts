import type { Section } from './source.ts';
import type { Acteur } from './step.ts';

/** What the text leaves open or does not say, and what we decided. */
export interface Decision {
  /** The passages that it concerns. */
  source: readonly Section[];
  question: string;
  decision: string;
}

/** The one place where every open point (A1–A30) is settled. */
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
    source: ['§4.1', '§5', '§6'],
    question: 'Rien n’est dit entre un envoi à l’ANS et sa réponse.',
    decision:
      'Le formulaire 413 est reçu, puis accordé, retourné avec ses motifs, ou rejeté ; un contrat, une carte, un mandat est accordé ou refusé.',
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
  A17: {
    source: ['§4.1', '§5', '§6', '§7'],
    question: 'À quelles dates un fait peut-il s’être produit ?',
    decision:
      'Jamais avant le jour où a commencé ce sur quoi il s’appuie : l’étape qu’il quitte, les états qu’il demande. Des faits sans lien se disent tard et dans n’importe quel ordre. Ce qui est constaté porte le jour du constat, peut dire depuis quand, et ne borne pas la suite.',
  },
  A18: {
    source: ['§4.1', '§5 étape 3'],
    question: 'Un administrateur technique, ou plusieurs ?',
    decision:
      'Un ou plusieurs, chacun avec son origine, sa carte et l’habilitation que lui vaut le formulaire 413 qui le nomme. Le départ de l’un n’arrête rien tant qu’un autre est habilité et équipé ; un nouveau formulaire 413 en ajoute un sans rien annuler.',
  },
  A19: {
    source: ['§4', '§4.1', '§6'],
    question: 'Que demande un certificat une fois commandé ?',
    decision:
      'Un administrateur technique habilité et porteur d’une carte active pour le retirer, l’installer et le renouveler. Un renouvellement est une commande : contrat actif, carte du bénéficiaire, dossier ouvert.',
  },
  A20: {
    source: ['§7'],
    question: 'Que devient un certificat dont le renouvellement est commandé ?',
    decision:
      'Il reste en service, révocable, jusqu’à l’installation de son successeur ; si celui-ci est refusé ou annulé, rien n’a changé pour lui.',
  },
  A21: {
    source: ['§3', '§4', '§4.1', '§5 étape 2'],
    question: 'Quelles cartes sont admises, et où les vérifie-t-on ?',
    decision:
      'Une seule règle à chaque porte, de la demande au renouvellement : CDE ou CPS responsable pour le représentant légal, CPE, CPS ou CPA pour le mandataire, CPS ou CPE pour un employé, CPA pour un technicien, selon la profession pour un bénéficiaire. Une carte finie ou une CPF est refusée ; une carte ou un nom autres que ceux du dossier sont signalés.',
  },
  A22: {
    source: ['§7'],
    question: 'Quand dit-on ce que le calendrier apporte ?',
    decision: 'Le jour venu, jamais avant : une fin de validité ou un préavis ne se déclare pas d’avance.',
  },
  A23: {
    source: ['§4.1', '§5 étape 1'],
    question: 'Que change un nouveau SIRET ou FINESS ?',
    decision:
      'Contrat, carte et mandat sont à vérifier de nouveau, le formulaire 413 à réécrire, et chaque certificat en vie pose la question de sa révocation. Nom et adresse changent sans rien défaire.',
  },
  A24: {
    source: ['§5', '§5 étape 2', '§5 étape 4'],
    question: 'Et si le signataire perd son pouvoir ?',
    decision:
      'Une signature donnée par qui le pouvait reste bonne, et l’envoi en avertit. Avant la signature, le visa seul tombe ; un mandat est à confirmer par le nouveau représentant légal.',
  },
  A25: {
    source: ['§4.1', '§5', '§5 étape 2', '§5 étape 3'],
    question: 'Qui doit agir ?',
    decision:
      'Cela se calcule : signe celui que désigne la partie 3, commande une carte celui qui en a le pouvoir, corrige un formulaire retourné celui dont les motifs touchent la partie. Une révocation se demande par l’administrateur technique, le représentant légal ou le mandataire, ou vient de l’ANS.',
  },
  A26: {
    source: ['§1'],
    question: 'Que cite une règle que le texte ne contient pas ?',
    decision: 'Aucun passage : elle se dit hors texte, avec le numéro de la décision qui l’ajoute.',
  },
  A27: {
    source: ['§4', '§4.1', '§5', '§6', '§7'],
    question: 'Que faire de ce qui arrive à un établissement et que le texte ne raconte pas ?',
    decision:
      'Chaque cas a son fait : carte refusée, commande annulée, carte bloquée, perdue ou opposée, contrat, mandat ou habilitation qui prend fin, formulaire retourné sans reçu, site qui change de groupement, bénéficiaire qui change de profession, dossier abandonné puis rouvert, établissement qui ferme.',
  },
  A28: {
    source: ['§4.1'],
    question: 'Qui commande la carte d’un administrateur technique ?',
    decision:
      'Qui en a le pouvoir, sous un contrat actif : le représentant légal ou le mandataire, porteur d’une carte active.',
  },
  A29: {
    source: ['§4', '§4.1'],
    question: 'Que peut-on conseiller à un établissement ?',
    decision:
      'Des démarches et des réponses à obtenir. Ce qui se constate (contrat, carte ou mandat déjà là) est une question à poser, pas un détour ; ce qui arrive (perte, départ, abandon…) n’est jamais proposé.',
  },
  A30: {
    source: ['§4.2', '§4.3.2'],
    question: 'Quand un groupement est-il complet ?',
    decision:
      'Lorsque chacun de ses sites est en service, hors ceux qui ont abandonné : ils sont comptés et nommés à part.',
  },
} as const satisfies Record<`A${number}`, Decision>;

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
