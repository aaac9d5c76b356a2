import type { Lease, LeaseStore } from '../leases.ts';
import { all, asked, cell, type Dialect, type Engine, isDone, run, type Work, type Works } from './work.ts';

/** The instant of the base, in ms. */
const NOW: Record<Dialect, string> = {
  sqlite: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
  postgres: 'CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)',
};

/** The leases of a base, whose loss at a power cut only frees them. */
export function createLeases(unsynced: Engine): LeaseStore {
  const now = NOW[unsynced.dialect];
  const hold = run<[object]>(`
    INSERT INTO bail (nom, porteur, jusqua) VALUES (@nom, @porteur, ${now} + @ms)
    ON CONFLICT (nom) DO UPDATE SET porteur = excluded.porteur, jusqua = excluded.jusqua
    WHERE bail.porteur = excluded.porteur OR bail.jusqua < ${now}`);
  const release = run<[string]>('DELETE FROM bail WHERE porteur = ?');
  const held = all<[], { porteur: string; nombre: number }>(`
    SELECT porteur, count(*) AS nombre FROM bail WHERE jusqua >= ${now} GROUP BY porteur ORDER BY porteur`);
  return asked(unsynced, {
    tenus: held,
    hold: (nom, porteur, ms) => isDone(hold({ nom, porteur, ms })),
    *release(porteur) {
      yield* release(porteur);
    },
  } satisfies Works<LeaseStore>);
}

/** Whether a lease still holds, for what is written in the same transaction. */
export function stillHeld(dialect: Dialect): (bail: Lease) => Work<boolean> {
  const find = cell<[string, string], 1>(`
    SELECT 1 FROM bail WHERE nom = ? AND porteur = ? AND jusqua >= ${NOW[dialect]}`);
  return function* ({ nom, porteur }) {
    return (yield* find(nom, porteur)) !== null;
  };
}

/** Who had leases in a base that this process alone now writes is gone. */
export const freeAll = run<[]>('DELETE FROM bail WHERE jusqua > 0');
