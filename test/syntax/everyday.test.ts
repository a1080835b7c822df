import { describe, expect, test } from 'vitest';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { print } from '../../src/syntax/print.ts';
import { createSource } from '../../src/text/source.ts';
import { parse } from '../../src/syntax/parse.ts';
import { read, unmarked } from './reading-text.ts';
import { withoutSpans } from './without-spans.ts';

const HEAD = '输入 级 : 选自 { 核心, 其他 }';
const inRuleset = (text: string, head = HEAD) => `规则集 甲 {\n  ${head}\n  ${text}\n}`;

/** The text after the first fix of each diagnostic, or the first of its choices. */
function mended(text: string): string {
  const edits = read(text)
    .diagnostics.flatMap(({ fix, choices }) => (fix ?? choices[0])?.edits ?? [])
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return edits.reduce(
    (now, { span, text: written }) => now.slice(0, span.start) + written + now.slice(span.end),
    text,
  );
}

describe('a declared choice is never taken for a misspelt word', () => {
  test.each([
    '分档 级 { 核心 : 10 分 其他 : 1 分 }',
    '分档 级 { 其他 : 1 核心 : 10 }',
    '分档 级 { 核心 : 10 分\n 其他 : 1 分 }',
    '分档 级 { 核心 : 1 其他 : 分档 级 { 核心 : 2 其他 : 3 } }',
    '分档 级 { 核心, 其他 : 10 其余 : 3 }',
    '评定 选自 { 优 : 10 其他 : 1 }',
    '指标 乙 1 分 { 评定 示例 { 级 = 其他 } 应得 3 }',
  ])('%s', (text) => {
    expect(read(inRuleset(text)).diagnostics).toEqual([]);
  });

  test('nor is one that the amended ruleset declares', () => {
    const child = (rows: string) =>
      `规则集 甲 修订自 "a.chi" { 替换 定义 x = 分档 级 { ${rows} } }`;
    expect(read(child('核心 : 10 其他 : 1')).diagnostics).toEqual([]);
    expect(read(child('>= 90% : 10 其佘 : 1')).diagnostics).toMatchObject([
      { code: 'unknown-statement', facts: { meant: '其余' } },
    ]);
  });

  test('but it may be one in a decision, where no choice can begin a row', () => {
    expect(read(inRuleset('当 级 = 核心 : 10 其他 : 1')).diagnostics).toMatchObject([
      { code: 'unknown-statement', facts: { meant: '其余' } },
    ]);
  });
});

describe('no keyword is suggested for its opposite', () => {
  test.each(['低于 3', '超过 3', '封底 3', 'capped 3', '单调 “故意”', 'applicable when x'])(
    '%s',
    (text) => {
      for (const { facts, fix } of read(inRuleset(text)).diagnostics) {
        const meant = 'meant' in facts ? String(facts.meant) : '';
        expect(['不低于', '不超过', '封顶', 'uncapped', '不单调', 'not applicable']).not.toContain(
          meant,
        );
        expect(fix?.edits.map((edit) => edit.text) ?? []).not.toContain('不低于');
      }
    },
  );

  test('while a misspelt one is', () => {
    expect(read(inRuleset('uncaped')).diagnostics).toMatchObject([
      { facts: { meant: 'uncapped' } },
    ]);
  });
});

describe('a table in the place of a value', () => {
  test.each([
    ['定义 x = 当 级 = 核心 : 0 其余 : 分档 y { > 1 : 2 其余 : 3 }'],
    ['定义 x = 当 级 = 核心 : 插值 y { 1 : 2 3 : 4 } 其余 : 3'],
    ['定义 x = 当 级 = 核心 : 0 其余 : 当 y > 1 : 2 其余当 y > 0 : 3 其余 : 4'],
    ['定义 x = 分档 级 { 核心 : 分档 y { > 1 : 2 其余 : 3 } 其余 : 当 y > 1 : 2 其余 : 3 }'],
    ['定义 x = 较小值(分档 y { > 1 : 2 其余 : 3 }, 4)'],
    ['定义 x = [分档 y { > 1 : 2 其余 : 3 }, 4]'],
  ])('%s means what it means in parentheses, and is formatted to itself', (text) => {
    const source = createSource('a.chi', inRuleset(text));
    const { file, diagnostics } = parse(source);
    expect(diagnostics).toEqual([]);
    for (const keywords of ['keep', 'en', 'zh'] as const) {
      const formatted = print(file, source, { keywords });
      const again = parse(createSource('a.chi', formatted));
      expect(again.diagnostics).toEqual([]);
      expect(withoutSpans(again.file)).toEqual(withoutSpans(file));
      expect(print(again.file, createSource('a.chi', formatted), { keywords })).toBe(formatted);
    }
    const bracketed = text.replace(/分档 y \{[^}]*\}|插值 y \{[^}]*\}/g, (table) => `(${table})`);
    expect(withoutSpans(read(inRuleset(bracketed)).file)).toEqual(withoutSpans(file));
  });

  test.each([
    ['定义 x = 2 * ⟦分档⟧ y { > 1 : 2 其余 : 3 }', 'bare-table'],
    ['定义 x = 当 级 = 核心 : ⟦当⟧ y > 1 : 2 其余 : 3', 'bare-table'],
    ['定义 x = f(⟦当⟧ y > 1 : 2 其余 : 3)', 'bare-table'],
    ['let x = 2 * ⟦tiers of⟧ y { > 1 : 2 otherwise : 3 }', 'bare-table'],
  ])('needs parentheses as a part of a calculation: %s', (marked, code) => {
    const { text, marks } = unmarked(inRuleset(marked));
    expect(read(text).diagnostics.map((one) => [one.code, one.span.start, one.span.end])).toEqual([
      [code, ...(marks[0] ?? [])],
    ]);
  });
});

test.each([
  ['分档 率 { > 5% : 10  -5%..5% : 6 }', ['>', 'between']],
  ['分档 率 { > 5% : 10  -5% : 6 其余 : 0 }', ['>', 'values']],
  ['分档 率 { > 5 万元 : 10  -5 万元..5 万元 : 6 }', ['>', 'between']],
  ['分档 率 { > 5 : 10 -3, -2 : 6 }', ['>', 'values']],
  ['分档 率 { > 5 : 10 - 2 < 5 : 3 }', ['>', '<']],
  ['分档 率 { 甲 : 10 - 2 乙 : 3 }', ['values', 'values']],
  ['评定 分档 率 { > 5 : 10 - 2..10 其余 : 0..8 }', ['>']],
])('a negative figure may begin a row on the line of the one before: %s', (text, rows) => {
  const { file, diagnostics } = read(inRuleset(text));
  expect(diagnostics).toEqual([]);
  const written = JSON.stringify(withoutSpans(file));
  expect(written.match(/"kind":"(bounds|between|values)"/g)).toHaveLength(rows.length);
  for (const row of rows) expect(written).toContain(`"${row}"`);
});

describe('what is easily written for something else, and what to write', () => {
  test.each([
    ['扣 2 分 当 率 ⟦低于⟧ 60%', 'limit-word', '扣 2 分 当 率 < 60%'],
    ['当 率 ⟦不低于⟧ 90% : 3 其余 : 0', 'limit-word', '当 率 >= 90% : 3 其余 : 0'],
    ['分档 率 { ⟦不低于⟧ 90% : 3 其余 : 0 }', 'limit-word', '分档 率 { >= 90% : 3 其余 : 0 }'],
    ['扣 1 分 每 ⟦迟报⟧ 超过 3 次', 'step-left-out', '扣 1 分 每 1 次 的 迟报 超过 3 次'],
    [
      '扣 0.1 分 每 1% ⟦偏差率⟧ 高于 5% 按比例',
      'of-left-out',
      '扣 0.1 分 每 1% 的 偏差率 高于 5% 按比例',
    ],
    ['deduct 1 per 2 项 ⟦gaps⟧ prorated', 'of-left-out', 'deduct 1 per 2 项 的 gaps prorated'],
    ['输入 甲 : 百分比 ⟦从⟧ 0% 到 100%', 'foreign-operator', '输入 甲 : 百分比 自 0% 到 100%'],
    ['输入 甲 : 百分比 ⟦0%..100%⟧', 'foreign-operator', '输入 甲 : 百分比 自 0% 到 100%'],
    ['输入 甲 : 百分比 ⟦0~100%⟧', 'foreign-operator', '输入 甲 : 百分比 自 0% 到 100%'],
    ['deduct 1 per ⟦late⟧ above 5%', 'step-left-out', 'deduct 1 per 1% 的 late above 5%'],
    [
      '扣 1 分 每 ⟦1 个百分点⟧ 的 率 低于 90% 按比例',
      'foreign-operator',
      '扣 1 分 每 1% 的 率 低于 90% 按比例',
    ],
    [
      'deduct 1 per ⟦2 percentage points⟧ of 率 below 90% prorated',
      'foreign-operator',
      'deduct 1 per 2% of 率 below 90% prorated',
    ],
    [
      '分档 率 { >= 90% : 10 ⟦[60%, 90%)⟧ : 6 < 60% : 0 }',
      'interval-row',
      '分档 率 { >= 90% : 10 >= 60% 且 < 90% : 6 < 60% : 0 }',
    ],
    [
      '分档 率 { ⟦(60%, 90%]⟧ : 6 其余 : 0 }',
      'interval-row',
      '分档 率 { > 60% 且 <= 90% : 6 其余 : 0 }',
    ],
    ['分档 率 { ⟦90%以上⟧ : 6 其余 : 0 }', 'side-word', '分档 率 { >= 90% : 6 其余 : 0 }'],
    ['分档 率 { ⟦60%以下⟧ : 6 其余 : 0 }', 'side-word', '分档 率 { <= 60% : 6 其余 : 0 }'],
    [
      '当 a = 0 : 10 分 ⟦b⟧ = 1 : 5 分 其余 : 0',
      'loose-row',
      '当 a = 0 : 10 分 其余当 b = 1 : 5 分 其余 : 0',
    ],
    [
      '定义 x = 当 a = 0 : 0 其余 : a * 2 ⟦保留到 1 四舍五入⟧',
      'loose-rounding',
      '定义 x = 当 a = 0 : 0 其余 : (a * 2 保留到 1 四舍五入)',
    ],
    [
      '当 a = 0 : a ⟦保留到 1 四舍五入⟧ 其余 : 3',
      'loose-rounding',
      '当 a = 0 : (a 保留到 1 四舍五入) 其余 : 3',
    ],
    [
      '分档 率 { > 5% : 率 ⟦保留到 1% 舍去⟧ 其余 : 0 }',
      'loose-rounding',
      '分档 率 { > 5% : (率 保留到 1% 舍去) 其余 : 0 }',
    ],
    [
      '定义 x = 分档 率 { > 5% : 1 其余 : 0 } ⟦保留到 1 四舍五入⟧',
      'loose-rounding',
      '定义 x = (分档 率 { > 5% : 1 其余 : 0 }) 保留到 1 四舍五入',
    ],
    ['⟦如果⟧ a > 1 : 3 其余 : 2', 'foreign-operator', '当 a > 1 : 3 其余 : 2'],
    ['得分 ⟦如果⟧ a > 1 则 3 否则 2', 'foreign-operator', '得分 若 a > 1 则 3 否则 2'],
    ['定义 ⟦完成 得分⟧(率 : 百分比) = 3', 'spaced-name', '定义 「完成 得分」(率 : 百分比) = 3'],
  ])('%s', (marked, code, meant) => {
    const { text, marks } = unmarked(inRuleset(marked));
    const { diagnostics } = read(text);
    expect(diagnostics.map((one) => [one.code, one.span.start, one.span.end])).toEqual([
      [code, ...(marks[0] ?? [])],
    ]);
    for (const one of diagnostics)
      for (const language of ['en', 'zh'] as const)
        expect(sentence(one, language)).toMatch(/[.。]$/);
    const after = mended(text);
    expect(after).toBe(inRuleset(meant));
    expect(read(after).diagnostics).toEqual([]);
  });

  test.each([
    ['得分 ⟦四舍五入⟧(a * 2, 1)', 'rounding-call'],
    ['扣 2 分 ⟦不足一步按一步 的 3⟧', 'step-behind-reading'],
    ['定义 总分(l : 列表 数) = 求和 l\n 得分 ⟦总分⟧(甲)', 'keyword-as-name'],
  ])('%s', (marked, code) => {
    const { text, marks } = unmarked(inRuleset(marked));
    expect(read(text).diagnostics.map((one) => [one.code, one.span.start, one.span.end])).toEqual([
      [code, ...(marks[0] ?? [])],
    ]);
  });

  test('what stands rightly is left alone', () => {
    for (const text of [
      'score a rounded to 0.1 half up',
      'when a = 0 : 1 otherwise : 2 rounded to 1 half up',
      'deduct 2 when 有通报 at most 6',
      'deduct 1 per 1 次 of 迟报 above 3 次 at most 5',
      'input r : { height : number  weight : number }',
      'type 档 = integer from 0 to 4',
      'points 甲 = 3  check "a : b" : a = 1',
      'tiers of a { min(b, c) : 1 otherwise : 2 }',
    ])
      expect([text, read(inRuleset(text)).diagnostics.map(({ code }) => code)]).toEqual([text, []]);
  });
});
