// Curves and tables with moving bounds, and definitions with parameters: what they become, and what
// is refused.
import { describe, expect, test } from 'vitest';
import type { Expression } from '../../src/model/expression.ts';
import { showExpression } from '../model-builder.ts';
import { checkTexts, frameworkOf, withRule } from './checking.ts';

function ruleOf(body: string, head = ''): Expression {
  const [node] = frameworkOf(withRule(body, head)).children;
  const rule = node?.kind === 'indicator' ? node.items[0]?.rule : undefined;
  if (rule?.kind !== 'formula') throw new Error('the rule is no formula');
  return rule.value;
}

const said = (body: string, head = '') => checkTexts(withRule(body, head)).said;

describe('a curve', () => {
  test('is a table of straight stretches, its last point alone', () => {
    const rule = ruleOf('interpolate of 完成率 { < 60% : 0  60% : 6  100% : 10 }');
    if (rule.kind !== 'tiers') throw new Error(rule.kind);
    expect(
      rule.rows.map(({ match }) =>
        match.kind === 'bounds' ? match.bounds.map(({ operator }) => operator) : match.kind,
      ),
    ).toEqual([['<'], ['>=', '<'], 'values']);
    expect(rule.rows.map(({ segment }) => segment?.to !== undefined)).toEqual([false, true, false]);
  });

  test('may fall', () => {
    const rule = ruleOf('interpolate of 完成率 { > 90% : 0  90% : 0  50% : 10  < 50% : 10 }');
    if (rule.kind !== 'tiers') throw new Error(rule.kind);
    expect(
      rule.rows.map(({ match }) =>
        match.kind === 'bounds' ? match.bounds.map(({ operator }) => operator) : match.kind,
      ),
    ).toEqual([['>'], ['<=', '>'], 'values', ['<']]);
  });

  test('may run over dates', () => {
    const body = `interpolate of 完工 { < 2024-06-30 : 10  2024-06-30 : 10
      2024-09-30 : 0  > 2024-09-30 : 0 }`;
    expect(said(body)).toEqual([]);
  });

  test.each([
    ['interpolate of 级别 { 甲 : 1  乙 : 0 }', 'not-a-number', '级别'],
    ['interpolate of 完成率 { 60% : 违规  100% : 10 }', 'not-a-score', '违规'],
    ['interpolate of 完成率 { 60% : 6  60% : 10 }', 'curve-not-in-order', '60%'],
    ['interpolate of 完成率 { 90% : 6  60% : 10  70% : 8 }', 'curve-not-in-order', '70%'],
    ['interpolate of 完成率 { 60% : 6  支出 : 10 }', 'units-differ', '支出'],
  ])('%s is refused', (body, code, at) => {
    expect(said(body).map(([each]) => each)).toEqual([code]);
    expect(said(body)[0]?.[1]).toContain(at);
  });
});

describe('bounds that move with the data', () => {
  test('make a list that is read from the top', () => {
    const rule = ruleOf('tiers of 支出 { >= 预算 : 10  >= 预算 / 2 : 5  otherwise : 0 }');
    if (rule.kind !== 'decision') throw new Error(rule.kind);
    expect(rule.rows.map(({ afterEarlier }) => afterEarlier)).toEqual([false, true]);
    expect(rule.rows.map(({ condition }) => showExpression(condition))).toEqual([
      showExpression(ruleConditionOf('支出 >= 预算')),
      showExpression(ruleConditionOf('支出 >= 预算 / 2')),
    ]);
  });

  test('also where a definition hides the data', () => {
    const rule = ruleOf('tiers of 支出 { >= 线 : 10  otherwise : 0 }', 'let 线 = 预算 * 80%');
    expect(rule.kind).toBe('decision');
  });

  test('but a fixed definition keeps the table as it is', () => {
    const rule = ruleOf('tiers of 完成率 { >= 线 : 10  otherwise : 0 }', 'let 线 = 80%');
    expect(rule.kind).toBe('tiers');
  });

  test('rows of a table may give lists, one for each industry', () => {
    const head = 'let 标准 = tiers of 级别 { 甲 : [1%, 2%]  乙, 丙 : [3%, 4%] }';
    expect(
      said('tiers of 完成率 { >= 标准[2] : 10  >= 标准[1] : 5  otherwise : 0 }', head),
    ).toEqual([]);
  });
});

function ruleConditionOf(condition: string): Expression {
  const rule = ruleOf(`when ${condition} : 10  otherwise : 0`);
  const row = rule.kind === 'decision' ? rule.rows[0] : undefined;
  if (!row) throw new Error('the rule has no rows');
  return row.condition;
}

describe('a definition with parameters', () => {
  const head =
    'let 档(率 : percent, 满 : points) = tiers of 率 { >= 90% : 满  otherwise : 满 / 2 }';

  test('means its body with the arguments in the place of the parameters', () => {
    const called = ruleOf('score 档(支出 / 预算, 10 points)', head);
    const written = ruleOf(
      'tiers of 支出 / 预算 { >= 90% : 10 points  otherwise : 10 points / 2 }',
    );
    expect(showExpression(called)).toBe(showExpression(written));
    expect(called.expands?.name).toBe('档');
    expect(called.expands?.arguments.map(({ name }) => name)).toEqual(['率', '满']);
  });

  test('has the hash of what it means', () => {
    const hash = (body: string, before: string) => frameworkOf(withRule(body, before)).hash;
    expect(hash('score 档(完成率, 10 points)', head)).toBe(
      hash('tiers of 完成率 { >= 90% : 10 points  otherwise : 10 points / 2 }', ''),
    );
  });

  test('may stand in other definitions, in aggregates and in rows', () => {
    const body = `when 违规 : 0  otherwise : min(10, (sum of 双(each / 预算) over 季度) * 0 + 三倍(1))`;
    const lets = 'let 双(a : number) = a * 2  let 三倍(b : number) = 双(b) + b';
    expect(said(body, lets)).toEqual([]);
  });

  test('reads the entry that it is called with, not one that it looks at itself', () => {
    const lets = 'let f(a : number) = sum of each / 预算 * a over 季度';
    expect(said('score (sum of f(each / 预算) over 季度) * 0', lets)).toEqual([
      ['outer-entry', 'a'],
    ]);
  });

  test.each<[body: string, head: string, said: readonly (readonly [string, string])[]]>([
    ['score 档(完成率)', '', [['wrong-argument-count', '档']]],
    ['score 档(违规, 10)', '', [['wrong-argument', '违规']]],
    ['score 档(支出, 10)', '', [['units-differ', '支出']]],
    ['score 档', '', [['function-not-called', '档']]],
    ['score 挡(完成率, 10)', '', [['unknown-function', '挡']]],
    [
      'score 档(完成率, 10) + 甲(1)',
      'let 甲(x : number) = 乙(x)  let 乙(y : number) = 甲(y)',
      [['cyclic-let', '甲']],
    ],
    ['score 档(完成率, 10) + 甲(1)', 'let 甲(支出 : number) = 1', [['duplicate-name', '支出']]],
    [
      'score 档(完成率, 10) + 甲(1, 2)',
      'let 甲(x : number, x : number) = 1',
      [['duplicate-name', 'x']],
    ],
    ['score 档(完成率, 10)', 'let 闲(x : number) = x', [['unused-let', '闲']]],
    ['score 档(完成率, 10)', 'let 闲(x : number) = 支岀', [['unknown-name', '支岀']]],
    [
      'score 档(完成率, 10)',
      'open let 待(x : number) : number',
      [
        ['open-term', '待'],
        ['cannot-be-open', '待'],
        ['value-missing', '待'],
      ],
    ],
  ])('%s with %s says so', (body, more, expected) => {
    const found = said(body, `${head}  ${more}`);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  test('can be replaced by an amendment', () => {
    const parent = withRule('score 档(完成率, 10 points)', head);
    const child = `ruleset 下级 for 2025 amends "0.chi" {
      replace let 档(率 : percent, 满 : points) = tiers of 率 { >= 80% : 满  otherwise : 0 }
    }`;
    const framework = frameworkOf(parent, child);
    const [node] = framework.children;
    const rule = node?.kind === 'indicator' ? node.items[0]?.rule : undefined;
    if (rule?.kind !== 'formula' || rule.value.kind !== 'tiers') throw new Error('no table');
    expect(showExpression(rule.value)).toContain('80%');
  });
});

describe('roots, powers and growth', () => {
  test.each([
    ['power(面积, 2)', '平方米^2'],
    ['root(power(面积, 2), 2)', '平方米'],
    ['root(完成率, 3)', '%'],
    ['growth(支出, 预算)', '%'],
    ['power(支出 / 预算, -2)', ''],
  ])('%s has the unit “%s”', (expression, label) => {
    const { lets } = frameworkOf(withRule('judged', `let X = ${expression}`));
    const [known] = [...lets.values()];
    expect(known?.value.type.kind === 'number' ? known.value.type.unit.label : '?').toBe(label);
  });

  test.each([
    ['root(完成率, 2.5)', 'exponent-out-of-range', '2.5'],
    ['power(完成率, 65)', 'exponent-out-of-range', '65'],
    ['power(完成率, 人数)', 'not-constant', '人数'],
    ['growth(支出, 人数)', 'units-differ', '支出, 人数'],
  ])('%s is refused', (expression, code, at) => {
    expect(said('judged', `let X = ${expression}`)).toEqual([[code, at]]);
  });
});
