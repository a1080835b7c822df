// The words of a comparison of two rulesets, in both languages.
import type { Language } from '../../src/diagnostics/diagnose.ts';

export interface CompareWords {
  readonly rule: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly applies: string;
  readonly notApplicable: string;
  readonly veto: (about: string) => string;
  readonly exempt: (about: string) => string;
  readonly definition: (name: string) => string;
  readonly option: (name: string) => string;
  readonly total: string;
  readonly grade: (name: string) => string;
  readonly rounding: string;
  readonly source: string;
  readonly broken: (file: string) => string;
  readonly open: (file: string, names: readonly string[]) => string;
  readonly unreadable: string;
  readonly left: (ruleset: string, names: readonly string[]) => string;
  readonly unfit: (ruleset: string, names: readonly string[]) => string;
}

const en: CompareWords = {
  rule: 'Rule',
  atLeast: 'At least',
  atMost: 'At most',
  applies: 'Applies when',
  notApplicable: 'Not applicable',
  veto: (about) => `Veto “${about}”`,
  exempt: (about) => `Exempt “${about}”`,
  definition: (name) => `Definition ${name}`,
  option: (name) => `Reading ${name}`,
  total: 'Total points',
  grade: (name) => `Grade ${name}`,
  rounding: 'Rounding of scores',
  source: 'Source',
  broken: (file) => `${file} has errors or is missing; mend it, then compare again.`,
  open: (file, names) =>
    `${file} leaves ${names.join(', ')} open and cannot score; the departments are left out.`,
  unreadable: 'The data of this department cannot be read; see its problems.',
  left: (ruleset, names) => `${ruleset} does not use: ${names.join(', ')}`,
  unfit: (ruleset, names) =>
    `${ruleset} does not take these values, so they are unknown there: ${names.join(', ')}`,
};

const zh: CompareWords = {
  rule: '规则',
  atLeast: '至少',
  atMost: '至多',
  applies: '仅当',
  notApplicable: '不适用',
  veto: (about) => `一票否决“${about}”`,
  exempt: (about) => `免评“${about}”`,
  definition: (name) => `定义 ${name}`,
  option: (name) => `读法 ${name}`,
  total: '总分',
  grade: (name) => `等级 ${name}`,
  rounding: '得分保留',
  source: '来源',
  broken: (file) => `${file} 有错误或不存在；请改正后再比较。`,
  open: (file, names) =>
    `${file} 的${names.join('、')}待定，不能评分；只比较规则，不比较部门得分。`,
  unreadable: '这个部门的数据不能读取；请看它的问题。',
  left: (ruleset, names) => `${ruleset}用不到：${names.join('、')}`,
  unfit: (ruleset, names) => `${ruleset}不接受这些数值，按未知处理：${names.join('、')}`,
};

export const compareWords: Readonly<Record<Language, CompareWords>> = { en, zh };
