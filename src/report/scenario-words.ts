// What reports on weightings say, in both languages.
import type { Language } from '../diagnostics/diagnose.ts';

export interface ScenarioWords {
  readonly title: (ruleset: string) => string;
  readonly sampled: (count: string, possible: string, seed: string) => string;
  readonly every: (count: string) => string;
  readonly whole: (step: string) => string;
  readonly groups: (step: string) => string;
  readonly meaning: string;
  readonly indicator: string;
  readonly points: string;
  readonly bounds: string;
  readonly department: string;
  readonly total: string;
  readonly totals: string;
  readonly place: string;
  readonly kept: string;
  readonly places: string;
  readonly grades: string;
  readonly or: string;
  readonly none: string;
  readonly open: string;
  readonly swaps: string;
  readonly swap: (above: string, below: string, share: string, count: string) => string;
  readonly noSwaps: string;
  readonly further: (count: number) => string;
}

const en: ScenarioWords = {
  title: (ruleset) => `Weight scenarios of ${ruleset}`,
  sampled: (count, possible, seed) =>
    `${count} weightings drawn at random from ${possible}, each equally likely (seed ${seed}, xoshiro128**).`,
  every: (count) => `All ${count} weightings.`,
  whole: (step) => `Points go in steps of ${step}; the sum of the indicators below stays.`,
  groups: (step) => `Points go in steps of ${step}; the sum within each group stays.`,
  meaning:
    'An indicator keeps its share: what its rule gives is multiplied by new over old points, exactly, and then rounded.',
  indicator: 'Indicator',
  points: 'Points',
  bounds: 'Between',
  department: 'Department',
  total: 'Total',
  totals: 'Lowest..highest',
  place: 'Place',
  kept: 'Keeps it',
  places: 'Best..worst',
  grades: 'Grades',
  or: ' or ',
  none: 'none',
  open: 'Totals with “–” are open for want of data; so are the places that hang on them.',
  swaps: 'Pairs that change their order',
  swap: (above, below, share, count) => `${below} comes before ${above} in ${share} (${count})`,
  noSwaps: 'No two departments change their order.',
  further: (count) => `and ${count} more pairs (--format json lists all)`,
};

const zh: ScenarioWords = {
  title: (ruleset) => `权重情景：${ruleset}`,
  sampled: (count, possible, seed) =>
    `从 ${possible} 种权重中随机抽取 ${count} 种，每种可能性相同（种子 ${seed}，xoshiro128**）。`,
  every: (count) => `全部 ${count} 种权重。`,
  whole: (step) => `分值每步 ${step} 分；下列指标的分值合计不变。`,
  groups: (step) => `分值每步 ${step} 分；各分组内的分值合计不变。`,
  meaning: '指标得分按分值同比例变动：规则算得的分数乘以新旧分值之比，准确计算，再按规则集舍入。',
  indicator: '指标',
  points: '分值',
  bounds: '变动范围',
  department: '部门',
  total: '总分',
  totals: '最低..最高',
  place: '名次',
  kept: '保持名次',
  places: '最好..最差',
  grades: '等级',
  or: '或',
  none: '无等级',
  open: '带“–”的总分因数据不全而未定，取决于它的名次也未定。',
  swaps: '次序会变的部门',
  swap: (above, below, share, count) => `${below} 排到 ${above} 之前：${share}（${count} 次）`,
  noSwaps: '没有部门互换次序。',
  further: (count) => `另有 ${count} 对（--format json 列出全部）`,
};

export const scenarioWords: Readonly<Record<Language, ScenarioWords>> = { en, zh };
