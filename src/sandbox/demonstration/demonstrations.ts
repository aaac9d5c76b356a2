import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../../services.ts';
import { type Folders, openFolders } from '../folders.ts';
import { createSandboxes, type SandboxOptions } from '../sandboxes.ts';
import { playDemonstration } from './play.ts';

const PRET = 'pret';

/** The demonstrations of accounts: each a base apart, filled with fictional dossiers, on which nothing real depends. */
export interface Demonstrations {
  /** Whether that account is in its demonstration. */
  has(compteId: string): boolean;
  /** Makes the demonstration of an account, as if it had done everything in it; the one it is in stays as it is. */
  enter(compteId: string): Promise<void>;
  /** Acts in the demonstration of an account. */
  use<T>(compteId: string, act: (services: Services) => Promise<T>): Promise<T>;
  /** The account is out of it, and its base is removed, which is not opened. */
  leave(compteId: string): void;
  /** Closes what is open; what accounts are in stays for the next start. */
  close(): Promise<void>;
}

/** The demonstrations under a folder; those of the last run are found again. */
export function createDemonstrations(options: SandboxOptions): Demonstrations {
  const { folder, open, clock } = options;
  const sandboxes = createSandboxes(options);
  let folders: Folders | null = null;
  const inside = new Set(found(folder));
  const entering = new Map<string, Promise<void>>();

  return {
    has: (compteId) => inside.has(compteId),
    async enter(compteId) {
      if (inside.has(compteId)) return;
      const preparing = entering.get(compteId) ?? prepare(compteId).finally(() => entering.delete(compteId));
      entering.set(compteId, preparing);
      await preparing;
    },
    use: (compteId, act) => sandboxes.use(compteId, act),
    leave(compteId) {
      if (inside.delete(compteId)) sandboxes.forget(compteId);
    },
    close: () => sandboxes.close(),
  };

  /** What a crash left half made is made anew. */
  async function prepare(compteId: string): Promise<void> {
    folders ??= openFolders(folder);
    folders.remove(folders.of(compteId));
    const place = folders.of(compteId);
    const store = open(join(place, 'base.sqlite'));
    try {
      await playDemonstration(store, compteId, clock());
    } finally {
      await store.close();
    }
    writeFileSync(join(place, PRET), '');
    inside.add(compteId);
  }
}

/** The accounts whose demonstration is whole and not forgotten. */
function found(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, PRET)) && !existsSync(join(folder, name, 'oublie')))
    .map((name) => name.slice(0, name.lastIndexOf('.')));
}
