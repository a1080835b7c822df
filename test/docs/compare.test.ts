// The page on comparing shows what the program really prints: its commands are run in this folder.
// `npm run generate` rewrites the blocks.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { runProgram } from './program.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('docs/compare.md shows what the program prints', async () => {
  const path = new URL('../../docs/compare.md', import.meta.url);
  const document = readFileSync(path, 'utf8');
  const outputs = new Map<string, string>();
  for (const { text } of blocksOf(document)) {
    const command = /^\$ biaochi (.*)$/m.exec(text)?.[1];
    if (command !== undefined) outputs.set(command, await runProgram(command.split(' '), ROOT));
  }
  expect(outputs.size).toBe(2);
  const renewed = document.replace(
    /(```console\n\$ biaochi ([^\n]*)\n)[\s\S]*?(```)/g,
    (_match, open: string, command: string, close: string) =>
      `${open}${(outputs.get(command) ?? '').trimEnd()}\n${close}`,
  );
  await expect(renewed).toMatchFileSnapshot(path.pathname);
});
