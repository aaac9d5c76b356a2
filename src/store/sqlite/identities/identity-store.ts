import type { Database } from 'better-sqlite3';
import type { IdentityStore } from '../../identities.ts';
import { acteTable } from './actes.ts';
import { cleTable } from './cles.ts';
import { compteTable } from './comptes.ts';
import { delegationTable } from './delegations.ts';
import { editeurTable } from './editeurs.ts';
import { externeTable } from './externes.ts';
import { lienTable } from './liens.ts';
import { sessionTable } from './sessions.ts';
import { promised } from './sync.ts';

/** The identities kept beside the cases. */
export function identityStore(db: Database): IdentityStore {
  const actes = acteTable(db);
  return promised<IdentityStore>({
    ...compteTable(db),
    ...lienTable(db),
    ...sessionTable(db),
    ...externeTable(db),
    ...cleTable(db),
    ...editeurTable(db),
    ...delegationTable(db),
    note: actes.add,
    actes: actes.actes,
    lastActes: actes.lastActes,
  });
}
