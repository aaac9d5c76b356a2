import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../../src/http/openapi/document.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { isInstalled, NOT_INSTALLED } from './install.ts';

const run = promisify(execFile);
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const document = documentOf(operationsOf({ autoriserAdressesPrivees: false }));

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clients-'));
  file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(modules, join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the compiler of TypeScript says of a file, under `--strict`. */
async function errorsOf(name: string): Promise<string[]> {
  const options = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2022', '--module', 'preserve'];
  const lib = ['--lib', 'es2022,dom,dom.iterable', '--types', ''];
  const tsc = join(modules, 'tsc/bin/tsc');
  const { stdout } = await run(process.execPath, [tsc, ...options, ...lib, name], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  return stdout.split('\n').filter((line) => line.includes('error TS'));
}

/** A program that tells one fact rightly and one by a misspelt type: the second must not compile. */
async function checks(name: string, imports: string, fact: string): Promise<void> {
  const right = `${imports}\nexport const fait: ${fact} = { type: 'contrat.signe', date: '2026-01-05', numero: 'C-1' };\n`;
  await writeFile(join(folder, `${name}-juste.ts`), right);
  await writeFile(join(folder, `${name}-faux.ts`), right.replace('contrat.signe', 'contrat.signee'));
  expect(await errorsOf(`${name}-juste.ts`)).toEqual([]);
  expect(await errorsOf(`${name}-faux.ts`)).toEqual([expect.stringContaining('contrat.signee')]);
}

describe('what a generator makes of the document compiles, and a misspelt fact does not:', () => {
  test('openapi-typescript', async () => {
    const types = astToString(await openapiTS(document as Parameters<typeof openapiTS>[0]));
    await writeFile(join(folder, 'types.ts'), types);
    await checks('types', "import type { components } from './types.ts';", "components['schemas']['FaitDossier']");
  });

  test('@hey-api/openapi-ts', async ({ skip }) => {
    skip(!isInstalled(), NOT_INSTALLED);
    const { createClient } = await import('@hey-api/openapi-ts');
    await createClient({ input: file, output: join(folder, 'hey'), logs: { level: 'silent' } });
    await checks('hey', "import type { FaitDossier } from './hey';\nexport * from './hey';", 'FaitDossier');
  });

  test('orval', async ({ skip }) => {
    skip(!isInstalled(), NOT_INSTALLED);
    const { generate } = await import('orval');
    const output = { target: join(folder, 'orval.ts'), client: 'fetch' } as const;
    await generate({ input: file, output }, folder);
    await checks('orval', "import type { FaitDossier } from './orval';\nexport * from './orval';", 'FaitDossier');
  });
});
