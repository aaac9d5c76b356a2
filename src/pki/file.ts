import { err, ok, type Result } from '../result.ts';
import { type Certificat, readCertificate } from './certificate.ts';
import { type Der, elementsOf, oidOf, optional, within } from './der.ts';
import { type ContenuDemande, readRequest } from './request.ts';

/** As much as a file may weigh, in bytes: a whole chain weighs ten times less. */
export const MAX_OCTETS = 64 * 1024;
/** As many certificates as one may hold: IGC-Santé has some twenty authorities. */
export const MAX_CERTIFICATS = 32;

/** What a file was found to be. */
export type FichierLu = { certificats: Certificat[] } | { demande: ContenuDemande };

/** Why a file is not read. */
export type FichierRefuse =
  | { code: 'cle-privee' }
  | { code: 'certificat-illisible' }
  | { code: 'certificat-trop-grand' }
  | { code: 'certificats-trop-nombreux' };

/** Reads certificates (PEM, DER, base64, P7B) or one request; what is refused is wiped, and a private key is refused whatever comes with it. */
export function readFile(octets: Buffer): Result<FichierLu, FichierRefuse> {
  const parts = octets.length > MAX_OCTETS || isNamedKey(octets) ? [] : toDer(octets);
  const read = readParts(octets, parts);
  if (!read.ok) for (const bytes of [octets, ...parts]) bytes.fill(0);
  return read;
}

function readParts(octets: Buffer, parts: readonly Buffer[]): Result<FichierLu, FichierRefuse> {
  if (octets.length > MAX_OCTETS) return err({ code: 'certificat-trop-grand' });
  if (holdsKey(octets, parts)) return err({ code: 'cle-privee' });
  const elements = parts.map((part) => elementsOf(part));
  const all = elements.flatMap((some) => some ?? []);
  return all.length === 0 || elements.includes(null) ? err({ code: 'certificat-illisible' }) : toFile(all);
}

/** Whether a file, or what it encodes, holds a private key, be it cut or locked. */
export function holdsKey(octets: Buffer, parts: readonly Buffer[]): boolean {
  const all = parts.flatMap((part) => elementsOf(part) ?? []);
  return isNamedKey(octets) || [octets, ...parts, ...all.map(({ whole }) => whole)].some(isKey);
}

/** What a key, or what locks one up, is called in PEM, by OpenSSH, PuTTY and Java, in one byte a sign or two. */
const WORDS = ['PRIVATE KEY', 'PuTTY-User-Key-File'].flatMap((word) => {
  const wide = Buffer.from(word, 'utf16le');
  return [Buffer.from(word), wide, Buffer.from(wide).swap16()];
});
const STORES = ['feedfeed', 'cececece'].map((magic) => Buffer.from(magic, 'hex'));

function isNamedKey(octets: Buffer): boolean {
  const isJwk = octets.includes('"kty"') && /"(?:d|k)"\s*:/.test(octets.toString('latin1'));
  return isJwk || WORDS.some((word) => octets.includes(word)) || STORES.some((magic) => octets.indexOf(magic) === 0);
}

/**
 * A sequence that begins by a version, as PKCS#1, PKCS#8, SEC 1 and PKCS#12 do, or by how it is encrypted (1.2.840.113549.1.5 and 12), be it
 * cut after that; a certificate begins by another sequence.
 */
const KEY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes
  /^0(?:\x83...|\x82..|\x81.|[\0-\x7f])(?:\x02\x01[\0-\x03][\x02\x040]|0(?:\x82..|\x81.|[\0-\x7f])\x06.\*\x86H\x86\xf7\r\x01[\x05\x0c])/s;

function isKey(bytes: Buffer): boolean {
  return KEY.test(bytes.toString('latin1', 0, 32));
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;
const SEQUENCE = 0x30;
const LEAST_BASE64 = 40;

/** The DER that a file holds: its own bytes, or what its text encodes, between the lines of PEM or without them. */
export function toDer(octets: Buffer): Buffer[] {
  if (octets[0] === SEQUENCE && elementsOf(octets)) return [octets];
  const text = toText(octets);
  const blocks = [...text.matchAll(BLOCK)].map(([, , body = '']) => body);
  const bare = text.length >= LEAST_BASE64 && !/[^A-Za-z0-9+/=\s]/.test(text) ? [text] : [];
  return (blocks.length > 0 ? blocks : bare).map((body) => Buffer.from(body, 'base64'));
}

/** As the byte order mark says; UTF-8 without one. */
function toText(octets: Buffer): string {
  const mark = octets.subarray(0, 2).toString('hex');
  const even = octets.subarray(2, octets.length & ~1);
  if (mark === 'fffe') return even.toString('utf16le');
  if (mark === 'feff') return Buffer.from(even).swap16().toString('utf16le');
  return octets.toString('utf8').replace(/^\uFEFF/, '');
}

function toFile(elements: readonly Der[]): Result<FichierLu, FichierRefuse> {
  const ders = elements.flatMap((one) => bundledIn(one) ?? [one.whole]);
  if (ders.length > MAX_CERTIFICATS) return err({ code: 'certificats-trop-nombreux' });
  const [only] = ders;
  const demande = only && ders.length === 1 ? readRequest(only) : null;
  if (demande) return ok({ demande });
  const certificats = ders.map(readCertificate).filter((one) => one !== null);
  const isWhole = certificats.length === ders.length && certificats.length > 0;
  return isWhole ? ok({ certificats }) : err({ code: 'certificat-illisible' });
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** The certificates of a P7B, whoever signed it; null for anything else. */
function bundledIn(one: Der): Buffer[] | null {
  const [type, content] = within(one);
  if (oidOf(type) !== SIGNED_DATA) return null;
  const signed = within(within(content)[0]);
  return within(signed.find(({ tag }) => tag === optional(0))).map(({ whole }) => whole);
}
