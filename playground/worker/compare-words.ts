// The words of a comparison of two rulesets that the library's reports do not have, in both languages.
import type { Language } from '../../src/diagnostics/diagnose.ts';

export interface CompareWords {
  readonly renamed: (before: string, after: string) => string;
  readonly broken: (file: string) => string;
  readonly open: (file: string, names: readonly string[]) => string;
  readonly unreadable: (path: string) => string;
  readonly left: (ruleset: string, names: readonly string[]) => string;
  readonly unfit: (ruleset: string, names: readonly string[]) => string;
}

const en: CompareWords = {
  renamed: (before, after) => `${before} → ${after}`,
  broken: (file) => `${file} has errors or is missing; mend it, then compare again.`,
  open: (file, names) =>
    `${file} leaves ${names.join(', ')} open and cannot score; the departments are left out.`,
  unreadable: (path) => `${path} cannot be read as a department; see its problems.`,
  left: (ruleset, names) => `${ruleset} does not use: ${names.join(', ')}`,
  unfit: (ruleset, names) =>
    `${ruleset} does not take these values, so they are unknown there: ${names.join(', ')}`,
};

const zh: CompareWords = {
  renamed: (before, after) => `${before} → ${after}`,
  broken: (file) => `${file} 有错误或不存在；请改正后再比较。`,
  open: (file, names) =>
    `${file} 的${names.join('、')}待定，不能评分；只比较规则，不比较部门得分。`,
  unreadable: (path) => `${path} 不能作为单位数据读取；请看它的问题。`,
  left: (ruleset, names) => `${ruleset}用不到：${names.join('、')}`,
  unfit: (ruleset, names) => `${ruleset}不接受这些数值，按未知处理：${names.join('、')}`,
};

export const compareWords: Readonly<Record<Language, CompareWords>> = { en, zh };
