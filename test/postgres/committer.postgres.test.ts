import { expect, inject, test } from 'vitest';
import { ask } from '../../scripts/postgres/pair.ts';
import { StoreOutage } from '../../src/store/store.ts';
import { sampleChange, WRITTEN } from '../store/samples.ts';
import { withPostgres } from './engine.ts';
import { newPostgresStore, newSchema } from './store.ts';

withPostgres('acts that a thread commits', () => {
  test('are answered as by the process itself, each of those that were asked together', async () => {
    const store = await newPostgresStore({ aPart: true });
    const orphan = sampleChange('orphelin', 1, { parentId: 'inconnu' });
    const settled = await Promise.allSettled([
      store.commit([sampleChange('d', 1)]),
      store.commit([orphan]),
      store.commit([sampleChange('d', 3)]),
      store.commit([sampleChange('e', 1)]),
    ]);
    expect(settled).toMatchObject([
      { value: WRITTEN },
      { reason: new Error('orphelin has an unknown parent: inconnu') },
      { value: { ok: false, raison: 'version-perimee', id: 'd' } },
      { value: WRITTEN },
    ]);
    expect(await store.verify()).toEqual({ ok: true, lignes: 2 });
    await store.close();
  });

  test('are refused as an outage once the end of the journal is not what was sealed', async () => {
    const schema = newSchema();
    const other = await newPostgresStore({ schema, aPart: true });
    await other.commit([sampleChange('d', 1)]);
    await ask(inject('postgres') ?? '', `UPDATE ${schema}.tete SET mac = 'autre'`);
    await expect(other.commit([sampleChange('d', 2)])).rejects.toThrow(StoreOutage);
    await expect(other.commit([sampleChange('d', 2)])).rejects.toThrow('La fin du journal n’est pas celle');
    await other.close();
  });
});
