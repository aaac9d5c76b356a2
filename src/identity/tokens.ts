import { hash, randomBytes } from 'node:crypto';

/** A secret of 32 random bytes, 43 characters that a URL takes. */
export function drawToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text may be one of our tokens. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is kept of a secret: its SHA-256, hexadecimal. */
export function imprint(secret: string): string {
  return hash('sha256', secret);
}

const SIGNES = 'abcdefghijkmnpqrstuvwxyz23456789';
const FORME = /^(pig(?:test)?_[a-z2-9]{8})_[A-Za-z0-9_-]{43}([A-Za-z0-9_-]{6})$/;

/** A key as it is told once, and its first part, which stays visible. */
interface Cle {
  cle: string;
  prefixe: string;
}

/** `pig_`, or `pigtest_` for the bac à sable, 8 signs to recognise it, `_`, 32 random bytes and 6 signs of control. */
export function drawKey(bacASable: boolean): Cle {
  const signs = [...randomBytes(8)].map((byte) => SIGNES[byte % SIGNES.length]).join('');
  const prefixe = `${bacASable ? 'pigtest' : 'pig'}_${signs}`;
  const body = `${prefixe}_${randomBytes(32).toString('base64url')}`;
  return { cle: body + control(body), prefixe };
}

/** Whether a text is a whole key without a typing error; what it opens is not said. */
export function isWholeKey(text: string): boolean {
  const signs = FORME.exec(text)?.[2];
  return signs !== undefined && control(text.slice(0, -6)) === signs;
}

function control(body: string): string {
  return hash('sha256', body, 'base64url').slice(0, 6);
}
