// The words of an explanation, in both languages.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Origin } from '../model/framework.ts';

export interface ExplanationWords {
  readonly score: (score: string, points: string) => string;
  readonly lost: (lost: string) => string;
  readonly wouldBe: (standing: string) => string;
  readonly notApplicable: string;
  readonly mayNotApply: string;
  readonly absent: string;
  readonly mayBeAbsent: string;
  readonly sum: string;
  readonly data: string;
  readonly notGiven: string;
  readonly byDefault: string;
  readonly rule: string;
  readonly acts: Readonly<Record<Origin['act'], string>>;
  readonly total: string;
  readonly grade: string;
  readonly options: string;
  readonly comma: string;
}

const en: ExplanationWords = {
  score: (score, points) => `scores ${score} of ${points}`,
  lost: (lost) => `${lost} lost`,
  wouldBe: (standing) => `would have been ${standing}`,
  notApplicable: 'not applicable',
  mayNotApply: 'may not apply',
  absent: 'does not exist for this department',
  mayBeAbsent: 'may not exist for this department',
  sum: 'items together',
  data: 'Data used',
  notGiven: 'missing',
  byDefault: 'by default',
  rule: 'Rule from',
  acts: {
    declared: 'written in',
    replaced: 'replaced in',
    added: 'added in',
    points: 'points changed in',
    set: 'set in',
    renamed: 'renamed in',
    cited: 'cited in',
  },
  total: 'Total',
  grade: 'grade',
  options: 'Readings',
  comma: ', ',
};

const zh: ExplanationWords = {
  score: (score, points) => `得 ${score}，满分 ${points}`,
  lost: (lost) => `扣 ${lost}`,
  wouldBe: (standing) => `否则为 ${standing}`,
  notApplicable: '不适用',
  mayNotApply: '可能不适用',
  absent: '本单位无此项',
  mayBeAbsent: '本单位可能无此项',
  sum: '各得分项之和',
  data: '所用数据',
  notGiven: '缺',
  byDefault: '默认值',
  rule: '规则出处',
  acts: {
    declared: '写于',
    replaced: '替换于',
    added: '增加于',
    points: '分值改于',
    set: '设置于',
    renamed: '改名于',
    cited: '出处注于',
  },
  total: '总分',
  grade: '等级',
  options: '读法',
  comma: '，',
};

export const explanationWords: Readonly<Record<Language, ExplanationWords>> = { en, zh };
