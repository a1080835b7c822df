// The pages on weightings and on coverage show what the commands really print: their files are written and
// their commands run in order. `npm run generate` rewrites what is printed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { runProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'biaochi-pages-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function contentOf({ language, words, text }: Block): Promise<string> {
  const [word, name = ''] = words;
  if (word === 'file') writeFileSync(join(folder, name), text);
  if (language !== 'console') return text;
  let content = '';
  for (const [, command = ''] of text.matchAll(/^\$ biaochi (.*)$/gm))
    content += `$ biaochi ${command}\n${await runProgram(command.split(' '), folder)}`;
  return content;
}

it.each(['scenarios.md', 'coverage.md'])('docs/%s shows what the program prints', async (name) => {
  const path = new URL(`../../docs/${name}`, import.meta.url);
  let renewed = readFileSync(path, 'utf8');
  for (const block of blocksOf(renewed)) {
    const opening = `\`\`\`${[block.language, ...block.words].join(' ')}\n`;
    const content = await contentOf(block);
    renewed = renewed.replace(`${opening}${block.text}\`\`\``, () => `${opening}${content}\`\`\``);
  }
  await expect(renewed).toMatchFileSnapshot(path.pathname);
});
