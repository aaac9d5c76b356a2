import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clamd } from '../../src/documents/antivirus.ts';
import { site, today } from '../../src/sandbox/vies/journey.ts';
import { createServices } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { given } from '../http/people.ts';
import { newFile } from '../store/database-file.ts';

const CLAMD = '/usr/sbin/clamd';
const isThere = existsSync(CLAMD);
const SKIPPED = `no clamd at ${CLAMD}: « apt-get install clamav-daemon »`;
const HOSTILE = Buffer.from('nom;siret\nce-que-l-antivirus-connait;1\n');
const CLEAN = Buffer.from('nom;siret\nA;1\n');

const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
const socket = join(folder, 'prise');
let daemon: ReturnType<typeof spawn> | null = null;

/** A clamd that knows one signature alone, written here. */
beforeAll(async () => {
  if (!isThere) return;
  const signatures = join(folder, 'base');
  mkdirSync(signatures);
  const known = Buffer.from('ce-que-l-antivirus-connait').toString('hex');
  writeFileSync(join(signatures, 'essai.ndb'), `Essai.Connu:0:*:${known}\n`);
  const settings = {
    Foreground: 'yes',
    LocalSocket: socket,
    DatabaseDirectory: signatures,
    User: 'root',
    LogFile: join(folder, 'journal'),
  };
  const text = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
  writeFileSync(join(folder, 'clamd.conf'), text.join(''));
  daemon = spawn(CLAMD, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  while (!existsSync(socket)) await setTimeout(100);
}, 40_000);
afterAll(async () => {
  if (daemon?.kill()) await once(daemon, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

async function deskWith(address: string) {
  const store = openSqliteStore({ file: newFile() });
  const services = createServices(store, () => new Date(`${today}T10:00:00Z`), undefined, {
    antivirus: clamd(address),
  });
  const act = { auteur: 'essai', version: null };
  const { id } = given(await services.openDossier({ procedure: 'prive-mono-site', etablissement: site }, act)).row;
  const cible = { genre: 'dossier', id } as const;
  const bring = (octets: Buffer) => services.deposit(cible, { octets, nom: 'a.csv', prouve: null }, act);
  return { store, services, cible, bring };
}

describe.skipIf(!isThere)(`clamd${isThere ? '' : ` (${SKIPPED})`}`, () => {
  test('what it knows is not kept, the rest is', async () => {
    const { store, services, cible, bring } = await deskWith(socket);
    expect(await bring(HOSTILE)).toEqual({
      ok: false,
      error: { code: 'document-infecte', virus: 'Essai.Connu.UNOFFICIAL' },
    });
    expect(given(await services.documentsOf(cible))).toEqual([]);
    expect(await bring(CLEAN)).toMatchObject({ ok: true });
    await store.close();
  });

  test('a document of the largest size is looked into whole', async () => {
    const largest = Buffer.alloc(20 * 1024 * 1024, 'a;b\n');
    HOSTILE.copy(largest, largest.length - HOSTILE.length);
    expect(await clamd(socket)(largest)).toMatchObject({ etat: 'infecte' });
  });
});

test('nothing is kept where nobody answers, says what is no answer, or is at that address', async () => {
  const said = createServer((peer) => peer.on('error', () => {}).end('INSTREAM size limit exceeded. ERROR\0'));
  said.listen(0, '127.0.0.1');
  await once(said, 'listening');
  const address = said.address();
  const port = typeof address === 'object' ? address?.port : 0;
  for (const where of [`127.0.0.1:${port}`, join(folder, 'personne')]) {
    const { store, services, cible, bring } = await deskWith(where);
    expect(await bring(CLEAN)).toEqual({ ok: false, error: { code: 'antivirus-muet' } });
    expect(given(await services.documentsOf(cible))).toEqual([]);
    await store.close();
  }
  said.close();
});
