// What goes by the order of figures: medians, quantiles, trimming and places, against plain counting.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { WorkedOut } from '../../src/interpret/environment.ts';
import { createInterpreter } from '../../src/interpret/interpreter.ts';
import type { Environment, Problem } from '../../src/interpret/interpreter.ts';
import type { Expression, RankOrder, RankTies } from '../../src/model/expression.ts';
import * as Q from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { closed, contains, point, pointOf } from '../../src/types/range.ts';
import type { Range } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import { FALSE, TRUE, UNDECIDED, rangeValue } from '../../src/types/value.ts';
import { BOOLEAN } from '../../src/types/type.ts';
import type { num } from '../model-builder.ts';
import {
  aggregate,
  cohort,
  environmentOver,
  interpreterAmong,
  own,
  q,
  quantileAt,
  rank,
  ref,
  showRange,
  sub,
  without,
} from '../model-builder.ts';

interface Department {
  readonly x: Range;
  readonly counts: Value;
}

type Figure = 'sum' | 'mean' | 'min' | 'max' | 'median' | 'product' | 'variance' | 'quantile';

const among = (departments: readonly Department[]) => {
  const problems: Problem[] = [];
  const interpreter = interpreterAmong(
    departments.map(({ x, counts }) => ({
      values: { x: rangeValue(x), p: counts },
      onProblem: (problem) => problems.push(problem),
    })),
  );
  return { interpreter, problems };
};
const known = (...figures: readonly string[]): Department[] =>
  figures.map((figure) => ({ x: point(q(figure)), counts: TRUE }));

function valueOf(departments: readonly Department[], expression: ReturnType<typeof num>): string {
  const { interpreter, problems } = among(departments);
  const range = interpreter.range(expression);
  return problems[0]?.kind ?? showRange(range).replace(/^\[(.*), \1\]n?$/, '$1');
}

// ---- plain counting

function middle(inOrder: readonly Rational[], share: Rational): Rational {
  const place = Q.multiply(share, Q.rational(inOrder.length - 1));
  const below = Number(Q.floor(place).n);
  const [low, high] = [inOrder[below] ?? Q.ZERO, inOrder[below + 1] ?? Q.ZERO];
  const weight = Q.subtract(place, Q.rational(below));
  return Q.add(low, Q.multiply(weight, Q.subtract(high, low)));
}

function counted(name: Figure, figures: readonly Rational[], share: Rational): Rational {
  const inOrder = [...figures].sort(Q.compare);
  const sum = Q.sum(inOrder);
  const mean = Q.divide(sum, Q.rational(inOrder.length));
  switch (name) {
    case 'sum':
      return sum;
    case 'mean':
      return mean;
    case 'min':
      return inOrder[0] ?? Q.ZERO;
    case 'max':
      return inOrder.at(-1) ?? Q.ZERO;
    case 'median':
      return middle(inOrder, q('1/2'));
    case 'product':
      return inOrder.reduce(Q.multiply, Q.ONE);
    case 'variance': {
      const squares = inOrder.map((figure) => {
        const distance = Q.subtract(figure, mean);
        return Q.multiply(distance, distance);
      });
      return Q.divide(Q.sum(squares), Q.rational(inOrder.length));
    }
    case 'quantile':
      return middle(inOrder, share);
    default:
      return name satisfies never;
  }
}

function placeOf(
  mine: Rational,
  rivals: readonly Rational[],
  order: RankOrder,
  ties: RankTies,
): Rational {
  const sign = order === 'highest' ? 1 : -1;
  const ahead = rivals.filter((figure) => Q.compare(figure, mine) * sign > 0);
  const level = rivals.filter((figure) => Q.equal(figure, mine)).length;
  const first = ahead.length + 1;
  switch (ties) {
    case 'best':
      return Q.rational(first);
    case 'worst':
      return Q.rational(first + level);
    case 'average':
      return Q.rational(2 * first + level, 2);
    case 'dense':
      return Q.rational(new Set(ahead.map(({ n, d }) => `${n}/${d}`)).size + 1);
    default:
      return ties satisfies never;
  }
}

// ---- random cohorts, known by range, and a completion of each

const figure = fc.constantFrom('0', '1', '2', '3', '4', '-2', '1/2', '5/2').map(q);
const completed = fc
  .tuple(figure, figure, fc.constantFrom(0, 1, 2), fc.constantFrom(TRUE, UNDECIDED), fc.boolean())
  .map(([a, b, which, counts, passes]) => {
    const [low, high] = [Q.minimum(a, b), Q.maximum(a, b)];
    const x = [low, high, Q.divide(Q.add(low, high), q(2))][which] ?? low;
    return {
      department: { x: which === 0 && passes ? point(low) : closed(low, high), counts },
      x,
      passes: passes || counts === TRUE,
    };
  });
const cohorts = fc.array(completed, { minLength: 1, maxLength: 6 });
const functions = fc.constantFrom<Figure>(
  'sum',
  'mean',
  'min',
  'max',
  'median',
  'product',
  'variance',
  'quantile',
);
const shares = fc.constantFrom('0', '1/4', '1/3', '1/2', '9/10', '1');
const flag = ref('p', BOOLEAN);

describe('figures in order', () => {
  test.prop([cohorts, functions, fc.nat({ max: 2 }), fc.nat({ max: 2 }), shares], {
    numRuns: 1500,
  })('hold every completion, and are exact once all is known', (all, name, high, low, share) => {
    const expression = aggregate(name, cohort(), ref('x'), flag, {
      ...(high + low > 0 ? without(high, low) : {}),
      ...(name === 'quantile' ? quantileAt(share, 'interpolated') : {}),
    });
    const taken = all.filter(({ passes }) => passes).map(({ x }) => x);
    const left = taken.sort(Q.compare).slice(low, Math.max(0, taken.length - high));
    if (left.length === 0) return;
    const result = counted(name, left, q(share));
    const exact = among(
      all.map(({ x, passes }) => ({ x: point(x), counts: passes ? TRUE : FALSE })),
    ).interpreter.range(expression);
    expect(pointOf(exact)).toEqual(result);
    const range = among(all.map(({ department }) => department)).interpreter.range(expression);
    expect([showRange(range), contains(range, result)]).toEqual([showRange(range), true]);
  });

  test.prop([cohorts, functions, fc.nat({ max: 1 }), fc.nat({ max: 1 })], { numRuns: 500 })(
    'reach both ends where more of one figure never makes less of the whole',
    (all, name, high, low) => {
      if (name === 'product' || name === 'variance' || all.length <= high + low) return;
      const expression = aggregate(name, cohort(), ref('x'), undefined, {
        ...(high + low > 0 ? without(high, low) : {}),
        ...(name === 'quantile' ? quantileAt('1/3', 'nearest') : {}),
      });
      const at = (end: 'low' | 'high') =>
        among(
          all.map(({ department: { x } }) => ({
            x: point(x[end]?.value ?? Q.ZERO),
            counts: TRUE,
          })),
        ).interpreter.range(expression);
      const range = among(all.map(({ department }) => department)).interpreter.range(expression);
      expect([range.low?.value, range.high?.value]).toEqual([
        pointOf(at('low')),
        pointOf(at('high')),
      ]);
    },
  );

  test('are read as spreadsheets read them', () => {
    const four = known('1', '2', '3', '10');
    const at = (share: string, reading: 'interpolated' | 'nearest') =>
      valueOf(
        four,
        aggregate('quantile', cohort(), ref('x'), undefined, quantileAt(share, reading)),
      );
    expect(at('25%', 'interpolated')).toBe('7/4');
    expect(at('25%', 'nearest')).toBe('1');
    expect(at('26%', 'nearest')).toBe('2');
    expect(at('1', 'nearest')).toBe('10');
    expect(valueOf(four, aggregate('median', cohort(), ref('x')))).toBe('5/2');
    expect(valueOf(four, aggregate('variance', cohort(), ref('x')))).toBe('25/2');
    expect(valueOf(four, aggregate('mean', cohort(), ref('x'), undefined, without(1, 1)))).toBe(
      '5/2',
    );
  });

  test('leave something, or say that they may not', () => {
    const trimmed = aggregate('mean', cohort(), ref('x'), undefined, without(1, 1));
    expect(valueOf(known('1', '2'), trimmed)).toBe('possibly-empty');
    expect(valueOf(known('1', '2', '5'), trimmed)).toBe('2');
    const negative = aggregate('sum', cohort(), ref('x'), undefined, without(-1, 0));
    expect(valueOf(known('1', '2'), negative)).toBe('trimming-negative');
    const sum = (...cuts: readonly [number, number]) =>
      aggregate('sum', cohort(), ref('x'), undefined, without(...cuts));
    expect(valueOf(known('1', '2'), sum(1, 1))).toBe('0');
    expect(valueOf(known('1', '2', '4'), sum(0, 2))).toBe('4');
    expect(valueOf(known('1', '2', '4'), sum(2, 3))).toBe('0');
    const alone = aggregate('min', cohort('others'), ref('x'));
    expect(valueOf(known('1'), alone)).toBe('possibly-empty');
  });
});

describe('a place', () => {
  const orders = fc.constantFrom<RankOrder>('highest', 'lowest');
  const ties = fc.constantFrom<RankTies>('best', 'worst', 'average', 'dense');

  test.prop([cohorts, orders, ties], { numRuns: 1500 })(
    'holds every completion, and is exact once all is known',
    (all, order, how) => {
      const expression = rank(ref('x'), order, how, flag);
      const [mine, ...rivals] = all;
      if (mine === undefined) return;
      const others = rivals.filter(({ passes }) => passes).map(({ x }) => x);
      const result = placeOf(mine.x, others, order, how);
      const exact = among(
        all.map(({ x, passes }) => ({ x: point(x), counts: passes ? TRUE : FALSE })),
      ).interpreter.range(expression);
      expect(pointOf(exact)).toEqual(result);
      const range = among(all.map(({ department }) => department)).interpreter.range(expression);
      expect([showRange(range), contains(range, result)]).toEqual([showRange(range), true]);
    },
  );

  test('goes by the tie rule', () => {
    const place = (how: RankTies, ...figures: string[]) =>
      valueOf(known(...figures), rank(ref('x'), 'highest', how));
    const rivals = ['9', '8', '7'];
    expect(place('best', '8', ...rivals)).toBe('2');
    expect(place('worst', '8', ...rivals)).toBe('3');
    expect(place('average', '8', ...rivals)).toBe('5/2');
    expect(place('dense', '7', ...rivals, '9', '8')).toBe('3');
  });

  test('lies between the rivals certainly ahead and those possibly ahead', () => {
    const departments: Department[] = [
      { x: closed(q(5), q(6)), counts: TRUE },
      ...known('9', '1'),
      { x: closed(q(0), q(10)), counts: TRUE },
      { x: point(q(6)), counts: TRUE },
      { x: point(q(8)), counts: UNDECIDED },
    ];
    const place = (how: RankTies) => valueOf(departments, rank(ref('x'), 'highest', how, flag));
    expect(place('best')).toBe('[2, 5]n');
    expect(place('worst')).toBe('[3, 5]n');
    expect(place('average')).toBe('[5/2, 5]');
    expect(place('dense')).toBe('[2, 5]n');
  });

  test('counts the department that does not pass the filter itself', () => {
    const [mine, ...others] = known('1', '2', '3');
    const departments = [{ x: mine?.x ?? point(Q.ZERO), counts: FALSE }, ...others];
    expect(valueOf(departments, rank(ref('x'), 'highest', 'best', flag))).toBe('3');
  });
});

describe('the department being scored', () => {
  test('is one of the cohort and none of the others', () => {
    const three = known('4', '6', '8');
    expect(valueOf(three, aggregate('sum', cohort(), ref('x')))).toBe('18');
    expect(valueOf(three, aggregate('sum', cohort('others'), ref('x')))).toBe('14');
    const distance = aggregate('sum', cohort(), sub(ref('x'), own(ref('x'))));
    expect(valueOf(three, distance)).toBe('6');
  });

  test('has its own view in what another works out from the cohort', () => {
    // Each department's distance to its best rival: 8 − 4, 8 − 6, 6 − 8.
    const best = aggregate('max', cohort('others'), ref('x'));
    const gaps = aggregate('sum', cohort(), sub(best, ref('x')));
    expect(valueOf(known('4', '6', '8'), gaps)).toBe('4');
  });
});

describe('what is read of departments', () => {
  const read = (isTold?: (input: string) => boolean) => {
    const told = new Set<string>();
    const environmentOf = (name: string): Environment => ({
      ...environmentOver({ values: { x: rangeValue(point(q(name))), y: rangeValue(point(q(1))) } }),
      ...(isTold ? { isTold } : {}),
      onRead: (input) => told.add(`${name} itself ${input}`),
      onReadOf: (member, input) => told.add(`${name} of ${member} ${input}`),
      cohort: () => ({
        own: { name, environment: environmentOf(name) },
        others: names
          .filter((other) => other !== name)
          .map((other) => ({ name: other, environment: environmentOf(other) })),
        further: undefined,
        workedOut,
      }),
    });
    const names = ['1', '2', '3'];
    const workedOut = new Map<Expression, WorkedOut>();
    const lowest = aggregate('min', cohort(), ref('x'));
    for (const name of ['1', '2'])
      createInterpreter(environmentOf(name)).range(sub(lowest, ref('y')));
    return [...told].sort();
  };

  test('is told with whose it is, also where it was worked out for another before', () => {
    expect(read()).toEqual([
      '1 itself x',
      '1 itself y',
      '1 of 2 x',
      '1 of 3 x',
      '2 itself x',
      '2 itself y',
      '2 of 1 x',
      '2 of 3 x',
    ]);
  });

  test('is told of others only where they say so', () => {
    expect(read(() => false)).toEqual(['1 itself x', '1 itself y', '2 itself x', '2 itself y']);
  });
});
