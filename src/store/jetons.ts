import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';

/** So many bytes of the seal are told: an address stays short, and is not guessed. */
const TOLD_BYTES = 16;

/** Words that carry a text and that only this service can have written: nothing is kept of them. */
export interface Jetons {
  /** The word for a text, for one use alone: letters, digits, « - », « _ » and one « . ». */
  give(usage: string, text: string): string;
  /** What a word carries; null where it was not written here for that use. */
  read(usage: string, word: string): string | null;
}

/** Words sealed by a key that is drawn from `key` for each use. */
export function createJetons(key: KeyObject): Jetons {
  const seal = (usage: string, text: string) => {
    const drawn = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `parcours-igc jeton ${usage}`, 32)));
    return createHmac('sha256', drawn).update(text).digest().subarray(0, TOLD_BYTES);
  };
  return {
    give: (usage, text) => `${Buffer.from(text).toString('base64url')}.${seal(usage, text).toString('base64url')}`,
    read(usage, word) {
      const [, told = '', mac = ''] = /^([\w-]{1,400})\.([\w-]{22})$/.exec(word) ?? [];
      const text = Buffer.from(told, 'base64url').toString();
      const due = Buffer.from(seal(usage, text).toString('base64url'));
      return due.length === mac.length && timingSafeEqual(due, Buffer.from(mac)) ? text : null;
    },
  };
}
