// The words of a comparison of two rulesets, in both languages.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Aspect } from '../analyze/compare/changes.ts';
import type { Group, NotApplicable, StepReading } from '../model/framework.ts';

export interface ComparisonWords {
  readonly title: (before: string, after: string) => string;
  readonly counts: (different: number, equal: number) => string;
  readonly nothing: string;
  readonly same: string;
  readonly different: string;
  /** How far scores can change: the most that there is, or the most that can be. */
  readonly reached: (points: string) => string;
  readonly atMost: (points: string, found: string) => string;
  readonly unlimited: (found: string) => string;
  readonly unshown: (points: string | undefined) => string;
  readonly notExpressed: string;
  readonly example: (givens: string, before: string, after: string) => string;
  readonly anyDepartment: string;
  readonly full: string;
  readonly none: string;
  readonly share: (percent: string) => string;
  readonly sameFigures: (names: string, said: string) => string;
  readonly alikeThen: (how: string) => string;
  readonly comma: string;

  readonly points: (part: string) => string;
  readonly part: Readonly<Record<'added' | 'removed', (part: string) => string>>;
  readonly renamed: string;
  readonly moved: string;
  readonly aspect: Readonly<Record<Aspect, string>>;
  readonly row: Readonly<Record<'limit' | 'condition' | 'value', (number: number) => string>>;
  readonly change: (where: string, before: string, after: string) => string;
  readonly addedThere: (where: string, what: string) => string;
  readonly removedThere: (where: string, what: string) => string;
  readonly of: (part: string, aspect: string) => string;
  readonly strike: (aspect: string, about: string) => string;
  readonly reading: Readonly<Record<StepReading, string>>;
  readonly remainder: (part: string) => string;
  readonly priority: (part: string, about: string) => string;
  readonly policyOf: (part: string) => string;
  readonly policy: Readonly<Record<NotApplicable['policy'], string>>;
  readonly standingOf: (part: string) => string;
  readonly standing: Readonly<Record<Group['standing'], string>>;
  readonly pool: (part: string) => string;
  readonly uncapped: (part: string, after: boolean) => string;
  readonly rounding: (part: string) => string;
  readonly entry: (part: string, entry: string) => string;
  readonly judgedOtherwise: (part: string) => string;
  readonly option: (name: string) => string;
  readonly definition: (name: string) => string;
  readonly grade: (name: string) => string;
  readonly from: (points: string, exclusive: boolean) => string;
  readonly provided: (condition: string) => string;
  readonly input: (name: string) => string;
  readonly byDefault: (value: string) => string;
  readonly check: Readonly<Record<'added' | 'removed' | 'changed', (name: string) => string>>;
  readonly yes: string;
  readonly no: string;

  readonly whole: string;
  readonly alike: string;
  readonly untouched: string;
  readonly worth: (path: string, points: string) => string;
  readonly shown: (names: string, how: string) => string;
  readonly shownByForm: string;
  readonly shownByCases: (cases: number) => string;
  readonly added: (ruleset: string) => string;
  readonly removed: (ruleset: string) => string;
  readonly inputs: (ruleset: string) => string;
  readonly changedInputs: string;
  readonly checks: string;
  readonly pointsMove: string;
}

const en: ComparisonWords = {
  title: (before, after) => `${before} → ${after}`,
  counts: (different, equal) =>
    `${different} ${different === 1 ? 'indicator scores' : 'indicators score'} some department otherwise; ${equal} ${equal === 1 ? 'scores' : 'score'} every department alike.`,
  nothing: 'nothing',
  same: 'No rule differs.',
  different: 'Indicators that score otherwise, the largest change first',
  reached: (points) => `changes by up to ${points}`,
  atMost: (points, found) => `changes by at most ${points}; ${found} was found`,
  unlimited: (found) => `changes without a known limit; ${found} was found`,
  unshown: (points) =>
    `no department was found that it scores otherwise${points === undefined ? '' : `, and none by more than ${points}`}`,
  notExpressed: 'rests on the parts of other scores, so its cases were not gone through',
  example: (givens, before, after) => `Example: ${givens}: ${before} → ${after}`,
  anyDepartment: 'any department',
  full: 'in full',
  none: 'nothing',
  share: (percent) => `${percent} of what may be given`,
  sameFigures: (names, said) => `With the same ${names}: ${said}`,
  alikeThen: (how) => `scores every department alike (${how})`,
  comma: ', ',

  points: (part) => `points of ${part}`,
  part: { added: (part) => `${part} is new`, removed: (part) => `${part} is gone` },
  renamed: 'renamed',
  moved: 'moved',
  aspect: {
    rule: 'rule',
    'at-least': 'lower limit (at least)',
    'at-most': 'upper limit (at most)',
    veto: 'veto',
    exemption: 'exemption',
    applies: 'exists only when',
    'not-applicable': 'does not apply when',
    combine: 'way of combining its parts',
    award: 'award where it does not apply',
    'grade-ceiling': 'ceiling on the grade',
    'grade-down': 'lowering of the grade',
    output: 'output',
    deduction: 'deduction',
    'deduction-amount': 'points deducted',
    'deduction-condition': 'deducted when',
    'deduction-most': 'deducted at most',
    'deduction-count': 'deducted for each',
    'deduction-step': 'deduction step',
    'deduction-subject': 'deducted by',
    'deduction-limit': 'deducted from (limit)',
  },
  row: {
    limit: (number) => `threshold of tier ${number}`,
    condition: (number) => `condition of row ${number}`,
    value: (number) => `score of row ${number}`,
  },
  change: (where, before, after) => `${where}: ${before} → ${after}`,
  addedThere: (where, what) => `${where}, new: ${what}`,
  removedThere: (where, what) => `${where}, gone: ${what}`,
  of: (part, aspect) => `${part}, ${aspect}`,
  strike: (aspect, about) => `${aspect} “${about}”`,
  reading: { prorated: 'prorated', 'full-step': 'full steps', 'started-step': 'started steps' },
  remainder: (part) => `${part}, part of a step`,
  priority: (part, about) => `${part}, priority of “${about}”`,
  policyOf: (part) => `where ${part} does not apply`,
  policy: {
    'within-group': 'its points move within the group',
    'over-all': 'its points move to all others',
    'in-full': 'full points',
    award: 'an award',
  },
  standingOf: (part) => `${part} counts as`,
  standing: { counted: 'a part of the total', bonus: 'a bonus', penalty: 'a penalty' },
  pool: (part) => `${part}: which parts there are is chosen otherwise`,
  uncapped: (part, after) =>
    after ? `${part} may now leave its points` : `${part} now stays within its points`,
  rounding: (part) => `rounding of ${part}`,
  entry: (part, entry) => `${part}, “${entry}”`,
  judgedOtherwise: (part) => `${part} is judged in another way`,
  option: (name) => `option ${name}`,
  definition: (name) => `how ${name} is worked out`,
  grade: (name) => `grade ${name}`,
  from: (points, exclusive) => (exclusive ? `above ${points}` : `from ${points}`),
  provided: (condition) => `, provided that ${condition}`,
  input: (name) => `input ${name}`,
  byDefault: (value) => `, ${value} unless given`,
  check: {
    added: (name) => `new: ${name}`,
    removed: (name) => `gone: ${name}`,
    changed: (name) => `changed: ${name}`,
  },
  yes: 'yes',
  no: 'no',

  whole: 'Groups, total, grades and outputs',
  alike: 'Written differently, but scores every department alike',
  untouched: 'The same rules',
  worth: (path, points) => `${path} (${points} ${points === '1' ? 'point' : 'points'})`,
  shown: (names, how) => `${names} (${how})`,
  shownByForm: 'the same form',
  shownByCases: (cases) => `shown by going through all cases, ${cases} in all`,
  added: (ruleset) => `Indicators only of “${ruleset}”`,
  removed: (ruleset) => `Indicators only of “${ruleset}”`,
  inputs: (ruleset) => `Inputs only of “${ruleset}”`,
  changedInputs: 'Inputs that take something else',
  checks: 'Checks of the data (they never change a score)',
  pointsMove:
    'Indicators are compared with their own points. Where a part does not apply and its points are shared out, the scores of the others grow in proportion.',
};

const zh: ComparisonWords = {
  title: (before, after) => `${before} → ${after}`,
  counts: (different, equal) =>
    `${different} 个指标会使部门得分不同；${equal} 个指标对任何部门得分都相同。`,
  nothing: '无',
  same: '规则没有差别。',
  different: '得分不同的指标（相差最大的在前）',
  reached: (points) => `最多相差 ${points} 分`,
  atMost: (points, found) => `至多相差 ${points} 分，找到的最大相差 ${found} 分`,
  unlimited: (found) => `相差多少没有已知的上限，找到的最大相差 ${found} 分`,
  unshown: (points) =>
    `没有找到得分不同的部门${points === undefined ? '' : `，即使有也不超过 ${points} 分`}`,
  notExpressed: '要看其他部分的得分，没有逐一查过各种情形',
  example: (givens, before, after) => `例：${givens}：${before} → ${after}`,
  anyDepartment: '任何部门',
  full: '给满',
  none: '不给分',
  share: (percent) => `给可给分的 ${percent}`,
  sameFigures: (names, said) => `${names}相同时：${said}`,
  alikeThen: (how) => `对任何部门得分都相同（${how}）`,
  comma: '，',

  points: (part) => `${part}的分值`,
  part: { added: (part) => `新增${part}`, removed: (part) => `取消${part}` },
  renamed: '改名',
  moved: '移动',
  aspect: {
    rule: '规则',
    'at-least': '下限（至少）',
    'at-most': '上限（至多）',
    veto: '一票否决',
    exemption: '免评',
    applies: '设置条件',
    'not-applicable': '不适用条件',
    combine: '各项合成方法',
    award: '不适用时的得分',
    'grade-ceiling': '等级封顶',
    'grade-down': '等级下调',
    output: '输出',
    deduction: '扣分',
    'deduction-amount': '每次扣分',
    'deduction-condition': '扣分条件',
    'deduction-most': '最多扣分',
    'deduction-count': '按什么计次扣分',
    'deduction-step': '扣分步长',
    'deduction-subject': '按什么数扣分',
    'deduction-limit': '扣分起点',
  },
  row: {
    limit: (number) => `第 ${number} 档界限`,
    condition: (number) => `第 ${number} 行条件`,
    value: (number) => `第 ${number} 行得分`,
  },
  change: (where, before, after) => `${where}：${before} → ${after}`,
  addedThere: (where, what) => `${where}，新增：${what}`,
  removedThere: (where, what) => `${where}，取消：${what}`,
  of: (part, aspect) => `${part}，${aspect}`,
  strike: (aspect, about) => `${aspect}“${about}”`,
  reading: { prorated: '照比例', 'full-step': '满一步才算', 'started-step': '不足一步按一步' },
  remainder: (part) => `${part}，零头怎样算`,
  priority: (part, about) => `${part}，“${about}”的先后`,
  policyOf: (part) => `${part}不适用时`,
  policy: {
    'within-group': '分值移给同组其他部分',
    'over-all': '分值移给其他所有部分',
    'in-full': '得满分',
    award: '另给得分',
  },
  standingOf: (part) => `${part}算作`,
  standing: { counted: '总分的一部分', bonus: '加分', penalty: '扣分' },
  pool: (part) => `${part}由部门选定的办法不同`,
  uncapped: (part, after) => (after ? `${part}可以超出分值` : `${part}不再超出分值`),
  rounding: (part) => `${part}的舍入`,
  entry: (part, entry) => `${part}“${entry}”`,
  judgedOtherwise: (part) => `${part}的评判方式不同`,
  option: (name) => `选项 ${name}`,
  definition: (name) => `${name}的算法`,
  grade: (name) => `等级 ${name}`,
  from: (points, exclusive) => (exclusive ? `高于 ${points} 分` : `${points} 分起`),
  provided: (condition) => `，且须${condition}`,
  input: (name) => `数据 ${name}`,
  byDefault: (value) => `，不填为${value}`,
  check: {
    added: (name) => `新增：${name}`,
    removed: (name) => `取消：${name}`,
    changed: (name) => `改动：${name}`,
  },
  yes: '是',
  no: '否',

  whole: '一二级指标、总分、等级和输出',
  alike: '写法不同、对任何部门得分都相同',
  untouched: '规则相同',
  worth: (path, points) => `${path}（${points} 分）`,
  shown: (names, how) => `${names}（${how}）`,
  shownByForm: '化为同一形式',
  shownByCases: (cases) => `逐一查过全部情形，共 ${cases} 种`,
  added: (ruleset) => `只有“${ruleset}”有的指标`,
  removed: (ruleset) => `只有“${ruleset}”有的指标`,
  inputs: (ruleset) => `只有“${ruleset}”要的数据`,
  changedInputs: '两边要求不同的数据',
  checks: '数据核对（不影响得分）',
  pointsMove:
    '各指标按自己的分值比较。有部分不适用、分值分摊给其他部分时，其他部分的得分按比例增加。',
};

export const comparisonWords: Readonly<Record<Language, ComparisonWords>> = { en, zh };
