import { SANS_DATE, type Sorte } from '../../../machines/event.ts';
import type { Procedure, Retour } from '../../../machines/procedure.ts';
import { type Acteur, acteurs, type Nature } from '../../../machines/step.ts';
import { type Delais, delaisUsuels } from '../../delays.ts';
import { possibleSince } from '../chronology.ts';
import type { Family } from '../decide.ts';
import { etablissementOf } from '../fiche.ts';
import { isPlanned } from '../graph/planned.ts';
import type { Instance } from '../instance.ts';
import type { Manque } from '../refusal.ts';
import type { CountedAct } from '../remaining-act.ts';
import { type FactInfo, type StepInfo, stateInfo, takenFacts } from '../state-info.ts';
import { takeStep } from '../transition.ts';
import { type CertificatesSummary, certificatesSummary, limitedBy, stepLabel } from './certificates-summary.ts';
import { compteIn, type Duree, daysOf } from './duree.ts';
import { type Exigence, exigenceOf, type Usage } from './exigence.ts';
import { equipped, liveCertificates, sinceOf } from './live-certificates.ts';
import { dueBefore, type Peremption } from './peremptions.ts';
import { lapsesAhead, objectifOf, type Remaining, remaining, remainingAfter } from './remaining.ts';
import { unlocks } from './unlocks.ts';

/** A fact that a step waits for. */
export interface NextFact {
  type: string;
  libelle: string;
  /** The path to POST it to. */
  vers: string;
  sorte: Sorte;
  accepte: boolean;
  manque: Manque[];
  /** « Pourquoi pas ? »: the smallest sets of acts, by type, after which it would be taken; none when it is. */
  deblocages: string[][];
  /** The least number of acts left after it; null when it is refused, or when nothing leads to the end from there. */
  restantApres: number | null;
  /** A body that is taken as it is; null when none is. */
  exemple: { type: string; date: string } | null;
}

/** What is to be done, by whom, since when, where it is written. */
interface NextStep {
  id: string;
  libelle: string;
  acteur: Acteur;
  acteurLibelle: string;
  nature: Nature;
  /** What to find out while nothing is known of it (A29). */
  question: string | null;
  formulaire: string | null;
  source: string;
  depuis: string;
  /** Since when an act that leads on can be done: its delay runs from there; null while there is none. */
  possibleDepuis: string | null;
  certificat: string | null;
  exigence: Omit<Exigence, 'seulementSi'> & { seulementSi: Pick<Usage, 'fait' | 'quand'>[] };
  /** Why the form came back, as far as this step is concerned (A25). */
  retour: Retour | null;
  /** Those that it waits for; of what merely happens (A29), only what may be told now. */
  faits: NextFact[];
}

/** The whole answer to « what is next? ». */
export interface NextSteps {
  sujet: { genre: Procedure['genre']; id: string; version: number; statut: string };
  /** Its own, then those of its certificates: of all up to three, else of the most urgent that owes something. */
  etapes: NextStep[];
  /** Facts that it would take that no step waits for: lapses, corrections; those of its certificates when all are set out. */
  autresFaits: NextFact[];
  /** All its live certificates; null where there are none. */
  certificats: CertificatesSummary | null;
  /** The least number of acts left, the days that they take, and they themselves by type. */
  restant: Pick<Remaining, 'minimum' | 'jours'> & { etapes: Pick<CountedAct, 'type' | 'nombre'>[] };
  /** What is still needed and will lapse before the end, soonest first. */
  peremptions: Peremption[];
}

/** What is next for `instance` in its family, on the day `jour`, by the delays in force. */
export function nextSteps(family: Family, instance: Instance, jour: string, delais: Delais = delaisUsuels): NextSteps {
  const { steps, duree } = lastingSteps(family, instance, jour);
  const compte = compteIn(delais, family, instance);
  const jours = daysOf(duree, jour, compte);
  return {
    ...steps,
    certificats: limitedBy(steps.certificats, compte),
    restant: { ...steps.restant, jours },
    peremptions: dueBefore(lapsesAhead(family, instance), jour, jours),
  };
}

/** What is next whatever the day and the delays in force, and how long what is left takes. */
interface Lasting {
  steps: Omit<NextSteps, 'peremptions'>;
  duree: Duree;
}

/** The same by the delays that rule where none is set, but what will lapse, which depends on the dates of the cards; `said` gives the day of what can be done, and what examples say of whom it is about. */
export function lastingSteps(
  family: Family,
  instance: Instance,
  jour: string,
  said: Said = { etablissement: () => etablissementOf(instance.fiche), possibles: possibleSince },
): Lasting {
  const { id, version, procedure, snapshot } = instance;
  const { minimum, jours, duree, etapes: acts } = remaining(family, instance);
  const question = { family, cible: instance, jour, isReached: minimum === 0, ...said };
  const restant = { minimum, jours, etapes: acts.map(({ type, nombre }) => ({ type, nombre })) };
  const { nombre, exposes } = liveCertificates(family, instance);
  const etapes = [instance, ...exposes].flatMap((bearer) => stepsOf(question, bearer));
  const autresFaits = [instance, ...(exposes.length === nombre ? exposes : [])].flatMap((bearer) =>
    otherFacts(question, bearer).map((info) => toFact(question, bearer, info)),
  );
  const sujet = { genre: procedure.genre, id, version, statut: procedure.statut(snapshot.value) };
  const certificats = certificatesSummary(family, instance);
  return { steps: { sujet, etapes, autresFaits, certificats, restant }, duree };
}

/** Where the facts of an instance are posted. */
function factsPath({ id, procedure: { genre } }: Pick<Instance, 'id' | 'procedure'>): string {
  return `/api/v1/${genre}s/${id}/faits`;
}

/** What is to be said of the establishment, null for nothing; and since when something can be done at each step of a bearer. */
interface Said {
  etablissement(): unknown;
  possibles(bearer: Instance): Readonly<Record<string, string>>;
}

/** Who asks what is next, on which day, and whether all that is obligatory is done. */
interface Question extends Said {
  family: Family;
  cible: Instance;
  jour: string;
  isReached: boolean;
}

/** The steps of a bearer, with what each asks now. */
function askedBy({ isReached }: Question, bearer: Instance): { step: StepInfo; nature: Nature }[] {
  const { etapes } = stateInfo(bearer.procedure, bearer.snapshot);
  const isServed = isReached || bearer.comptes.enCours + bearer.comptes.enService > 0;
  return etapes.map((step) => ({ step, nature: (isServed && step.meta.ensuite) || step.meta.nature }));
}

/** What no step waits for, with what a step that asks nothing any more would still take. */
function otherFacts(question: Question, bearer: Instance): FactInfo[] {
  const { autres, encore } = stateInfo(bearer.procedure, bearer.snapshot);
  const steps = askedBy(question, bearer);
  const shown = new Set(steps.filter(({ nature }) => nature !== 'acquise').flatMap(({ step }) => step.faits));
  const quiet = steps.filter(({ step, nature }) => nature === 'acquise' && step.meta.nature !== 'acquise');
  const left = quiet.flatMap(({ step }) => step.faits.filter((info) => info.next !== null && !shown.has(info)));
  return [...new Set([...autres, ...left]), ...encore.filter((info) => isOfSomebodyNew(bearer, info))];
}

/** Whether whom a fact about somebody more names is not known already to this very bearer. */
export function isOfSomebodyNew({ snapshot }: Instance, { type, exemple }: FactInfo): boolean {
  return takeStep(snapshot, { ...exemple, type, date: SANS_DATE, empreinte: '' }) !== null;
}

function stepsOf(question: Question, bearer: Instance): NextStep[] {
  const { family, cible } = question;
  const objectif = bearer === cible ? objectifOf(liveCertificates(family, cible).cohortes) : 'complet';
  const { procedure, snapshot } = equipped(bearer);
  const isClosed = procedure.statut(snapshot.value) === 'clos';
  if (procedure.genre === 'certificat' && isClosed) return [];
  const retour = bearer.procedure.retour(bearer.snapshot.context);
  const spared = question.isReached ? 'recommandee' : 'facultative';
  return askedBy(question, bearer)
    .filter(({ step, nature }) => nature !== 'acquise' && (!isClosed || isStillAnswered(procedure, step)))
    .map(({ step, nature }) => {
      const exigence = exigenceOf(procedure, snapshot, objectif, step.node);
      return {
        ...describe(bearer, step),
        nature: nature === 'obligatoire' && exigence.degre !== 'obligatoire' ? spared : nature,
        question: step.meta.question ?? null,
        retour: retour && retourIn(retour, step),
        depuis: sinceOf(bearer, step.id),
        possibleDepuis: question.possibles(bearer)[step.id] ?? null,
        certificat: bearer.procedure.genre === 'certificat' && bearer !== cible ? bearer.id : null,
        exigence: toldExigence(exigence),
        faits: step.faits
          .filter((info) => info.next !== null || procedure.facts[info.type]?.sorte !== 'alea')
          .map((info) => toFact(question, bearer, info)),
      };
    });
}

function toldExigence({ degre, parmi, seulementSi }: Exigence): NextStep['exigence'] {
  return { degre, parmi, seulementSi: seulementSi.map(({ fait, quand }) => ({ fait, quand })) };
}

/** A27 — of what has closed, the steps that are still to end: nothing new is asked for. */
function isStillAnswered({ facts }: Procedure, { faits }: StepInfo): boolean {
  return faits.some(({ type, next }) => next !== null && isPlanned(facts[type]));
}

/** What a step of a form that came back is told: its own part’s reasons; the visa and what follows it, all of them. */
function retourIn({ le, motifs }: Retour, { meta: { partie = 3, formulaire, nature } }: StepInfo): Retour | null {
  if (formulaire !== 'formulaire-413' || nature !== 'obligatoire') return null;
  return { le, motifs: motifs.filter((motif) => partie === 3 || motif.partie === partie) };
}

function describe(bearer: Instance, step: StepInfo) {
  const { formulaire = null, source } = step.meta;
  const { acteur } = step;
  const libelle = stepLabel(bearer, step);
  return { id: step.id, libelle, acteur, acteurLibelle: acteurs[acteur], formulaire, source };
}

function toFact(question: Question, bearer: Instance, info: FactInfo): NextFact {
  const { family, cible, jour } = question;
  const receiver = receiverOf(family, bearer, info.type);
  const { procedure } = receiver;
  const fact = procedure.facts[info.type];
  const own = receiver === bearer ? ownExample(question, bearer, info) : fact?.exemples[0];
  const ways = info.next === null ? unlocks(bearer.procedure, bearer.snapshot, info.type) : [];
  return {
    type: info.type,
    libelle: procedure.facts[info.type]?.libelle ?? info.type,
    vers: factsPath(receiver),
    sorte: procedure.facts[info.type]?.sorte ?? 'demarche',
    accepte: info.next !== null,
    manque: info.manque,
    deblocages: ways.map((acts) => acts.map(({ type }) => type)),
    restantApres: info.next === null ? null : remainingAfter(family, cible, bearer, info),
    exemple: info.next === null ? null : { ...own, type: info.type, date: jour },
  };
}

/** The example of a fact, told of who is in charge and of the establishment itself. */
function ownExample(
  { etablissement }: Question,
  { procedure, snapshot }: Instance,
  { type, exemple }: FactInfo,
): object {
  const fact = procedure.facts[type];
  const told = procedure.exempleDe(snapshot.context, fact, exemple);
  const champ = fact?.identite ?? null;
  const known = champ === null ? null : etablissement();
  return champ === null || known === null ? told : { ...told, [champ]: known };
}

/** What a DSI does once for all its sites is told to the groupement. */
function receiverOf({ groupement }: Family, bearer: Instance, type: string): Instance {
  if (!groupement || bearer.procedure.genre !== 'dossier' || !Object.hasOwn(groupement.procedure.facts, type))
    return bearer;
  const taken = takenFacts(stateInfo(groupement.procedure, groupement.snapshot)).some((info) => info.type === type);
  return taken ? groupement : bearer;
}
