import type { Database } from 'better-sqlite3';
import type { Attempt, Backlog, Delivery, EventRef, Outcome, Stretch } from '../../webhooks.ts';

const SELECT = 'SELECT rang, sujet, etat, tentatives, prochaine_le AS prochaineLe FROM livraison AS l';
const OWN = 'abonnement = (SELECT numero FROM abonnement WHERE id = @id)';

/** What is owed to receivers, and what was tried. */
export function deliveryTable(db: Database) {
  const numero = db.prepare<[string], number>('SELECT numero FROM abonnement WHERE id = ?').pluck();
  const advance = db.prepare<[Stretch & { id: string }]>(
    'UPDATE abonnement SET curseur = @jusqua WHERE id = @id AND curseur = @depuis',
  );
  const wait = db.prepare<[EventRef & { abonnement: number; le: string }]>(`
    INSERT INTO livraison (abonnement, rang, sujet, etat, tentatives, prochaine_le)
    VALUES (@abonnement, @rang, @sujet, 'attente', 0, @le)
    ON CONFLICT DO UPDATE SET etat = 'attente', tentatives = 0, prochaine_le = excluded.prochaine_le`);
  const heads = db.prepare<[{ id: string; sauf: string; limite: number }], Delivery>(`
    ${SELECT} WHERE ${OWN} AND etat = 'attente' AND sujet NOT IN (SELECT value FROM json_each(@sauf)) AND NOT EXISTS (
      SELECT 1 FROM livraison AS m
      WHERE m.abonnement = l.abonnement AND m.sujet = l.sujet AND m.rang < l.rang AND m.etat = 'attente')
    ORDER BY prochaine_le, rang LIMIT @limite`);
  const backlog = db.prepare<[{ id: string }], Backlog>(`
    SELECT count(*) FILTER (WHERE etat = 'attente') AS attente, count(*) FILTER (WHERE etat = 'abandonne') AS abandonne
    FROM livraison WHERE ${OWN}`);
  const page = db.prepare<[{ id: string; etat: string; apres: number; limite: number }], Delivery>(
    `${SELECT} WHERE ${OWN} AND etat = @etat AND rang > @apres ORDER BY rang LIMIT @limite`,
  );
  const remove = db.prepare<[number, number]>('DELETE FROM livraison WHERE abonnement = ? AND rang = ?');
  const postpone = db.prepare<[{ abonnement: number; rang: number; etat: string; prochaineLe: string }]>(`
    UPDATE livraison SET tentatives = tentatives + 1, etat = @etat, prochaine_le = @prochaineLe
    WHERE abonnement = @abonnement AND rang = @rang`);
  const fail = db.prepare<[{ abonnement: number; le: string }]>(`
    UPDATE abonnement SET echecs = echecs + 1, echec_depuis = coalesce(echec_depuis, @le), dernier_echec = @le
    WHERE numero = @abonnement`);
  const recover = db.prepare<[number]>(
    'UPDATE abonnement SET echecs = 0, echec_depuis = NULL, dernier_echec = NULL WHERE numero = ? AND echecs > 0',
  );
  const note = db.prepare<[Attempt & { abonnement: number }]>(`
    INSERT INTO envoi (abonnement, rang, le, statut, duree_ms, erreur)
    VALUES (@abonnement, @rang, @le, @statut, @dureeMs, @erreur)`);

  return {
    enqueue: db.transaction((id: string, lu: Stretch, events: readonly EventRef[], le: string) => {
      if (advance.run({ ...lu, id }).changes === 0) return false;
      for (const event of events) retry(id, event, le);
      return true;
    }),
    retry,
    heads: (id: string, sauf: readonly string[], limite: number) =>
      heads.all({ id, sauf: JSON.stringify(sauf), limite }),
    backlog: (id: string) => backlog.get({ id }) as Backlog,
    page: (id: string, etat: string, { apres, limite }: { apres: number; limite: number }) =>
      page.all({ id, etat, apres, limite }),
    drop(id: string, rang: number): boolean {
      const abonnement = numero.get(id);
      return abonnement !== undefined && remove.run(abonnement, rang).changes > 0;
    },
    settle: db.transaction((id: string, attempt: Attempt, outcome: Outcome) => {
      const abonnement = numero.get(id);
      if (abonnement === undefined) return false;
      note.run({ ...attempt, abonnement });
      if (outcome === 'livre') {
        remove.run(abonnement, attempt.rang);
        recover.run(abonnement);
      } else {
        postpone.run({ abonnement, rang: attempt.rang, ...after(outcome, attempt.le) });
        fail.run({ abonnement, le: attempt.le });
      }
      return true;
    }),
  };

  function retry(id: string, { rang, sujet }: EventRef, le: string): boolean {
    const abonnement = numero.get(id);
    return abonnement !== undefined && wait.run({ abonnement, rang, sujet, le }).changes > 0;
  }
}

function after(outcome: Exclude<Outcome, 'livre'>, le: string): { etat: Delivery['etat']; prochaineLe: string } {
  return outcome === 'abandonne' ? { etat: 'abandonne', prochaineLe: le } : { etat: 'attente', ...outcome };
}
