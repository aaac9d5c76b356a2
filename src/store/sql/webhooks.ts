import type { KeyObject } from 'node:crypto';
import { createSecretBox } from '../secret-box.ts';
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
import { columns } from './columns.ts';
import { stillHeld } from './leases.ts';
import {
  all,
  asked,
  cell,
  type Dialect,
  type Engine,
  isDone,
  one,
  run,
  type Work,
  type Works,
  written,
} from './work.ts';

type Webhooks = Works<WebhookStore>;

const VERIFICATION = { rang: 0, sujet: '' };

/** Subscriptions are written by `engine`, which syncs; what is sent and tried by `unsynced`, where losing the end only sends again. */
export function createWebhooks(engine: Engine, unsynced: Engine, key: KeyObject): WebhookStore {
  const { create, change, resume, ...subscriptions } = subscriptionWorks(
    createSecretBox(key, 'parcours-igc abonnements'),
  );
  const { enqueue, settle, ...deliveries } = deliveryWorks(engine.dialect);
  return {
    ...asked(engine, { ...subscriptions, retry }),
    ...written(engine, { create, change, resume }),
    ...asked(unsynced, { ...deliveries, ...attemptWorks }),
    ...written(unsynced, { enqueue, settle }),
  };
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

const insert = run<[object]>(`
  INSERT INTO abonnement (id, editeur, url, types, description, cree_le, secret, curseur, echecs)
  VALUES (@id, @editeurId, @url, @types, @description, @creeLe, @secret, @curseur, 0)`);
const byId = one<[string], SubscriptionRow>(`${SUBSCRIPTION} WHERE id = ?`);
const everyOne = all<[], SubscriptionRow>(`${SUBSCRIPTION} ORDER BY numero`);
const secretsOf = one<[string], SecretRow>(
  'SELECT secret, secret_precedent AS precedent, precedent_jusqua AS jusqua FROM abonnement WHERE id = ?',
);
const replace = run<[Buffer, string, string]>(
  'UPDATE abonnement SET secret_precedent = secret, secret = ?, precedent_jusqua = ? WHERE id = ?',
);
const pause = run<[string, string, string]>('UPDATE abonnement SET pause = ?, pause_le = ? WHERE id = ?');
const unpause = run<[string]>('UPDATE abonnement SET pause = NULL, pause_le = NULL WHERE id = ?');
const forgive = run<[string]>(`
  UPDATE abonnement SET echecs = 0, echec_depuis = NULL, dernier_echec = NULL, attend_jusqua = NULL WHERE id = ?`);
const update = run<[object]>(
  'UPDATE abonnement SET url = @url, types = @types, description = @description WHERE id = @id',
);
const dueAgain = run<[string, string]>(`
  UPDATE livraison SET tentatives = 0, prochaine_le = ?
  WHERE etat = 'attente' AND abonnement = (SELECT numero FROM abonnement WHERE id = ?)`);
const rewind = run<[number, string]>('UPDATE abonnement SET curseur = ? WHERE id = ?');
const remove = run<[string]>('DELETE FROM abonnement WHERE id = ?');

/** Subscriptions, their secrets in `box`. */
function subscriptionWorks(box: ReturnType<typeof createSecretBox>) {
  return {
    *create(subscription, secret) {
      yield* insert({ ...subscription, ...toColumn(subscription), secret: box.close(secret, subscription.id) });
      yield* retry(subscription.id, VERIFICATION, subscription.creeLe);
    },
    find,
    *list() {
      return (yield* everyOne()).map(toSubscription);
    },
    *secrets(id) {
      const row = yield* secretsOf(id);
      if (!row) return null;
      const { secret, precedent, jusqua } = row;
      return { actuel: box.open(secret, id), precedent: precedent && { secret: box.open(precedent, id), jusqua } };
    },
    rotate: (id, secret, jusqua) => isDone(replace(box.close(secret, id), jusqua, id)),
    pause: (id, motif, le) => isDone(pause(motif, le, id)),
    *resume(id, le) {
      yield* unpause(id);
      return yield* beginAgain(id, le);
    },
    rewind: (id, rang) => isDone(rewind(rang, id)),
    *change(id, wanted, le) {
      const before = yield* find(id);
      if (!before || !(yield* isDone(update({ ...wanted, ...toColumn(wanted), id })))) return false;
      if (before.url === wanted.url) return true;
      yield* beginAgain(id, le);
      return yield* retry(id, VERIFICATION, le);
    },
    remove: (id) => isDone(remove(id)),
  } satisfies Partial<Webhooks>;
}

function* find(id: string): Work<Subscription | null> {
  const row = yield* byId(id);
  return row ? toSubscription(row) : null;
}

function* beginAgain(id: string, le: string): Work<boolean> {
  yield* dueAgain(le, id);
  return yield* isDone(forgive(id));
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
const ATTEMPT = ['rang', 'le', 'statut', 'dureeMs', 'erreur'] as const;

const at = cell<[string, string], 1>('SELECT 1 FROM abonnement WHERE id = ? AND url = ?');
const numero = cell<[string], number>('SELECT numero FROM abonnement WHERE id = ?');
const advance = run<[object]>('UPDATE abonnement SET curseur = @jusqua WHERE id = @id AND curseur = @depuis');
const heads = all<[{ id: string; sauf: string; limite: number }], Delivery>(`
  ${DELIVERY} WHERE ${OWN} AND etat = 'attente' AND sujet NOT IN (SELECT value FROM json_each(@sauf) AS s) AND NOT EXISTS (
    SELECT 1 FROM livraison AS m
    WHERE m.abonnement = l.abonnement AND m.sujet = l.sujet AND m.rang < l.rang AND m.etat = 'attente')
  ORDER BY prochaine_le, rang LIMIT @limite`);
const backlog = one<[{ id: string }], Backlog>(`
  SELECT count(*) FILTER (WHERE etat = 'attente') AS attente, count(*) FILTER (WHERE etat = 'abandonne') AS abandonne
  FROM livraison WHERE ${OWN}`);
const queues = all<[], Queue>(`
  SELECT a.id, a.curseur, count(l.rang) AS attente, min(l.rang) FILTER (WHERE l.rang > 0) AS premier
  FROM abonnement AS a LEFT JOIN livraison AS l ON l.abonnement = a.numero AND l.etat = 'attente'
  GROUP BY a.numero ORDER BY a.numero`);
const page = all<[object], Delivery>(
  `${DELIVERY} WHERE ${OWN} AND etat = @etat AND rang > @apres ORDER BY rang LIMIT @limite`,
);
const take = run<[number, number]>('DELETE FROM livraison WHERE abonnement = ? AND rang = ?');
const wait = run<[EventRef & { abonnement: number; le: string }]>(`
  INSERT INTO livraison (abonnement, rang, sujet, etat, tentatives, prochaine_le)
  VALUES (@abonnement, @rang, @sujet, 'attente', 0, @le)
  ON CONFLICT (abonnement, rang) DO UPDATE
  SET etat = 'attente', tentatives = 0, prochaine_le = excluded.prochaine_le`);
const postpone = run<[{ abonnement: number; rang: number; etat: string; prochaineLe: string }]>(`
  UPDATE livraison SET tentatives = tentatives + 1, etat = @etat, prochaine_le = @prochaineLe
  WHERE abonnement = @abonnement AND rang = @rang`);
const fail = run<[{ abonnement: number; le: string }]>(`
  UPDATE abonnement SET echecs = echecs + 1, echec_depuis = coalesce(echec_depuis, @le), dernier_echec = @le
  WHERE numero = @abonnement`);
const recover = run<[number]>(
  'UPDATE abonnement SET echecs = 0, echec_depuis = NULL, dernier_echec = NULL WHERE numero = ? AND echecs > 0',
);
const leave = run<[{ id: string; jusqua: string }]>(`
  UPDATE abonnement SET attend_jusqua = CASE WHEN attend_jusqua > @jusqua THEN attend_jusqua ELSE @jusqua END
  WHERE id = @id`);
const note = run<[Attempt & { abonnement: number }]>(
  `INSERT INTO envoi ${columns<Attempt & { abonnement: number }>('abonnement', ...ATTEMPT).written}`,
);

/** What is owed to receivers, and what was tried. */
function deliveryWorks(dialect: Dialect) {
  const isHeld = stillHeld(dialect);
  return {
    *enqueue(id, lu, events, le) {
      if (!(yield* isDone(advance({ ...lu, id })))) return false;
      for (const event of events) yield* retry(id, event, le);
      return true;
    },
    leave: (id, jusqua) => isDone(leave({ id, jusqua })),
    heads: (id, sauf, limite) => heads({ id, sauf: JSON.stringify(sauf), limite }),
    *backlog(id) {
      return (yield* backlog({ id })) ?? { attente: 0, abandonne: 0 };
    },
    queues,
    deliveries: (id, etat, part) => page({ id, etat, ...part }),
    *drop(id, rang) {
      const abonnement = yield* numero(id);
      return abonnement !== null && (yield* isDone(take(abonnement, rang)));
    },
    *settle(id, attempt, outcome, par) {
      const abonnement = yield* numero(id);
      if (abonnement === null) return false;
      if (par && !((yield* isAt(id, par.url)) && (yield* isHeld(par.bail)))) return false;
      yield* note({ ...attempt, abonnement });
      if (outcome === 'livre') {
        yield* take(abonnement, attempt.rang);
        yield* recover(abonnement);
      } else {
        yield* postpone({ abonnement, rang: attempt.rang, ...after(outcome, attempt.le) });
        yield* fail({ abonnement, le: attempt.le });
      }
      return true;
    },
  } satisfies Partial<Webhooks>;
}

function* isAt(id: string, url: string): Work<boolean> {
  return (yield* at(id, url)) !== null;
}

/** Owes an event, as if it never had been tried. */
function* retry(id: string, { rang, sujet }: EventRef, le: string): Work<boolean> {
  const abonnement = yield* numero(id);
  return abonnement !== null && (yield* isDone(wait({ abonnement, rang, sujet, le })));
}

function after(outcome: Exclude<Outcome, 'livre'>, le: string): { etat: Delivery['etat']; prochaineLe: string } {
  return outcome === 'abandonne' ? { etat: 'abandonne', prochaineLe: le } : { etat: 'attente', ...outcome };
}

const TRIED = `SELECT ${columns<Attempt>(...ATTEMPT).shown} FROM envoi WHERE ${OWN}`;
const NEWEST = 'ORDER BY numero DESC LIMIT @limite';
const tried = all<[object], Attempt>(`${TRIED} ${NEWEST}`);
const triedOfEvent = all<[object], Attempt>(`${TRIED} AND rang = @rang ${NEWEST}`);
const forgetting = [
  `DELETE FROM envoi WHERE numero IN (
    SELECT numero FROM (SELECT numero, le FROM envoi ORDER BY numero LIMIT @limite) AS o WHERE le < @le)`,
  `DELETE FROM livraison WHERE (abonnement, rang) IN (
    SELECT abonnement, rang FROM livraison WHERE etat = 'abandonne' AND prochaine_le < @le LIMIT @limite)`,
].map((sql) => run<[{ le: string; limite: number }]>(sql));

/** Every attempt that is remembered. */
const attemptWorks = {
  attempts: (id, rang, limite) => (rang === null ? tried({ id, limite }) : triedOfEvent({ id, limite, rang })),
  *forget(le, limite) {
    for (const step of forgetting) yield* step({ le, limite });
  },
} satisfies Partial<Webhooks>;
