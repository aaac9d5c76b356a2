import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { ActeIdentite } from '../identities.ts';
import { type Anchor, EMPTY, type Head, type Seals } from '../seals.ts';
import type { Against, Consequences, Deadline, RecordedLine, Verification } from '../store.ts';
import { orOutage } from './file/failure.ts';
import { entreeTable } from './identities/entrees.ts';
import { readHead, type SealedHead } from './journal-end.ts';
import { createReader, LINE, SELECT_ROW, type SealedRow, unseal } from './reader.ts';

interface ChainedLine extends RecordedLine {
  instance: number;
  precedent: number;
  mac: string;
}

/** Walks what both journals held when asked, then every row; other work goes on between its pages of 500. */
export async function verifyDatabase(
  db: Database,
  seals: Seals,
  { ancres = [], suites }: Against = {},
): Promise<Verification> {
  const integrity = orOutage(() => db.pragma('integrity_check(1)', { simple: true }));
  if (integrity !== 'ok') return bad(0, `la base est abîmée (${integrity})`);
  const end = orOutage(() => readHead(db));
  if (!end || seals.head(end, end.actes) !== end.sceau)
    return bad(end?.rang ?? 0, 'la fin du journal a perdu son sceau');
  if (end.dernier > end.rang) return bad(end.rang + 1, 'la ligne a été ajoutée après la fin scellée du journal');
  const lasts = new Map<number, number>();
  return (
    (await verifyLines(db, seals, end, lasts)) ??
    (await verifyRows(db, seals, end, lasts)) ??
    verifyReferences(db) ??
    (await verifyActes(db, seals, end)) ??
    (await verifyEntrees(db, seals)) ??
    (suites ? await verifyConsequences(db, seals, suites) : null) ??
    verifyAnchors(db, seals, end, ancres) ?? { ok: true, lignes: end.rang }
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
    SELECT rang, instance, precedent, mac, ${LINE.shown},
      (SELECT id FROM instance WHERE numero = journal.instance) AS instanceId
    FROM journal WHERE rang > ? AND rang <= ? ORDER BY rang LIMIT 500`);
  let before: Head = EMPTY;
  for await (const line of walk((after) => page.all(after, end.rang), 'rang')) {
    if (line.rang !== before.rang + 1) return bad(before.rang + 1, 'la ligne manque');
    if (seals.line(before, line.instanceId, line) !== line.mac || line.precedent !== (lasts.get(line.instance) ?? 0))
      return bad(line.rang, 'la ligne n’est plus celle qui a été enregistrée');
    if (line.saisie !== null && hash('sha256', line.saisie) !== line.empreinte)
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
  for await (const row of walk((after) => page.all(after), 'numero')) {
    if (!unseal(seals, row).intacte)
      return bad(row.rang, `l’instance ${row.id} n’est plus celle qui a été enregistrée`);
    if (row.rang <= end.rang && row.rang !== (lasts.get(row.numero) ?? 0))
      return bad(row.rang, `l’instance ${row.id} n’en est plus à sa dernière ligne`);
  }
  return null;
}

/** The journal of the administration, to its sealed end. */
async function verifyActes(db: Database, seals: Seals, { actes: end }: SealedHead): Promise<Verification | null> {
  const page = db.prepare<[number, number], ActeIdentite & Head>(
    'SELECT * FROM acte_identite WHERE rang > ? AND rang <= ? ORDER BY rang LIMIT 500',
  );
  let before: Head = EMPTY;
  for await (const acte of walk((after) => page.all(after, end.rang), 'rang')) {
    if (acte.rang !== before.rang + 1 || seals.acte(before, acte) !== acte.mac)
      return bad(acte.rang, 'le journal de l’administration n’est plus celui qui a été enregistré');
    before = acte;
  }
  const isWhole = before.rang === end.rang && before.mac === end.mac;
  return isWhole ? null : bad(before.rang + 1, 'le journal de l’administration a perdu des lignes');
}

async function verifyEntrees(db: Database, seals: Seals): Promise<Verification | null> {
  const [stray] = await straysOf(db, seals);
  return stray === undefined ? null : bad(0, `${stray} n’est plus ce qui a été enregistré`);
}

/** What lets somebody in and is no longer what was written; other work goes on between some hundreds. */
export async function straysOf(db: Database, seals: Seals): Promise<string[]> {
  const strays = new Set<string>();
  for (const stray of entreeTable(db, seals).stray()) {
    if (stray === null) await setImmediate();
    else strays.add(stray);
  }
  return [...strays];
}

/** Views, deadlines and counts are not sealed: they are made again from what is, each family as it stands at one moment. */
async function verifyConsequences(db: Database, seals: Seals, suites: Consequences): Promise<Verification | null> {
  const reader = createReader(db, seals);
  const page = db.prepare<[number], { numero: number; id: string; rang: number }>(
    "SELECT numero, id, rang FROM instance WHERE numero > ? AND genre <> 'certificat' ORDER BY numero LIMIT 50",
  );
  const deadlines = db.prepare<[string], Deadline>(
    'SELECT fait, le FROM echeance JOIN instance ON numero = instance WHERE id = ? ORDER BY le, fait',
  );
  const check = db.transaction((id: string) => {
    const family = reader.family(id);
    return family && suites(family, (one) => deadlines.all(one));
  });
  for await (const { id, rang } of walk((after) => page.all(after), 'numero')) {
    const stray = orOutage(() => check(id));
    if (stray) return bad(rang, `l’instance ${stray.id} : ${stray.raison}`);
  }
  return null;
}

function verifyReferences(db: Database): Verification | null {
  const [orphan] = orOutage(() => db.pragma('foreign_key_check')) as { table: string; parent: string }[];
  return orphan ? bad(0, `une ligne de ${orphan.table} renvoie à ${orphan.parent}, qui ne l’a pas`) : null;
}

/** What was told elsewhere and is not here: all else may be whole, and older. */
function verifyAnchors(db: Database, seals: Seals, end: Head, ancres: readonly Anchor[]): Verification | null {
  const macAt = db.prepare<[number], string>('SELECT mac FROM journal WHERE rang = ?').pluck();
  for (const { rang, mac, signature } of ancres) {
    if (signature !== null && !seals.isSigned({ rang, mac }, signature))
      return bad(rang, 'la signature de l’ancre n’est pas celle de ce journal');
    if (rang > end.rang)
      return bad(rang, 'la base s’arrête avant cette ancre : c’est une copie ancienne, ou sa fin est perdue');
    if (orOutage(() => macAt.get(rang)) !== mac)
      return bad(rang, 'la ligne n’est pas celle de l’ancre : le journal a été refait');
  }
  return null;
}

async function* walk<Key extends string, T extends Record<Key, number>>(
  pageAfter: (last: number) => T[],
  key: Key,
): AsyncGenerator<T> {
  for (let last: number | undefined = Number.MIN_SAFE_INTEGER; ; ) {
    const from: number = last;
    const page: T[] = orOutage(() => pageAfter(from));
    yield* page;
    last = page.at(-1)?.[key];
    if (last === undefined) return;
    await setImmediate();
  }
}

function bad(rang: number, raison: string): Verification {
  return { ok: false, rang, raison };
}
