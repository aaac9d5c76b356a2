import type { Head, Seals } from '../seals.ts';
import type { Answered } from '../sql/answers.ts';
import type { ChangeSet } from '../sql/batches.ts';
import type { Change, CommitResult, Deadline, JournalLine, KeptAnswer, Lu, Row } from '../store.ts';

/** A row as it is written. */
export interface Written extends Row {
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

/** All that change sets are decided on, beside the end of the journal; null for none. */
export interface Grounds {
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

export type Refused = Extract<CommitResult, { ok: false }>;

/** What is known of the base, then what is decided over it: that of a set that is refused is let go whole. */
export interface State {
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

/** What was read, before anything is decided over it. */
export function stateOf({ rang, mac }: Head, { numero, found, holders, kept }: Grounds): State {
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

/** As what is found then what a set rested on. */
export function luOf(state: State, lu: readonly Lu[]): Lu[] {
  return lu.map(({ id }) => ({ id, generation: generationOf(state, id) }));
}

function generationOf({ found, begun }: State, id: string): number {
  const { numero = 0, generation = null } = found.get(id) ?? {};
  return (generation ?? 0) + (begun.get(numero) ?? 0);
}

/** A request, by whoever sent it. */
export function nameOf({ auteur, cle }: Pick<KeptAnswer, 'auteur' | 'cle'>): string {
  return JSON.stringify([auteur, cle]);
}

/** What a set makes of a state, which stays as it is, or why it does not. */
export function decide(seals: Seals, before: State, set: ChangeSet): State | Refused {
  return decideOn(seals, copyOf(before), set);
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

function decideOn(seals: Seals, state: State, { changes, reponse, lu }: ChangeSet): State | Refused {
  if (reponse && state.answered.has(nameOf(reponse))) return { ok: false, raison: 'deja-repondu' };
  const stale = lu?.find(({ id, generation }) => generationOf(state, id) !== generation);
  if (stale) return { ok: false, raison: 'version-perimee', id: stale.id };
  const before = state.head;
  for (const change of changes) {
    const refused = refusalOf(state, change);
    if (refused) return refused;
    apply(seals, state, change);
  }
  if (!reponse) return state;
  const rang = state.head === before ? null : state.head.rang;
  const answers = [...state.answers, { ...reponse, rang }];
  return { ...state, answers, answered: new Set([...state.answered, nameOf(reponse)]) };
}

function refusalOf({ known, holders }: State, { row, versionAvant = row.version - 1 }: Change): Refused | null {
  if ((known.get(row.id)?.version ?? 0) !== versionAvant) return { ok: false, raison: 'version-perimee', id: row.id };
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
  state.lines = [...state.lines, ...lines];
  if (effaces.length > 0) erase(state, numero, new Set(effaces));
  if (echeances) state.deadlines.set(numero, echeances);
}

/** Of one row, some lines lose their texts: what is written, and what is about to be. */
function erase(state: State, instance: number, rangs: ReadonlySet<number>): void {
  const isGone = (line: WrittenLine) => line.instance === instance && rangs.has(line.rang);
  state.lines = state.lines.map((line) => (isGone(line) ? { ...line, saisie: null } : line));
  state.erased = [...state.erased, ...[...rangs].map((rang) => ({ rang, instance }))];
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
