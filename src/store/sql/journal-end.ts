import type { ActeIdentite } from '../identities.ts';
import { EMPTY, type Head, type Seals } from '../seals.ts';
import { StoreOutage } from '../store.ts';
import { columns } from './columns.ts';
import { entreeTable } from './identities/entrees.ts';
import { all, one, run, type Work } from './work.ts';

/** The ends of the two journals as they were sealed, and the last ranks that are really there. */
export interface SealedHead extends Ends {
  sceau: string;
  dernier: number;
  dernierActe: number;
}

/** The end of the journal of the cases, and that of the administration. */
interface Ends extends Head {
  actes: Head;
}

/** Both as one row says them. */
export type EndRow = Omit<SealedHead, 'actes'> & { acteRang: number; acteMac: string };
type Saved = Omit<EndRow, 'dernier' | 'dernierActe'>;

const END = columns<Saved>('rang', 'mac', 'sceau', 'acteRang', 'acteMac');

/** What is shown of `tete` for a row of both ends. */
export const END_SHOWN = `${END.shown},
    coalesce((SELECT max(rang) FROM journal), 0) AS dernier,
    coalesce((SELECT max(rang) FROM acte_identite), 0) AS dernierActe`;
const find = one<[], EndRow>(`SELECT ${END_SHOWN} FROM tete`);
const findActes = one<[], Head>('SELECT acte_rang AS rang, acte_mac AS mac FROM tete');
const save = run<[Saved]>(`
  INSERT INTO tete (seule, ${END.names}) VALUES (1, ${END.values}) ON CONFLICT (seule) DO UPDATE SET ${END.renewed}`);
const allActes = all<[], ActeIdentite & Head>('SELECT * FROM acte_identite ORDER BY rang');
const writeMac = run<[Head]>('UPDATE acte_identite SET mac = @mac WHERE rang = @rang');

/** The end of the journal, null on a database without one. */
export function* readHead(): Work<SealedHead | null> {
  const found = yield* find();
  return found && endOf(found);
}

/** Both ends of a row. */
export function endOf({ rang, mac, sceau, dernier, dernierActe, acteRang, acteMac }: EndRow): SealedHead {
  return { rang, mac, sceau, dernier, dernierActe, actes: { rang: acteRang, mac: acteMac } };
}

/** Whether an end is the one that was sealed, and the last there is. */
export function isSealed(seals: Seals, end: SealedHead): boolean {
  const isLast = end.rang === end.dernier && end.actes.rang === end.dernierActe;
  return isLast && seals.head(end, end.actes) === end.sceau;
}

/** Writes both ends, sealed. */
export function endSaver(seals: Seals): (ends: Ends) => Work<void> {
  return function* ({ rang, mac, actes }) {
    yield* save({ rang, mac, sceau: seals.head({ rang, mac }, actes), acteRang: actes.rang, acteMac: actes.mac });
  };
}

/** Writes the end of the journal of the cases, sealed; the other stays. */
export function headSaver(seals: Seals): (head: Head) => Work<void> {
  const saveEnd = endSaver(seals);
  return function* (head) {
    yield* saveEnd({ ...head, actes: (yield* findActes()) ?? EMPTY });
  };
}

/** The end of the journal of `base`, which begins if there is none; a StoreOutage says that `seals` did not seal it. */
export function* continueJournal(seals: Seals, base: string): Work<SealedHead> {
  if ((yield* readHead()) === null) yield* headSaver(seals)(EMPTY);
  yield* sealPast(seals);
  const head = yield* readHead();
  if (!head || !isSealed(seals, head))
    throw new StoreOutage(
      `La clé n’est pas celle du journal de ${base}, ou la fin du journal a été modifiée : remettez la clé, ou une sauvegarde.`,
    );
  return head;
}

/** A base that was written before identities were sealed is sealed as it is, once: from then on its end says so. */
function* sealPast(seals: Seals): Work<void> {
  const end = yield* readHead();
  if (!end || end.actes.rang > 0 || end.dernierActe === 0 || seals.head(end, EMPTY) !== end.sceau) return;
  const past = yield* allActes();
  if (past.some(({ mac }) => mac !== '')) return;
  let actes = EMPTY;
  for (const acte of past) {
    actes = { rang: acte.rang, mac: seals.acte(actes, acte) };
    yield* writeMac(actes);
  }
  yield* endSaver(seals)({ ...end, actes });
  yield* entreeTable(seals).sealAll();
}
