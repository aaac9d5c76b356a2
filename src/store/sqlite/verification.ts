import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { EMPTY, type Head, type Seals, sha256 } from '../seals.ts';
import type { RecordedLine, Verification } from '../store.ts';
import { orOutage } from './file/failure.ts';
import { readHead } from './journal-end.ts';
import { SELECT_ROW, type SealedRow, unseal } from './row.ts';

interface ChainedLine extends RecordedLine {
  instance: number;
  precedent: number;
  mac: string;
}

/** Walks what the journal held when asked, then every row; other work goes on between its pages of 500. */
export async function verifyDatabase(db: Database, seals: Seals, ancres: readonly Head[] = []): Promise<Verification> {
  const integrity = orOutage(() => db.pragma('integrity_check(1)', { simple: true }));
  if (integrity !== 'ok') return bad(0, `la base est abîmée (${integrity})`);
  const end = orOutage(() => readHead(db));
  if (!end || seals.head(end) !== end.sceau) return bad(end?.rang ?? 0, 'la fin du journal a perdu son sceau');
  if (end.dernier > end.rang) return bad(end.rang + 1, 'la ligne a été ajoutée après la fin scellée du journal');
  const lasts = new Map<number, number>();
  return (
    (await verifyLines(db, seals, end, lasts)) ??
    (await verifyRows(db, seals, end, lasts)) ??
    verifyReferences(db) ??
    verifyAnchors(db, end, ancres) ?? { ok: true, lignes: end.rang }
  );
}

/** Notes the last rang of each instance in `lasts`. */
async function verifyLines(
  db: Database,
  seals: Seals,
  end: Head,
  lasts: Map<number, number>,
): Promise<Verification | null> {
  const page = db.prepare<[number, number], ChainedLine>(`
    SELECT rang, instance, precedent, (SELECT id FROM instance WHERE numero = journal.instance) AS instanceId, type, date,
      enregistre_le AS enregistreLe, auteur, saisie, empreinte, mac
    FROM journal WHERE rang > ? AND rang <= ? ORDER BY rang LIMIT 500`);
  let before: Head = EMPTY;
  for await (const line of walk(
    (after) => page.all(after, end.rang),
    ({ rang }) => rang,
  )) {
    if (line.rang !== before.rang + 1) return bad(before.rang + 1, 'la ligne manque');
    if (seals.line(before, line.instanceId, line) !== line.mac || line.precedent !== (lasts.get(line.instance) ?? 0))
      return bad(line.rang, 'la ligne n’est plus celle qui a été enregistrée');
    if (line.saisie !== null && sha256(line.saisie) !== line.empreinte)
      return bad(line.rang, 'la saisie n’est plus celle qui a été enregistrée');
    lasts.set(line.instance, line.rang);
    before = line;
  }
  return before.mac === end.mac ? null : bad(before.rang + 1, 'la ligne manque');
}

/** A row written since `end` was read is only held against its seal. */
async function verifyRows(
  db: Database,
  seals: Seals,
  end: Head,
  lasts: Map<number, number>,
): Promise<Verification | null> {
  const page = db.prepare<[number], SealedRow>(`${SELECT_ROW} WHERE numero > ? ORDER BY numero LIMIT 500`);
  for await (const row of walk(
    (after) => page.all(after),
    ({ numero }) => numero,
  )) {
    if (!unseal(seals, row).intacte)
      return bad(row.rang, `l’instance ${row.id} n’est plus celle qui a été enregistrée`);
    if (row.rang <= end.rang && row.rang !== (lasts.get(row.numero) ?? 0))
      return bad(row.rang, `l’instance ${row.id} n’en est plus à sa dernière ligne`);
  }
  return null;
}

function verifyReferences(db: Database): Verification | null {
  const [orphan] = orOutage(() => db.pragma('foreign_key_check')) as { table: string; parent: string }[];
  return orphan ? bad(0, `une ligne de ${orphan.table} renvoie à ${orphan.parent}, qui ne l’a pas`) : null;
}

/** What was told elsewhere and is not here: all else may be whole, and older. */
function verifyAnchors(db: Database, end: Head, ancres: readonly Head[]): Verification | null {
  const macAt = db.prepare<[number], string>('SELECT mac FROM journal WHERE rang = ?').pluck();
  for (const { rang, mac } of ancres) {
    if (rang > end.rang)
      return bad(rang, 'la base s’arrête avant cette ancre : c’est une copie ancienne, ou sa fin est perdue');
    if (orOutage(() => macAt.get(rang)) !== mac)
      return bad(rang, 'la ligne n’est pas celle de l’ancre : le journal a été refait');
  }
  return null;
}

async function* walk<T>(pageAfter: (key: number) => T[], keyOf: (item: T) => number): AsyncGenerator<T> {
  let key = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = orOutage(() => pageAfter(key));
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    key = keyOf(last);
    await setImmediate();
  }
}

function bad(rang: number, raison: string): Verification {
  return { ok: false, rang, raison };
}
