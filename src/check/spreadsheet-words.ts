// Functions of spreadsheets, and what says the same here.
import type { Words } from '../diagnostics/message.ts';

const ROUNDED: Words = { en: '(x rounded to STEP half up)', zh: '(x 保留到 STEP 四舍五入)' };
const LOOKED_UP: Words = {
  en: 'tiers of x { A : 1  B : 2 }',
  zh: '分档 x { 甲 : 1  乙 : 2 }',
};
const MEAN: Words = { en: 'mean of L', zh: '平均 L' };
const LARGEST: Words = { en: 'max(a, b)', zh: '较大值(a, b)' };
const SMALLEST: Words = { en: 'min(a, b)', zh: '较小值(a, b)' };

const FUNCTIONS: ReadonlyMap<string, Words> = new Map([
  ['if', { en: 'if C then a else b', zh: '若 C 则 a 否则 b' }],
  [
    'ifs',
    {
      en: 'when C : a  otherwise when D : b  otherwise : c',
      zh: '当 C : a  其余当 D : b  其余 : c',
    },
  ],
  ['iferror', { en: 'when … = 0 : a  otherwise : b', zh: '当 … = 0 : a  其余 : b' }],
  ['max', LARGEST],
  ['最大值', LARGEST],
  ['min', SMALLEST],
  ['最小值', SMALLEST],
  ['round', ROUNDED],
  ['四舍五入', ROUNDED],
  ['roundup', { en: '(x rounded to STEP up)', zh: '(x 保留到 STEP 进一)' }],
  ['rounddown', { en: '(x rounded to STEP down)', zh: '(x 保留到 STEP 舍去)' }],
  ['trunc', { en: '(x rounded to STEP down)', zh: '(x 保留到 STEP 舍去)' }],
  ['int', { en: 'floor(x)', zh: '取整数部分(x)' }],
  ['sum', { en: 'sum of L', zh: '求和 L' }],
  ['average', MEAN],
  ['avg', MEAN],
  ['mean', MEAN],
  ['平均值', MEAN],
  ['median', { en: 'median of L', zh: '中位数 L' }],
  ['count', { en: 'count of L', zh: '计数 L' }],
  ['countif', { en: 'count of L where C', zh: '计数 L 其中 C' }],
  ['sumif', { en: 'sum of x over L where C', zh: '求和 x 于 L 其中 C' }],
  ['averageif', { en: 'mean of x over L where C', zh: '平均 x 于 L 其中 C' }],
  ['sumproduct', { en: 'sum of a * b over L', zh: '求和 a * b 于 L' }],
  [
    'rank',
    {
      en: 'rank of x over cohort highest first ties share best rank',
      zh: '名次 x 于 全体单位 从高到低 并列取前',
    },
  ],
  ['and', { en: 'A and B', zh: 'A 且 B' }],
  ['or', { en: 'A or B', zh: 'A 或 B' }],
  ['not', { en: 'not A', zh: '非 A' }],
  ['sqrt', { en: 'root(x, 2)', zh: '开方(x, 2)' }],
  ['pow', { en: 'power(x, 2)', zh: '乘方(x, 2)' }],
  ['abs', { en: 'abs(x)', zh: '绝对值(x)' }],
  ['vlookup', LOOKED_UP],
  ['lookup', LOOKED_UP],
  ['choose', LOOKED_UP],
  ['switch', LOOKED_UP],
]);

/** The places at which a function rounds where its call names none. */
const PLACES_LEFT_OUT = 0;
const MOST_PLACES = 9;

/**
 * What to write instead of a spreadsheet's function, whatever its case; undefined for other names.
 * `places` is the written number of decimal places of a function that rounds.
 */
export function spreadsheetWords(name: string, places?: number): Words | undefined {
  const words = FUNCTIONS.get(name.toLowerCase());
  if (words === undefined) return undefined;
  const step = stepOf(places);
  return { en: words.en.replace('STEP', step), zh: words.zh.replace('STEP', step) };
}

function stepOf(places = PLACES_LEFT_OUT): string {
  if (places <= 0 || places > MOST_PLACES) return '1';
  return `0.${'0'.repeat(places - 1)}1`;
}
