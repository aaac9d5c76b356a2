import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { sampleChange } from '../store/samples.ts';
import { withPostgres } from './engine.ts';
import { newPostgresStore, newSchema } from './store.ts';

withPostgres('a commit of PostgreSQL', () => {
  test('that does not get its turn says so, and leaves nothing of what it asked at once', async () => {
    const schema = newSchema();
    const options = `-c search_path=${schema} -c lock_timeout=300ms`;
    const store = await newPostgresStore({
      schema,
      url: `${inject('postgres')}?options=${encodeURIComponent(options)}`,
    });
    const holder = new Client(inject('postgres') ?? '');
    await holder.connect();
    await holder.query(`SELECT pg_advisory_lock(hashtextextended('${schema}', 0))`);
    await expect(store.commit([sampleChange('d', 1)])).rejects.toThrow('un autre service y écrit trop longtemps');
    await holder.query('SELECT pg_advisory_unlock_all()');
    await holder.end();
    const other = await newPostgresStore({ schema });
    expect(await other.row('d')).toBeNull();
    expect(await other.commit([sampleChange('d', 1)])).toMatchObject({ ok: true });
    await Promise.all([store.close(), other.close()]);
  });
});
