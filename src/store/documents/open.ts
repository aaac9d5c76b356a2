import { existsSync } from 'node:fs';
import { StoreOutage } from '../store.ts';
import type { DocumentStore } from './documents.ts';
import { folderDocuments } from './folder-documents.ts';
import { s3Documents } from './s3-documents.ts';
import { fileBeside, readonlyDocuments, sqliteDocuments } from './sqlite-documents.ts';

/** Where the documents of a service are kept, by its setting; none where it has none, and its base says. */
export function documentsAt(reglage: string | null): DocumentStore | undefined {
  if (reglage === null) return undefined;
  if (reglage.startsWith('file:')) return folderDocuments(reglage.slice('file:'.length));
  const { hostname, pathname, searchParams } = new URL(reglage);
  const [seau, prefixe] = [hostname, pathname.replace(/^\//, '')];
  const region = searchParams.get('region') ?? 'eu-west-3';
  return lazily(() => s3Documents({ seau, prefixe, region, endpoint: searchParams.get('endpoint') }));
}

/** Documents beside an SQLite base, in a file that is made with the first of them. */
export function besideBase(base: string): DocumentStore {
  return lazily(async () => sqliteDocuments(fileBeside(base)));
}

/** The same for whoever only reads: a file that is not there is not made. */
export function foundBeside(base: string): DocumentStore {
  const file = fileBeside(base);
  return existsSync(file) ? lazily(async () => readonlyDocuments(file)) : nowhere();
}

/** Of a base that several machines write: nothing is kept where the others would not find it. */
export function nowhere(): DocumentStore {
  const refuse = () =>
    Promise.reject(
      new StoreOutage(
        'Aucun endroit n’est réglé pour les documents : indiquez DOCUMENTS (file:… ou s3://…), le même sur chaque machine.',
      ),
    );
  return { put: refuse, get: async () => null, has: async () => false, remove: async () => {}, close: async () => {} };
}

/** Opened by whoever first asks. */
function lazily(open: () => Promise<DocumentStore>): DocumentStore {
  let opened: Promise<DocumentStore> | null = null;
  const store = () => {
    opened ??= open();
    return opened;
  };
  return {
    put: async (bytes) => (await store()).put(bytes),
    get: async (empreinte) => (await store()).get(empreinte),
    has: async (empreinte) => (await store()).has(empreinte),
    remove: async (empreinte) => (await store()).remove(empreinte),
    close: async () => (await opened)?.close(),
  };
}
