// The words of a comparison of two rulesets, in both languages.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Aspect } from '../analyze/compare/changes.ts';

export interface ComparisonWords {
  readonly counts: (different: number, equal: number) => string;
  readonly upTo: (points: string) => string;
  readonly unlimited: string;
  readonly unshown: (points: string | undefined) => string;
  readonly notExpressed: string;
  readonly example: (givens: string, before: string, after: string) => string;
  readonly anyDepartment: string;
  readonly points: (part: string, before: string, after: string) => string;
  readonly part: Readonly<Record<'added' | 'removed', (part: string) => string>>;
  readonly renamed: (before: string, after: string) => string;
  readonly moved: (before: string, after: string) => string;
  readonly aspect: Readonly<Record<Aspect, string>>;
  readonly uncapped: (part: string, after: boolean) => string;
  readonly rounding: (part: string, before: string, after: string) => string;
  readonly judged: (part: string, entry: string, before: string, after: string) => string;
  readonly judgedOtherwise: (part: string) => string;
  readonly option: (name: string, before: string, after: string) => string;
  readonly definition: (name: string, before: string, after: string) => string;
  readonly grade: (name: string, before: string, after: string) => string;
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
  readonly whole: string;
  readonly alike: string;
  readonly shownBy: (cases: number | undefined) => string;
  readonly added: string;
  readonly removed: string;
  readonly inputs: (ruleset: string) => string;
  readonly same: string;
  readonly from: (points: string, exclusive: boolean) => string;
}

const en: ComparisonWords = {
  counts: (different, equal) =>
    `${different} ${different === 1 ? 'indicator scores' : 'indicators score'} some department otherwise; ${equal} score every department alike.`,
  upTo: (points) => `changes by up to ${points}`,
  unlimited: 'changes without a known limit',
  unshown: (points) =>
    `written differently; no department was found that it scores otherwise${points === undefined ? '' : `, and none by more than ${points}`}`,
  notExpressed: 'written differently; rules over other scores or departments are not tried out',
  example: (givens, before, after) => `${givens}: ${before} → ${after}`,
  anyDepartment: 'for any department',
  points: (part, before, after) => `points of ${part}: ${before} → ${after}`,
  part: {
    added: (part) => `${part} is new`,
    removed: (part) => `${part} is gone`,
  },
  renamed: (before, after) => `renamed: ${before} → ${after}`,
  moved: (before, after) => `moved: ${before} → ${after}`,
  aspect: {
    rule: 'rule',
    'at-least': 'lower limit',
    'at-most': 'upper limit',
    veto: 'veto',
    exemption: 'exemption',
    applies: 'condition under which it exists',
    'not-applicable': 'condition under which it does not apply',
    combine: 'way of combining its parts',
    deduction: 'deduction',
  },
  uncapped: (part, after) =>
    after ? `${part} may now leave its points` : `${part} now stays within its points`,
  rounding: (part, before, after) => `rounding of ${part}: ${before} → ${after}`,
  judged: (part, entry, before, after) => `${part}, “${entry}”: ${before} → ${after}`,
  judgedOtherwise: (part) => `${part} is judged in another way`,
  option: (name, before, after) => `option ${name}: ${before} → ${after}`,
  definition: (name, before, after) => `${name} is worked out otherwise: ${before} → ${after}`,
  grade: (name, before, after) => `grade ${name}: ${before} → ${after}`,
  nothing: 'nothing',
  yes: 'yes',
  no: 'no',
  whole: 'In groups, the total and grades',
  alike: 'Score every department alike, though written differently',
  shownBy: (cases) => (cases === undefined ? 'same form' : `all ${cases} cases gone through`),
  added: 'Only in the second',
  removed: 'Only in the first',
  inputs: (ruleset) => `Inputs only of ${ruleset}`,
  same: 'Nothing differs.',
  from: (points, exclusive) => (exclusive ? `above ${points}` : `from ${points}`),
};

const zh: ComparisonWords = {
  counts: (different, equal) =>
    `${different} 个指标会使部门得分不同；${equal} 个指标对任何部门得分都相同。`,
  upTo: (points) => `最多相差 ${points} 分`,
  unlimited: '相差多少没有已知的上限',
  unshown: (points) =>
    `写法不同；没有找到得分不同的部门${points === undefined ? '' : `，即使有也不超过 ${points} 分`}`,
  notExpressed: '写法不同；涉及其他得分或其他部门的规则没有逐例比较',
  example: (givens, before, after) => `${givens}：${before} → ${after}`,
  anyDepartment: '任何部门',
  points: (part, before, after) => `${part}的分值：${before} → ${after}`,
  part: {
    added: (part) => `新增${part}`,
    removed: (part) => `取消${part}`,
  },
  renamed: (before, after) => `改名：${before} → ${after}`,
  moved: (before, after) => `移动：${before} → ${after}`,
  aspect: {
    rule: '规则',
    'at-least': '下限',
    'at-most': '上限',
    veto: '一票否决',
    exemption: '免评',
    applies: '设置条件',
    'not-applicable': '不适用条件',
    combine: '合成方法',
    deduction: '扣分',
  },
  uncapped: (part, after) => (after ? `${part}可以超出分值` : `${part}不再超出分值`),
  rounding: (part, before, after) => `${part}的舍入：${before} → ${after}`,
  judged: (part, entry, before, after) => `${part}“${entry}”：${before} → ${after}`,
  judgedOtherwise: (part) => `${part}的评判方式不同`,
  option: (name, before, after) => `选项 ${name}：${before} → ${after}`,
  definition: (name, before, after) => `${name}的算法：${before} → ${after}`,
  grade: (name, before, after) => `等级 ${name}：${before} → ${after}`,
  nothing: '无',
  yes: '是',
  no: '否',
  whole: '一二级指标、总分和等级',
  alike: '写法不同、得分相同',
  shownBy: (cases) => (cases === undefined ? '形式相同' : `逐一查过全部 ${cases} 种情形`),
  added: '只有后者有',
  removed: '只有前者有',
  inputs: (ruleset) => `只有${ruleset}要的数据`,
  same: '没有差别。',
  from: (points, exclusive) => (exclusive ? `高于 ${points} 分` : `${points} 分起`),
};

export const comparisonWords: Readonly<Record<Language, ComparisonWords>> = { en, zh };
