import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { aFaireOf } from '../../src/http/awaited.ts';
import { representPage, representSome } from '../../src/http/representation.ts';
import { anonyme } from '../../src/identity/identity.ts';
import { createServices } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { ListQuery } from '../../src/store/store.ts';
import { median } from './figures.ts';

const TIMES = 40;
/** The CPU that « what awaits me » may take over 400 customers, in milliseconds. */
const BUDGET = 30;
const CUSTOMERS = 400;

const { values } = parseArgs({ options: { base: { type: 'string', default: 'data/semence.sqlite' } } });
const store = openSqliteStore({ file: values.base });
const services = createServices(store);
await services.travail.rejoindre();
const jour = services.today();
const editeurId = await editeurOf(CUSTOMERS);
const delegueA = { editeurId, jour };
const champs = new Set(['id', 'etablissement', 'aFaire', 'retourneLe']);

const asked: Record<string, Partial<ListQuery>> = {
  'ses clients, tous': { delegueA },
  'attend=editeur': { delegueA, attendu: { acteur: 'editeur' } },
  'attend=editeur, échéance passée': { delegueA, attendu: { acteur: 'editeur', echeanceAvant: jour } },
  'fait=formulaire413.partie4Remplie': { delegueA, fait: 'formulaire413.partie4Remplie' },
  'retourneDepuis, un an': { delegueA, retourneDepuis: `${Number(jour.slice(0, 4)) - 1}${jour.slice(4)}` },
  'agent, attend=editeur': { attendu: { acteur: 'editeur' } },
  'agent, étape rare': { attendu: { etape: 'mandataire.attenteMandat' } },
  'agent, échéance passée': { attendu: { echeanceAvant: jour } },
  'agent, fait=formulaire413.signe': { fait: 'formulaire413.signe' },
  'agent, retourneDepuis': { retourneDepuis: '2020-01-01' },
};
for (const [title, query] of Object.entries(asked)) await report(title, { genre: 'dossier', limite: 200, ...query });
await store.close();

/** An éditeur of its own, to whom so many dossiers are lent. */
async function editeurOf(many: number): Promise<string> {
  const par = { ...anonyme, id: 'banc', role: 'superviseur' } as const;
  const made = await services.identites.createEditeur(par, { nom: `Banc ${Date.now()}` });
  if (!made.ok) throw new Error(made.error.code);
  const { id } = made.value;
  for (let apres: string | null | undefined, count = 0; count < many && apres !== null; ) {
    const page = await services.list({ genre: 'dossier', limite: 200, ...(apres && { apres }) });
    for (const dossier of page.lignes.slice(0, many - count)) {
      const lent = {
        genre: 'dossier',
        instanceId: dossier.id,
        editeurId: id,
        du: jour,
        au: null,
        motif: 'Banc',
      } as const;
      await services.identites.delegate(par, lent);
    }
    count += page.lignes.length;
    apres = page.suite;
  }
  return id;
}

/** Both pages of an answer, as they are sent. */
async function report(title: string, query: ListQuery): Promise<void> {
  const spent: number[] = [];
  let told = { dossiers: 0, octets: 0 };
  for (let time = 0; time < TIMES; time++) {
    const before = process.cpuUsage();
    told = await read(query, false);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  told = await read(query, true);
  const sorted = [...spent].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(TIMES * 0.95)] ?? Number.NaN;
  const late = p95 > BUDGET ? ' — TROP LENT' : '';
  const size = `${told.dossiers} dossiers, ${Math.round(told.octets / 1000)} ko comprimés`;
  console.log(
    `${title} (${size}) : ${median(spent).toFixed(1)} ms de processeur, 95 % sous ${p95.toFixed(1)} ms${late}`,
  );
}

async function read(query: ListQuery, isPacked: boolean) {
  let [dossiers, octets] = [0, 0];
  let apres: string | null | undefined;
  for (let page = 0; page < 2 && apres !== null; page++) {
    await services.travail.rattraper();
    const found = await services.list({ ...query, ...(apres && { apres }) });
    const known = await services.travail.attentes(found.lignes.map(({ id }) => id));
    const text = representPage('dossiers', found, {}, (row) => representSome(row, champs, aFaireOf(known.get(row.id))));
    dossiers += found.lignes.length;
    octets += isPacked ? gzipSync(text).length : 0;
    apres = found.suite;
  }
  return { dossiers, octets };
}
