import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { DocumentAltered, type DocumentStore, imprintOf } from '../../src/store/documents/documents.ts';
import { folderDocuments } from '../../src/store/documents/folder-documents.ts';
import { s3Documents } from '../../src/store/documents/s3-documents.ts';
import { sqliteDocuments } from '../../src/store/documents/sqlite-documents.ts';

const folder = await mkdtemp(join(tmpdir(), 'documents-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An engine, and what changes one of its documents behind it. */
interface Engine {
  store: DocumentStore;
  alter(empreinte: string, bytes: Buffer): Promise<void> | void;
  stop(): Promise<void>;
}

const engines: Record<string, () => Engine | Promise<Engine>> = {
  'an SQLite file': () => {
    const file = join(folder, 'parcours.sqlite.documents');
    const store = sqliteDocuments(file);
    return {
      store,
      alter(empreinte, bytes) {
        const db = new Database(file);
        db.prepare('UPDATE document SET octets = ? WHERE empreinte = ?').run(bytes, empreinte);
        db.close();
      },
      stop: () => store.close(),
    };
  },
  'a folder': () => {
    const store = folderDocuments(join(folder, 'dossier'));
    return {
      store,
      alter: (empreinte, bytes) => writeFile(join(folder, 'dossier', empreinte.slice(0, 2), empreinte), bytes),
      stop: () => store.close(),
    };
  },
  'a bucket of S3': async () => {
    const { default: S3rver } = await import('s3rver');
    const server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: join(folder, 's3'),
      configureBuckets: [{ name: 'pieces', configs: [] }],
    });
    const { port } = await server.run();
    process.env['AWS_ACCESS_KEY_ID'] = 'S3RVER';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'S3RVER';
    const store = await s3Documents({
      seau: 'pieces',
      prefixe: 'igc/',
      region: 'eu-west-3',
      endpoint: `http://127.0.0.1:${port}`,
    });
    return {
      store,
      alter: (empreinte, bytes) => writeFile(join(folder, 's3', 'pieces', 'igc', `${empreinte}._S3rver_object`), bytes),
      async stop() {
        await store.close();
        await server.close();
      },
    };
  },
};

describe.each(Object.entries(engines))('documents in %s', (_, open) => {
  test('are kept once, read back whole, told altered, and gone once removed', async () => {
    const { store, alter, stop } = await open();
    const bytes = randomBytes(3_000_000);
    const empreinte = await store.put(bytes);
    expect([empreinte, await store.put(Buffer.from(bytes))]).toEqual([imprintOf(bytes), empreinte]);
    expect((await store.get(empreinte))?.equals(bytes)).toBe(true);
    const other = imprintOf(Buffer.from('autre'));
    expect([await store.has(empreinte), await store.has(other), await store.get(other)]).toEqual([true, false, null]);

    await alter(empreinte, Buffer.from('changé'));
    await expect(store.get(empreinte)).rejects.toThrow(DocumentAltered);
    await store.remove(empreinte);
    await store.remove(other);
    expect([await store.has(empreinte), await store.get(empreinte)]).toEqual([false, null]);
    await stop();
  });

  test('may be sent together', async () => {
    const { store, stop } = await open();
    const all = [1, 2, 3, 4, 4].map((rank) => Buffer.from(`pièce ${rank}`));
    const kept = await Promise.all(all.map((bytes) => store.put(bytes)));
    expect(new Set(kept).size).toBe(4);
    expect(await Promise.all(kept.map(async (one) => `${await store.get(one)}`))).toEqual(all.map(String));
    await stop();
  });
});

test('what is removed from an SQLite file is neither in it nor in its log', async () => {
  const file = join(folder, 'efface.documents');
  const store = sqliteDocuments(file);
  const kept = await store.put(Buffer.from('à garder'.repeat(2_000)));
  const empreinte = await store.put(Buffer.from('à oublier'.repeat(2_000)));
  const written = async () => Buffer.concat([await readFile(file), await readFile(`${file}-wal`)]).toString();
  expect(await written()).toContain('à oublier');
  await store.remove(empreinte);
  expect(await written()).not.toContain('à oublier');
  expect(await store.has(kept)).toBe(true);
  await store.close();
});

test('a folder holds nothing half-written beside its documents', async () => {
  const store = folderDocuments(join(folder, 'propre'));
  const empreinte = await store.put(Buffer.from('entier'));
  expect(await readdir(join(folder, 'propre', empreinte.slice(0, 2)))).toEqual([empreinte]);
});
