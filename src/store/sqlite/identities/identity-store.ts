import type { Database } from 'better-sqlite3';
import type { IdentityStore } from '../../identities.ts';
import type { Actes } from './actes.ts';
import { agendaTable } from './agendas.ts';
import { cleTable } from './cles.ts';
import { compteTable } from './comptes.ts';
import { delegationTable } from './delegations.ts';
import { editeurTable } from './editeurs.ts';
import { externeTable } from './externes.ts';
import { lienTable } from './liens.ts';
import { sessionTable } from './sessions.ts';
import { promised } from './sync.ts';

/** The identities kept beside the cases; `tell` is called once a delegation changes or the end of a key is told. */
export function identityStore(db: Database, actes: Actes, tell: () => void): IdentityStore {
  return promised<IdentityStore>({
    ...compteTable(db, actes),
    ...lienTable(db, actes),
    ...agendaTable(db, actes),
    ...sessionTable(db, actes),
    ...externeTable(db, actes),
    ...cleTable(db, actes, tell),
    ...editeurTable(db, actes),
    ...delegationTable(db, actes, tell),
    note: actes.add,
    actes: actes.actes,
    lastActes: actes.lastActes,
  });
}
