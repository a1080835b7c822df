// The generated parts of the language reference are made from the tables they describe.
// `npm run generate` rewrites them.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keywords } from '../../grammar/keywords.ts';
import { builtins } from '../../src/builtins/builtins.ts';

const DOCUMENT = new URL('../../docs/language.md', import.meta.url);

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function builtinTable(): string {
  const rows = Object.entries(builtins).map(([name, { parameters, zhName, about, variadic }]) => {
    const list = parameters.map((parameter) => parameter.name).join(', ') + (variadic ? ', …' : '');
    return row([`\`${name}(${list})\``, `\`${zhName}\``, about.en]);
  });
  return [row(['function', 'in Chinese', 'value']), '|---|---|---|', ...rows].join('\n');
}

function keywordTable(): string {
  const rows = Object.values(keywords).map(({ en, zh }) =>
    row([en, zh].map((spellings) => spellings.map((word) => `\`${word}\``).join(', '))),
  );
  return [row(['English', 'Chinese']), '|---|---|', ...rows].join('\n');
}

it('the tables of keywords and functions are up to date', async () => {
  const sections: Readonly<Record<string, string>> = { builtins: builtinTable(), keywords: keywordTable() };
  const current = readFileSync(DOCUMENT, 'utf8');
  const renewed = current.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_match, open: string, name: string, close: string) => `${open}\n${sections[name] ?? ''}\n\n${close}`,
  );
  expect(Object.values(sections).every((section) => renewed.includes(section))).toBe(true);
  await expect(renewed).toMatchFileSnapshot(DOCUMENT.pathname);
});
