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
  client: { from: 'scripts/exemples', compile: emitClient },
  'hors-ligne': { from: 'scripts/hors-ligne', compile: compileOffline },
} as const;

const [option = '', name = '', ...others] = process.argv.slice(2);
if (option === '--ici' && others.length === 0) await buildInPlace(name);
else if (option === '' || option === '--help') console.log(HELP);
else if (option.startsWith('-') || name !== '') {
  console.error(`Option inconnue : ${process.argv.slice(2).join(' ')}\n\n${HELP}`);
  process.exitCode = 2;
} else await packAll(resolve(option));

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
    await build(one, join(own, 'dist'), join(stage, basename(packages.client.from), 'dist'));
    run('npm', ['pack', '--silent', '--pack-destination', folder], own);
  }
  rmSync(stage, { recursive: true });
}

/** `client` is where the client is compiled, when it was before. */
async function build(
  { compile }: (typeof packages)[keyof typeof packages],
  dist: string,
  client: string | null = null,
): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  await compile(dist, client);
  copyFileSync(join(TOP, 'LICENSE'), join(dist, 'LICENSE'));
}

/** The bundle, the types that it shows, from where the client was compiled if it was, and what the real service says of dossiers of every kind. */
async function compileOffline(dist: string, compiled: string | null = null): Promise<void> {
  await bundle(dist);
  const declared = compiled ?? mkdtempSync(join(tmpdir(), 'parcours-types-'));
  if (compiled === null) emitClient(declared);
  for (const file of ['export.d.ts', 'client.d.ts', 'api.d.ts'])
    cpSync(join(declared, file), join(dist, 'exemples', file));
  if (compiled === null) rmSync(declared, { recursive: true });
  const { url, headers, stop } = await startService('src/main.ts');
  const cle = headers['authorization']?.replace('Bearer ', '') ?? '';
  const lines: string[] = [];
  for await (const one of vecteurs({ url, cle }, { ...VECTEURS, jour: dayOf(new Date()) }))
    lines.push(`${JSON.stringify(one)}\n`);
  writeFileSync(join(dist, 'vecteurs.jsonl'), lines.join(''));
  await stop();
}

function emitClient(outDir: string): void {
  run(
    process.execPath,
    ['scripts/bootstrap.mjs', 'tsc', '-p', 'scripts/exemples/tsconfig.json', '--outDir', outDir],
    TOP,
  );
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
