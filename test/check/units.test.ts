import { describe, expect, test } from 'vitest';
import type { Expression } from '../../src/model/expression.ts';
import { constantOf } from '../../src/model/expression.ts';
import { rational } from '../../src/number/rational.ts';
import { checkTexts, frameworkOf, withRule } from './checking.ts';

/** The type of `let X = …` as its unit label, or its kind. */
function labelOf(expression: string): string {
  const definition = frameworkOf(withRule('judged', `let X = ${expression}`)).lets.get('X');
  const type = definition?.value.type;
  return type?.kind === 'number' ? type.unit.label : (type?.kind ?? 'none');
}

function saidOf(expression: string) {
  return checkTexts(withRule('judged', `let X = ${expression}`)).said;
}

function valueOf(expression: string): Expression | undefined {
  return frameworkOf(withRule('judged', `let X = ${expression}`)).lets.get('X')?.value;
}

describe('units', () => {
  test('literals are kept in base units', () => {
    const value = valueOf('2.96 万元');
    expect(value && constantOf(value)).toEqual(rational(29600));
    const share = valueOf('12.5%');
    expect(share && constantOf(share)).toEqual(rational(1, 8));
  });

  test('元 and 万元 are added', () => {
    expect(labelOf('支出 + 5 元')).toBe('万元');
  });

  test('a ratio of like units is a plain number', () => {
    expect(labelOf('支出 / 预算')).toBe('');
    expect(labelOf('支出 / 3 亿元 - 50%')).toBe('');
  });

  test('money and people cannot be added, and both are named', () => {
    const { diagnostics } = checkTexts(withRule('judged', 'let X = 支出 + 人数'));
    expect(diagnostics).toMatchObject([
      {
        code: 'units-differ',
        facts: { left: { unit: { label: '万元' } }, right: { unit: { label: '人' } } },
      },
    ]);
  });

  test('0 goes with every unit', () => {
    expect(labelOf('max(0, 支出 - 预算)')).toBe('万元');
    expect(saidOf('支出 > 0')).toEqual([]);
  });

  test('a plain number beside money is an error whose fix adds the unit', () => {
    const { diagnostics, textAt } = checkTexts(withRule('judged', 'let X = 支出 > 100'));
    expect(diagnostics.map(({ code, span }) => [code, textAt(span)])).toEqual([
      ['units-differ', '100'],
    ]);
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe(' 万元');
  });

  test('a plain number beside a count is that count', () => {
    expect(saidOf('人数 > 3')).toEqual([]);
    expect(labelOf('人数 + 1')).toBe('人');
  });

  test('a plain number beside a measure is an error', () => {
    expect(saidOf('面积 > 3')).toEqual([['units-differ', '3']]);
    expect(saidOf('面积 > 3 平方米')).toEqual([]);
  });

  test('a plain figure that is not written out does not take a unit', () => {
    expect(saidOf('人数 > 支出 / 预算')).toEqual([['units-differ', '人数 > 支出 / 预算']]);
  });

  test('points for each of several things are points', () => {
    expect(checkTexts(withRule('score max(0, 10 points - 人数 * 2 points)')).said).toEqual([]);
  });

  test('dates subtract to days, and days shift dates', () => {
    expect(labelOf('完工 - 开工')).toBe('天');
    expect(labelOf('开工 + 30 天')).toBe('date');
    expect(saidOf('完工 - 开工 > 30')).toEqual([]);
  });

  test('a date and a plain number do not go together', () => {
    const { diagnostics, textAt } = checkTexts(withRule('judged', 'let X = 开工 + 30'));
    expect(diagnostics.map(({ code, span }) => [code, textAt(span)])).toEqual([
      ['units-differ', '30'],
    ]);
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe(' 天');
  });

  test('a percentage compared with 90 gets a warning that offers 90%', () => {
    const { diagnostics, textAt } = checkTexts(withRule('judged', 'let X = 完成率 >= 90'));
    expect(diagnostics.map(({ code, span }) => [code, textAt(span)])).toEqual([
      ['percent-sign-missing', '90'],
    ]);
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe('%');
  });

  test.each([
    ['let X = 支出 / 预算 >= 90', ['percent-sign-missing', '90']],
    ['let 执行率 = 支出 / 预算\nlet X = 执行率 < 5', ['percent-sign-missing', '5']],
    ['let X = 支出 / 预算 >= 2', undefined],
    ['let X = 支出 / 预算 >= 500%', undefined],
    ['let X = 支出 / 50 元 >= 90', undefined],
  ])(
    'a share compared with more than a few times the whole is a forgotten sign: %s',
    (rule, said) => {
      const { diagnostics, textAt } = checkTexts(withRule('judged', rule));
      expect(diagnostics.map(({ code, span }) => [code, textAt(span)])).toEqual(said ? [said] : []);
    },
  );

  test('money is no score, a ratio is', () => {
    expect(checkTexts(withRule('score 支出')).said).toEqual([['not-a-score', '支出']]);
    expect(checkTexts(withRule('score min(1, 支出 / 预算) * 10')).said).toEqual([]);
  });

  test('each row of a table is judged by itself', () => {
    expect(checkTexts(withRule('when 违规 : 支出 otherwise : 10')).said).toEqual([
      ['not-a-score', '支出'],
    ]);
  });

  test('bounds and defaults are read in the declared unit', () => {
    const input = frameworkOf(
      withRule('judged', 'input 资金 : money in 万元 from 0 to 5 = 1.5'),
    ).inputs.find(({ name }) => name === '资金');
    expect(input).toMatchObject({
      range: { high: { value: rational(50000) } },
      default: { range: { low: { value: rational(15000) } } },
    });
  });

  test('a percentage bound without its sign is a percentage too', () => {
    const input = frameworkOf(withRule('judged', 'input 比例 : percent at most 100')).inputs.find(
      ({ name }) => name === '比例',
    );
    expect(input).toMatchObject({ range: { high: { value: rational(1) } } });
  });

  test('nothing is counted below 0, whether bounds say so or not', () => {
    const head = `input 件数 : count of 件  input 场次 : count of 场 at most 9
      input 明细 : list of { 数量 : count of 件 }  input 温差 : integer`;
    const { inputs } = frameworkOf(withRule('judged', head));
    const zero = { value: rational(0), open: false };
    expect(inputs.find(({ name }) => name === '件数')).toMatchObject({ range: { low: zero } });
    expect(inputs.find(({ name }) => name === '场次')).toMatchObject({
      range: { low: zero, high: { value: rational(9) } },
    });
    const list = inputs.find(({ name }) => name === '明细');
    expect(list?.kind === 'value' && list.fieldRanges.get('数量')).toMatchObject({ low: zero });
    expect(inputs.find(({ name }) => name === '温差')).toMatchObject({
      range: { low: undefined, integer: true },
    });
    expect(checkTexts(withRule('judged', 'input 件数 : count of 件 below 0')).said).toEqual([
      ['range-empty', 'below 0'],
    ]);
  });

  test('the tolerance of a check is read in the unit of its left side', () => {
    const { checks } = frameworkOf(withRule('judged', 'check "合计" : 支出 = 预算 within 0.01'));
    const tolerance = checks[0]?.tolerance;
    expect(tolerance && constantOf(tolerance)).toEqual(rational(100));
  });
});
