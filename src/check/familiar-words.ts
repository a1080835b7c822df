// Words that people know from spreadsheets and forms → what the language writes for them: units in the
// place of types, other names of types and of functions.
import { MONEY_UNITS } from '../types/unit.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ...['是否', '布尔', '布尔值', '真假', '判断'].map((word) => [word, '是或否'] as const),
  ...['bool', 'boolean', 'Boolean'].map((word) => [word, 'yes or no'] as const),
  ...['百分数', '百分率', '比例', '比率', '率'].map((word) => [word, '百分比'] as const),
  ...['percentage', 'Percent', 'rate'].map((word) => [word, 'percent'] as const),
  ...['数字', '小数', '实数'].map((word) => [word, '数'] as const),
  ...['float', 'decimal', 'Number'].map((word) => [word, 'number'] as const),
  ...['文字', '字符串', '字符'].map((word) => [word, '文本'] as const),
  ...['string', 'String'].map((word) => [word, 'text'] as const),
  ...['时间', '年月日'].map((word) => [word, '日期'] as const),
  ...['int', 'Integer'].map((word) => [word, 'integer'] as const),
]);

/** What people count in; the language lets any word be one, behind `count of`. */
const COUNTED: ReadonlySet<string> = new Set(
  '次 项 个 家 件 人 户 人次 篇 名 起 处 场 份 部 条 座 台 套 批 天 所 支 宗'.split(' '),
);

const AREAS_AND_LENGTHS: ReadonlySet<string> = new Set(
  '平方米 亩 公里 千米 米 公顷 吨 千克 公斤 小时 度 立方米'.split(' '),
);

/** How a word that is no type is written as one; undefined for a word that nobody knows. */
export function typeMeantBy(word: string): string | undefined {
  if (MONEY_UNITS.has(word)) return `金额 ${word}`;
  if (COUNTED.has(word)) return `计数 ${word}`;
  if (AREAS_AND_LENGTHS.has(word)) return `数值 ${word}`;
  return TYPES.get(word);
}

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['最小值', '较小值'],
  ['取小', '较小值'],
  ['最大值', '较大值'],
  ['取大', '较大值'],
  ['sqrt', 'root'],
  ['int', 'floor'],
  ['rounddown', 'floor'],
  ['roundup', 'ceiling'],
]);

/** The function that a word is another name of. */
export function functionMeantBy(name: string): string | undefined {
  return SYNONYMS.get(name.toLowerCase());
}
