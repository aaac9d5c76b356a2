/** One element of DER: its tag, what it holds, and the whole of it. */
export interface Der {
  tag: number;
  value: Buffer;
  whole: Buffer;
}

/** The tags that certificates are made of; `optional(n)` is the n-th of what may be left out. */
export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;
export const optional = (rank: number) => 0xa0 + rank;

/** More than any of them holds: what is deeper or longer is no certificate. */
const MOST = 2_000;

/** The elements that bytes are made of, one after the other; null where they are cut, of indefinite length, or more than `most`. */
export function elementsOf(bytes: Buffer, most = MOST): Der[] | null {
  const found: Der[] = [];
  for (let from = 0; from < bytes.length; ) {
    const one = elementAt(bytes, from);
    if (!one || found.length === most) return null;
    found.push(one);
    from += one.whole.length;
  }
  return found;
}

/** What a sequence, a set or an optional part is made of; nothing of what is none, or does not read. */
export function within(one: Der | undefined): Der[] {
  return one ? (elementsOf(one.value) ?? []) : [];
}

function elementAt(bytes: Buffer, from: number): Der | null {
  const [tag, first] = [bytes[from], bytes[from + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  const more = first < 0x80 ? 0 : first - 0x80;
  const start = from + 2 + more;
  if (first === 0x80 || more > 3 || start > bytes.length) return null;
  const length = more === 0 ? first : bytes.readUIntBE(from + 2, more);
  const end = start + length;
  return end > bytes.length ? null : { tag, value: bytes.subarray(start, end), whole: bytes.subarray(from, end) };
}

/** An object identifier as it is written: 2.5.29.15; empty where it is none. */
export function oidOf(one: Der | undefined): string {
  if (one?.tag !== TAG.oid || one.value.length === 0 || one.value.length > 64) return '';
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of one.value) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [head = 0, ...rest] = arcs;
  const top = Math.min(Math.trunc(head / 40), 2);
  return [top, head - top * 40, ...rest].join('.');
}

/** A text, whatever of the ASN.1 ways it is written in; empty where it is none. */
export function textOf(one: Der | undefined): string {
  if (!one) return '';
  const text = decode(one);
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, 300)
    .trim();
}

const [UTF8, PRINTABLE, T61, IA5, BMP] = [12, 19, 20, 22, 30];

function decode({ tag, value }: Der): string {
  if (tag === UTF8) return value.toString('utf8');
  if (tag === BMP)
    return Buffer.from(value.subarray(0, value.length & ~1))
      .swap16()
      .toString('utf16le');
  return tag === PRINTABLE || tag === T61 || tag === IA5 ? value.toString('latin1') : '';
}
