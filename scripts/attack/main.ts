import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from 'commander';
import { chanceFrom } from '../seed/fiction.ts';
import type { Attack, Outcome } from './attack.ts';
import { badBaseAttack } from './bad-bases.ts';
import { diskFaults } from './disk-faults.ts';
import { publicFloods } from './floods.ts';
import { hostileClients } from './hostile-clients.ts';
import { kills } from './kills.ts';
import { powerCuts } from './power-cuts.ts';
import { tampering } from './tampering.ts';

const attacks = { badBases: badBaseAttack, diskFaults, hostileClients, floods: publicFloods, kills, powerCuts, tampering } satisfies Record<string, Attack>;
type Name = keyof typeof attacks;
const names = Object.keys(attacks) as Name[];

await program
  .argument('[attaques...]')
  .option('--long')
  .option('--graine <nombre>')
  .action(async (asked: Name[], { long = false, graine = '20261129' }) => {
    const folder = mkdtempSync(join(tmpdir(), 'parcours-attaque-'));
    for (const name of asked.length ? asked : names) {
      const t = performance.now();
      console.log(name, await attacks[name].run({ isLong: long, chance: chanceFrom(Number(graine)), folder }), Math.round(performance.now() - t));
    }
    rmSync(folder, { recursive: true });
  })
  .parseAsync();
