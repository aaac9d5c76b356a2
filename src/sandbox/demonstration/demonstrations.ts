import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Folders, openFolders } from '../folders.ts';
import { createSandboxes, type SandboxOptions } from '../sandboxes.ts';
import { playDemonstration } from './play.ts';

const PRET = 'pret';

/** The demonstrations of accounts under a folder, those of the last run found again: each a base of fictional dossiers. */
export function createDemonstrations(options: SandboxOptions) {
  const { folder, open, clock } = options;
  const sandboxes = createSandboxes(options);
  let folders: Folders | null = null;
  const inside = new Set(found(folder));
  const entering = new Map<string, Promise<void>>();

  return {
    /** Whether that account is in its demonstration. */
    has: (compteId: string) => inside.has(compteId),
    /** Makes the demonstration of an account, as if it had done everything in it; the one it is in stays as it is. */
    async enter(compteId: string): Promise<void> {
      if (inside.has(compteId)) return;
      const preparing = entering.get(compteId) ?? prepare(compteId).finally(() => entering.delete(compteId));
      entering.set(compteId, preparing);
      await preparing;
    },
    /** Acts in the demonstration of an account. */
    use: sandboxes.use,
    /** The account is out of it, and its base is removed, which is not opened. */
    leave(compteId: string): void {
      if (inside.delete(compteId)) sandboxes.forget(compteId);
    },
    /** Closes what is open; what accounts are in stays for the next start. */
    close: sandboxes.close,
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
export type Demonstrations = ReturnType<typeof createDemonstrations>;

/** The accounts whose demonstration is whole and not forgotten. */
function found(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, PRET)) && !existsSync(join(folder, name, 'oublie')))
    .map((name) => name.slice(0, name.lastIndexOf('.')));
}
