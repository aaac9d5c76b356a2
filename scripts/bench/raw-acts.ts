import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createServices } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { CONNECTIONS, firstFact, openingOf } from './dossiers.ts';

const SECONDS = 5;

/** The same writes by better-sqlite3 alone, texts ready, one act per transaction, `synchronous` FULL. */
export async function rawActs(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-mesure-'));
  const file = join(folder, 'parcours.sqlite');
  await fill(file);
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const act = rawAct(db);
  const end = performance.now() + SECONDS * 1000;
  let acts = 0;
  for (; performance.now() < end; acts++) act(1 + (acts % CONNECTIONS));
  db.close();
  rmSync(folder, { recursive: true });
  return acts / SECONDS;
}

async function fill(file: string): Promise<void> {
  const store = openSqliteStore({ file });
  const services = createServices(store);
  const act = { auteur: 'mesure', version: null };
  for (let rank = 0; rank < CONNECTIONS; rank++) {
    const opened = await services.openDossier(openingOf(rank), act);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    await services.record({ genre: 'dossier', id: opened.value.row.id }, firstFact, act);
  }
  await store.close();
}

/** One row updated, one line appended, the head moved: what one act of the service writes. */
function rawAct(db: Database.Database): (numero: number) => void {
  const rows = db.prepare<[], { numero: number }>('SELECT * FROM instance ORDER BY numero').all();
  const line = db.prepare<[], { rang: number }>('SELECT * FROM journal ORDER BY rang DESC LIMIT 1').get();
  const update = db.prepare(`
    UPDATE instance SET procedure = @procedure, procedure_version = @procedure_version, version = version + 1,
      denomination = @denomination, ouvert_le = @ouvert_le, modifie_le = @modifie_le, rang = @rang, sceau = @sceau, fiche = @fiche,
      etat = @etat, vue = @vue
    WHERE numero = @numero`);
  const append = db.prepare(`
    INSERT INTO journal (rang, instance, precedent, type, date, enregistre_le, auteur, saisie, empreinte, mac)
    VALUES (@rang, @instance, @precedent, @type, @date, @enregistre_le, @auteur, @saisie, @empreinte, @mac)`);
  const move = db.prepare('UPDATE tete SET rang = ?');
  let rang = line?.rang ?? 0;
  return db.transaction((numero: number) => {
    rang += 1;
    update.run({ ...rows[numero - 1], rang });
    append.run({ ...line, rang, instance: numero });
    move.run(rang);
  });
}
