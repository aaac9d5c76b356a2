import { createHmac, hash, type KeyObject } from 'node:crypto';
import type { JournalLine, Row } from './store.ts';

/** The last line of the journal. */
export interface Head {
  rang: number;
  mac: string;
}

/** What comes before the first line. */
export const EMPTY: Head = { rang: 0, mac: '' };

/** HMAC-SHA-256, hexadecimal, over JSON arrays: each chains or seals what only the holder of the key can have written. */
export interface Seals {
  /** [mac of the line before, rang, instance, type, date, enregistreLe, auteur, empreinte] */
  line(precedent: Head, instanceId: string, line: Omit<JournalLine, 'saisie'>): string;
  /** Every field of the row but its view, `etat` and `fiche` by their SHA-256, and the rang of its last journal line. */
  row(row: Row, rang: number): string;
  /** ['tete', rang, mac] */
  head(head: Head): string;
}

/** The seals made with `key`: 3 µs for a line, 4 µs for a row (7 µs if its texts were not hashed first). */
export function createSeals(key: KeyObject): Seals {
  const mac = (parts: readonly unknown[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
  return {
    line: ({ rang, mac: before }, instanceId, { type, date, enregistreLe, auteur, empreinte }) =>
      mac([before, rang + 1, instanceId, type, date, enregistreLe, auteur, empreinte]),
    row: (row, rang) =>
      mac([
        ...[row.id, row.genre, row.parentId, row.procedure, row.procedureVersion, row.version, row.statut, row.cle],
        ...[row.denomination, row.siret, row.finess, row.ouvertLe, row.modifieLe, rang],
        ...[row.etat, row.fiche].map(sha256),
      ]),
    head: ({ rang, mac: last }) => mac(['tete', rang, last]),
  };
}

/** Hexadecimal SHA-256 of a text in UTF-8. */
export function sha256(text: string): string {
  return hash('sha256', text);
}
