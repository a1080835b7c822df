// The words for what happens on the way to a score, in both languages. A sentence is made from texts
// that are already figures and names; nothing is decided here.
import type { Language } from '../diagnostics/diagnose.ts';
import type { NotApplicable, StepReading } from '../model/framework.ts';

export interface StepWords {
  readonly comma: string;
  readonly colon: string;
  readonly list: string;
  readonly open: string;
  /** Behind a figure that no fraction equals. */
  readonly irrational: string;
  /** Between words of which one holds. */
  readonly or: string;
  readonly missing: (names: string) => string;
  readonly formula: string;
  readonly call: (name: string, given: string) => string;
  /** A stretch of a curve: between two points, or at its last one. */
  readonly between: (subject: string, from: string, to: string, possible: boolean) => string;
  readonly atPoint: (subject: string, at: string, possible: boolean) => string;
  readonly curvePoint: (at: string, value: string) => string;
  readonly row: (number: number, condition: string, possible: boolean) => string;
  /** `refused`: the conditions that do not hold, in one phrase, and how many they are. */
  readonly otherwise: (
    refused: { readonly text: string; readonly count: number } | undefined,
    possible: boolean,
  ) => string;
  /** The same with the readings or facts that decide. */
  readonly otherwiseAs: (facts: string, possible: boolean) => string;
  readonly tier: (subject: string, match: string, possible: boolean) => string;
  readonly tierOtherwise: (subject: string, possible: boolean) => string;
  readonly deduction: string;
  readonly condition: (condition: string) => string;
  readonly conditionFails: (condition: string) => string;
  readonly beyond: (facts: {
    subject: string;
    side: 'above' | 'below';
    limit: string;
    step: string;
  }) => string;
  readonly readings: Readonly<Record<StepReading, string>>;
  readonly limitedTo: (limit: string) => string;
  readonly floor: string;
  readonly award: (award: string, points: string) => string;
  readonly awardOpen: (points: string) => string;
  readonly unmet: (entries: string) => string;
  readonly partly: (entry: string, award: string, points: string) => string;
  readonly reason: (reason: string) => string;
  readonly cap: (side: 'at-least' | 'at-most', limit: string) => string;
  readonly rounding: (rounding: string) => string;
  readonly veto: (about: string, possible: boolean) => string;
  readonly exemption: (about: string, possible: boolean) => string;
  readonly overruled: string;
  readonly allowed: (range: string) => string;
  readonly instead: (standing: string) => string;
  readonly redistribution: (factor: string, isChosen: boolean) => string;
  readonly notApplicable: (policy: NotApplicable['policy'], possible: boolean) => string;
  /** `condition`: what does not hold; undefined where the department did not choose the part. */
  readonly absent: (condition: string | undefined, possible: boolean) => string;
  readonly onlyWhere: (condition: string) => string;
  readonly notChosen: (names: string) => string;
}

const en: StepWords = {
  comma: ', ',
  colon: ': ',
  list: ', ',
  open: 'open',
  irrational: ' (irrational)',
  or: ' or ',
  missing: (names) => `missing: ${names}`,
  formula: 'formula',
  call: (name, given) => `${name} (${given})`,
  between: (subject, from, to, possible) =>
    `${subject} ${possible ? 'may lie' : 'lies'} between the points ${from} and ${to}`,
  atPoint: (subject, at, possible) =>
    `${subject} ${possible ? 'may lie' : 'lies'} at the point ${at}`,
  curvePoint: (at, value) => `${at} (${value})`,
  row: (number, condition, possible) =>
    `row ${number} ${possible ? 'may apply' : 'applies'}, as ${condition}`,
  otherwise: (refused, possible) =>
    `otherwise ${possible ? 'may apply' : 'applies'}${refused === undefined ? '' : refused.count === 1 ? `, as ${refused.text} does not hold` : `, as none of ${refused.text} holds`}`,
  otherwiseAs: (facts, possible) => `otherwise ${possible ? 'may apply' : 'applies'}, as ${facts}`,
  tier: (subject, match, possible) =>
    `${subject} ${possible ? 'may lie' : 'lies'} in the row “${match}”`,
  tierOtherwise: (subject, possible) =>
    `${subject} ${possible ? 'may lie' : 'lies'} in no row, so “otherwise” ${possible ? 'may apply' : 'applies'}`,
  deduction: 'deduct',
  condition: (condition) => `because ${condition}`,
  conditionFails: (condition) => `nothing, as ${condition} does not hold`,
  beyond: ({ subject, side, limit, step }) => `${subject} is ${side} ${limit}; one step is ${step}`,
  readings: {
    prorated: 'prorated',
    'full-step': 'full steps only',
    'started-step': 'every started step counts',
  },
  limitedTo: (limit) => `at most ${limit}`,
  floor: 'nothing is left to deduct',
  award: (award, points) => `awarded ${award} of ${points}`,
  awardOpen: (points) => `not awarded yet (${points})`,
  unmet: (entries) => `not met: ${entries}`,
  partly: (entry, award, points) => `${entry} ${award} of ${points}`,
  reason: (reason) => `reason: ${reason}`,
  cap: (side, limit) => `${side === 'at-most' ? 'at most' : 'at least'} ${limit}`,
  rounding: (rounding) => `rounded to ${rounding}`,
  veto: (about, possible) => `veto “${about}”${possible ? ' may strike' : ''}`,
  exemption: (about, possible) => `exempt “${about}”${possible ? ' may apply' : ''}`,
  overruled: 'overruled',
  allowed: (range) => `the assessor may award ${range}`,
  instead: (standing) => `would have been ${standing}`,
  redistribution: (factor, isChosen) =>
    `${isChosen ? 'scaled with what was chosen' : 'takes over points of parts that do not apply'}: × ${factor}`,
  notApplicable: (policy, possible) =>
    `${possible ? 'may not apply' : 'not applicable'}, its points ${{ 'within-group': 'go to the rest of the group', 'over-all': 'go to all other indicators', 'in-full': 'are awarded in full', award: 'are awarded as the rule says' }[policy]}`,
  absent: (condition, possible) =>
    `${possible ? 'may not exist' : 'does not exist'} for this department: ${condition === undefined ? 'not chosen' : `only where ${condition}`}`,
  onlyWhere: (condition) => `only where ${condition}`,
  notChosen: (names) => `not chosen: ${names}`,
};

const zh: StepWords = {
  comma: '，',
  colon: '：',
  list: '、',
  open: '未定',
  irrational: '（无理数）',
  or: '或',
  missing: (names) => `缺：${names}`,
  formula: '计算',
  call: (name, given) => `${name}（${given}）`,
  between: (subject, from, to, possible) =>
    `${subject}，${possible ? '可能' : ''}在 ${from}与 ${to}两点之间`,
  atPoint: (subject, at, possible) => `${subject}，${possible ? '可能' : ''}正是 ${at}这一点`,
  curvePoint: (at, value) => `${at}（${value}）`,
  row: (number, condition, possible) =>
    `${possible ? '可能' : ''}适用第 ${number} 行，因 ${condition}`,
  otherwise: (refused, possible) =>
    `${possible ? '可能' : ''}适用“其余”${refused === undefined ? '' : `，因 ${refused.text}${refused.text.endsWith('）') ? '' : ' '}不成立`}`,
  otherwiseAs: (facts, possible) => `${possible ? '可能' : ''}适用“其余”，因 ${facts}`,
  tier: (subject, match, possible) => `${subject}${possible ? '，可能' : '，'}属于“${match}”一档`,
  tierOtherwise: (subject, possible) =>
    `${subject}，${possible ? '可能' : ''}不在以上各档，按“其余”`,
  deduction: '扣分',
  condition: (condition) => `因 ${condition}`,
  conditionFails: (condition) =>
    `不扣，因 ${condition}${condition.endsWith('）') ? '' : ' '}不成立`,
  beyond: ({ subject, side, limit, step }) =>
    `${subject}，${side === 'above' ? '高于' : '低于'} ${limit}，每 ${step} 为一步`,
  readings: {
    prorated: '零头按比例',
    'full-step': '不满一步不扣',
    'started-step': '不满一步按一步',
  },
  limitedTo: (limit) => `至多 ${limit}`,
  floor: '扣完为止',
  award: (award, points) => `评定得 ${award}，满分 ${points}`,
  awardOpen: (points) => `尚未评定（${points}）`,
  unmet: (entries) => `未得：${entries}`,
  partly: (entry, award, points) => `${entry} 得 ${award}，满分 ${points}`,
  reason: (reason) => `理由：${reason}`,
  cap: (side, limit) => `${side === 'at-most' ? '至多' : '至少'} ${limit}`,
  rounding: (rounding) => `保留到 ${rounding}`,
  veto: (about, possible) => `${possible ? '可能' : ''}一票否决“${about}”`,
  exemption: (about, possible) => `${possible ? '可能' : ''}免评“${about}”`,
  overruled: '被优先的一项取代',
  allowed: (range) => `可评 ${range}`,
  instead: (standing) => `否则为 ${standing}`,
  redistribution: (factor, isChosen) =>
    `${isChosen ? '自选各项按比例折算' : '分摊不适用部分的分值'}：× ${factor}`,
  notApplicable: (policy, possible) =>
    `${possible ? '可能' : ''}不适用，分值${{ 'within-group': '由组内其他部分分摊', 'over-all': '由全部其他指标分摊', 'in-full': '按满分计', award: '按规则所定计分' }[policy]}`,
  absent: (condition, possible) =>
    `本单位${possible ? '可能' : ''}无此项：${condition === undefined ? '未自选' : `仅当 ${condition}`}`,
  onlyWhere: (condition) => `仅当 ${condition}`,
  notChosen: (names) => `未自选：${names}`,
};

export const stepWords: Readonly<Record<Language, StepWords>> = { en, zh };
