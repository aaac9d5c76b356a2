import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { end, headersOf, launch, type Reached } from '../../bench/service.ts';
import { localKey } from '../../key/local-key.ts';
import { type SmallDisk, smallDisk } from '../../postgres/disk.ts';
import { type Pair, startPair } from '../../postgres/pair.ts';
import { type Relay, startRelay } from '../../postgres/relay.ts';
import type { Binaries } from '../../postgres/start.ts';
import type { Standing } from '../target.ts';

const CLE = 'c5'.repeat(32);
const SCHEMA = 'parcours';
const DISK_MB = 2_500;

/** Nodes of the service, the network between them and the base, and the base with its standby. */
export interface World {
  pair: Pair;
  relay: Relay;
  nodes: Standing[];
  /** Where both servers are; null where no disk of its own can be had. */
  disk: SmallDisk | null;
  /** A node, in the place of one that is gone or ended now. */
  restart(rank: number, settings?: Record<string, string>): Promise<void>;
  /** How the base is opened beside the nodes, whatever becomes of the network. */
  base(): { postgres: string; schema: string };
  cle: string;
  stop(): Promise<void>;
}

/** A world of so many nodes, its files in `folder`. */
export async function openWorld(found: Binaries, folder: string, count: number): Promise<World> {
  const disk = smallDisk(DISK_MB);
  const pair = await startPair(found, disk?.folder);
  const relay = await startRelay(pair.primary().port);
  const headers = headersOf(await localKey({ postgres: pair.primary().url, schema: SCHEMA }, 'Attaque', CLE));
  const nodes: Standing[] = [];
  const world: World = {
    pair,
    relay,
    nodes,
    disk,
    async restart(rank, settings = {}) {
      const old = nodes[rank];
      if (old) await end(old.child, 'SIGKILL');
      const fichiers = join(mkdtempSync(join(folder, 'noeud-')), 'parcours');
      const own = {
        DATABASE_URL: `postgres://essai@127.0.0.1:${relay.port}/postgres`,
        FICHIERS: fichiers,
        CLE_JOURNAL: CLE,
      };
      nodes[rank] = { file: fichiers, headers, ...(await launch('src/main.ts', fichiers, { ...own, ...settings })) };
    },
    base: () => ({ postgres: pair.primary().url, schema: SCHEMA }),
    cle: CLE,
    async stop() {
      for (const { child } of nodes) await end(child, 'SIGKILL');
      relay.close();
      await pair.stop();
      disk?.remove();
    },
  };
  for (let rank = 0; rank < count; rank++) await world.restart(rank);
  return world;
}

/** One of the nodes, another at each attempt. */
export function nodeOf({ nodes }: World, attempt: number): Reached {
  const node = nodes[attempt % nodes.length];
  if (!node) throw new Error('A world has nodes');
  return node;
}
