import { type Head, receiptOf, type Seals } from '../seals.ts';
import { ANSWER } from '../sql/answers.ts';
import type { ChangeSet } from '../sql/batches.ts';
import { columnOf, columns } from '../sql/columns.ts';
import { END_SHOWN, type EndRow, endOf, isSealed } from '../sql/journal-end.ts';
import { LINE } from '../sql/reader.ts';
import { one, run, type Work } from '../sql/work.ts';
import { type CommitResult, type Lu, StoreOutage } from '../store.ts';
import { decide, type Grounds, luOf, nameOf, type Refused, type State, stateOf, type Written } from './state.ts';

/**
 * Writes change sets, each whole or not at all, and answers each in order: all that they are decided on is read at once, and all that they
 * become written at once, while nobody else writes. One that cannot be written is answered by an Error.
 */
export function* writeSets(seals: Seals, sets: readonly ChangeSet[]): Work<(CommitResult | Error)[]> {
  const found = yield* read(askedBy(sets));
  const end = found && endOf(found);
  if (!end || !isSealed(seals, end))
    throw new StoreOutage('La fin du journal n’est pas celle qui a été scellée : vérifiez la base (npm run verify).');
  let state = stateOf(found, found);
  const attempts = sets.map((set): Attempt | Refused | Error => {
    const decided = attempt(() => decide(seals, state, set));
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

function attempt<T>(step: () => T): T | Error {
  try {
    return step();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const read = one<[Asked], EndRow & Grounds>(`
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

/** A JSON array, each value once. */
function textOf(values: readonly string[]): string {
  return JSON.stringify([...new Set(values)]);
}

const ROW = columns<Written>(
  ...(['numero', 'id', 'genre', 'parent', 'procedure', 'procedureVersion', 'version', 'statut', 'cle'] as const),
  ...(['denomination', 'siret', 'finess', 'ouvertLe', 'modifieLe', 'rang', 'sceau', 'fiche', 'etat', 'vue'] as const),
  ...(['cohorte', 'urgence', 'beneficiaire', 'annonce', 'annonces'] as const),
);
const NUMBERS = [
  'fois',
  'numero',
  'parent',
  'procedure_version',
  'version',
  'annonce',
  'rang',
  'instance',
  'precedent',
];

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
  return Object.fromEntries(Object.entries(kept).map(([field, value]) => [columnOf(field), value]));
}
