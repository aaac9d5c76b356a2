import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DocumentStore } from '../documents/documents.ts';
import { copyDocuments, fileBeside } from '../documents/sqlite-documents.ts';
import { keepKey } from '../key.ts';
import type { Head } from '../seals.ts';
import { readHead } from '../sql/journal-end.ts';
import { StoreOutage } from '../store.ts';
import { sqliteEngine } from './engine.ts';
import { copyInto, sync } from './file/copy.ts';
import { lockFile, openReadable } from './file/database.ts';
import { orOutage } from './file/failure.ts';
import { type KeySource, keyOf } from './journal-key.ts';
import { verifySqliteFile } from './sqlite-store.ts';

/** A base that was written elsewhere, and found to be what was sealed. */
export interface Copied {
  lignes: number;
  /** The last line of its journal: compare it with what the service logged. */
  tete: Head;
}

/** What SQLite keeps beside a base. */
const BESIDE = ['-wal', '-shm'];

/**
 * Copies the base `file` into the new file `to`, while the service writes it, and its key into `cleVers`; the copy is read again, line after
 * line. A copy that does not verify is removed, and said so.
 */
export async function backUp(
  file: string,
  to: string,
  { cleVers, documents, ...key }: KeySource & { cleVers: string; documents?: DocumentStore | undefined },
): Promise<Copied> {
  if (existsSync(cleVers))
    throw new StoreOutage(`${cleVers} existe déjà : choisissez un autre nom, rien n’a été écrit.`);
  orOutage(() => mkdirSync(dirname(to), { recursive: true }));
  const db = orOutage(() => openReadable(file));
  try {
    const secret = keyOf(db, key);
    orOutage(() => copyInto(db, to));
    /* After the base: those that came in between are too many, none is missing. */
    if (!documents) orOutage(() => copyDocuments(file, to));
    keepKey(cleVers, secret);
  } finally {
    db.close();
  }
  try {
    return await verifiedCopy(to, { cleFichier: cleVers }, documents);
  } catch (error) {
    for (const path of [to, cleVers, fileBeside(to)]) rmSync(path, { force: true });
    throw error;
  }
}

/**
 * Puts the backup `from` in the place of the base `file`, which the service has left; what stood there is moved aside, whose path is
 * answered, null where nothing did. A backup that does not verify changes nothing.
 */
export async function restore(
  from: string,
  file: string,
  { documents, ...key }: KeySource & { documents?: DocumentStore | undefined },
): Promise<Copied & { ecarte: string | null }> {
  const copied = await verifiedCopy(from, key, documents);
  orOutage(() => mkdirSync(dirname(file), { recursive: true }));
  const unlock = lockFile(file);
  try {
    const arriving = `${file}.arrivee`;
    orOutage(() => copyFileSync(from, arriving));
    sync(arriving);
    const ecarte = existsSync(file)
      ? `${file}.ecartee-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
      : null;
    if (ecarte)
      for (const end of ['', ...BESIDE, '.cle', ...['', ...BESIDE].map((one) => fileBeside('') + one)])
        if (existsSync(file + end)) renameSync(file + end, ecarte + end);
    const db = openReadable(arriving);
    if (!key.cle) keepKey(`${file}.cle`, keyOf(db, key));
    db.close();
    for (const end of BESIDE) rmSync(arriving + end, { force: true });
    if (existsSync(fileBeside(from))) {
      orOutage(() => copyFileSync(fileBeside(from), fileBeside(file)));
      sync(fileBeside(file));
    }
    renameSync(arriving, file);
    sync(dirname(file));
    return { ...copied, ecarte };
  } finally {
    unlock();
  }
}

/** The end of a base whose every line and row is what was sealed; a StoreOutage names the first that is not. */
async function verifiedCopy(file: string, key: KeySource, documents?: DocumentStore): Promise<Copied> {
  const verified = await verifySqliteFile({ file, ...key }, { documents });
  const db = orOutage(() => openReadable(file));
  try {
    const head = sqliteEngine(db).now(readHead());
    if (!verified.ok || !head) {
      const where = verified.ok ? 'elle n’a pas de journal' : `ligne ${verified.rang}, ${verified.raison}`;
      throw new StoreOutage(`${file} n’est pas une sauvegarde intacte : ${where}.`);
    }
    return { lignes: verified.lignes, tete: { rang: head.rang, mac: head.mac } };
  } finally {
    db.close();
  }
}
