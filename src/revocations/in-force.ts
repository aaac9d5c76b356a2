import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Certificat } from '../pki/certificate.ts';
import { type CrlRefuse, type ListeRevocation, readCrl } from '../pki/crl.ts';
import { err, ok, type Result } from '../result.ts';

/** Why a list does not take the place of the one in force. */
export type CrlNonRetenue = CrlRefuse | { code: 'crl-partielle' } | { code: 'crl-ancienne'; du: string };

/** The list of revocations that is in force here: the last one that was believed. */
export interface Revocations {
  /** Null until there is one; one whose next was due is still told, `isPerimee` says so. */
  enVigueur(): (ListeRevocation & { isPerimee: boolean }) | null;
  /** Takes the place of the one in force if it is believed, whole and no older. */
  proposer(octets: Buffer): Result<ListeRevocation, CrlNonRetenue>;
}

/** No day comes before: a list that was believed is read again though its next is due. */
const FIRST_DAY = '0001-01-01';

/** Keeps the list in force in a file of this machine, which is verified again when it is opened. */
export function openRevocations({
  file,
  autorites,
  today,
}: {
  file: string;
  autorites: readonly Certificat[];
  today: () => string;
}): Revocations {
  let current = readKept();
  return {
    enVigueur: () => current && Object.assign({ isPerimee: current.prochaine < today() }, current),
    proposer(octets) {
      const read = readCrl(octets, { autorites, jour: today(), essai: false });
      if (!read.ok) return read;
      if (read.value.partielle) return err({ code: 'crl-partielle' });
      if (current && read.value.du < current.du) return err({ code: 'crl-ancienne', du: current.du });
      writeFileSync(`${file}.nouvelle`, octets, { flush: true });
      renameSync(`${file}.nouvelle`, file);
      current = read.value;
      return ok(current);
    },
  };

  function readKept(): ListeRevocation | null {
    if (!existsSync(file)) return null;
    const read = readCrl(readFileSync(file), { autorites, jour: FIRST_DAY, essai: false });
    return read.ok ? read.value : null;
  }
}
