import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type DocumentStore, imprintOf, intact } from './documents.ts';

/** Documents in a folder, one file each, which several machines may share. */
export function folderDocuments(folder: string): DocumentStore {
  /** Not more than some hundreds in one folder. */
  const pathOf = (empreinte: string) => join(folder, empreinte.slice(0, 2), empreinte);
  const has = async (empreinte: string) => (await orNone(stat(pathOf(empreinte)))) !== null;
  return {
    async put(bytes) {
      const empreinte = imprintOf(bytes);
      if (!(await has(empreinte))) await write(pathOf(empreinte), bytes);
      return empreinte;
    },
    async get(empreinte) {
      const bytes = await orNone(readFile(pathOf(empreinte)));
      return bytes && intact(bytes, empreinte);
    },
    has,
    remove: (empreinte) => rm(pathOf(empreinte), { force: true }),
    close: async () => {},
  };
}

/** Beside its place, to the disk, then in its place: a power cut leaves nothing half-written under a name. */
async function write(path: string, bytes: Buffer): Promise<void> {
  const parent = dirname(path);
  const made = await mkdir(parent, { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncUp(parent, made ? dirname(made) : parent);
}

/** The names in a folder, and in those above it up to `last`, which new folders were made in. */
async function syncUp(folder: string, last: string): Promise<void> {
  const entry = await open(folder, 'r');
  await entry.sync();
  await entry.close();
  if (folder !== last && folder !== dirname(folder)) await syncUp(dirname(folder), last);
}

async function orNone<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
