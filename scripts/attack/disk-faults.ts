import { renameSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { end } from '../bench/service.ts';
import { type Attack, counted, type Effort } from './attack.ts';
import { compile, NO_COMPILER } from './shim.ts';
import { newTarget, type Standing, stand } from './target.ts';
import { openWriters, unfaithful, type Writer, write } from './writers.ts';

/** What the disk does, one call in `every`: a short write is no failure, SQLite writes the rest. */
interface Fault {
  what: 'sync' | 'write' | 'short';
  error: 'EIO' | 'ENOSPC' | 'EROFS';
  every: number;
}

const some: readonly Fault[] = [
  { what: 'sync', error: 'EIO', every: 1 },
  { what: 'write', error: 'ENOSPC', every: 1 },
  { what: 'write', error: 'EIO', every: 7 },
  { what: 'short', error: 'EIO', every: 3 },
];
const all: readonly Fault[] = [
  ...some,
  { what: 'sync', error: 'EIO', every: 3 },
  { what: 'sync', error: 'ENOSPC', every: 2 },
  { what: 'sync', error: 'EROFS', every: 1 },
  { what: 'write', error: 'ENOSPC', every: 5 },
  { what: 'write', error: 'EROFS', every: 1 },
  { what: 'write', error: 'EIO', every: 2 },
  { what: 'short', error: 'ENOSPC', every: 1 },
];
const ANSWERS = { short: 60, long: 400 };
const WITHIN_MS = 30_000;

/** The disk refuses to write or to sync, or does half, under writers. */
export const diskFaults: Attack = {
  title: 'pannes de disque',
  promise: 'seuls des 503, qui n’ont rien fait et que leur clé règle ; on lit pendant, tout reprend seul après',
  isAlone: false,
  async run(effort) {
    const shim = compile('faults', effort.folder);
    if (shim === null) return NO_COMPILER;
    const control = join(effort.folder, 'fautes');
    const service = await stand(await newTarget(effort.folder), { LD_PRELOAD: shim, ATTAQUE_FAUTES: control });
    const writers = await openWriters(service);
    const found = { faults: [] as string[], refusals: 0, reads: 0 };
    const faults = effort.isLong ? all : some;
    for (const fault of faults) {
      const name = `${fault.what} ${fault.error} 1 sur ${fault.every}`;
      const during = await meet(service, writers, {
        fault,
        control,
        answers: effort.isLong ? ANSWERS.long : ANSWERS.short,
      });
      found.faults.push(...during.faults.map((said) => `${name} : ${said}`));
      found.refusals += during.refusals;
      found.reads += during.reads;
    }
    const verified = await verifySqliteFile({ file: service.file });
    if (!verified.ok) found.faults.push(`verify : ligne ${verified.rang}, ${verified.raison}`);
    await end(service.child);
    return {
      tried: [
        counted(faults.length, 'pannes'),
        counted(found.refusals, 'refus'),
        counted(found.reads, 'lectures'),
      ].join(', '),
      faults: found.faults,
      control: await seenAtLast(() => onALyingDisk(shim, effort)),
    };
  },
};

/** The whole of one fault: it begins under writers, they are refused, others read, it ends, and each writer acts again. */
async function meet(
  service: Standing,
  writers: readonly Writer[],
  { fault, control, answers }: { fault: Fault; control: string; answers: number },
): Promise<{ faults: string[]; refusals: number; reads: number }> {
  const seen = new Map<number | null, number>();
  const stop = new AbortController();
  const enough = Promise.withResolvers<void>();
  let heard = 0;
  set(control, fault);
  const writing = write(service, writers, { stop: stop.signal }, (_writer, status) => {
    seen.set(status, (seen.get(status) ?? 0) + 1);
    heard += 1;
    if (heard >= answers || status === null) enough.resolve();
  });
  const reads = await readUntil(service, writers, enough.promise);
  stop.abort();
  await writing;
  const done = unfaithful(service.file, writers, 0);
  const ready = await fetch(`${service.url}/readyz`);
  const saysSo = fault.every > 1 || ready.status === (fault.what === 'short' ? 200 : 503);
  set(control, null);
  await write(service, writers, {
    stop: AbortSignal.timeout(WITHIN_MS),
    most: Math.max(...writers.map(({ told }) => told)) + 1,
  });
  const isBack = writers.every(({ told }) => told === writers[0]?.told) && (await fetch(`${service.url}/readyz`)).ok;
  const others = [...seen].filter(([status]) => status !== 200 && status !== (fault.what === 'short' ? 200 : 503));
  return {
    faults: [
      ...others.map(([status, count]) => `${count} réponses ${status ?? 'coupées'}`),
      ...(fault.every === 1 && fault.what !== 'short' && seen.has(200) ? ['des actes acquittés sans être écrits'] : []),
      ...done,
      ...(saysSo ? [] : [`/readyz répond ${ready.status}`]),
      ...reads.failed.map((status) => `une lecture répond ${status}`),
      ...(isBack ? [] : [`rien ne reprend en ${WITHIN_MS / 1000} s`]),
      ...unfaithful(service.file, writers, 0),
    ],
    refusals: seen.get(503) ?? 0,
    reads: reads.count,
  };
}

async function readUntil({ url, headers }: Standing, writers: readonly Writer[], over: Promise<void>) {
  const reads = { count: 0, failed: [] as number[] };
  let isOver = false;
  const ending = over.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const { dossier = '' } = writers[reads.count % writers.length] ?? {};
    const response = await fetch(`${url}/api/v1/dossiers/${dossier}/journal`, { headers });
    await response.arrayBuffer();
    if (!response.ok) reads.failed.push(response.status);
    reads.count += 1;
  }
  await ending;
  return reads;
}

/** The line is put in place at once: the service may read it at any moment. */
function set(control: string, fault: (Pick<Fault, 'error' | 'every'> & { what: Fault['what'] | 'lie' }) | null): void {
  const line = fault ? `${fault.what} parcours.sqlite ${constants.errno[fault.error]} ${fault.every}\n` : '';
  writeFileSync(`${control}.neuf`, line);
  renameSync(`${control}.neuf`, control);
}

/** How often a disk may be found out before any act is acknowledged: what it lied about is read again, and refused, so that nothing is lost. */
const TRIES = 5;

/** A control that chance may hide, tried again until it is seen. */
async function seenAtLast<Seen extends { isSeen: boolean }>(tried: () => Promise<Seen>): Promise<Seen> {
  let seen = await tried();
  for (let tries = 1; tries < TRIES && !seen.isSeen; tries++) seen = await tried();
  return seen;
}

/** A disk that says that it writes and does not, then a kill: the acknowledged acts that are gone must be missed. */
async function onALyingDisk(shim: string, { folder }: Effort) {
  const control = join(folder, 'mensonges');
  set(control, null);
  const service = await stand(await newTarget(folder), { LD_PRELOAD: shim, ATTAQUE_FAUTES: control });
  const writers = await openWriters(service);
  await write(service, writers, { stop: AbortSignal.timeout(WITHIN_MS), most: 2 });
  set(control, { what: 'lie', error: 'EIO', every: 1 });
  await write(service, writers, { stop: AbortSignal.timeout(WITHIN_MS), most: 12 });
  await end(service.child, 'SIGKILL');
  let seen: string[];
  try {
    seen = unfaithful(service.file, writers);
  } catch (error) {
    seen = [String(error)];
  }
  return { said: `disque qui ment, puis kill -9 : ${seen[0] ?? 'rien de vu'}`, isSeen: seen.length > 0 };
}
