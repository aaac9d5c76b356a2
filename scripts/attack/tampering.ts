import { join } from 'node:path';
import type { Head } from '../../src/store/seals.ts';
import { verifySqliteFile } from '../../src/store/sqlite/sqlite-store.ts';
import { type Attack, counted } from './attack.ts';
import { copyBase, makeSoundBase } from './sound-base.ts';
import { type Tampering, tamper, tamperings } from './tamperings.ts';

/** Somebody who holds the file changes it, the service stopped. */
export const tampering: Attack = {
  title: 'falsifications du fichier',
  promise: 'chacune est vue par verify, les copies anciennes et les journaux refaits grâce aux ancres',
  isAlone: false,
  async run({ folder }) {
    const base = await makeSoundBase(folder);
    const verdicts: { tampering: Tampering; isSeen: boolean }[] = [];
    for (const [rank, tampering] of tamperings.entries()) {
      const file = copyBase(base.file, join(folder, `falsifiee-${rank}`));
      verdicts.push({ tampering, isSeen: await isSeen(file, await tamper(tampering, file, base)) });
    }
    const missed = verdicts.filter((verdict) => !verdict.isSeen).map((verdict) => verdict.tampering);
    const names = missed.filter(({ demanded }) => !demanded).map(({ title }) => title);
    const unseenYet = names.length > 0 ? ` ; non vu : ${names.join(', ')}` : '';
    return {
      tried: `${counted(tamperings.length, 'classes')}, ${verdicts.length - missed.length} vues${unseenYet}`,
      faults: missed.filter(({ demanded }) => demanded).map(({ title }) => `non vu : ${title}`),
      control: await untouched(base.file, base.ancres),
    };
  },
};

async function isSeen(file: string, ancres: readonly Head[]): Promise<boolean> {
  return !(await verifySqliteFile({ file }, ancres)).ok;
}

/** A verification that accuses the base as it was written would prove nothing. */
async function untouched(file: string, ancres: readonly Head[]) {
  const isAccused = await isSeen(file, ancres);
  return {
    said: isAccused ? 'base intacte accusée à tort' : 'base intacte dite intacte, ancres retrouvées',
    isSeen: !isAccused,
  };
}
