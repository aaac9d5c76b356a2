import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import type { Attempt, Backlog, Delivery, Subscription } from '../store/webhooks.ts';
import { subjectOf } from './cloud-event.ts';
import { visibleTo } from './delivery.ts';
import { newSecret } from './signature.ts';
import type { RedeliveryRequest, SubscriptionRequest } from './subscription-request.ts';

const AT_MOST = 200;
const ROTATION_MS = 24 * 3_600_000;

/** A subscription as it is shown; `avis` says in French what an administrator should know, null for nothing. */
interface SubscriptionView extends Omit<Subscription, 'types' | 'curseur'> {
  evenements: 'tous' | readonly string[];
  avis: string | null;
  enAttente: number;
  abandonnes: number;
}

/** What administrators do with subscriptions; null or false for an unknown one. */
export interface Subscriptions {
  /** Its secret is told here and at a rotation, never again; the first event sent is a verification. */
  create(
    request: SubscriptionRequest,
    editeurId: string | null,
  ): Promise<Result<{ abonnement: SubscriptionView; secret: string }, { code: 'trop-d-abonnements'; limite: number }>>;
  /** Oldest first. */
  list(): Promise<SubscriptionView[]>;
  find(id: string): Promise<SubscriptionView | null>;
  /** The new secret; the one before signs too for 24 hours. */
  rotate(id: string): Promise<string | null>;
  pause(id: string): Promise<boolean>;
  /** Goes on from where it stopped, all that waits at once. */
  resume(id: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** False too for an event that the subscription may not see. */
  redeliver(id: string, request: RedeliveryRequest): Promise<boolean>;
  /** Newest first, of one event or of all. */
  attempts(id: string, rang: number | null, limite: number): Promise<Attempt[]>;
  /** What waits, or was given up, by rang. */
  deliveries(id: string, etat: Delivery['etat'], page: { apres: number; limite: number }): Promise<Delivery[]>;
}

/** What subscriptions need: the store, today in France (YYYY-MM-DD) by `dayOf`, and who is told that there is something to send. */
export interface SubscriptionDesk {
  store: Pick<Store, 'evenements' | 'abonnements'>;
  clock(): Date;
  dayOf(instant: Date): string;
  wake(): void;
}

/** The administration of subscriptions. */
export function createSubscriptions(desk: SubscriptionDesk): Subscriptions {
  const { store, clock, wake } = desk;
  const { abonnements, evenements } = store;
  const now = () => clock().toISOString();

  return {
    async create({ url, evenements: wanted, description }, editeurId) {
      if ((await abonnements.list()).length >= AT_MOST) return err({ code: 'trop-d-abonnements', limite: AT_MOST });
      const [id, secret, curseur] = [randomUUID(), newSecret(), await evenements.last()];
      const types = wanted === 'tous' ? null : wanted;
      const subscription = { id, editeurId, url, types, description, creeLe: now(), curseur };
      await abonnements.create(subscription, secret);
      wake();
      const abonnement = view({ ...subscription, pause: null, echecs: null }, { attente: 1, abandonne: 0 });
      return ok({ abonnement, secret });
    },
    async list() {
      const all = await abonnements.list();
      return Promise.all(all.map(async (one) => view(one, await abonnements.backlog(one.id))));
    },
    async find(id) {
      const found = await abonnements.find(id);
      return found && view(found, await abonnements.backlog(id));
    },
    async rotate(id) {
      const secret = newSecret();
      const jusqua = new Date(clock().getTime() + ROTATION_MS).toISOString();
      return (await abonnements.rotate(id, secret, jusqua)) ? secret : null;
    },
    pause: (id) => abonnements.pause(id, 'demande', now()),
    resume: (id) => thenWake(abonnements.resume(id, now())),
    remove: (id) => abonnements.remove(id),
    redeliver: (id, request) => thenWake(redeliver(desk, id, request)),
    attempts: (...asked) => abonnements.attempts(...asked),
    deliveries: (...asked) => abonnements.deliveries(...asked),
  };

  async function thenWake(done: Promise<boolean>): Promise<boolean> {
    const isDone = await done;
    if (isDone) wake();
    return isDone;
  }
}

/** One event at once; or the journal read again from an instant on, in order. */
async function redeliver(desk: SubscriptionDesk, id: string, request: RedeliveryRequest): Promise<boolean> {
  const { abonnements, evenements } = desk.store;
  const subscription = await abonnements.find(id);
  if (!subscription) return false;
  if ('depuis' in request) {
    const before = await evenements.lastBefore(new Date(request.depuis).toISOString());
    return abonnements.rewind(id, Math.min(before, subscription.curseur));
  }
  const now = desk.clock();
  const line = await evenements.one(Number(request.evenement), visibleTo(subscription, desk.dayOf(now)));
  return line !== null && abonnements.retry(id, { rang: line.rang, sujet: subjectOf(line) }, now.toISOString());
}

function view(
  { types, curseur: _internal, ...shown }: Subscription,
  { attente, abandonne }: Backlog,
): SubscriptionView {
  return { ...shown, evenements: types ?? 'tous', avis: avisOf(shown), enAttente: attente, abandonnes: abandonne };
}

function avisOf({ pause, echecs }: Pick<Subscription, 'pause' | 'echecs'>): string | null {
  if (pause) return avis[pause.motif];
  return echecs && echecs.nombre >= 5
    ? `Les livraisons échouent depuis le ${echecs.depuis} : vérifiez le destinataire.`
    : null;
}

const avis = {
  demande: 'En pause à votre demande : rien ne se perd, tout partira à la reprise.',
  echecs:
    'En pause : aucune livraison n’a abouti depuis trois jours. Réparez le destinataire, puis reprenez l’abonnement.',
  disparu: 'En pause : le destinataire répond qu’il n’existe plus (410). Corrigez-le, puis reprenez l’abonnement.',
};
