// Solving for the values of one figure that give a wanted score.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fittedPreimages, simplestBetween } from '../../src/analyze/fit.ts';
import { roundestIn } from '../../src/analyze/roundest.ts';
import { solve } from '../../src/analyze/solve.ts';
import type { Solution } from '../../src/analyze/solve.ts';
import { agreement, targetOf } from '../../src/analyze/published.ts';
import type { Expression } from '../../src/model/expression.ts';
import {
  ONE,
  add,
  compare,
  equal,
  multiply,
  rational,
  subtract,
} from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { round } from '../../src/number/rounding.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { contains, point, pointOf, roundRange } from '../../src/types/range.ts';
import type { Range } from '../../src/types/range.ts';
import { rangeValue } from '../../src/types/value.ts';
import {
  add as plus,
  call,
  div,
  gt,
  input,
  interpreterOver,
  mul,
  q,
  r,
  ref,
  sub,
  tiers,
  when,
} from '../model-builder.ts';
import { show } from '../evaluate/framework-builder.ts';

const CENT = { step: q('0.01'), mode: 'half-up' } as const;

/** Solves `rule`, rounded to 0.01, for the input x. */
function solved(rule: Expression, wanted: string, domain: string, scale = ONE): Solution[] {
  const at = (values: Range): Range =>
    interpreterOver({ inputs: [input('x')], values: { x: rangeValue(values) } }).range(rule);
  const target = targetOf(q(wanted), wanted, true);
  const half = q('0.005');
  return solve({
    judge: (values) => agreement(roundRange(at(values), CENT), target),
    exact: (value) => pointOf(at(point(value))),
    thresholds: [subtract(q(wanted), half), add(q(wanted), half)],
    domain: r(domain),
    scale,
  });
}

const ranges = (solutions: readonly Solution[]) =>
  solutions.map(({ range, exact }) => `${show(range)}${exact ? '' : ' or so'}`);
const x = ref('x');

describe('the values that give a score', () => {
  it('are exact on a straight line', () => {
    expect(ranges(solved(mul(x, 6), '5.88', '[0, 1]'))).toEqual(['[47/48, 1177/1200)']);
  });

  it('are exact on a quotient', () => {
    expect(ranges(solved(div(3, x), '0.5', '(0, )'))).toEqual(['(600/101, 200/33]']);
  });

  it('are exact where the figure stands on both sides of a quotient', () => {
    const share = div(x, plus(x, 14));
    expect(ranges(solved(share, '0.22', '[0, )'))).toEqual(['[602/157, 126/31)']);
  });

  it('stop where a table jumps', () => {
    const rate = tiers(
      x,
      [
        ['>= 90%', 1],
        ['>= 75%', '0.7'],
        ['>= 60%', '0.4'],
      ],
      0,
    );
    expect(ranges(solved(rate, '0.7', '[0, 1]'))).toEqual(['[0.75, 0.9)']);
    expect(ranges(solved(rate, '1', '[0, 1]'))).toEqual(['[0.9, 1]']);
    expect(ranges(solved(rate, '0.5', '[0, 1]'))).toEqual([]);
  });

  it('stop where a table jumps at no round figure', () => {
    const rate = tiers(div(x, 7), [['>= 1/3', 1]], 0);
    expect(ranges(solved(rate, '1', '[0, 100]'))).toEqual(['[7/3, 100]']);
  });

  it('may lie apart', () => {
    const distance = call('abs', sub(x, 10));
    expect(ranges(solved(distance, '2', '[0, 100]'))).toEqual([
      '(7.995, 8.005]',
      '[11.995, 12.005)',
    ]);
  });

  it('may be a single figure beside none', () => {
    const rule = when([[gt(x, 1), 0]], x);
    expect(ranges(solved(rule, '1', '[0, 5]'))).toEqual(['[0.995, 1]']);
  });

  it('reach without end where the score does', () => {
    const capped = call('min', x, 2);
    expect(ranges(solved(capped, '2', '[0, )'))).toEqual(['[1.995, )']);
    expect(ranges(solved(capped, '3', '[0, )'))).toEqual([]);
  });

  it('are whole where only whole figures are allowed', () => {
    expect(ranges(solved(mul(div(x, 48), 6), '5.88', '[0, 48]n'))).toEqual(['47']);
    expect(ranges(solved(call('max', sub(8, mul(x, 4)), 0), '0', '[0, )n'))).toEqual(['[2, )']);
  });

  it('are only enclosed at an end that is no fraction', () => {
    const [solution, ...others] = solved(mul(x, x), '2', '[0, 10]');
    expect([solution?.exact, others]).toEqual([false, []]);
    const { low, high } = solution?.range ?? {};
    if (!low || !high) throw new Error('no range');
    // √1.995 and √2.005.
    expect(compare(multiply(low.value, low.value), q('1.995'))).toBe(-1);
    expect(compare(multiply(high.value, high.value), q('2.005'))).toBe(1);
    expect(compare(subtract(high.value, low.value), q('0.00354'))).toBe(-1);
  });
});

test.prop([
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 600 }),
  fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 20, maxLength: 20 }),
])('a solution holds exactly the figures that give the score', (slope, limit, wanted, probes) => {
  const rule = call('max', 0, sub(6, mul(slope, call('max', 0, sub(x, q2(limit))))));
  const text = formatExact(rational(wanted, 100));
  const solutions = solved(rule, text, '[0, 5]');
  for (const probe of probes) {
    const figure = rational(probe, 1000);
    const score = pointOf(
      interpreterOver({ inputs: [input('x')], values: { x: rangeValue(point(figure)) } }).range(
        rule,
      ),
    );
    const gives = score !== undefined && equal(round(score, CENT), q(text));
    expect(solutions.some(({ range }) => contains(range, figure))).toBe(gives);
  }
  expect(solutions.every(({ exact }) => exact)).toBe(true);
});

function q2(hundredths: number): string {
  return formatExact(rational(hundredths, 100));
}

describe('fitting', () => {
  it('finds where a line and a quotient pass through a figure', () => {
    expect(fittedPreimages((v) => multiply(v, q(2)), q(0), q(1), [q(1)])).toEqual([q('1/2')]);
    const inverse = (v: Rational) => rational(v.d, v.n);
    expect(fittedPreimages(inverse, q(1), q(10), [q('1/3')])).toEqual([q(3)]);
    expect(fittedPreimages(() => q(1), q(0), q(1), [q(1)])).toEqual([]);
    expect(fittedPreimages(() => undefined, q(0), q(1), [q(1)])).toEqual([]);
  });

  it('knows the simplest fraction on a stretch', () => {
    expect(simplestBetween(q('0.33'), q('0.34'))).toEqual(q('1/3'));
    expect(simplestBetween(q('-0.34'), q('-0.33'))).toEqual(q('-1/3'));
    expect(simplestBetween(q('2.9'), q('3.1'))).toEqual(q(3));
    expect(simplestBetween(q(0), q('1/10'))).toEqual(q('1/11'));
    expect(simplestBetween(q(2), q(3))).toEqual(q('5/2'));
  });
});

describe('the roundest figure', () => {
  it.each([
    ['(0.1535, 0.1545]', '0.01', '0.154'],
    ['[0.9, 1]', '0.01', '1'],
    ['[6514071, 6596009)', '10000', '6560000'],
    ['(0, 0.05)', '1', '0.03'],
    ['[7, 7]', '1', '7'],
    ['[3.2, )', '1', '4'],
    ['(, -0.5]', '1', '-2'],
    ['(, )', '1', '0'],
  ])('of %s in units of %s is %s', (range, scale, roundest) => {
    expect(formatExact(roundestIn(r(range), q(scale)))).toBe(roundest);
  });
});
