import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument, program } from 'commander';
import { chanceFrom } from '../seed/fiction.ts';
import type { Attack, Outcome } from './attack.ts';
import { badBaseAttack } from './bad-bases.ts';
import { diskFaults } from './disk-faults.ts';
import { publicFloods } from './floods.ts';
import { fuzz } from './fuzz.ts';
import { hostileClients } from './hostile-clients.ts';
import { kills } from './kills.ts';
import { nodes } from './nodes.ts';
import { powerCuts } from './power-cuts.ts';
import { tampering } from './tampering.ts';

const attacks = {
  kills,
  coupures: powerCuts,
  disque: diskFaults,
  bases: badBaseAttack,
  falsifications: tampering,
  clients: hostileClients,
  requetes: fuzz,
  flots: publicFloods,
  noeuds: nodes,
} satisfies Record<string, Attack>;
type Name = keyof typeof attacks;
const names = Object.keys(attacks) as Name[];

/** What came of one attack; a text says why it was not tried. */
interface Tried {
  attack: Attack;
  came: Outcome | string;
}

await program
  .name('npm run attack --')
  .description('Attaque le vrai service de toutes les façons, ou de celles nommées, et dit ce qui a tenu.')
  .addArgument(new Argument('[attaques...]').choices(names))
  .option('--long', 'va jusqu’au bout, en une heure ou deux, au lieu de ce que la CI peut attendre')
  .option('--graine <nombre>', 'rejoue le hasard d’une autre fois', Number)
  .helpOption('--help', 'affiche cette aide')
  .action(
    async (asked: Name[], { long = false, graine = Date.now() % 2 ** 31 }: { long?: boolean; graine?: number }) => {
      console.log(`Graine : ${graine}`);
      const folder = mkdtempSync(join(tmpdir(), 'parcours-attaque-'));
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
      const all = await runAll(asked.length > 0 ? asked : names, { isLong: long, graine, folder });
      show(all);
      process.exitCode = all.every(({ came }) => typeof came === 'string' || holds(came)) ? 0 : 1;
    },
  )
  .parseAsync();

/** Two at a time, those that measure latencies alone, first. */
async function runAll(
  asked: readonly Name[],
  { isLong, graine, folder }: { isLong: boolean; graine: number; folder: string },
) {
  const all: Tried[] = [];
  const run = async (name: Name) => {
    const attack: Attack = attacks[name];
    const own = mkdtempSync(join(folder, `${name}-`));
    const start = performance.now();
    const came = await attack.run({ isLong, chance: chanceFrom(graine + names.indexOf(name)), folder: own });
    console.log(`${attack.title} : ${verdictOf(came)}, en ${Math.round((performance.now() - start) / 1000)} s`);
    all.push({ attack, came });
  };
  for (const name of asked) if (attacks[name].isAlone) await run(name);
  const others = asked.filter((name) => !attacks[name].isAlone);
  const next = async () => {
    for (let name = others.shift(); name; name = others.shift()) await run(name);
  };
  await Promise.all([next(), next()]);
  return names.flatMap((name) => all.filter(({ attack }) => attack === attacks[name]));
}

function show(all: readonly Tried[]): void {
  const rows = all.map(({ attack, came }) =>
    typeof came === 'string'
      ? [attack.title, came, attack.promise, verdictOf(came), '']
      : [attack.title, came.tried, attack.promise, verdictOf(came), controlOf(came)],
  );
  const head = ['attaque', 'essais', 'ce qui devait tenir', 'résultat', 'témoin négatif'];
  console.log(['', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
  for (const { attack, came } of all)
    if (typeof came !== 'string') for (const fault of came.faults) console.log(`\n${attack.title} : ${fault}`);
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function holds({ faults, control }: Outcome): boolean {
  return faults.length === 0 && control.isSeen;
}

function verdictOf(came: Outcome | string): string {
  if (typeof came === 'string') return 'sauté';
  if (came.faults.length > 0) return `${came.faults.length} fautes`;
  return came.control.isSeen ? 'tout a tenu' : 'témoin non vu';
}

function controlOf({ control }: Outcome): string {
  return control.isSeen ? control.said : `NON VU : ${control.said}`;
}
