// Scores from curves and roots: what they are worked out to, what stays known although it is
// irrational, and that intervals hold every completion.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import * as Q from '../../src/number/rational.ts';
import { powerOf } from '../../src/number/roots.ts';
import { isSingle } from '../../src/types/enclosure.ts';
import { encloses, pointOf } from '../../src/types/range.ts';
import type { Range } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import { numberValue } from '../../src/types/value.ts';
import { q } from '../model-builder.ts';
import { framework } from '../report/scoring.ts';
import { department } from './department-builder.ts';

type Figures = Readonly<Record<string, string | readonly string[]>>;

const list = (entries: readonly string[]): Value => ({
  kind: 'list',
  entries: entries.map((entry) => numberValue(q(entry))),
  further: undefined,
});

function sheetOf(text: string, figures: Figures): ScoreSheet {
  const values = Object.entries(figures).map(([name, figure]) => [
    name,
    typeof figure === 'string' ? figure : list(figure),
  ]);
  const given = Object.fromEntries(values) as Record<string, string | Value>;
  return evaluate(framework(text).framework, department({ values: given }));
}

const scoreOf = (text: string, figures: Figures): Range => sheetOf(text, figures).total;
const percent = (thousandths: number | bigint) => `${Number(thousandths) / 10}%`;

const CURVE = `ruleset 曲线 for 2024 { total 10 points  total rounded to 0.0001 half up
  input 率 : percent from 0% to 200%
  indicator 甲 10 points {
    interpolate of 率 { < 20% : 1  20% : 2  60% : 9  70% : 4  110% : 10  > 110% : 10 }
  } }`;

const POINTS = [
  [20, 2],
  [60, 9],
  [70, 4],
  [110, 10],
] as const;

describe('a curve', () => {
  test.prop([fc.integer({ min: 0, max: 2000 })])(
    'gives what the straight line between the points around gives',
    (thousandths) => {
      const at = Q.rational(thousandths, 10);
      const next = POINTS.findIndex(([x]) => Q.compare(at, q(x)) < 0);
      const [from, to] = [POINTS[next - 1], POINTS[next]];
      const expected =
        next === 0 || !from
          ? next === 0
            ? q(1)
            : q(10)
          : to === undefined
            ? q(10)
            : Q.add(
                q(from[1]),
                Q.multiply(
                  Q.divide(Q.subtract(at, q(from[0])), q(to[0] - from[0])),
                  q(to[1] - from[1]),
                ),
              );
      expect(pointOf(scoreOf(CURVE, { 率: percent(thousandths) }))).toEqual(expected);
    },
  );

  test('holds every completion while its figure is missing', () => {
    const open = scoreOf(CURVE, {});
    expect(open.low?.value).toEqual(q(1));
    expect(open.high?.value).toEqual(q(10));
  });

  test.prop([fc.array(fc.integer({ min: -50, max: 150 }), { minLength: 4, maxLength: 4 })])(
    'through points that move is read from the top, whatever their order',
    ([x = 0, a = 0, b = 0, c = 0]) => {
      const text = `ruleset 曲线 for 2024 { total 10 points  total rounded to 0.0001 half up
        input 率, 差, 中, 优 : percent
        indicator 甲 10 points { interpolate of 率 { < 差 : 0  差 : 2  中 : 6  优 : 10  > 优 : 10 } } }`;
      const line = (from: number, to: number, low: number, high: number) =>
        Q.add(q(low), Q.multiply(Q.rational(x - from, to - from), q(high - low)));
      const expected = x < a ? q(0) : x < b ? line(a, b, 2, 6) : x < c ? line(b, c, 6, 10) : q(10);
      const rounded = Q.divide(
        Q.floor(Q.add(Q.multiply(expected, q(10_000)), q('0.5'))),
        q(10_000),
      );
      const inputs = { 率: `${x}%`, 差: `${a}%`, 中: `${b}%`, 优: `${c}%` };
      expect(pointOf(scoreOf(text, inputs))).toEqual(rounded);
    },
  );
});

const ROOT = `ruleset 开方 for 2024 { total 10 points
  total rounded to 0.01 half up
  input 甲数, 乙数 : percent from 0% to 100%
  indicator 综合 10 points { score root(甲数 * 乙数, 2) * 10 } }`;

describe('an irrational score', () => {
  const known = sheetOf(ROOT, { 甲数: '50%', 乙数: '100%' });

  test('is known: nothing is missing, and the points count as computed', () => {
    const [part] = known.children;
    expect(part && isSingle(part.score)).toBe(true);
    expect(part && pointOf(part.score)).toBeUndefined();
    expect(known.missing).toEqual([]);
    expect(known.coverage.missing).toEqual(q(0));
    expect(known.coverage.computed).toEqual(q(10));
    expect(pointOf(known.total)).toEqual(q('7.07'));
  });

  test.prop([fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })])(
    'rounds as its square does',
    (a, b) => {
      const total = pointOf(scoreOf(ROOT, { 甲数: percent(a), 乙数: percent(b) }));
      if (total === undefined) throw new Error('the score is known');
      const square = Q.multiply(Q.rational(a * b, 1_000_000), q(100));
      const low = Q.maximum(q(0), Q.subtract(total, q('0.005')));
      expect(Q.compare(powerOf(low, 2), square)).toBeLessThanOrEqual(0);
      expect(Q.compare(square, powerOf(Q.add(total, q('0.005')), 2))).toBe(-1);
    },
  );

  test.prop([fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })])(
    'lies in the interval that stands while an input is missing',
    (a, b) => {
      const open = sheetOf(ROOT, { 甲数: percent(a) }).children[0]?.score;
      const full = sheetOf(ROOT, { 甲数: percent(a), 乙数: percent(b) }).children[0]?.score;
      expect(open && full && encloses(open, full)).toBe(true);
    },
  );

  test('is compared exactly with the bound beside it', () => {
    const text = (bound: string) => `ruleset 旁边 for 2024 { total 1 point
      input 数 : percent from 0% to 100%
      indicator 甲 1 point { tiers of root(数, 2) { >= ${bound} : 1  otherwise : 0 } } }`;
    // √0.5 = 0.70710678118654752440084436210484903928…
    const at = (bound: string) => pointOf(scoreOf(text(bound), { 数: '50%' }));
    expect(at('0.7071067811865475244008443621048490392')).toEqual(q(1));
    expect(at('0.7071067811865475244008443621048490393')).toEqual(q(0));
    const exactly = '0.707106781186547524400844362104849039284835937688474036588339868995366239231';
    expect(at(exactly)).toEqual(q(1));
    expect(at(exactly.replace(/1$/, '2'))).toEqual(q(0));
  });

  test('that is a fraction after all is that fraction', () => {
    const text = `ruleset 约去 for 2024 { total 10 points  total rounded to 0.01 half up
      input 甲数, 乙数 : number from 0 to 5
      indicator 积 10 points { when root(甲数, 2) * root(乙数, 2) = 4 : 10  otherwise : 0 } }`;
    expect(pointOf(scoreOf(text, { 甲数: '2', 乙数: '5' }))).toEqual(q(0));
    expect(pointOf(scoreOf(text.replace('5\n', '8\n'), { 甲数: '2', 乙数: '8' }))).toEqual(q(10));
  });

  test('of distances decides as exact figures do', () => {
    const text = `ruleset 距离 for 2024 { total 1 point
      input 远近 : list of 2 number from 0 to 9
      let 上 = root((sum of power(each - 9, 2) over 远近), 2)
      let 下 = root((sum of power(each, 2) over 远近), 2)
      indicator 贴近度 1 point {
        when 上 + 下 = 0 : 0
        otherwise when 下 / (上 + 下) >= 50% : 1
        otherwise : 0
      } }`;
    expect(pointOf(scoreOf(text, { 远近: ['4.5', '4.5'] }))).toEqual(q(1));
    expect(pointOf(scoreOf(text, { 远近: ['2', '7'] }))).toEqual(q(1));
    expect(pointOf(scoreOf(text, { 远近: ['2', '6.999999'] }))).toEqual(q(0));
  });
});

describe('a definition with parameters', () => {
  test('scores as its body does', () => {
    const text = `ruleset 调用 for 2024 { total 15 points
      input 甲数, 乙数 : percent from 0% to 100%
      let 档(率 : percent, 满 : points) = tiers of 率 { >= 95% : 满  >= 80% : 满 * 60%  otherwise : 0 }
      indicator 甲 10 points { score 档(甲数, full points) }
      indicator 乙 5 points { score 档((甲数 + 乙数) / 2, 5) } }`;
    expect(pointOf(scoreOf(text, { 甲数: '80%', 乙数: '100%' }))).toEqual(q(9));
    expect(pointOf(scoreOf(text, { 甲数: '95%', 乙数: '95%' }))).toEqual(q(15));
  });
});
