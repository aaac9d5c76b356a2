import { randomUUID } from 'node:crypto';
import type { Avertissement } from '../../machines/avertissement.ts';
import { DAY_MS, dayOf } from '../days.ts';
import type { Delais } from '../delays.ts';
import type { Antivirus } from '../documents/antivirus.ts';
import { readView, type StepsView } from '../engine/answers/view.ts';
import type { Decision, Surroundings } from '../engine/decide.ts';
import { readFiche } from '../engine/fiche.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';
import type { KeptAnswer, Row, Store } from '../store/store.ts';
import type { FamilyMemory } from './memory.ts';
import { toChanges, writtenFamily } from './rows.ts';

/** How often a decision is taken again when somebody else was faster. */
const ATTEMPTS = 100;

/** What acts need: where things are kept, what was just done, and what time it is. */
export interface Desk {
  store: Store;
  memory: FamilyMemory;
  clock(): Date;
  /** Told of each act that it was recorded (null), or the code of its refusal. */
  settled?: ((refus: Refusal['code'] | null) => void) | undefined;
  /** The delays in force on a day (YYYY-MM-DD); the usual ones where nobody tells. */
  delais?: ((jour: string) => Delais) | undefined;
  /** Looks into documents before they are kept; nobody does where none is. */
  antivirus?: Antivirus | undefined;
}

/** Who acts, and the version they believe current; null for whoever does not mind. */
export interface Act {
  auteur: string;
  version: number | null;
  /** The request that asks for it, when it names itself: what it is answered is written with the act. */
  demande?: NamedRequest | undefined;
}

/** A request that may be sent again; `empreinte` tells another request under the same key. */
export interface NamedRequest {
  /** Under whose name the key is, where several may ask the same thing; of whoever acts unless told. */
  auteur?: string | undefined;
  cle: string;
  empreinte: string;
  /** What is kept of the answer, as JSON. */
  tell(recorded: Recorded): string;
}

/** What an act became: the row it was told to, and what deserves a second look. */
export interface Recorded {
  row: Row;
  /** What is next for it. */
  vue: StepsView;
  avertissements: Avertissement[];
  /** That it was written, for whoever keeps it; null until it is, and where no line of the journal was. */
  recu: string | null;
}

/** A decision about the row `cible`. */
export interface Considered {
  cible: string;
  decision: Decision;
  /** The lines of that row, by their ranks, whose text goes with it. */
  effaces?: readonly number[];
}

/** Decides and writes, again while somebody else writes first; each time from what is then kept. */
export async function settle(
  desk: Desk,
  act: Pick<Act, 'auteur' | 'demande'>,
  consider: (around: Surroundings) => Promise<Result<Considered>>,
): Promise<Result<Recorded>> {
  const settled = await decideAndWrite(desk, act, consider);
  desk.settled?.(settled.ok ? null : settled.error.code);
  return settled;
}

async function decideAndWrite(
  { store, memory, clock, delais }: Desk,
  { auteur, demande }: Pick<Act, 'auteur' | 'demande'>,
  consider: (around: Surroundings) => Promise<Result<Considered>>,
): Promise<Result<Recorded>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const around = { ...aroundOf(clock()), auteur };
    const considered = await consider(around);
    if (!considered.ok) return considered;
    const { cible, decision, effaces } = considered.value;
    const decided = toChanges(decision, around);
    const changes = effaces ? decided.map((one) => (one.row.id === cible ? { ...one, effaces } : one)) : decided;
    const row = changes.find(({ row: { id } }) => id === cible)?.row as Row;
    const vue = readView(row.vue, around.jour, delais?.(around.jour)) as StepsView;
    const recorded = { row, vue, avertissements: decision.avertissements, recu: null };
    const reponse = demande && answerOf(auteur, demande, recorded, around.instant);
    const result = await store.commit(changes, reponse, decision.before.lu);
    if (result.ok) {
      const { lu = null } = result;
      if (store.estPartage && lu === null) memory.forget(decision.family);
      else memory.keep({ ...writtenFamily(decision), lu });
      return ok({ ...recorded, recu: result.recu });
    }
    memory.forget(decision.before);
    if (result.raison === 'deja-repondu') return err<Refusal>({ code: 'deja-repondu' });
    if (result.raison === 'doublon') return err(await explainDuplicate(store, result.id));
  }
  throw new Error(`Nobody could write in ${ATTEMPTS} attempts: too many at once`);
}

/** What is around what happens at an instant; `newId` names what is opened. */
export function aroundOf(now: Date, newId: () => string = randomUUID): Surroundings {
  return { jour: dayOf(now), instant: now.toISOString(), newId };
}

/** Ids under a name, where nothing is written: the first of them is 1. */
export function numbered(name: string): () => string {
  let opened = 0;
  return () => `${name}-${++opened}`;
}

/** A case of the same establishment, or a certificate of the same serial number. */
async function explainDuplicate(store: Store, id: string): Promise<Refusal> {
  const row = await store.row(id);
  if (row?.genre !== 'certificat') return { code: 'dossier-existant', id };
  const { usage, beneficiaire } = readFiche(row.fiche);
  const autre = `${usage}, ${beneficiaire?.prenom} ${beneficiaire?.nom}`;
  const message = `Ce numéro de série est déjà celui d’un autre certificat de la structure (${autre}) : relisez le certificat, ou corrigez l’autre.`;
  return { code: 'saisie-invalide', erreurs: [{ pointeur: '/numeroSerie', message }] };
}

function answerOf(acting: string, demande: NamedRequest, recorded: Recorded, le: string): KeptAnswer {
  const { auteur = acting, cle, empreinte, tell } = demande;
  return { auteur, cle, empreinte, reponse: tell(recorded), le };
}

/** How long a request is recognised. */
const KEPT_DAYS = 7;

/** What was answered to that request, as JSON, with the receipt of what was done; null when it is new, a refusal when its key served another. */
export async function answerTo(
  { store }: Desk,
  { auteur, cle, empreinte }: Pick<KeptAnswer, 'auteur' | 'cle' | 'empreinte'>,
): Promise<Result<(Pick<KeptAnswer, 'reponse'> & { recu: string | null }) | null>> {
  const kept = await store.answerTo(auteur, cle);
  if (kept && kept.empreinte !== empreinte) return err({ code: 'cle-deja-utilisee', cle });
  return ok(kept);
}

/** How many answers to what changed nothing are kept a day for one author: asked again, such a request is refused again. */
const REFUSALS_A_DAY = 10_000;
const kept = new WeakMap<Desk['store'], { jour: string; parAuteur: Map<string, number> }>();

/**
 * Keeps the answer to a request that changed nothing; beyond some thousands a day of one author, does not. False when the same request, sent
 * at the same time, was answered meanwhile: that answer stands.
 */
export async function keepAnswer({ store, clock }: Desk, answer: Omit<KeptAnswer, 'le'>): Promise<boolean> {
  const jour = clock().toISOString().slice(0, 10);
  const known = kept.get(store);
  const today = known?.jour === jour ? known : { jour, parAuteur: new Map<string, number>() };
  const before = today.parAuteur.get(answer.auteur) ?? 0;
  kept.set(store, today);
  if (before >= REFUSALS_A_DAY) return true;
  today.parAuteur.set(answer.auteur, before + 1);
  return (await store.commit([], { ...answer, le: clock().toISOString() })).ok;
}

/** Forgets the requests that are no longer recognised; gives how many. */
export function forgetOldRequests({ store, clock }: Desk): Promise<number> {
  return store.forgetAnswers(new Date(clock().getTime() - KEPT_DAYS * DAY_MS).toISOString());
}
