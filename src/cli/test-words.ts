// What `biaochi test` says about each thing it tested, in both languages.
import type { Language } from '../diagnostics/diagnose.ts';

export interface TestWords {
  readonly examples: (count: number) => string;
  readonly expectations: (count: number) => string;
  readonly nothingExpected: string;
  readonly unnamed: string;
  readonly total: string;
  readonly grade: string;
  readonly without: (statuses: string) => string;
  readonly differs: (wanted: string, actual: string) => string;
  readonly noSuchPart: string;
  readonly nothing: string;
  readonly rulesetBroken: (ruleset: string) => string;
  readonly rulesetMissing: (ruleset: string, by: 'ruleset' | 'year') => string;
  readonly rulesetUnsaid: string;
  readonly open: string;
  readonly nothingToTest: (paths: string) => string;
  readonly unsuitable: (path: string) => string;
  readonly summary: (passed: number, failed: number) => string;
}

const en: TestWords = {
  examples: (count) => `${count} ${count === 1 ? 'example' : 'examples'}`,
  expectations: (count) => `${count} ${count === 1 ? 'expectation' : 'expectations'}`,
  nothingExpected: 'reads well, expects nothing',
  unnamed: 'example',
  total: 'total',
  grade: 'grade',
  without: (statuses) => ` without ${statuses}`,
  differs: (wanted, actual) => `expected ${wanted}, got ${actual}`,
  noSuchPart: 'the ruleset has nothing of that name',
  nothing: 'none',
  rulesetBroken: (ruleset) => `its ruleset ${ruleset} has errors`,
  rulesetMissing: (ruleset, by) =>
    by === 'year'
      ? `there is no ruleset for its year (${ruleset}); name one under "ruleset"`
      : `its "ruleset" ${ruleset} does not exist`,
  rulesetUnsaid: 'it names no "year" and no "ruleset", so its ruleset is unknown',
  open: 'open for an amending ruleset to supply',
  nothingToTest: (paths) =>
    `there is nothing to test in ${paths}: no .chi file and no departments folder beside one.`,
  unsuitable: (path) => `${path} is neither a folder nor a .chi, .json or .yaml file.`,
  summary: (passed, failed) => `${passed} passed, ${failed} failed`,
};

const zh: TestWords = {
  examples: (count) => `${count} 个示例`,
  expectations: (count) => `${count} 项预期`,
  nothingExpected: '可以读取，没有写明预期',
  unnamed: '示例',
  total: '总分',
  grade: '等级',
  without: (statuses) => `（不计 ${statuses}）`,
  differs: (wanted, actual) => `预期 ${wanted}，实得 ${actual}`,
  noSuchPart: '规则集里没有这个名称',
  nothing: '无',
  rulesetBroken: (ruleset) => `其规则集 ${ruleset} 有错误`,
  rulesetMissing: (ruleset, by) =>
    by === 'year'
      ? `没有该年度的规则集（${ruleset}）；请用 "ruleset" 指明`
      : `"ruleset" 所指的 ${ruleset} 不存在`,
  rulesetUnsaid: '没有写 "year" 或 "ruleset"，不知道适用哪个规则集',
  open: '待修订它的规则集填写',
  nothingToTest: (paths) =>
    `${paths} 里没有可测试的内容：既没有 .chi 文件，也没有与之并列的 departments 文件夹。`,
  unsuitable: (path) => `${path} 既不是文件夹，也不是 .chi、.json 或 .yaml 文件。`,
  summary: (passed, failed) => `通过 ${passed} 项，未通过 ${failed} 项`,
};

export const testWords: Readonly<Record<Language, TestWords>> = { en, zh };
