import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices, type Services } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { openingOf } from './dossiers.ts';
import { median } from './figures.ts';

const DOSSIERS = 200;
const FACTS = 8;
/** The CPU that an answer may take at the median, in milliseconds. */
const BUDGET = 5;

type Fact = { type: string };
const act = { auteur: 'mesure', version: null };

/** The CPU of plans and simulations at the median, from random places, each state met for the first time or not as it comes. */
export async function foresight(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-mesure-'));
  const store = openSqliteStore({ file: join(folder, 'parcours.sqlite') });
  const services = createServices(store);
  const places = await Promise.all(Array.from({ length: DOSSIERS }, (_, rank) => wander(services, rank)));
  await report('Plan d’un dossier', places, ({ id }) => services.plan({ genre: 'dossier', id }));
  await report('Simulation de trois faits', places, ({ id, next }) =>
    services.simulate({ genre: 'dossier', id }, { faits: next }),
  );
  await report('Plan sans dossier, huit faits connus', places, async ({ told }) =>
    services.planFrom(openingOf(0).procedure, { faits: told }),
  );
  await store.close();
  rmSync(folder, { recursive: true });
}

interface Place {
  id: string;
  told: Fact[];
  next: Fact[];
}

async function wander(services: Services, rank: number): Promise<Place> {
  const opened = await services.openDossier(openingOf(rank), act);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { id } = opened.value.row;
  const told: Fact[] = [];
  for (let turn = 0; turn < FACTS; turn++) {
    const facts = await takenBy(services, id);
    const fact = facts[(rank * 31 + turn * 17) % facts.length] as Fact;
    const taken = await services.record({ genre: 'dossier', id }, fact, act);
    if (taken.ok) told.push(fact);
  }
  return { id, told, next: (await takenBy(services, id)).slice(0, 3) };
}

async function takenBy(services: Services, id: string): Promise<Fact[]> {
  const view = await services.view({ genre: 'dossier', id });
  const etapes = view.ok ? view.value.vue.suite.etapes : [];
  return etapes.flatMap(({ faits }) => faits.flatMap(({ exemple }) => exemple ?? []));
}

async function report(title: string, places: readonly Place[], ask: (place: Place) => Promise<unknown>): Promise<void> {
  const spent: number[] = [];
  for (const place of places) {
    const before = process.cpuUsage();
    await ask(place);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  const middle = median(spent);
  const share = Math.round((100 * middle) / BUDGET);
  console.log(`${title} : ${middle.toFixed(2)} ms de processeur à la médiane (${share} % des ${BUDGET} ms permis)`);
}
