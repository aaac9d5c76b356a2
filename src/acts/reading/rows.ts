import { dayOf } from '../../days.ts';
import { members } from '../../engine/decide.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { ListQuery, Page, StoredRow } from '../../store/store.ts';
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

/** Rows with all that was announced to them since they were written; one that was damaged stays as it is. */
async function heard({ store, clock }: Desk, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  const deaf = rows.filter(({ inouies, intacte }) => inouies > 0 && intacte);
  const now = new Map<string, StoredRow>();
  for (const [id, certificats] of Map.groupBy(deaf, ({ parentId }) => parentId ?? '')) {
    const near = await store.near(id);
    const family = near && toFamily({ ...near, certificats });
    if (!family?.ok) continue;
    const instances = new Map(members(family.value).map((one) => [one.id, one]));
    for (const { id: own, modifieLe: instant } of certificats) {
      const instance = instances.get(own);
      if (!instance) continue;
      const row = toRow(family.value, instance, { auteur: '', jour: dayOf(clock()), instant });
      now.set(own, { ...row, intacte: true, inouies: 0 });
    }
  }
  return rows.map((row) => now.get(row.id) ?? row);
}
