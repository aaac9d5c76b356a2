import { randomUUID } from 'node:crypto';
import { dayOf, french } from '../days.ts';
import { err, ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import type { Attempt, Delivery, Subscription } from '../store/webhooks.ts';
import { isAiling } from './backoff.ts';
import { subjectOf } from './cloud-event.ts';
import { visibleTo } from './delivery.ts';
import { newSecret } from './signature.ts';
import type { RedeliveryRequest, SubscriptionChange, SubscriptionRequest } from './subscription-request.ts';

const AT_MOST = 200;
const ROTATION_MS = 24 * 3_600_000;

/** A subscription as it is shown; `avis` says in French what an administrator should know, null for nothing. */
interface SubscriptionView extends Omit<Subscription, 'types' | 'curseur'> {
  evenements: 'tous' | readonly string[];
  avis: string | null;
  enAttente: number;
  abandonnes: number;
}

/** What was asked for does not exist, as far as who asks is concerned. */
interface NotFound {
  code: 'introuvable';
  objet: 'abonnement' | 'événement';
  id: string;
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
  /** Its queue stays; to another address, a verification goes first. */
  change(id: string, change: SubscriptionChange): Promise<SubscriptionView | null>;
  /** The new secret; the one before signs too for 24 hours. */
  rotate(id: string): Promise<string | null>;
  pause(id: string): Promise<boolean>;
  /** Goes on from where it stopped, all that waits at once. */
  resume(id: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** Refused for an event that the subscription may not see, as for one that does not exist. */
  redeliver(id: string, request: RedeliveryRequest): Promise<Result<null, NotFound>>;
  /** Newest first, of one event or of all. */
  attempts(id: string, rang: number | null, limite: number): Promise<Attempt[]>;
  /** What waits, or was given up, by rang. */
  deliveries(id: string, etat: Delivery['etat'], page: { apres: number; limite: number }): Promise<Delivery[]>;
}

/** What subscriptions need: the store, the instant, and who is told that there is something to send. */
export interface SubscriptionDesk {
  store: Pick<Store, 'evenements' | 'abonnements'>;
  clock(): Date;
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
      const subscription = { id, editeurId, url, types: typesOf(wanted), description, creeLe: now(), curseur };
      await abonnements.create(subscription, secret);
      wake();
      const fresh = { ...subscription, pause: null, echecs: null, attendJusqua: null };
      return ok({ abonnement: await shown(fresh), secret });
    },
    async list() {
      const all = await abonnements.list();
      const doubles = doublesOf(all);
      return Promise.all(all.map((one) => shown(one, doubles)));
    },
    find,
    async change(id, change) {
      const found = await abonnements.find(id);
      if (!found) return null;
      const { url = found.url, evenements: wanted, description = found.description } = change;
      const types = wanted === undefined ? found.types : typesOf(wanted);
      await thenWake(abonnements.change(id, { url, types, description }, now()));
      return find(id);
    },
    async rotate(id) {
      const secret = newSecret();
      const jusqua = new Date(clock().getTime() + ROTATION_MS).toISOString();
      return (await abonnements.rotate(id, secret, jusqua)) ? secret : null;
    },
    pause: (id) => abonnements.pause(id, 'demande', now()),
    resume: (id) => thenWake(abonnements.resume(id, now())),
    remove: (id) => abonnements.remove(id),
    async redeliver(id, request) {
      const asked = await redeliver(desk, id, request);
      if (asked.ok) wake();
      return asked;
    },
    attempts: (...asked) => abonnements.attempts(...asked),
    deliveries: (...asked) => abonnements.deliveries(...asked),
  };

  async function find(id: string): Promise<SubscriptionView | null> {
    const found = await abonnements.find(id);
    return found && shown(found);
  }

  async function shown(one: Subscription, known?: ReadonlySet<string>): Promise<SubscriptionView> {
    const { types, curseur: _internal, attendJusqua, ...told } = one;
    const { attente, abandonne } = await abonnements.backlog(one.id);
    const doubles = known ?? doublesOf(await abonnements.list());
    const isAwaited = attendJusqua !== null && attendJusqua > now();
    return {
      ...told,
      attendJusqua: isAwaited ? attendJusqua : null,
      evenements: types ?? 'tous',
      avis: avisOf(one, doubles),
      enAttente: attente,
      abandonnes: abandonne,
    };
  }

  async function thenWake(done: Promise<boolean>): Promise<boolean> {
    const isDone = await done;
    if (isDone) wake();
    return isDone;
  }
}

/** One event at once; or the journal read again from an instant on, in order. */
async function redeliver(
  { store: { abonnements, evenements }, clock }: SubscriptionDesk,
  id: string,
  request: RedeliveryRequest,
): Promise<Result<null, NotFound>> {
  const subscription = await abonnements.find(id);
  if (!subscription) return err({ code: 'introuvable', objet: 'abonnement', id });
  if ('depuis' in request) {
    const before = await evenements.lastBefore(new Date(request.depuis).toISOString());
    await abonnements.rewind(id, Math.min(before, subscription.curseur));
    return ok(null);
  }
  const now = clock();
  const line = await evenements.one(Number(request.evenement), visibleTo(subscription, dayOf(now)));
  if (!line) return err({ code: 'introuvable', objet: 'événement', id: request.evenement });
  await abonnements.retry(id, { rang: line.rang, sujet: subjectOf(line) }, now.toISOString());
  return ok(null);
}

function typesOf(wanted: SubscriptionRequest['evenements']): readonly string[] | null {
  return wanted === 'tous' ? null : wanted;
}

function avisOf(one: Subscription, doubles: ReadonlySet<string>): string | null {
  const { id, pause, echecs } = one;
  if (pause) return avis[pause.motif];
  if (echecs && isAiling(one))
    return `Les livraisons échouent depuis le ${french(dayOf(new Date(echecs.depuis)))} : vérifiez le destinataire.`;
  return doubles.has(id)
    ? 'Un autre abonnement mène à la même adresse : elle peut recevoir deux fois le même événement.'
    : null;
}

/** Those, by id, that lead to one address with another of the same éditeur, however it is written. */
function doublesOf(all: readonly Subscription[]): ReadonlySet<string> {
  const places = Map.groupBy(all, ({ editeurId, url }) => `${editeurId} ${URL.parse(url)?.href}`);
  return new Set([...places.values()].filter((some) => some.length > 1).flatMap((some) => some.map(({ id }) => id)));
}

const avis = {
  demande: 'En pause à votre demande : rien ne se perd, tout partira à la reprise.',
  echecs:
    'En pause : aucune livraison n’a abouti depuis trois jours. Réparez le destinataire, puis reprenez l’abonnement.',
  disparu: 'En pause : le destinataire répond qu’il n’existe plus (410). Corrigez-le, puis reprenez l’abonnement.',
};
