import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { print } from '../../src/syntax/print.ts';
import { createSource } from '../../src/text/source.ts';

function format(text: string, keywords: 'keep' | 'en' | 'zh' = 'keep'): string {
  const source = createSource('test.chi', text);
  const { file, diagnostics } = parse(source);
  expect(diagnostics).toEqual([]);
  return print(file, source, { keywords });
}

/** Formats statements inside a ruleset, and takes the ruleset off again. */
function formatStatements(text: string, keywords: 'keep' | 'en' | 'zh' = 'keep'): string {
  const lines = format(`ruleset 甲 {\n${text}\n}`, keywords).split('\n').slice(1, -2);
  return lines.map((line) => line.replace(/^ {2}/, '')).join('\n');
}

describe('lines', () => {
  test('each statement has its own, two spaces further in for each block', () => {
    expect(
      format('ruleset 甲 { total 1 ; group 乙 1 { indicator 丙 1 { item 丁 1 { judged } } } }'),
    ).toBe(
      `ruleset 甲 {
  total 1
  group 乙 1 {
    indicator 丙 1 {
      item 丁 1 { judged }
    }
  }
}
`,
    );
  });

  test('at most one blank line is kept between statements, and none at the ends of a block', () => {
    expect(formatStatements('\n\njudged\n\n\n\njudged\njudged\n\n')).toBe(
      'judged\n\njudged\njudged',
    );
  });

  test('a list written on one line stays on it', () => {
    const grades = 'grades { 优 from 90   良 from 80 }';
    expect(formatStatements('grades {优 from 90 良   from 80}')).toBe(grades);
    expect(formatStatements(grades)).toBe(grades);
  });

  test('a list written on several lines, or too long for one, has a line for each row', () => {
    const broken = 'grades {\n  优 from 90\n  良 from 80\n}';
    expect(formatStatements('grades { 优 from 90\n良 from 80 }')).toBe(broken);
    const name = '很'.repeat(30);
    expect(formatStatements(`order { ${name}, ${name} }`)).toBe(`order {\n  ${name}\n  ${name}\n}`);
  });

  test('a decision as a value is set off, unless it was written on one line', () => {
    expect(formatStatements('let a = when b : 1\notherwise : 2')).toBe(
      'let a =\n  when b : 1\n  otherwise : 2',
    );
    expect(formatStatements('let a = when b : 1 otherwise : 2')).toBe(
      'let a = when b : 1   otherwise : 2',
    );
    expect(formatStatements('when b : 1\notherwise : 2')).toBe('when b : 1\notherwise : 2');
  });

  test('a line broken inside an expression stays broken there', () => {
    expect(formatStatements('let a = b\n+ c *\n\n d')).toBe('let a = b\n  + c *\n  d');
  });

  test('an empty block has no line of its own', () => {
    expect(formatStatements('group A 1 point {\n\n}')).toBe('group A 1 point {}');
  });
});

describe('spaces and punctuation', () => {
  test.each([
    ['let a=-b*( c+d )-「e」.f[ 1 ]', 'let a = -b * (c + d) - e.f[1]'],
    ['let a＝max（ b，c ）÷１２．５％', 'let a = max(b, c) / 12.5%'],
    ['let a = [ 1,2 ]', 'let a = [1, 2]'],
    ['input a、b：number', 'input a, b : number'],
    ['when a≥1 且 b : 2', 'when a >= 1 且 b : 2'],
    ['about “甲“乙””', 'about "甲“乙”"'],
    ['tiers of a { 1 … 2 : 3 }', 'tiers of a { 1..2 : 3 }'],
    ['remove a/b／c', 'remove a / b / c'],
    ['let a = ((b))', 'let a = ((b))'],
    [
      'example { a = 1，b = { c = 1; d = 2 } } gives 1',
      'example { a = 1; b = { c = 1, d = 2 } } gives 1',
    ],
  ])('%s', (text, printed) => {
    expect(formatStatements(text)).toBe(printed);
  });
});

describe('names', () => {
  test.each([
    ['`a b`', '「a b」'],
    ['「甲」', '甲'],
    ['「当」', '「当」'],
    ['`」`', '`」`'],
    ['「每10」', '「每10」'],
    ['总分', '总分'],
  ])('%s is written %s', (name, printed) => {
    expect(formatStatements(`input ${name} : number`)).toBe(`input ${printed} : number`);
  });

  test('a name that would run into a phrase with the next word gets quotes', () => {
    expect(formatStatements('扣 1 每 2 的 min 高于 min', 'en')).toBe(
      'deduct 1 per 2 of min above min',
    );
    expect(formatStatements('定义 a = total 保留到 0.1 进一', 'en')).toBe(
      'let a = 「total」 rounded to 0.1 up',
    );
  });
});

describe('separators', () => {
  test('between statements and rows are left out', () => {
    expect(formatStatements('judged;judged;')).toBe('judged\njudged');
    expect(formatStatements('grades { 优 from 90;\n良 from 80; }')).toBe(
      'grades {\n  优 from 90\n  良 from 80\n}',
    );
  });

  test('stay where what follows would otherwise be read as part of what stands before', () => {
    expect(formatStatements('score a; rounded to 0.1 up')).toBe('score a;\nrounded to 0.1 up');
    expect(formatStatements('deduct 1; when a : 0')).toBe('deduct 1;\nwhen a : 0');
    expect(formatStatements('judged; tiers of a { 0 : 1 }')).toBe('judged;\ntiers of a { 0 : 1 }');
    expect(formatStatements('judged\n; interpolate of a {}')).toBe('judged;\ninterpolate of a {}');
    expect(formatStatements('tiers of a {\n0 : 1; (b) : 2 }')).toBe(
      'tiers of a {\n  0 : 1;\n  (b) : 2\n}',
    );
  });
});

describe('comments', () => {
  test('stay before, behind, between and after what they belong to', () => {
    const text = `// first

ruleset 甲 { // head
  // before
  let a = 1 // behind
  let b = 1 /* within */ + 2
  let c = // broken
    1
  grades {
    // row
    优 from 90 // behind a row

    /* many
       lines */
    良 from 80
  }
  group A 1 point {
    // alone
  }
  // last
}
// end
`;
    expect(format(text)).toBe(text);
  });

  test('that ended a line end one, whatever comes next', () => {
    expect(formatStatements('group A // why\n 1 point { }')).toBe('group A // why\n  1 point {}');
    expect(formatStatements('judged // a\n; // b\njudged')).toBe('judged // a\n// b\njudged');
  });
});

describe('keywords', () => {
  test('keep their spelling, or take that of one language', () => {
    const mixed = 'item A 1 分 { 扣 0.1 per 1% of B 超过 3   家 按比例 不超过 2 point }';
    expect(formatStatements(mixed)).toBe(
      'item A 1 分 { 扣 0.1 per 1% of B 超过 3 家 按比例 不超过 2 point }',
    );
    expect(formatStatements(mixed, 'en')).toBe(
      'item A 1 point { deduct 0.1 per 1% of B above 3 家 prorated at most 2 points }',
    );
    expect(formatStatements(mixed, 'zh')).toBe(
      '得分项 A 1 分 { 扣 0.1 每 1% 的 B 超过 3 家 按比例 不超过 2 分 }',
    );
  });

  test('points are 分 as a unit and 分值 as a word of their own', () => {
    expect(formatStatements('points A = 8 points\ninput B : points', 'zh')).toBe(
      '分值 A = 8 分\n输入 B : 分值',
    );
    expect(formatStatements('分值 A = 1 分\n输入 B : 分', 'en')).toBe(
      'points A = 1 point\ninput B : points',
    );
  });

  test('that would run together into a phrase keep the language that keeps them apart', () => {
    expect(formatStatements('let a = b or 是 或 否', 'en')).toBe('let a = b or 是 or no');
    expect(formatStatements('let a = b or yes or 否', 'en')).toBe('let a = b or 是 or no');
  });

  test('used as names are never translated', () => {
    expect(formatStatements('input 总分, 目标值 : number', 'en')).toBe(
      'input 总分, 目标值 : number',
    );
    expect(formatStatements('let a = x.目标值 + 数', 'en')).toBe('let a = x.目标值 + 数');
  });
});

test('the sample rulesets are written as the formatter writes', () => {
  for (const name of ['futian', 'longhua']) {
    const text = readFileSync(new URL(`samples/${name}.chi`, import.meta.url), 'utf8');
    expect(format(text)).toBe(text);
  }
});
