import { StoreOutage } from '../store.ts';
import { cell, run, type Work } from './work.ts';

/** A version of a procedure, with the imprint of all that decides how it moves. */
export interface Definition {
  procedure: string;
  version: number;
  empreinte: string;
}

const find = cell<[string, number], string>('SELECT empreinte FROM definition WHERE procedure = ? AND version = ?');
const isWritten = cell<[string, number], 1>(
  'SELECT 1 FROM instance WHERE procedure = ? AND procedure_version = ? LIMIT 1',
);
const keep = run<[Definition]>(`
  INSERT INTO definition (procedure, version, empreinte) VALUES (@procedure, @version, @empreinte)
  ON CONFLICT (procedure, version) DO UPDATE SET empreinte = excluded.empreinte`);

/** Keeps under which definitions the base named `base` is written; refuses those under which it was written otherwise. */
export function* holdTo(base: string, definitions: readonly Definition[]): Work<void> {
  for (const definition of definitions) {
    const { procedure, version, empreinte } = definition;
    if ((yield* find(procedure, version)) === empreinte) continue;
    if ((yield* isWritten(procedure, version)) !== null) throw new StoreOutage(explain(base, definition));
    yield* keep(definition);
  }
}

function explain(base: string, { procedure, version }: Definition): string {
  const what = `La base ${base} a été écrite sous une autre définition de la procédure « ${procedure} », version ${version}`;
  return `${what} : reprenez le programme qui l’a écrite, ou déplacez ce fichier pour démarrer sur une base neuve.`;
}
