// Builds the page into one static folder that works from any path and without a network.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const { version } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'),
) as { version: string };

// Monaco writes style elements and style attributes as it lays out lines; nothing else is let in.
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const contentPolicy: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null;
}

const needed = new Map<string, boolean>();

// Modules that the worker imports before it is asked anything, directly or through others.
function neededAtOnce(id: string, modules: Modules): string | null {
  return isNeeded(id, modules) ? 'worker-scoring' : null;
}

function isNeeded(id: string, modules: Modules): boolean {
  const known = needed.get(id);
  if (known !== undefined) return known;
  // Modules that import each other are needed when another one needs them.
  needed.set(id, false);
  const importers = modules.getModuleInfo(id)?.importers ?? [];
  const found =
    importers.length === 0
      ? id.endsWith('/worker/worker.ts')
      : importers.some((importer) => isNeeded(importer, modules));
  needed.set(id, found);
  return found;
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: {
    __VERSION__: JSON.stringify(version),
    // The library that writes declarations asks where it runs; in a page that is nowhere.
    'process.cwd': '(() => "/")',
    'process.platform': '"browser"',
    'Buffer.isBuffer': '(() => false)',
  },
  plugins: [contentPolicy],
  resolve: {
    alias: [
      { find: /^prettier$/, replacement: resolve(import.meta.dirname, 'formatter.ts') },
      { find: /^(?:node:)?path$/, replacement: resolve(import.meta.dirname, 'node-path.ts') },
    ],
  },
  // Whatever scores is one file, and what is loaded later shares it: in many small files it would be larger.
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: neededAtOnce }] } },
    },
  },
  // Found in the worker only, and late: without these the first start reloads.
  optimizeDeps: {
    include: [
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      '@preact/signals',
      'ajv',
      'ajv/dist/2020.js',
      'chevrotain',
      'decimal.js',
      'fastest-levenshtein',
      'pinyin-pro',
      'preact',
      'string-width',
      'yaml',
    ],
  },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
});
