import type { Database } from 'better-sqlite3';
import type { ActeIdentite } from '../../identities.ts';
import type { Head, Seals } from '../../seals.ts';
import { endSaver, readHead } from '../journal-end.ts';
import { type Entrees, entreeTable } from './entrees.ts';

/** The journal of what is done to identities: each act seals what it is about. */
export interface Actes extends Pick<Entrees, 'seal' | 'holds'> {
  add(acte: ActeIdentite): void;
  actes(apres: number, limite: number): (ActeIdentite & { rang: number })[];
  lastActes(avant: number | null, limite: number): (ActeIdentite & { rang: number })[];
}

export function acteTable(db: Database, seals: Seals): Actes {
  const entrees = entreeTable(db, seals);
  const saveEnd = endSaver(db, seals);
  const insert = db.prepare<[ActeIdentite & Head]>(
    'INSERT INTO acte_identite (rang, le, auteur, acte, cible, detail, mac) VALUES (@rang, @le, @auteur, @acte, @cible, @detail, @mac)',
  );
  const page = db.prepare<[number, number], ActeIdentite & { rang: number }>(
    'SELECT rang, le, auteur, acte, cible, detail FROM acte_identite WHERE rang > ? ORDER BY rang LIMIT ?',
  );
  const last = db.prepare<[number, number], ActeIdentite & { rang: number }>(
    'SELECT rang, le, auteur, acte, cible, detail FROM acte_identite WHERE rang < ? ORDER BY rang DESC LIMIT ?',
  );
  const add = (acte: ActeIdentite) => {
    const end = readHead(db);
    if (!end) throw new Error('A journal has an end from its first opening on');
    const actes = { rang: end.actes.rang + 1, mac: seals.acte(end.actes, acte) };
    insert.run({ ...acte, ...actes });
    saveEnd({ ...end, actes });
    entrees.note(acte.cible, actes.rang);
  };
  return {
    seal: entrees.seal,
    holds: entrees.holds,
    add: (acte) => db.transaction(add)(acte),
    actes: (apres, limite) => page.all(apres, limite),
    lastActes: (avant, limite) => last.all(avant ?? Number.MAX_SAFE_INTEGER, limite),
  };
}
