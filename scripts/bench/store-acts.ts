import { once } from 'node:events';
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { createServices } from '../../src/services.ts';
import { openStore } from '../../src/store/open.ts';
import type { Row, Store, StoredRow } from '../../src/store/store.ts';
import { firstFact, openingOf } from './dossiers.ts';

const SECONDS = 5;
const act = { auteur: 'mesure', version: null };

/** What this process does: its dossiers, each written again as soon as it was, and the client of the first. */
const { EN_VOL, PREMIER } = z.object({ EN_VOL: z.coerce.number(), PREMIER: z.coerce.number() }).parse(process.env);
const { base, cleJournal } = readConfig(process.env);
const store = await openStore(base, { cle: cleJournal });
const services = createServices(store);
const ids: string[] = [];
for (let rank = PREMIER; rank < PREMIER + EN_VOL; rank++) ids.push(await opened(rank));
process.send?.('prêt');
await once(process, 'message');
const end = performance.now() + SECONDS * 1000;
const counts = await Promise.all(ids.map((id) => written(store, id)));
process.send?.(counts.reduce((sum, count) => sum + count, 0) / SECONDS);
await store.close();
process.disconnect();

async function opened(rank: number): Promise<string> {
  const dossier = await services.openDossier(openingOf(rank), act);
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.error));
  const { id } = dossier.value.row;
  await services.record({ genre: 'dossier', id }, firstFact, act);
  return id;
}

/** How often the row of `id` was written with one line, on what it was then. */
async function written({ near, journal, commit }: Store, id: string): Promise<number> {
  const found = await near(id);
  const [line] = await journal(id, 0, 1);
  if (!found || line?.saisie === undefined || line.saisie === null) throw new Error(`${id} is not there`);
  const row = rowOf(found.cible);
  let { lu } = found;
  let count = 0;
  for (; performance.now() < end; count++) {
    row.version += 1;
    const { saisie } = line;
    const told = await commit([{ row: { ...row }, journal: [{ ...line, saisie }], echeances: null }], undefined, lu);
    if (!told.ok) throw new Error(told.raison);
    lu = told.lu ?? null;
  }
  return count;
}

function rowOf({ intacte: _, ...row }: StoredRow): Row {
  return row;
}
