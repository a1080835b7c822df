import { describe, expect, test } from 'vitest';
import { keywordEntries } from '../../grammar/keywords.ts';
import { lex } from '../../grammar/lexer.ts';
import { symbolEntries } from '../../grammar/symbols.ts';
import { keywordOf, symbolOf } from '../../grammar/tokens.ts';

const spellings = keywordEntries.flatMap(([id, { en, zh }]) =>
  [...en, ...zh].map((spelling) => [spelling, id] as const),
);

describe('the keyword table', () => {
  test('gives no spelling to two keywords', () => {
    const all = spellings.map(([spelling]) => spelling);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(spellings)('%s is read as %s', (spelling, id) => {
    expect(lex(` ${spelling} `).tokens.map(keywordOf)).toEqual([id]);
  });

  test.each(keywordEntries.filter(([, { digitMayFollow }]) => digitMayFollow))(
    'a digit may follow the Chinese spellings of %s at once',
    (id, { zh }) => {
      for (const spelling of zh) {
        expect(lex(`${spelling}90`).tokens.map(({ image }) => image)).toEqual([spelling, '90']);
        expect(lex(`${spelling}９０`).tokens.map(keywordOf)[0]).toBe(id);
      }
    },
  );

  test.each(keywordEntries.filter(([, { digitMayFollow }]) => !digitMayFollow))(
    'a digit makes the Chinese spellings of %s part of a name',
    (_, { zh }) => {
      for (const spelling of zh)
        expect(lex(`${spelling}90`).tokens.map(keywordOf)).toEqual([undefined]);
    },
  );

  test('makes no keyword of a part of a word', () => {
    const { tokens } = lex('指标体系 当年支出 grouped 分组名 每年 的确');
    expect(tokens.map(keywordOf)).toEqual(tokens.map(() => undefined));
  });
});

describe('the symbol table', () => {
  test.each(symbolEntries.flatMap(([id, all]) => all.map((spelling) => [spelling, id] as const)))(
    '%s is read as %s',
    (spelling, id) => {
      expect(lex(` ${spelling} `).tokens.map(symbolOf)).toEqual([id]);
    },
  );
});
