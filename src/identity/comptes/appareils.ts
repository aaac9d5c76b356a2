import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

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
export function deviceIn(kept: string | undefined, titulaire: Titulaire, now: Date): string | null {
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
