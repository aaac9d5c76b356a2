import type { Database } from 'better-sqlite3';
import type { Editeur, EditeurStore } from '../../identities.ts';
import type { Actes } from './actes.ts';
import type { Sync } from './sync.ts';

/** The éditeurs, no two of the same name. */
export function editeurTable(db: Database, actes: Actes): Sync<EditeurStore> {
  const find = db.prepare<[string], Editeur>('SELECT id, nom, cree_le AS creeLe FROM editeur WHERE id = ?');
  const all = db.prepare<[], Editeur>('SELECT id, nom, cree_le AS creeLe FROM editeur ORDER BY nom');
  const insert = db.prepare('INSERT OR IGNORE INTO editeur (id, nom, cree_le) VALUES (@id, @nom, @creeLe)');
  const rename = db.prepare('UPDATE OR IGNORE editeur SET nom = ? WHERE id = ?');

  const addEditeur: Sync<EditeurStore>['addEditeur'] = (editeur, acte) => {
    if (insert.run(editeur).changes === 0) return false;
    actes.add(acte);
    return true;
  };
  const renameEditeur: Sync<EditeurStore>['renameEditeur'] = (id, nom, acte) => {
    if (rename.run(nom, id).changes === 0) return false;
    actes.add(acte);
    return true;
  };

  return {
    editeur: (id) => find.get(id) ?? null,
    editeurs: () => all.all(),
    addEditeur: db.transaction(addEditeur).immediate,
    renameEditeur: db.transaction(renameEditeur).immediate,
  };
}
