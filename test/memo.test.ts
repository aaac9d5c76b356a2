import { expect, test } from 'vitest';
import { promiseMemo } from '../src/memo.ts';

test('what is promised is made once for all who ask, and again where it failed or came to nothing', async () => {
  const answers: (() => string | null)[] = [
    () => {
      throw new Error('Le disque est plein');
    },
    () => null,
    () => 'fait',
  ];
  const made = promiseMemo<string | null>();
  const ask = () => made('clé', async () => answers.shift()?.() ?? null);
  const both = await Promise.allSettled([ask(), ask()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await Promise.all([ask(), ask()])).toEqual([null, null]);
  expect([await ask(), await ask()]).toEqual(['fait', 'fait']);
  expect(answers).toEqual([]);
});
