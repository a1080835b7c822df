// Small rulesets that lean on the safeguards of compiled modules, one or two each: what fits doubles only
// just, or not, and is therefore rounded, compared, chosen or limited within a bound.
import type { Inputs } from './figure-slots.ts';

const INPUTS: Readonly<Record<string, string>> = {
  支一: 'money in 万元 at least 0',
  支二: 'money in 万元 at least 0',
  支三: 'money in 万元 at least 0',
  预一: 'money in 万元 above 0',
  预二: 'money in 万元 above 0',
  预三: 'money in 万元 above 0',
  小: 'money in 万元 from 0 to 100',
  率: 'percent from 0% to 100%',
  别率: 'percent from 0% to 100%',
  幅: 'percent from -50% to 200%',
  完成: 'count of 项 at least 1',
  计划: 'count of 项 at least 1',
  量: 'number above 0.5 below 20',
  日: 'date from 2023-01-01 to 2024-12-31',
  类: 'one of { 甲, 乙, 丙 }',
  有: 'yes or no',
  无: 'yes or no',
  季: 'list of 2 money in 万元 at least 0',
  季支: 'list of 4 money in 万元 at least 0',
  季预: 'list of 4 money in 万元 above 0',
  单: 'list of { 名 : text  额 : money in 万元 at least 0 }',
};

/** A ruleset with the inputs that it reads. */
function ruleset(total: number, statements: string, limits = 'at least 0 at most'): string {
  const inputs = Object.entries(INPUTS)
    .filter(([name]) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(statements))
    .map(([name, type]) => `  input ${name} : ${type}`);
  const limited = limits === 'uncapped' ? limits : `${limits} ${total}`;
  return [`ruleset R { total ${total} points ${limited}`, ...inputs, `  ${statements} }`].join(
    '\n',
  );
}

const alone = (rule: string, further = '') =>
  ruleset(10, `${further}\n  indicator 一 10 points at least 0 at most 10 { ${rule} }`);

const uncapped = (total: number, rule: string) =>
  ruleset(total, `indicator 一 ${total} points uncapped { ${rule} }`, 'uncapped');

/** Each of these by its name. */
export const SPECIMENS: Readonly<Record<string, string>> = {
  'a sum over three denominators': alone(
    'score (支一 / 预一 + 支二 / 预二 + 支三 / 预三) * 3 rounded to 0.01 half up',
  ),
  'a sum that is graded': alone(
    'score 支一 / 预一 * 4 + 支二 / 预二 * 6',
    'scores rounded to 0.01 half up grades { 优 above 9  良 from 6  差 from 0 }',
  ),
  'a sum that is compared': alone(
    'when 支一 / 预一 + 支二 / 预二 >= 100% : 7 otherwise : 2',
    'output 够 = 支一 / 预一 + 支二 / 预二 > 100%',
  ),
  'a difference of sums': alone(
    'score max(0, 支一 / 预一 + 支二 / 预二 - 支三 / 预三) * 7 rounded to 0.1 half up',
  ),
  'a product of quotients': alone(
    'score (支一 / 预一) * (支二 / 预二) * 9 rounded to 0.01 half up',
  ),
  'a threshold with many digits': alone(
    'tiers of 支一 / 预一 { >= 98.7654% : 9  >= 33.3333% : 3.3  otherwise : 0 }',
  ),
  'the larger of two sums': alone(
    'score max(支一 / 预一 + 支二 / 预二, 支三 / 预三) * 4 rounded to 0.01 half up',
  ),
  'a row of a table that is a sum': alone(
    'score (tiers of 支三 / 预三 { >= 77.7777% : 支一 / 预一 + 支二 / 预二  otherwise : 支一 / 预一 }) * 4 rounded to 0.01 half up',
  ),
  'a quotient beyond doubles': alone('score 支一 / 预一 * 10 rounded to 0.0001 half up'),
  'a quotient within doubles': alone('score 支一 / 预一 * 10 rounded to 0.01 half up'),
  'a quotient of which twice is beyond doubles': uncapped(
    20,
    'score 支一 / 预一 * 20 rounded to 0.01 half up',
  ),
  'a quotient rounded up at the end of doubles': uncapped(
    7,
    'score 支一 / 预一 * 2047 / 300 rounded to 0.01 up',
  ),
  'a difference far below 0': alone(
    'when 小 - 支一 * 97.3% - 支二 * 97.3% - 支三 * 97.3% > -11000000 万元 : 7 otherwise : 2',
  ),
  'less than nothing': alone('score 6 + (-率 * 3.3 rounded to 0.1 half up)'),
  'a difference of large quotients': alone(
    'score max(0, 支一 / 预一 - 支二 / 预二) * 7 rounded to 0.1 half up',
  ),
  'a difference that is compared': alone('when 支一 / 预一 - 支二 / 预二 >= 30% : 7 otherwise : 2'),
  'a share of what may be nothing': alone(
    'when 支三 = 0 : 1 otherwise : min(10, 支一 / 支三)',
    'scores rounded to 0.01 half up',
  ),
  'two vetoes at once': alone(
    'score 支一 / 预一 * 10 rounded to 0.1 half up veto "v" when 有 : 3 veto "w" when 无 : 1',
  ),
  'a quotient rounded up': alone('score 支一 / 预一 * 10 rounded to 0.01 up'),
  'a quotient rounded down': alone('score 支一 / 预一 * 10 rounded to 0.01 down'),
  'a quotient rounded to even': alone('score 支一 / 预一 * 10 rounded to 0.01 half even'),
  'a sum rounded up': alone('score (支一 / 预一 + 支二 / 预二) * 5 rounded to 0.01 up'),
  'many digits rounded up': alone('score 支一 / 预一 * 10 rounded to 0.00005 up'),
  'many digits rounded down': alone('score 支一 / 预一 * 10 rounded to 0.00005 down'),
  'a quotient that is not rounded': alone('score min(1, 支一 / 预一) * 10'),
  'a sum that is not rounded': alone('score 支一 / 预一 * 4 + 支二 / 预二 * 6'),
  'a figure below 0': alone(
    'score 幅 * 4 + 5 rounded to 0.1 half up',
    'scores rounded to 0.01 half up',
  ),
  'below 0 in the middle': alone(
    'score 6 + ((率 - 别率) * 3.3 rounded to 0.1 half up) + ((率 - 别率) * 2 rounded to 0.01 half even)',
  ),
  'growth below 0': alone('score 5 + 5 * ((支一 - 预一) / (支一 + 预一) rounded to 0.01 half up)'),
  'the distance of sums': alone(
    'score 10 - abs(支一 / 预一 - 支二 / 预二) * 5 rounded to 0.01 half up',
  ),
  'a veto of a part': alone(
    'score (支一 / 预一 + 支二 / 预二) * 5 rounded to 0.01 half up veto "v" when 支三 / 预三 < 55.5555% : standing / 3',
  ),
  'a veto of a part that is rounded': alone(
    'score (支一 / 预一 + 支二 / 预二) * 5 veto "v" when 有 : standing / 3',
    'scores rounded to 0.01 half up',
  ),
  'strikes by ranks': alone(
    'score 支一 / 预一 * 10 rounded to 0.1 half up veto "v" when 有 : 1 priority 1 exempt "e" when 无',
  ),
  'things and words': alone(
    'score min(1, 完成 / 计划) * 7 + (if 类 in { 甲, 乙 } and not 有 then 3 else 1) rounded to 0.01 half up',
  ),
  'days and plain numbers': alone(
    'when 日 > 2024-06-30 : 2 otherwise : 量 / 20 * 10 rounded to 0.001 half up',
  ),
  'a list of fixed length': alone('score (季[1] + 季[2]) / 预一 * 10 rounded to 0.01 half up'),
  'a list in fractions': ruleset(
    20,
    `indicator 一 10 points at least 0 at most 10 { score (sum of 额 over 单) / 预一 * 10 rounded to 0.01 half up }
  indicator 二 10 points at least 0 at most 10 { score (支一 / 预一 + 支二 / 预二) * 5 rounded to 0.01 half up }`,
  ),
  'a score of another': ruleset(
    20,
    `scores rounded to 0.01 half up
  grades { 优 from 18 when score of 一 >= 7.77  良 from 10  差 from 0 }
  veto grade down 1 "d" when 支一 / 预一 + 支二 / 预二 < 44.4444%
  indicator 一 10 points at least 0 at most 10 { score (支一 / 预一 + 支二 / 预二) * 5 }
  indicator 二 10 points at least 0 at most 10 { score score of 一 * 0.7 + 率 * 3 points }`,
  ),
  'large points': ruleset(
    90_000,
    `indicator 一 90000 points at least 0 at most 90000 { score 支一 / 预一 * 90000 rounded to 0.01 half up }`,
  ),
  outputs: alone(
    'score (支一 / 预一 + 支二 / 预二) * 5 rounded to 0.01 half up',
    `output 比 = 支一 / 预一
     output 档 = tiers of 支一 / 预一 + 支二 / 预二 { >= 100% : 100%  otherwise : 50% }
     output 进 = (支一 / 预一 + 支二 / 预二) rounded to 0.01 half up`,
  ),
  'a sum over four denominators that is limited': alone(
    'score 季支[1] / 季预[1] * 8 + 季支[2] / 季预[2] * 4 + 季支[3] / 季预[3] * 2 + 季支[4] / 季预[4] * 2',
  ),
  'scores of items that are not there': ruleset(
    20,
    `indicator 一 10 points {
    not applicable when 有 redistribute over all
    item 半 4 points { score 率 * 4 points }
    item 余 6 points { score 别率 * 6 points }
  }
  indicator 二 5 points {
    not applicable when 无 award in full
    item 全 5 points { score 率 * 5 points }
  }
  indicator 三 5 points at least 0 at most 5 { score score of 半 / 2 + score of 全 * 0.6 }`,
  ),
  'a whole with fewer points inside that is always awarded': ruleset(
    20,
    `group 甲组 10 points {
    not applicable when 类 = 甲 or 类 = 乙 or 类 = 丙 award in full
    indicator 平 8 points { applies when 率 < 50%  when 有 : 1 otherwise : 0 }
  }
  indicator 二 10 points { score 别率 * 10 points }`,
  ),
  'a step that reads a step': ruleset(
    10,
    `indicator 一 10 points at least 0 at most 10 {
    let 比 = 率 + 支一 / 预一
    score 比 * 10
  }`,
  ),
  'rows of which none implies the next': ruleset(
    20,
    `indicator 一 10 points { when 支一 > 预一 : 4 when 支一 < 90% * 预一 : 9 otherwise : 6 }
  indicator 二 10 points { when 支二 >= 90% * 预二 : 9 when 支二 >= 60% * 预二 : 4 otherwise : 7 }`,
  ),
  'a grade of a total that is open': alone(
    'score 支一 / 预一 * 4 + 支二 / 预二 * 3 + 支三 / 预三 * 3',
    'grades { 优 above 9  良 from 6  差 from 0 }',
  ),
  'a wide figure rounded to even': alone(
    'score min(10, 支一 * 支二 / (预一 * 预二) * 10 rounded to 0.01 half even)',
  ),
  'a figure beyond 2^51 steps': alone(
    'score min(10, (支一 / 预一 * 支二 / 预二 + 支三 / 预三) rounded to 0.01 half up)',
  ),
  'a quotient where a sum decides': alone(
    'when 支一 / 预一 + 支二 / 预二 >= 100% : min(1, 支三 / 预三) * 7 otherwise : 2',
  ),
  'a score that rounding lifts above its points': ruleset(
    10,
    `scores rounded to 0.1 half up  total rounded to 0.01 half up
  group 甲 10 points at most 10 {
    indicator 一 1.05 points { score min(1, 支一 / 预一) * 1.05 points }
    indicator 二 8.95 points { score min(score of 一, 1.05 points) * 8 at most 8.95 }
  }`,
  ),
  'names that are called like columns of others': [
    'ruleset R { total 20 points at least 0 at most 20',
    '  input 甲 : percent from 0% to 100%',
    '  input 甲_列 : percent from 0% to 100%',
    '  indicator 乙 10 points { score 甲 * 10 }',
    '  indicator 乙_列 10 points { score 甲_列 * 10 }',
    '  scores rounded to 0.01 half up }',
  ].join('\n'),
  'a limit that doubles do not keep': alone(
    'when 支一 >= 9007199254.740993 万元 : 10 otherwise : 3',
  ),
};

/** Departments that show what random ones show rarely: ties and near ties at the end of doubles. */
export const CONSTRUCTED: Readonly<Record<string, readonly Inputs[]>> = {
  'a limit that doubles do not keep': [{ 支一: '9007199254.740992' }],
  // 2047 · 支一 + 3 · 预一 − 1 is odd and beyond 2^53, and 2047 · 支一 a multiple of 3 · 预一.
  'a quotient rounded up at the end of doubles': [
    { 支一: '4395897.977856', 预一: '4398046.510592' },
  ],
  'a difference far below 0': [
    { 支一: '4398046.511104', 支二: '2902226.20856', 支三: '4005018.851299', 小: '48.698547' },
    { 支一: '3463208.964371', 支二: '3538119.035891', 支三: '4303928.591701', 小: '14.66398' },
  ],
  'a quotient of which twice is beyond doubles': [
    { 支一: '2312672.584511', 预一: '3968550.123571' },
  ],
  'a difference of sums': [
    {
      ...{ 支一: '0.781006', 支二: '0.68661', 支三: '0.68661' },
      ...{ 预一: '109.34084', 预二: '0.68661', 预三: '0.68661' },
    },
  ],
  // Over its common denominator the sum is beyond the whole numbers of databases.
  'a sum over four denominators that is limited': [
    {
      季支: ['1232731.3652', '718.243574', '600263', '4398046.511104'],
      季预: ['16584.434402', '4398046.511104', '689961.585', '0.000001'],
    },
  ],
  // The difference is small, and what it is made of large.
  'a difference that is compared': [
    { 支一: '260837.965204', 支二: '717304.402661', 预一: '0.002', 预二: '0.0055' },
    { 支一: '210710.756516', 支二: '579454.578769', 预一: '0.002', 预二: '0.0055' },
  ],
  'a veto of a part that is rounded': [
    { 支一: '0.0023', 支二: '0.000007', 预一: '2.3', 预二: '0.000007', 有: false },
  ],
  outputs: [
    { 支一: '2272016.825392', 支二: '824097.405107', 预一: '2931121.953084', 预二: '3664863' },
    {
      支一: '1182500.682328',
      支二: '2749314.086366',
      预一: '4138752.388098',
      预二: '3849039.720931',
    },
  ],
};
