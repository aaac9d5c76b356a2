import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { definitions } from '../../src/definitions.ts';
import { createServices } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { median } from './figures.ts';
import { end, launch } from './service.ts';

/** How many documents a case has: many of few pages each, as a desk keeps them. */
const PER_DOSSIER = 10;
const TIMES = 25;
const motDePasse = 'sept cygnes au bord du lac';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'data/semence.sqlite' },
    documents: { type: 'string', default: '10000' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'parcours-documents-'));
const [without, withAll] = [join(folder, 'sans.sqlite'), join(folder, 'avec.sqlite')];
try {
  for (const file of [without, withAll]) for (const part of ['', '.cle']) copyFileSync(values.base + part, file + part);
  const [first, spent] = await deposit(withAll, Number(values.documents));
  console.log(`${values.documents} documents déposés, ${(spent / Number(values.documents)).toFixed(2)} ms chacun`);
  await compare(first);
} finally {
  rmSync(folder, { recursive: true });
}

/** Deposits documents in the first cases of a base; gives the first of them, and how long that took (ms). */
async function deposit(file: string, count: number): Promise<[string, number]> {
  const store = openSqliteStore({ file, definitions: definitions() });
  const services = createServices(store);
  const act = { auteur: 'mesure', version: null };
  const ids: string[] = [];
  for (let apres: string | null = null; ids.length < count / PER_DOSSIER; ) {
    const page = await store.list({ genre: 'dossier', limite: 200, ...(apres !== null && { apres }) });
    ids.push(...page.lignes.map(({ id }) => id));
    apres = page.suite;
    if (apres === null) break;
  }
  const start = performance.now();
  for (let rank = 0; rank < count; rank++) {
    const octets = Buffer.from(`nom;siret\nA;${rank}\n${'ligne;1\n'.repeat(2_000)}`);
    const kept = await services.deposit(
      { genre: 'dossier', id: ids[rank % ids.length] ?? '' },
      { octets, nom: `piece-${rank}.csv`, prouve: null },
      act,
    );
    if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  }
  const spent = performance.now() - start;
  await store.close();
  return [ids[0] ?? '', spent];
}

/** Each page on both bases, one after the other, in one run. */
async function compare(dossier: string): Promise<void> {
  const services = await Promise.all([without, withAll].map((file) => launch('src/main.ts', file)));
  const sessions = await Promise.all(services.map(({ url }) => login(url)));
  for (const path of [
    '/?onglet=tous',
    `/dossiers/${dossier}`,
    `/dossiers/${dossier}/documents`,
    `/dossiers/${dossier}/journal`,
  ]) {
    const spent: number[][] = [[], []];
    for (let time = 0; time < TIMES; time++)
      for (const [rank, { url }] of services.entries()) {
        const start = performance.now();
        const answer = await fetch(url + path, { headers: { cookie: sessions[rank] ?? '' }, redirect: 'manual' });
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${path} : ${answer.status}`);
        spent[rank]?.push(performance.now() - start);
      }
    const [bare = Number.NaN, full = Number.NaN] = spent.map((some) => median(some));
    const name = path.replace(dossier, '…');
    console.log(`${name} : ${full.toFixed(1)} ms, ${bare.toFixed(1)} sans document, × ${(full / bare).toFixed(2)}`);
  }
  for (const { child } of services) await end(child);
}

async function login(url: string): Promise<string> {
  const response = await fetch(`${url}/connexion`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ courriel: 'superviseur@exemple.fr', motDePasse }),
    redirect: 'manual',
  });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}
