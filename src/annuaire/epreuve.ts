import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const DUREE_MS = 10 * 60_000;

/** What a browser that was sent to the directory must bring back. */
interface Epreuve {
  state: string;
  nonce: string;
  verifier: string;
  /** Where it goes once logged in. */
  vers: string;
}

/** Tests that browsers keep, signed by this process: after a restart, a login that had begun begins again. */
export interface Epreuves {
  /** A text that a cookie takes, good for ten minutes. */
  sign(epreuve: Epreuve): string;
  /** Null for what was not signed here, or is too old. */
  read(text: string): Epreuve | null;
}

/** Tests by a key of their own. */
export function createEpreuves(clock: () => Date): Epreuves {
  const key = randomBytes(32);
  const seal = (body: string) => createHmac('sha256', key).update(body).digest();

  return {
    sign(epreuve) {
      const fin = clock().getTime() + DUREE_MS;
      const body = Buffer.from(JSON.stringify({ ...epreuve, fin })).toString('base64url');
      return `${body}.${seal(body).toString('base64url')}`;
    },
    read(text) {
      const [body = '', mac = ''] = text.split('.');
      const told = Buffer.from(mac, 'base64url');
      const real = seal(body);
      if (told.length !== real.length || !timingSafeEqual(told, real)) return null;
      const { fin, ...epreuve } = JSON.parse(Buffer.from(body, 'base64url').toString());
      return clock().getTime() < fin ? epreuve : null;
    },
  };
}
