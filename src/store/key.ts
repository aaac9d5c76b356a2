import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreOutage } from './store.ts';

/** The key of the journal from its 64 hexadecimal digits; `origine` says where they were read. */
export function parseKey(text: string, origine: string): KeyObject {
  if (!/^[0-9a-f]{64}$/i.test(text.trim()))
    throw new StoreOutage(`La clé du journal (${origine}) doit compter 64 chiffres hexadécimaux.`);
  return createSecretKey(text.trim(), 'hex');
}

/** The key kept in `file`. */
export function readKey(file: string): KeyObject {
  if (!existsSync(file)) throw new StoreOutage(`La clé du journal est introuvable : remettez le fichier ${file}.`);
  return parseKey(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StoreOutage(`La clé du journal ne se lit pas : vérifiez le fichier ${file} et ses droits.`, { cause });
  }
}

/** Draws a key into `file`, as `keepKey` does; keeps one already there. */
export function ensureKey(file: string): void {
  if (!existsSync(file)) keepKey(file, createSecretKey(randomBytes(32)));
}

/** Writes a key into the new file `file`, which only its owner may read and which a power cut does not empty. */
export function keepKey(file: string, key: KeyObject): void {
  const opened = openSync(file, 'wx', 0o600);
  writeSync(opened, `${key.export().toString('hex')}\n`);
  syncAndClose(opened);
  syncAndClose(openSync(dirname(file), 'r'));
}

function syncAndClose(descriptor: number): void {
  fsyncSync(descriptor);
  closeSync(descriptor);
}
