import type { QuotaStore } from '../quotas.ts';
import { all, type Engine, run, type Work } from '../sql/work.ts';

const add = all<[{ fenetre: number; comptes: string }], { cle: string; compte: number }>(`
  INSERT INTO quota (fenetre, cle, compte)
  SELECT @fenetre, cle, compte FROM json_to_recordset(CAST(@comptes AS JSON)) AS x (cle TEXT, compte BIGINT) ORDER BY cle
  ON CONFLICT (fenetre, cle) DO UPDATE SET compte = quota.compte + excluded.compte RETURNING cle, compte`);
const forget = run<[number]>('DELETE FROM quota WHERE fenetre < ?');

/** Counts that a crash may lose; a window that is over is forgotten with the next. */
export function postgresQuotas(engine: Engine): QuotaStore {
  let last = 0;
  return { ajouter: (fenetre, comptes) => engine.ask(adding(fenetre, comptes)) };

  function* adding(fenetre: number, comptes: ReadonlyMap<string, number>): Work<ReadonlyMap<string, number>> {
    if (fenetre !== last) yield* forget(fenetre);
    last = fenetre;
    const asked = [...comptes].map(([cle, compte]) => ({ cle, compte }));
    const found = yield* add({ fenetre, comptes: JSON.stringify(asked) });
    return new Map(found.map(({ cle, compte }) => [cle, compte]));
  }
}
