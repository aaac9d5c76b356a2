import type { FactType } from '../../../machines/index.ts';
import type { Role } from '../../identity/identity.ts';

/** What a role may reach with an operation: every case, those that are delegated to it, what it told itself not long ago in every case, or nothing. */
type Droit = 'tous' | 'delegues' | 'siens' | 'non';

/** Who may ask for an operation; an API key needs its scope as well, that of facts to correct its own. */
export type Regle = Readonly<Record<Role, Droit>> & {
  /** Null where a key needs none. */
  portee: 'lecture' | 'faits' | 'evenements' | 'webhooks' | 'administration' | null;
  /** The facts that an éditeur may tell with it. */
  faitsEditeur?: FaitsEditeur;
};

/** What the scope of a fact is, and the fields that it must have as they are here. */
type FaitsEditeur = Readonly<Partial<Record<FactType, FaitEditeur>>>;
interface FaitEditeur {
  portee: 'partie4' | 'administrateur-technique';
  saisie: Readonly<Record<string, string>>;
}

const agents = { superviseur: 'tous', agent: 'tous' } as const;
const lecture = { ...agents, lecteur: 'tous', editeur: 'delegues', portee: 'lecture' } as const satisfies Regle;
const interne = { ...lecture, editeur: 'non' } as const satisfies Regle;
const conseil = { ...lecture, editeur: 'tous' } as const satisfies Regle;
/** One’s own, which a key of any scope reads and rolls. */
const soi = { ...conseil, portee: null } as const satisfies Regle;
/** What tells facts, and corrects those that one told. */
export const action = { ...agents, lecteur: 'non', editeur: 'non', portee: 'faits' } as const satisfies Regle;

/** What is about an éditeur alone. */
const deLEditeur = {
  superviseur: 'non',
  agent: 'non',
  lecteur: 'non',
  editeur: 'tous',
  portee: 'lecture',
} as const satisfies Regle;

const administration = {
  superviseur: 'tous',
  agent: 'non',
  lecteur: 'non',
  editeur: 'non',
  portee: 'administration',
} as const satisfies Regle;

/** A mistake in a journal: its own for an agent, anybody’s for a superviseur. */
const correction = { ...administration, agent: 'siens' } as const satisfies Regle;

/** One’s own, which an éditeur alone is held to. */
const abonnement = {
  superviseur: 'tous',
  agent: 'non',
  lecteur: 'non',
  editeur: 'tous',
  portee: 'webhooks',
} as const satisfies Regle;

/** §5 — part 4 may be filled by the éditeur; §4 — whose technician may be the administrateur technique. */
const faitsEditeur = {
  'formulaire413.partie4Remplie': { portee: 'partie4', saisie: {} },
  'administrateurTechnique.designe': { portee: 'administrateur-technique', saisie: { origine: 'technicien' } },
} as const satisfies FaitsEditeur;

const politique = {
  'faits.enregistrer': { ...action, editeur: 'delegues', faitsEditeur },
  'dossiers.faits': { ...action, editeur: 'delegues', faitsEditeur },
  'dossiers.prochaines-etapes': lecture,
  'dossiers.corriger': correction,
  'dossiers.correction-apercu': correction,
  'dossiers.lire': lecture,
  'dossiers.journal': lecture,
  'dossiers.lister': lecture,
  'dossiers.exporter': lecture,
  'dossiers.ouvrir': action,
  'dossiers.certificats': lecture,
  'dossiers.plan': lecture,
  'dossiers.simulation': lecture,
  'dossiers.csr': lecture,
  'dossiers.dessiner': lecture,
  'dossiers.decrire': lecture,
  'dossiers.imprimer': lecture,
  'documents.lister': interne,
  'documents.lire': interne,
  'documents.deposer': action,
  'documents.effacer': administration,
  'courriels.lister': interne,
  'courriels.envoyer': action,
  'receptions.lister': action,
  'receptions.deposer': action,
  'receptions.classer': action,
  'receptions.ecarter': action,
  'dossiers.partager': action,
  'dossiers.liste-html': lecture,
  'dossiers.liste-pdf': lecture,

  'groupements.faits': action,
  'groupements.prochaines-etapes': lecture,
  'groupements.corriger': correction,
  'groupements.correction-apercu': correction,
  'groupements.lire': lecture,
  'groupements.journal': interne,
  'groupements.lister': lecture,
  'groupements.ouvrir': action,
  'groupements.dossiers': lecture,
  'groupements.plan': lecture,
  'groupements.dessiner': lecture,
  'groupements.imprimer': lecture,
  'groupements.matrice': lecture,
  'groupements.matrice-csv': lecture,
  'groupements.etat-des-lieux': action,
  'groupements.rattacher': action,
  'groupements.detacher': action,

  'certificats.faits': action,
  'certificats.prochaines-etapes': lecture,
  'certificats.corriger': correction,
  'certificats.correction-apercu': correction,
  'certificats.lire': lecture,
  'certificats.journal': lecture,
  'certificats.lister': lecture,
  'certificats.dessiner': lecture,
  'certificats.decrire': lecture,
  'certificats.imprimer': lecture,
  'certificats.fichier': lecture,

  'etablissements.chercher': conseil,

  'evenements.lire': { ...conseil, portee: 'evenements' },
  'abonnements.lister': abonnement,
  'abonnements.creer': abonnement,
  'abonnements.lire': abonnement,
  'abonnements.modifier': abonnement,
  'abonnements.supprimer': abonnement,
  'abonnements.secret': abonnement,
  'abonnements.pause': abonnement,
  'abonnements.reprise': abonnement,
  'abonnements.relivraison': abonnement,
  'abonnements.tentatives': abonnement,

  'bac-a-sable.lire': conseil,
  'bac-a-sable.horloge': conseil,
  'bac-a-sable.vider': conseil,
  'bac-a-sable.jouer': conseil,
  'bac-a-sable.scenarios': conseil,
  'bac-a-sable.mettre-en-scene': conseil,

  'session.ouvrir': 'publique',
  'session.fermer': 'publique',
  'liens.lire': 'publique',
  'liens.utiliser': 'publique',
  'moi.lire': soi,
  'moi.cle': soi,
  'moi.delegations': deLEditeur,
  'moi.mot-de-passe': interne,

  'comptes.lister': administration,
  'comptes.inviter': administration,
  'comptes.modifier': administration,
  'comptes.reinitialiser': administration,
  'comptes.deconnecter': administration,
  'actes.lister': administration,
  'acces.lister': administration,
  'editeurs.lister': interne,
  'editeurs.creer': administration,
  'editeurs.renommer': administration,
  'cles.lister': administration,
  'cles.creer': administration,
  'cles.a-renouveler': administration,
  'cles.revoquer': administration,
  'delegations.lister': interne,
  'delegations.accorder': { ...administration, agent: 'tous' },
  'delegations.revoquer': { ...administration, agent: 'tous' },
  'dossiers.delegations': interne,

  'reglages.lister': interne,
  'reglages.poser': administration,
  'reglages.retirer': administration,
  'modeles.lister': interne,
  'modeles.creer': administration,
  'modeles.ecrire': administration,
  'modeles.retirer': administration,
  'dossiers.courriel': interne,

  'procedures.lister': 'publique',
  'procedures.lire': 'publique',
  'procedures.schema': 'publique',
  'procedures.exporter': 'publique',
  'procedures.dessiner': 'publique',
  'procedures.comparer': 'publique',
  'procedures.liste-html': 'publique',
  'procedures.liste-pdf': 'publique',
  'procedures.mesurer': interne,
  'procedures.mesurer-pdf': interne,
  'procedures.plan': conseil,
  'procedures.conformite': conseil,
  'glossaire.lire': 'publique',
} as const satisfies Readonly<Record<string, Regle | 'publique'>>;

/** Every operation, by its id. */
export type IdOperation = keyof typeof politique;

/** Who may do what, operation by operation: what is not here is done by nobody. `publique` asks for no identity. */
export const politiqueAcces: Readonly<Record<string, Regle | 'publique'>> = politique;

/** Who may ask for it at all. */
export function rolesOf(regle: Regle): Role[] {
  return (['superviseur', 'agent', 'editeur', 'lecteur'] as const).filter((role) => regle[role] !== 'non');
}

/** What a role may reach with an operation; nothing with one that is not here. */
export function droitDe(right: string, { role }: { role: Role }): Droit {
  const regle = politiqueAcces[right];
  return typeof regle === 'object' ? regle[role] : 'non';
}

/** Whether somebody may do it to what they told themselves alone, as those who correct are told. */
export function isOwnOnly(right: IdOperation, who: { role: Role }): boolean {
  return droitDe(right, who) === 'siens';
}

/** What a key that is limited to procedures or dossiers may ask, beside what is about one case that it reaches. */
const permisAuxClesLimitees: ReadonlySet<string> = new Set([
  ...[
    'dossiers.lister',
    'dossiers.exporter',
    'dossiers.ouvrir',
    'faits.enregistrer',
    'groupements.lister',
    'certificats.lister',
  ],
  ...['etablissements.chercher', 'evenements.lire', 'moi.lire', 'moi.cle', 'procedures.plan', 'procedures.conformite'],
  ...['bac-a-sable.lire', 'bac-a-sable.horloge', 'bac-a-sable.vider', 'bac-a-sable.jouer'],
  ...['bac-a-sable.scenarios', 'bac-a-sable.mettre-en-scene'],
]);

/** What is about one case, and about others that such a key may not reach. */
const horsDesLimites: ReadonlySet<string> = new Set([
  'groupements.etat-des-lieux',
  'groupements.rattacher',
  'groupements.detacher',
]);

/** Whether the limits of a key hold on an operation: what is not said here is refused to a key that has some. */
export function holdsLimits(right: string, isAboutOneCase: boolean): boolean {
  return isAboutOneCase ? !horsDesLimites.has(right) : permisAuxClesLimitees.has(right);
}
