// What reports on coverage say, in both languages.
import type { BranchKind } from '../analyze/coverage/branch.ts';
import type { Language } from '../diagnostics/diagnose.ts';

export interface CoverageWords {
  readonly title: (ruleset: string) => string;
  readonly indicator: string;
  readonly branches: string;
  readonly byDepartments: string;
  readonly byExamples: string;
  readonly never: string;
  readonly impossible: string;
  readonly share: string;
  readonly whole: string;
  readonly output: (name: string) => string;
  readonly sum: string;
  readonly missing: string;
  readonly unreachable: string;
  readonly notFollowed: (count: number) => string;
  readonly all: string;
  readonly tryExamples: (path: string) => string;
  readonly kind: Readonly<Record<BranchKind, (number: number | undefined) => string>>;
}

const numbered = (word: string) => (number: number | undefined) =>
  number === undefined ? word : `${word} ${number}`;
const plain = (word: string) => () => word;

const en: CoverageWords = {
  title: (ruleset) => `Coverage of ${ruleset}`,
  indicator: 'Indicator',
  branches: 'Branches',
  byDepartments: 'Departments',
  byExamples: 'Examples',
  never: 'Not taken',
  impossible: 'Impossible',
  share: 'Covered',
  whole: '(total)',
  output: (name) => `output ${name}`,
  sum: 'In all',
  missing: 'Taken by no department and no example',
  unreachable: 'Proved impossible, and not counted as missing',
  notFollowed: (count) =>
    `${count} ${count === 1 ? 'table is' : 'tables are'} worked out for each entry of a list and not counted.`,
  all: 'Every branch is taken.',
  tryExamples: (path) => `biaochi examples ${path} writes examples for them.`,
  kind: {
    row: numbered('row'),
    otherwise: plain('otherwise'),
    smallest: numbered('smallest: figure'),
    largest: numbered('largest: figure'),
    deduction: plain('something is deducted'),
    'no-deduction': plain('nothing is deducted'),
    'deduction-limit': plain('deduction at its limit'),
    floor: plain('deducted down to 0'),
    'at-most': plain('limit reached'),
    'at-least': plain('lower limit reached'),
    veto: plain('veto'),
    exemption: plain('exemption'),
    ceiling: plain('ceiling on the grade'),
    downgrade: plain('grade lowered'),
    exists: plain('part exists'),
    absent: plain('part does not exist'),
    'not-applicable': plain('not applicable'),
    choice: plain('choice'),
    met: plain('met'),
    unmet: plain('not met'),
    grade: plain('grade'),
  },
};

const zh: CoverageWords = {
  title: (ruleset) => `覆盖情况：${ruleset}`,
  indicator: '指标',
  branches: '分支',
  byDepartments: '部门用到',
  byExamples: '示例用到',
  never: '未用到',
  impossible: '不可能',
  share: '覆盖率',
  whole: '（总分）',
  output: (name) => `输出 ${name}`,
  sum: '合计',
  missing: '没有部门也没有示例用到',
  unreachable: '已证明不可能出现，不算遗漏',
  notFollowed: (count) => `另有 ${count} 个表逐条用于列表各行，不计在内。`,
  all: '每个分支都已用到。',
  tryExamples: (path) => `biaochi examples ${path} 可以写出相应的示例。`,
  kind: {
    row: (number) => (number === undefined ? '行' : `第 ${number} 行`),
    otherwise: plain('其余'),
    smallest: (number) => `第 ${number ?? 1} 项最小`,
    largest: (number) => `第 ${number ?? 1} 项最大`,
    deduction: plain('扣分'),
    'no-deduction': plain('不扣分'),
    'deduction-limit': plain('扣到上限'),
    floor: plain('扣完为止'),
    'at-most': plain('达到上限'),
    'at-least': plain('达到下限'),
    veto: plain('一票否决'),
    exemption: plain('免评'),
    ceiling: plain('等级封顶'),
    downgrade: plain('等级下调'),
    exists: plain('有此项'),
    absent: plain('无此项'),
    'not-applicable': plain('不适用'),
    choice: plain('选项'),
    met: plain('符合'),
    unmet: plain('不符合'),
    grade: plain('等级'),
  },
};

export const coverageWords: Readonly<Record<Language, CoverageWords>> = { en, zh };
