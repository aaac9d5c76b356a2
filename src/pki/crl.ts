import { dayOf } from '../days.ts';
import { err, ok, type Result } from '../result.ts';
import { type Certificat, EMETTEUR, extensionsIn } from './certificate.ts';
import { type Der, elementsOf, optional, TAG, within } from './der.ts';
import { holdsKey, toDer } from './file.ts';
import { readName } from './name.ts';
import { verified } from './signature.ts';

/** More revocations than any list of an authority has. */
const MOST = 200_000;

/** A list of revocations (CRL) that an authority signed, which holds. */
export interface ListeRevocation {
  emetteur: string;
  /** The days on which it was made and on which the next one is due, YYYY-MM-DD. */
  du: string;
  prochaine: string;
  /** Whether it only says what changed since another (delta CRL). */
  partielle: boolean;
  /** By serial number, as a withdrawal keeps it. */
  revoques: ReadonlyMap<string, Revocation>;
}

/** When, and why, by its number in RFC 5280. */
interface Revocation {
  le: string;
  motif: number;
}

/** Why a list is not believed. */
export type CrlRefuse =
  | { code: 'cle-privee' }
  | { code: 'crl-illisible' }
  | { code: 'crl-autre-emetteur'; emetteur: string }
  | { code: 'crl-sans-autorite'; emetteur: string }
  | { code: 'crl-non-signee' }
  | { code: 'crl-perimee'; prochaine: string };

const EXTENSION = { delta: '2.5.29.27', reason: '2.5.29.21' } as const;
/** Of what a delta takes back. */
const REMOVED = 8;

/** Reads a list of the authority of the Dossier Pharmaceutique, or of that of test where `essai`, whose signature and next day are checked. */
export function readCrl(
  octets: Buffer,
  { autorites, jour, essai }: { autorites: readonly Certificat[]; jour: string; essai: boolean },
): Result<ListeRevocation, CrlRefuse> {
  const files = toDer(octets);
  if (holdsKey(octets, files)) {
    for (const bytes of [octets, ...files]) bytes.fill(0);
    return err({ code: 'cle-privee' });
  }
  const [list] = files.flatMap((part) => elementsOf(part) ?? []);
  const [signed, algorithm, signature] = within(list);
  const parts = signed ? within(signed).filter(({ tag }) => tag !== TAG.integer) : [];
  const [, issuer, made, next] = parts;
  const [du, prochaine] = [dayIn(made), dayIn(next)];
  if (!signed || !signature || !issuer || !du || !prochaine) return err({ code: 'crl-illisible' });
  const emetteur = readName(issuer).cn[0] ?? '';
  if (emetteur !== EMETTEUR && !(essai && emetteur === `TEST ${EMETTEUR}`))
    return err({ code: 'crl-autre-emetteur', emetteur });
  const signers = autorites.filter(({ sujet, isAutorite }) => isAutorite && sujet.equals(issuer.whole));
  if (signers.length === 0) return err({ code: 'crl-sans-autorite', emetteur });
  const isSigned = signers.some(({ x509 }) => verified({ algorithm, signed, signature }, x509.publicKey) === 'valide');
  if (!isSigned) return err({ code: 'crl-non-signee' });
  if (prochaine < jour) return err({ code: 'crl-perimee', prochaine });
  const revoques = revokedIn(parts.find(({ tag }, rank) => rank > 2 && tag === TAG.sequence));
  const partielle = extensionsIn(parts.find(({ tag }) => tag === optional(0))).has(EXTENSION.delta);
  return revoques ? ok({ emetteur, du, prochaine, partielle, revoques }) : err({ code: 'crl-illisible' });
}

function revokedIn(list: Der | undefined): ReadonlyMap<string, Revocation> | null {
  const entries = list ? elementsOf(list.value, MOST) : [];
  if (!entries) return null;
  const revoked = new Map<string, Revocation>();
  for (const entry of entries) {
    const [serial, date, extensions] = within(entry);
    const le = dayIn(date);
    if (serial?.tag !== TAG.integer || !le) return null;
    const motif = extensionsOf(extensions).get(EXTENSION.reason)?.value[0] ?? 0;
    if (motif !== REMOVED) revoked.set(serialIn(serial.value), { le, motif });
  }
  return revoked;
}

const extensionsOf = (list: Der | undefined) =>
  list ? extensionsIn({ ...list, value: list.whole }) : new Map<string, Der>();

function serialIn(value: Buffer): string {
  return value
    .toString('hex')
    .toUpperCase()
    .replace(/^(00)+(?=.)/, '');
}

const [UTC, GENERALIZED] = [23, 24];

/** The day of an instant: of two digits, years are from 1950 to 2049. */
function dayIn(one: Der | undefined): string | null {
  if (one?.tag !== UTC && one?.tag !== GENERALIZED) return null;
  const text = one.value.toString('latin1');
  const full = one.tag === UTC ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? [];
  const instant = new Date(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
  return Number.isNaN(instant.getTime()) || y === '9999' ? null : dayOf(instant);
}
