import { setTimeout } from 'node:timers/promises';
import { strayIn } from '../../src/acts/rows.ts';
import { verifyBase } from '../../src/store/open.ts';
import { ask } from '../postgres/pair.ts';
import { findBinaries } from '../postgres/start.ts';
import type { Chance } from '../seed/fiction.ts';
import { type Attack, counted } from './attack.ts';
import { faults as kinds } from './nodes/faults.ts';
import { nodeOf, openWorld, type World } from './nodes/world.ts';
import { differences, FACT, openWriters, send, type Writer } from './writers.ts';

const NODES = 3;
const WRITERS = 32;
const PAUSE_MS = 50;
/** How often each kind of fault comes, and how many acts at least. */
const SERIES = { short: { rounds: 0, acts: 500 }, long: { rounds: 4, acts: 100_000 } };
/** What a short run tries. */
const FEW = ['nœud tué', 'lignes rompues', 'bascule, la base tuée'] as const;

/** Several nodes over one base that fails over, whatever fails. */
export const nodes: Attack = {
  title: `${NODES} nœuds sur PostgreSQL, et ce qui tombe en panne`,
  promise: 'chaque acte acquitté est au journal une fois, dans l’ordre de son dossier ; verify intact',
  isAlone: true,
  async run({ isLong, chance, folder }) {
    const found = findBinaries(['pg_basebackup']);
    if (found === null) return 'aucun PostgreSQL : installez-en un (apt-get install postgresql)';
    const { rounds, acts } = isLong ? SERIES.long : SERIES.short;
    const world = await openWorld(found, folder, NODES);
    try {
      const writers = await openWriters(nodeOf(world, 0), WRITERS);
      const told = telling(world, writers);
      const series = isLong ? Array.from({ length: rounds }, () => shuffled(kinds, chance)).flat() : [...FEW];
      const all = series.filter((name) => name !== 'disque plein' || world.disk !== null);
      for (const name of all) {
        await setTimeout(500);
        await kinds[name](world, chance);
        console.log(`  ${name} : ${counted(told.count(), 'actes')}`);
      }
      while (told.count() < acts) await setTimeout(100);
      const refusals = await told.end();
      const faults = [...refusals, ...(await faultsOf(world, writers))];
      const control = await loseWithoutStandby(world, writers);
      return { tried: `${counted(all.length, 'pannes')}, ${counted(told.count(), 'actes')}`, faults, control };
    } finally {
      await world.stop();
    }
  },
};

/** Writers that go on whatever happens, each act under its key until it is answered; `end` gives what was refused. */
function telling(world: World, writers: readonly Writer[]) {
  const stop = new AbortController();
  const refusals: string[] = [];
  const all = writers.map(async (writer) => {
    for (let attempt = writer.rank; !stop.signal.aborted; ) {
      const status = await send(nodeOf(world, attempt), writer);
      if (status === 200) {
        writer.told += 1;
        continue;
      }
      if (status !== null && status < 500) refusals.push(`un acte est refusé (${status})`);
      attempt += 1;
      await setTimeout(PAUSE_MS);
    }
  });
  return {
    count: () => writers.reduce((sum, { told }) => sum + told, 0),
    async end(): Promise<string[]> {
      stop.abort();
      await Promise.all(all);
      return refusals;
    },
  };
}

function shuffled<Name extends string>(some: Readonly<Record<Name, unknown>>, chance: Chance): Name[] {
  const names = Object.keys(some) as Name[];
  return names
    .map((name) => ({ name, order: chance.whole(1_000_000) }))
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name);
}

async function faultsOf(world: World, writers: readonly Writer[]): Promise<string[]> {
  const verified = await verifyBase(world.base(), world.cle, { suites: strayIn });
  return [
    ...(await unfaithfulTo(world, writers)),
    ...(verified.ok ? [] : [`verify : ligne ${verified.rang}, ${verified.raison}`]),
  ];
}

async function unfaithfulTo(world: World, writers: readonly Writer[]): Promise<string[]> {
  const { postgres, schema } = world.base();
  const lines = await ask<{ dossier: string; marque: string }>(
    postgres,
    `SELECT i.id AS dossier, j.saisie::json -> 'partie1' ->> 'denomination' AS marque
    FROM ${schema}.journal AS j JOIN ${schema}.instance AS i ON i.numero = j.instance WHERE j.type = '${FACT}' ORDER BY j.rang`,
  );
  const written = Map.groupBy(lines, ({ dossier }) => dossier);
  return writers.flatMap((writer) =>
    differences(
      writer,
      (written.get(writer.dossier) ?? []).map(({ marque }) => marque),
      1,
    ),
  );
}

/** Without a standby that commits wait for, what was acknowledged is lost when the other one takes over: the check must see it. */
async function loseWithoutStandby(world: World, writers: readonly Writer[]) {
  const { pair } = world;
  await pair.setSynchronous(false);
  await pair.standby().end('SIGKILL');
  const told = telling(world, writers);
  await setTimeout(2_000);
  await pair.primary().end('SIGKILL');
  await told.end();
  await pair.standby().start();
  await pair.promote();
  const seen = await unfaithfulTo(world, writers);
  return {
    said: `sans attendre le secours, une bascule perd des actes acquittés dans ${seen.length} dossiers sur ${writers.length}`,
    isSeen: seen.length > 0,
  };
}
