import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '../../result.ts';
import type { Compte } from '../../store/identities.ts';
import type { IdentityRefusal } from '../identity.ts';
import type { Registre } from '../registre.ts';
import { type Essai, recordEchec, takeAttempt } from './tentatives.ts';

/** Where somebody is who types a password. */
export interface Venue {
  /** The network of their address. */
  reseau: string;
  /** What their browser keeps of whoever has come in by it. */
  appareils?: string | undefined;
  /** The session that their browser holds. */
  session?: string | undefined;
}

/** Where nothing is known of it: all such attempts count as one place. */
export const AILLEURS: Venue = { reseau: 'inconnu' };

/** Whose password it was. */
interface Verifie {
  compte: Compte & { motDePasse: string };
  cles: Essai['cles'];
}

/** The account that has this e-mail and this password; the attempt is counted first, and told if it fails. */
export async function checkPassword(
  registre: Registre,
  { courriel, motDePasse }: { courriel: string; motDePasse: string },
  { reseau, appareils }: Venue,
): Promise<Result<Verifie, IdentityRefusal>> {
  const { store, passwords, clock } = registre;
  const found = await store.compteOf(courriel);
  const titulaire = found?.motDePasse ? { ...found, motDePasse: found.motDePasse } : null;
  const appareil = titulaire && deviceIn(appareils, titulaire, clock());
  const lieu = appareil ? `appareil:${appareil}` : reseau;
  const attempt = await takeAttempt(registre, courriel, { lieu, isKnown: appareil !== null });
  const isRight = attempt.ok && (await passwords.verify(motDePasse, titulaire?.motDePasse ?? null));
  if (attempt.ok && isRight && titulaire) return ok({ compte: titulaire, cles: attempt.value.cles });
  const refusal: IdentityRefusal = attempt.ok ? { code: 'identifiants-refuses' } : attempt.error;
  const echec = {
    moyen: 'mot-de-passe',
    code: refusal.code,
    compteId: found?.id ?? null,
    cause: `Depuis ${lieu}`,
  } as const;
  await recordEchec(registre, echec, attempt.ok ? { ...attempt.value, lieu } : undefined);
  return err(refusal);
}

const DUREE_MS = 365 * 24 * 3_600_000;
/** Persons who share a browser: more would not fit in the headers of a request. */
const AU_PLUS = 8;

/** Whose devices are known: another password, or none, makes none known any more. */
interface Titulaire {
  id: string;
  /** As it is kept: the key of what is signed. */
  motDePasse: string;
}

/** The device that `kept`, a text that a browser keeps, shows to have come in as this person within a year; null for none. */
function deviceIn(kept: string | undefined, titulaire: Titulaire, now: Date): string | null {
  const one = entriesOf(kept).find((entry) => isOf(entry, titulaire, now));
  return one?.split('.')[0] ?? null;
}

/** What a browser is to keep once a person has come in by it, beside what it keeps of others. */
export function withDevice(kept: string | undefined, titulaire: Titulaire, now: Date): string {
  const id = deviceIn(kept, titulaire, now) ?? randomBytes(12).toString('base64url');
  const others = entriesOf(kept).filter((entry) => !isOf(entry, titulaire, now));
  const body = `${id}.${(now.getTime() + DUREE_MS).toString(36)}`;
  return [`${body}.${sign(body, titulaire).toString('base64url')}`, ...others].slice(0, AU_PLUS).join('~');
}

function entriesOf(kept = ''): string[] {
  return kept === '' ? [] : kept.split('~').slice(0, AU_PLUS);
}

function isOf(entry: string, titulaire: Titulaire, now: Date): boolean {
  const [id = '', fin = '', mac = ''] = entry.split('.');
  const told = Buffer.from(mac, 'base64url');
  const real = sign(`${id}.${fin}`, titulaire);
  return told.length === real.length && timingSafeEqual(told, real) && now.getTime() < Number.parseInt(fin, 36);
}

function sign(body: string, { id, motDePasse }: Titulaire): Buffer {
  return createHmac('sha256', motDePasse).update(`appareil:${id}:${body}`).digest();
}
