// Tornado, break points and weights against everything there is in small cases, and on published data.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { extremesOf } from '../../../src/analyze/sensitivity/extremes.ts';
import { sensitivity } from '../../../src/analyze/sensitivity/sensitivity.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import { formatExact } from '../../../src/number/decimal.ts';
import { ZERO, equal, rational } from '../../../src/number/rational.ts';
import type { Rational } from '../../../src/number/rational.ts';
import { closed, multiplyRanges, pointOf, subtractRanges } from '../../../src/types/range.ts';
import type { Range } from '../../../src/types/range.ts';
import type { Value } from '../../../src/types/value.ts';
import { compiled, departmentOf } from '../audited.ts';
import { publishedCase } from '../whatif/published-case.ts';

const figure = (value: Value | undefined): string => {
  const known = value?.kind === 'number' ? pointOf(value.range) : undefined;
  return known ? formatExact(known) : '';
};
const score = (range: Range | undefined): string => {
  const known = range && pointOf(range);
  return known ? formatExact(known) : '';
};

describe('the published department of Futian', () => {
  const { framework, department } = publishedCase('futian/2022');
  const found = sensitivity(framework, department, {}, { by: rational(1, 20) });

  it('loses two points of satisfaction just below 95 %, which is where the figure lies', () => {
    const [nearest] = found.breakPoints;
    expect(nearest?.lever.name).toBe('公众满意度');
    expect([figure(nearest?.way.value), figure(nearest?.way.short)]).toEqual(['0.9499', '0.95']);
    expect(nearest?.way.border).toEqual({ value: rational(19, 20), included: false });
    expect(nearest && [formatExact(nearest.before), score(nearest.after)]).toEqual(['6', '4']);
    expect(nearest?.share).toEqual(rational(1, 9500));
  });

  it('tells jumps from scores that move on with the figure', () => {
    const jumps = new Set(
      found.breakPoints.filter(({ isJump }) => isJump).map(({ lever }) => lever.name),
    );
    expect(jumps.has('公众满意度')).toBe(true);
    expect(jumps.has('三公经费支出')).toBe(true);
    expect(jumps.has('季度累计支出[1]')).toBe(false);
    expect(jumps.has('剔除后调整调剂率')).toBe(false);
  });

  it('weighs what has all of its points against what has none', () => {
    const [first, second] = found.weights;
    const effects = [first, second].map((each) => each && [each.path.at(-1), score(each.effect)]);
    expect(effects).toEqual([
      ['财政供养人员控制率', '1'],
      ['编外人员控制率', '-1'],
    ]);
    const group = found.weights.find(
      ({ path }) => path.join('/') === '部门管理/资金管理/预决算信息公开',
    );
    // 3 of 3 against 3.61 of 5.
    expect(score(group?.effect)).toBe('0.278');
  });

  it('keeps what it varies within what is declared', () => {
    const bar = found.tornado.find(({ lever }) => lever.name === '披露的固定资产利用率');
    expect(bar).toBeUndefined();
    const satisfaction = found.tornado.find(({ lever }) => lever.name === '公众满意度');
    expect(satisfaction?.values).toMatchObject(closed(rational(361, 400), rational(399, 400)));
    expect(satisfaction?.total).toMatchObject({
      range: closed(rational(9476, 100), rational(9676, 100)),
      exact: true,
    });
  });
});

const RULES = `ruleset 试 for 2024 {
  total 14 points
  scores rounded to 0.1 half up
  input 甲 : count of 件 from 0 to 12
  input 乙 : count of 件 from 1 to 12
  input 丙 : count of 件 from 0 to 12
  group 全部 14 points {
    indicator 比率 8 points {
      when 甲 > 乙 : 2 points
      otherwise : 甲 / 乙 * 8 points
      not monotone "试"
    }
    indicator 档次 6 points {
      tiers of 丙 { <= 2 : 6 points  3..5 : 4 points  6..8 : 5 points  > 8 : 0 points }
      not monotone "试"
    }
  }
}
`;

const cases = fc.record({
  甲: fc.integer({ min: 0, max: 12 }),
  乙: fc.integer({ min: 1, max: 12 }),
  丙: fc.integer({ min: 0, max: 12 }),
});
const LEAST = { 甲: 0, 乙: 1, 丙: 0 };

describe('a ruleset whose departments can be counted', () => {
  const framework = compiled(RULES);
  type Case = typeof LEAST;
  const sheetOf = (each: Case) =>
    evaluate(framework, departmentOf(framework, { inputs: { ...each } }));
  const scoreIn = (each: Case, place: number): Rational => {
    const [group] = sheetOf(each).children;
    const child = group?.kind === 'group' ? group.children[place] : undefined;
    return (child && pointOf(child.score)) ?? ZERO;
  };

  test.prop([cases], { numRuns: 25, seed: 3 })(
    'changes no score nearer than its break points, and some score at each',
    (now) => {
      const found = sensitivity(framework, departmentOf(framework, { inputs: { ...now } }));
      for (const [name, place] of [
        ['甲', 0],
        ['乙', 0],
        ['丙', 1],
      ] as const) {
        const before = scoreIn(now, place);
        const differs = (value: number) =>
          !equal(scoreIn({ ...now, [name]: value }, place), before);
        const own = found.breakPoints.filter(({ lever }) => lever.name === name);
        const at = (side: string) => figure(own.find(({ way }) => way.side === side)?.way.value);
        const up = numbers(now[name] + 1, 12).find(differs);
        const down = numbers(LEAST[name], now[name] - 1)
          .reverse()
          .find(differs);
        expect([at('more'), at('less')]).toEqual([String(up ?? ''), String(down ?? '')]);
      }
    },
  );

  test.prop([cases], { numRuns: 25, seed: 5 })(
    'moves the total between the lowest and the highest of all values',
    (now) => {
      const found = sensitivity(framework, departmentOf(framework, { inputs: { ...now } }));
      for (const name of ['甲', '乙', '丙'] as const) {
        const totals = numbers(LEAST[name], 12).map((value) =>
          Number(score(sheetOf({ ...now, [name]: value }).total)),
        );
        const bar = found.tornado.find(({ lever }) => lever.name === name);
        if (bar === undefined) expect(new Set(totals).size).toBe(1);
        else {
          const { range, exact } = bar.total;
          expect(exact).toBe(true);
          const ends = [range.low, range.high].map((end) => end && Number(formatExact(end.value)));
          expect(ends).toEqual([Math.min(...totals), Math.max(...totals)]);
        }
      }
    },
  );
});

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
}

describe('the extremes of a figure', () => {
  it('are found inside the values where the ends do not have them', () => {
    // x − x²/4 over 0..4 is highest at 2, with 1.
    const figureOf = (x: Range) =>
      subtractRanges(
        x,
        multiplyRanges(multiplyRanges(x, x), closed(rational(1, 4), rational(1, 4))),
      );
    const { range, exact } = extremesOf(figureOf, closed(rational(0), rational(4)));
    // Only bounded: ranges that know nothing of each other never close around an extreme.
    expect(exact).toBe(false);
    expect(Number(formatExact(range.low?.value ?? ZERO))).toBeLessThanOrEqual(0);
    expect(Number(formatExact(range.high?.value ?? ZERO))).toBeGreaterThanOrEqual(1);
  });

  it('are exact where the figure is constant far out', () => {
    const capped = (x: Range): Range => ({
      low: x.low && { value: min(x.low.value, rational(5)), open: false },
      high: { value: x.high ? min(x.high.value, rational(5)) : rational(5), open: false },
      integer: false,
    });
    const endless: Range = {
      low: { value: rational(1), open: false },
      high: undefined,
      integer: false,
    };
    const { range, exact } = extremesOf(capped, endless);
    expect(exact).toBe(true);
    expect([range.low?.value, range.high?.value]).toEqual([rational(1), rational(5)]);
  });
});

function min(a: Rational, b: Rational): Rational {
  return a.n * b.d < b.n * a.d ? a : b;
}
