// Every built-in function: its signature, what it means, and its exact value on values known only in
// part. The one table; the checker, the interpreter, completion and the reference all read it.
import { absoluteRange, mapMonotone, maximumOfRanges, minimumOfRanges } from '../types/range.ts';
import type { Range } from '../types/range.ts';
import {
  EVERYTHING,
  closed,
  divideRanges,
  point,
  pointOf,
  subtractRanges,
} from '../types/range.ts';
import { powerOfRange, rootOfRange } from '../types/powers.ts';
import * as Q from '../number/rational.ts';
import { achievementOf, isMet } from '../types/target.ts';
import { monthOf, yearOf } from '../types/date.ts';
import type { Value } from '../types/value.ts';
import { UNDECIDED, booleanValue, rangeValue } from '../types/value.ts';

/** What an argument must be. `like-first`: a number of the first argument's dimensions. */
export type ParameterKind =
  | 'number'
  | 'like-first'
  | 'date'
  | 'target'
  | 'actual'
  | 'achievement-reading'
  /** A fixed whole number from 2, or any fixed whole number. */
  | 'root-degree'
  | 'exponent';

/**
 * What comes out: a number of the first argument's unit, a plain one, a percentage, a truth value, or
 * a number whose unit is the first argument's taken to a power.
 */
type ResultKind = 'like-first' | 'plain' | 'percentage' | 'integer' | 'boolean' | 'root' | 'power';

export interface Builtin {
  readonly parameters: readonly { readonly name: string; readonly kind: ParameterKind }[];
  /** The last parameter may be repeated. */
  readonly variadic: boolean;
  readonly result: ResultKind;
  readonly zhName: string;
  readonly about: { readonly en: string; readonly zh: string };
  readonly apply: (values: readonly Value[]) => Value;
}

/** Greater degrees and exponents are no one's rule, and their figures grow without bound. */
export const MOST_EXPONENT = 64;

/** The words for the third argument of `achievement`. */
export const ACHIEVEMENT_READINGS = { capped: '封顶', uncapped: '不封顶' } as const;

function rangeOf(value: Value | undefined): Range {
  if (value?.kind !== 'number' && value?.kind !== 'date')
    throw new Error('a number was expected here');
  return value.range;
}

// Degrees and exponents are fixed whole numbers, as the checker sees to.
function wholeIn(value: Value | undefined): number | undefined {
  const figure = pointOf(rangeOf(value));
  return figure && Number(figure.n);
}

function extremum(pick: (a: Range, b: Range) => Range) {
  return (values: readonly Value[]): Value => {
    const [first, ...rest] = values.map(rangeOf);
    if (first === undefined) throw new Error('at least one number was expected here');
    return rangeValue(rest.reduce(pick, first));
  };
}

// The calendar repeats every 146 097 days, which are 400 years.
const CYCLE = Q.rational(146_097);
const YEARS_IN_CYCLE = Q.rational(400);

function yearOfDay(day: Q.Rational): Q.Rational {
  const cycle = Q.floor(Q.divide(day, CYCLE));
  return Q.add(Q.multiply(cycle, YEARS_IN_CYCLE), Q.rational(yearOf(dayOfCycle(day))));
}

function dayOfCycle(day: Q.Rational): number {
  const cycle = Q.floor(Q.divide(day, CYCLE));
  return Number(Q.subtract(day, Q.multiply(cycle, CYCLE)).n);
}

const MONTHS = { ...closed(Q.ONE, Q.rational(12)), integer: true };

function targetAndActual(values: readonly Value[]) {
  const [target, actual] = values;
  if (target?.kind !== 'target' || actual?.kind !== 'actual')
    throw new Error('a target and an actual value were expected here');
  return target.target && actual.actual
    ? { target: target.target, actual: actual.actual }
    : undefined;
}

function achievement(values: readonly Value[]): Value {
  const reading = values[2];
  const capped = !(reading?.kind === 'text' && reading.text === 'uncapped');
  const known = targetAndActual(values);
  const ratio = known && achievementOf(known.target, known.actual, capped);
  if (ratio) return rangeValue(point(ratio));
  // Where only a person can say, an amount may still have been exceeded; words and dates cannot be.
  const isAmount =
    known === undefined || (known.target.kind === 'amount' && known.actual.kind === 'amount');
  if (capped || !isAmount) return rangeValue(closed(Q.ZERO, Q.ONE));
  return rangeValue({ low: { value: Q.ZERO, open: false }, high: undefined, integer: false });
}

export const builtins = {
  min: {
    parameters: [
      { name: 'a', kind: 'number' },
      { name: 'b', kind: 'like-first' },
    ],
    variadic: true,
    result: 'like-first',
    zhName: '较小值',
    about: { en: 'the smallest of its arguments', zh: '各参数中最小的一个' },
    apply: extremum(minimumOfRanges),
  },
  max: {
    parameters: [
      { name: 'a', kind: 'number' },
      { name: 'b', kind: 'like-first' },
    ],
    variadic: true,
    result: 'like-first',
    zhName: '较大值',
    about: { en: 'the largest of its arguments', zh: '各参数中最大的一个' },
    apply: extremum(maximumOfRanges),
  },
  abs: {
    parameters: [{ name: 'a', kind: 'number' }],
    variadic: false,
    result: 'like-first',
    zhName: '绝对值',
    about: { en: 'the distance from 0', zh: '与 0 的距离' },
    apply: (values) => rangeValue(absoluteRange(rangeOf(values[0]))),
  },
  floor: {
    parameters: [{ name: 'a', kind: 'number' }],
    variadic: false,
    result: 'integer',
    zhName: '取整数部分',
    about: {
      en: 'the largest whole number that is not above a plain number',
      zh: '不大于该数的最大整数',
    },
    apply: (values) => rangeValue(wholeRange(rangeOf(values[0]), 'floor')),
  },
  ceiling: {
    parameters: [{ name: 'a', kind: 'number' }],
    variadic: false,
    result: 'integer',
    zhName: '进位取整',
    about: {
      en: 'the smallest whole number that is not below a plain number',
      zh: '不小于该数的最小整数',
    },
    apply: (values) => rangeValue(wholeRange(rangeOf(values[0]), 'ceiling')),
  },
  year: {
    parameters: [{ name: 'date', kind: 'date' }],
    variadic: false,
    result: 'integer',
    zhName: '年份',
    about: { en: 'the calendar year of a date', zh: '日期所在年份' },
    apply: (values) => rangeValue(mapMonotone(rangeOf(values[0]), yearOfDay, true)),
  },
  month: {
    parameters: [{ name: 'date', kind: 'date' }],
    variadic: false,
    result: 'integer',
    zhName: '月份',
    about: { en: 'the calendar month of a date, 1 to 12', zh: '日期所在月份，1 至 12' },
    apply: (values) => {
      const day = pointOf(rangeOf(values[0]));
      return rangeValue(day ? point(Q.rational(monthOf(dayOfCycle(day)))) : MONTHS);
    },
  },
  met: {
    parameters: [
      { name: 'target', kind: 'target' },
      { name: 'actual', kind: 'actual' },
    ],
    variadic: false,
    result: 'boolean',
    zhName: '达标',
    about: {
      en: 'whether an actual value reaches its target; undecided where only a person can say',
      zh: '实际值是否达到目标值；须由人判断的，保持未定',
    },
    apply: (values) => {
      const known = targetAndActual(values);
      const met = known && isMet(known.target, known.actual);
      return met === undefined ? UNDECIDED : booleanValue(met);
    },
  },
  achievement: {
    parameters: [
      { name: 'target', kind: 'target' },
      { name: 'actual', kind: 'actual' },
      { name: 'reading', kind: 'achievement-reading' },
    ],
    variadic: false,
    result: 'plain',
    zhName: '完成度',
    about: {
      en: 'how far an actual value reaches its target, as a ratio; `capped` stops at 1, `uncapped` does not',
      zh: '实际值相对目标值的完成程度（比率）；“封顶”以 1 为限，“不封顶”不设上限',
    },
    apply: achievement,
  },
  root: {
    parameters: [
      { name: 'x', kind: 'number' },
      { name: 'n', kind: 'root-degree' },
    ],
    variadic: false,
    result: 'root',
    zhName: '开方',
    about: {
      en: 'the root of degree n of a figure that is never negative: 2 for the square root; exact also where it is irrational',
      zh: '非负数的 n 次方根，n 为 2 即平方根；是无理数时也精确判断',
    },
    apply: (values) => rangeValue(rootOfRange(rangeOf(values[0]), wholeIn(values[1]) ?? 2)),
  },
  power: {
    parameters: [
      { name: 'x', kind: 'number' },
      { name: 'n', kind: 'exponent' },
    ],
    variadic: false,
    result: 'power',
    zhName: '乘方',
    about: {
      en: 'x multiplied n times; n is a fixed whole number',
      zh: 'x 的 n 次方，n 为固定整数',
    },
    apply: (values) => rangeValue(powerOfRange(rangeOf(values[0]), wholeIn(values[1]) ?? 1)),
  },
  growth: {
    parameters: [
      { name: 'now', kind: 'number' },
      { name: 'before', kind: 'like-first' },
    ],
    variadic: false,
    result: 'percentage',
    zhName: '同比增长',
    about: {
      en: '(now − before) / before, for a base that is always above 0',
      zh: '（本期 − 上期）/ 上期，上期须恒大于 0',
    },
    apply: (values) => {
      const ratio = divideRanges(rangeOf(values[0]), rangeOf(values[1])) ?? EVERYTHING;
      return rangeValue(subtractRanges(ratio, point(Q.ONE)));
    },
  },
} as const satisfies Record<string, Builtin>;

export type BuiltinName = keyof typeof builtins;

function wholeRange(range: Range, direction: 'floor' | 'ceiling'): Range {
  const mapped = mapMonotone(range, direction === 'floor' ? Q.floor : Q.ceiling, true);
  if (range.irrational) return mapped;
  // An open end on a whole number is never reached: figures just inside it belong to the next one.
  if (direction === 'floor' && range.high?.open && Q.isInteger(range.high.value))
    return { ...mapped, high: { value: Q.subtract(range.high.value, Q.ONE), open: false } };
  if (direction === 'ceiling' && range.low?.open && Q.isInteger(range.low.value))
    return { ...mapped, low: { value: Q.add(range.low.value, Q.ONE), open: false } };
  return mapped;
}
