import { hash } from 'node:crypto';

/** Where the bytes of documents are kept, each once whatever its name, under its SHA-256 (hexadecimal). */
export interface DocumentStore {
  /** Keeps them durably before it answers their SHA-256; the same bytes again change nothing. */
  put(bytes: Buffer): Promise<string>;
  /** The bytes, which are those of that SHA-256; null where there are none. Throws `DocumentAltered` where they are others. */
  get(empreinte: string): Promise<Buffer | null>;
  has(empreinte: string): Promise<boolean>;
  /** They are gone; nothing where there were none. */
  remove(empreinte: string): Promise<void>;
  close(): Promise<void>;
}

/** What is kept is no longer what was. */
export class DocumentAltered extends Error {
  override name = 'DocumentAltered';
}

/** The SHA-256 of bytes, hexadecimal. */
export function imprintOf(bytes: Buffer): string {
  return hash('sha256', bytes);
}

/** Bytes read back, held against their SHA-256. */
export function intact(bytes: Buffer, empreinte: string): Buffer {
  if (imprintOf(bytes) === empreinte) return bytes;
  throw new DocumentAltered(`Le document ${empreinte} n’est plus ce qui avait été gardé.`);
}
