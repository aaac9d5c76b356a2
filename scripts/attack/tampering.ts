import { join } from 'node:path';
import { strayIn } from '../../src/acts/rows.ts';
import type { Anchor } from '../../src/store/seals.ts';
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
    const missed = verdicts.filter((verdict) => !verdict.isSeen).map(({ tampering }) => tampering.title);
    return {
      tried: counted(tamperings.length, 'classes'),
      faults: missed.map((title) => `non vu : ${title}`),
      control: await untouched(base.file, base.ancres),
    };
  },
};

async function isSeen(file: string, ancres: readonly Anchor[]): Promise<boolean> {
  return !(await verifySqliteFile({ file }, { ancres, suites: strayIn })).ok;
}

/** A verification that accuses the base as it was written would prove nothing. */
async function untouched(file: string, ancres: readonly Anchor[]) {
  const isAccused = await isSeen(file, ancres);
  return {
    said: isAccused ? 'base intacte accusée à tort' : 'base intacte dite intacte, ancres retrouvées',
    isSeen: !isAccused,
  };
}
