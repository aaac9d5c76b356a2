import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { newFile } from './database-file.ts';
import { sampleChange } from './samples.ts';

const line = (objet: string) => {
  const change = sampleChange('d', 1);
  return { ...change, journal: change.journal.map((one) => ({ ...one, saisie: JSON.stringify({ objet }) })) };
};

test('a file that was marked is rewritten when it is next opened, and nothing of what was erased is left there', async () => {
  const file = newFile();
  const store = openSqliteStore({ file, copieAPart: false });
  await store.commit([line('un secret à ôter')]);
  await store.close();
  const marked = openSqliteStore({ file, copieAPart: false });
  await marked.commit([{ ...sampleChange('d', 2), effaces: [1] }]);
  await marked.close();
  writeFileSync(`${file}.a-reecrire`, '');
  const again = openSqliteStore({ file, copieAPart: false });
  expect([existsSync(`${file}.a-reecrire`), readFileSync(`${file}-wal`).length]).toEqual([false, 0]);
  expect(readFileSync(file, 'latin1')).not.toContain('un secret');
  expect((await again.journal('d', 0, 10)).map(({ saisie }) => saisie)).toEqual([null, '{"objet":"d 2"}']);
  await again.close();
});
