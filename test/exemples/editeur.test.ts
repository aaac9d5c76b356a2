import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../server.ts';
import { delegatedDossier } from './delegated.ts';

const JOUR = '2026-06-01';
const SIRET = '26011021800047';
const script = new URL('../../scripts/exemples/editeur.ts', import.meta.url).pathname;

let server: TestServer;
let cle: string;
let lien: string;

beforeAll(async () => {
  server = await startServer(JOUR);
  ({ cle, lien } = await delegatedDossier(server, JOUR));
});
afterAll(() => server.stop());

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What it says until it ends; each line is told to `hear`. */
async function said(child: ChildProcess, hear: (line: string) => unknown = () => {}): Promise<string> {
  const lines: string[] = [];
  const listen = async (output: ChildProcess['stdout']) => {
    if (!output) return;
    for await (const line of createInterface(output)) {
      lines.push(line);
      await hear(line);
    }
  };
  await Promise.all([listen(child.stdout), listen(child.stderr), once(child, 'exit')]);
  return lines.join('\n');
}

describe('the éditeur’s example', () => {
  test('finds the customer, fills part 4, and an agent’s act ends its wait', async () => {
    const child = run('--url', server.url, '--cle', cle, '--siret', SIRET);
    const text = await said(child, async (line) => {
      if (!line.startsWith('En attente')) return;
      const fact = { type: 'contrat.trouve', date: JOUR, numero: '2026-0001' };
      expect((await server.post(`${lien}/faits`, fact)).status).toBe(200);
    });
    expect(text).toMatch(/^Dossier \S+ : Centre hospitalier, /);
    expect(text).toContain('Partie 4 à remplir : détails de la demande — Éditeur (§5 étape 3)');
    expect(text).toContain('Partie 4 remplie.');
    expect(text).toContain('  Fini : Contrat avec l’ANS à vérifier');
    expect(child.exitCode).toBe(0);
  });

  test('says what is wrong in French: the key, the customer, the command line, a service that is not there', async () => {
    const told = (...args: string[]) => said(run('--url', server.url, ...args));
    expect(await told('--cle', 'pig_inconnue', '--siret', SIRET)).toMatch(/^La clé .* \(cle-refusee\)$/);
    expect(await told('--cle', cle, '--siret', '47678033300037')).toMatch(/^Aucun dossier du SIRET 47678033300037/);
    expect(await told('--cle', cle, '--siret', '12')).toMatch(/^Indiquez le client par --siret/);
    expect(await told('--cle', cle, '--siren', '12')).toMatch(/^Cette ligne de commande ne se lit pas/);
    expect(await said(run('--url', 'http://127.0.0.1:9', '--cle', cle, '--siret', SIRET))).toMatch(
      /^Le service ne rép/,
    );
  });

  test('tells how it is used', async () => {
    expect(await said(run('--help'))).toMatch(/^Usage : npm run exemple -- --url/);
  });
});
