import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newFile } from './database-file.ts';

const script = fileURLToPath(new URL('./endless-writer.ts', import.meta.url));
const refusal = /La base .* est déjà ouverte par un autre programme : arrêtez-le d’abord\./;

const writers = new Set<Writer>();
afterEach(() => {
  for (const { child } of writers) child.kill('SIGKILL');
  writers.clear();
});

test('after kill -9, each acknowledged fact is in the journal once, and the next process opens at once', async () => {
  const file = newFile();
  const writer = startWriter(file);
  const acknowledged = await writer.facts(400);
  writer.child.kill('SIGKILL');
  await writer.exit;

  const store = openSqliteStore({ file });
  const written = await Promise.all([...'abcdefgh'].map((id) => factsOf(store, id)));
  expect(written).toEqual([...'abcdefgh'].map((id, i) => written[i]?.map((_, n) => `${id} ${n + 1}`)));
  expect(acknowledged.filter((fact) => !written.flat().includes(fact))).toEqual([]);
  expect(await store.verify()).toEqual({ ok: true, lignes: written.flat().length });
  await store.close();
});

test('a process is refused while another one writes', async () => {
  const file = newFile();
  await startWriter(file).facts(1);
  expect(() => openSqliteStore({ file })).toThrow(refusal);
});

test('of two processes that start at once on a new file, one prepares it and the other is refused', async () => {
  const file = newFile();
  const [one, other] = [startWriter(file), startWriter(file)];
  const refused = await Promise.race([one, other].map((writer) => writer.exit.then(() => writer)));
  expect(await refused.errors).toMatch(refusal);
  expect(await (refused === one ? other : one).facts(8)).toHaveLength(8);
});

interface Writer {
  child: ChildProcess;
  exit: Promise<unknown>;
  errors: Promise<string>;
  /** The next facts that it says are kept. */
  facts(count: number): Promise<string[]>;
}

function startWriter(file: string): Writer {
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const facts = (count: number) =>
    Promise.all(Array.from({ length: count }, async () => String((await lines.next()).value)));
  const writer = { child, exit: once(child, 'exit'), errors: text(child.stderr), facts };
  writers.add(writer);
  return writer;
}

async function factsOf(store: Store, id: string): Promise<string[]> {
  const journal = await store.journal(id, 0, 1_000_000);
  return journal.map(({ saisie }) => JSON.parse(saisie ?? '').objet);
}
