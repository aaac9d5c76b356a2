import { err, ok, type Result } from '../../result.ts';
import type { CleTentative, Tentative } from '../../store/identities.ts';
import type { IdentityRefusal } from '../identity.ts';
import { type Registre, type TypeActe, toActe } from '../registre.ts';
import { imprint } from '../tokens.ts';

const ESSAIS = 5;
const PREMIER_BLOCAGE_MS = 15 * 60_000;
const PLUS_LONG_BLOCAGE_MS = 24 * 3_600_000;

/** Failures of an e-mail from anywhere, after which whoever tries it waits for a turn. */
const FREIN = 20;
const PREMIER_PAS_MS = 1_000;
const PLUS_LONG_PAS_MS = 10_000;
const PLUS_LONGUE_ATTENTE_MS = 20_000;

/** Attempts are forgotten after so long without any: longer than the longest block. */
export const OUBLI_MS = 2 * PLUS_LONG_BLOCAGE_MS;

/** Under which the attempts from everywhere are counted together. */
const PARTOUT = '';

/** Where an e-mail is tried from: a network, or a device from which its holder has come in before. */
interface Lieu {
  lieu: string;
  isKnown: boolean;
}

/** An attempt that was counted and may be judged. */
export interface Essai {
  /** Under which it is counted, and forgotten if it succeeds. */
  cles: readonly CleTentative[];
  /** What follows if it fails: a block of where it comes from, and the first slowing down of all. */
  blocage: { echecs: number; jusqua: string } | null;
  isSlowed: boolean;
}

/** What the attempts of an e-mail are kept under. */
export function attemptsOf(courriel: string): string {
  return imprint(`tentative:${courriel}`);
}

/**
 * Counts one more attempt, before it is judged, so that a hundred at once are not free. Each fifth without success from one place blocks
 * that place alone for 15 minutes, then twice as long each time, 24 hours at most, whether the e-mail has an account or not. After 20 from
 * anywhere, attempts pass one by one, each a turn of 1 to 10 s after the other, and whoever would wait more than 20 s comes back: nobody
 * is shut out by strangers, and a device that is known waits for no turn.
 */
export async function takeAttempt(
  registre: Registre,
  courriel: string,
  { lieu, isKnown }: Lieu,
): Promise<Result<Essai, IdentityRefusal>> {
  const compte = attemptsOf(courriel);
  const ici = { compte, lieu };
  const shut = blockOf(await registre.store.tentative(ici), registre.clock());
  if (shut !== null) return err({ code: 'trop-de-tentatives', jusqua: shut });
  const cles = isKnown ? [ici] : [ici, { compte, lieu: PARTOUT }];
  const turn = isKnown ? ok({ attenteMs: 0, isFirst: false }) : await takeTurn(registre, compte);
  if (!turn.ok) return turn;
  const counted = await count(registre, ici);
  if (!counted.ok) return counted;
  const { echecs, bloqueJusqua } = counted.value;
  if (turn.value.attenteMs > 0) await registre.patienter(turn.value.attenteMs);
  return ok({ cles, blocage: bloqueJusqua ? { echecs, jusqua: bloqueJusqua } : null, isSlowed: turn.value.isFirst });
}

async function count({ store, clock }: Registre, cle: CleTentative): Promise<Result<Tentative, IdentityRefusal>> {
  const now = clock();
  for (;;) {
    const known = await store.tentative(cle);
    const jusqua = blockOf(known, now);
    if (jusqua !== null) return err({ code: 'trop-de-tentatives', jusqua });
    const echecs = oneMore(known, now);
    const blocage = Math.min(PREMIER_BLOCAGE_MS * 2 ** (echecs / ESSAIS - 1), PLUS_LONG_BLOCAGE_MS);
    const bloqueJusqua = echecs % ESSAIS === 0 ? later(now, blocage) : null;
    const counted = { echecs, derniereLe: now.toISOString(), bloqueJusqua };
    if (await store.replaceTentative(cle, known, counted)) return ok(counted);
  }
}

/** The next turn of an e-mail, when it is slowed down; what is kept as a block is when the turn after it begins. */
async function takeTurn({ store, clock }: Registre, compte: string) {
  const cle = { compte, lieu: PARTOUT };
  const now = clock();
  for (;;) {
    const known = await store.tentative(cle);
    const echecs = oneMore(known, now);
    const begins = Math.max(now.getTime(), Date.parse(known?.bloqueJusqua ?? now.toISOString()));
    const attenteMs = begins - now.getTime();
    if (attenteMs > PLUS_LONGUE_ATTENTE_MS)
      return err({ code: 'trop-de-tentatives', jusqua: new Date(begins).toISOString() } as const);
    const pas = Math.min(PREMIER_PAS_MS * 2 ** Math.floor((echecs - FREIN) / 10), PLUS_LONG_PAS_MS);
    const bloqueJusqua = echecs < FREIN ? null : new Date(begins + pas).toISOString();
    const counted = { echecs, derniereLe: now.toISOString(), bloqueJusqua };
    if (await store.replaceTentative(cle, known, counted)) return ok({ attenteMs, isFirst: echecs === FREIN });
  }
}

/** Until when a place is blocked; null when it is not. */
function blockOf(known: Tentative | null, now: Date): string | null {
  const jusqua = known?.bloqueJusqua ?? null;
  return jusqua !== null && now.toISOString() < jusqua ? jusqua : null;
}

function oneMore(known: Tentative | null, now: Date): number {
  const isRecent = known !== null && now.getTime() - Date.parse(known.derniereLe) < OUBLI_MS;
  return isRecent ? known.echecs + 1 : 1;
}

function later(now: Date, delay: number): string {
  return new Date(now.getTime() + delay).toISOString();
}

/** A login that did not go through. */
export interface Echec {
  moyen: 'mot-de-passe' | 'annuaire';
  /** Of the refusal. */
  code: string;
  /** Whose account it was for, if it is known. */
  compteId: string | null;
  /** For whoever operates the service: it names no person. */
  cause: string;
}

/** What an attempt that failed brings with it. */
type Suites = Pick<Essai, 'blocage' | 'isSlowed'> & { lieu: string };

/**
 * The one place where a login that failed is told. The journal of the administration gets a line when it blocks a place or begins to slow
 * an account down, not one per failure; nothing of an e-mail that has no account.
 */
export async function recordEchec(registre: Registre, echec: Echec, suites?: Suites): Promise<void> {
  registre.signaler(echec);
  if (!suites || echec.compteId === null) return;
  const { blocage, isSlowed, lieu } = suites;
  const note = (acte: TypeActe, detail: object) =>
    registre.store.note(toActe('connexion', registre.clock(), { acte, cible: `${echec.compteId}`, detail }));
  if (blocage) await note('connexion.bloquee', { ...blocage, lieu });
  if (isSlowed) await note('connexion.ralentie', {});
}
