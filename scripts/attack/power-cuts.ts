import { appendFileSync, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { end } from '../bench/service.ts';
import { type Attack, counted, type Effort } from './attack.ts';
import { type CutState, cutAt, type Entry, readRecord, toldEntry, withoutCommits } from './power-record.ts';
import { compile, NO_COMPILER } from './shim.ts';
import { newTarget, stand, type Target } from './target.ts';
import { openWriters, unfaithful, type Writer, write } from './writers.ts';

const SIZES = {
  short: { acts: 15, states: 60, served: 1, control: 15 },
  long: { acts: 60, states: 420, served: 20, control: 60 },
};

/** The current goes at any moment, and the disk keeps of what was not synced whatever it likes. */
export const powerCuts: Attack = {
  title: 'coupures de courant',
  promise:
    'tout acte acquitté avant la coupure est là, verify intact ; renvoyée sous les mêmes clés, la suite n’est faite qu’une fois',
  isAlone: false,
  async run(effort) {
    const shim = compile('record', effort.folder);
    if (shim === null) return NO_COMPILER;
    const { acts, states, served, control } = effort.isLong ? SIZES.long : SIZES.short;
    const recorded = await record(shim, acts, effort);
    const some = await cutMany({ ...recorded, states, served, acts }, effort);
    const lazy = { ...recorded, entries: withoutCommits(recorded.entries), states: control, served: 0, acts };
    const { losing } = await cutMany(lazy, effort);
    return {
      tried: [
        counted(states, 'états'),
        counted(some.torn, 'écritures déchirées'),
        counted(some.dropped, 'perdues'),
        `${served} états resservis`,
      ].join(', '),
      faults: some.faults,
      control: {
        said: `sans la synchronisation du journal WAL : ${losing} états sur ${control} vus en perte`,
        isSeen: losing > 0,
      },
    };
  },
};

/** What happened to a base while its writers wrote. */
interface Recorded {
  target: Target;
  writers: Writer[];
  entries: Entry[];
  /** The first entry after the cases were opened. */
  opened: number;
  /** The base as it was when the record began. */
  before: string;
}

async function record(shim: string, acts: number, { folder }: Effort): Promise<Recorded> {
  const target = await newTarget(folder);
  const before = `${target.file}.avant`;
  copyFileSync(target.file, before);
  copyFileSync(`${target.file}.cle`, `${before}.cle`);
  const path = join(folder, 'releve');
  const service = await stand(target, { LD_PRELOAD: shim, ATTAQUE_BASE: target.file, ATTAQUE_RELEVE: path });
  const writers = await openWriters(service);
  appendFileSync(path, toldEntry(0, 0));
  const once = AbortSignal.timeout(120_000);
  await write(service, writers, { stop: once, most: acts }, ({ rank, told }, status) => {
    if (status === 200) appendFileSync(path, toldEntry(rank, told));
  });
  await end(service.child, 'SIGKILL');
  const entries = readRecord(path);
  const opened = entries.findIndex(({ kind }) => kind === 'told');
  return { target, writers, entries, opened, before };
}

/** Plays cuts of a record; `served` of the states are given back to a service, which is told everything again. */
async function cutMany(
  cuts: Recorded & { states: number; served: number; acts: number },
  { chance, folder }: Effort,
): Promise<{ faults: string[]; losing: number; torn: number; dropped: number }> {
  const found = { faults: [] as string[], losing: 0, torn: 0, dropped: 0 };
  for (let rank = 0; rank < cuts.states; rank++) {
    const at = cuts.opened + chance.whole(cuts.entries.length - cuts.opened + 1);
    const state = join(folder, `coupure-${cuts.served}-${rank}`);
    const cut = cutAt(cuts.entries, at, { before: cuts.before, folder: state, chance });
    const file = join(state, 'parcours.sqlite');
    const seen = await faultsIn(file, cuts.writers, cut);
    const again = seen.length === 0 && rank < cuts.served ? await faultsOnceServed({ ...cuts.target, file }, cuts) : [];
    const faults = [...seen, ...again].map((fault) => `coupure avant l’entrée ${at} : ${fault}`);
    found.faults.push(...faults);
    found.losing += Math.sign(faults.length);
    found.torn += cut.torn;
    found.dropped += cut.dropped;
    rmSync(state, { recursive: true });
  }
  return found;
}

async function faultsIn(file: string, writers: readonly Writer[], { told }: CutState): Promise<string[]> {
  try {
    const store = openSqliteStore({ file, copieAPart: false });
    const verified = await store.verify();
    await store.close();
    if (!verified.ok) return [`verify : ligne ${verified.rang}, ${verified.raison}`];
    return unfaithful(
      file,
      writers.map((writer) => ({ ...writer, told: told.get(writer.rank) ?? 0 })),
    );
  } catch (error) {
    return [`la base ne s’ouvre plus : ${error instanceof Error ? error.message : error}`];
  }
}

/** Everything is sent again, from the first act on. */
async function faultsOnceServed(
  target: Target,
  { writers, acts }: { writers: readonly Writer[]; acts: number },
): Promise<string[]> {
  const service = await stand(target);
  const again = writers.map((writer) => ({ ...writer, told: 0 }));
  const refused = new Set<number | null>();
  await write(service, again, { stop: AbortSignal.timeout(60_000), most: acts }, (_writer, status) => {
    if (status !== 200) refused.add(status);
  });
  await end(service.child);
  const faults = unfaithful(target.file, again);
  const late = again.filter(({ told }) => told < acts);
  return late.length > 0 ? [...faults, `renvoi refusé : ${[...refused].join(', ')}`] : faults;
}
