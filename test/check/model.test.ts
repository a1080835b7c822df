import { describe, expect, test } from 'vitest';
import type { Group, Indicator, Rule } from '../../src/model/framework.ts';
import { rational } from '../../src/number/rational.ts';
import { checkTexts, frameworkOf, withRule } from './checking.ts';

function indicator(body: string, head = ''): Indicator {
  const node = frameworkOf(withRule(body, head)).children.find(({ name }) => name === '甲指标');
  if (node?.kind !== 'indicator') throw new Error('the indicator should be there');
  return node;
}

function rule(body: string, head = ''): Rule | undefined {
  return indicator(body, head).items[0]?.rule;
}

describe('indicators and items', () => {
  test('a rule that stands in an indicator is an implicit item with its limits', () => {
    const node = indicator('score 完成率 * 10 at most 8 rounded to 0.1 half up');
    expect(node.caps.atMost).toBeUndefined();
    expect(node.rounding).toEqual({ step: rational(1, 10), mode: 'half-up' });
    expect(node.items).toMatchObject([
      {
        implicit: true,
        name: '甲指标',
        path: ['甲指标'],
        rounding: undefined,
        caps: { atMost: { text: '8' } },
      },
    ]);
  });

  test('limits may stand in the head or in the body', () => {
    const rules = (caps: string, body: string) =>
      frameworkOf(`ruleset R { total 2 points indicator A 2 points ${caps} { judged ${body} } }`)
        .children[0] as Indicator;
    expect(rules('at least 1 at most 2', '').items[0]?.caps).toMatchObject({
      atLeast: { text: '1' },
      atMost: { text: '2' },
    });
    expect(rules('', 'uncapped').items[0]?.caps.uncapped).toBe(true);
  });

  test('several deductions are one rule', () => {
    const found = rule(
      'deduct 1 per 人数  deduct 0.5 per 1% of 完成率 below 90% prorated at most 3 when 违规',
    );
    expect(found).toMatchObject({
      kind: 'deduct',
      deductions: [
        { kind: 'each', count: { kind: 'input', name: '人数' }, condition: undefined },
        {
          kind: 'step',
          side: 'below',
          reading: 'prorated',
          atMost: { text: '3' },
          condition: { name: '违规' },
        },
      ],
    });
  });

  test('a whole step of whole things needs no reading', () => {
    expect(rule('deduct 1 per 1 人 of 人数 above 3 人')).toMatchObject({
      deductions: [{ kind: 'step', limit: { text: '3 人' }, reading: 'prorated' }],
    });
    expect(checkTexts(withRule('deduct 1 per 2 人 of 人数 above 3 人')).said).toEqual([
      ['deduction-step-missing', '2 人'],
    ]);
  });

  test('without a limit, steps count from 0 upwards', () => {
    expect(rule('deduct 1 per 10 万元 of 支出 per full step')).toMatchObject({
      deductions: [{ side: 'above', limit: { text: '0' }, reading: 'full-step' }],
    });
  });

  test('the missing reading offers all three', () => {
    const { diagnostics } = checkTexts(withRule('deduct 1 per 1% of 完成率'));
    expect(diagnostics[0]?.choices.map(({ edits }) => edits[0]?.text)).toEqual([
      ' prorated',
      ' per full step',
      ' per started step',
    ]);
  });

  test('if … then … else is a decision of one row', () => {
    expect(rule('score if 违规 then 0 else 10')).toMatchObject({
      value: {
        kind: 'decision',
        rows: [{ condition: { name: '违规' }, value: { text: '0' } }],
        otherwise: { text: '10' },
      },
    });
  });

  test('a chained comparison is a conjunction', () => {
    expect(rule('when 10% < 完成率 <= 90% : 5 otherwise : 0')).toMatchObject({
      value: {
        rows: [
          {
            condition: {
              kind: 'logic',
              operator: 'and',
              left: { kind: 'compare', operator: '<' },
              right: { kind: 'compare', operator: '<=' },
            },
          },
        ],
      },
    });
  });

  test('tiers of an enumeration list its values', () => {
    expect(rule('tiers of 级别 { 甲, 乙 : 10  otherwise : 0 }')).toMatchObject({
      value: {
        kind: 'tiers',
        rows: [{ match: { kind: 'values', values: [{ text: '甲' }, { text: '乙' }] } }],
      },
    });
  });

  test('a closed interval becomes two bounds', () => {
    expect(rule('tiers of 完成率 { 0%..60% : 0  otherwise : 10 }')).toMatchObject({
      value: {
        rows: [{ match: { kind: 'bounds', bounds: [{ operator: '>=' }, { operator: '<=' }] } }],
      },
    });
  });
});

describe('enumeration values', () => {
  test('mean a value of whatever they are compared with, on either side', () => {
    const head =
      'let X = 级别 = 甲  let Y = 甲 != 级别  let Z = 级别 in {甲, 乙}  let W : 等 = if 违规 then 丙 else 甲  type 等 = one of { 甲, 丙 }';
    const { lets } = frameworkOf(withRule('judged', head));
    expect(lets.get('X')?.value).toMatchObject({ right: { kind: 'constant', text: '甲' } });
    expect(lets.get('Y')?.value).toMatchObject({ left: { kind: 'constant', text: '甲' } });
    expect(lets.get('W')?.value.type).toEqual({ kind: 'enumeration', values: ['甲', '丙'] });
  });

  test('a quoted value is an error whose fix takes the quotes away', () => {
    const { diagnostics } = checkTexts(withRule('judged', 'let X = 级别 = "甲"'));
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe('甲');
  });
});

describe('lists', () => {
  test('the fields of a record are seen inside an aggregate', () => {
    const { lets } = frameworkOf(
      withRule(
        'judged',
        'let X = sum of 权重 * achievement(目标, 实际, capped) over 任务 where 完成',
      ),
    );
    expect(lets.get('X')?.value).toMatchObject({
      kind: 'aggregate',
      function: 'sum',
      of: {
        left: { kind: 'field', of: { kind: 'each' }, field: '权重' },
        right: { kind: 'call', builtin: 'achievement' },
      },
      over: { kind: 'input', name: '任务' },
      where: { kind: 'field', field: '完成' },
    });
  });

  test('a field goes before a name from outside', () => {
    const { lets } = frameworkOf(withRule('judged', 'let 权重 = 2  let X = sum of 权重 over 任务'));
    expect(lets.get('X')?.value).toMatchObject({ of: { kind: 'field', field: '权重' } });
  });

  test('each is the entry of a list of plain values', () => {
    const { lets } = frameworkOf(withRule('judged', 'let X = count of 季度 where each > 5 万元'));
    expect(lets.get('X')?.value).toMatchObject({ where: { left: { kind: 'each' } } });
  });

  test('a list may be written out', () => {
    const { lets } = frameworkOf(withRule('judged', 'let X = mean of [支出, 预算, 0]'));
    expect(lets.get('X')?.value.type).toMatchObject({ unit: { label: '万元' } });
  });

  test('the readings of achievement have Chinese names too', () => {
    expect(
      checkTexts(withRule('judged', 'let X = 求和 完成度(目标, 实际, 不封顶) 于 任务')).said,
    ).toEqual([]);
  });
});

describe('strikes', () => {
  const TREE = `ruleset R {
    total 5 points
    grades { 差 from 0  优 from 4 }
    input 甲, 乙, 丙, 丁 : yes or no
    group G 5 points {
      indicator A 5 points {
        item x 5 points {
          judged
          veto "自身" when 甲 : 0
          veto indicator "指标" when 乙 : 1
          exempt group "分组" when 丙
          veto total "总分" when 丁 : full points
          veto grade at most 差 "降等" when 丁
        }
      }
    }
  }`;

  test('each hits what it names, and remembers where it was written', () => {
    const framework = frameworkOf(TREE);
    const group = framework.children[0] as Group;
    const inner = group.children[0] as Indicator;
    const written = { declaredIn: ['G', 'A', 'x'] };
    expect(inner.items[0]?.vetoes).toMatchObject([{ about: '自身', ...written }]);
    expect(inner.vetoes).toMatchObject([{ about: '指标', ...written }]);
    expect(group.exemptions).toMatchObject([{ about: '分组', ...written }]);
    expect(framework.vetoes).toMatchObject([{ about: '总分', score: { text: '5' }, ...written }]);
    expect(framework.ceilings).toMatchObject([{ about: '降等', grade: '差', ...written }]);
  });

  test('grades come from the best down, however they were written', () => {
    expect(frameworkOf(TREE).grades.map(({ name }) => name)).toEqual(['优', '差']);
  });
});

describe('names of awards', () => {
  test('are the item’s own, or carry as much of the path as tells them apart', () => {
    const rules = `ruleset R { total 5 points
      input 制度 : yes or no
      indicator A 2 points { item 制度 1 point { judged } item 执行 1 point { judged } }
      indicator B 2 points { item 公开 1 point { judged } item 执行 1 point { judged } }
      indicator C 1 point { judged } }`;
    expect(frameworkOf(rules).inputs.map(({ kind, name }) => [kind, name])).toEqual([
      ['value', '制度'],
      ['judged', 'A / 制度'],
      ['judged', 'A / 执行'],
      ['judged', '公开'],
      ['judged', 'B / 执行'],
      ['judged', 'C'],
    ]);
  });
});

describe('examples', () => {
  test('givens are read as data of what they name', () => {
    const head = `option 从严 : yes or no = no
      indicator 乙指标 0 points { item 一 0 points { judged one of { 好 : 0 坏 : 0 } } item 二 0 points { checklist { 子 0 points } } }`;
    const example = `example "例" {
      支出 = 2.96, 人数 = 3, 完成率 = 95, 违规 = yes, 级别 = 乙, 开工 = 2023-01-31
      季度 = [1, 2 亿元, 3, 4]
      任务 = [{ 名称 = "一", 权重 = 50%, 目标 = ≥95%, 实际 = 96%, 完成 = no }]
      从严 = yes, 甲指标 = 7, 乙指标 / 一 = 坏, 二 = { 子 = yes }
    } gives 7 to 8`.replace('≥95%', '"≥95%"');
    const [found] = frameworkOf(withRule(`judged ${example}`, head)).examples;
    expect(found).toMatchObject({
      name: '例',
      path: ['甲指标'],
      low: rational(7),
      high: rational(8),
    });
    const given = (name: string) => found?.givens.get(name);
    expect(given('支出')).toMatchObject({ value: { range: { low: { value: rational(29600) } } } });
    expect(given('完成率')).toMatchObject({
      value: { range: { low: { value: rational(19, 20) } } },
    });
    expect(given('季度')).toMatchObject({
      value: { entries: [{}, { range: { low: { value: rational(200000000) } } }, {}, {}] },
    });
    expect(given('任务')).toMatchObject({ value: { entries: [{ kind: 'record' }] } });
    expect(given('从严')).toEqual({ kind: 'option', choice: 'yes' });
    expect(given('甲指标')).toEqual({ kind: 'award', points: rational(7) });
    expect(given('一')).toEqual({ kind: 'choice', choice: '坏' });
    expect(given('二')).toEqual({ kind: 'entries', met: new Map([['子', true]]) });
  });

  test('an entry of a checklist may be given a figure of its range', () => {
    const entry = (value: string) =>
      withRule(`item 二 6 points { checklist { 甲事 2..4 乙事 2 }
        example { 二 = { 甲事 = ${value}, 乙事 = yes } } gives 5 } item 三 4 points { judged }`);
    const [found] = frameworkOf(entry('3')).examples;
    expect(found?.givens.get('二')).toEqual({
      kind: 'entries',
      met: new Map<string, unknown>([
        ['甲事', rational(3)],
        ['乙事', true],
      ]),
    });
    expect(checkTexts(entry('0')).said).toEqual([]);
    expect(checkTexts(entry('1')).said).toEqual([['value-out-of-range', '1']]);
    expect(checkTexts(entry('5')).said).toEqual([['value-out-of-range', '5']]);
  });

  test('a given outside the declared range is refused', () => {
    expect(checkTexts(withRule('judged example { 支出 = 0 } gives 1')).said).toEqual([
      ['value-out-of-range', '0'],
    ]);
    expect(checkTexts(withRule('judged example { 甲指标 = 11 } gives 1')).said).toEqual([
      ['value-out-of-range', '11'],
    ]);
  });
});
