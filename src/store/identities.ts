/** What the holder of an account may do; éditeurs have keys. */
type RoleCompte = 'agent' | 'superviseur' | 'lecteur';

/** What a key may be: it never administers. */
export type RoleCle = 'agent' | 'editeur' | 'lecteur';

/** An agent's account, without its password. Instants are ISO 8601, days YYYY-MM-DD. */
export interface Compte {
  id: string;
  /** In lower case, unique. */
  courriel: string;
  nom: string;
  role: RoleCompte;
  actif: boolean;
  creeLe: string;
  /** Of the last login. */
  connecteLe: string | null;
}

/** A token that is told once and kept by its SHA-256: it opens an account, or resets the password of one. */
export interface Lien {
  empreinte: string;
  objet: 'premier-compte' | 'invitation' | 'mot-de-passe';
  /** The account that it opens, or whose password it resets. */
  compteId: string;
  /** Null for the first account, whose holder says it. */
  courriel: string | null;
  /** Null for a password. */
  role: RoleCompte | null;
  creeLe: string;
  /** The account that made it; null at the first start. */
  creePar: string | null;
  expireLe: string;
  utiliseLe: string | null;
}

/** A browser that is logged in. */
export interface Session {
  empreinte: string;
  compteId: string;
  ouverteLe: string;
  vueLe: string;
}

/** Under which attempts at a login are counted. */
export interface CleTentative {
  /** The imprint of an e-mail. */
  compte: string;
  /** A network or a known device; empty for all of them together. */
  lieu: string;
}

/** How often a login was attempted in a row. */
export interface Tentative {
  echecs: number;
  derniereLe: string;
  bloqueJusqua: string | null;
}

/** Who publishes a software that asks for its clients. */
export interface Editeur {
  id: string;
  nom: string;
  creeLe: string;
}

/** An API key, without what would let it in. */
export interface CleApi {
  id: string;
  /** The first part of the key, enough to recognise it. */
  prefixe: string;
  nom: string;
  role: RoleCle;
  /** Of the role `editeur` alone. */
  editeurId: string | null;
  portees: readonly string[];
  /** Null for no limit. */
  procedures: readonly string[] | null;
  dossiers: readonly string[] | null;
  bacASable: boolean;
  creeLe: string;
  /** Its last day. */
  expireLe: string;
  utiliseeLe: string | null;
  revoqueeLe: string | null;
}

/** A key as it is rolled: what opened it opens it too until `jusqua`. */
export interface Passage extends Pick<CleApi, 'prefixe' | 'creeLe' | 'expireLe'> {
  empreinte: string;
  jusqua: string;
}

/** Days, both included, during which an éditeur sees a dossier, or a groupement and all its sites. */
export interface Delegation {
  id: string;
  genre: 'dossier' | 'groupement';
  instanceId: string;
  editeurId: string;
  du: string;
  /** Null for no end. */
  au: string | null;
  motif: string;
  accordeeLe: string;
  accordeePar: string;
  revoqueeLe: string | null;
  revoqueePar: string | null;
}

/** Who did what to whom; it holds no secret. */
export interface ActeIdentite {
  le: string;
  auteur: string;
  acte: string;
  /** The id of what it is about. */
  cible: string;
  /** JSON text. */
  detail: string;
}

/** The accounts of agents. */
export interface CompteStore {
  /** Whether the first was opened. */
  hasComptes(): Promise<boolean>;
  compte(id: string): Promise<Compte | null>;
  /** With its password, as scrypt left it; null when another directory vouches for it. */
  compteOf(courriel: string): Promise<(Compte & { motDePasse: string | null }) | null>;
  /** By name. */
  comptes(): Promise<Compte[]>;
  /** When `role` or `actif` changes, ends its sessions and voids the links made by it or for it; keeps one active superviseur. */
  updateCompte(
    id: string,
    champs: Partial<Pick<Compte, 'nom' | 'role' | 'actif'>>,
    acte: ActeIdentite,
  ): Promise<'fait' | 'introuvable' | 'dernier-superviseur'>;
  /** Forgets whose a closed account is: its name, e-mail, password, links, own views, and who vouched for it; false unless it is closed. */
  eraseCompte(id: string, acte: ActeIdentite): Promise<boolean>;
  /** Ends its sessions, and voids the links to its password; false if that is no longer `ancien`. */
  replaceMotDePasse(id: string, passage: { ancien: string; nouveau: string }, acte: ActeIdentite): Promise<boolean>;
}

/** The links that are used once. */
export interface LienStore {
  lien(empreinte: string): Promise<Lien | null>;
  /** Voids what was not used among the links of the same object and e-mail. */
  addLien(lien: Lien, acte: ActeIdentite): Promise<void>;
  /** Uses the link to open the account, unless somebody was faster with the one or the e-mail of the other. */
  openCompte(
    empreinte: string,
    compte: Compte & { motDePasse: string },
    acte: ActeIdentite,
  ): Promise<'fait' | 'lien-utilise' | 'courriel-pris'>;
  /** Uses the link to change the password; ends the sessions, forgets the attempts of the imprint `tentatives`. False if somebody was faster. */
  resetMotDePasse(
    empreinte: string,
    compte: { id: string; motDePasse: string; tentatives: string },
    acte: ActeIdentite,
  ): Promise<boolean>;
}

/** The link by which a calendar reads the days of an account. */
export interface LienAgenda {
  empreinte: string;
  compteId: string;
  creeLe: string;
}

/** The links by which calendars read, one an account. */
export interface AgendaStore {
  agenda(empreinte: string): Promise<LienAgenda | null>;
  agendaOf(compteId: string): Promise<LienAgenda | null>;
  /** In place of the one before. */
  putAgenda(lien: LienAgenda, acte: ActeIdentite): Promise<void>;
  /** False when there was none. */
  removeAgenda(compteId: string, acte: ActeIdentite): Promise<boolean>;
}

/** The sessions, and the attempts to open one. */
export interface SessionStore {
  /** With its account; null when that is closed. */
  session(empreinte: string): Promise<{ session: Session; compte: Compte } | null>;
  /**
   * Opens it in place of `remplace` and forgets the attempts under `tentatives`, if the account is still active and its password still `verifie`;
   * keeps `motDePasse` from now on.
   */
  openSession(
    session: Session,
    preuve: { verifie: string; motDePasse: string; tentatives: readonly CleTentative[]; remplace: string | null },
  ): Promise<boolean>;
  seeSession(empreinte: string, vueLe: string): Promise<void>;
  endSession(empreinte: string): Promise<void>;
  endSessions(compteId: string, acte: ActeIdentite): Promise<void>;
  /** Of an account, the last seen first, those that time has ended among them. */
  sessionsOf(compteId: string): Promise<Session[]>;
  tentative(cle: CleTentative): Promise<Tentative | null>;
  /** Those of an e-mail, by its imprint, the last first. */
  tentativesOf(compte: string): Promise<(Tentative & { lieu: string })[]>;
  /** False if it is no longer as it was `avant`. */
  replaceTentative(cle: CleTentative, avant: Tentative | null, apres: Tentative): Promise<boolean>;
  /** All those of an e-mail, by its imprint. */
  forgetTentatives(compte: string): Promise<void>;
  /** Forgets the sessions opened, and the attempts made, before these instants. */
  forget(avant: { sessions: string; tentatives: string }): Promise<void>;
}

/** Who vouches for an account, and for whom. */
export interface Externe {
  emetteur: string;
  sujet: string;
}

/** Somebody of a directory whose e-mail an account of this service already bears. */
export interface Liaison extends Externe {
  nom: string;
  demandeLe: string;
}

/** The accounts that another directory vouches for: they have no password. */
export interface ExterneStore {
  compteExterne(emetteur: string, sujet: string): Promise<Compte | null>;
  /**
   * Opens a session in place of `remplace`, and its account if there is none, which becomes what `compte` says; another role ends the
   * other sessions. `depasse` if somebody was faster to open it.
   */
  openExternalSession(
    ouverture: { session: Session & { jetonId: string }; externe: Externe; compte: Compte; remplace: string | null },
    acte: ActeIdentite | null,
  ): Promise<'fait' | 'depasse' | 'courriel-pris' | 'compte-ferme'>;
  /** What the directory that vouched for a session wants back when it ends; null for a password. */
  idToken(empreinte: string): Promise<string | null>;
  /** Who vouches for an account; null when it has a password of this service. */
  externeOf(compteId: string): Promise<Externe | null>;
  /** Keeps who asks for an account, in place of whoever asked before. */
  askLiaison(compteId: string, liaison: Liaison): Promise<void>;
  /** Who asks for an account and is not linked to it. */
  liaison(compteId: string): Promise<Liaison | null>;
  /**
   * From now on the directory alone vouches for the account: its password and its sessions end. Keeps one active superviseur who has a
   * password; `introuvable` when whoever asks is no longer `sujet`.
   */
  link(compteId: string, sujet: string, acte: ActeIdentite): Promise<'fait' | 'introuvable' | 'dernier-superviseur'>;
}

/** The API keys. */
export interface CleStore {
  cle(empreinte: string): Promise<CleApi | null>;
  /** Newest last. */
  cles(): Promise<CleApi[]>;
  addCle(cle: CleApi & { empreinte: string }, acte: ActeIdentite): Promise<void>;
  /** The key that was rolled and that this imprint opens until `jusqua`; what is past is for the caller to see. */
  clePrecedente(empreinte: string): Promise<{ cle: CleApi; jusqua: string } | null>;
  /** Opens the key by another imprint; the one before opens it too for a while. False if it is unknown or revoked. */
  rollCle(id: string, passage: Passage, acte: ActeIdentite): Promise<boolean>;
  /** Tells that a key will end on `date`, once for the same `avis`. */
  tellFin(fin: { cle: string; avis: string; date: string; le: string }): Promise<void>;
  /** False if it is unknown or revoked. */
  revokeCle(id: string, acte: ActeIdentite): Promise<boolean>;
  useCle(id: string, utiliseeLe: string): Promise<void>;
}

/** The éditeurs. */
export interface EditeurStore {
  editeur(id: string): Promise<Editeur | null>;
  /** By name. */
  editeurs(): Promise<Editeur[]>;
  /** False if another has the name. */
  addEditeur(editeur: Editeur, acte: ActeIdentite): Promise<boolean>;
  /** False if another has the name. */
  renameEditeur(id: string, nom: string, acte: ActeIdentite): Promise<boolean>;
}

/** What éditeurs may see. */
export interface DelegationStore {
  /** Refuses one that shares a day with another of the same éditeur on the same case. */
  addDelegation(delegation: Delegation, acte: ActeIdentite): Promise<'fait' | 'introuvable' | 'delegation-existante'>;
  /** False if it is unknown or revoked. */
  revokeDelegation(id: string, acte: ActeIdentite): Promise<boolean>;
  /** Tells the end of those whose last day is before `jour`, on `depuis` or since, once each; gives how many. `le` is the instant. */
  endDelegations(jour: string, depuis: string, le: string): Promise<number>;
  delegation(id: string): Promise<Delegation | null>;
  /** Those that hold on `jour`, oldest first. */
  delegationsTo(editeurId: string, jour: string): Promise<Delegation[]>;
  /** Every one that ever covered a case, its groupement's among them, oldest first. */
  delegationsOf(instanceId: string): Promise<Delegation[]>;
  /** Whether `editeurId` sees a groupement, a dossier or a certificat on `jour`. */
  isDelegated(editeurId: string, instanceId: string, jour: string): Promise<boolean>;
}

/** Who may come in, and what was lent to whom. Each write is durable, with its act, or not done. */
export interface IdentityStore
  extends CompteStore,
    LienStore,
    AgendaStore,
    SessionStore,
    ExterneStore,
    CleStore,
    EditeurStore,
    DelegationStore {
  /** Keeps an act that writes nothing else here. */
  note(acte: ActeIdentite): Promise<void>;
  /** Acts after `apres`, oldest first. */
  actes(apres: number, limite: number): Promise<(ActeIdentite & { rang: number })[]>;
  /** Acts before `avant`, or all if it is null, newest first. */
  lastActes(avant: number | null, limite: number): Promise<(ActeIdentite & { rang: number })[]>;
  /** Tells `listener` that another node may have rolled or revoked a key. */
  onCles(listener: () => void): void;
}
