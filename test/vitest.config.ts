import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What walks for long, or opens every screen. */
const WHOLE = 'test/**/*.whole.test.ts';
/** What is asked of PostgreSQL: what is its own, and what its users see, again. */
const POSTGRES = 'test/**/*.postgres.test.ts';
const SEEN = ['test/{http,journeys,console,desk,outbox,sandbox}/**/*.test.ts', 'test/robot.test.ts', POSTGRES];
/** Asked of no engine in particular: the table of rights, over what the contract of stores promises; a PDF, and a command that keeps it in SQLite. */
const WHATEVER_THE_ENGINE = ['test/http/access.test.ts', 'test/console/forms/official.test.ts'];
/** A browser shows what the console answered, which both engines are asked for: it looks on one. */
const IN_A_BROWSER = [
  'test/console/browser/**',
  'test/console/{,*/}browser.test.ts',
  'test/console/correction/keyboard.test.ts',
];
const STORED = ['test/acts/{two-desks,delays}.test.ts', 'test/acts/correct/*.test.ts', 'test/store/work.test.ts'];

/** What lasts comes first, so that the two workers end together. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { whole = [], others = [] } = Object.groupBy(await super.sort(files), ({ project }) =>
      project.name === 'whole' ? 'whole' : 'others',
    );
    return [...whole, ...others];
  }
}

/**
 * Child processes, because a native module such as better-sqlite3 is safest outside worker threads. Files share them, modules
 * included, since no test changes what outlives it: read again for each file, modules took half of the time. Two of them, because
 * left to itself vitest keeps one core of two idle.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    hookTimeout: 60_000,
    globalSetup: 'test/memory.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'usual',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, WHOLE, POSTGRES],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'whole', include: [WHOLE], testTimeout: 600_000, globalSetup: 'test/outside/install.ts' },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...SEEN, ...STORED],
          exclude: [...configDefaults.exclude, WHOLE, ...WHATEVER_THE_ENGINE, ...IN_A_BROWSER],
          testTimeout: 60_000,
          globalSetup: 'test/postgres/start.ts',
        },
      },
    ],
  },
});
