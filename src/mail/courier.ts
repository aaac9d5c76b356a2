import { delayAfter } from '../outbox/backoff.ts';
import type { Leaseholder } from '../outbox/lease.ts';
import type { DocumentStore } from '../store/documents/documents.ts';
import type { EnvoiDu, MailStore, SuiteEnvoi } from '../store/mails.ts';
import type { Reply, Transport } from './transport.ts';

const AT_ONCE = 4;
const HEARTBEAT_MS = 1_000;
const BAIL = 'courriels';

/** What mails need to leave: where they wait, the way out, and whoever tells the journal that one did not arrive. */
export interface MailPost {
  store: { courriels: MailStore; documents: Pick<DocumentStore, 'get'>; onCommit(listener: () => void): () => void };
  /** By which this node alone sends. */
  bail: Leaseholder;
  transport: Transport;
  /** Tells the journal what of `aDire` it does not say yet. */
  tellFailures(): Promise<void>;
  clock(): Date;
  random(): number;
}

/**
 * Sends what the journal tells is sent, at least once: a crash between the yes of a server and what is kept of it sends the same bytes again, under
 * the same Message-ID, by which whoever receives them knows. What is known is in the store alone.
 */
export function createMailCourier(post: MailPost) {
  const { courriels, documents } = post.store;
  const lease = { nom: BAIL, porteur: post.bail.porteur };
  let running: Promise<Date | null> | null = null;
  let isCalled = false;
  let isStopped = false;
  let stopListening = () => {};

  return {
    /** Sends what is due until nothing is; gives the instant of the next attempt, null for none. */
    work,
    /** Works from now on, at each commit and second; `onError` is told what stops a turn. */
    start(onError: (error: unknown) => void): void {
      const wake = () => void work().catch(onError);
      const unlisten = post.store.onCommit(wake);
      const heartbeat = setInterval(() => {
        if (running !== null) void post.bail.holds(BAIL).catch(onError);
        wake();
      }, HEARTBEAT_MS);
      stopListening = () => {
        unlisten();
        clearInterval(heartbeat);
      };
      wake();
    },
    /** Stops once what is in flight is answered. */
    async close(): Promise<void> {
      isStopped = true;
      stopListening();
      await running?.catch(() => {});
      post.transport.close();
      await post.bail.release();
    },
  };

  function work(): Promise<Date | null> {
    isCalled = true;
    running ??= loop().finally(() => {
      running = null;
    });
    return running;
  }

  async function loop(): Promise<Date | null> {
    while (isCalled && !isStopped) {
      isCalled = false;
      if (!(await post.bail.holds(BAIL))) return null;
      while ((await courriels.enfiler()) > 0);
      while (!isStopped && (await sendDue()));
      await post.tellFailures();
    }
    const next = await courriels.prochain();
    return next === null ? null : new Date(next);
  }

  /**
   * Whether there may be more: not where another node has replaced this one. What goes to one address goes one after the other; what throws is told
   * once all others are answered, or they would be sent again meanwhile.
   */
  async function sendDue(): Promise<boolean> {
    const due = await courriels.dus(post.clock().toISOString(), AT_ONCE);
    const firsts = [...Map.groupBy(due, ({ adresse }) => adresse).values()].flatMap(([first]) => first ?? []);
    const settled = await Promise.allSettled(firsts.map(send));
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
    return due.length > 0 && settled.every((one) => one.status === 'fulfilled' && one.value);
  }

  async function send(envoi: EnvoiDu): Promise<boolean> {
    const le = post.clock().toISOString();
    const raw = await documents.get(envoi.document).catch(orAltered);
    const reply: Reply =
      raw === null
        ? { sort: 'refuse', code: null, said: 'Le courriel n’est plus là : il a été effacé, ou abîmé' }
        : await post.transport.send({ from: envoi.retour, to: envoi.adresse, raw });
    const tentative = { le, code: reply.code, reponse: reply.said };
    return await courriels.regler(envoi.numero, tentative, suiteOf(envoi, reply), lease);
  }

  function suiteOf({ tentatives }: EnvoiDu, { sort }: Reply): SuiteEnvoi {
    if (sort !== 'plus-tard') return sort;
    const delay = delayAfter(tentatives + 1, post.random);
    return delay === null ? 'abandonne' : { prochaineLe: new Date(post.clock().getTime() + delay).toISOString() };
  }
}

function orAltered(error: unknown): null {
  if (error instanceof Error && error.name === 'DocumentAltered') return null;
  throw error;
}

/** What sends mails, in this process. */
export type MailCourier = ReturnType<typeof createMailCourier>;
