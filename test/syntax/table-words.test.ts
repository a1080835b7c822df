// What people write who fill in tables: each mistake is one message that says what is meant, and what
// was meant is read.
import { describe, expect, test } from 'vitest';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { read, rulesetOf, unmarked } from './reading-text.ts';

/** The codes with the marked texts, and the text once every fix is applied. */
function found(marked: string) {
  const { text, marks } = unmarked(`规则集 甲 {\n  ${marked}\n}`);
  const { diagnostics } = read(text);
  const edits = diagnostics.flatMap(({ fix }) => fix?.edits ?? []);
  const mended = [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (old, { span, text: piece }) => old.slice(0, span.start) + piece + old.slice(span.end),
      text,
    );
  return {
    codes: diagnostics.map(({ code }) => code),
    places: diagnostics.map(({ span }) => [span.start, span.end]),
    marks,
    mended,
    diagnostics,
  };
}

describe('signs written as words of a table', () => {
  test.each([
    ['分档 率 { ⟦大于等于⟧95% : 10 其余 : 0 }', '>=95%'],
    ['分档 率 { ⟦小于⟧ 5% : 10 其余 : 0 }', '< 5%'],
    ['分档 率 { 90%⟦至⟧95% : 5 其余 : 0 }', '90%..95%'],
    ['输入 率 : 百分比 自 0% ⟦至⟧ 100%', '自 0% 到 100%'],
    ['输入 数 : 金额 万元 ⟦大于⟧ 0', '金额 万元 高于 0'],
    ['输入 数 : 金额 ⟦（万元）⟧', '金额 万元'],
    ['⟦得分 保留到⟧ 0.01 四舍五入', '得分保留到 0.01'],
    ['得分保留到 0.01 四舍五入；⟦总分　保留到⟧ 0.1 四舍五入', '；总分保留到 0.1'],
    ['输入 公开 : ⟦是/否⟧', '是或否'],
    ['输入 公开 : ⟦是 ／ 否⟧', '是或否'],
    ['input open : ⟦yes / no⟧', 'yes or no'],
    ['当 率 ≥ 95%⟦，得⟧10 分 其余 : 0', '≥ 95%:10 分'],
    ['当 率 ≥ 95%⟦，⟧10 分 其余 : 0', '≥ 95%:10 分'],
    ['得分 率 ⟦X⟧ 10', '率 * 10'],
  ])('%s', (marked, mended) => {
    const { codes, places, marks, mended: after } = found(marked);
    expect(codes).toEqual(['foreign-operator']);
    expect(places).toEqual(marks);
    expect(after).toContain(mended);
    expect(read(after).diagnostics).toEqual([]);
  });

  test.each([
    ['分档 率 { ⟦不低于⟧ 90% : 5 其余 : 0 }', '>= 90%'],
    ['当 率 ⟦不低于⟧ 90% : 满分 其余 : 0', '率 >= 90% :'],
  ])('and words of limits: %s', (marked, mended) => {
    const { codes, places, marks, mended: after } = found(marked);
    expect(codes).toEqual(['limit-word']);
    expect(places).toEqual(marks);
    expect(after).toContain(mended);
    expect(read(after).diagnostics).toEqual([]);
  });

  test.each([
    '输入 大于5人的家数 : 计数 家',
    '得分 是 / 否',
    '得分 得分 保留到 0.1 四舍五入',
    'score yes / no',
    '当 夏至日 > 至日 : 1 其余 : 0',
    '得分 X * 10',
    '当 率 > 90% : 不低于 其余 : 0',
    '定义 表 = 【\n1, 2\n】',
  ])('and names that only look like them stay names: %s', (text) => {
    expect(found(text).codes).toEqual([]);
  });

  test('both rows of a list are read though both have a comma for the colon', () => {
    const { diagnostics, mended } = found('当 率 ≥ 95%，得 10 分；当 率 < 95%，得 0 分。');
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'foreign-operator',
      'foreign-operator',
      'full-stop',
    ]);
    const [rule] = rulesetOf(read(mended).file).statements;
    expect(rule).toMatchObject({ kind: 'decide', value: { kind: 'decision', rows: [{}, {}] } });
  });
});

describe('marks that a table has', () => {
  test.each([
    ['指标⟦：⟧执行率 10 分 { 评定 }'],
    ['指标 执行率⟦，⟧10 分 { 评定 }'],
    ['总分⟦：⟧100 分'],
    ['得分⟦：⟧率 * 10'],
    ['得分 ⟦=⟧ 率 * 10'],
    ['清单 { 健全⟦：⟧4 分；到位⟦：⟧6 分 }'],
  ])('%s', (marked) => {
    const { codes, places, marks, mended } = found(marked);
    expect(new Set(codes)).toEqual(new Set(['unexpected-text']));
    expect(places).toEqual(marks);
    expect(read(mended).diagnostics).toEqual([]);
  });

  test('brackets of another kind around a body', () => {
    const { codes, mended } = found('指标 规范 10 分 【\n 评定\n 】');
    expect(codes).toEqual(['foreign-operator', 'foreign-operator']);
    expect(read(mended).diagnostics).toEqual([]);
  });

  test('choices without the word that says so', () => {
    for (const text of ['评定 { 好 : 10, 差 : 0 }', '评定 之一 { 好 : 10, 差 : 0 }'])
      expect(found(text).codes).toEqual(['expected-something']);
  });
});

describe('words that officials use', () => {
  test.each([
    ['二级指标 执行率 10 分 { 评定 }', '指标'],
    ['指标项 执行率 10 分 { 评定 }', '指标'],
    ['评分项 执行率 10 分 { 评定 }', '得分项'],
  ])('%s', (text, meant) => {
    const [first] = found(text).diagnostics;
    expect(first?.code).toBe('unknown-statement');
    expect(first?.facts).toMatchObject({ meant });
  });

  test.each([
    ['每发现一次扣 2 分', '扣 2 分 每 X', undefined],
    ['每超过1%扣0.1分', '扣 0.1 分 每 1% 的 X 高于 L', undefined],
    [
      '偏差率每超过1%扣0.1分',
      '扣 0.1 分 每 1% 的 偏差率 高于 L',
      '扣 0.1 分 每 1% 的 偏差率 高于 0%',
    ],
    [
      '率每下降 2 个百分点扣减 1.5 分',
      '扣 1.5 分 每 2% 的 率 低于 L',
      '扣 1.5 分 每 2% 的 率 低于 0%',
    ],
    ['迟报每次扣1分', '扣 1 分 每 迟报', '扣 1 分 每 迟报'],
    [
      '执行率达到90%的得10分',
      '当 执行率 >= 90% : 10 分 其余 : 0 分',
      '当 执行率 >= 90% : 10 分 其余 : 0 分',
    ],
    [
      '执行率达到百分之九十得10分',
      '当 执行率 >= 90% : 10 分 其余 : 0 分',
      '当 执行率 >= 90% : 10 分 其余 : 0 分',
    ],
    ['迟报次数超过3次的扣2分', '扣 2 分 当 迟报次数 > 3 次', '扣 2 分 当 迟报次数 > 3 次'],
  ])('the sentence %s is written out as a statement', (text, meant, written) => {
    const [first] = found(text).diagnostics;
    expect(first?.code).toBe('table-sentence');
    expect(first?.facts).toMatchObject({ written: text, meant });
    expect(first?.fix?.edits.map((edit) => edit.text)).toEqual(
      written === undefined ? undefined : [written],
    );
  });

  test('如果 is read as 当', () => {
    const [first, ...others] = found('如果 率 > 1 : 2').diagnostics;
    expect(first?.code).toBe('foreign-operator');
    expect(first?.facts).toMatchObject({ meant: '当' });
    expect(others).toEqual([]);
  });

  test('a condition that needs parentheses is shown with them', () => {
    const { diagnostics } = found('定义 x = 任一 甲 且 数 > 0 于 表');
    const [first] = diagnostics;
    if (!first) throw new Error('something is said');
    expect(sentence(first, 'zh')).toContain('任一 (甲 且 数 > 0) 于');
    expect(sentence(first, 'en')).toContain('(甲 且 数 > 0)');
  });
});

describe('what never ends is said alone', () => {
  test.each([
    '总分 10 分 错了\n /* 说明\n 指标 一 5 分 { 得分 未知 }',
    '得分 「甲 * 10 错 了\n 错了',
    '说明 “执行情况\n 错了',
  ])('%s', (text) => {
    const { codes } = found(text);
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^unterminated-/);
  });
});
