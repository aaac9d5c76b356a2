import type { Database } from 'better-sqlite3';
import { StoreOutage } from '../../outage.ts';

/** A version of a procedure, with the imprint of all that decides how it moves. */
export interface Definition {
  procedure: string;
  version: number;
  empreinte: string;
}

/** Keeps under which definitions a base is written; refuses those under which it was written otherwise. */
export function holdTo(db: Database, definitions: readonly Definition[]): void {
  const find = db.prepare<[string, number], string>(
    'SELECT empreinte FROM definition WHERE procedure = ? AND version = ?',
  );
  const isWritten = db.prepare<[string, number], number>(
    'SELECT 1 FROM instance WHERE procedure = ? AND procedure_version = ? LIMIT 1',
  );
  const keep = db.prepare('INSERT OR REPLACE INTO definition VALUES (@procedure, @version, @empreinte)');
  db.transaction(() => {
    for (const definition of definitions) {
      const { procedure, version, empreinte } = definition;
      if (find.pluck().get(procedure, version) === empreinte) continue;
      if (isWritten.get(procedure, version) !== undefined) throw new StoreOutage(explain(db.name, definition));
      keep.run(definition);
    }
  }).immediate();
}

function explain(base: string, { procedure, version }: Definition): string {
  const what = `La base ${base} a été écrite sous une autre définition de la procédure « ${procedure} », version ${version}`;
  return `${what} : reprenez le programme qui l’a écrite, ou déplacez ce fichier pour démarrer sur une base neuve.`;
}
