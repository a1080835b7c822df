import { describe, expect, test } from 'vitest';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { checkTexts, frameworkOf, withRule } from './checking.ts';

describe('definitions', () => {
  test('they come in an order in which each needs only earlier ones', () => {
    const head = 'let 丙值 = 乙值 + 1  let 乙值 = 甲值 * 2  let 甲值 = 支出 / 预算';
    expect([...frameworkOf(withRule('judged', head)).lets.keys()]).toEqual([
      '甲值',
      '乙值',
      '丙值',
    ]);
  });

  test('a circle is named once, with everyone in it', () => {
    const { diagnostics, said } = checkTexts(
      withRule('score 一', 'let 一 = 二 + 1  let 二 = 三 * 2  let 三 = 一'),
    );
    expect(said).toEqual([['cyclic-let', '一']]);
    expect(diagnostics[0]?.facts).toEqual({ names: ['一', '二', '三', '一'] });
    expect(diagnostics[0] && sentence(diagnostics[0], 'zh')).toContain('一 → 二 → 三 → 一');
  });

  test('a definition that is its own is a circle of one', () => {
    expect(checkTexts(withRule('judged', 'let 一 = 一 + 1')).said).toEqual([['cyclic-let', '一']]);
  });

  test('a definition cannot compare what it defines', () => {
    const head = 'let 一 = 支出 / (mean of 一 over cohort)';
    expect(checkTexts(withRule('judged', head)).said).toEqual([['cyclic-let', '一']]);
  });

  test('aggregates keep the unit of their figures, variances square it', () => {
    const head = `let 中 = median of 支出 over cohort  let 低 = quantile of 支出 over others at 10% nearest
      let 散 = variance of 支出 over cohort  let 名 = rank of 支出 over cohort highest first ties without gaps`;
    const { lets } = frameworkOf(withRule('judged', head));
    const units = [...lets.values()].map(({ value: { type } }) =>
      type.kind === 'number' ? type.unit.label : type.kind,
    );
    expect(units).toEqual(['万元', '万元', '元^2', '']);
  });

  test('inner definitions are seen inside only', () => {
    const rules = `ruleset R { total 2 points
      indicator A 1 point { let 比 = 0.5  score 比 }
      indicator B 1 point { score 比 } }`;
    expect(checkTexts(rules).said).toEqual([['unknown-name', '比']]);
  });

  test('siblings may use the same name for different things', () => {
    const rules = `ruleset R { total 2 points
      indicator A 1 point { let 比 = 0.5  score 比 }
      indicator B 1 point { let 比 = 0.25  score 比 } }`;
    expect(
      [...frameworkOf(rules).lets.values()].map(({ id, name, scope }) => [id, name, scope]),
    ).toEqual([
      ['A / 比', '比', ['A']],
      ['B / 比', '比', ['B']],
    ]);
  });

  test('an inner definition may not take a name that is seen there', () => {
    const { said, diagnostics, textAt } = checkTexts(withRule('let 支出 = 1  judged'));
    expect(said).toEqual([['duplicate-name', '支出']]);
    expect(diagnostics[0]?.related.map(({ span }) => textAt(span))).toEqual(['支出']);
  });

  test('names like __proto__ and constructor are ordinary', () => {
    const head = 'let __proto__ = 1  let constructor = __proto__ + 1  let toString = constructor';
    const { lets } = frameworkOf(withRule('score toString', head));
    expect([...lets.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(checkTexts(withRule('score hasOwnProperty')).said).toEqual([
      ['unknown-name', 'hasOwnProperty'],
    ]);
    expect(checkTexts(withRule('score valueOf(1)')).said).toEqual([
      ['unknown-function', 'valueOf'],
    ]);
  });

  test('a chain of thousands of definitions is refused without overflowing', () => {
    const chain = Array.from({ length: 3000 }, (_, index) => `let v${index} = v${index + 1} + 1`);
    const { said } = checkTexts(withRule('judged', `${chain.join(' ')} let v3000 = 1`));
    expect(new Set(said.map(([code]) => code))).toEqual(new Set(['nested-too-deep']));
  });

  test('doubling definitions are worked out once each', () => {
    const chain = Array.from(
      { length: 150 },
      (_, index) => `let v${index + 1} = v${index} + v${index}`,
    );
    const { lets } = frameworkOf(withRule('judged', `let v0 = 1 ${chain.join(' ')}`));
    expect(lets.size).toBe(151);
  });

  test('full points are those of the nearest indicator or item', () => {
    const rules = `ruleset R { total 5 points
      indicator A 5 points { item B 2 points { score full points } item C 3 points { score full points } } }`;
    const [indicator] = frameworkOf(rules).children;
    const values = indicator?.kind === 'indicator' ? indicator.items.map(({ rule }) => rule) : [];
    expect(values).toMatchObject([{ value: { text: '2' } }, { value: { text: '3' } }]);
  });
});
