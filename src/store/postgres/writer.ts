import { type Head, receiptOf, type Seals } from '../seals.ts';
import { ANSWER, type Answered } from '../sql/answers.ts';
import type { ChangeSet } from '../sql/batches.ts';
import { columns } from '../sql/columns.ts';
import { END_SHOWN, type EndRow, endOf, isSealed } from '../sql/journal-end.ts';
import { LINE } from '../sql/reader.ts';
import { one, run, type Work } from '../sql/work.ts';
import {
  type Change,
  type CommitResult,
  type Deadline,
  type JournalLine,
  type KeptAnswer,
  type Lu,
  type Row,
  StoreOutage,
} from '../store.ts';

/** A row as it is written. */
interface Written extends Row {
  numero: number;
  parent: number | null;
  rang: number;
  sceau: string;
}

/** What a change is compared with. */
type Known = Pick<Written, 'id' | 'numero' | 'version' | 'cle' | 'rang' | 'parent'>;

/** What is found of a row: null for what no generation was counted of. */
interface Found extends Known {
  generation: number | null;
}

/** All that change sets are decided on; null for none. */
interface Read extends EndRow {
  numero: number | null;
  found: Found[] | null;
  holders: (Pick<Known, 'id'> & { cle: string })[] | null;
  kept: Pick<KeptAnswer, 'auteur' | 'cle'>[] | null;
}

/** A line of the journal as it is written. */
interface WrittenLine extends Omit<JournalLine, 'saisie'>, Head {
  saisie: string | null;
  instance: number;
  precedent: number;
}

type Refused = Extract<CommitResult, { ok: false }>;

/** What is known of the base, then what is decided over it: that of a set that is refused is let go whole. */
interface State {
  head: Head;
  /** The last internal number that a row has. */
  numero: number;
  known: Map<string, Known>;
  /** The id of the row that has each key. */
  holders: Map<string, string>;
  answered: Set<string>;
  rows: Map<string, Written>;
  lines: WrittenLine[];
  deadlines: Map<number, readonly Deadline[]>;
  answers: Answered[];
  erased: Pick<WrittenLine, 'rang' | 'instance'>[];
  /** As they were found: the generations that sets rest on. How many begin, by the numbers of what they are of. */
  found: ReadonlyMap<string, Found>;
  begun: Map<number, number>;
}

/**
 * Writes change sets, each whole or not at all, and answers each in order: all that they are decided on is read at once, and all that they
 * become written at once, while nobody else writes. One that cannot be written is answered by an Error.
 */
export function* writeSets(seals: Seals, sets: readonly ChangeSet[]): Work<(CommitResult | Error)[]> {
  const found = yield* read(askedBy(sets));
  const end = found && endOf(found);
  if (!end || !isSealed(seals, end))
    throw new StoreOutage('La fin du journal n’est pas celle qui a été scellée : vérifiez la base (npm run verify).');
  let state = stateOf(found);
  const attempts = sets.map((set): Attempt | Refused | Error => {
    const decided = attempt(() => decide(seals, copyOf(state), set));
    if (decided instanceof Error || 'raison' in decided) return decided;
    const fin = decided.head === state.head ? null : decided.head;
    state = decided;
    return { fin, lu: set.lu && luOf(state, set.lu) };
  });
  yield* writeState(seals, state, end.actes);
  const signed = state.head.rang === end.rang ? '' : seals.sign(state.head);
  return attempts.map((one) => {
    if (!('fin' in one)) return one;
    const recu = one.fin && receiptOf(one.fin, signed);
    return one.lu === null ? { ok: true, recu } : { ok: true, recu, lu: one.lu };
  });
}

/** What became of a set: its last line, null for none, and as what is found then what it rested on. */
interface Attempt {
  fin: Head | null;
  lu: readonly Lu[] | null;
}

function luOf(state: State, lu: readonly Lu[]): Lu[] {
  return lu.map(({ id }) => ({ id, generation: generationOf(state, id) }));
}

function generationOf({ found, begun }: State, id: string): number {
  const { numero = 0, generation = null } = found.get(id) ?? {};
  return (generation ?? 0) + (begun.get(numero) ?? 0);
}

const read = one<[Asked], Read>(`
  SELECT ${END_SHOWN}, (SELECT max(numero) FROM instance) AS numero,
    (SELECT json_agg(x) FROM (
      SELECT i.id, i.numero, i.version, i.cle, i.rang, i.parent, g.generation FROM json_each(@ids) AS j
        JOIN instance AS i ON i.id = j.value LEFT JOIN generation AS g ON g.instance = i.numero) AS x) AS found,
    (SELECT json_agg(x) FROM (
      SELECT i.cle, i.id FROM json_each(@cles) AS j JOIN instance AS i ON i.cle = j.value) AS x) AS holders,
    (SELECT json_agg(x) FROM (
      SELECT r.auteur, r.cle FROM json_each(@demandes) AS j
        JOIN reponse AS r ON r.auteur = json_extract(j.value, '$[0]') AND r.cle = json_extract(j.value, '$[1]')
      ) AS x) AS kept
  FROM tete`);

/** JSON arrays: the ids of rows, their keys, and the requests that are answered. */
interface Asked {
  ids: string;
  cles: string;
  demandes: string;
}

function askedBy(sets: readonly ChangeSet[]): Asked {
  const rows = sets.flatMap(({ changes }) => changes.map(({ row }) => row));
  const lu = sets.flatMap((set) => set.lu ?? []);
  return {
    ids: textOf([...rows, ...lu].map(({ id }) => id).concat(rows.flatMap(({ parentId }) => parentId ?? []))),
    cles: textOf(rows.flatMap(({ cle }) => cle ?? [])),
    demandes: textOf(sets.flatMap(({ reponse }) => (reponse ? [nameOf(reponse)] : []))),
  };
}

function stateOf({ rang, mac, numero, found, holders, kept }: Read): State {
  const byId = new Map(found?.map((row) => [row.id, row]));
  return {
    head: { rang, mac },
    numero: numero ?? 0,
    known: new Map(byId),
    holders: new Map(holders?.map(({ cle, id }) => [cle, id])),
    answered: new Set(kept?.map(nameOf)),
    rows: new Map(),
    lines: [],
    deadlines: new Map(),
    answers: [],
    erased: [],
    found: byId,
    begun: new Map(),
  };
}

/** A JSON array, each value once. */
function textOf(values: readonly string[]): string {
  return JSON.stringify([...new Set(values)]);
}

function nameOf({ auteur, cle }: Pick<KeptAnswer, 'auteur' | 'cle'>): string {
  return JSON.stringify([auteur, cle]);
}

function copyOf(state: State): State {
  return {
    ...state,
    known: new Map(state.known),
    holders: new Map(state.holders),
    rows: new Map(state.rows),
    deadlines: new Map(state.deadlines),
    begun: new Map(state.begun),
  };
}

function attempt<T>(step: () => T): T | Error {
  try {
    return step();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What a set makes of a state that is its own, or why it does not. */
function decide(seals: Seals, state: State, { changes, reponse, lu }: ChangeSet): State | Refused {
  if (reponse && state.answered.has(nameOf(reponse))) return { ok: false, raison: 'deja-repondu' };
  const stale = lu?.find(({ id, generation }) => generationOf(state, id) !== generation);
  if (stale) return { ok: false, raison: 'version-perimee', id: stale.id };
  const before = state.head;
  for (const change of changes) {
    const refused = refusalOf(state, change.row);
    if (refused) return refused;
    apply(seals, state, change);
  }
  if (!reponse) return state;
  const rang = state.head === before ? null : state.head.rang;
  const answers = [...state.answers, { ...reponse, rang }];
  return { ...state, answers, answered: new Set([...state.answered, nameOf(reponse)]) };
}

function refusalOf({ known, holders }: State, row: Row): Refused | null {
  if ((known.get(row.id)?.version ?? 0) !== row.version - 1)
    return { ok: false, raison: 'version-perimee', id: row.id };
  const holder = row.cle === null ? undefined : holders.get(row.cle);
  return holder === undefined || holder === row.id ? null : { ok: false, raison: 'doublon', id: holder };
}

function apply(seals: Seals, state: State, { row, journal, echeances, effaces = [] }: Change): void {
  const before = state.known.get(row.id);
  const numero = before?.numero ?? ++state.numero;
  const lines = chain(seals, state, { id: row.id, numero, last: before?.rang ?? 0 }, journal);
  const rang = lines.at(-1)?.rang ?? before?.rang ?? 0;
  const written = { ...row, numero, rang, parent: parentOf(state, row), sceau: seals.row(row, rang) };
  for (const root of rootsOf(written, before)) state.begun.set(root, (state.begun.get(root) ?? 0) + 1);
  state.rows.set(row.id, written);
  state.known.set(row.id, written);
  if (before?.cle) state.holders.delete(before.cle);
  if (row.cle) state.holders.set(row.cle, row.id);
  const isGone = (line: WrittenLine) => line.instance === numero && effaces.includes(line.rang);
  state.lines = [...state.lines, ...lines].map((line) => (isGone(line) ? { ...line, saisie: null } : line));
  state.erased = [...state.erased, ...effaces.map((rang) => ({ rang, instance: numero }))];
  if (echeances) state.deadlines.set(numero, echeances);
}

/** What a row belongs to, by whose generation its change is found out; a groupement knows which sites it has. */
function rootsOf({ genre, numero, parent }: Written, before: Known | undefined): number[] {
  if (genre === 'certificat') return parent === null ? [] : [parent];
  const parents = parent === before?.parent ? [] : [parent, before?.parent];
  return [numero, ...parents.filter((one) => typeof one === 'number')];
}

function parentOf({ known }: State, { id, parentId }: Row): number | null {
  if (parentId === null) return null;
  const parent = known.get(parentId);
  if (!parent) throw new Error(`${id} has an unknown parent: ${parentId}`);
  return parent.numero;
}

function chain(
  seals: Seals,
  state: State,
  { id, numero, last }: { id: string; numero: number; last: number },
  journal: readonly JournalLine[],
): WrittenLine[] {
  return journal.map((line, i) => {
    const precedent = i === 0 ? last : state.head.rang;
    state.head = { rang: state.head.rang + 1, mac: seals.line(state.head, id, line) };
    return { ...line, ...state.head, instance: numero, precedent };
  });
}

const ROW = columns<Written>(
  ...(['numero', 'id', 'genre', 'parent', 'procedure', 'procedureVersion', 'version', 'statut', 'cle'] as const),
  ...(['denomination', 'siret', 'finess', 'ouvertLe', 'modifieLe', 'rang', 'sceau', 'fiche', 'etat', 'vue'] as const),
  ...(['cohorte', 'urgence', 'beneficiaire'] as const),
);
const NUMBERS = ['fois', 'numero', 'parent', 'procedure_version', 'version', 'rang', 'instance', 'precedent'];

/** The rows of a JSON array of objects, by the names of columns. */
function recordset(values: string, names: string): string {
  const typed = names.split(', ').map((name) => `${name} ${NUMBERS.includes(name) ? 'BIGINT' : 'TEXT'}`);
  return `json_to_recordset(CAST(${values} AS JSON)) AS x (${typed.join(', ')})`;
}

const LINES = `rang, instance, precedent, mac, ${LINE.names}`;
const write = run<[object]>(`
  WITH ecrites AS (
    INSERT INTO instance (${ROW.names}) SELECT ${ROW.names} FROM ${recordset('@rows', ROW.names)}
    ON CONFLICT (numero) DO UPDATE SET ${ROW.renewed} RETURNING 1
  ), dites AS (
    INSERT INTO journal (${LINES}) SELECT ${LINES} FROM ${recordset('@lines', LINES)} RETURNING 1
  ), effacees AS (
    UPDATE journal SET saisie = NULL FROM ${recordset('@erased', 'rang, instance')}
    WHERE journal.rang = x.rang AND journal.instance = x.instance AND saisie IS NOT NULL RETURNING 1
  ), passees AS (
    DELETE FROM echeance WHERE instance IN (SELECT CAST(value AS BIGINT) FROM json_each(@renewed))
      AND (instance, fait, le) NOT IN (SELECT instance, fait, le FROM ${recordset('@deadlines', 'instance, fait, le')})
    RETURNING 1
  ), attendues AS (
    INSERT INTO echeance (instance, fait, le)
    SELECT instance, fait, le FROM ${recordset('@deadlines', 'instance, fait, le')}
    ON CONFLICT DO NOTHING RETURNING 1
  ), nouvelles AS (
    INSERT INTO generation (instance, generation) SELECT instance, fois FROM ${recordset('@begun', 'instance, fois')}
    ON CONFLICT (instance) DO UPDATE SET generation = generation.generation + excluded.generation RETURNING 1
  ), repondues AS (
    INSERT INTO reponse (${ANSWER.names}) SELECT ${ANSWER.names} FROM ${recordset('@answers', ANSWER.names)} RETURNING 1
  )
  UPDATE tete SET rang = @rang, mac = @mac, sceau = @sceau`);

/** Writes what was decided; nothing where all was refused. */
function* writeState(seals: Seals, state: State, actes: Head): Work<void> {
  if (state.rows.size === 0 && state.answers.length === 0) return;
  const { head, rows, lines, deadlines, answers, erased } = state;
  const each = [...deadlines].flatMap(([instance, some]) => some.map(({ fait, le }) => ({ instance, fait, le })));
  yield* write({
    rows: JSON.stringify([...rows.values()].map((row) => named(row))),
    lines: JSON.stringify(lines.map((line) => named(line))),
    erased: JSON.stringify(erased),
    renewed: JSON.stringify([...deadlines.keys()]),
    deadlines: JSON.stringify(each),
    begun: JSON.stringify([...state.begun].map(([instance, fois]) => ({ instance, fois }))),
    answers: JSON.stringify(answers),
    ...head,
    sceau: seals.head(head, actes),
  });
}

/** By the names of columns. */
function named(kept: object): object {
  const columnOf = (field: string) => field.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);
  return Object.fromEntries(Object.entries(kept).map(([field, value]) => [columnOf(field), value]));
}
