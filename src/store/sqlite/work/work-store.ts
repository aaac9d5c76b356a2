import type { Database } from 'better-sqlite3';
import type { Affectation, LigneStore, VueEnregistree, WorkStore } from '../../work.ts';
import { columns, promised, type Sync } from '../table.ts';
import { lineTable } from './line-table.ts';
import { workList } from './list.ts';

/** What the desk keeps is written on `db`, which syncs; the worklist on `unsynced`, where losing the end only makes it again. */
export function createWorkStore(db: Database, unsynced: Database): WorkStore {
  const projection = promised<LigneStore>(lineTable(unsynced));
  return { ...promised<Omit<WorkStore, 'projection'>>({ ...workList(db), ...deskTable(db) }), projection };
}

type Desk = Sync<
  Omit<WorkStore, 'projection' | 'lister' | 'attentes' | 'compter' | 'situer' | 'attendues' | 'charges'>
>;

/** Who has taken which dossier, and saved views, each write durable. */
function deskTable(db: Database): Desk {
  return { ...assignments(db), ...views(db) };
}

function assignments(db: Database): Pick<Desk, 'affecter' | 'affectations'> {
  const numero = db.prepare<[string], number>("SELECT numero FROM instance WHERE id = ? AND genre = 'dossier'").pluck();
  const holder = db.prepare<[number], string>('SELECT compte_id FROM affectation WHERE instance = ?').pluck();
  const give = db.prepare('INSERT OR REPLACE INTO affectation (instance, compte_id, depuis, par) VALUES (?, ?, ?, ?)');
  const leave = db.prepare('DELETE FROM affectation WHERE instance = ?');
  const note = db.prepare('INSERT INTO affectation_acte (instance, compte_id, le, par) VALUES (?, ?, ?, ?)');
  const show = db.prepare('UPDATE travail SET affecte_a = ? WHERE numero = ?');
  const tell = db.prepare(`
    INSERT INTO notification (compte_id, dossier, sorte, rang, par, le, nombre)
    SELECT @compte, @instance, @sorte, @rang, @par, @le, 1 WHERE @compte IS NOT NULL AND @par <> 'compte:' || @compte`);
  const acts = db.prepare<[string], Affectation>(`
    SELECT compte_id AS compteId, le, par FROM affectation_acte
    WHERE instance = (SELECT numero FROM instance WHERE id = ?) ORDER BY rang`);

  const affecter = (ids: readonly string[], { compteId, le, par }: Affectation): string[] =>
    ids.filter((id) => {
      const instance = numero.get(id);
      if (instance === undefined) return false;
      const before = holder.get(instance) ?? null;
      if (before === compteId) return true;
      if (compteId === null) leave.run(instance);
      else give.run(instance, compteId, le, par);
      const { lastInsertRowid: rang } = note.run(instance, compteId, le, par);
      tell.run({ compte: before, sorte: 'prise', instance, rang, par, le });
      tell.run({ compte: compteId, sorte: 'confiee', instance, rang, par, le });
      show.run(compteId, instance);
      return true;
    });
  return { affecter: db.transaction(affecter).immediate, affectations: (id) => acts.all(id) };
}

function views(db: Database): Pick<Desk, 'vues' | 'ajouterVue' | 'retirerVue'> {
  const vue = columns<VueEnregistree>('id', 'nom', 'requete', 'partagee', 'auteur', 'creeeLe');
  const all = db.prepare<[string], Omit<VueEnregistree, 'partagee'> & { partagee: 0 | 1 }>(`
    SELECT ${vue.shown} FROM vue_enregistree WHERE partagee = 1 OR auteur = ? ORDER BY nom, id`);
  const add = db.prepare(`INSERT OR IGNORE INTO vue_enregistree ${vue.written}`);
  const remove = db.prepare('DELETE FROM vue_enregistree WHERE id = ?');
  return {
    vues: (compteId) => all.all(compteId).map((vue) => ({ ...vue, partagee: vue.partagee === 1 })),
    ajouterVue: (vue) => add.run({ ...vue, partagee: vue.partagee ? 1 : 0 }).changes === 1,
    retirerVue: (id) => remove.run(id).changes === 1,
  };
}
