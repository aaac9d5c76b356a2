import { gunzipSync } from 'fflate';
import type * as platform from '../../src/engine/platform.ts';

/** What stands in the bundle for what Node gives the service. */
({ sha256, gunzip }) satisfies typeof platform;

/** The first 32 bits of the fractional part of `root` of the first primes, which SHA-256 begins with. */
function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let one = 2; primes.length < count; one++) if (primes.every((prime) => one % prime !== 0)) primes.push(one);
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

const START = fractions(8, Math.sqrt);
const ROUNDS = fractions(64, Math.cbrt);

/** SHA-256 of a text (FIPS 180-4), in hexadecimal. */
export function sha256(text: string): string {
  const message = padded(new TextEncoder().encode(text));
  const state = START.slice();
  for (let from = 0; from < message.byteLength; from += 64) compress(state, new DataView(message.buffer, from, 64));
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** A message, a bit, zeros and its length in bits, in blocks of 64 bytes. */
function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
  return whole;
}

function compress(state: Uint32Array, block: DataView): void {
  const words = expanded(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (const [round, word] of words.entries()) {
    const mixed = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
    const one = (h + mixed + (ROUNDS[round] ?? 0) + word) | 0;
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [rank, word] of [a, b, c, d, e, f, g, h].entries()) state[rank] = (state[rank] ?? 0) + word;
}

function expanded(block: DataView): Uint32Array {
  const words = new Uint32Array(64);
  const at = (rank: number) => words[rank] ?? 0;
  for (const rank of words.keys()) {
    const [far, near] = [at(rank - 15), at(rank - 2)];
    const small = (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) + (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10));
    words[rank] = rank < 16 ? block.getUint32(rank * 4) : at(rank - 16) + at(rank - 7) + small;
  }
  return words;
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** What gzip, then base64, packed. */
export function gunzip(text: string): Uint8Array {
  return gunzipSync(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
}

/** `Map.groupBy`, which Node 20 lacks. */
export function groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    if (group.push(item) === 1) groups.set(key, group);
  }
  return groups;
}
