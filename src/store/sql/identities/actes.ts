import type { ActeIdentite } from '../../identities.ts';
import type { Head, Seals } from '../../seals.ts';
import { columns } from '../columns.ts';
import { endSaver, readHead } from '../journal-end.ts';
import { all, run, type Work } from '../work.ts';
import { entreeTable, type SealedRow } from './entrees.ts';

type Ranked = ActeIdentite & { rang: number };

const TOLD = ['rang', 'le', 'auteur', 'acte', 'cible', 'detail'] as const;
const SELECT = `SELECT ${TOLD.join()} FROM acte_identite WHERE rang`;

const insert = run<[Ranked & Head]>(`INSERT INTO acte_identite ${columns<Ranked & Head>(...TOLD, 'mac').written}`);
const page = all<[number, number], Ranked>(`${SELECT} > ? ORDER BY rang LIMIT ?`);
const last = all<[number, number], Ranked>(`${SELECT} < ? ORDER BY rang DESC LIMIT ?`);

/** The journal of what is done to identities: each act seals what it is about. */
export function acteTable(seals: Seals) {
  const entrees = entreeTable(seals);
  const saveEnd = endSaver(seals);
  return {
    seal: entrees.seal,
    holds: entrees.holds,
    /** Seals the rows that were written, then keeps the act. */
    *add(acte: ActeIdentite, ...written: SealedRow[]): Work<void> {
      for (const row of written) yield* entrees.seal(...row);
      const end = yield* readHead();
      if (!end) throw new Error('A journal has an end from its first opening on');
      const actes = { rang: end.actes.rang + 1, mac: seals.acte(end.actes, acte) };
      yield* insert({ ...acte, ...actes });
      yield* saveEnd({ ...end, actes });
      yield* entrees.note(acte.cible, actes.rang);
    },
    actes: page,
    lastActes: (avant: number | null, limite: number) => last(avant ?? Number.MAX_SAFE_INTEGER, limite),
  };
}
export type Actes = ReturnType<typeof acteTable>;
