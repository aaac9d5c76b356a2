import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf } from '../../src/days.ts';
import { startService } from '../bench/service.ts';
import { vecteurs } from '../hors-ligne/vecteurs.ts';
import { bundle } from './hors-ligne.ts';

const HELP = `Usage : npm run paquets -- DOSSIER

Écrit dans DOSSIER les deux paquets que publie « npm publish » : le client de l’API et ses calculs hors ligne.`;

const TOP = fileURLToPath(new URL('../../', import.meta.url));
/** How many dossiers a vendor may compare its own calculation with, and the chance that led them. */
const VECTEURS = { nombre: 200, graine: 20_260_601 };

/** Where each package is written, and what compiles it into a folder. */
const packages = {
  client: { from: 'scripts/exemples', compile: (dist: string) => emit('scripts/exemples/tsconfig.json', dist) },
  'hors-ligne': { from: 'scripts/hors-ligne', compile: compileOffline },
} as const;

const [option = '', name = ''] = process.argv.slice(2);
if (option === '--ici') await buildInPlace(name);
else if (option === '' || option === '--help') console.log(HELP);
else await packAll(resolve(option));

/** For `npm pack` in the folder of a package. */
async function buildInPlace(asked: string): Promise<void> {
  const found = Object.entries(packages).find(([one]) => one === asked)?.[1];
  if (!found) throw new Error(`No package is called ${asked}`);
  await build(found, join(TOP, found.from, 'dist'));
}

async function packAll(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const stage = mkdtempSync(join(tmpdir(), 'parcours-paquets-'));
  for (const one of Object.values(packages)) {
    const own = join(stage, basename(one.from));
    mkdirSync(own);
    const { scripts: _scripts, ...manifest } = JSON.parse(readFileSync(join(TOP, one.from, 'package.json'), 'utf8'));
    writeFileSync(join(own, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    copyFileSync(join(TOP, one.from, 'README.md'), join(own, 'README.md'));
    await build(one, join(own, 'dist'));
    run('npm', ['pack', '--silent', '--pack-destination', folder], own);
  }
  rmSync(stage, { recursive: true });
}

async function build({ compile }: (typeof packages)[keyof typeof packages], dist: string): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  await compile(dist);
  copyFileSync(join(TOP, 'LICENSE'), join(dist, 'LICENSE'));
}

/** The bundle, the types that it shows, and what the real service says of dossiers of every kind. */
async function compileOffline(dist: string): Promise<void> {
  await bundle(dist);
  const declared = mkdtempSync(join(tmpdir(), 'parcours-types-'));
  emit('scripts/exemples/tsconfig.json', declared);
  for (const file of ['export.d.ts', 'client.d.ts', 'api.d.ts'])
    cpSync(join(declared, file), join(dist, 'exemples', file));
  rmSync(declared, { recursive: true });
  const { url, headers, stop } = await startService('src/main.ts');
  const cle = headers['authorization']?.replace('Bearer ', '') ?? '';
  const lines: string[] = [];
  for await (const one of vecteurs({ url, cle }, { ...VECTEURS, jour: dayOf(new Date()) }))
    lines.push(`${JSON.stringify(one)}\n`);
  writeFileSync(join(dist, 'vecteurs.jsonl'), lines.join(''));
  await stop();
}

function emit(project: string, outDir: string): void {
  run(process.execPath, ['scripts/bootstrap.mjs', 'tsc', '-p', project, '--outDir', outDir], TOP);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
