import type { Procedure } from '../machines/procedure.ts';
import { type Act, answerTo, type Desk, forgetOldRequests, keepAnswer } from './acts/act.ts';
import { type Corrector, correct, previewCorrection } from './acts/correct.ts';
import type { Cible } from './acts/family.ts';
import { matrixOf } from './acts/groupement/matrix.ts';
import { attachSite, detachSite } from './acts/groupement/membership.ts';
import { foreseeSurvey, recordSurvey, type SurveyInput } from './acts/groupement/survey.ts';
import { FamilyMemory } from './acts/memory.ts';
import { openDossier, openGroupement, openWhole, type WholeOpening } from './acts/opening/open.ts';
import { conform, type Faits, plan, planFrom, planGroupement, simulate } from './acts/reading/foresee.ts';
import { history, type ToldLine, toldLines } from './acts/reading/history.ts';
import { drawCase, drawGroupement, tellCase, type View } from './acts/reading/picture.ts';
import { summarize, view, viewAfter, type Wait } from './acts/reading/view.ts';
import { record, recordDueFacts } from './acts/record.ts';
import { subscriptionsBy } from './acts/subscriptions.ts';
import type { Annuaire } from './annuaire/annuaire.ts';
import { addDays, dayOf, french, lastDayOf } from './days.ts';
import { type CourrielDemande, courriel } from './desk/courriel.ts';
import { createDrafts } from './desk/drafts.ts';
import { createNotifications } from './desk/notifications/notifications.ts';
import { createPersonnes } from './desk/personnes/conservation.ts';
import { createAffectations } from './desk/reglages/affectations.ts';
import { createReglages } from './desk/reglages/reglages.ts';
import { Counting } from './desk/steering/counting.ts';
import { type FiltresPilotage, measuresOf, pilotage } from './desk/steering/steering.ts';
import { createSuivi } from './desk/suivi.ts';
import { shareOut } from './desk/work/repartition.ts';
import { createTravail } from './desk/work/travail.ts';
import type { CorrectionConfirmee, CorrectionEssayee } from './engine/history/corrections.ts';
import type { DossierOuvert, GroupementOuvert } from './engine/opening.ts';
import type { FaitDit } from './engine/parse-fact.ts';
import { err, ok, type Result } from './engine/refusal.ts';
import { createIdentities, type Entree } from './identity/identities.ts';
import type { Identity } from './identity/identity.ts';
import { type FeedQuery, readFeed } from './outbox/feed.ts';
import { createSubscriptions } from './outbox/subscriptions.ts';
import type { AccessLog } from './store/acces.ts';
import type { Repertoire } from './store/repertoire.ts';
import type { KeptAnswer, ListQuery, Store, StoredRow } from './store/store.ts';

/** What a key may do to its sandbox as a whole. */
export interface BacASable {
  /** Moves its clock to the day `le` (YYYY-MM-DD) and tells what falls due; gives how many facts, null when that day is past. */
  advanceTo(le: string): Promise<number | null>;
  /** Its dossiers and its clock are gone for whoever comes next. */
  forget(): void;
}

/** How one comes in, and whether all is a sandbox: told by whoever opens the services. */
interface Place {
  /** The establishment’s own, by which persons may come in; null when there is none. */
  annuaire: Annuaire | null;
  /** What may be done to the sandbox that these services are of; null for the real ones. */
  bac: BacASable | null;
  /** The address of the service for browsers; null where nobody has said it. */
  urlPublique: string | null;
  /** Who read or wrote what; null where nobody keeps it. */
  acces: AccessLog | null;
  /** The establishments of the national register, when an extract was imported. */
  repertoire: Repertoire;
}

const sansRepertoire: Repertoire = { etat: () => null, chercher: () => [], lire: () => null, deLEntite: () => [] };
/** How many days after the end of a delegation it may still be told, after a stop. */
const TOLD_LATE = 30;
const PLACE: Place = { annuaire: null, bac: null, urlPublique: null, acces: null, repertoire: sansRepertoire };

/** Everything that the service can do, whoever asks. */
export type Services = ReturnType<typeof createServices>;

/** The service over a store; `clock` gives the instant, `wake` tells whoever sends events that some are due, `entree` how one comes in. */
export function createServices(
  store: Store,
  clock: () => Date = () => new Date(),
  wake = () => {},
  entree: Entree = {},
) {
  const desk: Desk = { store, memory: new FamilyMemory(), clock };
  const today = () => dayOf(clock());
  const abonnements = createSubscriptions({ store, clock, dayOf, wake });
  const reglages = createReglages({ store, clock, dayOf });
  const travail = createTravail(desk, reglages.delaisJours);
  const counting = new Counting(store, dayOf);
  const affectations = createAffectations({ store, clock, dayOf });
  const sharing = { affectations, travail, identites: store.identites, today };
  const suivi = createSuivi(store, clock, today);
  const notifications = createNotifications(store, clock, today);

  return {
    ...PLACE,
    identites: createIdentities(store.identites, clock, entree),
    /** What the service is set to, day by day. */
    reglages,
    /** To whom what is opened goes, and who is away. */
    affectations,
    /** A canned mail filled for a dossier; nothing is sent. */
    courriel: (demande: CourrielDemande) => courriel(desk, { reglages, identites: store.identites }, demande),
    abonnements,
    /** The same, what `par` does with them kept in the journal of the administration. */
    abonnementsPar: (par: Identity) => subscriptionsBy(par, abonnements, { note: store.identites.note, clock }),
    /** What is typed in forms and not sent yet. */
    brouillons: createDrafts(store.brouillons, clock),
    /** Internal notes and follow-ups of cases. */
    suivi,
    /** What comes to an agent about the cases that they have. */
    notifications,
    /** What is held of persons, and how it is erased. */
    personnes: createPersonnes(desk, { travail, reglages, today }),
    /** The worklist, who has taken which dossier, saved views. */
    travail,
    /** Events after a place in the journal, waiting for the first one if asked. */
    evenements: (query: FeedQuery) => readFeed(store, query),
    /** The instant. */
    now: clock,
    /** The day in France, YYYY-MM-DD. */
    today,
    /** The last day that a fact may bear: that of whoever is furthest ahead in France. */
    lastDay: () => lastDayOf(clock()),
    /** Opens a dossier, which goes to whom the rules say. */
    async openDossier(demande: DossierOuvert, act: Act) {
      const opened = await openDossier(desk, demande, act);
      if (opened.ok) await shareOut(sharing, [opened.value.row]);
      return opened;
    },
    openGroupement: (demande: GroupementOuvert, act: Act) => openGroupement(desk, demande, act),
    /** Opens a dossier, with its groupement when it is new and what is already known of it: all in one commit, or nothing. */
    openWhole: (opening: WholeOpening, act: Act) => openWhole(desk, opening, act),
    /** A dossier enters a groupement with its history. */
    attachSite: (groupementId: string, site: { dossierId: string }, act: Act) =>
      attachSite(desk, groupementId, site, act),
    /** It leaves. */
    detachSite: (site: { groupementId: string; dossierId: string }, act: Act) => detachSite(desk, site, act),
    record: (cible: Cible, fait: FaitDit, act: Act) => record(desk, cible, fait, act),
    find: (cible: Cible) => find(store, cible),
    /** What is next. */
    view: (cible: Cible) => view(desk, cible),
    /** The view once its version is beyond `version`, or when `attendreMs` have passed, or `signal` says so. */
    viewAfter: (cible: Cible, version: number, wait: Wait) => viewAfter(desk, cible, version, wait),
    /** The shortest way to the end. */
    plan: (cible: Cible) => plan(desk, cible),
    /** The least set of acts over the sites of a groupement. */
    planGroupement: (id: string) => planGroupement(desk, id),
    /** What a case would become; nothing is written. */
    simulate: (cible: Cible, faits: Faits) => simulate(desk, cible, faits),
    /** The shortest way for an establishment without dossier, of which some facts are known. */
    planFrom: (path: string, faits: Faits) => planFrom(desk, path, faits),
    /** Whether a history keeps to a procedure. */
    conform: (path: string, faits: Faits) => conform(desk, path, faits),
    list: (query: ListQuery) => store.list(query),
    /** How many rows answer a query on all its pages, counted to `plafond` at most. */
    count: (query: ListQuery, plafond: number) => store.count(query, plafond),
    /** What stands first among the next steps of a row. */
    summarize: (row: StoredRow) => summarize(desk, row),
    /** A case and what became of it, replayed from its journal up to the end of a day (YYYY-MM-DD), or up to now. */
    history: (cible: Cible, le: string | null) => history(desk, cible, le),
    /** A case on the picture of its machine (SVG), now or as it stood on the day `le` (YYYY-MM-DD). */
    drawCase: (cible: Cible, le: string | null, how: View) => drawCase(desk, cible, le, how),
    /** The same in plain text. */
    tellCase: (cible: Cible, le: string | null) => tellCase(desk, cible, le),
    /** How many sites of a groupement stand where, on the picture of their path (SVG). */
    drawGroupement: (id: string, how: View) => drawGroupement(desk, id, how),
    /** The sites of a groupement against what each must have; `parmi` narrows to what one may see. */
    matrice: (id: string, parmi?: Partial<ListQuery>) => matrixOf(desk, id, parmi),
    /** What the état des lieux of a DSI would do, line by line; nothing is written. */
    foreseeSurvey: (id: string, input: SurveyInput) => foreseeSurvey(desk, id, input),
    /** Opens its sites and tells them all what it says, in one commit; those opened go to whom the rules say, and what lines say beside becomes notes. */
    async recordSurvey(id: string, input: SurveyInput, act: Act) {
      const told = await recordSurvey(desk, id, input, act);
      const lines = told.ok ? told.value.outcome.lignes : [];
      const opened = await Promise.all(
        lines.filter(({ ouverture }) => ouverture !== null).map(({ dossierId }) => store.row(dossierId ?? '')),
      );
      await shareOut(
        sharing,
        opened.filter((row) => row !== null),
      );
      const le = french(input.date ?? today());
      for (const { dossierId, statut, observations } of lines)
        if (dossierId !== null && statut !== 'refusee' && observations !== '')
          await suivi.writeOnce(dossierId, { texte: `État des lieux du ${le} : ${observations}` }, act.auteur);
      return told;
    },
    /** What the cases of a procedure did since a day (YYYY-MM-DD) or ever, and where they stand. */
    async measures(procedure: Procedure, depuis: string | null) {
      await counting.finish();
      return measuresOf(store.figures, procedure, depuis, today());
    },
    /** Goes on counting what is measured, and tells how far that has come: until it is ready, `measures` makes whoever asks wait. */
    avancementMesures: () => counting.advance(),
    /** What is told of all cases at once, without waiting for what was not read yet. */
    pilotage: (filtres: FiltresPilotage) => pilotage({ figures: store.figures, counting, travail }, filtres, today()),
    /** Keeps the worklist, the figures and notifications at the end of the journal from now on; the answer stops it. `onError` is told what stopped a turn. */
    suivre(onError: (error: unknown) => void) {
      const stops = [travail.suivre(onError), counting.follow(onError), notifications.suivre(onError)];
      return async () => {
        for (const stop of stops) await stop();
      };
    },
    /** The lines of one case after a rank, oldest first, each with what corrected it. */
    async journal(cible: Cible, apres: number, limite: number): Promise<Result<ToldLine[]>> {
      const found = await find(store, cible);
      return found.ok ? ok(await toldLines(store, cible.id, apres, limite)) : found;
    },
    /** The case and its certificates that were told something after a rank of the journal, each with the rank of its last line. */
    moved: (id: string, apres: number) => store.moved(id, apres),
    /** What the correction of a line of a journal would change; nothing is written. */
    previewCorrection: (cible: Cible, correction: CorrectionEssayee, by: Corrector | null = null) =>
      previewCorrection(desk, cible, correction, by),
    /** Corrects a line of a journal as it was previewed; the journal keeps both. */
    correct: (cible: Cible, correction: CorrectionConfirmee, act: Act & Corrector) =>
      correct(desk, cible, correction, act),
    answerTo: (request: Pick<KeptAnswer, 'auteur' | 'cle' | 'empreinte'>) => answerTo(desk, request),
    keepAnswer: (answer: Omit<KeptAnswer, 'le'>) => keepAnswer(desk, answer),
    /** Forgets the named requests of more than a week ago; gives how many. */
    forgetOldRequests: () => forgetOldRequests(desk),
    /** Tells every fact that time has brought by today, and the end of delegations; gives how many facts were taken. */
    async recordDueFacts() {
      await store.identites.endDelegations(today(), addDays(today(), -TOLD_LATE), clock().toISOString());
      return recordDueFacts(desk, today());
    },
  };
}

async function find(store: Store, { genre, id }: Cible): Promise<Result<StoredRow>> {
  const row = await store.row(id);
  return row?.genre === genre ? ok(row) : err({ code: 'introuvable', objet: genre, id });
}
