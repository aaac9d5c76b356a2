import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { localKey } from '../scripts/key/local-key.ts';
import { readConfig } from '../src/config.ts';
import { verifySqliteFile } from '../src/store/sqlite/sqlite-store.ts';

const main = new URL('../src/main.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'parcours-processus-'));
const file = join(folder, 'parcours.sqlite');
const authorization = { authorization: `Bearer ${await localKey({ sqlite: file }, 'Essai')}` };
const keysOfStopped = {
  arret: await localKey({ sqlite: join(folder, 'arret.sqlite') }, 'Essai'),
  lent: await localKey({ sqlite: join(folder, 'lent.sqlite') }, 'Essai'),
  presse: await localKey({ sqlite: join(folder, 'presse.sqlite') }, 'Essai'),
};
const nantua = { denomination: 'USLD CH DE NANTUA', codePostal: '01130', commune: 'NANTUA' };
afterAll(() => rmSync(folder, { recursive: true }));

function start(env: Record<string, string> = {}): ChildProcess {
  const settings = { PORT: '0', DATABASE_URL: `sqlite:${file}`, ...env };
  return spawn(process.execPath, [main], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('No output');
  for await (const line of createInterface(stdout)) {
    const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    stdout.resume();
    if (url) return url;
  }
  throw new Error('It stopped before it listened');
}

async function post(url: string, body: unknown): Promise<Response> {
  return await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(body),
  });
}

test('authorities that cannot be read stop the start with what to do', async () => {
  const child = start({ AC_IGC: main });
  let said = '';
  child.stderr?.on('data', (part) => {
    said += part;
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([
    1,
    `AC_IGC, « ${main} », ne contient aucun certificat d’autorité qui se lise : indiquez-en un.\n`,
  ]);
});

test('a setting that cannot be stops the start with a sentence that names it', async () => {
  const child = start({ PORT: 'quatre-vingts' });
  let said = '';
  child.stderr?.on('data', (part) => {
    said += part;
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([1, 'PORT ne peut pas valoir « quatre-vingts » : indiquez un port, de 0 à 65535.\n']);
});

test.each([
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://ailleurs'],
  ['LIMITE_PAR_MINUTE', '0'],
  ['LOG_LEVEL', 'bavard'],
  ['METRIQUES_JETON', 'trop-court'],
])('%s=%s cannot be, and the sentence names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(new RegExp(`^${name} ne peut pas valoir « ${value} » : .*\\.$`)),
    }),
  );
});

test('a start answers, a second on the same base is refused in French, and SIGTERM stops cleanly, twice over', async () => {
  const child = start();
  const url = await addressOf(child);
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ statut: 'ok' });
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    '\nparcours_projection_retard{projection="travail"} 0\n',
  );

  const second = start();
  let said = '';
  second.stderr?.on('data', (part) => {
    said += part;
  });
  const [code] = await once(second, 'close');
  expect([code, said]).toEqual([1, expect.stringMatching(/^La base .* est déjà ouverte.*\.\n$/)]);

  child.kill('SIGTERM');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a first start prints one link, where the first account is opened', async () => {
  const child = start({ DATABASE_URL: `sqlite:${join(folder, 'neuf.sqlite')}` });
  let said = '';
  for await (const part of child.stdout ?? []) {
    said += part;
    if (said.includes('/lien/')) break;
  }
  const links = said.match(/http:\/\/[\d.]+:\d+\/lien\/[\w-]{43}/g) ?? [];
  expect(links).toHaveLength(1);
  expect(await (await fetch(links[0] ?? '')).text()).toContain('Ouvrez le premier compte');
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('after kill -9 in the middle of writing, every acknowledged fact is in the journal once, and the chain holds', async () => {
  const child = start();
  const url = await addressOf(child);
  const etablissement = { ...nantua, siret: '26011021800062', finess: '010786259' };
  const opened = await post(`${url}/api/v1/dossiers`, { procedure: 'prive-mono-site', etablissement });
  const { id } = (await opened.json()) as { id: string };
  await post(`${url}/api/v1/dossiers/${id}/faits`, {
    type: 'carteResponsable.trouvee',
    date: '2026-01-05',
    carte: { type: 'CDE', fin: null },
  });

  let acknowledged = 2;
  const cycle = ['carteResponsable.bloquee', 'carteResponsable.debloquee'];
  const told = async () => {
    const type = cycle[acknowledged % 2];
    const answer = await post(`${url}/api/v1/dossiers/${id}/faits`, { type, date: '2026-01-05' });
    if (answer.ok) acknowledged += 1;
    return answer.ok;
  };
  for (let fact = 0; fact < 60; fact++) expect(await told()).toBe(true);
  const last = told().catch(() => false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await last;

  const again = start();
  const restarted = await addressOf(again);
  const journal = await fetch(`${restarted}/api/v1/dossiers/${id}/journal?limite=200`, { headers: authorization });
  const { faits } = (await journal.json()) as { faits: { type: string; rang: number }[] };
  const inDoubt = faits.length - acknowledged;
  expect([0, 1]).toContain(inDoubt);
  expect(new Set(faits.map(({ rang }) => rang)).size).toBe(faits.length);
  expect(faits.slice(2).map(({ type }) => type)).toEqual(faits.slice(2).map((_, rank) => cycle[rank % 2]));
  again.kill('SIGTERM');
  await once(again, 'exit');
  expect(await verifySqliteFile({ file })).toEqual({ ok: true, lignes: faits.length });
});

test('a base written under another definition of a procedure is refused, with what to do', async () => {
  const db = new Database(file);
  const changed = db.prepare("UPDATE definition SET empreinte = 'autre' WHERE procedure = 'prive-mono-site'").run();
  db.close();
  expect(changed.changes).toBe(1);
  const child = start();
  let said = '';
  child.stderr?.on('data', (part) => {
    said += part;
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([
    1,
    `La base ${file} a été écrite sous une autre définition de la procédure « prive-mono-site », version 1 : reprenez le programme qui l’a écrite, ou déplacez ce fichier pour démarrer sur une base neuve.\n`,
  ]);
});

/** Sends half a request, whose other half never comes. */
async function beginRequest(url: string, key: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  const head = [
    'POST /api/v1/dossiers HTTP/1.1',
    'Host: x',
    `Authorization: Bearer ${key}`,
    'Content-Type: application/json',
  ];
  socket.write(`${[...head, 'Content-Length: 100'].join('\r\n')}\r\n\r\n{`);
  await new Promise((done) => setTimeout(done, 500));
  return socket;
}

async function exitOf(child: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const start = performance.now();
  const [code] = await once(child, 'exit');
  return { code, ms: performance.now() - start };
}

test('SIGTERM ends waits and streams with an answer, takes nothing new, and stops though 8 clients go on asking', async () => {
  const child = start({ DATABASE_URL: `sqlite:${join(folder, 'arret.sqlite')}` });
  const key = { authorization: `Bearer ${keysOfStopped.arret}` };
  const url = await addressOf(child);
  const etablissement = { ...nantua, siret: '26011021800047', finess: '010000057' };
  const opening = JSON.stringify({ procedure: 'prive-mono-site', etablissement });
  const headers = { ...key, 'content-type': 'application/json' };
  const opened = await fetch(`${url}/api/v1/dossiers`, { method: 'POST', headers, body: opening });
  const { id, version } = (await opened.json()) as { id: string; version: number };
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ statut: 'pret', octetsLibres: expect.any(Number) });

  const steps = `${url}/api/v1/dossiers/${id}/prochaines-etapes`;
  const wait = fetch(`${steps}?depuisVersion=${version}&attendre=30s`, { headers: key });
  const feed = fetch(`${url}/api/v1/evenements?apres=${'fin'}&attendre=30s`, { headers: key }).catch(() => null);
  const statuses = new Set<number>();
  const askers = Array.from({ length: 8 }, async () => {
    for (;;) {
      const answer = await fetch(steps, { headers: key }).catch(() => null);
      if (!answer) return;
      statuses.add(answer.status);
      await answer.text();
    }
  });
  await new Promise((done) => setTimeout(done, 500));
  child.kill('SIGTERM');
  const { code, ms } = await exitOf(child);
  await Promise.all([...askers, feed]);
  expect([code, (await wait).status]).toEqual([0, 200]);
  expect(ms).toBeLessThan(5_000);
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
});

test('a request that never ends is cut, and the service stops within 10 seconds', async () => {
  const child = start({ DATABASE_URL: `sqlite:${join(folder, 'lent.sqlite')}` });
  const socket = await beginRequest(await addressOf(child), keysOfStopped.lent);
  child.kill('SIGTERM');
  const { ms } = await exitOf(child);
  expect(ms).toBeLessThan(11_000);
  socket.destroy();
});

test('a second signal, a while after the first, ends at once', async () => {
  const child = start({ DATABASE_URL: `sqlite:${join(folder, 'presse.sqlite')}` });
  const address = await addressOf(child);
  const socket = await beginRequest(address, keysOfStopped.presse);
  child.kill('SIGTERM');
  const readiness = () =>
    fetch(`${address}/readyz`).then(
      ({ status }) => status,
      () => 503,
    );
  await expect.poll(readiness).toBe(503);
  await new Promise((done) => setTimeout(done, 700));
  child.kill('SIGTERM');
  const { code, ms } = await exitOf(child);
  expect(code).toBe(1);
  expect(ms).toBeLessThan(2_000);
  socket.destroy();
});
