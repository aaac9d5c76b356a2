import type { Database } from 'better-sqlite3';
import { receiptOf } from '../anchors.ts';
import type { Head, Seals } from '../seals.ts';
import type { Change, CommitResult, JournalLine, KeptAnswer } from '../store.ts';
import { answerTable } from './answers.ts';
import { orOutage } from './file/failure.ts';
import { instanceTable } from './instance-table.ts';
import { headSaver } from './journal-end.ts';

/** What is written together. */
export interface ChangeSet {
  changes: readonly Change[];
  reponse: KeptAnswer | null;
}

type Refused = Extract<CommitResult, { ok: false }>;
/** What became of a change set while the transaction goes on: its last line, null for none. */
type Attempt = { fin: Head | null } | Refused;

/**
 * Writes change sets in one durable transaction, each whole or not at all, and answers each in order, with an Error for one that
 * cannot be written. If it throws, none is written.
 */
export function createWriter(db: Database, seals: Seals, end: Head): (sets: ChangeSet[]) => (CommitResult | Error)[] {
  const instances = instanceTable(db);
  const answers = answerTable(db, seals);
  const savepoint = db.prepare('SAVEPOINT changements');
  const undo = db.prepare('ROLLBACK TO changements');
  const release = db.prepare('RELEASE changements');
  const insertLine = db.prepare(`
    INSERT INTO journal (rang, instance, precedent, type, date, enregistre_le, auteur, saisie, empreinte, mac)
    VALUES (@rang, @instance, @precedent, @type, @date, @enregistreLe, @auteur, @saisie, @empreinte, @mac)`);
  const dropDeadlines = db.prepare<[number, string]>(`
    DELETE FROM echeance WHERE instance = ? AND (fait, le) NOT IN (SELECT value ->> 'fait', value ->> 'le' FROM json_each(?))`);
  const addDeadlines = db.prepare<[number, string]>(`
    INSERT OR IGNORE INTO echeance (instance, fait, le) SELECT ?, value ->> 'fait', value ->> 'le' FROM json_each(?)`);
  const erase = db.prepare<[number, string]>(
    'UPDATE journal SET saisie = NULL WHERE instance = ? AND rang IN (SELECT value FROM json_each(?)) AND saisie IS NOT NULL',
  );
  const saveHead = headSaver(db, seals);
  const transaction = db.transaction((sets: ChangeSet[]) => {
    const before = head;
    const results = sets.map(attempt);
    if (head !== before) saveHead(head);
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
      if (reponse && !orOutage(() => answers.keep(reponse, endOf(changes))))
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

  function apply({ row, journal, echeances, effaces = [] }: Change): Refused | null {
    const known = instances.find(row.id);
    if ((known?.version ?? 0) !== row.version - 1) return { ok: false, raison: 'version-perimee', id: row.id };
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
