// What `npm run size` measures, made as whoever embeds it would make it: bundled for a browser, minified.
import { defineConfig } from 'tsdown';

const shared = {
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  minify: true,
  dts: false,
  fixedExtension: false,
  outputOptions: { chunkFileNames: 'later/[name].js' },
} as const;

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts' },
    outDir: '.size/library',
    // Declarations of schemas are written by a package for Node, which is loaded for them alone.
    deps: { alwaysBundle: [/./], neverBundle: ['json-schema-to-typescript'] },
  },
  { ...shared, entry: { module: './.size/module/module.js' }, outDir: '.size/minified' },
]);
