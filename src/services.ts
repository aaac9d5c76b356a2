import type { Procedure } from '../machines/procedure.ts';
import type { Act, Desk, Recorded } from './acts/act.ts';
import { type CorrectionPreview, correct, previewCorrection } from './acts/correct.ts';
import type { Cible } from './acts/family.ts';
import { type Matrix, matrixOf } from './acts/groupement/matrix.ts';
import { attachSite, detachSite } from './acts/groupement/membership.ts';
import { foreseeSurvey, recordSurvey, type SurveyInput, type SurveyOutcome } from './acts/groupement/survey.ts';
import { FamilyMemory } from './acts/memory.ts';
import { answerTo, forgetOldRequests, keepAnswer } from './acts/named-requests.ts';
import { openDossier, openGroupement } from './acts/opening/open.ts';
import { openWhole, type WholeOpening } from './acts/opening/open-whole.ts';
import {
  conform,
  type Faits,
  type Foreseen,
  plan,
  planFrom,
  planGroupement,
  simulate,
} from './acts/reading/foresee.ts';
import { type CaseHistory, history } from './acts/reading/history.ts';
import { type DrawingRefusal, drawCase, drawGroupement, tellCase, type View } from './acts/reading/picture.ts';
import { type Summary, summarize } from './acts/reading/summary.ts';
import { type ToldLine, toldLines } from './acts/reading/told-lines.ts';
import { view, viewAfter, type Wait } from './acts/reading/view.ts';
import { record, recordDueFacts } from './acts/record.ts';
import { subscriptionsBy } from './acts/subscriptions.ts';
import type { Annuaire } from './annuaire/annuaire.ts';
import { dayOf } from './days.ts';
import { type CourrielDemande, courriel } from './desk/courriel.ts';
import { createDrafts, type Drafts } from './desk/drafts.ts';
import { createReglages, type Reglages } from './desk/reglages/reglages.ts';
import { type Avancement, Counting } from './desk/steering/counting.ts';
import { type Measures, measuresOf } from './desk/steering/measures.ts';
import { type FiltresPilotage, type Pilotage, pilotage } from './desk/steering/steering.ts';
import { createSuivi, type Suivi } from './desk/suivi.ts';
import { createTravail, type Travail } from './desk/work/travail.ts';
import type { Conformity } from './engine/answers/conformity.ts';
import type { GroupementPlan } from './engine/answers/groupement-plan.ts';
import type { Plan } from './engine/answers/plan.ts';
import type { StepsView } from './engine/answers/view.ts';
import type { CorrectionConfirmee, CorrectionEssayee } from './engine/history/corrections.ts';
import type { DossierOuvert, GroupementOuvert } from './engine/opening.ts';
import type { FaitDit } from './engine/parse-fact.ts';
import { err, ok, type Refusal, type Result } from './engine/refusal.ts';
import { createPasswords } from './identity/comptes/passwords.ts';
import { createIdentities, type Identities } from './identity/identities.ts';
import type { Identity } from './identity/identity.ts';
import { type FeedPage, type FeedQuery, readFeed } from './outbox/feed.ts';
import { createSubscriptions, type Subscriptions } from './outbox/subscriptions.ts';
import type { KeptAnswer, ListQuery, Page, Store, StoredRow } from './store/store.ts';

/** What a key may do to its sandbox as a whole. */
export interface BacASable {
  /** Moves its clock to the day `le` (YYYY-MM-DD) and tells what falls due; gives how many facts, null when that day is past. */
  advanceTo(le: string): Promise<number | null>;
  /** Its dossiers and its clock are gone for whoever comes next. */
  forget(): void;
}

/** Everything that the service can do, whoever asks. */
export interface Services {
  identites: Identities;
  /** What the service is set to, day by day. */
  reglages: Reglages;
  abonnements: Subscriptions;
  /** The same, what `par` does with them kept in the journal of the administration. */
  abonnementsPar(par: Identity): Subscriptions;
  /** A canned mail filled for a dossier; nothing is sent. */
  courriel(demande: CourrielDemande): ReturnType<typeof courriel>;
  /** Internal notes and follow-ups of cases. */
  suivi: Suivi;
  /** The worklist, who has taken which dossier, saved views. */
  travail: Travail;
  /** What is typed in forms and not sent yet. */
  brouillons: Drafts;
  /** Events after a place in the journal, waiting for the first one if asked. */
  evenements(query: FeedQuery): Promise<Result<FeedPage, { code: 'curseur-inconnu' }>>;
  /** The establishment’s own, by which persons may come in; null when there is none. */
  annuaire: Annuaire | null;
  /** What may be done to the sandbox that these services are of; null for the real ones. */
  bac: BacASable | null;
  /** The instant. */
  now(): Date;
  /** The day in France, YYYY-MM-DD. */
  today(): string;
  openDossier(demande: DossierOuvert, act: Act): Promise<Result<Recorded>>;
  openGroupement(demande: GroupementOuvert, act: Act): Promise<Result<Recorded>>;
  /** Opens a dossier, with its groupement when it is new and what is already known of it: all in one commit, or nothing. */
  openWhole(opening: WholeOpening, act: Act): Promise<Result<Recorded>>;
  /** A dossier enters a groupement with its history, or leaves it. */
  attachSite(groupementId: string, site: { dossierId: string }, act: Act): Promise<Result<Recorded>>;
  detachSite(site: { groupementId: string; dossierId: string }, act: Act): Promise<Result<Recorded>>;
  record(cible: Cible, fait: FaitDit, act: Act): Promise<Result<Recorded>>;
  find(cible: Cible): Promise<Result<StoredRow>>;
  /** What is next. */
  view(cible: Cible): Promise<Result<{ version: number; vue: StepsView }>>;
  /** The view once its version is beyond `version`, or when `attendreMs` have passed, or `signal` says so. */
  viewAfter(cible: Cible, version: number, wait: Wait): Promise<Result<{ version: number; vue: StepsView }>>;
  /** The shortest way to the end. */
  plan(cible: Cible): Promise<Result<Plan>>;
  /** The least set of acts over the sites of a groupement. */
  planGroupement(id: string): Promise<Result<GroupementPlan>>;
  /** What a case would become; nothing is written. */
  simulate(cible: Cible, faits: Faits): Promise<Result<Foreseen>>;
  /** The shortest way for an establishment without dossier, of which some facts are known. */
  planFrom(path: string, faits: Faits): Result<Foreseen>;
  /** Whether a history keeps to a procedure. */
  conform(path: string, faits: Faits): Result<Conformity>;
  list(query: ListQuery): Promise<Page<StoredRow>>;
  /** How many rows answer a query on all its pages, counted to `plafond` at most. */
  count(query: ListQuery, plafond: number): Promise<number>;
  /** What stands first among the next steps of a row. */
  summarize(row: StoredRow): Promise<Summary>;
  /** A case and what became of it, replayed from its journal up to the end of a day (YYYY-MM-DD), or up to now. */
  history(cible: Cible, le: string | null): Promise<Result<CaseHistory>>;
  /** A case on the picture of its machine (SVG), now or as it stood on the day `le` (YYYY-MM-DD). */
  drawCase(cible: Cible, le: string | null, view: View): Promise<Result<string, Refusal | DrawingRefusal>>;
  /** The same in plain text. */
  tellCase(cible: Cible, le: string | null): Promise<Result<string>>;
  /** How many sites of a groupement stand where, on the picture of their path (SVG). */
  drawGroupement(id: string, view: View): Promise<Result<string, Refusal | DrawingRefusal>>;
  /** The sites of a groupement against what each must have; `parmi` narrows to what one may see. */
  matrice(id: string, parmi?: Partial<ListQuery>): Promise<Result<Matrix>>;
  /** What the état des lieux of a DSI would do, line by line; nothing is written. */
  foreseeSurvey(id: string, input: SurveyInput): Promise<Result<SurveyOutcome>>;
  /** Opens its sites and tells them all what it says, in one commit. */
  recordSurvey(
    id: string,
    input: SurveyInput,
    act: Act,
  ): Promise<Result<{ recorded: Recorded; outcome: SurveyOutcome }>>;
  /** What the cases of a procedure did since a day (YYYY-MM-DD) or ever, and where they stand. */
  measures(procedure: Procedure, depuis: string | null): Promise<Measures>;
  /** Goes on counting what is measured, and tells how far that has come: until it is ready, `measures` makes whoever asks wait. */
  avancementMesures(): Promise<Avancement>;
  /** What is told of all cases at once, without waiting for what was not read yet. */
  pilotage(filtres: FiltresPilotage): Promise<Pilotage>;
  /** Keeps the worklist and the figures at the end of the journal from now on; the answer stops it. `onError` is told what stopped a turn. */
  suivre(onError: (error: unknown) => void): () => Promise<void>;
  /** The lines of one case after a rank, oldest first, each with what corrected it. */
  journal(cible: Cible, apres: number, limite: number): Promise<Result<ToldLine[]>>;
  /** The case and its certificates that were told something after a rank of the journal, each with the rank of its last line. */
  moved(id: string, apres: number): Promise<{ id: string; rang: number }[]>;
  /** What the correction of a line of a journal would change; nothing is written. */
  previewCorrection(cible: Cible, correction: CorrectionEssayee): Promise<Result<CorrectionPreview>>;
  /** Corrects a line of a journal as it was previewed; the journal keeps both. */
  correct(cible: Cible, correction: CorrectionConfirmee, act: Act): Promise<Result<Recorded>>;
  answerTo(request: Pick<KeptAnswer, 'auteur' | 'cle' | 'empreinte'>): Promise<Result<string | null>>;
  keepAnswer(answer: Omit<KeptAnswer, 'le'>): Promise<void>;
  /** Forgets the named requests of more than a week ago; gives how many. */
  forgetOldRequests(): Promise<number>;
  /** Tells every fact that time has brought by today; gives how many were taken. */
  recordDueFacts(): Promise<number>;
}

/** The service over a store; `clock` gives the instant, `wake` tells whoever sends events that some are due, passwords cost what is told. */
export function createServices(
  store: Store,
  clock: () => Date = () => new Date(),
  wake = () => {},
  passwords = createPasswords(),
): Services {
  const desk: Desk = { store, memory: new FamilyMemory(), clock };
  const abonnements = createSubscriptions({ store, clock, dayOf, wake });
  const reglages = createReglages({ store, clock, dayOf });
  const travail = createTravail(desk, reglages.delaisJours);
  const counting = new Counting(store, dayOf);

  const find: Services['find'] = async ({ genre, id }) => {
    const row = await store.row(id);
    return row?.genre === genre ? ok(row) : err({ code: 'introuvable', objet: genre, id });
  };

  return {
    identites: createIdentities(store.identites, clock, passwords),
    reglages,
    courriel: (demande) => courriel(desk, { reglages, identites: store.identites }, demande),
    abonnements,
    abonnementsPar: (par) => subscriptionsBy(par, abonnements, { note: store.identites.note, clock }),
    brouillons: createDrafts(store.brouillons, clock),
    suivi: createSuivi(store.notes, clock, () => dayOf(clock())),
    travail,
    evenements: (query) => readFeed(store, query),
    annuaire: null,
    bac: null,
    now: clock,
    today: () => dayOf(clock()),
    openDossier: (input, act) => openDossier(desk, input, act),
    openGroupement: (input, act) => openGroupement(desk, input, act),
    openWhole: (opening, act) => openWhole(desk, opening, act),
    attachSite: (groupementId, input, act) => attachSite(desk, groupementId, input, act),
    detachSite: (site, act) => detachSite(desk, site, act),
    record: (cible, input, act) => record(desk, cible, input, act),
    find,
    view: (cible) => view(desk, cible),
    viewAfter: (cible, version, wait) => viewAfter(desk, cible, version, wait),
    plan: (cible) => plan(desk, cible),
    planGroupement: (id) => planGroupement(desk, id),
    simulate: (cible, input) => simulate(desk, cible, input),
    planFrom: (path, input) => planFrom(desk, path, input),
    conform: (path, input) => conform(desk, path, input),
    list: (query) => store.list(query),
    count: (query, plafond) => store.count(query, plafond),
    summarize: (row) => summarize(desk, row),
    history: (cible, le) => history(desk, cible, le),
    drawCase: (cible, le, how) => drawCase(desk, cible, le, how),
    tellCase: (cible, le) => tellCase(desk, cible, le),
    drawGroupement: (id, how) => drawGroupement(desk, id, how),
    matrice: (id, parmi) => matrixOf(desk, id, parmi),
    foreseeSurvey: (id, input) => foreseeSurvey(desk, id, input),
    recordSurvey: (id, input, act) => recordSurvey(desk, id, input, act),
    measures: async (procedure, depuis) => {
      await counting.finish();
      return measuresOf(store.figures, procedure, depuis, dayOf(clock()));
    },
    avancementMesures: () => counting.advance(),
    pilotage: (filtres) => pilotage({ figures: store.figures, counting, travail }, filtres, dayOf(clock())),
    suivre(onError) {
      const stops = [travail.suivre(onError), counting.follow(onError)];
      return async () => {
        for (const stop of stops) await stop();
      };
    },
    journal: async (cible, apres, limite) => {
      const found = await find(cible);
      return found.ok ? ok(await toldLines(store, cible.id, apres, limite)) : found;
    },
    moved: (id, apres) => store.moved(id, apres),
    previewCorrection: (cible, input) => previewCorrection(desk, cible, input),
    correct: (cible, input, act) => correct(desk, cible, input, act),
    answerTo: (request) => answerTo(desk, request),
    keepAnswer: (answer) => keepAnswer(desk, answer),
    forgetOldRequests: () => forgetOldRequests(desk),
    recordDueFacts: () => recordDueFacts(desk, dayOf(clock())),
  };
}
