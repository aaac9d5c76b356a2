import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { ask } from '../../postgres/pair.ts';
import type { Chance } from '../../seed/fiction.ts';
import type { World } from './world.ts';

/** One way in which several machines fail, mended before it returns. */
type Fault = (world: World, chance: Chance) => Promise<void>;

const CLOCK = new URL('./clock.mjs', import.meta.url).pathname;

/** Longer than a lease, and than a base lets a transaction be idle. */
const LONG_MS = 12_000;

const anyNode = ({ nodes }: World, chance: Chance) => chance.whole(nodes.length - 1);

/** By their names. */
export const faults = {
  'nœud tué': async (world, chance) => {
    const rank = anyNode(world, chance);
    world.nodes[rank]?.child.kill('SIGKILL');
    await setTimeout(chance.whole(1_000));
    await world.restart(rank);
  },
  'nœud arrêté': async (world, chance) => {
    const rank = anyNode(world, chance);
    world.nodes[rank]?.child.kill('SIGTERM');
    await setTimeout(chance.whole(2_000));
    await world.restart(rank);
  },
  'nœud figé': async (world, chance) => {
    const child = world.nodes[anyNode(world, chance)]?.child;
    child?.kill('SIGSTOP');
    await setTimeout(LONG_MS);
    child?.kill('SIGCONT');
  },
  'nœud en avance d’une heure': async (world, chance) => {
    const rank = anyNode(world, chance);
    await world.restart(rank, { NODE_OPTIONS: `--import ${CLOCK}` });
    await setTimeout(3_000);
    await world.restart(rank);
  },
  'réseau coupé': async ({ relay }) => {
    relay.refuse(true);
    relay.cut();
    await setTimeout(2_000);
    relay.refuse(false);
  },
  'réseau muet vers la base': async ({ relay }) => {
    relay.silence('to-base');
    await setTimeout(4_000);
    relay.cut();
    relay.silence('none');
  },
  'réseau muet vers les nœuds': async ({ relay }) => {
    relay.silence('from-base');
    await setTimeout(4_000);
    relay.cut();
    relay.silence('none');
  },
  'lignes rompues': async ({ relay }) => {
    for (let times = 0; times < 5; times++) {
      relay.cut();
      await setTimeout(300);
    }
  },
  'base tuée': async ({ pair, relay }, chance) => {
    const server = pair.primary();
    await server.end('SIGKILL');
    relay.cut();
    await setTimeout(chance.whole(1_000));
    await server.start();
  },
  'base figée': async ({ pair }) => {
    pair.primary().signal('SIGSTOP');
    await setTimeout(3_000);
    pair.primary().signal('SIGCONT');
  },
  'secours tué': async ({ pair }) => {
    await pair.standby().end('SIGKILL');
    await setTimeout(2_000);
    await pair.standby().start();
  },
  'disque plein': async ({ pair, disk }) => {
    disk?.fill();
    await setTimeout(4_000);
    disk?.free();
    for (const server of [pair.primary(), pair.standby()]) {
      await server.end('SIGKILL');
      await server.start();
    }
  },
  'bascule, la base tuée': async (world) => {
    await world.pair.primary().end('SIGKILL');
    await switchOver(world);
  },
  'bascule, la base isolée': async (world) => {
    world.relay.silence('both');
    await switchOver(world);
  },
  'connexions épuisées': async ({ pair }) => {
    const clients: Client[] = [];
    for (let left = 60; left > 0; left--) {
      const client = new Client(pair.primary().url);
      client.on('error', () => {});
      const isIn = await client.connect().then(
        () => true,
        () => false,
      );
      if (!isIn) break;
      clients.push(client);
    }
    await setTimeout(3_000);
    for (const client of clients) await client.end();
  },
  'base en lecture seule': async ({ pair }) => {
    const { url } = pair.primary();
    await ask(url, 'ALTER SYSTEM SET default_transaction_read_only = on');
    await ask(url, 'SELECT pg_reload_conf()');
    await setTimeout(2_000);
    await ask(url, 'ALTER SYSTEM RESET default_transaction_read_only');
    await ask(url, 'SELECT pg_reload_conf()');
  },
} satisfies Record<string, Fault>;

/** The standby takes over, then the one that was the primary is made its standby. */
async function switchOver({ pair, relay }: World): Promise<void> {
  await pair.promote();
  relay.lead(pair.primary().port);
  relay.cut();
  relay.silence('none');
  await pair.rebuild();
}
