import { defineConfig } from 'tsdown';

const shared = { format: 'esm', target: 'es2022', fixedExtension: false, clean: false } as const;

export default defineConfig([
  // The library runs in browsers: nothing of Node's may slip in.
  { ...shared, entry: { index: 'src/index.ts' }, platform: 'neutral', dts: true },
  { ...shared, entry: { cli: 'src/cli/main.ts' }, platform: 'node', dts: false },
]);
