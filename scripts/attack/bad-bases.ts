import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '../../src/definitions.ts';
import { openSqliteStore, verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { StoreOutage } from '../../src/store/store.ts';
import { end, headersOf, NotStarted } from '../bench/service.ts';
import { type Attack, counted, type Effort } from './attack.ts';
import { type BadBase, badBases } from './bad-files.ts';
import { copyBase, makeSoundBase, type SoundBase } from './sound-base.ts';
import { type Standing, stand } from './target.ts';
import { send, type Writer } from './writers.ts';

/** In CI, one base in so many is given to a service of its own; the others are opened as it would. */
const ONE_IN = { short: 16, long: 1 };

/** What came of a start: a sentence, or the service stood there. */
type Start = { said: string; code: number | null } | { stood: true };

/** The base is damaged, not ours, not there, or taken from under the service. */
export const badBaseAttack: Attack = {
  title: 'mauvaises bases',
  promise:
    'refusée au démarrage par une phrase française, sans trace, ou trouvée par verify ; jamais servie en silence',
  isAlone: false,
  async run(effort) {
    const base = await makeSoundBase(effort.folder);
    const faults: string[] = [];
    for (const [rank, bad] of badBases.entries()) {
      const isServed = rank % (effort.isLong ? ONE_IN.long : ONE_IN.short) === 0;
      const file = copyBase(base.file, join(effort.folder, `mauvaise-${rank}`));
      faults.push(...(await faultsOf(bad, { file, isServed })));
    }
    const under = await underTheService(base, effort);
    return {
      tried: `${counted(badBases.length, 'bases')} au démarrage, ${under.tried} sous le service`,
      faults: [...faults, ...under.faults],
      control: under.control,
    };
  },
};

async function faultsOf(
  { title, spoil, hold }: BadBase,
  { file, isServed }: { file: string; isServed: boolean },
): Promise<string[]> {
  await spoil(file);
  const release = hold?.(file);
  const start = await (isServed ? serve(file) : open(file));
  release?.();
  if ('stood' in start) return (await isAccused(file)) ? [] : [`${title} : servie en silence`];
  const isSentence = /^\p{Lu}[^\n]*\.\n?$/u.test(start.said) && !/\n? {4}at /.test(start.said);
  return isSentence && start.code === 1 ? [] : [`${title} : ${start.said.slice(0, 200)} (code ${start.code})`];
}

/** By a real service. */
async function serve(file: string): Promise<Start> {
  try {
    const { child } = await stand({ file, headers: {} });
    await end(child, 'SIGKILL');
    return { stood: true };
  } catch (error) {
    if (error instanceof NotStarted) return { said: error.message, code: error.code };
    throw error;
  }
}

/** As `src/main.ts` opens it; what is no outage would be told with its trace. */
async function open(file: string): Promise<Start> {
  try {
    await openSqliteStore({ file, copieAPart: false, definitions: definitions() }).close();
    return { stood: true };
  } catch (error) {
    if (error instanceof StoreOutage) return { said: error.message, code: 1 };
    return { said: error instanceof Error ? (error.stack ?? error.message) : String(error), code: null };
  }
}

async function isAccused(file: string): Promise<boolean> {
  try {
    return !(await verifySqliteFile({ file })).ok;
  } catch (error) {
    return error instanceof StoreOutage;
  }
}

/** The file is moved or replaced under a service that stands on it, then put back; the sound base starts and acts, which is the control. */
async function underTheService(base: SoundBase, { folder }: Effort) {
  const file = copyBase(base.file, join(folder, 'deplacee'));
  const service = await stand({ file, headers: headersOf(base.agent) });
  const writer: Writer = { rank: 0, dossier: base.dossiers[0] ?? '', told: 0 };
  const faults: string[] = [];
  const control = await actsOf(service, writer);
  const aside = `${file}.ailleurs`;
  const moves = {
    déplacée: () => {},
    'remplacée par une ancienne': () => copyFileSync(base.ancienne, file),
    'remplacée par une vide': () => copyFileSync('/dev/null', file),
  };
  for (const [title, put] of Object.entries(moves)) {
    renameSync(file, aside);
    put();
    const told = await actsOf(service, writer);
    if (told.acted !== 503 || told.ready !== 503)
      faults.push(`${title} sous le service : acte ${told.acted}, /readyz ${told.ready}`);
    renameSync(aside, file);
    const back = await actsOf(service, writer);
    if (back.acted !== 200) faults.push(`${title} puis remise : acte ${back.acted}`);
  }
  await end(service.child);
  const verified = await verifySqliteFile({ file });
  if (!verified.ok) faults.push(`après : ${verified.raison}`);
  const isSeen = control.acted === 200 && control.ready === 200 && !(await isAccused(base.file));
  return {
    tried: Object.keys(moves).length,
    faults,
    control: { said: `base saine : acte ${control.acted}, /readyz ${control.ready}, dite intacte`, isSeen },
  };
}

async function actsOf(service: Standing, writer: Writer): Promise<{ acted: number | null; ready: number }> {
  const acted = await send(service, writer);
  if (acted === 200) writer.told += 1;
  const { status: ready } = await fetch(`${service.url}/readyz`);
  return { acted, ready };
}
