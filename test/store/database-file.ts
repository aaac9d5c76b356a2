import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'parcours-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/** A path that no file has yet, in a folder of its own, for as long as the tests of this file run. */
export function newFile(): string {
  count++;
  return join(folder, `${count}`, 'parcours.sqlite');
}

/** Alters a closed database as someone who holds the file could. */
export function runSql(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}
