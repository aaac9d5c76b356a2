import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices, type Services } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { alternating, firstFact, openingOf } from './dossiers.ts';
import { median, ratio } from './figures.ts';

const ROUNDS = 7;
const ACTS = 6_000;
const AT_ONCE = 32;
const act = { auteur: 'mesure', version: null };

/**
 * What the worklist and the figures cost to acts, by the CPU that they take, which other programs do not change: with both at their
 * end, and with both standing still, in turn. `dossiers` is how many cases the acts go round: each is read again once per turn.
 */
export async function following(dossiers: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-mesure-'));
  const store = openSqliteStore({ file: join(folder, 'parcours.sqlite') });
  const services = createServices(store);
  const ids = await open(services, dossiers);
  while (!(await services.avancementMesures()).aJour);
  const costs: [number, number][] = [];
  const done = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const alone = await costOf(services, ids, done);
    const stop = services.suivre(fail);
    const followed = await costOf(services, ids, done);
    await stop();
    costs.push([alone, followed]);
  }
  const middle = median(costs.map(([alone, followed]) => alone / followed));
  const told = costs.map(([alone, followed]) => `${Math.round(alone)} / ${Math.round(followed)}`).join(', ');
  console.log(
    `Actes suivis par la liste et les chiffres / seuls, sur ${dossiers} dossiers : ${ratio(middle)} (µs par acte, seul / suivi : ${told})`,
  );
  await store.close();
  rmSync(folder, { recursive: true });
}

async function open(services: Services, dossiers: number): Promise<string[]> {
  const ids: string[] = [];
  for (let rank = 0; rank < dossiers; rank++) {
    const opened = await services.openDossier(openingOf(rank), act);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    await services.record({ genre: 'dossier', id: opened.value.row.id }, firstFact, act);
    ids.push(opened.value.row.id);
  }
  return ids;
}

/** The CPU of one act, in microseconds: all threads, all that the turn holds. */
async function costOf(services: Services, ids: readonly string[], done: Map<number, number>): Promise<number> {
  const before = process.cpuUsage();
  let told = 0;
  const clients = Array.from({ length: AT_ONCE }, async (_, client) => {
    while (told < ACTS) {
      const turn = told++;
      const own = ids.length > AT_ONCE ? turn % ids.length : client;
      const cible = { genre: 'dossier', id: ids[own] ?? '' } as const;
      const times = done.get(own) ?? 0;
      done.set(own, times + 1);
      const recorded = await services.record(cible, alternating[times % 2] ?? firstFact, act);
      if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
    }
  });
  await Promise.all(clients);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / ACTS;
}

function fail(error: unknown): void {
  throw error;
}
