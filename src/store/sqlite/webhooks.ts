import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type {
  Attempt,
  Backlog,
  Delivery,
  EventRef,
  NewSubscription,
  Outcome,
  PauseReason,
  Queue,
  Subscription,
  WebhookStore,
} from '../webhooks.ts';
import { columns, promised, type Sync } from './table.ts';

type Port = Sync<WebhookStore>;

const VERIFICATION = { rang: 0, sujet: '' };

/** Subscriptions are written on `db`, which syncs; what is sent and tried on `unsynced`, where losing the end only sends again. */
export function createWebhooks(db: Database, unsynced: Database, key: KeyObject): WebhookStore {
  const box = createSecretBox(key, 'parcours-igc abonnements');
  const { beginAgain, update, ...subscriptions } = subscriptionTable(db, box);
  const retry = retrying(db);
  const create: Port['create'] = (subscription, secret) => {
    subscriptions.create(subscription, secret);
    retry(subscription.id, VERIFICATION, subscription.creeLe);
  };
  const change: Port['change'] = (id, wanted, le) => {
    const before = subscriptions.find(id);
    if (!before || !update(id, wanted)) return false;
    if (before.url === wanted.url) return true;
    beginAgain(id, le);
    return retry(id, VERIFICATION, le);
  };
  return promised<WebhookStore>({
    ...subscriptions,
    ...deliveryTable(unsynced),
    ...attemptTable(unsynced),
    create: db.transaction(create),
    change: db.transaction(change),
    retry,
  });
}

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

const SUBSCRIPTION = `
  SELECT id, editeur AS editeurId, url, types, description, cree_le AS creeLe, curseur, pause AS motif, pause_le AS pauseLe, echecs,
    echec_depuis AS echecDepuis, dernier_echec AS dernierEchec, attend_jusqua AS attendJusqua
  FROM abonnement`;

/** The subscriptions of `db`, their secrets in `box`. */
function subscriptionTable(db: Database, box: ReturnType<typeof createSecretBox>) {
  const insert = db.prepare(`
    INSERT INTO abonnement (id, editeur, url, types, description, cree_le, secret, curseur, echecs)
    VALUES (@id, @editeurId, @url, @types, @description, @creeLe, @secret, @curseur, 0)`);
  const byId = db.prepare<[string], SubscriptionRow>(`${SUBSCRIPTION} WHERE id = ?`);
  const all = db.prepare<[], SubscriptionRow>(`${SUBSCRIPTION} ORDER BY numero`);
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
  const update = db.prepare(
    'UPDATE abonnement SET url = @url, types = @types, description = @description WHERE id = @id',
  );
  const dueAgain = db.prepare<[string, string]>(`
    UPDATE livraison SET tentatives = 0, prochaine_le = ?
    WHERE etat = 'attente' AND abonnement = (SELECT numero FROM abonnement WHERE id = ?)`);
  const rewind = db.prepare<[number, string]>('UPDATE abonnement SET curseur = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM abonnement WHERE id = ?');

  return {
    create(subscription, secret) {
      insert.run({ ...subscription, ...toColumn(subscription), secret: box.close(secret, subscription.id) });
    },
    find(id) {
      const row = byId.get(id);
      return row ? toSubscription(row) : null;
    },
    list: () => all.all().map(toSubscription),
    secrets(id) {
      const row = secrets.get(id);
      if (!row) return null;
      const { secret, precedent, jusqua } = row;
      return { actuel: box.open(secret, id), precedent: precedent && { secret: box.open(precedent, id), jusqua } };
    },
    rotate: (id, secret, jusqua) => rotate.run(box.close(secret, id), jusqua, id).changes > 0,
    pause: (id, motif, le) => pause.run(motif, le, id).changes > 0,
    resume: db.transaction((id: string, le: string) => {
      unpause.run(id);
      return beginAgain(id, le);
    }),
    rewind: (id, rang) => rewind.run(rang, id).changes > 0,
    remove: (id) => remove.run(id).changes > 0,
    beginAgain,
    update: (id: string, wanted: Pick<NewSubscription, 'url' | 'types' | 'description'>) =>
      update.run({ ...wanted, ...toColumn(wanted), id }).changes > 0,
  } satisfies Partial<Port> & { beginAgain: unknown; update: unknown };

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

const DELIVERY = 'SELECT rang, sujet, etat, tentatives, prochaine_le AS prochaineLe FROM livraison AS l';
const OWN = 'abonnement = (SELECT numero FROM abonnement WHERE id = @id)';

/** What is owed to receivers, and what was tried. */
function deliveryTable(db: Database) {
  const numero = db.prepare<[string], number>('SELECT numero FROM abonnement WHERE id = ?').pluck();
  const advance = db.prepare('UPDATE abonnement SET curseur = @jusqua WHERE id = @id AND curseur = @depuis');
  const heads = db.prepare<[{ id: string; sauf: string; limite: number }], Delivery>(`
    ${DELIVERY} WHERE ${OWN} AND etat = 'attente' AND sujet NOT IN (SELECT value FROM json_each(@sauf)) AND NOT EXISTS (
      SELECT 1 FROM livraison AS m
      WHERE m.abonnement = l.abonnement AND m.sujet = l.sujet AND m.rang < l.rang AND m.etat = 'attente')
    ORDER BY prochaine_le, rang LIMIT @limite`);
  const backlog = db.prepare<[{ id: string }], Backlog>(`
    SELECT count(*) FILTER (WHERE etat = 'attente') AS attente, count(*) FILTER (WHERE etat = 'abandonne') AS abandonne
    FROM livraison WHERE ${OWN}`);
  const queues = db.prepare<[], Queue>(`
    SELECT a.id, a.curseur, count(l.rang) AS attente, min(l.rang) FILTER (WHERE l.rang > 0) AS premier
    FROM abonnement AS a LEFT JOIN livraison AS l ON l.abonnement = a.numero AND l.etat = 'attente'
    GROUP BY a.numero`);
  const page = db.prepare<[object], Delivery>(
    `${DELIVERY} WHERE ${OWN} AND etat = @etat AND rang > @apres ORDER BY rang LIMIT @limite`,
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
  const leave = db.prepare<[string, string]>(`
    UPDATE abonnement SET attend_jusqua = max(?, coalesce(attend_jusqua, '')) WHERE id = ?`);
  const note = db.prepare<[Attempt & { abonnement: number }]>(
    `INSERT INTO envoi ${columns<Attempt & { abonnement: number }>('abonnement', ...ATTEMPT).written}`,
  );

  const retry = retrying(db);
  const enqueue: Port['enqueue'] = (id, lu, events, le) => {
    if (advance.run({ ...lu, id }).changes === 0) return false;
    for (const event of events) retry(id, event, le);
    return true;
  };
  const settle: Port['settle'] = (id, attempt, outcome) => {
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
  };

  return {
    enqueue: db.transaction(enqueue),
    leave: (id, jusqua) => leave.run(jusqua, id).changes > 0,
    heads: (id, sauf, limite) => heads.all({ id, sauf: JSON.stringify(sauf), limite }),
    backlog: (id) => backlog.get({ id }) ?? { attente: 0, abandonne: 0 },
    queues: () => queues.all(),
    deliveries: (id, etat, part) => page.all({ id, etat, ...part }),
    drop(id, rang) {
      const abonnement = numero.get(id);
      return abonnement !== undefined && remove.run(abonnement, rang).changes > 0;
    },
    settle: db.transaction(settle),
  } satisfies Partial<Port>;
}

/** Owes an event, as if it never had been tried. */
function retrying(db: Database): Port['retry'] {
  const numero = db.prepare<[string], number>('SELECT numero FROM abonnement WHERE id = ?').pluck();
  const wait = db.prepare<[EventRef & { abonnement: number; le: string }]>(`
    INSERT INTO livraison (abonnement, rang, sujet, etat, tentatives, prochaine_le)
    VALUES (@abonnement, @rang, @sujet, 'attente', 0, @le)
    ON CONFLICT DO UPDATE SET etat = 'attente', tentatives = 0, prochaine_le = excluded.prochaine_le`);
  return (id, { rang, sujet }, le) => {
    const abonnement = numero.get(id);
    return abonnement !== undefined && wait.run({ abonnement, rang, sujet, le }).changes > 0;
  };
}

function after(outcome: Exclude<Outcome, 'livre'>, le: string): { etat: Delivery['etat']; prochaineLe: string } {
  return outcome === 'abandonne' ? { etat: 'abandonne', prochaineLe: le } : { etat: 'attente', ...outcome };
}

const ATTEMPT = ['rang', 'le', 'statut', 'dureeMs', 'erreur'] as const;

/** Every attempt that is remembered. */
function attemptTable(db: Database) {
  const own = `SELECT ${columns<Attempt>(...ATTEMPT).shown} FROM envoi WHERE ${OWN}`;
  const newest = 'ORDER BY numero DESC LIMIT @limite';
  const all = db.prepare<[object], Attempt>(`${own} ${newest}`);
  const ofEvent = db.prepare<[object], Attempt>(`${own} AND rang = @rang ${newest}`);
  const forgetting = [
    `DELETE FROM envoi WHERE numero IN (
      SELECT numero FROM (SELECT numero, le FROM envoi ORDER BY numero LIMIT @limite) WHERE le < @le)`,
    `DELETE FROM livraison WHERE (abonnement, rang) IN (
      SELECT abonnement, rang FROM livraison WHERE etat = 'abandonne' AND prochaine_le < @le LIMIT @limite)`,
  ].map((sql) => db.prepare<[{ le: string; limite: number }]>(sql));

  return {
    attempts: (id, rang, limite) => (rang === null ? all.all({ id, limite }) : ofEvent.all({ id, limite, rang })),
    forget(le, limite) {
      for (const step of forgetting) step.run({ le, limite });
    },
  } satisfies Partial<Port>;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A box of texts that must be read back and that a copy of the database alone does not give: AES-256-GCM, bound to their `owner`, by a key that is
 * derived from `key` for one `usage`, which keeps it apart from what else `key` does.
 */
function createSecretBox(key: KeyObject, usage: string) {
  const derived = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', usage, 32)));
  return {
    /** Nonce, tag, ciphertext. */
    close(text: string, owner: string): Buffer {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, derived, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    /** Throws when it is not what was closed for that owner with that key. */
    open(box: Buffer, owner: string): string {
      const decipher = createDecipheriv(CIPHER, derived, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(box.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
