// The words and symbols in which people read expressions, in both languages.
import type { AggregateFunction, ComparisonOperator } from '../model/expression.ts';
import type { RoundingMode } from '../number/rounding.ts';

export const COMPARISONS: Readonly<Record<ComparisonOperator, string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

export const ARITHMETIC = { '+': '+', '-': '−', '*': '×', '/': '/' } as const;

export const AGGREGATES: Readonly<
  Record<AggregateFunction, { readonly en: string; readonly zh: string }>
> = {
  sum: { en: 'sum', zh: '求和' },
  mean: { en: 'mean', zh: '平均' },
  min: { en: 'min', zh: '最小' },
  max: { en: 'max', zh: '最大' },
  count: { en: 'count', zh: '计数' },
  all: { en: 'all', zh: '全部' },
  any: { en: 'any', zh: '任一' },
  median: { en: 'median', zh: '中位数' },
  product: { en: 'product', zh: '连乘' },
  variance: { en: 'variance', zh: '方差' },
  quantile: { en: 'quantile', zh: '分位数' },
};

export const MODES: Readonly<Record<RoundingMode, { readonly en: string; readonly zh: string }>> = {
  'half-up': { en: 'half up', zh: '四舍五入' },
  'half-even': { en: 'half even', zh: '四舍六入五成双' },
  up: { en: 'up', zh: '进一' },
  down: { en: 'down', zh: '舍去' },
};

export const WORDS = {
  en: {
    and: 'and',
    or: 'or',
    not: 'not ',
    in: 'in',
    if: 'if ',
    then: ' then ',
    else: ' else ',
    over: ' over ',
    where: ' where ',
    each: 'each',
    cohort: 'cohort',
    others: 'others',
    own: 'own',
    withoutHighest: ' without highest ',
    withoutLowest: ' without lowest ',
    at: ' at ',
    interpolated: ' interpolated',
    nearest: ' nearest',
    rank: 'rank',
    highest: 'highest first',
    lowest: 'lowest first',
    best: 'ties share best rank',
    worst: 'ties share worst rank',
    average: 'ties share average rank',
    dense: 'ties without gaps',
    tiers: 'table of',
    comma: ', ',
  },
  zh: {
    and: '且',
    or: '或',
    not: '非 ',
    in: '属于',
    if: '若 ',
    then: ' 则 ',
    else: ' 否则 ',
    over: ' 于 ',
    where: ' 其中 ',
    each: '每项',
    cohort: '全体单位',
    others: '其他单位',
    own: '本单位',
    withoutHighest: ' 去最高 ',
    withoutLowest: ' 去最低 ',
    at: ' 处于 ',
    interpolated: ' 按插值',
    nearest: ' 按位次',
    rank: '名次',
    highest: '从高到低',
    lowest: '从低到高',
    best: '并列取前',
    worst: '并列取后',
    average: '并列取平均',
    dense: '并列不跳位',
    tiers: '分档',
    comma: '，',
  },
} as const;
