// The page on next year's ruleset shows what the commands really do: its files are written, its edits are
// made, its commands are run in their order, and what they print is compared. `npm run generate` rewrites it.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';
import { runProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'biaochi-roll-over-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

/** `- old` and `+ new`, line by line. */
function edit(text: string, block: Block): string {
  const lines = (mark: string) =>
    block.text.split('\n').flatMap((line) => (line.startsWith(mark) ? [line.slice(2)] : []));
  const news = lines('+');
  return lines('-').reduce((changed, old, at) => {
    expect(changed, `line ${block.line}`).toContain(old);
    return changed.replace(old, news[at] ?? '');
  }, text);
}

async function contentOf(block: Block): Promise<string> {
  const [word, name = '', target = name] = block.words;
  const command = /^\$ biaochi (.*)$/m.exec(block.text)?.[1];
  if (block.language === 'console' && command !== undefined) {
    const output = await runProgram(command.split(' '), folder);
    return `$ biaochi ${command}\n${output}`;
  }
  switch (word) {
    case 'file':
      writeFileSync(join(folder, name), block.text);
      return block.text;
    case 'edit':
    case 'copy':
      writeFileSync(join(folder, target), edit(textOf(name), block));
      return block.text;
    case 'result':
      return textOf(name);
    default:
      return block.text;
  }
}

it('shows what the program prints and writes', async () => {
  const path = new URL('../../docs/roll-over.md', import.meta.url);
  const document = readFileSync(path, 'utf8');
  let renewed = '';
  let rest = document;
  for (const block of blocksOf(document)) {
    const opening = `\`\`\`${[block.language, ...block.words].join(' ')}\n`;
    const [before = '', ...others] = rest.split(`${opening}${block.text}\`\`\`\n`);
    renewed += `${before}${opening}${await contentOf(block)}\`\`\`\n`;
    rest = others.join(`${opening}${block.text}\`\`\`\n`);
  }
  expect(existsSync(join(folder, '2023-new.chi'))).toBe(true);
  expect(existsSync(join(folder, '2023-other.chi'))).toBe(false);
  await expect(renewed + rest).toMatchFileSnapshot(path.pathname);
});
