import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { createSender } from '../../src/outbox/sender.ts';
import { createDemonstrations, type Demonstrations } from '../../src/sandbox/demonstration/demonstrations.ts';
import { createSandboxes, type Sandboxes } from '../../src/sandbox/sandboxes.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { stage } from '../../src/sandbox/vies/play.ts';
import type { Services } from '../../src/services.ts';
import type { Place } from '../../src/store/places.ts';
import { enPlace, given } from '../http/people.ts';
import { withPostgres } from '../postgres/engine.ts';
import { newPostgresPlaces, schemaOf } from '../postgres/store.ts';

const JOUR = '2026-06-01';
const by = { auteur: 'essai', version: null };
const clock = () => new Date(`${JOUR}T09:00:00Z`);
let name: string;
let nodes: Sandboxes[];
let one: Sandboxes;
let other: Sandboxes;

const dossiersOf = async ({ list }: Services) => (await list({ genre: 'dossier', limite: 50 })).lignes;
const count = (node: Sandboxes) => node.use('cle', async (services) => (await dossiersOf(services)).length);
const today = (node: Sandboxes) => node.use('cle', async (services) => services.today());
const moveTo = (node: Sandboxes, le: string) => node.use('cle', async ({ bac }) => (await bac?.advanceTo(le)) ?? null);
const openIn = (node: Sandboxes) =>
  node.use('cle', async ({ openDossier }) =>
    given(await openDossier({ procedure: 'prive-mono-site', etablissement: site }, by)),
  );

/** How many schemas the places of this test have. */
async function schemas(): Promise<number> {
  const all = await asked('SELECT nspname FROM pg_namespace');
  return all.filter(({ nspname = '' }) => /_[0-9a-f]{16}$/.test(nspname) && nspname.startsWith(schemaOf(name))).length;
}

async function asked(sql: string): Promise<Record<string, string>[]> {
  const client = new Client(inject('postgres') ?? '');
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(sql)).rows;
  } finally {
    await client.end();
  }
}

withPostgres('a sandbox of two nodes', () => {
  beforeEach(() => {
    name = randomUUID();
    nodes = [1, 2].map(() => createSandboxes({ places: newPostgresPlaces(name), clock }));
    [one, other] = nodes as [Sandboxes, Sandboxes];
  });
  afterEach(() => Promise.all(nodes.map((node) => node.close())));

  test('is made once, whoever comes first', async () => {
    const noms = ['Un', 'Deux', 'Trois', 'Quatre'];
    const groupements = (node: Sandboxes) =>
      node.use('cle', async ({ list }) => (await list({ genre: 'groupement', limite: 50 })).lignes.length);
    await Promise.all(
      noms.map((nom, rank) =>
        (rank % 2 === 0 ? one : other).use('cle', ({ openGroupement }) => openGroupement({ nom, genre: 'ght' }, by)),
      ),
    );
    expect([await groupements(one), await groupements(other), await schemas()]).toEqual([4, 4, 1]);
  });

  test('is at the day, and played by whom either said last', async () => {
    await Promise.all([count(one), count(other)]);
    await moveTo(one, '2027-03-01');
    expect(await today(other)).toBe('2027-03-01');
    await other.use('cle', async ({ bac }) => bac?.jouer('lecteur'));
    expect(await one.use('cle', async ({ bac }) => bac?.acteur())).toBe('lecteur');
    await one.use('cle', async ({ bac }) => bac?.jouer('agent'));
    expect(await other.use('cle', async ({ bac }) => bac?.acteur())).toBe('agent');
  });

  test('never goes back in time, though both move it at once', async () => {
    const places = newPostgresPlaces(name);
    let isFirst = true;
    const late = async (place: Place): Promise<Place> => ({
      ...place,
      async keepText(...kept) {
        if (isFirst) await moveTo(one, '2027-12-31');
        isFirst = false;
        return place.keepText(...kept);
      },
    });
    const third = createSandboxes({ places: { ...places, of: async (cle) => late(await places.of(cle)) }, clock });
    nodes.push(third);
    expect(await moveTo(third, '2027-01-01')).toBe(null);
    expect(await Promise.all([one, other, third].map(today))).toEqual(Array(3).fill('2027-12-31'));
  });

  test('tells once what falls due, though both come at once', async () => {
    const { row } = await openIn(one);
    const carte = { type: 'carteResponsable.trouvee', date: JOUR, carte: { type: 'CDE', fin: '2026-12-31' } };
    await one.use('cle', async ({ record }) => given(await record({ genre: 'dossier', id: row.id }, carte, by)));
    await Promise.all([count(one), count(other)]);
    const moved = await Promise.all([moveTo(one, '2027-03-01'), moveTo(other, '2027-03-01')]);
    await Promise.all([count(one), count(other)]);
    expect(moved.reduce((all, some) => (all ?? 0) + (some ?? 0), 0)).toBe(1);
    const journal = await other.use('cle', ({ journal: read }) => read({ genre: 'dossier', id: row.id }, 0, 50));
    expect(given(journal).filter(({ auteur }) => auteur === 'calendrier')).toHaveLength(1);
  });

  test('is gone for both once either has emptied it, and leaves nothing', async () => {
    await openIn(one);
    await moveTo(other, '2027-03-01');
    const acting = one.use('cle', async (services) => {
      await other.forget('cle');
      expect(await count(one)).toBe(0);
      while ((await schemas()) > 1) await setImmediate();
      await dossiersOf(services);
    });
    await expect(acting).rejects.toThrow('redemandez la même chose');
    expect([await today(one), await today(other), await count(other)]).toEqual([JOUR, JOUR, 0]);
    await openIn(other);
    expect(await count(one)).toBe(1);
    await one.forget('cle');
    expect([await count(other), await count(one)]).toEqual([0, 0]);
    await Promise.all(nodes.map((node) => node.close()));
    expect(await schemas()).toBe(1);
  });

  test('is closed by a node that sends from it, once another has emptied it', async () => {
    const errors: unknown[] = [];
    const sender = {
      create: () => createSender({ autoriserAdressesPrivees: true }),
      onError: (error: unknown) => void errors.push(error),
    };
    const sending = createSandboxes({ places: newPostgresPlaces(name), clock, sender });
    nodes.push(sending);
    await count(sending);
    await one.forget('cle');
    await vi.waitUntil(() => sending.sweep(Number.NEGATIVE_INFINITY) === 0, 10_000);
    expect(errors).toEqual([]);
  });

  test('that a crash left is removed at a next start', async () => {
    await openIn(one);
    await one.close();
    const places = newPostgresPlaces(name);
    expect(await places.forget('cle')).not.toBe(null);
    await places.close();
    await asked(`UPDATE ${schemaOf(name)}_lieux.lieu SET depuis = depuis - interval '11 minutes'`);
    expect([await count(other), await schemas()]).toEqual([0, 1]);
  });

  test('plays scenarios on both at once, each whole or interrupted', async () => {
    await Promise.all([count(one), count(other)]);
    const staged = (node: Sandboxes) => node.use('cle', (services) => stage(services, enPlace, { etape: 'fusion' }));
    const [first, second] = await Promise.all([staged(one), staged(other), moveTo(one, '2026-07-15')]);
    expect([first, second].map(({ ok }) => ok)).toEqual([true, true]);
    expect(await count(one)).toBe(2);
  });

  test('is full beyond what one may hold', async () => {
    const narrow = createSandboxes({ places: newPostgresPlaces(name), clock, octets: 10_000 });
    nodes.push(narrow);
    await Promise.all([count(one), count(narrow)]);
    expect([await one.isFull('cle'), await narrow.isFull('cle')]).toEqual([false, true]);
  });
});

withPostgres('a demonstration of two nodes', () => {
  let desks: [Demonstrations, Demonstrations];
  beforeEach(() => {
    name = randomUUID();
    desks = [on(), on()];
  });
  const on = () => createDemonstrations({ places: newPostgresPlaces(name, 'demonstration'), clock });
  afterEach(() => Promise.all(desks.map((desk) => desk.close())));
  const has = () => Promise.all(desks.map((desk) => desk.has('camille')));
  const counted = (desk: Demonstrations) =>
    desk.use('camille', async (services) => (await dossiersOf(services)).length);

  test('is made once, is on both, and is left by either', async () => {
    expect(await has()).toEqual([false, false]);
    await Promise.all(desks.map((desk) => desk.enter('camille')));
    expect([await has(), await schemas()]).toEqual([[true, true], 1]);
    expect(await Promise.all(desks.map(counted))).toEqual([18, 18]);
    await desks[1].leave('camille');
    expect(await has()).toEqual([false, false]);
    await desks[0].enter('camille');
    expect([await has(), await counted(desks[1])]).toEqual([[true, true], 18]);
    await Promise.all(desks.map((desk) => desk.close()));
    expect(await schemas()).toBe(1);
  });
});
