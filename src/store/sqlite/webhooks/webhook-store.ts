import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { createSecretBox } from '../../secret-box.ts';
import type { WebhookStore } from '../../webhooks.ts';
import { orOutage } from '../file/failure.ts';
import { attemptTable } from './attempt-table.ts';
import { deliveryTable } from './delivery-table.ts';
import { subscriptionTable } from './subscription-table.ts';

const VERIFICATION = { rang: 0, sujet: '' };

/** Subscriptions are written on `db`, which syncs; what is sent and tried on `unsynced`, where losing the end only sends again. */
export function createWebhooks(db: Database, unsynced: Database, key: KeyObject): WebhookStore {
  const subscriptions = subscriptionTable(db, createSecretBox(key, 'parcours-igc abonnements'));
  const asked = deliveryTable(db);
  const owed = deliveryTable(unsynced);
  const attempts = attemptTable(unsynced);
  const answer = async <T>(step: () => T) => orOutage(step);
  const create = db.transaction((...[subscription, secret]: Parameters<WebhookStore['create']>) => {
    subscriptions.create(subscription, secret);
    asked.retry(subscription.id, VERIFICATION, subscription.creeLe);
  });
  const change = db.transaction((...[id, wanted, le]: Parameters<WebhookStore['change']>) => {
    const before = subscriptions.find(id);
    if (!before || !subscriptions.change(id, wanted)) return false;
    if (before.url === wanted.url) return true;
    subscriptions.beginAgain(id, le);
    return asked.retry(id, VERIFICATION, le);
  });

  return {
    create: (...told) => answer(() => create(...told)),
    list: () => answer(() => subscriptions.list()),
    find: (id) => answer(() => subscriptions.find(id)),
    secrets: (id) => answer(() => subscriptions.secrets(id)),
    rotate: (...told) => answer(() => subscriptions.rotate(...told)),
    pause: (...told) => answer(() => subscriptions.pause(...told)),
    resume: (...told) => answer(() => subscriptions.resume(...told)),
    rewind: (...told) => answer(() => subscriptions.rewind(...told)),
    leave: (...told) => answer(() => subscriptions.leave(...told)),
    change: (...told) => answer(() => change(...told)),
    remove: (id) => answer(() => subscriptions.remove(id)),
    retry: (...told) => answer(() => asked.retry(...told)),
    enqueue: (...told) => answer(() => owed.enqueue(...told)),
    settle: (...told) => answer(() => owed.settle(...told)),
    drop: (...told) => answer(() => owed.drop(...told)),
    heads: (...asked) => answer(() => owed.heads(...asked)),
    backlog: (id) => answer(() => owed.backlog(id)),
    deliveries: (...asked) => answer(() => owed.page(...asked)),
    attempts: (...asked) => answer(() => attempts.list(...asked)),
    forget: (...told) => answer(() => attempts.forget(...told)),
  };
}
