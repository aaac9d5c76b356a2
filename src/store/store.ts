import type { AgendaStore, DraftStore, NoteStore } from './desk.ts';
import type { DocumentStore } from './documents/documents.ts';
import type { EventStore } from './events.ts';
import type { FigureStore } from './figures.ts';
import type { IdentityStore } from './identities.ts';
import type { InventoryStore } from './inventory.ts';
import type { Jetons } from './jetons.ts';
import type { LeaseStore } from './leases.ts';
import type { MailStore } from './mails.ts';
import type { NotificationStore } from './notifications.ts';
import type { PersonStore } from './persons.ts';
import type { QuotaStore } from './quotas.ts';
import type { ReglageStore } from './reglages.ts';
import type { Anchor } from './seals.ts';
import type { WebhookStore } from './webhooks.ts';
import type { WorkStore } from './work.ts';

/**
 * One running case as it is kept: a groupement, a dossier or a certificate. `etat`, `fiche` and `vue` are JSON texts whose meaning
 * the store does not know.
 */
export interface Row {
  /** Public, unique, for ever. */
  id: string;
  genre: Genre;
  /** The groupement of a dossier, the dossier of a certificate. */
  parentId: string | null;
  procedure: string;
  procedureVersion: number;
  /** 1 when opened, one more at each commit. */
  version: number;
  statut: string;
  /** Unique among rows while not null: what makes a second open case, or a second certificate of one serial number, a duplicate. */
  cle: string | null;
  denomination: string;
  siret: string | null;
  finess: string | null;
  etat: string;
  fiche: string;
  /** The next-steps view, written with the commit that changes it; no part of the seal, since it follows from `etat`. */
  vue: string;
  /** What it is counted under beside others of its parent, and its rank among them: no part of the seal, as `vue`. Null for none. */
  cohorte: string | null;
  urgence: string | null;
  /** Whom it is for, by an id of the name, which follows from `fiche`: no part of the seal. Null for none. */
  beneficiaire: string | null;
  /** The rank of the last announcement that it made to its children, or that a certificate heard; and those made, as JSON. */
  annonce: number;
  annonces: string;
  ouvertLe: string;
  modifieLe: string;
}

/** Of a row that announced nothing, as bases write it for those of before. */
export const AUCUNE_ANNONCE = '[]';

/** A row as read back; not `intacte` when it is no longer what was written: it may be shown, never advanced. */
export interface StoredRow extends Row {
  intacte: boolean;
  /** How many announcements of its parent it has not heard yet. */
  inouies: number;
}

/** A fact as the journal keeps it: `date` is when it happened, `enregistreLe` (ISO instant) when it was told. */
export interface JournalLine {
  type: string;
  date: string;
  enregistreLe: string;
  auteur: string;
  /** JSON text of the fact's own fields. */
  saisie: string;
  /** SHA-256 of `saisie`, hexadecimal: what the chain holds, so that the text may be erased. */
  empreinte: string;
}

export interface RecordedLine extends Omit<JournalLine, 'saisie'> {
  /** Increases over the whole store, without gaps. */
  rang: number;
  instanceId: string;
  /** Null once erased. */
  saisie: string | null;
}

/** A fact that time will bring to a row, on the day `le` (YYYY-MM-DD). */
export interface Deadline {
  fait: string;
  le: string;
}

/** What one row becomes, if it still has `versionAvant`: the one just below its own unless told, 0 for one that does not exist yet. */
export interface Change {
  row: Row;
  versionAvant?: number;
  journal: readonly JournalLine[];
  /** All deadlines of the row from now on; null leaves them as they are. */
  echeances: readonly Deadline[] | null;
  /** Its lines, by their ranks, whose text is erased with it. */
  effaces?: readonly number[];
}

/** What is answered to a request that names itself: the same key of the same author answers the same. */
export interface KeptAnswer {
  auteur: string;
  cle: string;
  /** Of what was asked: another request under the same key is told apart. */
  empreinte: string;
  /** JSON text. */
  reponse: string;
  /** ISO instant. */
  le: string;
}

export type CommitResult =
  /** « rang:mac », then the signed end of what was written with it; null when no line was written. */
  | { ok: true; recu: string | null; lu?: readonly Lu[] }
  | { ok: false; raison: 'deja-repondu' }
  | { ok: false; raison: 'version-perimee'; id: string }
  | { ok: false; raison: 'doublon'; id: string };

/** That nothing of a dossier with its certificates, or of a groupement and which sites it has, has changed since: it is still of that generation. */
export interface Lu {
  id: string;
  generation: number;
}

/** A row with the relatives that its facts may touch. */
export interface Family {
  /** What tells whether all of it is still so; null where nobody else writes the base. */
  lu: readonly Lu[] | null;
  cible: StoredRow;
  /** The groupement itself, or that of the dossier. */
  groupement: StoredRow | null;
  /** The dossier itself, a certificate's dossier, or every dossier of a groupement, oldest first. */
  dossiers: StoredRow[];
  /** Every certificate of those dossiers, oldest first. */
  certificats: StoredRow[];
}

/** A row that is counted under a cohort, as an index tells it. */
export interface Counted {
  id: string;
  parentId: string;
  cohorte: string;
  urgence: string;
  ouvertLe: string;
}

/** A dossier or a certificate with what stands above it, and the certificates of the dossier as they are counted. */
export interface Near extends Omit<Family, 'certificats'> {
  comptes: Counted[];
}

export interface ListQuery {
  genre: Genre;
  parentId?: string | undefined;
  siret?: string | undefined;
  finess?: string | undefined;
  /** Only what is for that person; with `parentId`. */
  beneficiaire?: string | undefined;
  procedure?: string | undefined;
  statut?: string | undefined;
  /** Only what was delegated to this éditeur on that day (YYYY-MM-DD), and all that stands under it. */
  delegueA?: { editeurId: string; jour: string } | undefined;
  /** Only that one. */
  id?: string | undefined;
  /** Only these dossiers and what stands under them: a JSON array of ids. */
  parmiDossiers?: string | undefined;
  /** Only the dossiers of these procedures and what stands under them: a JSON array of ids. */
  parmiProcedures?: string | undefined;
  /** Only what was written at that instant (ISO) or since. */
  modifieDepuis?: string | undefined;
  /** Only the dossiers that await that: a step, of somebody, usually done on that day (YYYY-MM-DD) or before; one that has it all. */
  attendu?: { acteur?: string | undefined; etape?: string | undefined; echeanceAvant?: string | undefined } | undefined;
  /** Only the dossiers that would take a fact of that type, themselves or a certificate. */
  fait?: string | undefined;
  /** Only the dossiers whose form came back on that day (YYYY-MM-DD) or since, and is to be mended. */
  retourneDepuis?: string | undefined;
  /** Rows opened after the row that this cursor names; none if it names none. */
  apres?: string | undefined;
  limite: number;
}

export interface Page<T> {
  lignes: T[];
  /** The cursor of the next page; null on the last. */
  suite: string | null;
}

/** That a store keeps what it is given. */
export interface Readiness {
  /** On the disk of the base; null where that is not of this machine. */
  octetsLibres: number | null;
}

/** The first row of a family (its certificates', if it is a dossier's) whose view, deadlines or counts do not follow from its state. */
export type Consequences = (
  family: Family,
  deadlinesOf: (id: string) => readonly Deadline[],
) => { id: string; raison: string } | null;

/** What a base is held against beside its own seals. */
export interface Against {
  /** Lines of the journal that were told elsewhere. */
  ancres?: readonly Anchor[];
  /** What follows from what is sealed. */
  suites?: Consequences | undefined;
  /** Where the documents that the journal tells of are to be found; beside the base unless told. */
  documents?: DocumentStore | undefined;
}

export type Verification = { ok: true; lignes: number } | { ok: false; rang: number; raison: string };

/** Everything that is remembered. Engines of storage pass the same contract suite. */
export interface Store {
  readonly identites: IdentityStore;
  readonly reglages: ReglageStore;
  /** The bytes of documents, beside the base. */
  readonly documents: DocumentStore;
  /** Whether a line of a journal tells of a document, by its SHA-256, and was not erased; or a mail that is to be filed. */
  tientDocument(empreinte: string): Promise<boolean>;
  /** All that those tell of, by their SHA-256, each once. */
  documentsDits(): Promise<string[]>;
  /** Words that only this service can have written. */
  readonly jetons: Jetons;
  /** Whether other nodes may write the base. */
  readonly estPartage: boolean;
  /**
   * Writes all changes, their journal lines and the answer to keep, durably, or none; none either where what was read, `lu`, has changed since.
   * Gives as what it is then to be found.
   */
  commit(changes: readonly Change[], reponse?: KeptAnswer, lu?: readonly Lu[] | null): Promise<CommitResult>;
  /** Whether what was read is still so. */
  stillSo(lu: readonly Lu[]): Promise<boolean>;
  /** With the receipt of the act that it answers, null where it did nothing. */
  answerTo(auteur: string, cle: string): Promise<(KeptAnswer & { recu: string | null }) | null>;
  /** Forgets the answers kept before an instant (ISO); gives how many. */
  forgetAnswers(avant: string): Promise<number>;
  family(id: string): Promise<Family | null>;
  /** The same without its certificates, which are counted from an index; null for a groupement as well. */
  near(id: string): Promise<Near | null>;
  row(id: string): Promise<StoredRow | null>;
  /** The view of a row with its genre, its version and how many announcements it has not heard yet, in one indexed read. */
  view(id: string): Promise<Pick<StoredRow, 'genre' | 'version' | 'vue' | 'inouies'> | null>;
  /** Newest last. */
  list(query: ListQuery): Promise<Page<StoredRow>>;
  /** How many rows answer a query on all its pages, counted to `plafond` at most. */
  count(query: ListQuery, plafond: number): Promise<number>;
  journal(id: string, apres: number, limite: number): Promise<RecordedLine[]>;
  /** The row and the certificates under it whose last line comes after a rank, with that line's rank. */
  moved(id: string, apres: number): Promise<{ id: string; rang: number }[]>;
  /** What a key of an éditeur told last in part 4 of form 413, as JSON; null where nothing was, or is no longer kept. */
  lastPart4(editeurId: string): Promise<string | null>;
  /** Facts due on `jour` (YYYY-MM-DD) or before, earliest first. */
  due(jour: string, limite: number): Promise<(Deadline & { instanceId: string })[]>;
  readonly baux: LeaseStore;
  /** Null where no other node counts. */
  readonly quotas: QuotaStore | null;
  readonly evenements: EventStore;
  readonly abonnements: WebhookStore;
  readonly brouillons: DraftStore;
  readonly notes: NoteStore;
  readonly notifications: NotificationStore;
  readonly agenda: AgendaStore;
  readonly courriels: MailStore;
  readonly personnes: PersonStore;
  readonly travail: WorkStore;
  readonly figures: FigureStore;
  readonly inventaire: InventoryStore;
  /** Tells `listener`, a little after, that something was committed; the answer stops it. */
  onCommit(listener: () => void): () => void;
  /** What lets somebody in and is no longer what was written: its table and id. */
  strays(): Promise<string[]>;
  /** Walks the whole chain and every row's seal; names the first bad line. */
  verify(against?: Against): Promise<Verification>;
  /** The last line of the journal, on the disk, signed: « rang:mac:signature »; rang 0 before the first. */
  signedEnd(): Promise<string>;
  /** Writes on the disk, and says how many bytes are left there. */
  ready(): Promise<Readiness>;
  close(): Promise<void>;
}

/** The store cannot answer; the message says in French what to do. A commit that ends so is in doubt. */
export class StoreOutage extends Error {
  override name = 'StoreOutage';
}

/** What kind of machine a row runs. */
export type Genre = 'groupement' | 'dossier' | 'certificat';
