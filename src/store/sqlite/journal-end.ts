import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { ActeIdentite } from '../identities.ts';
import { ensureKey, parseKey, readKey } from '../key.ts';
import { createSeals, EMPTY, type Head, type Seals } from '../seals.ts';
import { StoreOutage } from '../store.ts';
import { entreeTable } from './identities/entrees.ts';

/** Where the key of a journal is. */
export interface KeySource {
  /** 64 hexadecimal digits; without them the key is in `cleFichier`. */
  cle?: string | undefined;
  /** The path of the database followed by `.cle`, unless said. */
  cleFichier?: string | undefined;
  /** Whether a base may begin though the file of its key is there: a base was, which may only have been lost. */
  nouvelle?: boolean | undefined;
}

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

type EndRow = Omit<SealedHead, 'actes'> & { acteRang: number; acteMac: string };

/** The end of the journal, null on a database without one. */
export function readHead(db: Database): SealedHead | null {
  const found = db
    .prepare<[], EndRow>(`
      SELECT rang, mac, sceau, acte_rang AS acteRang, acte_mac AS acteMac,
        coalesce((SELECT max(rang) FROM journal), 0) AS dernier,
        coalesce((SELECT max(rang) FROM acte_identite), 0) AS dernierActe
      FROM tete`)
    .get();
  if (!found) return null;
  const { acteRang, acteMac, ...end } = found;
  return { ...end, actes: { rang: acteRang, mac: acteMac } };
}

/** Whether an end is the one that was sealed, and the last there is. */
function isSealed(seals: Seals, end: SealedHead): boolean {
  const isLast = end.rang === end.dernier && end.actes.rang === end.dernierActe;
  return isLast && seals.head(end, end.actes) === end.sceau;
}

/** Writes both ends, sealed. */
export function endSaver(db: Database, seals: Seals): (ends: Ends) => void {
  const save = db.prepare(`
    INSERT OR REPLACE INTO tete (seule, rang, mac, sceau, acte_rang, acte_mac)
    VALUES (1, @rang, @mac, @sceau, @acteRang, @acteMac)`);
  return ({ rang, mac, actes }) =>
    save.run({ rang, mac, sceau: seals.head({ rang, mac }, actes), acteRang: actes.rang, acteMac: actes.mac });
}

/** Writes the end of the journal of the cases, sealed; the other stays. */
export function headSaver(db: Database, seals: Seals): (head: Head) => void {
  const save = endSaver(db, seals);
  const actes = db.prepare<[], Head>('SELECT acte_rang AS rang, acte_mac AS mac FROM tete');
  return (head) => save({ ...head, actes: actes.get() ?? EMPTY });
}

/** The seals of a database. */
export function sealsOf(db: Database, source: KeySource): Seals {
  return createSeals(keyOf(db, source));
}

/** The key of a database, its seals and the end of its journal; a new one takes any key, or makes its own, and keeps it. */
export function continueJournal(db: Database, source: KeySource): Continued {
  const isNew = readHead(db) === null;
  if (isNew && !source.cle && !source.nouvelle && existsSync(source.cleFichier ?? defaultFile(db)))
    throw new StoreOutage(
      `La base ${db.name} est absente ou vide, alors que sa clé est là : restaurez une sauvegarde (npm run restaurer), ou démarrez avec --nouvelle-base pour en commencer une autre.`,
    );
  if (isNew && !source.cle) ensureKey(source.cleFichier ?? defaultFile(db));
  const key = keyOf(db, source);
  const seals = createSeals(key);
  if (isNew) headSaver(db, seals)(EMPTY);
  sealPast(db, seals);
  const head = readHead(db);
  if (!head || !isSealed(seals, head))
    throw new StoreOutage(
      `La clé n’est pas celle du journal de ${db.name}, ou la fin du journal a été modifiée : remettez la clé, ou une sauvegarde.`,
    );
  return { key, seals, head };
}

/** A base that was written before identities were sealed is sealed as it is, once: from then on its end says so. */
function sealPast(db: Database, seals: Seals): void {
  const end = readHead(db);
  if (!end || end.actes.rang > 0 || end.dernierActe === 0 || seals.head(end, EMPTY) !== end.sceau) return;
  const all = db.prepare<[], ActeIdentite & Head>('SELECT * FROM acte_identite ORDER BY rang').all();
  if (all.some(({ mac }) => mac !== '')) return;
  const write = db.prepare('UPDATE acte_identite SET mac = @mac WHERE rang = @rang');
  db.transaction(() => {
    let actes = EMPTY;
    for (const acte of all) {
      actes = { rang: acte.rang, mac: seals.acte(actes, acte) };
      write.run(actes);
    }
    endSaver(db, seals)({ ...end, actes });
    entreeTable(db, seals).sealAll();
  })();
}

interface Continued {
  key: KeyObject;
  seals: Seals;
  head: Head;
}

/** The key of a database. */
export function keyOf(db: Database, { cle, cleFichier = defaultFile(db) }: KeySource): KeyObject {
  return cle ? parseKey(cle, 'configuration') : readKey(cleFichier);
}

function defaultFile(db: Database): string {
  return `${db.name}.cle`;
}
