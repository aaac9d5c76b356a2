import type { Database } from 'better-sqlite3';
import { type Head, receiptOf, type Seals } from '../seals.ts';
import { ANSWER, type Answered } from '../sql/answers.ts';
import type { ChangeSet } from '../sql/batches.ts';
import { columns } from '../sql/columns.ts';
import { headSaver } from '../sql/journal-end.ts';
import { LINE } from '../sql/reader.ts';
import type { Change, CommitResult, JournalLine, Row } from '../store.ts';
import type { SqliteEngine } from './engine.ts';
import { orOutage } from './file/failure.ts';

type Refused = Extract<CommitResult, { ok: false }>;
/** What became of a change set while the transaction goes on: its last line, null for none. */
type Attempt = { fin: Head | null } | Refused;

/**
 * Writes change sets in one durable transaction, each whole or not at all, and answers each in order, with an Error for one that
 * cannot be written. If it throws, none is written.
 */
export function createWriter(
  db: Database,
  engine: SqliteEngine,
  seals: Seals,
  end: Head,
): (sets: readonly ChangeSet[]) => (CommitResult | Error)[] {
  const instances = instanceTable(db);
  const keep = db.prepare<[Answered]>(`INSERT OR IGNORE INTO reponse ${ANSWER.written}`);
  const savepoint = db.prepare('SAVEPOINT changements');
  const undo = db.prepare('ROLLBACK TO changements');
  const release = db.prepare('RELEASE changements');
  const insertLine = db.prepare(`
    INSERT INTO journal (rang, instance, precedent, mac, ${LINE.names})
    VALUES (@rang, @instance, @precedent, @mac, ${LINE.values})`);
  const dropDeadlines = db.prepare<[number, string]>(`
    DELETE FROM echeance
    WHERE instance = ? AND (fait, le) NOT IN (SELECT value ->> 'fait', value ->> 'le' FROM json_each(?))`);
  const addDeadlines = db.prepare<[number, string]>(`
    INSERT OR IGNORE INTO echeance (instance, fait, le) SELECT ?, value ->> 'fait', value ->> 'le' FROM json_each(?)`);
  const erase = db.prepare<[number, string]>(`
    UPDATE journal SET saisie = NULL
    WHERE instance = ? AND rang IN (SELECT value FROM json_each(?)) AND saisie IS NOT NULL`);
  const saveHead = headSaver(seals);
  const transaction = db.transaction((sets: readonly ChangeSet[]) => {
    const before = head;
    const results = sets.map(attempt);
    if (head !== before) engine.now(saveHead(head));
    const end = head === before ? '' : seals.sign(head);
    return results.map((result): CommitResult | Error =>
      'fin' in result ? { ok: true, recu: result.fin && receiptOf(result.fin, end) } : result,
    );
  });
  let head = end;

  return (sets) => {
    const before = head;
    try {
      return orOutage(() => transaction.immediate(sets));
    } catch (error) {
      head = before;
      throw error;
    }
  };

  function attempt(set: ChangeSet): Attempt | Error {
    const before = head;
    savepoint.run();
    const answer = applyAll(set);
    if (!('fin' in answer)) {
      undo.run();
      head = before;
    }
    release.run();
    return answer;
  }

  function applyAll({ changes, reponse }: ChangeSet): Attempt | Error {
    const before = head;
    try {
      if (reponse && !orOutage(() => keep.run({ ...reponse, rang: endOf(changes) }).changes))
        return { ok: false, raison: 'deja-repondu' };
      for (const change of changes) {
        const refused = orOutage(() => apply(change));
        if (refused) return refused;
      }
      return { fin: head === before ? null : head };
    } catch (error) {
      if (!db.inTransaction) throw error;
      return error as Error;
    }
  }

  /** The rank of the last line that changes will write; null for none. */
  function endOf(changes: readonly Change[]): number | null {
    const lines = changes.reduce((sum, { journal }) => sum + journal.length, 0);
    return lines === 0 ? null : head.rang + lines;
  }

  function apply({ row, versionAvant = row.version - 1, journal, echeances, effaces = [] }: Change): Refused | null {
    const known = instances.find(row.id);
    if ((known?.version ?? 0) !== versionAvant) return { ok: false, raison: 'version-perimee', id: row.id };
    const holder = row.cle === null || row.cle === known?.cle ? undefined : instances.holder(row.cle);
    if (holder !== undefined) return { ok: false, raison: 'doublon', id: holder };

    const lines = chain(row.id, journal, known?.rang ?? 0);
    const rang = lines.at(-1)?.rang ?? known?.rang ?? 0;
    const instance = instances.save({ ...row, rang, sceau: seals.row(row, rang) }, known);
    for (const line of lines) insertLine.run({ ...line, instance });
    if (echeances) {
      const json = JSON.stringify(echeances);
      dropDeadlines.run(instance, json);
      addDeadlines.run(instance, json);
    }
    eraseTexts(instance, effaces);
    return null;
  }

  function eraseTexts(instance: number, rangs: readonly number[]): void {
    if (rangs.length > 0) erase.run(instance, JSON.stringify(rangs));
  }

  function chain(id: string, journal: readonly JournalLine[], last: number) {
    return journal.map((line, i) => {
      head = { rang: head.rang + 1, mac: seals.line(head, id, line) };
      return { ...line, ...head, precedent: i === 0 ? last : head.rang - 1 };
    });
  }
}

/** A row with its seal, as it is written. */
interface Written extends Row {
  parent: number | null;
  rang: number;
  sceau: string;
}

/** What a change is compared with before it is written. */
interface Known extends Pick<Row, 'version' | (typeof indexed)[number]> {
  numero: number;
  rang: number;
}

/** Columns that an index holds: left alone while they do not change, which doubles the acts per second. */
const INDEXED = ['genre', 'statut', 'cle', 'siret', 'finess', 'cohorte', 'urgence', 'beneficiaire'] as const;
const indexed = [...INDEXED, 'parentId'] as const;
const OTHERS = [
  ...(['procedure', 'procedureVersion', 'version', 'denomination', 'ouvertLe', 'modifieLe'] as const),
  ...(['rang', 'sceau', 'fiche', 'etat', 'vue', 'annonce', 'annonces'] as const),
] as const;

/** The rows of `instance`, as a commit needs them. */
function instanceTable(db: Database) {
  const find = db.prepare<[string], Known>(`
    SELECT numero, version, rang, (SELECT id FROM instance WHERE numero = i.parent) AS parentId, ${INDEXED.join()}
    FROM instance AS i WHERE id = ?`);
  const holder = db.prepare<[string], string>('SELECT id FROM instance WHERE cle = ?').pluck();
  const numero = db.prepare<[string], number>('SELECT numero FROM instance WHERE id = ?').pluck();
  const others = columns<Written>(...OTHERS);
  const all = columns<Written>(...OTHERS, ...INDEXED, 'parent');
  const insert = db.prepare(`INSERT INTO instance (id, ${all.names}) VALUES (@id, ${all.values})`);
  const update = db.prepare(`UPDATE instance SET ${others.set} WHERE numero = @numero`);
  const updateAll = db.prepare(`UPDATE instance SET ${all.set} WHERE numero = @numero`);

  return {
    find: (id: string) => find.get(id),

    /** The id of the row that has `cle`. */
    holder: (cle: string) => holder.get(cle),

    /** The internal number of the row, inserted unless `known`. */
    save(row: Omit<Written, 'parent'>, known: Known | undefined): number {
      if (!known) return Number(insert.run({ ...row, parent: parentOf(row) }).lastInsertRowid);
      if (indexed.some((column) => known[column] !== row[column]))
        updateAll.run({ ...row, numero: known.numero, parent: parentOf(row) });
      else update.run({ ...row, numero: known.numero });
      return known.numero;
    },
  };

  function parentOf({ id, parentId }: Row): number | null {
    if (parentId === null) return null;
    const parent = numero.get(parentId);
    if (parent === undefined) throw new Error(`${id} has an unknown parent: ${parentId}`);
    return parent;
  }
}
