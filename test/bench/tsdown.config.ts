// The benchmark as a bundle that Node runs as it is: packages stay outside, as they would be installed.
import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { main: 'main.ts', worker: 'worker.ts' },
  outDir: 'dist',
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  fixedExtension: false,
  dts: false,
  deps: { neverBundle: [/^[^./]/] },
});
