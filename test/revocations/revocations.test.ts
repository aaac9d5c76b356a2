import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readFile } from '../../src/pki/file.ts';
import { download } from '../../src/revocations/download.ts';
import { openRevocations } from '../../src/revocations/in-force.ts';
import { type Nouvelle, watchRevocations } from '../../src/revocations/watch.ts';
import { authority, crl, p7bOf, personnes, personnesDeTest } from '../pki/igc.ts';

const known = readFile(p7bOf(personnes.certificate, personnesDeTest.certificate));
const autorites = known.ok && 'certificats' in known.value ? known.value.certificats : [];
const HOUR = 3_600_000;

/** A folder where a list is kept, and its day. */
function desk() {
  const file = join(mkdtempSync(join(tmpdir(), 'crl-')), 'base.crl');
  const now = { at: Date.parse('2026-06-30T09:00:00Z') };
  const today = () => new Date(now.at).toISOString().slice(0, 10);
  return { file, now, open: () => openRevocations({ file, autorites, today }) };
}

/** Somebody who answers; its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/liste.crl`;
}

const inside = { autoriserAdressesPrivees: true };

describe('the list in force', () => {
  test('is the last that was believed, found again after a restart, and told once it is out of date', async () => {
    const { now, open } = desk();
    const revocations = open();
    expect(revocations.enVigueur()).toBeNull();
    expect(revocations.proposer(await crl({ serials: ['0a'] })).ok).toBe(true);
    expect(open().enVigueur()).toMatchObject({
      du: '2026-06-28',
      isPerimee: false,
      revoques: new Map([['0A', expect.anything()]]),
    });
    now.at = Date.parse('2026-07-16T09:00:00Z');
    expect(revocations.enVigueur()?.isPerimee).toBe(true);
    expect(open().enVigueur()?.isPerimee).toBe(true);
  });

  test('gives way to none that is forged, of test, out of date, or no list', async () => {
    const { file, open } = desk();
    const revocations = open();
    revocations.proposer(await crl({ serials: ['0a'] }));
    const before = readFileSync(file);
    const forged = await authority('AC IGC-SANTE ELEMENTAIRE PERSONNES');
    for (const octets of [
      await crl({ by: personnes, signedBy: forged }),
      await crl({ by: personnesDeTest }),
      await crl({ until: '2026-06-29' }),
      Buffer.from('bonjour'),
      Buffer.alloc(0),
    ])
      expect(revocations.proposer(octets).ok).toBe(false);
    expect(readFileSync(file)).toEqual(before);
    expect(revocations.enVigueur()?.revoques.size).toBe(1);
  });

  test('is none where its file was changed', async () => {
    const { file, open } = desk();
    open().proposer(await crl());
    const octets = readFileSync(file);
    octets[octets.length - 1] = (octets.at(-1) ?? 0) ^ 1;
    writeFileSync(file, octets);
    expect(open().enVigueur()).toBeNull();
  });
});

describe('the list that is asked for', () => {
  test('is had once a day, again after an hour when it was not, and told stale once a day', async () => {
    const { now, open } = desk();
    const revocations = open();
    const list = await crl({ serials: ['0a', '0b'] });
    const answers: (Buffer | Error)[] = [new Error('rien'), Buffer.from('page'), list, new Error('rien')];
    const told: Nouvelle[] = [];
    const watch = watchRevocations(revocations, {
      clock: () => new Date(now.at),
      tell: (nouvelle) => told.push(nouvelle),
      follow: ({ revoques }) => Promise.resolve([...revoques.keys()].join() === '0A,0B' ? 1 : 0),
      download() {
        const answer = answers.shift() ?? new Error('de trop');
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    });
    const genres = async (hours: number) => {
      told.length = 0;
      now.at += hours * HOUR;
      await watch();
      await watch();
      return told.map(({ genre }) => genre);
    };
    expect(await genres(0)).toEqual(['non-relevee']);
    expect(await genres(1)).toEqual(['non-retenue']);
    expect(await genres(1)).toEqual(['relevee']);
    expect(told).toEqual([{ genre: 'relevee', du: '2026-06-28', prochaine: '2026-07-15', nombre: 2, suivis: 1 }]);
    expect(await genres(23)).toEqual([]);
    expect(revocations.enVigueur()?.revoques.size).toBe(2);
    now.at = Date.parse('2026-07-16T09:00:00Z');
    expect(await genres(0)).toEqual(['non-relevee', 'perimee']);
  });

  test('is not asked for by default, and is told stale all the same', async () => {
    const { now, open } = desk();
    const revocations = open();
    revocations.proposer(await crl());
    now.at = Date.parse('2026-07-16T09:00:00Z');
    const told: Nouvelle[] = [];
    await watchRevocations(revocations, {
      clock: () => new Date(now.at),
      download: null,
      follow: () => Promise.resolve(0),
      tell: (one) => told.push(one),
    })();
    expect(told).toEqual([{ genre: 'perimee', prochaine: '2026-07-15' }]);
  });
});

describe('a download', () => {
  test('gives the bytes of the address', async () => {
    const list = await crl();
    const url = await serve((_, answer) => answer.end(list));
    expect(await download(url, inside)).toEqual(list);
  });

  test('goes nowhere that a webhook may not', async () => {
    let asked = 0;
    const url = await serve((_, answer) => {
      asked++;
      answer.end();
    });
    const outside = { autoriserAdressesPrivees: false };
    for (const one of [
      url,
      'http://127.0.0.1/liste.crl',
      'https://[::1]/',
      'http://localhost/',
      'http://169.254.169.254/',
      'http://a:b@c.example/',
    ])
      await expect(download(one, outside)).rejects.toThrow(/^(?:Cette adresse|Retirez|Le port)/);
    expect(asked).toBe(0);
  });

  test('follows no redirect, and ends in bytes and in time', async () => {
    const moved = await serve((_, answer) => answer.writeHead(302, { location: '/autre' }).end());
    await expect(download(moved, inside)).rejects.toThrow('Le serveur répond 302 au lieu de la liste.');
    const endless = await serve((_, answer) => {
      const more = () => {
        while (!answer.destroyed && answer.write(Buffer.alloc(65_536))) {}
        answer.once('drain', more);
      };
      more();
    });
    await expect(download(endless, { autoriserAdressesPrivees: true, mostBytes: 1_000_000 })).rejects.toThrow(
      'pèse plus de 1000000 octets',
    );
    const slow = await serve((_, answer) => void answer.write('x'));
    await expect(download(slow, { autoriserAdressesPrivees: true, timeoutMs: 100 })).rejects.toThrow();
  });
});
