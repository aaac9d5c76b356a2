import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Child processes, because a native module such as better-sqlite3 is safest outside worker threads. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
