import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { DocumentAltered, type DocumentStore } from '../documents/documents.ts';
import type { ActeIdentite } from '../identities.ts';
import { type Anchor, EMPTY, type Head, type Seals } from '../seals.ts';
import type { Against, Consequences, Deadline, RecordedLine, Verification } from '../store.ts';
import { strays } from './identities/entrees.ts';
import { readHead, type SealedHead } from './journal-end.ts';
import { LINE, readerWorks, SELECT_ROW, type SealedRow, TELLING, Told, unseal } from './reader.ts';
import { all, cell, type Engine, one, type Work } from './work.ts';

interface ChainedLine extends RecordedLine {
  instance: number;
  precedent: number;
  mac: string;
}

/**
 * Walks what both journals held when asked, then every row; other work goes on between its pages of 500. `own.integrity` says
 * what the engine finds wrong in its own files, null for nothing; `own.documents` is where documents are unless `against` says, null
 * for them not to be read.
 */
export async function verifyDatabase(
  engine: Engine,
  seals: Seals,
  { ancres = [], suites, documents }: Against,
  own: { documents: DocumentStore | null; integrity: () => Promise<string | null> },
): Promise<Verification> {
  const damage = await own.integrity();
  if (damage !== null) return bad(0, `la base est abîmée (${damage})`);
  const end = await engine.ask(readHead());
  if (!end || seals.head(end, end.actes) !== end.sceau)
    return bad(end?.rang ?? 0, 'la fin du journal a perdu son sceau');
  if (end.dernier > end.rang) return bad(end.rang + 1, 'la ligne a été ajoutée après la fin scellée du journal');
  const kept = documents ?? own.documents;
  const lasts = new Map<number, number>();
  return (
    (await verifyLines(engine, seals, end, lasts)) ??
    (await verifyRows(engine, seals, end, lasts)) ??
    (kept ? await verifyDocuments(engine, kept, end) : null) ??
    (await verifyReferences(engine)) ??
    (await verifyActes(engine, seals, end)) ??
    (await verifyEntrees(engine, seals)) ??
    (suites ? await verifyConsequences(engine, seals, suites) : null) ??
    (await verifyAnchors(engine, seals, end, ancres)) ?? { ok: true, lignes: end.rang }
  );
}

const linesAfter = all<[number, number], ChainedLine>(`
  SELECT rang, instance, precedent, mac, ${LINE.shown},
    (SELECT id FROM instance WHERE numero = journal.instance) AS instanceId
  FROM journal WHERE rang > ? AND rang <= ? ORDER BY rang LIMIT 500`);

/** Notes the last rang of each instance in `lasts`. */
async function verifyLines(
  engine: Engine,
  seals: Seals,
  end: Head,
  lasts: Map<number, number>,
): Promise<Verification | null> {
  let before: Head = EMPTY;
  for await (const line of walk(engine, (after) => linesAfter(after, end.rang), 'rang')) {
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

const depositsAfter = all<[number, number], { rang: number; saisie: string }>(`
  SELECT rang, saisie FROM journal
  WHERE type IN ${TELLING} AND saisie IS NOT NULL AND rang > ? AND rang <= ? ORDER BY rang LIMIT 500`);

const toFileAfter = all<[number], { numero: number; document: string }>(`
  SELECT numero, document FROM courriel_recu WHERE etat IN ('arrive', 'a-classer') AND numero > ? ORDER BY numero LIMIT 500`);

/** Reads every document again: its bytes are those of the SHA-256 that was sealed with its line; and every mail that is to be filed. */
async function verifyDocuments(engine: Engine, documents: DocumentStore, end: Head): Promise<Verification | null> {
  for await (const { rang, saisie } of walk(engine, (after) => depositsAfter(after, end.rang), 'rang')) {
    const { document } = Told.parse(JSON.parse(saisie));
    if (document === undefined) continue;
    try {
      if ((await documents.get(document)) === null) return bad(rang, 'le document qu’elle dit manque');
    } catch (error) {
      if (!(error instanceof DocumentAltered)) throw error;
      return bad(rang, 'le document qu’elle dit n’est plus celui qui a été déposé');
    }
  }
  for await (const { document } of walk(engine, toFileAfter, 'numero'))
    if ((await documents.get(document).catch(orAltered)) === null)
      return bad(0, 'un courriel à classer manque, ou est abîmé');
  return null;
}

function orAltered(error: unknown): null {
  if (error instanceof DocumentAltered) return null;
  throw error;
}

const rowsAfter = all<[number], SealedRow>(`${SELECT_ROW} WHERE numero > ? ORDER BY numero LIMIT 500`);

/** A row written since `end` was read is only held against its seal. */
async function verifyRows(
  engine: Engine,
  seals: Seals,
  end: Head,
  lasts: Map<number, number>,
): Promise<Verification | null> {
  for await (const row of walk(engine, rowsAfter, 'numero')) {
    if (!unseal(seals, row).intacte)
      return bad(row.rang, `l’instance ${row.id} n’est plus celle qui a été enregistrée`);
    if (row.rang <= end.rang && row.rang !== (lasts.get(row.numero) ?? 0))
      return bad(row.rang, `l’instance ${row.id} n’en est plus à sa dernière ligne`);
  }
  return null;
}

const actesAfter = all<[number, number], ActeIdentite & Head>(
  'SELECT * FROM acte_identite WHERE rang > ? AND rang <= ? ORDER BY rang LIMIT 500',
);

/** The journal of the administration, to its sealed end. */
async function verifyActes(engine: Engine, seals: Seals, { actes: end }: SealedHead): Promise<Verification | null> {
  let before: Head = EMPTY;
  for await (const acte of walk(engine, (after) => actesAfter(after, end.rang), 'rang')) {
    if (acte.rang !== before.rang + 1 || seals.acte(before, acte) !== acte.mac)
      return bad(acte.rang, 'le journal de l’administration n’est plus celui qui a été enregistré');
    before = acte;
  }
  const isWhole = before.rang === end.rang && before.mac === end.mac;
  return isWhole ? null : bad(before.rang + 1, 'le journal de l’administration a perdu des lignes');
}

async function verifyEntrees(engine: Engine, seals: Seals): Promise<Verification | null> {
  const [stray] = await straysOf(engine, seals);
  return stray === undefined ? null : bad(0, `${stray} n’est plus ce qui a été enregistré`);
}

/** What lets somebody in and is no longer what was written; other work goes on between some hundreds. */
export async function straysOf(engine: Engine, seals: Seals): Promise<string[]> {
  const found = new Set<string>();
  for await (const stray of strays(engine, seals)) found.add(stray);
  return [...found];
}

const openAfter = all<[number], { numero: number; id: string; rang: number }>(
  "SELECT numero, id, rang FROM instance WHERE numero > ? AND genre <> 'certificat' ORDER BY numero LIMIT 50",
);
const deadlinesUnder = all<[number, number], Deadline & { id: string }>(`
  SELECT i.id, fait, le FROM instance AS i JOIN echeance ON echeance.instance = i.numero
  WHERE i.numero = ? OR i.parent = ? ORDER BY le, fait`);

/** Views, deadlines and counts are not sealed: they are made again from what is, each family as it stands at one moment. */
async function verifyConsequences(engine: Engine, seals: Seals, suites: Consequences): Promise<Verification | null> {
  const reader = readerWorks(engine.dialect, seals);
  function* check(id: string, numero: number): Work<ReturnType<Consequences>> {
    const family = yield* reader.family(id);
    const deadlines = Map.groupBy(yield* deadlinesUnder(numero, numero), (one) => one.id);
    return family && suites(family, (one) => deadlines.get(one) ?? []);
  }
  for await (const { id, numero, rang } of walk(engine, openAfter, 'numero')) {
    const stray = await engine.read(() => check(id, numero));
    if (stray) return bad(rang, `l’instance ${stray.id} : ${stray.raison}`);
  }
  return null;
}

const orphans = one<[], { table: string; parent: string }>(
  'SELECT "table", parent FROM pragma_foreign_key_check LIMIT 1',
);

/** SQLite lets a file be written without a look at its references. */
async function verifyReferences(engine: Engine): Promise<Verification | null> {
  const orphan = engine.dialect === 'sqlite' ? await engine.ask(orphans()) : null;
  return orphan && bad(0, `une ligne de ${orphan.table} renvoie à ${orphan.parent}, qui ne l’a pas`);
}

const macAt = cell<[number], string>('SELECT mac FROM journal WHERE rang = ?');

/** What was told elsewhere and is not here: all else may be whole, and older. */
async function verifyAnchors(
  engine: Engine,
  seals: Seals,
  end: Head,
  ancres: readonly Anchor[],
): Promise<Verification | null> {
  for (const { rang, mac, signature } of ancres) {
    if (signature !== null && !seals.isSigned({ rang, mac }, signature))
      return bad(rang, 'la signature de l’ancre n’est pas celle de ce journal');
    if (rang > end.rang)
      return bad(rang, 'la base s’arrête avant cette ancre : c’est une copie ancienne, ou sa fin est perdue');
    if ((await engine.ask(macAt(rang))) !== mac)
      return bad(rang, 'la ligne n’est pas celle de l’ancre : le journal a été refait');
  }
  return null;
}

async function* walk<Key extends string, T extends Record<Key, number>>(
  engine: Engine,
  pageAfter: (last: number) => Work<T[]>,
  key: Key,
): AsyncGenerator<T> {
  for (let last: number | undefined = Number.MIN_SAFE_INTEGER; ; ) {
    const page: T[] = await engine.ask(pageAfter(last));
    yield* page;
    last = page.at(-1)?.[key];
    if (last === undefined) return;
    await setImmediate();
  }
}

function bad(rang: number, raison: string): Verification {
  return { ok: false, rang, raison };
}
