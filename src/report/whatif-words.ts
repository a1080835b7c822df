// The words of what-if reports, in both languages.
import type { Doubt } from '../analyze/whatif/blocks.ts';
import type { Fixed } from '../analyze/whatif/lever.ts';
import type { Language } from '../diagnostics/diagnose.ts';

export interface WhatIfWords {
  readonly goalTotal: (points: string) => string;
  readonly goalGrade: (grade: string) => string;
  readonly goalScore: (name: string, points: string) => string;
  readonly goal: (goal: string) => string;
  readonly now: (total: string, grade: string, score: string | undefined) => string;
  readonly scoreOf: (name: string, score: string) => string;
  readonly alreadyReached: string;
  readonly mayBeReached: string;
  readonly alone: string;
  readonly noneAlone: string;
  readonly columns: readonly [
    name: string,
    now: string,
    to: string,
    short: string,
    total: string,
    cost: string,
  ];
  readonly turns: (name: string, at: string, included: boolean) => string;
  readonly breaks: (name: string, checks: readonly string[]) => string;
  readonly openSide: (name: string) => string;
  readonly unreachable: string;
  readonly most: (name: string, most: string) => string;
  readonly others: (count: number) => string;
  readonly together: string;
  readonly joint: readonly [name: string, now: string, to: string, cost: string];
  readonly jointAfter: (total: string, grade: string, cost: string, score: string) => string;
  readonly cheapest: string;
  readonly notCheaperThan: (cost: string) => string;
  readonly foundOnly: (doubts: readonly Doubt[]) => string;
  readonly severalPerRule: string;
  readonly impossible: (most: string) => string;
  readonly notFound: string;
  readonly nothingMoves: string;
  readonly costs: string;
  readonly fixed: (why: Fixed['why'], names: readonly string[]) => string;
  readonly unknown: string;
  readonly steps: string;
  readonly findings: (met: readonly string[]) => string;
  readonly total: string;
}

const list = (names: readonly string[]) => names.join(', ');

const DOUBTS_EN: Readonly<Record<Doubt, string>> = {
  'parts-hang-together':
    'which parts count, or what others score, hangs on several of the inputs at once',
  'combined-scores': 'scores are combined by a rule, not added up',
  'strikes-above-indicators': 'vetoes, exemptions or lower limits act on sums of scores',
  'rounded-sums': 'sums of scores are rounded more coarsely than their parts',
  'grade-conditions': 'the grade hangs on more than the total',
  'data-missing': 'data are missing',
  'search-cut-short': 'there were too many possibilities to go through',
};

const DOUBTS_ZH: Readonly<Record<Doubt, string>> = {
  'parts-hang-together': '哪些指标计分、别处得分多少，同时取决于几项数据',
  'combined-scores': '得分按规则合成，不是相加',
  'strikes-above-indicators': '否决、免评或下限作用于几个得分之和',
  'rounded-sums': '合计的舍入比各部分粗',
  'grade-conditions': '等级不只取决于总分',
  'data-missing': '有数据缺失',
  'search-cut-short': '可能的改法太多，没有逐一查完',
};

const en: WhatIfWords = {
  goalTotal: (points) => `a total of ${points}`,
  goalGrade: (grade) => `the grade ${grade}`,
  goalScore: (name, points) => `${points} for ${name}`,
  goal: (goal) => `Goal: ${goal}`,
  now: (total, grade, score) =>
    `Now: ${total}${grade === '' ? '' : `, ${grade}`}${score === undefined ? '' : `; ${score}`}`,
  scoreOf: (name, score) => `${name} ${score}`,
  alreadyReached: 'The goal is reached as it is.',
  mayBeReached: 'Data are missing: with some completions the goal is reached as it is.',
  alone: 'One change alone, all else as it is (the nearest value that reaches the goal):',
  noneAlone: 'No change alone reaches the goal.',
  columns: ['Input', 'Now', 'Change to', 'Not enough', 'Result', 'Cost'],
  turns: (name, at, included) =>
    `${name}: the exact border is ${at}${included ? '' : ', which is not enough itself'}.`,
  breaks: (name, checks) => `${name}: then these cross-checks no longer hold: ${list(checks)}.`,
  openSide: (name) => `${name}: it could not be told whether values further away reach the goal.`,
  unreachable: 'Not enough alone, whatever they are changed to:',
  most: (name, most) => `${name}: at most ${most}`,
  others: (count) =>
    count === 1
      ? '1 more can only lower the result or leave it as it is.'
      : `${count} more can only lower the result or leave it as it is.`,
  together: 'Together, at the lowest cost:',
  joint: ['Input', 'Now', 'Change to', 'Cost'],
  jointAfter: (total, grade, cost, score) =>
    `Result: ${score}${total}${grade === '' ? '' : `, ${grade}`}. Cost: ${cost}.`,
  cheapest:
    'Proved: no cheaper changes reach the goal, of those that change at most one input in what one rule reads.',
  notCheaperThan: (cost) =>
    `Proved: changes that reach the goal cost at least ${cost}, of those that change at most one input in what one rule reads.`,
  foundOnly: (doubts) =>
    `The cheapest that was found; that nothing is cheaper is not proved: ${doubts
      .map((doubt) => DOUBTS_EN[doubt])
      .join('; ')}.`,
  severalPerRule:
    'The cheapest that was found; several inputs of one rule are changed, so that nothing says whether others are cheaper.',
  impossible: (most) => `Impossible: whatever is changed, the result is at most ${most}.`,
  notFound:
    'No changes were found that reach the goal together; that there are none is not proved.',
  nothingMoves: 'Nothing that may be changed moves the result.',
  costs:
    'Cost: the change as a share of the figure as it is (of full points for an award; by units from 0), and 1 for each choice or finding; --cost NAME=PRICE sets another price for each unit.',
  fixed: (why, names) =>
    ({
      words: `Told in words, so not varied: ${list(names)}.`,
      goals: `Goals and results as written, so not varied: ${list(names)}.`,
      pool: `A choice of parts, so not varied: ${list(names)}.`,
      'no-entries': `Lists without entries, so not varied: ${list(names)}.`,
      kept: `Kept as they are: ${list(names)}.`,
    })[why],
  unknown: 'unknown',
  steps:
    'Money is varied by the fen, whole numbers by one, all else by two decimals (plain numbers by four) or by as many as the figure has.',
  findings: (met) => `met besides: ${list(met)}`,
  total: 'total',
};

const names = (all: readonly string[]) => all.join('、');

const zh: WhatIfWords = {
  goalTotal: (points) => `总分达到 ${points} 分`,
  goalGrade: (grade) => `等级达到“${grade}”`,
  goalScore: (name, points) => `“${name}”得到 ${points} 分`,
  goal: (goal) => `目标：${goal}`,
  now: (total, grade, score) =>
    `现在：总分 ${total}${grade === '' ? '' : `，${grade}`}${score === undefined ? '' : `；${score}`}`,
  scoreOf: (name, score) => `${name} ${score} 分`,
  alreadyReached: '现状已经达到目标。',
  mayBeReached: '数据不全：补齐后有可能现状就已达到目标。',
  alone: '只改一项，其余不变（达到目标的最近的值）：',
  noneAlone: '没有哪一项单独改动能达到目标。',
  columns: ['数据', '现在', '改为', '还不够', '结果', '代价'],
  turns: (name, at, included) =>
    `${name}：准确的界线是 ${at}${included ? '' : '，恰好等于它还不够'}。`,
  breaks: (name, checks) => `${name}：这样改以后，下列核对不再成立：${names(checks)}。`,
  openSide: (name) => `${name}：更远的值能否达到目标，未能判定。`,
  unreachable: '单独改成什么都不够的：',
  most: (name, most) => `${name}：至多 ${most}`,
  others: (count) => `另有 ${count} 项单独改动只会使结果持平或下降。`,
  together: '合起来代价最小的改法：',
  joint: ['数据', '现在', '改为', '代价'],
  jointAfter: (total, grade, cost, score) =>
    `结果：${score}总分 ${total}${grade === '' ? '' : `，${grade}`}。代价：${cost}。`,
  cheapest: '已证明：在一条规则所读的数据至多改一项的改法中，没有代价更小的。',
  notCheaperThan: (cost) =>
    `已证明：在一条规则所读的数据至多改一项的改法中，达到目标的代价不会小于 ${cost}。`,
  foundOnly: (doubts) =>
    `这是找到的代价最小的改法；没有证明不存在更小的：${doubts.map((doubt) => DOUBTS_ZH[doubt]).join('；')}。`,
  severalPerRule: '这是找到的代价最小的改法；同一条规则的数据改了不止一项，没有证明不存在更小的。',
  impossible: (most) => `不可能：无论怎样改，结果至多 ${most}。`,
  notFound: '没有找到合起来能达到目标的改法；没有证明不存在。',
  nothingMoves: '可以改的数据都不影响结果。',
  costs:
    '代价：数值按变化占现值的比例计（评定得分按占满分的比例，现值为 0 的按单位数），选择和清单条目每改一处计 1；--cost 名称=单价 可另定每个单位的代价。',
  fixed: (why, all) =>
    ({
      words: `以文字填写，不作改动：${names(all)}。`,
      goals: `按原文填写的目标值和实际值，不作改动：${names(all)}。`,
      pool: `选择指标用的，不作改动：${names(all)}。`,
      'no-entries': `没有条目的列表，不作改动：${names(all)}。`,
      kept: `指定不改：${names(all)}。`,
    })[why],
  unknown: '未知',
  steps:
    '金额以分为单位改动，整数以 1 为单位，其余到小数两位（没有单位的数到四位），原数更细的依原数。',
  findings: (met) => `另满足：${names(met)}`,
  total: '总分',
};

export const whatIfWords: Readonly<Record<Language, WhatIfWords>> = { en, zh };
