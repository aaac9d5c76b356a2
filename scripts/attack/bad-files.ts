import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { makeOtherJournal } from './sound-base.ts';

/** A base that is none, or no longer what it was. */
export interface BadBase {
  title: string;
  spoil(file: string): Promise<void> | void;
  /** What another program does with it meanwhile; gives what ends it. */
  hold?(file: string): () => void;
}

const PAGE = 8192;
const TABLES = [
  'instance',
  'journal',
  'tete',
  'reponse',
  'compte',
  'cle_api',
  'delegation',
  'echeance',
  'acte_identite',
];

/** Bases on which no service may stand without a word. */
export const badBases: readonly BadBase[] = [
  { title: 'coupée dans son en-tête', spoil: (file) => truncateSync(file, 50) },
  { title: 'coupée après son en-tête', spoil: (file) => truncateSync(file, 100) },
  { title: 'coupée après sa première page', spoil: (file) => truncateSync(file, PAGE) },
  {
    title: 'coupée à la moitié',
    spoil: (file) => truncateSync(file, PAGE * Math.floor(statSync(file).size / PAGE / 2)),
  },
  { title: 'coupée au milieu d’une page', spoil: (file) => truncateSync(file, PAGE * 2.5) },
  { title: 'sans sa dernière page', spoil: (file) => truncateSync(file, statSync(file).size - PAGE) },
  { title: 'en-tête illisible', spoil: (file) => overwrite(file, 0, Buffer.alloc(100, 0x5a)) },
  { title: 'autre chose qu’une base', spoil: (file) => writeFileSync(file, 'FINESS;SIRET\n'.repeat(2000)) },
  { title: 'vidée à côté de sa clé', spoil: (file) => truncateSync(file, 0) },
  { title: 'effacée à côté de sa clé', spoil: (file) => rmSync(file) },
  { title: 'un dossier à sa place', spoil: (file) => replaced(file, () => mkdirSync(file)) },
  {
    title: 'un lien vers rien à sa place',
    spoil: (file) => replaced(file, () => symlinkSync('/nulle/part/base', file)),
  },
  { title: 'clé effacée', spoil: (file) => rmSync(`${file}.cle`) },
  { title: 'clé d’une autre base', spoil: (file) => writeFileSync(`${file}.cle`, `${'ab'.repeat(32)}\n`) },
  { title: 'clé vidée', spoil: (file) => truncateSync(`${file}.cle`, 0) },
  { title: 'clé coupée', spoil: (file) => truncateSync(`${file}.cle`, 40) },
  {
    title: 'un dossier à la place de la clé',
    spoil: (file) => replaced(`${file}.cle`, () => mkdirSync(`${file}.cle`)),
  },
  { title: 'd’une version à venir', spoil: (file) => run(file, 'PRAGMA user_version = 999') },
  {
    title: 'd’une autre application',
    spoil: (file) => replaced(file, () => run(file, 'CREATE TABLE client (nom)')),
  },
  {
    title: 'd’une autre application, à un numéro de version près',
    spoil: (file) => replaced(file, () => run(file, 'PRAGMA user_version = 3; CREATE TABLE client (nom)')),
  },
  { title: 'sans sa table journal', spoil: (file) => run(file, 'PRAGMA foreign_keys = OFF; DROP TABLE journal') },
  { title: 'tenue par un autre programme', spoil: () => {}, hold },
  { title: 'échangée contre celle d’un autre service', spoil: exchange },
  { title: 'journal WAL d’une autre base', spoil: giveLogOfAnother },
  ...TABLES.map((table) => ({
    title: `page de la table ${table} mise à zéro`,
    spoil: (file: string) => zero(file, table),
  })),
];

function run(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const opened = openSync(file, 'r+');
  writeSync(opened, bytes, 0, bytes.length, at);
  closeSync(opened);
}

function replaced(file: string, put: () => void): void {
  rmSync(file);
  put();
}

/** The first page of a table. */
function zero(file: string, table: string): void {
  const db = new Database(file);
  const root = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
  db.close();
  if (root === undefined) throw new Error(`No table ${table}`);
  overwrite(file, (root - 1) * PAGE, Buffer.alloc(PAGE));
}

/** Another program is writing. */
function hold(file: string): () => void {
  const db = new Database(file);
  db.exec('BEGIN EXCLUSIVE');
  return () => db.close();
}

/** The base of another service beside our key. */
async function exchange(file: string): Promise<void> {
  const other = join(dirname(file), 'autre', 'parcours.sqlite');
  await makeOtherJournal(other);
  copyFileSync(other, file);
}

/** A log in which all of another base waits to be copied. */
async function giveLogOfAnother(file: string): Promise<void> {
  const other = join(dirname(file), 'autre', 'parcours.sqlite');
  await makeOtherJournal(other, () => copyFileSync(`${other}-wal`, `${file}-wal`));
}
