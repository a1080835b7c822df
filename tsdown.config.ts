import { defineConfig } from 'tsdown';

const shared = { format: 'esm', target: 'es2022', fixedExtension: false, clean: false } as const;

// Generators are loaded when they are asked for: files of their own, which the two builds must not share.
const inFolder = (folder: string) => ({ outputOptions: { chunkFileNames: `${folder}/[name].js` } });

export default defineConfig([
  // The library runs in browsers: nothing of Node's may slip in.
  {
    ...shared,
    ...inFolder('library'),
    entry: {
      index: 'src/index.ts',
      analyze: 'src/analyze/analyze.ts',
      edit: 'src/edit/edit.ts',
      report: 'src/report/report.ts',
    },
    platform: 'neutral',
    dts: true,
  },
  {
    ...shared,
    ...inFolder('program'),
    entry: { cli: 'src/cli/main.ts' },
    platform: 'node',
    dts: false,
  },
]);
