// The words of sensitivity reports, in both languages.
import type { Language } from '../diagnostics/diagnose.ts';

export interface SensitivityWords {
  readonly now: (total: string, grade: string) => string;
  readonly tornado: (by: string | undefined) => string;
  readonly bars: readonly [
    name: string,
    now: string,
    values: string,
    low: string,
    high: string,
    spread: string,
  ];
  readonly otherwise: string;
  readonly notExact: string;
  readonly breakPoints: string;
  readonly gradual: string;
  readonly breaks: readonly [
    name: string,
    now: string,
    at: string,
    by: string,
    indicator: string,
    score: string,
    total: string,
  ];
  readonly border: (name: string, at: string, included: boolean) => string;
  readonly weights: string;
  readonly weightColumns: readonly [
    name: string,
    points: string,
    share: string,
    siblings: string,
    effect: string,
  ];
  readonly unmoved: (count: number) => string;
  readonly more: (count: number) => string;
  readonly nothing: string;
  readonly idle: (count: number) => string;
  readonly open: (name: string, indicator: string) => string;
  readonly notes: readonly string[];
  readonly combined: string;
}

const en: SensitivityWords = {
  now: (total, grade) => `Now: ${total}${grade === '' ? '' : `, ${grade}`}`,
  tornado: (by) =>
    by === undefined
      ? 'What each input can make of the total over all that is declared, all else as it is:'
      : `What each input makes of the total when it is up to ${by} less or more, all else as it is:`,
  bars: ['Input', 'Now', 'Values', 'Lowest', 'Highest', 'Spread'],
  otherwise: 'any other',
  notExact: 'A ~ stands before totals that only bound what there is.',
  breakPoints: 'Where the score of an indicator jumps, the nearest first:',
  gradual: 'Where the score of an indicator moves on by the step to which it is rounded:',
  breaks: ['Input', 'Now', 'At', 'Change', 'Indicator', 'Score', 'Total'],
  border: (name, at, included) =>
    `${name}: the exact border is ${at}${included ? '' : ', at which the score is still the same'}.`,
  weights:
    'If a part had one point more, its siblings giving it up in proportion and each keeping its share of its points:',
  weightColumns: ['Part', 'Points', 'Has', 'Siblings have', 'Total moves by'],
  unmoved: (count) =>
    count === 1
      ? 'For 1 more part that moves nothing.'
      : `For ${count} more parts that moves nothing.`,
  more: (count) => `${count} more; --all shows them.`,
  nothing: 'Nothing.',
  idle: (count) =>
    count === 1 ? '1 input moves no score.' : `${count} inputs, or entries of them, move no score.`,
  open: (name, indicator) =>
    `${name}: it could not be told where the score of ${indicator} changes further away.`,
  notes: [
    'Money is varied by the fen, whole numbers by one, all else by two decimals (plain numbers by four) or by as many as the figure has; a value nearer than one shown leaves the score as it is.',
  ],
  combined: 'A rule combines the scores of the parts, so that points are not what they weigh.',
};

const zh: SensitivityWords = {
  now: (total, grade) => `现在：总分 ${total}${grade === '' ? '' : `，${grade}`}`,
  tornado: (by) =>
    by === undefined
      ? '各项数据在申报范围内任意变动、其余不变时的总分：'
      : `各项数据上下变动 ${by} 以内、其余不变时的总分：`,
  bars: ['数据', '现在', '变动范围', '最低', '最高', '相差'],
  otherwise: '其他任一',
  notExact: '带 ~ 的总分只是界限。',
  breakPoints: '指标得分跳变的地方（由近到远）：',
  gradual: '指标得分随之移动一个舍入单位的地方：',
  breaks: ['数据', '现在', '变为', '变化', '指标', '得分', '总分'],
  border: (name, at, included) =>
    `${name}：准确的界线是 ${at}${included ? '' : '，恰好等于它时得分还不变'}。`,
  weights: '某一部分多 1 分、同级各部分按分值比例让出、各自得分率不变时，总分的变化：',
  weightColumns: ['部分', '分值', '得分率', '同级得分率', '总分变化'],
  unmoved: (count) => `另有 ${count} 个部分，总分不变。`,
  more: (count) => `另有 ${count} 行，--all 全部列出。`,
  nothing: '没有。',
  idle: (count) => `有 ${count} 项数据（或其中的条目）不影响任何得分。`,
  open: (name, indicator) => `${name}：更远处“${indicator}”的得分在哪里变化，未能判定。`,
  notes: [
    '金额以分为单位变动，整数以 1 为单位，其余到小数两位（没有单位的数到四位），原数更细的依原数；比所列的值更近的，得分都不变。',
  ],
  combined: '各部分得分按规则合成，分值不等于权重。',
};

export const sensitivityWords: Readonly<Record<Language, SensitivityWords>> = { en, zh };
