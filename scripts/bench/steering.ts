import { parseArgs } from 'node:util';
import { procedures } from '../../machines/index.ts';
import { createServices } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { median } from './figures.ts';

const TIMES = 9;
/** The CPU that an answer may take, the very first one too, in milliseconds: other programs do not change it. */
const BUDGET = 300;

const { values } = parseArgs({ options: { base: { type: 'string', default: 'data/semence.sqlite' } } });
const store = openSqliteStore({ file: values.base });
const services = createServices(store);
const groupements = await services.list({ genre: 'groupement', limite: 1 });
const everything = { procedure: null, groupement: null, depuis: null };

await whole();
await report('pilotage depuis toujours', () => services.pilotage(everything));
for (const depuis of ['2026-01-01', '2026-08-17'])
  await report(`pilotage depuis le ${depuis}`, () => services.pilotage({ ...everything, depuis }));
await report('pilotage d’un parcours', () => services.pilotage({ ...everything, procedure: 'public-ght' }));
for (const { id: groupement } of groupements.lignes)
  await report('pilotage d’un groupement', () => services.pilotage({ ...everything, groupement }));
for (const procedure of procedures) {
  await report(`carte de chaleur ${procedure.id}`, () => services.measures(procedure, null));
  await report(`carte de chaleur ${procedure.id} depuis le 2026-08-17`, () =>
    services.measures(procedure, '2026-08-17'),
  );
}
await store.close();

/** What it takes until every case was counted once, on a base where that was not done yet. */
async function whole(): Promise<void> {
  const before = process.cpuUsage();
  const start = performance.now();
  let turns = 0;
  while (!(await services.avancementMesures()).aJour) turns += 1;
  const seconds = Math.round((performance.now() - start) / 1000);
  if (turns > 0) console.log(`tout compter : ${Math.round(spentSince(before) / 1000)} s de processeur, ${seconds} s`);
}

async function report(title: string, ask: () => Promise<unknown>): Promise<void> {
  const spent: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const before = process.cpuUsage();
    await ask();
    spent.push(spentSince(before));
  }
  const late = Math.max(...spent) > BUDGET ? ' — TROP LENT' : '';
  console.log(
    `${title} : ${spent[0]?.toFixed(0)} ms de processeur la première fois, puis ${median(spent.slice(1)).toFixed(0)}${late}`,
  );
}

/** Milliseconds of CPU. */
function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
