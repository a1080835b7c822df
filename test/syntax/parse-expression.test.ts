import { describe, expect, test } from 'vitest';
import { expression, statement, statements } from './reading-text.ts';

const named = (text: string) => ({ kind: 'name', name: { text } });
const figure = (digits: string, unit?: string) => ({
  kind: 'number',
  digits,
  unit: unit === undefined ? undefined : { text: unit },
});

describe('operators', () => {
  test('bind as in arithmetic, and lean to the left', () => {
    expect(expression('a - b - c * -d / e')).toMatchObject({
      operator: '-',
      left: { operator: '-', left: named('a'), right: named('b') },
      right: {
        operator: '/',
        left: { operator: '*', left: named('c'), right: { kind: 'negate', operand: named('d') } },
      },
    });
  });

  test('or is looser than and, and than not, and than comparison', () => {
    expect(expression('not a > 1 and b or c')).toMatchObject({
      operator: 'or',
      left: {
        operator: 'and',
        left: { kind: 'not', operand: { kind: 'comparison' } },
        right: named('b'),
      },
      right: named('c'),
    });
  });

  test('comparisons make chains', () => {
    expect(expression('0 <= a < b')).toMatchObject({
      kind: 'comparison',
      first: figure('0'),
      links: [
        { operator: '<=', operand: named('a') },
        { operator: '<', operand: named('b') },
      ],
    });
  });

  test('rounding holds the whole expression before it', () => {
    expect(expression('a / b rounded to 0.1% half even')).toMatchObject({
      kind: 'rounded',
      operand: { kind: 'arithmetic' },
      rounding: { step: { digits: '0.1', percent: '%' }, mode: 'half-even' },
    });
  });

  test('membership takes a set', () => {
    expect(expression('等次 in { 优, 良、中 }')).toMatchObject({
      kind: 'member',
      of: named('等次'),
      among: [named('优'), named('良'), named('中')],
    });
  });
});

describe('numbers', () => {
  test('are kept as written, in half-width digits, with their sign and unit', () => {
    expect(expression('１２．５０ ％')).toMatchObject({
      digits: '12.50',
      percent: '%',
      unit: undefined,
    });
    expect(expression('3‰')).toMatchObject({ percent: '‰' });
    expect(expression('2万元 + 3 「人 次」')).toMatchObject({
      left: figure('2', '万元'),
      right: figure('3', '人 次'),
    });
    expect(expression('2 分')).toMatchObject(figure('2', '分'));
  });

  test('take no unit from the next line', () => {
    expect(statement('checklist {\n甲 1\n乙 2\n}')).toMatchObject({
      form: { entries: [{ name: { text: '甲' }, points: figure('1') }, { name: { text: '乙' } }] },
    });
  });
});

describe('a word after a number is no unit where it begins the next row', () => {
  test('of tiers', () => {
    const row = (value: string) => ({ match: { kind: 'values' }, value: figure(value) });
    expect(expression('tiers of a { 优 : 3 良, 中 : 2 差 : 1 家 }')).toMatchObject({
      rows: [row('3'), row('2'), { value: figure('1', '家') }],
    });
    expect(expression('tiers of a { 0 : 1 b..c : 2 }')).toMatchObject({
      rows: [row('1'), { match: { kind: 'between', low: named('b'), high: named('c') } }],
    });
  });

  test('of grades', () => {
    expect(statement('grades { 优 from 90 良 from 80 分 }')).toMatchObject({
      grades: [{ bound: figure('90') }, { bound: figure('80', '分') }],
    });
  });

  test('of an example or a record', () => {
    expect(statement('example { a = 20 b = 3 万元 c / d = 1 } gives 1')).toMatchObject({
      givens: [
        { value: figure('20') },
        { value: figure('3', '万元') },
        { path: { names: [{ text: 'c' }, { text: 'd' }] } },
      ],
    });
    expect(expression('[{ a = 1 b = 2 }]')).toMatchObject({
      entries: [{ fields: [{ value: figure('1') }, { value: figure('2') }] }],
    });
  });

  test('of a checklist', () => {
    expect(statement('checklist { 甲 1 乙 2 }')).toMatchObject({
      form: { entries: [{ points: figure('1') }, { points: figure('2') }] },
    });
  });

  test('of a record type', () => {
    expect(statement('type 行 = { a : number at least 0 b, c : number }')).toMatchObject({
      type: {
        fields: [{ bounds: [{ limit: figure('0') }] }, { names: [{ text: 'b' }, { text: 'c' }] }],
      },
    });
  });

  test('but it is one before the colon of its own row', () => {
    expect(expression('when x > 3 家 : 1')).toMatchObject({
      rows: [{ condition: { links: [{ operand: figure('3', '家') }] } }],
    });
    expect(expression('tiers of x { >= 3 家 : 1 }')).toMatchObject({
      rows: [{ match: { bounds: [{ operand: figure('3', '家') }] } }],
    });
  });

  test('and the amendment of points begins anew', () => {
    expect(statements('points A = 20 points B = 8 points')).toMatchObject([
      { points: figure('20') },
      { points: figure('8', 'points') },
    ]);
  });
});

describe('rows', () => {
  test('of a decision keep whether they come after the others on purpose', () => {
    expect(expression('when a : 1; otherwise when b : 2\n otherwise : 3')).toMatchObject({
      rows: [{ afterEarlier: false }, { afterEarlier: true }],
      otherwise: figure('3'),
    });
  });

  test('of tiers may have two bounds, a range, or values', () => {
    expect(
      expression('tiers of x { >= 60% and < 75% : 1  75%..90% : 2; -5..0 : 3  otherwise : 0 }'),
    ).toMatchObject({
      rows: [
        { match: { kind: 'bounds', bounds: [{ operator: '>=' }, { operator: '<' }] } },
        { match: { kind: 'between', low: { percent: '%' } } },
        { match: { kind: 'between', low: { kind: 'negate' } } },
      ],
      otherwise: figure('0'),
    });
  });

  test('a minus that begins a line begins a row', () => {
    expect(expression('tiers of x {\n 0 : 1\n -5% : 2\n}')).toMatchObject({
      rows: [{ value: figure('1') }, { match: { values: [{ kind: 'negate' }] } }],
    });
  });
});

describe('aggregates', () => {
  test('of an expression over a list, with a condition that reads on as far as it can', () => {
    expect(
      expression('sum of 权重 * 达成率 over 绩效目标 where 一级指标 = 效益 and 权重 > 0'),
    ).toMatchObject({
      kind: 'aggregate',
      function: 'sum',
      of: { operator: '*' },
      over: named('绩效目标'),
      where: { kind: 'logic', operator: 'and' },
    });
  });

  test('of a list alone', () => {
    expect(expression('count of L > 3')).toMatchObject({
      first: { function: 'count', of: undefined, over: named('L') },
    });
  });

  test('over the departments of a cohort, or all but one’s own', () => {
    expect(expression('mean of 率 over others where 类 = own 类')).toMatchObject({
      function: 'mean',
      over: { kind: 'cohort', of: 'others' },
      where: { links: [{ operand: { kind: 'own', operand: named('类') } }] },
    });
    expect(expression('count of cohort')).toMatchObject({
      function: 'count',
      of: undefined,
      over: { kind: 'cohort', of: 'all' },
    });
  });

  test('without the highest and lowest figures, and at a share', () => {
    expect(expression('mean of L without highest 1 without lowest n / 2')).toMatchObject({
      kind: 'arithmetic',
      left: { withoutHighest: { digits: '1' }, withoutLowest: named('n') },
    });
    expect(expression('quantile of x over L at 25% nearest')).toMatchObject({
      at: { share: { digits: '25', percent: '%' }, reading: 'nearest' },
    });
  });

  test('a rank with its order and its rule for ties', () => {
    expect(
      expression('rank of 率 over cohort where 率 > 0 lowest first ties share average rank'),
    ).toMatchObject({
      kind: 'rank',
      of: named('率'),
      over: { kind: 'cohort', of: 'all' },
      where: { kind: 'comparison' },
      order: 'lowest',
      ties: 'average',
    });
  });

  test('words of cohorts are names where nothing is aggregated', () => {
    expect(expression('cohort + own - 其他单位')).toMatchObject({
      left: { left: named('cohort'), right: named('own') },
      right: named('其他单位'),
    });
  });

  test('all and any take a condition', () => {
    expect(expression('all of a > 0 over L and b')).toMatchObject({
      operator: 'and',
      left: { function: 'all', of: { kind: 'comparison' }, over: named('L') },
    });
  });
});

describe('the rest', () => {
  test('calls, fields, entries, lists, choices and values', () => {
    expect(expression('achievement(目标.目标值, 目标.实际值, 封顶)')).toMatchObject({
      kind: 'call',
      arguments: [{ kind: 'field', field: { text: '目标值' } }, { kind: 'field' }, named('封顶')],
    });
    expect(expression('L[1].x')).toMatchObject({
      kind: 'field',
      of: { kind: 'entry', index: figure('1') },
    });
    expect(expression('if a then 1 else full points')).toMatchObject({
      kind: 'choose',
      otherwise: { kind: 'full-points' },
    });
    expect(expression('[yes, 否, each, "t", 2023-12-31]')).toMatchObject({
      entries: [
        { kind: 'boolean', value: true },
        { kind: 'boolean', value: false },
        { kind: 'each' },
        { kind: 'text', text: 't' },
        { kind: 'date', text: '2023-12-31' },
      ],
    });
  });

  test('parentheses belong to the span of what they hold, and are no node', () => {
    const node = expression('(1 + 2) * 3');
    expect(node).toMatchObject({ operator: '*', left: { operator: '+' } });
    expect(node.kind === 'arithmetic' && node.left.span.end - node.left.span.start).toBe(
      '(1 + 2)'.length,
    );
  });
});
