// What the shared parts of a schema hold, in words: the description of each definition, and what a
// validator says is expected where a text is not written as it should be.
import type { Words } from '../../diagnostics/message.ts';
import type { SharedName } from '../../input/json-schema.ts';

const SHARED_WORDS: Readonly<Record<SharedName, Words>> = {
  Money: {
    en: 'money: a decimal figure, as text so that it stays exact, with or without 元, 万元 or 亿元',
    zh: '金额：十进制数，宜写成文本以保持准确，可带 元、万元、亿元',
  },
  Percentage: {
    en: 'a percentage: a decimal figure with % or ‰',
    zh: '百分比：十进制数，带 % 或 ‰',
  },
  Count: {
    en: 'a count: a whole number, with or without its unit',
    zh: '计数：整数，可带单位',
  },
  Figure: {
    en: 'a decimal figure, as text so that it stays exact',
    zh: '十进制数，宜写成文本以保持准确',
  },
  YesOrNo: { en: 'yes or no: true, false, 是, 否, yes, no', zh: '是或否：true、false、是、否' },
  Word: { en: 'one of the words of the ruleset', zh: '规则集所列的词之一' },
  Day: { en: 'a date: 2024-03-31, 2024年3月31日', zh: '日期：2024-03-31、2024年3月31日' },
  Wording: { en: 'a text', zh: '文本' },
  Target: { en: 'a target: ≥95%, 8家, 有效', zh: '目标值：≥95%、8家、有效' },
  Actual: { en: 'what was achieved, written as targets are', zh: '实际值，写法同目标值' },
  List: { en: 'a list, plain or with its evidence', zh: '列表，可附依据' },
  Entries: { en: 'the entries of a list', zh: '列表的各项' },
  Row: { en: 'a record, plain or with its evidence', zh: '记录，可附依据' },
  Fields: { en: 'the fields of a record', zh: '记录的各栏' },
  Award: { en: 'points that an assessor awards', zh: '评定的分数' },
  Choice: { en: 'the choice that an assessor takes', zh: '评定所选的一项' },
  Checklist: {
    en: 'points in sum, or what is met entry by entry',
    zh: '合计分数，或逐项填写是否做到',
  },
  Reported: { en: 'what was published', zh: '公布的得分和数据' },
  ReportedScore: { en: 'a published score', zh: '公布的得分' },
  ReportedFigure: { en: 'a published figure', zh: '公布的数据' },
  ReportedOutput: { en: 'a published output', zh: '公布的输出' },
  Expectation: { en: 'what scoring must give', zh: '评分应有的结果' },
  ScoreLimits: {
    en: 'points, or two ends: 96.30..97.30',
    zh: '分数，或两端：96.30..97.30',
  },
  ExpectedOutput: { en: 'an output, or what must remain possible', zh: '输出，或应仍有的可能' },
};

/** The words for `Money`, `Count2` …; undefined for a definition that stands for one thing alone. */
export function sharedWords(definition: string): Words | undefined {
  const name = definition.replace(/\d+$/, '');
  return Object.hasOwn(SHARED_WORDS, name) ? SHARED_WORDS[name as SharedName] : undefined;
}
