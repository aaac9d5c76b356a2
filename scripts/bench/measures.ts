import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProcedure } from '../../machines/index.ts';
import { createServices, type Services } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { openingOf } from './dossiers.ts';

const DOSSIERS = 2_000;
const FACTS = 20;
const AT_ONCE = 200;
const act = { auteur: 'mesure', version: null };

/** How long the heat map of many dossiers takes: when none was counted before, then when all were. */
export async function measures(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-mesure-'));
  const file = join(folder, 'parcours.sqlite');
  const filled = openSqliteStore({ file });
  const writing = createServices(filled);
  for (let rank = 0; rank < DOSSIERS; rank += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, more) => walk(writing, rank + more)));
  }
  await filled.close();
  const store = openSqliteStore({ file });
  const services = createServices(store);
  const lines = await store.evenements.last();
  console.log(`Carte de chaleur, ${DOSSIERS} dossiers, ${lines} lignes : ${await timed(services)} ms la première fois`);
  console.log(`puis ${await timed(services)} ms`);
  await store.close();
  rmSync(folder, { recursive: true });
}

async function timed(services: Services): Promise<number> {
  const procedure = findProcedure(openingOf(0).procedure);
  const start = performance.now();
  if (procedure) await services.measures(procedure, null);
  return Math.round(performance.now() - start);
}

async function walk(services: Services, rank: number): Promise<void> {
  const opened = await services.openDossier(openingOf(rank), act);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { id } = opened.value.row;
  for (let turn = 0; turn < FACTS; turn++) {
    const view = await services.view({ genre: 'dossier', id });
    const etapes = view.ok ? view.value.vue.suite.etapes : [];
    const facts = etapes.flatMap(({ faits }) => faits.filter(({ accepte }) => accepte).map(({ exemple }) => exemple));
    const fact = facts[(rank * 31 + turn * 17) % facts.length];
    if (fact) await services.record({ genre: 'dossier', id }, { ...fact }, act);
  }
}
