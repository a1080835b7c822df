// `npm run test:sql`: the tests that need a PostgreSQL server and Spark. Both are started once, before the
// first test; the test files run one after the other, because they share them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['./servers.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
