import { createPublicKey } from 'node:crypto';
import { type Cle, extensionsIn, keyOf } from './certificate.ts';
import { elementsOf, oidOf, optional, textOf, within } from './der.ts';
import { readName, type Structure, structureIn, type Titulaire, titulaireIn } from './name.ts';
import { attempt, type Verified, verified } from './signature.ts';

/** What a request for a certificate (CSR, PKCS#10) says. */
export interface ContenuDemande {
  titulaire: Titulaire;
  structure: Structure | null;
  courriels: string[];
  /** The user principal names (UPN) that it asks for. */
  upn: string[];
  cle: Cle;
  signature: Verified;
  /** Whether it bears a challenge password, which is never told. */
  motDePasse: boolean;
}

const ATTRIBUTE = { extensions: '1.2.840.113549.1.9.14', password: '1.2.840.113549.1.9.7' } as const;
const ALTERNATIVE_NAMES = '2.5.29.17';
const UPN = '1.3.6.1.4.1.311.20.2.3';
const [OTHER_NAME, MAIL] = [0xa0, 0x81];

/** Reads one request in DER; null for what is none. */
export function readRequest(der: Buffer): ContenuDemande | null {
  const [info, algorithm, signature] = within(elementsOf(der)?.[0]);
  const [version, subject, spki, attributes] = within(info);
  if (!info || !signature || !version || !subject || attributes?.tag !== optional(0) || !spki) return null;
  const key = attempt(() => createPublicKey({ key: spki.whole, format: 'der', type: 'spki' }));
  const cle = key && keyOf(() => key);
  if (!key || !cle) return null;
  const said = new Map(within(attributes).map((one) => [oidOf(within(one)[0]), within(one)[1]]));
  const names = within(extensionsIn(said.get(ATTRIBUTE.extensions)).get(ALTERNATIVE_NAMES));
  const others = names.filter(({ tag }) => tag === OTHER_NAME).map(within);
  const name = readName(subject);
  const mails = names.filter(({ tag }) => tag === MAIL).map(({ value }) => value.toString('latin1').slice(0, 300));
  return {
    titulaire: titulaireIn(name),
    structure: structureIn(name),
    courriels: [...new Set([...name.email, ...mails])],
    upn: others.filter(([type]) => oidOf(type) === UPN).map(([, value]) => textOf(within(value)[0])),
    cle,
    signature: verified({ algorithm, signed: info, signature }, key),
    motDePasse: said.has(ATTRIBUTE.password),
  };
}
