import type { Procedure } from '../machines/procedure.ts';
import { type Act, answerTo, type Desk, forgetOldRequests, keepAnswer } from './acts/act.ts';
import { correct, previewCorrection } from './acts/correct.ts';
import { deposit, documentsOf, eraseDocument, proveBy, readDocument } from './acts/documents.ts';
import type { Cible } from './acts/family.ts';
import { matrixOf } from './acts/groupement/matrix.ts';
import { attachSite, detachSite } from './acts/groupement/membership.ts';
import { foreseeSurvey, recordSurvey, type SurveyInput } from './acts/groupement/survey.ts';
import { finishErasures } from './acts/letting-go.ts';
import { FamilyMemory } from './acts/memory.ts';
import { openDossier, openGroupement, openWhole } from './acts/opening/open.ts';
import { readDeposit } from './acts/reading/deposit.ts';
import { conform, plan, planFrom, planGroupement, simulate } from './acts/reading/foresee.ts';
import { history, type ToldLine, toldLines } from './acts/reading/history.ts';
import { drawCase, drawGroupement, printCase, tellCase, tickedOf } from './acts/reading/picture.ts';
import { find, list } from './acts/reading/rows.ts';
import { summarize, view, viewAfter } from './acts/reading/view.ts';
import { record, recordDueFacts } from './acts/record.ts';
import { depositScan } from './acts/scans.ts';
import { subscriptionsBy } from './acts/subscriptions.ts';
import type { Annuaire } from './annuaire/annuaire.ts';
import { addDays, dayOf, french, lastDayOf } from './days.ts';
import { type CourrielDemande, courriel } from './desk/courriel.ts';
import { createDrafts } from './desk/drafts.ts';
import { createInventory } from './desk/inventory.ts';
import { createMessagerie } from './desk/messagerie/messagerie.ts';
import { createNotifications } from './desk/notifications/notifications.ts';
import { createPartages } from './desk/partages.ts';
import { createPersonnes } from './desk/personnes/conservation.ts';
import { createAffectations } from './desk/reglages/affectations.ts';
import { createImprimes } from './desk/reglages/imprimes.ts';
import { createReglages } from './desk/reglages/reglages.ts';
import { Counting } from './desk/steering/counting.ts';
import { type FiltresPilotage, measuresOf, pilotage } from './desk/steering/steering.ts';
import { createSuivi } from './desk/suivi.ts';
import { shareOut } from './desk/work/repartition.ts';
import { createTravail } from './desk/work/travail.ts';
import type { DossierOuvert } from './engine/opening.ts';
import { ok, type Result } from './engine/refusal.ts';
import { createIdentities, type Entree } from './identity/identities.ts';
import type { Identity } from './identity/identity.ts';
import type { Metrics } from './metrics.ts';
import { type FeedQuery, readFeed } from './outbox/feed.ts';
import { createSubscriptions } from './outbox/subscriptions.ts';
import type { Certificat } from './pki/certificate.ts';
import type { ListeRevocation } from './pki/crl.ts';
import type { Revocations } from './revocations/in-force.ts';
import type { AccessLog } from './store/acces.ts';
import type { RoleCle } from './store/identities.ts';
import type { Repertoire } from './store/repertoire.ts';
import type { ListQuery, Store } from './store/store.ts';
import type { Traces } from './traces.ts';

/** What a key may do to its sandbox as a whole. */
export interface BacASable {
  /** Moves its clock to the day `le` (YYYY-MM-DD) and tells what falls due; gives how many facts, null when that day is past. */
  advanceTo(le: string): Promise<number | null>;
  /** Acts in it while nobody else does so, its clock and what falls due by it included. */
  aSonTour<T>(acte: () => Promise<T>): Promise<T>;
  /** Its dossiers and its clock are gone for whoever comes next. */
  forget(): Promise<void>;
  /** As whom its key acts in it; null until that is said. */
  acteur(): RoleCle | null;
  /** From now on it acts as that, for good. */
  jouer(role: RoleCle): Promise<void>;
  /** Makes known the éditeur whom its key plays; its name is asked for once. */
  accueillir(id: string, nom: () => Promise<string>): Promise<void>;
}

/** A list that revokes more followed certificates than that is told of those alone. */
const MOST_REVOKED = 5_000;

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
  /** What is counted; null where nobody counts. */
  metrics: Metrics | null;
  /** To whom requests are told one by one; null for nobody. */
  traces: Traces | null;
  /** The establishments of the national register, when an extract was imported. */
  repertoire: Repertoire;
  /** The authorities under which certificates are to be issued; none where nobody has said. */
  autorites: readonly Certificat[];
  /** The list of revocations in force; null where none is kept. */
  revocations: Revocations | null;
}

const sansRepertoire: Repertoire = { etat: () => null, chercher: () => [], lire: () => null, deLEntite: () => [] };
/** How many days after the end of a delegation it may still be told, after a stop. */
const TOLD_LATE = 30;
const PLACE: Place = {
  annuaire: null,
  bac: null,
  urlPublique: null,
  acces: null,
  metrics: null,
  traces: null,
  repertoire: sansRepertoire,
  autorites: [],
  revocations: null,
};

const opening = { openGroupement, openWhole, attachSite, detachSite };
const acting = {
  record,
  previewCorrection,
  correct,
  deposit,
  depositScan,
  proveBy,
  eraseDocument,
  answerTo,
  keepAnswer,
  forgetOldRequests,
};
const foreseeing = { plan, planGroupement, simulate, planFrom, conform, foreseeSurvey };
const drawing = { drawCase, printCase, tickedOf, tellCase, drawGroupement, matrice: matrixOf };
const reading = { find, list, view, viewAfter, summarize, history, readDeposit, documentsOf, readDocument };

/** How mails leave: from that address, null where none does; where browsers reach the service, null where nobody has said it. */
interface Mailing {
  adresse: string | null;
  url: string | null;
}

/** Everything that the service can do, whoever asks. */
export type Services = ReturnType<typeof createServices>;

/** The service over a store; `clock` gives the instant, `wake` tells whoever sends events that some are due, `settled` is told of acts, `adresse` is from where mails leave, `url` where browsers come, the rest is how one comes in. */
export function createServices(
  store: Store,
  clock: () => Date = () => new Date(),
  wake = () => {},
  {
    settled,
    antivirus,
    adresse = null,
    url = null,
    ...entree
  }: Entree & Pick<Desk, 'settled' | 'antivirus'> & Partial<Mailing> = {},
) {
  const today = () => dayOf(clock());
  const abonnements = createSubscriptions({ store, clock, wake });
  const reglages = createReglages({ store, clock });
  const desk: Desk = { store, memory: new FamilyMemory(), clock, settled, antivirus, delais: reglages.delais };
  const travail = createTravail(desk);
  const counting = new Counting(store);
  const affectations = createAffectations({ store, clock });
  const sharing = { affectations, travail, identites: store.identites, today };
  const suivi = createSuivi(store, clock, today);
  const notifications = createNotifications(store, clock, today);
  const identites = createIdentities(store.identites, clock, entree);
  const inventaire = createInventory(store.inventaire, today);

  return {
    ...PLACE,
    /** What is done over cases, and read of them, as each of these says. */
    ...bound(desk, { ...opening, ...acting, ...reading, ...foreseeing, ...drawing }),
    identites,
    /** Links by which somebody without an account sees where a dossier is. */
    partages: createPartages(store, clock, today),
    /** What the service is set to, day by day. */
    reglages,
    /** Which field of somebody else’s own sheet for a form is which of ours. */
    imprimes: createImprimes({ store, clock }),
    /** To whom what is opened goes, and who is away. */
    affectations,
    /** What is sent and received by mail. */
    messagerie: createMessagerie(desk, { reglages, identites: store.identites, adresse, url, travail, suivi }),
    /** A canned mail filled for a dossier; nothing is sent. */
    courriel: (demande: CourrielDemande) => courriel(desk, { reglages, identites: store.identites, adresse }, demande),
    abonnements,
    /** The same, what `par` does with them kept in the journal of the administration. */
    abonnementsPar: (par: Identity) => subscriptionsBy(par, abonnements, { note: store.identites.note, clock }),
    /** Which certificates end when. */
    inventaire,
    /** What is typed in forms and not sent yet. */
    brouillons: createDrafts(store.brouillons, clock),
    /** Internal notes and follow-ups of cases. */
    suivi,
    /** What comes to an agent about the cases that they have. */
    notifications,
    /** Finishes erasures that a crash stopped: asked now and then. */
    finirEffacements: () => finishErasures(desk),
    /** Tells whoever has the dossiers of the certificates that a list revokes; gives how many certificates these are. */
    async signalerRevoques(liste: ListeRevocation): Promise<number> {
      const revoques = await inventaire.revoques(liste, MOST_REVOKED);
      await notifications.direRevoques(revoques.map(({ dossierId, revoqueLe: jour }) => ({ dossierId, jour })));
      return revoques.length;
    },
    /** What is held of persons, and how it is erased. */
    personnes: createPersonnes(desk, { travail, reglages, today }),
    /** The worklist, who has taken which dossier, saved views. */
    travail,
    /** Events after a place in the journal, waiting for the first one if asked. */
    evenements: (query: FeedQuery) => readFeed(store, query),
    /** How many dossiers are remembered for acts. */
    familles: () => desk.memory.size,
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
    /** How many rows answer a query on all its pages, counted to `plafond` at most. */
    count: (query: ListQuery, plafond: number) => store.count(query, plafond),
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
      const found = await find(desk, cible);
      return found.ok ? ok(await toldLines(store, cible.id, apres, limite)) : found;
    },
    /** The case and its certificates that were told something after a rank of the journal, each with the rank of its last line. */
    moved: (id: string, apres: number) => store.moved(id, apres),
    lastPart4: (editeurId: string) => store.lastPart4(editeurId),
    /** Tells every fact that time has brought by today, and the end of delegations; gives how many facts were taken. */
    async recordDueFacts() {
      await store.identites.endDelegations(today(), addDays(today(), -TOLD_LATE), clock().toISOString());
      return recordDueFacts(desk, today());
    },
  };
}

type Bound<Acts> = {
  [Name in keyof Acts]: Acts[Name] extends (desk: Desk, ...args: infer Args) => infer Answer
    ? (...args: Args) => Answer
    : never;
};

/** Acts, at this desk. */
function bound<Acts extends Readonly<Record<string, (desk: Desk, ...args: never[]) => unknown>>>(
  desk: Desk,
  acts: Acts,
): Bound<Acts> {
  const each = Object.entries(acts).map(([name, act]) => [name, (...args: never[]) => act(desk, ...args)]);
  return Object.fromEntries(each) as Bound<Acts>;
}
