import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher.ts';
import { createSender } from '../../src/outbox/sender.ts';
import { createSubscriptions, type Subscriptions } from '../../src/outbox/subscriptions.ts';
import type { Store } from '../../src/store/store.ts';
import { newBase } from '../store/new-base.ts';
import { sampleChange, sampleLine } from '../store/samples.ts';

/** A store that sends events, at a time that stands still until it is moved. */
export interface World {
  store: Store;
  dispatcher: Dispatcher;
  subscriptions: Subscriptions;
  now: Date;
  /** Tells one more fact to a dossier. */
  tell(dossier: string): Promise<void>;
  /** A subscription to everything; its id. */
  subscribe(url: string): Promise<string>;
  /** Sends, moving on to each next attempt, until nothing is due before `end`. */
  workUntil(end?: Date): Promise<void>;
  /** Stops in the middle of whatever goes on, and starts on the same file. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A new world on 5 January 2026; a receiver has `timeoutMs` to answer, and each look at the clock takes `tickMs`. */
export async function createWorld({ timeoutMs = 10_000, tickMs = 0 } = {}): Promise<World> {
  const openBase = newBase();
  const versions = new Map<string, number>();
  const world: World = {
    ...(await open()),
    now: new Date('2026-01-05T08:00:00.000Z'),
    async tell(dossier) {
      const version = (versions.get(dossier) ?? 0) + 1;
      versions.set(dossier, version);
      const line = { ...sampleLine(`${dossier} ${version}`), enregistreLe: world.now.toISOString() };
      const committed = await world.store.commit([{ ...sampleChange(dossier, version), journal: [line] }]);
      if (!committed.ok) throw new Error(committed.raison);
    },
    async subscribe(url) {
      const made = await world.subscriptions.create({ url, evenements: 'tous', description: '' }, null);
      if (!made.ok) throw new Error(made.error.code);
      return made.value.abonnement.id;
    },
    async workUntil(end = new Date('2030-01-01')) {
      let next = await world.dispatcher.work();
      for (; next && next < end; next = await world.dispatcher.work()) if (next > world.now) world.now = next;
      if (next && end > world.now && end.getFullYear() < 2030) world.now = end;
    },
    async restart() {
      await world.stop();
      Object.assign(world, await open());
    },
    async stop() {
      await world.dispatcher.close();
      await world.store.close();
    },
  };
  return world;

  async function open() {
    const store = await openBase();
    const clock = () => {
      world.now = new Date(world.now.getTime() + tickMs);
      return world.now;
    };
    const sender = createSender({ autoriserAdressesPrivees: true, timeoutMs });
    const dispatcher = createDispatcher({ store, sender, clock, random: () => 0, onCommit: store.onCommit });
    const subscriptions = createSubscriptions({ store, clock, wake: dispatcher.wake });
    return { store, dispatcher, subscriptions };
  }
}
