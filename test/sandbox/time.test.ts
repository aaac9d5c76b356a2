import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DossierOuvert } from '../../src/engine/opening.ts';
import { createSandboxClock } from '../../src/sandbox/sandbox.ts';
import { createSandboxes, type Sandboxes } from '../../src/sandbox/sandboxes.ts';
import { isPostgres } from '../postgres/engine.ts';
import { serve } from '../server.ts';
import { placesOf } from './places.ts';
import { etablissement, type Program, programOf } from './play.ts';

const JOUR = '2026-06-01';
const carte = { type: 'carteResponsable.trouvee', date: JOUR, carte: { type: 'CDE', fin: '2026-12-31' } };
const folder = mkdtempSync(join(tmpdir(), 'parcours-bac-'));
afterAll(() => rmSync(folder, { recursive: true }));

const server = await serve(JOUR);

describe('the clock of a sandbox', () => {
  let bac: Program;
  beforeEach(async () => {
    bac = await programOf(server, { bacASable: true });
  });
  const moveTo = (le: string) => bac.ask('PUT', '/bac-a-sable/horloge', { le });

  test('moves forward, and tells what falls due', async () => {
    const id = await bac.open();
    expect((await bac.ask('POST', `/dossiers/${id}/faits`, carte)).status).toBe(200);
    expect(await moveTo('2027-03-01')).toMatchObject({ status: 200, body: { aujourdhui: '2027-03-01', echeances: 1 } });
    const { faits } = (await bac.ask('GET', `/dossiers/${id}/journal`)).body as { faits: object[] };
    expect(faits.at(-1)).toMatchObject({ auteur: 'calendrier', date: '2027-01-01' });
    expect(server.services.today()).toBe(JOUR);
  });

  test('never moves back, is nobody else’s, and survives a closing', async () => {
    await moveTo('2027-03-01');
    expect(await moveTo('2027-02-28')).toMatchObject({ status: 409, code: 'horloge-en-arriere' });
    expect(await moveTo('2027-03-01')).toMatchObject({ status: 200, body: { echeances: 0 } });
    expect(server.sandboxes.sweep(Number.POSITIVE_INFINITY)).toBe(0);
    expect((await bac.ask('GET', '/bac-a-sable')).body).toEqual({ aujourdhui: '2027-03-01' });
    const other = await programOf(server, { bacASable: true });
    expect((await other.ask('GET', '/bac-a-sable')).body).toEqual({ aujourdhui: JOUR });
  });

  test('takes a day of the calendar, ten years ahead at most', async () => {
    expect([(await moveTo('2027-02-30')).status, (await moveTo('2037-01-01')).status]).toEqual([422, 422]);
    expect((await moveTo('2036-12-31')).status).toBe(200);
  });

  test('and the dossiers are gone when it is emptied', async () => {
    const id = await bac.open();
    await moveTo('2027-03-01');
    expect((await bac.ask('DELETE', '/bac-a-sable')).status).toBe(204);
    expect((await bac.ask('GET', `/dossiers/${id}`)).status).toBe(404);
    expect((await bac.ask('GET', '/bac-a-sable')).body).toEqual({ aujourdhui: JOUR });
    expect(await bac.open()).not.toBe(id);
  });
});

test.each([
  ['2026-03-28T22:30:00Z', '2026-03-29'],
  ['2026-03-28T22:30:00Z', '2026-08-01'],
  ['2026-08-01T21:30:00Z', '2026-12-01'],
  ['2026-08-01T22:30:00Z', '2027-01-01'],
  ['2026-12-01T23:30:00Z', '2027-07-01'],
])('a clock that stands at %s moves to %s, whatever the hour of summer', (instant, le) => {
  const clock = createSandboxClock(() => new Date(instant));
  clock.read(clock.movedTo(le));
  expect(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(clock.now())).toBe(le);
});

describe('sandboxes', () => {
  const open = (name: string, more: { octets?: number } = {}): Sandboxes =>
    createSandboxes({
      ...more,
      places: placesOf(join(folder, name)),
      clock: () => new Date(`${JOUR}T12:00:00Z`),
    });
  const act = { auteur: 'essai', version: null };
  const openIn = (all: Sandboxes, cle: string) =>
    all.use(cle, (services) =>
      services.openDossier(DossierOuvert.parse({ procedure: 'prive-mono-site', etablissement }), act),
    );
  const count = (all: Sandboxes, cle: string) =>
    all.use(cle, async (services) => (await services.list({ genre: 'dossier', limite: 50 })).lignes.length);

  test.skipIf(isPostgres)('are full beyond what one may hold, and not before', async () => {
    const all = open('full', { octets: 6_000_000 });
    await openIn(all, 'cle');
    expect(await all.isFull('cle')).toBe(false);
    await openIn(all, 'other');
    for (let rang = 0; rang < 200 && !(await all.isFull('cle')); rang++)
      await all.use('cle', (services) => services.openGroupement({ nom: `Groupement ${rang}`, genre: 'ght' }, act));
    expect([await all.isFull('cle'), await all.isFull('other')]).toEqual([true, false]);
    await all.close();
  });

  test('are there again after a restart, and after being closed in a crowd', async () => {
    const first = open('restart');
    await Promise.all(Array.from({ length: 20 }, (_, rank) => openIn(first, `cle-${rank}`)));
    expect(first.sweep(Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(16);
    await Promise.all([openIn(first, 'cle-0'), first.sweep(Number.POSITIVE_INFINITY), count(first, 'cle-0')]);
    await first.close();
    const second = open('restart');
    expect([await count(second, 'cle-0'), await count(second, 'cle-19')]).toEqual([1, 1]);
    await second.close();
  });

  test('stay for whoever is in one while it is emptied, and leave nothing on the disk', async () => {
    const all = open('emptied');
    await openIn(all, 'cle');
    await all.use('cle', async (services) => {
      await services.bac?.forget();
      expect(await count(all, 'cle')).toBe(0);
      expect((await services.list({ genre: 'dossier', limite: 50 })).lignes).toHaveLength(1);
    });
    await all.close();
    if (!isPostgres) expect(readdirSync(join(folder, 'emptied'))).toHaveLength(1);
  });

  test.skipIf(isPostgres)(
    'that were being emptied when the machine stopped are removed at the next start',
    async () => {
      const first = open('stopped');
      await openIn(first, 'cle');
      await first.close();
      const [name = ''] = readdirSync(join(folder, 'stopped'));
      writeFileSync(join(folder, 'stopped', name, 'oublie'), '');
      const second = open('stopped');
      expect(await count(second, 'cle')).toBe(0);
      expect(readdirSync(join(folder, 'stopped'))).toEqual([expect.not.stringContaining(name)]);
      await second.close();
    },
  );
});
