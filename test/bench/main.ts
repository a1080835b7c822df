// `npm run bench`: what exactness costs, and what others pay. Sections run one after another in one process and
// print Markdown; `--write` keeps the tables in docs/performance.md with the machine they were measured on.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathOf } from './folder.ts';
import { keep } from './keep.ts';
import { machine } from './machine.ts';
import { USAGE, optionsOf } from './options.ts';
import { SECTIONS } from './sections.ts';

const DOCUMENT = pathOf('docs/performance.md');

async function main(words: readonly string[]): Promise<void> {
  const options = optionsOf(words);
  const unknown = options.only.find((name) => !SECTIONS.some((section) => section.name === name));
  if (unknown !== undefined)
    throw new Error(`no section ${unknown}: ${SECTIONS.map(({ name }) => name).join(', ')}`);
  const about = machine(new Date());
  console.log(`${about}\n`);
  for (const { name, title, run } of SECTIONS) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    const start = performance.now();
    const text = await run(options);
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`## ${title} (${name}, ${seconds} s)\n\n${text}\n`);
    if (!options.write) continue;
    const document = keep(readFileSync(DOCUMENT, 'utf8'), name, text);
    writeFileSync(DOCUMENT, keep(document, 'machine', about));
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = 1;
}
