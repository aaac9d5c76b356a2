import { hash, randomBytes } from 'node:crypto';

const SIGNES = 'abcdefghijkmnpqrstuvwxyz23456789';
const CLE = /^(pig(?:test)?_[a-z2-9]{8})_[A-Za-z0-9_-]{43}([A-Za-z0-9_-]{6})$/;

/** A key as it is told once, and its first part, which stays visible. */
export interface DrawnKey {
  cle: string;
  prefixe: string;
}

/** `pig_`, or `pigtest_` for the bac à sable, 8 signs to recognise it, `_`, 32 random bytes and 6 signs of control. */
export function drawKey(bacASable: boolean): DrawnKey {
  const signs = [...randomBytes(8)].map((byte) => SIGNES[byte % SIGNES.length]).join('');
  const prefixe = `${bacASable ? 'pigtest' : 'pig'}_${signs}`;
  const body = `${prefixe}_${randomBytes(32).toString('base64url')}`;
  return { cle: body + control(body), prefixe };
}

/** Whether a text is a whole key without a typing error; what it opens is not said. */
export function isWhole(text: string): boolean {
  const signs = CLE.exec(text)?.[2];
  return signs !== undefined && control(text.slice(0, -6)) === signs;
}

function control(body: string): string {
  return hash('sha256', body, 'base64url').slice(0, 6);
}
