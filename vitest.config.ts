import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need servers: `npm run test:sql`.
    exclude: ['test/sql-servers/**', '**/node_modules/**'],
    testTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**', 'grammar/**'] },
  },
});
