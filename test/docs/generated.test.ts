// The generated parts of the language reference, in both languages, are made from the tables they
// describe. `npm run generate` rewrites them.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keywords } from '../../grammar/keywords.ts';
import type { Builtin } from '../../src/builtins/builtins.ts';
import { builtins } from '../../src/builtins/builtins.ts';

type Language = 'en' | 'zh';

const DOCUMENTS = [
  ['docs/language.md', 'en'],
  ['docs/language.zh-CN.md', 'zh'],
] as const;

const HEADINGS = {
  builtins: { en: ['function', 'in Chinese', 'value'], zh: ['函数', '英文', '求得的值'] },
  keywords: { en: ['English', 'Chinese'], zh: ['中文', '英文'] },
} as const;

/** What a parameter is called, which is in Chinese the word for the type it takes. */
function parameterName(parameter: Builtin['parameters'][number], language: Language): string {
  const zhNames: Partial<Record<typeof parameter.kind, string>> = {
    date: keywords.Date.zh[0],
    target: keywords.Target.zh[0],
    actual: keywords.Actual.zh[0],
    'achievement-reading': '读法',
    'achievement-limit': '上限',
  };
  return (language === 'zh' ? zhNames[parameter.kind] : undefined) ?? parameter.name;
}

/** The reader's own language in the first column, the other one in the second. */
function ownFirst<T>(language: Language, { en, zh }: Readonly<Record<Language, T>>): [T, T] {
  return language === 'en' ? [en, zh] : [zh, en];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function builtinTable(language: Language): string {
  const rows = Object.entries<Builtin>(builtins).map(([name, builtin]) => {
    const { parameters, zhName, about, variadic, optional = 0 } = builtin;
    const list = parameters.map((parameter, place) => {
      const mayBeLeftOut = place >= parameters.length - optional;
      return parameterName(parameter, language) + (mayBeLeftOut ? '?' : '');
    });
    const [own, other] = ownFirst(language, { en: name, zh: zhName });
    return [
      `\`${own}(${[...list, ...(variadic ? ['…'] : [])].join(', ')})\``,
      `\`${other}\``,
      about[language],
    ];
  });
  return table(HEADINGS.builtins[language], rows);
}

const PAIRS_IN_A_ROW = 3;

function keywordTable(language: Language): string {
  const pairs = Object.values(keywords).map((spellings) =>
    ownFirst<readonly string[]>(language, spellings).map((words) =>
      words.map((word) => `\`${word}\``).join(', '),
    ),
  );
  const head = Array.from({ length: PAIRS_IN_A_ROW }, () => HEADINGS.keywords[language]).flat();
  const rows = Array.from({ length: Math.ceil(pairs.length / PAIRS_IN_A_ROW) }, (_, row) =>
    pairs.slice(row * PAIRS_IN_A_ROW, (row + 1) * PAIRS_IN_A_ROW).flat(),
  );
  const blank = (row: readonly string[]) => head.slice(row.length).map(() => '');
  return table(
    head,
    rows.map((row) => [...row, ...blank(row)]),
  );
}

it.each(DOCUMENTS)(
  'the tables of keywords and functions in %s are up to date',
  async (document, language) => {
    const path = new URL(`../../${document}`, import.meta.url);
    const sections: Readonly<Record<string, string>> = {
      builtins: builtinTable(language),
      keywords: keywordTable(language),
    };
    const renewed = readFileSync(path, 'utf8').replace(
      /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
      (_match, open: string, name: string, close: string) =>
        `${open}\n${sections[name] ?? ''}\n\n${close}`,
    );
    expect(Object.values(sections).every((section) => renewed.includes(section))).toBe(true);
    await expect(renewed).toMatchFileSnapshot(path.pathname);
  },
);
