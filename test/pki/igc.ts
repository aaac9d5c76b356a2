import { generateKeyPairSync, webcrypto } from 'node:crypto';
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  ChallengePasswordAttribute,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonGeneralNames,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequestGenerator,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
  X509Certificates,
  X509CrlGenerator,
  type X509CrlReason,
} from '@peculiar/x509';

/** How the keys of these chains sign. */
export const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
export const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

type Keys = webcrypto.CryptoKeyPair;

/** Makes a pair of keys. */
export const keysOf = (algorithm: object): Promise<Keys> =>
  webcrypto.subtle.generateKey(algorithm as typeof EC, true, ['sign', 'verify']) as Promise<Keys>;

const rsa = await keysOf(RSA);

/** An authority, and what it signs with. */
export interface Authority {
  certificate: X509Certificate;
  name: JsonName;
  keys: Keys;
}

const named = (cn: string, essai = false): JsonName => [
  { C: ['FR'] },
  { O: ['ASIP-SANTE'] },
  { OU: ['0002 187512751'] },
  ...(essai ? [{ OU: ['IGC-SANTE TEST'] }] : []),
  { CN: [cn] },
];

const VALID = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2040-01-01T00:00:00Z') };
const CA_USAGE = new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true);

/** Makes an authority; its own root unless told who signs it. */
export async function authority(cn: string, under: Authority | null = null, essai = false): Promise<Authority> {
  const name = named(cn, essai);
  const keys = await keysOf(EC);
  const certificate = await X509CertificateGenerator.create({
    ...VALID,
    serialNumber: '0a01',
    subject: name,
    issuer: under?.name ?? name,
    publicKey: keys.publicKey,
    signingKey: (under?.keys ?? keys).privateKey,
    signingAlgorithm: EC,
    extensions: [CA_USAGE, new BasicConstraintsExtension(true, under ? 0 : undefined, true)],
  });
  return { certificate, name, keys };
}

const PERSONNES = 'AC IGC-SANTE ELEMENTAIRE PERSONNES';
/** Chains as IGC-Santé has them: real ones and those of test. */
export const racine = await authority('AC RACINE IGC-SANTE ELEMENTAIRE');
export const personnes = await authority(PERSONNES, racine);
export const racineDeTest = await authority('TEST AC RACINE IGC-SANTE ELEMENTAIRE', null, true);
export const personnesDeTest = await authority(`TEST ${PERSONNES}`, racineDeTest, true);

const usages = {
  AUTH: [KeyUsageFlags.digitalSignature, '1.3.6.1.5.5.7.3.2'],
  SIGN: [KeyUsageFlags.nonRepudiation, '1.3.6.1.5.5.7.3.4'],
  CONF: [KeyUsageFlags.keyEncipherment, '1.3.6.1.5.5.7.3.4'],
} as const;

/** What may be told of a certificate of a holder; what is not is as was ordered. */
export interface Holder {
  usage?: keyof typeof usages;
  nom?: string;
  prenom?: string;
  structure?: JsonName;
  by?: Authority;
  debut?: string;
  fin?: string;
  serial?: string;
  keys?: Keys;
}

/** The establishment and the person of the examples, as IGC-Santé writes them. */
const STRUCTURE: JsonName = [{ O: ['CENTRE HOSPITALIER EXEMPLE'] }, { OU: ['1010000057'] }];

/** Makes the certificate of a holder. */
export function holder(told: Holder = {}): Promise<X509Certificate> {
  const { usage = 'AUTH', nom = 'MARTIN', prenom = 'CAMILLE', by = personnes, keys = rsa } = told;
  const [flag, purpose] = usages[usage];
  const extensions: Extension[] = [new KeyUsagesExtension(flag, true), new ExtendedKeyUsageExtension([purpose])];
  return X509CertificateGenerator.create({
    notBefore: new Date(`${told.debut ?? '2026-01-05'}T10:00:00Z`),
    notAfter: new Date(`${told.fin ?? '2029-01-05'}T10:00:00Z`),
    serialNumber: told.serial ?? '0a1b2c3d',
    subject: [
      { C: ['FR'] },
      ...(told.structure ?? STRUCTURE),
      { '2.5.4.12': ['Pharmacien'] },
      { G: [prenom], CN: ['899700012345'], SN: [nom] },
    ],
    issuer: by.name,
    publicKey: keys.publicKey,
    signingKey: by.keys.privateKey,
    signingAlgorithm: EC,
    extensions,
  });
}

/** A file as a browser or a program sends it. */
export const derOf = (one: { rawData: ArrayBuffer }) => Buffer.from(new Uint8Array(one.rawData));
export const pemOf = (one: X509Certificate) => Buffer.from(one.toString('pem'));
export const p7bOf = (...all: X509Certificate[]) => Buffer.from(new X509Certificates(all).export('raw'));

/** What a request asks for, as the examples order it unless told. */
export interface Asked {
  subject?: JsonName;
  courriel?: string;
  upn?: boolean;
  password?: string;
  keys?: Keys;
  algorithm?: typeof EC | typeof RSA;
}

/** Makes a request for a certificate (CSR). */
export async function request(told: Asked = {}): Promise<Buffer> {
  const { subject = [], courriel, password, keys = rsa, algorithm = RSA } = told;
  const names: JsonGeneralNames = [
    ...(courriel ? [{ type: 'email' as const, value: courriel }] : []),
    ...(told.upn ? [{ type: 'upn' as const, value: 'camille@ch-exemple.fr' }] : []),
  ];
  const made = await Pkcs10CertificateRequestGenerator.create({
    name: subject,
    keys,
    signingAlgorithm: algorithm,
    extensions: names.length > 0 ? [new SubjectAlternativeNameExtension(names)] : [],
    attributes: password ? [new ChallengePasswordAttribute(password)] : [],
  });
  return Buffer.from(new Uint8Array(made.rawData));
}

/** What may be told of a list of revocations. */
export interface Revoked {
  by?: Authority;
  signedBy?: Authority;
  serials?: readonly string[];
  until?: string;
  reason?: X509CrlReason;
}

/** Makes a list of revocations (CRL), of the authority of persons unless told. */
export async function crl(told: Revoked = {}): Promise<Buffer> {
  const { by = personnes, signedBy = by, serials = [], until = '2026-07-15', reason } = told;
  const made = await X509CrlGenerator.create({
    issuer: by.certificate.subjectName.toJSON(),
    thisUpdate: new Date('2026-06-28T10:00:00Z'),
    nextUpdate: new Date(`${until}T10:00:00Z`),
    entries: serials.map((serialNumber) => ({
      serialNumber,
      revocationDate: new Date('2026-06-20T10:00:00Z'),
      ...(reason !== undefined && { reason }),
    })),
    signingKey: signedBy.keys.privateKey,
    signingAlgorithm: EC,
  });
  return Buffer.from(new Uint8Array(made.rawData));
}

/** A key that nobody is to send, in the ways in which it may be. */
export function privateKeys(): Record<string, Buffer> {
  const { privateKey: own } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const locked = { cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
  const pem = own.export({ type: 'pkcs8', format: 'pem' }) as string;
  const pkcs8 = own.export({ type: 'pkcs8', format: 'der' });
  return {
    'PKCS#8 in PEM': Buffer.from(pem),
    'PKCS#8 in PEM of two bytes a sign': Buffer.from(`\uFEFF${pem}`, 'utf16le'),
    'PKCS#8 in base64 alone': Buffer.from(pkcs8.toString('base64')),
    'PKCS#8 in DER': pkcs8,
    'PKCS#8 in DER, cut': Buffer.from(pkcs8.subarray(0, 400)),
    'PKCS#12, its beginning': Buffer.from('30820a5102010330820a1706092a864886f70d010701a0820a08', 'hex'),
    'PKCS#8 locked, in DER': own.export({ type: 'pkcs8', format: 'der', ...locked }),
    'PKCS#8 locked, in PEM': Buffer.from(own.export({ type: 'pkcs8', format: 'pem', ...locked }) as string),
    'PKCS#1 in DER': own.export({ type: 'pkcs1', format: 'der' }),
    'SEC 1 in DER': other.export({ type: 'sec1', format: 'der' }),
    'SEC 1 in PEM': Buffer.from(other.export({ type: 'sec1', format: 'pem' }) as string),
    'a JWK': Buffer.from(JSON.stringify(other.export({ format: 'jwk' }))),
  };
}
