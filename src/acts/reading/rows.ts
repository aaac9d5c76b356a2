import { dayOf } from '../../days.ts';
import { announcedAt } from '../../engine/announcements.ts';
import type { Instance } from '../../engine/instance.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { ListQuery, Page, Store, StoredRow } from '../../store/store.ts';
import type { Desk } from '../act.ts';
import type { Cible } from '../family.ts';
import { toFamily, toRow } from '../rows.ts';

/** A case as it stands. */
export async function find(desk: Desk, { genre, id }: Cible): Promise<Result<StoredRow>> {
  const row = await desk.store.row(id);
  if (row?.genre !== genre) return err({ code: 'introuvable', objet: genre, id });
  const [now = row] = await heard(desk, [row]);
  return ok(now);
}

/** Cases as they stand, newest last. */
export async function list(desk: Desk, query: ListQuery): Promise<Page<StoredRow>> {
  const page = await desk.store.list(query);
  return { ...page, lignes: await heard(desk, page.lignes) };
}

/** Rows with all that was announced to them since they were written; one that was damaged, or whose dossier was, stays as it is. */
async function heard({ store, clock }: Desk, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  const deaf = rows.filter(({ inouies, intacte }) => inouies > 0 && intacte);
  if (deaf.length === 0) return [...rows];
  const dossiers = await readAll(store, deaf);
  const groupements = await readAll(store, dossiers);
  const jour = dayOf(clock());
  const now = new Map(deaf.map((row) => [row.id, heardBy(row, { dossiers, groupements, jour })]));
  return rows.map((row) => now.get(row.id) ?? row);
}

interface Above {
  dossiers: readonly StoredRow[];
  groupements: readonly StoredRow[];
  jour: string;
}

function heardBy(row: StoredRow, { dossiers, groupements, jour }: Above): StoredRow {
  const dossier = dossiers.find(({ id }) => id === row.parentId);
  const groupement = groupements.find(({ id }) => id === dossier?.parentId) ?? null;
  const family = toFamily({ lu: null, groupement, dossiers: dossier ? [dossier] : [], certificats: [row] });
  if (!family.ok) return row;
  const [certificat] = family.value.certificats as [Instance];
  const announcedLast = family.value.dossiers.map(({ annonces }) => announcedAt(annonces));
  const [instant = row.modifieLe] = [row.modifieLe, ...announcedLast].sort().reverse();
  return { ...toRow(family.value, certificat, { auteur: '', jour, instant }), intacte: true, inouies: 0 };
}

/** What stands above some rows. */
async function readAll(store: Store, under: readonly StoredRow[]): Promise<StoredRow[]> {
  const ids = new Set(under.flatMap(({ parentId }) => parentId ?? []));
  return (await Promise.all([...ids].map((id) => store.row(id)))).flatMap((row) => row ?? []);
}
