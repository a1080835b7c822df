import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need servers or a browser: `npm run test:sql`, `npm run test:browser`.
    exclude: ['test/sql-servers/**', 'test/browser/**', '**/node_modules/**'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**', 'grammar/**'] },
  },
});
