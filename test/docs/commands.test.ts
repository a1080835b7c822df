// The pages about single commands show what the program really prints, run on the rulesets that come with
// it. `npm run generate` rewrites the blocks.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runProgram } from './program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

it.each(['whatif.md', 'sensitivity.md'])('docs/%s shows what the program prints', async (name) => {
  const path = `${root}docs/${name}`;
  const page = readFileSync(path, 'utf8');
  const parts = page.split(/(```console\n\$ biaochi [^\n]*\n[\s\S]*?```)/);
  const renewed: string[] = [];
  let commands = 0;
  for (const part of parts) {
    const [, command] = /^```console\n\$ biaochi ([^\n]*)/.exec(part) ?? [];
    if (command === undefined) {
      renewed.push(part);
      continue;
    }
    commands++;
    const output = await runProgram(command.split(' '), root);
    renewed.push(`\`\`\`console\n$ biaochi ${command}\n${output.trimEnd()}\n\`\`\``);
  }
  expect(commands).toBeGreaterThan(0);
  await expect(renewed.join('')).toMatchFileSnapshot(path);
});
