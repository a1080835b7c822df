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
  worker: { format: 'es' },
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
