import { beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { StoreOutage } from '../../src/store/store.ts';
import { newFile } from './database-file.ts';
import { sampleChange } from './samples.ts';

let file: string;
beforeEach(() => {
  file = newFile();
});

const under = (empreinte: string, version = 1) => [{ procedure: 'prive-mono-site', version, empreinte }];
const open = (definitions?: ReturnType<typeof under>) => openSqliteStore({ file, ...(definitions && { definitions }) });

async function written(definitions?: ReturnType<typeof under>): Promise<void> {
  const store = open(definitions);
  const { row, ...more } = sampleChange('d', 1);
  await store.commit([{ ...more, row: { ...row, procedure: 'prive-mono-site', procedureVersion: 1 } }]);
  await store.close();
}

test('a base opens again under the definition that wrote it, and beside a version that has written nothing', async () => {
  await written(under('a'));
  await open(under('a')).close();
  await open([...under('a'), ...under('b', 2)]).close();
});

test('a base in which nothing was written takes another definition', async () => {
  await open(under('a')).close();
  await open(under('b')).close();
  await open(under('b')).close();
});

test.each([{ before: under('a') }, { before: undefined }])(
  'a base written under another definition, or one that it does not say, is refused with what to do: $before',
  async ({ before }) => {
    await written(before);
    expect(() => open(under('b'))).toThrow(
      new StoreOutage(
        `La base ${file} a été écrite sous une autre définition de la procédure « prive-mono-site », version 1 : reprenez le programme qui l’a écrite, ou déplacez ce fichier pour démarrer sur une base neuve.`,
      ),
    );
    await open(before).close();
  },
);
