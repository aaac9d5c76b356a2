import type { Database } from 'better-sqlite3';
import type { SecretBox } from '../../secret-box.ts';
import type { NewSubscription, PauseReason, Secrets, Subscription } from '../../webhooks.ts';

interface SubscriptionRow extends Omit<NewSubscription, 'types'> {
  types: string | null;
  motif: PauseReason | null;
  pauseLe: string;
  echecs: number;
  echecDepuis: string;
  dernierEchec: string;
  attendJusqua: string | null;
}

interface SecretRow {
  secret: Buffer;
  precedent: Buffer | null;
  jusqua: string;
}

const SELECT = `
  SELECT id, editeur AS editeurId, url, types, description, cree_le AS creeLe, curseur, pause AS motif, pause_le AS pauseLe, echecs,
    echec_depuis AS echecDepuis, dernier_echec AS dernierEchec, attend_jusqua AS attendJusqua
  FROM abonnement`;

/** The subscriptions of `db`, their secrets in `box`. */
export function subscriptionTable(db: Database, box: SecretBox) {
  const insert = db.prepare(`
    INSERT INTO abonnement (id, editeur, url, types, description, cree_le, secret, curseur, echecs)
    VALUES (@id, @editeurId, @url, @types, @description, @creeLe, @secret, @curseur, 0)`);
  const byId = db.prepare<[string], SubscriptionRow>(`${SELECT} WHERE id = ?`);
  const all = db.prepare<[], SubscriptionRow>(`${SELECT} ORDER BY numero`);
  const secrets = db.prepare<[string], SecretRow>(
    'SELECT secret, secret_precedent AS precedent, precedent_jusqua AS jusqua FROM abonnement WHERE id = ?',
  );
  const rotate = db.prepare<[Buffer, string, string]>(
    'UPDATE abonnement SET secret_precedent = secret, secret = ?, precedent_jusqua = ? WHERE id = ?',
  );
  const pause = db.prepare<[string, string, string]>('UPDATE abonnement SET pause = ?, pause_le = ? WHERE id = ?');
  const unpause = db.prepare<[string]>('UPDATE abonnement SET pause = NULL, pause_le = NULL WHERE id = ?');
  const recover = db.prepare<[string]>(`
    UPDATE abonnement SET echecs = 0, echec_depuis = NULL, dernier_echec = NULL, attend_jusqua = NULL WHERE id = ?`);
  const leave = db.prepare<[string, string]>(`
    UPDATE abonnement SET attend_jusqua = max(?, coalesce(attend_jusqua, '')) WHERE id = ?`);
  const change = db.prepare(
    'UPDATE abonnement SET url = @url, types = @types, description = @description WHERE id = @id',
  );
  const dueAgain = db.prepare<[string, string]>(`
    UPDATE livraison SET tentatives = 0, prochaine_le = ?
    WHERE etat = 'attente' AND abonnement = (SELECT numero FROM abonnement WHERE id = ?)`);
  const rewind = db.prepare<[number, string]>('UPDATE abonnement SET curseur = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM abonnement WHERE id = ?');

  return {
    create(subscription: NewSubscription, secret: string): void {
      insert.run({ ...subscription, ...toColumn(subscription), secret: box.close(secret, subscription.id) });
    },
    find(id: string): Subscription | null {
      const row = byId.get(id);
      return row ? toSubscription(row) : null;
    },
    list: () => all.all().map(toSubscription),
    secrets(id: string): Secrets | null {
      const row = secrets.get(id);
      if (!row) return null;
      const { secret, precedent, jusqua } = row;
      return {
        actuel: box.open(secret, id),
        precedent: precedent && { secret: box.open(precedent, id), jusqua },
      };
    },
    rotate: (id: string, secret: string, jusqua: string) => rotate.run(box.close(secret, id), jusqua, id).changes > 0,
    pause: (id: string, motif: PauseReason, le: string) => pause.run(motif, le, id).changes > 0,
    resume: db.transaction((id: string, le: string) => {
      unpause.run(id);
      return beginAgain(id, le);
    }),
    leave: (id: string, jusqua: string) => leave.run(jusqua, id).changes > 0,
    change: (id: string, wanted: Pick<NewSubscription, 'url' | 'types' | 'description'>) =>
      change.run({ ...wanted, ...toColumn(wanted), id }).changes > 0,
    beginAgain,
    rewind: (id: string, rang: number) => rewind.run(rang, id).changes > 0,
    remove: (id: string) => remove.run(id).changes > 0,
  };

  function beginAgain(id: string, le: string): boolean {
    dueAgain.run(le, id);
    return recover.run(id).changes > 0;
  }
}

function toColumn({ types }: Pick<NewSubscription, 'types'>): { types: string | null } {
  return { types: types && JSON.stringify(types) };
}

function toSubscription(row: SubscriptionRow): Subscription {
  const { types, motif, pauseLe, echecs, echecDepuis, dernierEchec, ...fixed } = row;
  return {
    ...fixed,
    types: types === null ? null : JSON.parse(types),
    pause: motif && { motif, le: pauseLe },
    echecs: echecs === 0 ? null : { nombre: echecs, depuis: echecDepuis, dernier: dernierEchec },
  };
}
