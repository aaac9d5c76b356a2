import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A box of texts that must be read back and that a copy of the database alone does not give: AES-256-GCM, bound to their `owner`, by a key that is
 * derived from `key` for one `usage`, which keeps it apart from what else `key` does.
 */
export function createSecretBox(key: KeyObject, usage: string) {
  const derived = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', usage, 32)));
  return {
    /** Nonce, tag, ciphertext. */
    close(text: string, owner: string): Buffer {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, derived, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    /** Throws when it is not what was closed for that owner with that key. */
    open(box: Buffer, owner: string): string {
      const decipher = createDecipheriv(CIPHER, derived, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(box.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
