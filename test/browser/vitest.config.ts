// Tests of the built page in a real browser: `npm run test:browser`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // One browser at a time: what is measured is a page, not a crowd of them.
    fileParallelism: false,
    retry: 0,
  },
});
