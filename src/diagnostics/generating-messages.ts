// Messages about targets: what a ruleset says that a query or a reader of columns cannot.
import type { Words } from './message.ts';
import { error } from './message.ts';

/** What a query cannot say. */
export type SqlConstruct = 'root' | 'target' | 'list' | 'cohort' | 'order' | 'unit' | 'length';

const sqlWords: Readonly<Record<SqlConstruct, Words>> = {
  root: {
    en: 'Roots are seldom fractions, and a database has no exact figure for them',
    zh: '开方的结果多半不是分数，数据库里没有精确表示',
  },
  target: {
    en: 'Targets and actual values in words are read by the program, not by a database',
    zh: '目标值和实际值是文字写法，由本程序识读，数据库不识',
  },
  list: {
    en: 'A list of any length, or one whose shape depends on the department, has no columns in a table',
    zh: '长度不定、或随部门而变的列表，在一张表里没有对应的列',
  },
  cohort: {
    en: 'A rule that compares departments needs all of them at once, which this query does not do',
    zh: '部门之间相比的规则要同时看到各部门，这种查询做不到',
  },
  order: {
    en: 'Medians, quantiles, figures without the highest or lowest, and the best of words that may be absent need entries in order',
    zh: '中位数、分位数、去掉最高最低后的数，以及可能缺席的词中的最好最差，都要先排序',
  },
  unit: {
    en: 'This unit does not come in decimal steps',
    zh: '这个单位不能按十进位细分',
  },
  length: {
    en: 'The query of this ruleset would be longer than a million characters, too long for a database to plan',
    zh: '这套规则的查询会超过一百万个字符，数据库难以执行',
  },
};

const WITHOUT_COLUMNS = {
  parts: { en: 'parts of it may be left out', zh: '其中有的部分可以不存在' },
  others: { en: 'it compares departments', zh: '它在部门之间比较' },
  roots: { en: 'it takes roots', zh: '它要开方' },
} as const;

export const generatingMessages = {
  'not-in-sql': error<{ construct: SqlConstruct }>(
    ({ construct }) =>
      `${sqlWords[construct].en}; build this ruleset with \`--target ts\` or \`js\`, whose modules score it, and load their scores into the database.`,
    ({ construct }) =>
      `${sqlWords[construct].zh}；请改用 \`--target ts\` 或 \`js\` 生成模块来评分，再把得分导入数据库。`,
  ),
  'no-columns': error<{ name: string; why: 'parts' | 'others' | 'roots' }>(
    ({ name, why }) =>
      `“${name}” has no \`columns.js\`, whose columns a reader fills, because ${WITHOUT_COLUMNS[why].en}. Use \`decode\` of the module on each department.`,
    ({ name, why }) =>
      `“${name}”没有 \`columns.js\`，读取器填的是它的列；没有是因为${WITHOUT_COLUMNS[why].zh}。请对每个部门用模块的 \`decode\`。`,
  ),
};
