import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { keepKey, parseKey, readKey } from '../../src/store/key.ts';
import { type Base, nameOf } from '../../src/store/open.ts';
import { createSeals, type Seals } from '../../src/store/seals.ts';
import { isSealed, readHead } from '../../src/store/sql/journal-end.ts';
import { verifyDatabase } from '../../src/store/sql/verification.ts';
import { all, cell, type Dialect, type Engine, run, type Work } from '../../src/store/sql/work.ts';
import { StoreOutage } from '../../src/store/store.ts';
import { openSource, openTarget, type Side } from './sides.ts';
import { alike, columnsOf, moved, type Part, partWorks, type Row, tablesOf } from './tables.ts';

/** What moves where, and by which key. */
export interface Transfer {
  from: Base;
  to: Base;
  /** The key of the journal, hexadecimal; without it, it is in `cleFichier`, or beside the SQLite base. */
  cle: string | null;
  cleFichier: string | null;
  /** How many rows move in one transaction. */
  parPage?: number;
  /** Told of each page, once it is written. */
  onPage?(table: string): void;
}

/** What moved: how many rows of each table, and how many lines the journal has. */
export interface Transferred {
  tables: ReadonlyMap<string, number>;
  lignes: number;
}

type Reader = Pick<Engine, 'dialect' | 'ask'>;

/**
 * Moves a base from one engine to the other, both stopped; where it was interrupted it goes on. All is read again on both sides and compared,
 * then the target is verified. A StoreOutage says why it may not be.
 */
export async function transferBase({
  from,
  to,
  parPage = 1_000,
  onPage = () => {},
  ...source
}: Transfer): Promise<Transferred> {
  const [file, another] = [from, to].flatMap((base) => ('sqlite' in base ? base.sqlite : []));
  if (file === undefined || another !== undefined)
    throw new StoreOutage(
      'Un transfert va de SQLite à PostgreSQL, ou l’inverse : sinon, voyez « Backup, restore, stop » dans README.md.',
    );
  const read = await openSource(from);
  return await closing(read, async () => {
    const key = keyOf(source, `${file}.cle`);
    const seals = createSeals(key);
    const sceau = await read.engine.ask(sealedEnd(seals, nameOf(from)));
    const written = await openTarget(to);
    return await closing(written, async () => {
      await written.engine.write(() => beginOrGoOn(written.engine.dialect, sceau, nameOf(to)));
      if ('sqlite' in to) keepBeside(`${file}.cle`, key);
      const moving = { from: read.engine, to: written.engine, parPage };
      for (const part of moved) await copy(moving, part, () => onPage(part.table));
      if (written.engine.dialect === 'postgres') await written.engine.write(finishPostgres);
      const tables = new Map<string, number>();
      for (const part of alike) tables.set(part.table, await compare(moving, part));
      const own = { documents: null, integrity: written.integrity };
      const verified = await verifyDatabase(written.engine, seals, {}, own);
      if (!verified.ok)
        throw new StoreOutage(
          `${nameOf(to)} a tout reçu, mais ligne ${verified.rang}, ${verified.raison} : vérifiez la base d’origine (npm run verify).`,
        );
      await written.engine.write(end);
      return { tables, lignes: verified.lignes };
    });
  });
}

async function closing<T>({ close }: Pick<Side, 'close'>, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } finally {
    await close();
  }
}

function keyOf({ cle, cleFichier }: Pick<Transfer, 'cle' | 'cleFichier'>, beside: string): KeyObject {
  if (cleFichier !== null) return readKey(cleFichier);
  if (cle !== null) return parseKey(cle, 'configuration');
  if (existsSync(beside)) return readKey(beside);
  throw new StoreOutage('La clé du journal est introuvable : indiquez CLE_JOURNAL, ou --cle et son fichier.');
}

/** A base of SQLite has its key beside it. */
function keepBeside(file: string, key: KeyObject): void {
  if (!existsSync(file)) keepKey(file, key);
  else if (!readKey(file).equals(key))
    throw new StoreOutage(`${file} est la clé d’un autre journal : déplacez-la, ou choisissez un autre fichier.`);
}

/** The seal of the end of a journal, by which its base is known. */
function* sealedEnd(seals: Seals, base: string): Work<string> {
  const end = yield* readHead();
  if (!end)
    throw new StoreOutage(
      `${base} n’a pas de journal : démarrez le service dessus, ou choisissez la base qui en a un.`,
    );
  if (!isSealed(seals, end))
    throw new StoreOutage(`La clé n’est pas celle du journal de ${base}, ou sa fin a été modifiée : indiquez --cle.`);
  return end.sceau;
}

const makeMark = run('CREATE TABLE transfert (base TEXT NOT NULL)');
const mark = run<[string]>('INSERT INTO transfert (base) VALUES (?)');
const marked = cell<[], string>('SELECT base FROM transfert');
const end = run('DROP TABLE transfert');
const forgetFollowing = run('DELETE FROM suivi');

/** Marks a target that holds nothing as that of a transfer; refuses one that holds anything else than what this base left there. */
function* beginOrGoOn(dialect: Dialect, sceau: string, base: string): Work<void> {
  const tables = yield* tablesOf(dialect);
  if (tables.includes('transfert')) {
    if ((yield* marked()) === sceau) return;
    throw new StoreOutage(
      `${base} a reçu une partie d’une autre base, ou de celle-ci avant qu’elle change : ${EMPTY_IT}.`,
    );
  }
  for (const table of tables) {
    if (table === 'suivi' || table === 'version_schema') continue;
    if ((yield* all(`SELECT 1 AS ici FROM ${table} LIMIT 1`)()).length > 0)
      throw new StoreOutage(
        `${base} contient déjà une base : choisissez-en une autre, vide ; celle-ci reste telle quelle.`,
      );
  }
  yield* forgetFollowing();
  yield* makeMark();
  yield* mark(sceau);
}

const EMPTY_IT = 'effacez ce fichier ou ce schéma, puis recommencez';

/** Two bases, and how many rows are read of them at once. */
interface Moving {
  from: Reader;
  to: Engine;
  parPage: number;
}

function worksOf({ from, to }: Moving, part: Part) {
  const sqlite = from.dialect === 'sqlite' ? from : to;
  return sqlite.ask(columnsOf(part.table)).then((columns) => partWorks(part, columns));
}

/** Copies what the target does not have: pages come in order, each whole, so that its last row says how far it came. */
async function copy(moving: Moving, part: Part, written: () => void): Promise<void> {
  const { from, to, parPage } = moving;
  const works = await worksOf(moving, part);
  for (let after = await to.ask(works.last()); ; ) {
    const page = await from.ask(works.page(after, parPage));
    if (page.length === 0) return;
    await to.write(() => works.write(page, to.dialect));
    written();
    after = page.at(-1) ?? null;
  }
}

/** How many rows both bases have of a part; throws what names the first that is not alike. */
async function compare(moving: Moving, part: Part): Promise<number> {
  const { from, to, parPage } = moving;
  const works = await worksOf(moving, part);
  let count = 0;
  for (let after: Row | null = null; ; ) {
    const read: Row[] = await from.ask(works.page(after, parPage));
    const written = await to.ask(works.page(after, parPage));
    const other = read.findIndex((row, i) => !isDeepStrictEqual(row, written[i]));
    const stray = read[other] ?? written[read.length];
    if (stray !== undefined)
      throw new StoreOutage(
        `${part.table} (${works.nameOf(stray)}) n’est pas le même des deux côtés, la base d’origine a changé depuis le début : ${EMPTY_IT}.`,
      );
    after = read.at(-1) ?? null;
    count += read.length;
    if (after === null) return count;
  }
}

const generations = run(`
  INSERT INTO generation (instance, generation) SELECT numero, 1 FROM instance WHERE genre <> 'certificat'
  ON CONFLICT DO NOTHING`);
const identities = all<[], { nom: string; numero: string }>(`
  SELECT table_name AS nom, column_name AS numero FROM information_schema.columns
  WHERE table_schema = current_schema() AND is_identity = 'YES'`);

/** What PostgreSQL alone keeps: the generations of what moved, and the numbers that come next. */
function* finishPostgres(): Work<void> {
  yield* generations();
  for (const { nom, numero } of yield* identities())
    yield* all(`
      SELECT setval(pg_get_serial_sequence('${nom}', '${numero}'), coalesce(max(${numero}), 1), max(${numero}) IS NOT NULL)
      FROM ${nom}`)();
}
