import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { lex } from '../../grammar/lexer.ts';
import { endOf, keywordOf } from '../../grammar/tokens.ts';

function images(text: string): readonly string[] {
  return lex(text).tokens.map(({ image }) => image);
}

function kinds(text: string): readonly string[] {
  return lex(text).tokens.map(({ tokenType }) => tokenType.name);
}

function problems(text: string) {
  return lex(text).problems.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

describe('phrases', () => {
  test('are one token however their words are spaced', () => {
    expect(lex('at   most\n6').tokens.map(keywordOf)).toEqual(['AtMost', undefined]);
  });

  test('are read as long as they go', () => {
    expect(lex('otherwise when yes or no yes rounded to').tokens.map(keywordOf)).toEqual([
      'OtherwiseWhen',
      'YesOrNo',
      'Yes',
      'RoundedTo',
    ]);
    expect(lex('等级至多 等级 至多').tokens.map(keywordOf)).toEqual([
      'GradeAtMost',
      'Grades',
      'AtMost',
    ]);
  });

  test('leave words that only begin like one alone', () => {
    expect(lex('full pointsy half rounded').tokens.map(keywordOf)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('numbers and dates', () => {
  test('stop before a range', () => {
    expect(images('75%..90% 1..3 1…3')).toEqual([
      '75',
      '%',
      '..',
      '90',
      '%',
      '1',
      '..',
      '3',
      '1',
      '…',
      '3',
    ]);
  });

  test('may have full-width digits', () => {
    expect(kinds('１２．５％')).toEqual(['NumberLiteral', 'PercentSign']);
  });

  test('a date is one token only when written together', () => {
    expect(kinds('2023-12-31 2023年1月2日 2023 - 12')).toEqual([
      'DateLiteral',
      'DateLiteral',
      'NumberLiteral',
      'Minus',
      'NumberLiteral',
    ]);
    expect(images('2023年')).toEqual(['2023', '年']);
  });

  test.each([
    ['1.2.3', '1.2.3', undefined],
    ['12. ', '12.', '12'],
    ['.5', '.5', '0.5'],
    ['1_000', '1_000', '1000'],
    ["1'000.5", "1'000.5", '1000.5'],
    ['1e5', '1e5', undefined],
  ])('%s is a number badly written', (text, written, meant) => {
    const [problem] = lex(text).problems;
    expect(problem).toMatchObject({ kind: 'number-format', written, meant });
    expect(kinds(text)).toEqual(['NumberLiteral']);
  });

  test('thousands separators are joined and reported', () => {
    expect(problems('= 1,234,567.8')).toEqual([['thousands-separator', '1,234,567.8']]);
    expect(images('= 1,234 元')).toEqual(['=', '1,234', '元']);
    expect(problems('(1,234 + 1)')).toEqual([['thousands-separator', '1,234']]);
  });

  test.each([
    'max(100,200)',
    '[100,200]',
    'x in {100,200}',
    '100,200 : 3',
    '100, 200',
    '100、200',
    '1,23',
  ])('%s is a list and not a number with separators', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

describe('texts and quoted names', () => {
  test('Chinese quotes nest', () => {
    expect(images('“甲“乙”丙” "a”')).toEqual(['“甲“乙”丙”', '"a”']);
  });

  test('end at the end of the line when they are not closed', () => {
    expect(problems('"abc  \nx')).toEqual([['unterminated-text', '"abc']]);
    expect(problems('「甲\r\n乙」')).toEqual([
      ['unterminated-name', '「甲'],
      ['unexpected-character', '」'],
    ]);
    expect(images('"abc  \nx')).toEqual(['"abc', 'x']);
  });

  test('hold comment marks and keywords as plain text', () => {
    expect(lex('"// /* group" 「分组 //」').comments).toEqual([]);
    expect(images('`a 「b` 「c`d」')).toEqual(['`a 「b`', '「c`d」']);
  });

  test('an empty name and an unknown escape are reported', () => {
    expect(problems('「 」 ``')).toEqual([
      ['empty-name', '「 」'],
      ['empty-name', '``'],
    ]);
    expect(problems('"a\\b"')).toEqual([['unknown-escape', '\\']]);
    expect(problems('"a\\n\\"\\\\"')).toEqual([]);
  });
});

describe('comments', () => {
  test('are kept apart from tokens, full-width slashes included', () => {
    const text = 'a // b\n／／ c\n/* d\n*/ e /**/';
    const { comments, tokens } = lex(text);
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '// b',
      '／／ c',
      '/* d\n*/',
      '/**/',
    ]);
    expect(tokens.map(({ image }) => image)).toEqual(['a', 'e']);
  });

  test('one that never ends is reported where it begins', () => {
    expect(problems('a /* b */ /* c')).toEqual([['unterminated-comment', '/*']]);
    expect(problems('/*/ c')).toEqual([['unterminated-comment', '/*']]);
  });
});

describe('other characters', () => {
  test('all kinds of white space separate', () => {
    expect(images('\ufeffa\u3000b\u00a0c\td\r\ne')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('what means nothing is reported once for each run', () => {
    expect(problems('a @#$ b 。😀')).toEqual([
      ['unexpected-character', '@#$'],
      ['unexpected-character', '。😀'],
    ]);
  });

  test.each([
    ['==', 'Equals', '='],
    ['&&', 'AndKeyword', 'and'],
    ['<>', 'NotEqual', '!='],
    ['！', 'NotKeyword', 'not'],
  ])('%s of other languages is read as %s', (written, kind, meant) => {
    expect(kinds(`a ${written} b`)).toEqual(['Identifier', kind, 'Identifier']);
    expect(lex(`a ${written} b`).problems).toMatchObject([
      { kind: 'foreign-operator', written, meant },
    ]);
  });
});

describe('any text', () => {
  property.prop([fc.string({ unit: 'binary' })])(
    'is covered by tokens, comments, problems and white space',
    (text) => {
      const { tokens, comments, problems: found } = lex(text);
      const places = [
        ...comments,
        ...found,
        ...tokens.map((token) => ({ start: token.startOffset, end: endOf(token) })),
      ];
      const isCovered = Array<boolean>(text.length).fill(false);
      for (const { start, end } of places) isCovered.fill(true, start, end);
      const rest = [...isCovered].map((covered, at) => (covered ? '' : text.charAt(at))).join('');
      expect(rest.replace(/[\s\u0085\u200b\u2060]/gu, '')).toBe('');
    },
  );
});
