import type { TestProject } from 'vitest/node';
import { findBinaries, startPostgres } from '../../scripts/postgres/start.ts';
import install from '../outside/install.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a PostgreSQL is, for the tests that need one; null where none is to be had. */
    postgres: string | null;
  }
}

/** Why a test that needs a PostgreSQL does not run. */
export const NO_POSTGRES =
  'no PostgreSQL: install one (« apt-get install postgresql »), or name one in TEST_DATABASE_URL';

/**
 * Gives tests the PostgreSQL that TEST_DATABASE_URL names, or starts one in memory until they are over, of the system’s binaries, else of a
 * package’s. @public
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named === undefined && findBinaries() === null) install();
  const started = named === undefined ? await startPostgres() : null;
  const url = named ?? started?.url ?? null;
  if (url === null) console.warn(`Skipped: ${NO_POSTGRES}`);
  project.provide('postgres', url);
  return async () => started?.stop();
}
