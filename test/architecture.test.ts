// The house rules that a machine can hold: who may import whom, where the outside world is allowed,
// how long a file may get, and that the documents name only paths that exist.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const LAYERS: readonly (readonly string[])[] = [
  ['grammar', 'src/text', 'src/number'],
  ['src/types'],
  ['src/diagnostics'],
  ['src/syntax', 'src/builtins'],
  ['src/model'],
  ['src/interpret', 'src/input'],
  ['src/check', 'src/prove'],
  ['src/compile.ts', 'src/evaluate'],
  ['src/analyze', 'src/edit', 'src/generate', 'src/report'],
  ['src/index.ts'],
  ['src/lsp'],
  ['src/cli'],
  ['playground/protocol.ts'],
  ['playground/answers.ts', 'playground/formatter.ts', 'playground/node-path.ts'],
  ['playground/files'],
  // The page and its worker know of each other only what the protocol says.
  ['playground/page', 'playground/worker'],
];

// A report words the results of its sibling, so it may name their types, and only those; questions and
// answers of the page's worker name each other.
const TYPE_ONLY: ReadonlyMap<string, string> = new Map([
  ['src/report', 'src/analyze'],
  ['playground/protocol.ts', 'playground/answers.ts'],
]);

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const FILES = [...filesUnder('grammar'), ...filesUnder('src')];

const PLAYGROUND = [
  'playground/protocol.ts',
  'playground/answers.ts',
  ...['files', 'page', 'worker'].flatMap((folder) => filesUnder(`playground/${folder}`)),
];

function roomOf(file: string): { layer: number; room: string } {
  for (const [layer, rooms] of LAYERS.entries())
    for (const room of rooms)
      if (file === room || file.startsWith(`${room}/`)) return { layer, room };
  throw new Error(`${file} lies in no layer`);
}

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^(import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'/gms)].map(
    (match) => ({
      target: match[3] ?? '',
      typeOnly: match[2] !== undefined,
    }),
  );
}

describe('the layers', () => {
  it.each([...FILES, ...PLAYGROUND])('%s imports only from lower layers', (file) => {
    const here = roomOf(file);
    for (const { target, typeOnly } of importsOf(file)) {
      if (!target.startsWith('.') || /\.(?:json|css)$/.test(target)) continue;
      const there = roomOf(relative(ROOT, resolve(ROOT, dirname(file), target)));
      const allowed =
        there.room === here.room ||
        there.layer < here.layer ||
        (typeOnly && TYPE_ONLY.get(here.room) === there.room);
      expect(allowed, `${file} must not import ${target}`).toBe(true);
    }
  });

  it('keeps Node out of everything below the command line', () => {
    const outside =
      /\bfrom 'node:|\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bwindow\.|\bdocument\.(?:body|create|get|query)|\beval\(|\bnew Function\b/;
    const isOutermost = (file: string) => /^src\/(?:cli|lsp)\//.test(file);
    const offenders = FILES.filter((file) => !isOutermost(file)).filter((file) =>
      outside.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(offenders).toEqual([]);
  });

  it('imports decimal.js in src/number only', () => {
    const importers = FILES.filter((file) =>
      importsOf(file).some(({ target }) => target === 'decimal.js'),
    );
    expect(importers.every((file) => file.startsWith('src/number/'))).toBe(true);
  });
});

describe('the files', () => {
  it('stay under 500 lines', () => {
    const long = FILES.filter(
      (file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 500,
    );
    expect(long).toEqual([]);
  });

  it('have no name that says nothing', () => {
    const vague = /(?:^|[/-])(?:utils?|helpers?|common|misc|manager|index)\.ts$/;
    expect(FILES.filter((file) => vague.test(file) && file !== 'src/index.ts')).toEqual([]);
  });

  it('open with a comment that says what they are', () => {
    const silent = FILES.filter(
      (file) => !/^(?:#!.*\n)?(?:\/\/|\/\*)/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(silent).toEqual([]);
  });
});

describe('the documents', () => {
  const documents = [
    'README.md',
    'README.zh-CN.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
  ];

  it.each(documents)('%s names only paths that exist', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const named = [...text.matchAll(/`((?:\.?[\w-]+\/)+[\w.-]*)`|\]\((?!https?:|#)([^)#]+)/g)]
      .map((match) => match[1] ?? match[2] ?? '')
      .filter(
        (path) =>
          !path.includes('*') &&
          /^(?:src|grammar|test|docs|rulesets|scripts|\.ci|[A-Z][\w.-]*\.md|\.\.?)/.test(path),
      );
    for (const path of named) {
      const base = path.startsWith('.') && !path.startsWith('.ci') ? dirname(document) : '.';
      expect(
        existsSync(join(ROOT, base, path)) || existsSync(join(ROOT, dirname(document), path)),
        path,
      ).toBe(true);
    }
  });
});
