import { type KeyObject, X509Certificate } from 'node:crypto';
import { dayOf } from '../days.ts';
import { type Der, elementsOf, oidOf, optional, TAG, within } from './der.ts';
import { type Name, readName, type Structure, structureIn, type Titulaire, titulaireIn } from './name.ts';
import { attempt } from './signature.ts';

/** What a certificate is for. */
type Usage = 'AUTH' | 'SIGN' | 'CONF';

/** A public key: « rsa », 2048. */
export interface Cle {
  algorithme: string;
  /** Null where it is no RSA key. */
  bits: number | null;
}

/** What a certificate says; days are those of metropolitan France. */
export interface ContenuCertificat {
  usage: Usage | null;
  /** What the name of its issuer says it is: PRO of a person, ORG of an organisation. */
  offre: 'PRO' | 'ORG' | null;
  titulaire: Titulaire;
  structure: Structure | null;
  emetteur: string;
  /** Whether an authority of test issued it. */
  essai: boolean;
  politiques: string[];
  numeroSerie: string;
  debut: string;
  fin: string;
  cle: Cle;
  /** SHA-256 of the whole, hexadecimal. */
  empreinte: string;
}

/** A certificate that was read. */
export interface Certificat {
  contenu: ContenuCertificat;
  x509: X509Certificate;
  /** Its name in DER. */
  sujet: Buffer;
  isAutorite: boolean;
  /** How many authorities may stand between it and a holder; null where nothing is said. */
  pathLength: number | null;
}

/** §6 — whose certificates are taken for the Dossier Pharmaceutique; the test authorities bear the same name after « TEST ». */
export const EMETTEUR = 'AC IGC-SANTE ELEMENTAIRE PERSONNES';

const EXTENSION = { basic: '2.5.29.19', keyUsage: '2.5.29.15', policies: '2.5.29.32' } as const;
const [CLIENT_AUTH, EMAIL_PROTECTION] = ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'];
const BIT = { signature: 0x80, nonRepudiation: 0x40, keyEncipherment: 0x20, dataEncipherment: 0x10 } as const;

/** Reads one certificate in DER; null for what OpenSSL does not take, and for what has no day in four digits. */
export function readCertificate(der: Buffer): Certificat | null {
  const x509 = attempt(() => new X509Certificate(der));
  const key = x509 && keyOf(() => x509.publicKey);
  const [debut, fin] = x509 ? [x509.validFromDate, x509.validToDate].map(day) : [];
  if (!x509 || !key || !debut || !fin) return null;
  const [tbs] = within(elementsOf(der)?.[0]);
  const parts = within(tbs).filter(({ tag }) => tag !== optional(0));
  const [issuer, subject] = [readName(parts[2]), readName(parts[4])];
  const extensions = extensionsIn(parts.find(({ tag }) => tag === optional(3)));
  const emetteur = issuer.cn[0] ?? '';
  return {
    x509,
    sujet: parts[4]?.whole ?? Buffer.alloc(0),
    isAutorite: x509.ca,
    pathLength: pathLengthIn(extensions.get(EXTENSION.basic)),
    contenu: {
      usage: usageOf(bitsOf(extensions.get(EXTENSION.keyUsage)), x509.keyUsage ?? []),
      offre: offerOf(emetteur),
      titulaire: titulaireIn(subject),
      structure: structureIn(subject),
      emetteur,
      essai: isOfTest(issuer),
      politiques: within(extensions.get(EXTENSION.policies)).map((policy) => oidOf(within(policy)[0])),
      numeroSerie: serialOf(x509.serialNumber),
      debut,
      fin,
      cle: key,
      empreinte: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    },
  };
}

/** What is to be known of a key; null for one that Node does not read. */
export function keyOf(read: () => KeyObject): Cle | null {
  const key = attempt(read);
  if (!key) return null;
  const { asymmetricKeyType: algorithme = '', asymmetricKeyDetails: details } = key;
  return { algorithme: details?.namedCurve ?? algorithme, bits: details?.modulusLength ?? null };
}

function day(instant: Date): string | null {
  const year = instant.getUTCFullYear();
  return year >= 1950 && year < 9999 ? dayOf(instant) : null;
}

/** What a list of extensions holds, by their numbers. */
export function extensionsIn(list: Der | undefined): ReadonlyMap<string, Der> {
  const each = within(within(list)[0]).map((one) => {
    const [type, ...rest] = within(one);
    const held = rest.find(({ tag }) => tag === TAG.octetString);
    return [oidOf(type), held && elementsOf(held.value)?.[0]] as const;
  });
  return new Map(each.filter((pair): pair is [string, Der] => pair[1] !== undefined));
}

function pathLengthIn(basic: Der | undefined): number | null {
  const length = within(basic).find(({ tag }) => tag === TAG.integer)?.value;
  return length && length.length > 0 && length.length <= 4 ? length.readIntBE(0, length.length) : null;
}

function bitsOf(keyUsage: Der | undefined): number {
  return keyUsage?.tag === TAG.bitString ? (keyUsage.value[1] ?? 0) : 0;
}

/** The number of the policy is the same for all: key usage and extended key usage tell AUTH from SIGN. */
function usageOf(bits: number, extended: readonly string[]): Usage | null {
  const isFor = (purpose = '') => extended.length === 0 || extended.includes(purpose);
  if (bits & BIT.nonRepudiation) return isFor(EMAIL_PROTECTION) ? 'SIGN' : null;
  if (bits & BIT.signature) return isFor(CLIENT_AUTH) ? 'AUTH' : null;
  return bits & (BIT.keyEncipherment | BIT.dataEncipherment) ? 'CONF' : null;
}

function offerOf(emetteur: string): ContenuCertificat['offre'] {
  if (/ PERSONNES$/.test(emetteur)) return 'PRO';
  return / ORGANISATIONS$/.test(emetteur) ? 'ORG' : null;
}

function isOfTest({ cn, ou }: Name): boolean {
  return ou.includes('IGC-SANTE TEST') || cn.some((one) => /^TEST\b/.test(one));
}

/** In one spelling: whole bytes, without a leading zero byte, as a withdrawal keeps it. */
function serialOf(serial: string): string {
  const even = serial.length % 2 === 1 ? `0${serial}` : serial;
  return even.toUpperCase().replace(/^(00)+(?=.)/, '');
}
