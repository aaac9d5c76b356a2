import type { Database } from 'better-sqlite3';
import type { Attempt } from '../../webhooks.ts';

const SELECT = `
  SELECT rang, le, statut, duree_ms AS dureeMs, erreur FROM envoi
  WHERE abonnement = (SELECT numero FROM abonnement WHERE id = @id)`;

/** Every attempt that is remembered. */
export function attemptTable(db: Database) {
  const all = db.prepare<[{ id: string; limite: number }], Attempt>(`${SELECT} ORDER BY numero DESC LIMIT @limite`);
  const ofEvent = db.prepare<[{ id: string; limite: number; rang: number }], Attempt>(
    `${SELECT} AND rang = @rang ORDER BY numero DESC LIMIT @limite`,
  );
  const forgetAttempts = db.prepare<[{ le: string; limite: number }]>(`
    DELETE FROM envoi WHERE numero IN (SELECT numero FROM (SELECT numero, le FROM envoi ORDER BY numero LIMIT @limite) WHERE le < @le)`);
  const forgetAbandoned = db.prepare<[{ le: string; limite: number }]>(`
    DELETE FROM livraison WHERE (abonnement, rang) IN (
      SELECT abonnement, rang FROM livraison WHERE etat = 'abandonne' AND prochaine_le < @le LIMIT @limite)`);

  return {
    list: (id: string, rang: number | null, limite: number) =>
      rang === null ? all.all({ id, limite }) : ofEvent.all({ id, limite, rang }),
    forget(le: string, limite: number): void {
      forgetAttempts.run({ le, limite });
      forgetAbandoned.run({ le, limite });
    },
  };
}
