import { missingOf } from '../engine/answers/live-certificates.ts';
import { type Absent, cohortKey } from '../engine/cohort.ts';
import { type Family, members } from '../engine/decide.ts';
import type { Instance } from '../engine/instance.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import type { Genre, ListQuery, Store, StoredRow } from '../store/store.ts';
import type { Desk } from './act.ts';
import type { Remembered } from './memory.ts';
import { attunedTo, toFamily, toInstance } from './rows.ts';

/** What a fact is told to: a kind of case, and its id. */
export interface Cible {
  genre: Genre;
  id: string;
}

/**
 * A case with the relatives that most facts touch, as last committed: of the certificates of its dossier those that are told of, and the
 * one that it replaces; the others are counted. A bad row among them stops it.
 */
export async function findCase(desk: Desk, cible: Cible): Promise<Result<Remembered>> {
  const { genre, id } = cible;
  const remembered = await recall(desk, id);
  if (remembered?.cible.procedure.genre === genre) return ok(remembered);
  const near = genre === 'groupement' ? null : await desk.store.near(id);
  if (near?.cible.genre !== genre) return findWhole(desk, cible);
  const own = near.cible.genre === 'certificat' ? [near.cible] : [];
  const read = toFamily({ ...near, certificats: own });
  if (!read.ok) return read;
  const absents = near.comptes.filter((one) => one.id !== id);
  const related = await withCalled(desk.store, { ...read.value, absents }, replacedBy(read.value.certificats));
  const family = related.ok ? await completed(desk, related.value) : related;
  return family.ok ? remember(family.value, cible) : family;
}

/** A case with all its relatives; those of a groupement are many. */
export async function findWhole(desk: Desk, cible: Cible): Promise<Result<Remembered>> {
  const { genre, id } = cible;
  const remembered = await recall(desk, id);
  if (remembered?.cible.procedure.genre === genre && isWhole(remembered.family)) return ok(remembered);
  const stored = await desk.store.family(id);
  if (stored?.cible.genre !== genre) return err({ code: 'introuvable', objet: genre, id });
  const family = toFamily(stored);
  return family.ok ? remember(family.value, cible) : family;
}

/** A case as it is remembered, read where it is but counted; forgotten where another node has changed it since. */
async function recall({ store, memory }: Desk, id: string): Promise<Remembered | null> {
  const family = memory.familyOf(id);
  if (!family) return null;
  if (family.lu && !(await store.stillSo(family.lu))) {
    memory.forget(family);
    return null;
  }
  const read = await withCalled(store, family, [id]);
  const cible = read.ok ? members(read.value).find((one) => one.id === id) : undefined;
  if (!read.ok || !cible) return null;
  const related = await withCalled(store, read.value, replacedBy([cible]));
  return related.ok ? { cible, family: related.value } : null;
}

/** A refusal that rests on what is remembered of a case is decided again on what is kept: another desk may have changed it since. */
export async function onWhatIsKept<T>(
  { memory }: Desk,
  id: string,
  decide: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const remembered = memory.familyOf(id);
  const decided = await decide();
  if (decided.ok || !remembered) return decided;
  memory.forget(remembered);
  return decide();
}

/** Whether all was read, the certificates that have ended included, which no index counts. */
function isWhole({ absents }: Family): boolean {
  return absents === undefined;
}

/** A family with the absents that are to be told of; with all of them where the index says otherwise than their rows. */
export async function completed({ store }: Desk, family: Family): Promise<Result<Family>> {
  let near = family;
  for (let missing = missingOf(near); missing.length > 0; missing = missingOf(near)) {
    const read = await withCalled(store, near, missing);
    if (!read.ok) return read;
    near = read.value;
    if (!isKnown(near)) return withRead(store, near, near.absents ?? []);
  }
  return ok(near);
}

/** A family with those absents read that are called by their ids, if any. */
function withCalled(store: Store, family: Family, ids: readonly string[]): Promise<Result<Family>> {
  const called = (family.absents ?? []).filter(({ id }) => ids.includes(id));
  return called.length > 0 ? withRead(store, family, called) : Promise.resolve(ok(family));
}

/** A family with some of its absents read, which have heard what its dossiers announced. */
async function withRead(store: Store, family: Family, called: readonly Absent[]): Promise<Result<Family>> {
  const rows = await Promise.all(called.map(({ id }) => store.row(id)));
  const read = toFamily({ lu: null, groupement: null, dossiers: [], certificats: rows.flatMap((row) => row ?? []) });
  if (!read.ok) return read;
  const ids = new Set(called.map(({ id }) => id));
  return ok({
    ...family,
    certificats: [...family.certificats, ...attunedTo(family.dossiers, read.value.certificats)],
    absents: (family.absents ?? []).filter(({ id }) => !ids.has(id)),
  });
}

/** Whether one of each cohort was read. */
function isKnown({ certificats, absents = [] }: Family): boolean {
  const known = new Set(certificats.map(cohortKey));
  return absents.every(({ cohorte }) => known.has(cohorte));
}

function replacedBy(certificats: readonly Instance[]): string[] {
  return certificats.flatMap(({ fiche }) => fiche.remplace ?? []);
}

function remember(family: Family, { id }: Cible): Result<Remembered> {
  return ok({ cible: memberOf(family, id), family });
}

/** A member of a family, by its id. */
export function memberOf(family: Family, id: string): Instance {
  const found = members(family).find((member) => member.id === id);
  if (!found) throw new Error(`${id} is not of its own family`);
  return found;
}

/** A groupement alone. */
export async function findGroupement({ store }: Desk, id: string): Promise<Result<Instance>> {
  const row = await store.row(id);
  if (row?.genre !== 'groupement') return err({ code: 'introuvable', objet: 'groupement', id });
  const instance = toInstance(row);
  return instance ? ok(instance) : err({ code: 'dossier-en-quarantaine', id });
}

const PAGE = 200;

/** The sites of a groupement, oldest first; `parmi` narrows them to what one may see. */
export async function sitesUnder({ store }: Desk, id: string, parmi: Partial<ListQuery> = {}): Promise<StoredRow[]> {
  const sites: StoredRow[] = [];
  for (let apres: string | null | undefined; apres !== null; ) {
    const page = await store.list({ ...parmi, genre: 'dossier', parentId: id, limite: PAGE, apres });
    sites.push(...page.lignes);
    apres = page.suite;
  }
  return sites;
}
