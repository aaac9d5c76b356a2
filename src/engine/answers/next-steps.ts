import type { Objectif, Procedure } from '../../../machines/procedure.ts';
import { type Acteur, acteurs, type Nature } from '../../../machines/step.ts';
import type { Family } from '../decide.ts';
import { childOf, distance, openingDistance } from '../graph/distances.ts';
import type { Instance } from '../instance.ts';
import type { Manque } from '../refusal.ts';
import { type FactInfo, type StepInfo, stateInfo, takenFacts } from '../state-info.ts';
import { takeStep } from '../transition.ts';
import { type RemainingAct, shortestPath } from './remaining.ts';
import { unlocks } from './unlocks.ts';

/** A fact that a step waits for; `exemple` is a body that is taken as it is when `accepte`. */
export interface NextFact {
  type: string;
  libelle: string;
  /** The path to POST it to. */
  vers: string;
  schema: string;
  accepte: boolean;
  manque: Manque[];
  /** « Pourquoi pas ? »: the smallest sets of acts after which it would be taken; none when it is. */
  deblocages: RemainingAct[][];
  /** The least number of acts left after it; null when it is refused, or when nothing leads to the end from there. */
  restantApres: number | null;
  exemple: { type: string; date: string };
}

/** What is to be done, by whom, since when, where it is written. */
interface NextStep {
  id: string;
  libelle: string;
  acteur: Acteur;
  acteurLibelle: string;
  nature: Nature;
  formulaire: string | null;
  source: string;
  depuis: string;
  certificat: string | null;
  faits: NextFact[];
}

/** The whole answer to « what is next? ». */
export interface NextSteps {
  sujet: { genre: Procedure['genre']; id: string; version: number; statut: string };
  etapes: NextStep[];
  /** Facts it would take that no step waits for: lapses, corrections. */
  autresFaits: NextFact[];
  restant: { minimum: number | null; etapes: RemainingAct[] };
}

/** What is next for `instance` in its family, on the day `jour`. */
export function nextSteps(family: Family, instance: Instance, jour: string): NextSteps {
  const { id, version, procedure, snapshot } = instance;
  const restant = remaining(family, instance);
  const question = { family, cible: instance, jour, isReached: restant.minimum === 0 };
  const bearers = [instance, ...certificatsOf(family, instance)];
  const etapes = bearers.flatMap((bearer) => stepsOf(question, bearer));
  const autresFaits = bearers.flatMap((bearer) =>
    stateInfo(bearer.procedure, bearer.snapshot).autres.map((info) => toFact(question, bearer, info)),
  );
  const sujet = { genre: procedure.genre, id, version, statut: procedure.statut(snapshot.value) };
  return { sujet, etapes, autresFaits, restant };
}

/** Where the facts of an instance are posted. */
function factsPath({ id, procedure: { genre } }: Pick<Instance, 'id' | 'procedure'>): string {
  return `/api/v1/${genre}s/${id}/faits`;
}

/** Who asks what is next, on which day, and whether all that is obligatory is done. */
interface Question {
  family: Family;
  cible: Instance;
  jour: string;
  isReached: boolean;
}

function stepsOf(question: Question, bearer: Instance): NextStep[] {
  const { cible, isReached } = question;
  const { etapes } = stateInfo(bearer.procedure, bearer.snapshot);
  return etapes
    .filter(({ meta }) => meta.nature !== 'acquise')
    .map((step) => ({
      ...describe(bearer, step),
      nature: isReached && step.meta.nature === 'obligatoire' ? 'recommandee' : step.meta.nature,
      depuis: bearer.depuis[step.id] ?? bearer.ouvertLe.slice(0, 10),
      certificat: bearer.procedure.genre === 'certificat' && bearer !== cible ? bearer.id : null,
      faits: step.faits.map((info) => toFact(question, bearer, info)),
    }));
}

function describe({ procedure, fiche }: Instance, { id, meta }: StepInfo) {
  const { libelle, acteur, formulaire = null, source } = meta;
  const { usage, beneficiaire } = fiche as { usage?: string; beneficiaire?: { prenom: string; nom: string } };
  const whose =
    procedure.genre === 'certificat' && beneficiaire ? ` (${usage}, ${beneficiaire.prenom} ${beneficiaire.nom})` : '';
  return { id, libelle: `${libelle}${whose}`, acteur, acteurLibelle: acteurs[acteur], formulaire, source };
}

function toFact({ family, cible, jour }: Question, bearer: Instance, info: FactInfo): NextFact {
  const receiver = receiverOf(family, bearer, info.type);
  const { procedure } = receiver;
  const own = receiver === bearer ? info.exemple : procedure.facts[info.type]?.exemples[0];
  return {
    type: info.type,
    libelle: procedure.facts[info.type]?.libelle ?? info.type,
    vers: factsPath(receiver),
    schema: `/api/v1/procedures/${procedure.id}/faits/${info.type}/schema`,
    accepte: info.next !== null,
    manque: info.manque,
    deblocages: info.next === null ? unlocks(bearer.procedure, bearer.snapshot, info.type) : [],
    restantApres: info.next === null ? null : remainingAfter(family, cible, bearer, info),
    exemple: { ...own, type: info.type, date: jour },
  };
}

/** What a DSI does once for all its sites is told to the groupement. */
function receiverOf({ groupement }: Family, bearer: Instance, type: string): Instance {
  if (!groupement || bearer.procedure.genre !== 'dossier' || !Object.hasOwn(groupement.procedure.facts, type))
    return bearer;
  const taken = takenFacts(stateInfo(groupement.procedure, groupement.snapshot)).some((info) => info.type === type);
  return taken ? groupement : bearer;
}

/** What counts of a certificate for what its dossier still asks. */
interface Child {
  procedure: Procedure;
  snapshot: Instance['snapshot'];
}

function remaining(family: Family, instance: Instance): NextSteps['restant'] {
  if (!isLive(instance)) return { minimum: 0, etapes: [] };
  const certificats = certificatsOf(family, instance);
  const minimum = total(instance, certificats);
  const objectif = objectifOf(certificats);
  const etapes = [
    ...shortestPath(instance.procedure, instance.snapshot, objectif),
    ...certificats.map(equipped).flatMap(({ procedure, snapshot }) => shortestPath(procedure, snapshot, 'complet')),
  ];
  return { minimum, etapes };
}

function remainingAfter(family: Family, cible: Instance, bearer: Instance, { type, next }: FactInfo): number | null {
  if (!next) return null;
  const child = childOf(bearer.procedure, type);
  const opened = child ? openingDistance(child) : 0;
  const certificats = certificatsOf(family, cible);
  if (bearer === cible) {
    const left = total({ ...cible, snapshot: next }, certificats, child !== null);
    return left === null ? null : left + opened;
  }
  const after = certificats.map((certificat) =>
    certificat === bearer ? { ...certificat, snapshot: next } : certificat,
  );
  const live = after.filter(isLive);
  const left = total(live.length === 0 && !child ? withoutChild(cible) : cible, live, child !== null);
  return left === null ? null : left + opened;
}

/** The dossier when its last certificate has ended. */
function withoutChild(dossier: Instance): Instance {
  return { ...dossier, snapshot: offered(dossier.snapshot, dossier.procedure.bilan(0, 0)) };
}

/** A certificate once its administrateur technique can act: what brings that about is asked of the dossier. */
function equipped({ procedure, snapshot }: Child): Child {
  return { procedure, snapshot: procedure.equipe ? offered(snapshot, procedure.equipe.fait) : snapshot };
}

/** What a derived fact makes of a state, which stays as it is when it does not listen. */
function offered(snapshot: Child['snapshot'], type: string): Child['snapshot'] {
  const event = { type, date: '', empreinte: '' };
  return takeStep(snapshot, event)?.snapshot ?? snapshot;
}

function total({ procedure, snapshot }: Child, certificats: readonly Child[], opens = false): number | null {
  const objectif = certificats.length === 0 && opens ? 'relaisEquipe' : objectifOf(certificats);
  const parts = [
    distance(procedure, snapshot, objectif),
    ...certificats.map(equipped).map((certificat) => distance(certificat.procedure, certificat.snapshot, 'complet')),
  ];
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

function objectifOf(certificats: readonly Child[]): Objectif {
  if (certificats.length === 0) return 'complet';
  const waits = certificats.some(({ procedure, snapshot }) => procedure.equipe?.attendue(snapshot.value));
  return waits ? 'relaisEquipe' : 'relais';
}

/** The certificates of a dossier that have not ended. */
export function certificatsOf({ certificats }: Family, { id }: Instance): Instance[] {
  return certificats.filter((certificat) => certificat.parentId === id && isLive(certificat));
}

function isLive({ procedure, snapshot }: Child): boolean {
  return procedure.statut(snapshot.value) !== 'clos';
}
