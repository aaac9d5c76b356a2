import type { Store } from '../../src/store/store.ts';
import { mouldOf } from './clone.ts';
import type { Chance } from './fiction.ts';
import { playStories } from './stories.ts';

/** How much is wanted, and who is told how far it is. */
export interface Wanted {
  dossiers: number;
  /** How many histories are really played, from which the others are drawn. */
  histoires: number;
  tell(text: string): void;
}

/** The cases that were written. */
export interface Filled {
  dossiers: string[];
  groupements: string[];
}

const TOGETHER = 40;
/** Histories come first in the numbers of establishments. */
const FIRST_RANK = 100_000;

/** Fills a store with fictional dossiers: histories that were really played, told again of other establishments, on other days. */
export async function fill(store: Store, { dossiers, histoires, tell }: Wanted, chance: Chance): Promise<Filled> {
  const groups = Math.ceil(histoires / 10);
  const stories = await playStories({ alone: histoires - groups, groups }, new Date(), chance);
  const [many, single] = [true, false].map((isGroup) =>
    stories.filter(({ sites }) => sites.length > 1 === isGroup).map(mouldOf),
  );
  tell(`${stories.length} histoires jouées`);
  const filled: Filled = { dossiers: [], groupements: [] };
  while (filled.dossiers.length < dossiers) {
    const writing: Promise<unknown>[] = [];
    for (let one = 0; one < TOGETHER && filled.dossiers.length < dossiers; one++) {
      const mould = chance.pick((chance.next() < 0.08 ? many : single) ?? []);
      const told = mould.tell(FIRST_RANK + filled.dossiers.length, chance);
      filled.dossiers.push(...told.ids);
      if (told.groupementId !== null) filled.groupements.push(told.groupementId);
      writing.push(store.commit(told.changes).then(requireDone));
    }
    await Promise.all(writing);
  }
  tell(`${filled.dossiers.length} dossiers, dont ceux de ${filled.groupements.length} groupements`);
  return filled;
}

function requireDone(result: { ok: boolean }): void {
  if (!result.ok) throw new Error(JSON.stringify(result));
}
