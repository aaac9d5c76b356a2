import { open, readFile, rename, rm } from 'node:fs/promises';

/** A file beside the base for what follows from it: it may be removed at any time. */
export interface MeasuresFile {
  /** Null where there is none that can be read. */
  read(): Promise<Buffer | null>;
  /** Whole or not at all. */
  write(parts: readonly Uint8Array[]): Promise<void>;
}

/** The file at `path`; a disk that is full or a folder that is gone leaves it as it was. */
export function measuresFile(path: string): MeasuresFile {
  const draft = `${path}.tmp`;
  return {
    read: () => readFile(path).catch(() => null),
    async write(parts) {
      try {
        const file = await open(draft, 'w', 0o600);
        try {
          for (const part of parts) await file.write(part);
        } finally {
          await file.close();
        }
        await rename(draft, path);
      } catch {
        await rm(draft, { force: true }).catch(() => {});
      }
    },
  };
}
