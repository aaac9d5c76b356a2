import { type KeyObject, verify } from 'node:crypto';
import { type Der, oidOf, TAG, within } from './der.ts';

/** The hash of each signature that is verified: RSA (PKCS#1), ECDSA; null where the key says it. */
const HASHES: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.3.101.112': null,
};

/** Whether a signature is that of a key; « inconnue » where it is made in a way that is not verified here. */
export type Verified = 'valide' | 'fausse' | 'inconnue';

/** What was signed, how, and the signature. */
interface Signed {
  algorithm: Der | undefined;
  signed: Der;
  signature: Der;
}

/** Verifies what a key is said to have signed. */
export function verified({ algorithm, signed, signature }: Signed, key: KeyObject): Verified {
  const hash = HASHES[oidOf(within(algorithm)[0])];
  if (hash === undefined || algorithm?.tag !== TAG.sequence || signature.tag !== TAG.bitString) return 'inconnue';
  const [unusedBits] = signature.value;
  const isOwn = () => unusedBits === 0 && verify(hash, signed.whole, key, signature.value.subarray(1));
  return attempt(isOwn) ? 'valide' : 'fausse';
}

/** What is read, or null where reading it throws. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
