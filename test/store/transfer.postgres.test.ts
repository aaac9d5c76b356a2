import Database from 'better-sqlite3';
import { afterEach, beforeAll, expect, inject, test } from 'vitest';
import { openTarget } from '../../scripts/transfer/sides.ts';
import { alike, columnsOf, tablesOf } from '../../scripts/transfer/tables.ts';
import { type Transfer, transferBase } from '../../scripts/transfer/transfer.ts';
import { strayIn } from '../../src/acts/rows.ts';
import { definitions } from '../../src/definitions.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { folderDocuments } from '../../src/store/documents/folder-documents.ts';
import { type Base, openStore } from '../../src/store/open.ts';
import { all } from '../../src/store/sql/work.ts';
import { type Store, StoreOutage } from '../../src/store/store.ts';
import { motDePasse } from '../http/people.ts';
import { withPostgres } from '../postgres/engine.ts';
import { newSchema } from '../postgres/store.ts';
import { newFile } from './database-file.ts';
import { type Filled, fill, servicesOn } from './filled.ts';

/** What the service makes again when it starts, what it holds while it runs, and what PostgreSQL alone has. */
const REMADE = [
  ...['attente', 'bail', 'jeu_de_faits', 'jeu_fait', 'mesure', 'sejour', 'sejour_duree', 'sejour_flux'],
  ...['travail', 'travail_fiche', 'travail_texte'],
];
const POSTGRES_ALONE = ['generation', 'quota', 'version_schema'];
const CLE = 'cd'.repeat(32);

const file = (sqlite = newFile()) => ({ sqlite });
const schema = () => ({ postgres: inject('postgres') ?? '', schema: newSchema() });
const transfer = (from: Base, to: Base, more: Partial<Transfer> = {}) =>
  transferBase({ from, to, cle: CLE, cleFichier: null, parPage: 3, ...more });

/** Where documents are, which do not move. */
const documents = () => folderDocuments(`${source.sqlite}.pieces`);

const source = file();
let filled: Filled;
/** How many notifications the agent has to read. */
let aLire = 0;
let opened: Store[] = [];

async function open(base: Base): Promise<Store> {
  const store = await openStore(base, { cle: CLE, definitions: definitions(), documents: documents() });
  opened.push(store);
  return store;
}

/** Every row of what moves, as the file has it. */
function rowsOf({ sqlite }: { sqlite: string }): Record<string, unknown[]> {
  const db = new Database(sqlite, { readonly: true });
  const rows = alike.map(({ table, only }) => [table, db.prepare(`SELECT * FROM ${table} WHERE ${only}`).all()]);
  db.close();
  return Object.fromEntries(rows);
}

withPostgres('a base that moves to the other engine', () => {
  beforeAll(async () => {
    const store = await openStore(source, { cle: CLE, definitions: definitions(), documents: documents() });
    filled = await fill(store);
    aLire = await servicesOn(store).notifications.aLire(filled.agent);
    await store.close();
  });
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    opened = [];
  });

  test('has no table nor column that is forgotten', async () => {
    const [sqlite, postgres] = [await openTarget(file()), await openTarget(schema())];
    const names = alike.map(({ table }) => table);
    expect(await sqlite.engine.ask(tablesOf('sqlite'))).toEqual([...names, ...REMADE].sort());
    expect(await postgres.engine.ask(tablesOf('postgres'))).toEqual([...names, ...REMADE, ...POSTGRES_ALONE].sort());
    const there = all<[string], { nom: string }>(
      'SELECT column_name AS nom FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?',
    );
    for (const table of names) {
      const moving = (await sqlite.engine.ask(columnsOf(table))).map(({ name }) => name);
      const columns = (await postgres.engine.ask(there(table))).map(({ nom }) => nom);
      expect([table, ...moving.sort()]).toEqual([table, ...columns.sort()]);
    }
    await sqlite.close();
    await postgres.close();
  });

  test('is the same there and back, row by row, in every table', async () => {
    const [there, back] = [schema(), file()];
    const before = rowsOf(source);
    const { tables, lignes } = await transfer(source, there);
    expect(Object.fromEntries(tables)).toEqual(
      Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows.length])),
    );
    expect([...tables].filter(([, count]) => count === 0)).toEqual([]);
    expect(lignes).toBe(before['journal']?.length);
    await transfer(there, back);
    expect(rowsOf(back)).toEqual(before);
    expect(rowsOf(source)).toEqual(before);
    const again = await openStore(back, { cle: null, documents: documents() });
    expect(await again.verify({ suites: strayIn })).toEqual({ ok: true, lignes });
    await again.close();
  });

  test('goes on there: who came in comes in, what is opened and noted is numbered after the rest', async () => {
    const there = schema();
    await transfer(source, there);
    const store = await open(there);
    const services = servicesOn(store);
    const { people, dossier, agent } = filled;
    const { identites } = services;
    const secretOf = (header = '') => header.replace(/^(?:Bearer |__Host-session=)/, '');
    expect(await identites.authenticateSession(secretOf(people.agent['Cookie']))).toMatchObject({ id: agent });
    expect(await identites.authenticateKey(secretOf(people.editeur['Authorization']))).toMatchObject({
      role: 'editeur',
    });
    expect(await identites.login({ courriel: 'agent@exemple.fr', motDePasse })).toMatchObject({ ok: true });
    expect((await store.near(dossier))?.lu).toEqual([{ id: dossier, generation: 1 }]);
    expect((await store.abonnements.secrets('w'))?.actuel).toBe('whsec_secret');
    expect([aLire, await services.notifications.aLire(agent)]).toEqual([2, 2]);
    const before = await store.count({ genre: 'dossier', limite: 1 }, 1_000);
    const played = await playOn(services, cliniqueMonoSite, { finess: '010000032' });
    await services.suivi.write(dossier, { texte: 'Après' }, 'essai');
    const contacte = { type: 'editeur.contacte', date: '2026-06-30', editeur: 'Éditeur Exemple' };
    const told = await services.record({ genre: 'dossier', id: dossier }, contacte, { auteur: 'essai', version: null });
    expect(told).toMatchObject({ ok: true });
    expect((await store.notes.notes(dossier)).map(({ texte }) => texte)[0]).toBe('Après');
    expect(await store.count({ genre: 'dossier', limite: 1 }, 1_000)).toBe(before + 1);
    expect((await store.list({ genre: 'dossier', limite: 50 })).lignes.at(-1)?.id).toBe(played.dossier);
    expect(await store.verify({ suites: strayIn })).toMatchObject({ ok: true });
  });

  test.each([
    ['PostgreSQL', schema],
    ['SQLite', file],
  ] as const)('to %s, interrupted anywhere, goes on where it was', async (_name, made) => {
    const from = 'postgres' in made() ? source : schema();
    if (from !== source) await transfer(source, from);
    let whole = 0;
    await transfer(from, made(), { onPage: () => whole++ });
    for (const at of [1, 2, 9, whole - 1, whole]) {
      const to = made();
      let [pages, left] = [0, 0];
      const stop = () => {
        pages++;
        if (pages === at) throw new Error('coupure');
      };
      await expect(transfer(from, to, { onPage: stop })).rejects.toThrow('coupure');
      if (at === 9) await expect(openStore(to, { cle: CLE })).rejects.toThrow(StoreOutage);
      await transfer(from, to, { onPage: () => left++ });
      expect(pages + left).toBe(whole);
      const store = await openStore(to, { cle: CLE, documents: documents() });
      expect(await store.verify()).toMatchObject({ ok: true });
      await store.close();
    }
  });

  test('is not moved over another, nor while a service uses it, nor from nowhere, nor by another key', async () => {
    const [there, unfinished] = [schema(), schema()];
    const store = await open(there);
    await expect(transfer(source, there)).rejects.toThrow('Un service utilise encore le schéma');
    await expect(transfer(there, file())).rejects.toThrow('Un service utilise encore le schéma');
    await store.identites.addEditeur({ id: 'e', nom: 'E', creeLe: '2026' }, { ...acte, cible: 'e' });
    await store.close();
    opened = [];
    await expect(transfer(source, there)).rejects.toThrow('contient déjà une base');
    await expect(transfer(schema(), file())).rejects.toThrow('il n’y a pas de base ici');
    await expect(transfer(file(), schema())).rejects.toThrow('il n’y a pas de base ici');
    await expect(transfer(source, file())).rejects.toThrow('Un transfert va de SQLite à PostgreSQL');
    await expect(transfer(source, schema(), { cle: 'ef'.repeat(32) })).rejects.toThrow('La clé n’est pas celle');
    const stop = () => {
      throw new Error('coupure');
    };
    await expect(transfer(source, unfinished, { onPage: stop })).rejects.toThrow('coupure');
    const other = file();
    await (await openStore(other, { cle: CLE })).close();
    await expect(transfer(other, unfinished)).rejects.toThrow('a reçu une partie d’une autre base');
  });

  test('is refused where what was copied is no longer what the source has', async () => {
    const [from, there] = [schema(), file()];
    await transfer(source, from);
    const stopAfterNotes = (table: string) => {
      if (table === 'note') throw new Error('coupure');
    };
    await expect(transfer(from, there, { onPage: stopAfterNotes })).rejects.toThrow('coupure');
    const store = await openStore(from, { cle: CLE });
    const [note] = await store.notes.notes(filled.dossier);
    await store.notes.withdrawNote(filled.dossier, note?.id ?? '', { auteur: 'essai', le: '2026' });
    await store.close();
    await expect(transfer(from, there)).rejects.toThrow('note (numero 1) n’est pas le même des deux côtés');
  });
});

const acte = { le: '2026', auteur: 'essai', acte: 'editeur.cree', detail: '{}' } as const;
