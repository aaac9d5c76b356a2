import { randomUUID } from 'node:crypto';
import { dayOf, french } from '../days.ts';
import { err, ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import type { Subscription } from '../store/webhooks.ts';
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

/** What subscriptions need: the store, the instant, and who is told that there is something to send. */
export interface SubscriptionDesk {
  store: Pick<Store, 'evenements' | 'abonnements'>;
  clock(): Date;
  wake(): void;
}

/** The administration of subscriptions. */
export function createSubscriptions(desk: SubscriptionDesk) {
  const { store, clock, wake } = desk;
  const { abonnements, evenements } = store;
  const now = () => clock().toISOString();

  return {
    /** Its secret is told here and at a rotation, never again; the first event sent is a verification. */
    async create(
      { url, evenements: wanted, description }: SubscriptionRequest,
      editeurId: string | null,
    ): Promise<
      Result<{ abonnement: SubscriptionView; secret: string }, { code: 'trop-d-abonnements'; limite: number }>
    > {
      if ((await abonnements.list()).length >= AT_MOST) return err({ code: 'trop-d-abonnements', limite: AT_MOST });
      const [id, secret, curseur] = [randomUUID(), newSecret(), await evenements.last()];
      const subscription = { id, editeurId, url, types: typesOf(wanted), description, creeLe: now(), curseur };
      await abonnements.create(subscription, secret);
      wake();
      const fresh = { ...subscription, pause: null, echecs: null, attendJusqua: null };
      return ok({ abonnement: await shown(fresh), secret });
    },
    /** Oldest first. */
    async list(): Promise<SubscriptionView[]> {
      const all = await abonnements.list();
      const doubles = doublesOf(all);
      return Promise.all(all.map((one) => shown(one, doubles)));
    },
    find,
    /** Its queue stays; to another address, a verification goes first. */
    async change(id: string, change: SubscriptionChange): Promise<SubscriptionView | null> {
      const found = await abonnements.find(id);
      if (!found) return null;
      const { url = found.url, evenements: wanted, description = found.description } = change;
      const types = wanted === undefined ? found.types : typesOf(wanted);
      await thenWake(abonnements.change(id, { url, types, description }, now()));
      return find(id);
    },
    /** The new secret; the one before signs too for 24 hours. */
    async rotate(id: string): Promise<string | null> {
      const secret = newSecret();
      const jusqua = new Date(clock().getTime() + ROTATION_MS).toISOString();
      return (await abonnements.rotate(id, secret, jusqua)) ? secret : null;
    },
    pause: (id: string) => abonnements.pause(id, 'demande', now()),
    /** Goes on from where it stopped, all that waits at once. */
    resume: (id: string) => thenWake(abonnements.resume(id, now())),
    remove: abonnements.remove,
    /**
     * One event at once, refused when the subscription may not see it, as when it does not exist; or the journal read again from an
     * instant on, in order.
     */
    async redeliver(id: string, request: RedeliveryRequest): Promise<Result<null, NotFound>> {
      const subscription = await abonnements.find(id);
      if (!subscription) return err({ code: 'introuvable', objet: 'abonnement', id });
      if ('depuis' in request) {
        const before = await evenements.lastBefore(new Date(request.depuis).toISOString());
        await abonnements.rewind(id, Math.min(before, subscription.curseur));
        wake();
        return ok(null);
      }
      const now = clock();
      const line = await evenements.one(Number(request.evenement), visibleTo(subscription, dayOf(now)));
      if (!line) return err({ code: 'introuvable', objet: 'événement', id: request.evenement });
      await abonnements.retry(id, { rang: line.rang, sujet: subjectOf(line) }, now.toISOString());
      wake();
      return ok(null);
    },
    /** Newest first, of one event or of all. */
    attempts: abonnements.attempts,
    /** What waits, or was given up, by rang. */
    deliveries: abonnements.deliveries,
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

/** What administrators do with subscriptions; null or false for an unknown one. */
export type Subscriptions = ReturnType<typeof createSubscriptions>;

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
