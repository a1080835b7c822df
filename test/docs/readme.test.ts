// The READMEs show what the program really prints: their files are run through the command line and
// the console blocks compared. `npm run generate` rewrites the blocks.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { runProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'biaochi-readme-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each(['README.md', 'README.zh-CN.md'])('%s shows what the program prints', async (name) => {
  const path = new URL(`../../${name}`, import.meta.url);
  const document = readFileSync(path, 'utf8');
  for (const block of blocksOf(document))
    if (block.words[0] === 'file') writeFileSync(join(folder, block.words[1] ?? ''), block.text);

  const outputs = new Map<string, string>();
  for (const block of blocksOf(document)) {
    const command = /^\$ biaochi (.*)$/m.exec(block.text)?.[1];
    if (block.language !== 'console' || command === undefined) continue;
    // The second console block shows the broken tier that the text speaks of.
    if (command.startsWith('check')) {
      const ruleset = join(folder, 'town.chi');
      writeFileSync(ruleset, readFileSync(ruleset, 'utf8').replace('5%..10%', '2.5%..10%'));
    }
    outputs.set(command, await runProgram(command.split(' '), folder));
  }
  expect([...outputs.keys()].map((command) => command.split(' ')[0])).toEqual(['score', 'check']);

  const renewed = document.replace(
    /(```console\n\$ biaochi ([^\n]*)\n)[\s\S]*?(```)/g,
    (_match, open: string, command: string, close: string) =>
      `${open}${(outputs.get(command) ?? '').trimEnd()}\n${close}`,
  );
  await expect(renewed).toMatchFileSnapshot(path.pathname);
});
