// The page about the library: each program on it is run as it stands, and what it prints is compared with the block
// that follows it. `npm run generate` rewrites those blocks.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as analyze from '../../src/analyze/analyze.ts';
import * as edit from '../../src/edit/edit.ts';
import * as biaochi from '../../src/index.ts';
import * as report from '../../src/report/report.ts';
import { blocksOf } from './blocks.ts';

const ENTRIES: Readonly<Record<string, unknown>> = {
  biaochi,
  'biaochi/analyze': analyze,
  'biaochi/edit': edit,
  'biaochi/report': report,
};

it('the page about the library shows what its programs print', async () => {
  const path = new URL('../../docs/library.md', import.meta.url);
  const document = readFileSync(path, 'utf8');
  const blocks = blocksOf(document);
  const files = new Map(
    blocks.flatMap(({ words, text }) => (words[0] === 'file' ? [[words[1], text] as const] : [])),
  );
  let renewed = document;
  for (const { text } of blocks.filter(({ language }) => language === 'js')) {
    const printed = await print(text, files);
    const before = `\`\`\`js\n${text}\`\`\`\n\n\`\`\`text\n`;
    const start = renewed.indexOf(before) + before.length;
    renewed = `${renewed.slice(0, start)}${printed}\n${renewed.slice(renewed.indexOf('```', start))}`;
  }
  await expect(renewed).toMatchFileSnapshot(path.pathname);
});

// Imports become looking up: the entries are those of the sources, not of a build.
async function print(text: string, files: ReadonlyMap<string | undefined, string>) {
  const lines: string[] = [];
  const console = {
    log: (...parts: readonly unknown[]) => {
      lines.push(parts.map((part) => (typeof part === 'string' ? part : shown(part))).join(' '));
    },
  };
  const body = text.replaceAll(
    /^import (\{[^}]*\}) from ('[^']*');$/gm,
    (_import, names: string, entry: string) => `const ${names} = entries[${entry}];`,
  );
  const AsyncFunction = print.constructor as new (
    ...words: string[]
  ) => (...given: unknown[]) => Promise<void>;
  await new AsyncFunction('entries', 'files', 'console', body)(ENTRIES, files, console);
  return lines.join('\n');
}

function shown(part: unknown): string {
  return part === undefined
    ? 'undefined'
    : JSON.stringify(part, undefined, 1).replace(/\s*\n\s*/g, ' ');
}
