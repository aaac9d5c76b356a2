import { verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { end } from '../bench/service.ts';
import { type Attack, counted } from './attack.ts';
import { newTarget, type Standing, stand } from './target.ts';
import { openWriters, send, unfaithful, type Writer, write } from './writers.ts';

/** A verification walks the whole journal: it begins again on a new base before that is long. */
const SERIES = { short: { bases: 1, kills: 2, acts: 60 }, long: { bases: 14, kills: 15, acts: 300 } };

/** The process dies at any moment under writers, and comes back. */
export const kills: Attack = {
  title: 'kill -9 sous 8 écrivains',
  promise: 'chaque acte acquitté est au journal une fois, dans l’ordre de son dossier ; verify intact',
  isAlone: false,
  async run(effort) {
    const { bases, kills: each, acts: most } = effort.isLong ? SERIES.long : SERIES.short;
    const faults: string[] = [];
    let [acts, doubts] = [0, 0];
    let control = { said: '', isSeen: false };
    for (let base = 0; base < bases; base++) {
      let service = await stand(await newTarget(effort.folder));
      const writers = await openWriters(service);
      for (let kill = 0; kill < each; kill++) {
        doubts += await killUnder(service, writers, effort.chance.whole(most));
        service = await stand(service);
        faults.push(...(await faultsOf(service, writers)));
      }
      const once = AbortSignal.timeout(10_000);
      await write(service, writers, { stop: once, most: Math.max(...writers.map(({ told }) => told)) + 1 });
      faults.push(...(await faultsOf(service, writers)));
      acts += writers.reduce((sum, { told }) => sum + told, 0);
      if (base === 0) control = await forgetKeys(service, writers);
      await end(service.child);
    }
    const tried = [counted(bases * each, 'kills'), counted(acts, 'actes'), counted(doubts, 'actes en doute')].join(
      ', ',
    );
    return { tried, faults, control };
  },
};

/** Kills once that many acts were acknowledged; gives how many were left in doubt. */
async function killUnder(service: Standing, writers: readonly Writer[], acts: number): Promise<number> {
  const stop = new AbortController();
  const enough = Promise.withResolvers<void>();
  let [heard, doubts] = [0, 0];
  const writing = write(service, writers, { stop: stop.signal }, (_writer, status) => {
    if (status === null) doubts += 1;
    heard += 1;
    if (heard >= acts) enough.resolve();
  });
  await enough.promise;
  await end(service.child, 'SIGKILL');
  stop.abort();
  await writing;
  return doubts;
}

async function faultsOf({ file }: Standing, writers: readonly Writer[]): Promise<string[]> {
  const verified = await verifySqliteFile({ file });
  return [
    ...unfaithful(file, writers),
    ...(verified.ok ? [] : [`verify : ligne ${verified.rang}, ${verified.raison}`]),
  ];
}

/** Answers are thrown away as a cut line would, and the acts sent again under another key: they must be seen twice. */
async function forgetKeys(service: Standing, writers: readonly Writer[]) {
  const statuses: (number | null)[] = [];
  for (const writer of writers) {
    statuses.push(await send(service, writer), await send(service, writer, `autre-cle-${writer.rank}`));
    writer.told += 1;
  }
  const seen = unfaithful(service.file, writers);
  const isSeen = seen.length === writers.length && statuses.every((status) => status === 200);
  return {
    said: `en doute renvoyés sous une autre clé : ${seen.length} dossiers sur ${writers.length} vus en double`,
    isSeen,
  };
}
