import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Cursor, cursorAt, type FeedQuery, readFeed } from '../../src/outbox/feed.ts';
import type { Store } from '../../src/store/store.ts';
import { newStore } from '../store/new-base.ts';
import { sampleChange } from '../store/samples.ts';

let store: Store;
beforeEach(async () => {
  store = await newStore();
});
afterEach(() => store.close());

const whole = { limite: 50, types: null, dossiers: 'tous', attendreMs: 0 } as const;

async function read(apres: number, more: Partial<FeedQuery> = {}) {
  const page = await readFeed(store, { ...whole, apres, signal: new AbortController().signal, ...more });
  if (!page.ok) throw new Error(page.error.code);
  return { ids: page.value.evenements.map(({ id }) => Number(id)), apres: Cursor.parse(page.value.curseur) };
}

describe('the feed', () => {
  test('misses and repeats nothing while dossiers go on', async () => {
    const writing = Promise.all([...'abcdefgh'].map(tellFifty));
    const ids: number[] = [];
    for (let apres = 0; ids.length < 400; ) {
      const page = await read(apres, { attendreMs: 5_000, limite: 7 });
      ids.push(...page.ids);
      apres = page.apres;
    }
    await writing;
    expect(ids).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  });

  test('answers as soon as something happens', async () => {
    const waiting = read(0, { attendreMs: 15_000 });
    await store.commit([sampleChange('a', 1)]);
    expect(await waiting).toEqual({ ids: [1], apres: 1 });
  });

  test('waits on when what happens is not for its reader', async () => {
    const waiting = read(0, { attendreMs: 300, types: ['contrat.transmis'] });
    await store.commit([sampleChange('a', 1)]);
    expect(await waiting).toEqual({ ids: [], apres: 1 });
  });

  test('stops waiting when its reader leaves', async () => {
    const gone = new AbortController();
    const waiting = read(0, { attendreMs: 15_000, signal: gone.signal });
    gone.abort();
    expect(await waiting).toEqual({ ids: [], apres: 0 });
  });

  test('finds what is far behind what its reader may not see', async () => {
    const other = { ...sampleChange('a', 1).journal[0], type: 'contrat.transmis' } as never;
    const journal = Array.from({ length: 4_500 }, () => sampleChange('a', 1).journal[0] as never);
    await store.commit([{ ...sampleChange('a', 1), journal: [...journal, other] }]);
    expect(await read(0, { types: ['contrat.transmis'] })).toEqual({ ids: [4_501], apres: 4_501 });
  });

  test('refuses a place that its journal has not reached', async () => {
    const signal = new AbortController().signal;
    expect(await readFeed(store, { ...whole, apres: 1, signal })).toEqual({
      ok: false,
      error: { code: 'curseur-inconnu' },
    });
  });
});

describe('a cursor', () => {
  test('is read back as it was given', () => {
    expect([0, 1, 987_654_321].map((rang) => Cursor.parse(cursorAt(rang)))).toEqual([0, 1, 987_654_321]);
  });

  test.each([
    '12',
    '',
    'evt1:12',
    'ZXZ0MTotMQ',
    'ZXZ0MToxLjU',
    'ZXZ0MTowMTI',
    'ZXZ0MToxMg==',
    'ZXZ0MjoxMg',
    'é',
    'A'.repeat(9_999),
  ])('of another format is refused: %s', (text) => {
    const told = Cursor.safeParse(text).error?.issues.map(({ message }) => message);
    expect(told?.[0]).toBe('Ce curseur n’est pas d’ici : reprenez tel quel celui de la dernière réponse.');
  });
});

async function tellFifty(dossier: string): Promise<void> {
  for (let version = 1; version <= 50; version++) {
    await store.commit([sampleChange(dossier, version)]);
    if (version % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
