import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/model/expression.ts';
import type { Step } from '../../src/model/sheet.ts';
import type { Wording } from '../../src/report/expression.ts';
import { expressionText, substituted } from '../../src/report/expression.ts';
import { framework, score } from './scoring.ts';

// The rule and the trace of the one indicator in a framework with these declarations.
function ruleOf(declarations: string, rule: string, inputs: object = {}) {
  const text = `ruleset 试 { total 10 points uncapped scores rounded to 0.01 half up ${declarations} indicator 指标 10 points uncapped { ${rule} } }`;
  const { framework: rules } = framework(text);
  const [node] = rules.children;
  if (node?.kind !== 'indicator') throw new Error('an indicator was expected');
  const [item] = node.items;
  if (item?.rule.kind !== 'formula') throw new Error('a formula was expected');
  const [scored] = score(inputs, {}, text).sheet.children;
  const steps: readonly Step[] = scored?.kind === 'indicator' ? (scored.items[0]?.steps ?? []) : [];
  const zh: Wording = { language: 'zh', lets: rules.lets };
  const en: Wording = { language: 'en', lets: rules.lets };
  return { expression: item.rule.value, steps, zh, en };
}

function figures(steps: readonly Step[], wording: Wording): string[] {
  return steps.flatMap((step) =>
    step.kind === 'formula' ? [substituted(step.expression, step.operands, wording)] : [],
  );
}

const MONEY = 'input 实际, 计划 : money in 万元 above 0';

describe('an expression with names', () => {
  const shown = (declarations: string, rule: string, language: 'zh' | 'en' = 'zh') => {
    const { expression, zh, en } = ruleOf(declarations, rule);
    return expressionText(expression, language === 'zh' ? zh : en);
  };

  it('uses the signs of printed tables', () => {
    expect(shown(MONEY, 'score 实际 / 计划 * 1 point')).toBe('实际 / 计划 × 1 分');
    expect(shown(MONEY, 'score 实际 / 计划 * 1 point', 'en')).toBe('实际 / 计划 × 1 point');
  });

  it('brackets only where the order of working asks for it', () => {
    const numbers = 'input 甲, 乙 : number from 1 to 2';
    expect(shown(numbers, 'score (甲 + 乙) * 2')).toBe('（甲 + 乙） × 2');
    expect(shown(numbers, 'score 甲 + 乙 * 2')).toBe('甲 + 乙 × 2');
    expect(shown(numbers, 'score 甲 - (乙 - 1)', 'en')).toBe('甲 − (乙 − 1)');
    expect(shown(numbers, 'score 甲 / (乙 / 2)', 'en')).toBe('甲 / (乙 / 2)');
    expect(shown(numbers, 'score 9 + -(甲 + 乙)', 'en')).toBe('9 + −(甲 + 乙)');
  });

  it('words choices, conditions and functions in the language of the report', () => {
    const facts = 'input 公开, 及时 : yes or no input 数 : number from 0 to 9';
    const rule = 'score if 公开 and not 及时 or 数 >= 3 then min(数, 2) else 0';
    expect(shown(facts, rule)).toBe('若 公开 且 非 及时 或 数 ≥ 3 则 较小值（数，2） 否则 0');
    expect(shown(facts, rule, 'en')).toBe('if 公开 and not 及时 or 数 ≥ 3 then min(数, 2) else 0');
  });

  it('words aggregates and roundings', () => {
    const table =
      'input 目标 : list of at least 1 { 权重 : number from 0 to 1  种类 : one of { 产出, 效益 } }';
    expect(shown(table, 'score sum of 权重 * 2 over 目标 where 种类 = 效益')).toBe(
      '求和（权重 × 2 于 目标 其中 种类 = 效益）',
    );
    expect(shown(table, 'score count of 目标 where 种类 = 效益', 'en')).toBe(
      'count(目标 where 种类 = 效益)',
    );
    expect(shown('input 数 : number from 0 to 9', 'score 数 rounded to 0.1 half even')).toBe(
      '取整（数，0.1，四舍六入五成双）',
    );
  });

  it('words what compares departments', () => {
    const rates = 'input 率 : percent from 0% to 100%  input 类 : one of { 甲类, 乙类 }';
    const rank =
      'score rank of 率 over cohort where 类 = own 类 highest first ties share best rank';
    expect(shown(rates, rank)).toBe(
      '名次（率 于 全体单位 其中 类 = 本单位 类，从高到低，并列取前）',
    );
    expect(shown(rates, rank, 'en')).toBe(
      'rank(率 over cohort where 类 = own 类, highest first, ties share best rank)',
    );
    const trimmed = 'score (mean of 率 over cohort without highest 0 without lowest 0) * 9';
    expect(shown(rates, trimmed)).toBe('平均（率 于 全体单位 去最高 0 去最低 0） × 9');
    const quartile = 'score (quantile of 率 over cohort at 25% nearest) * 9';
    expect(shown(rates, quartile, 'en')).toBe('quantile(率 over cohort at 25% nearest) × 9');
  });

  it('shows list entries and constants of every kind', () => {
    expect(shown('input 季度 : list of 4 number from 0 to 1', 'score 季度[2] * 90%')).toBe(
      '季度[2] × 90%',
    );
  });
});

describe('an expression with figures', () => {
  const shown = (declarations: string, rule: string, inputs: object) => {
    const { steps, zh } = ruleOf(declarations, rule, inputs);
    return figures(steps, zh);
  };

  it('puts what is known in the place of the names', () => {
    expect(shown(MONEY, 'score 实际 / 计划 * 1 point', { 实际: '2.96', 计划: '19.50' })).toEqual([
      '2.96 万元 / 19.50 万元 × 1 分',
    ]);
  });

  it('leaves the names of what is missing', () => {
    expect(shown(MONEY, 'score 实际 / 计划 * 1 point', { 计划: '19.50' })).toEqual([
      '实际 / 19.50 万元 × 1 分',
    ]);
  });

  it('shows ratios as percentages, approximations marked', () => {
    const declarations = `${MONEY} let 比率 = 实际 / 计划`;
    expect(shown(declarations, 'score 比率 * 1 point', { 实际: '2.96', 计划: '19.50' })).toEqual([
      '≈15.18% × 1 分',
    ]);
  });

  it('shows the entry of a list', () => {
    const list = 'input 季度 : list of 2 number from 0 to 1';
    expect(shown(list, 'score 季度[2] * 2', { 季度: ['0.25', '0.5'] })).toEqual(['0.5 × 2']);
  });

  it('takes the branch that a reading decides, but shows comparisons of figures', () => {
    const option = 'option 封顶 : yes or no = yes input 数 : number from 0 to 9';
    expect(shown(option, 'score (if 封顶 then min(数, 1) else 数) * 2', { 数: 3 })).toEqual([
      '较小值（3，1） × 2',
    ]);
    expect(shown(option, 'score (if 数 > 2 then 1 else 数) * 2', { 数: 3 })).toEqual([
      '（若 3 > 2 则 1 否则 3） × 2',
    ]);
  });

  it('treats names like __proto__ as any other', () => {
    expect(
      shown(
        'input __proto__ : number from 0 to 9',
        'score __proto__ * 2',
        JSON.parse('{"__proto__": 3}') as object,
      ),
    ).toEqual(['3 × 2']);
  });
});

describe('the shape of an expression', () => {
  it('does not overflow the stack for the deepest rule that compiles', () => {
    const deep = `${'('.repeat(40)}数${' + 1)'.repeat(40)}`;
    const { expression, zh } = ruleOf('input 数 : number from 0 to 9', `score ${deep}`);
    const texts: Expression['kind'][] = [expression.kind];
    expect(texts).toEqual(['arithmetic']);
    expect(expressionText(expression, zh)).toBe(`数${' + 1'.repeat(40)}`);
  });
});
