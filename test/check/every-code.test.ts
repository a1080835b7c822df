// One case for every message that checking has: the ruleset that earns it and the text it stands under.
import { describe, expect, test } from 'vitest';
import { checkingMessages } from '../../src/diagnostics/checking-messages.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { checkTrees, withRule } from './checking.ts';

interface Case {
  readonly code: keyof typeof checkingMessages;
  readonly texts: readonly string[];
  /** The text under the message. */
  readonly at: string;
  /** What else is rightly said of the same ruleset, further down. */
  readonly also?: readonly string[];
}

const inRule = (code: Case['code'], body: string, at: string): Case => ({
  code,
  texts: [withRule(body)],
  at,
});
const inHead = (code: Case['code'], head: string, at: string): Case => ({
  code,
  texts: [withRule('judged', head)],
  at,
});
const inLet = (code: Case['code'], expression: string, at: string): Case =>
  inHead(code, `let X = ${expression}`, at);
const amended = (code: Case['code'], body: string, at: string): Case => ({
  code,
  texts: [PARENT, child(body)],
  at,
});

const child = (body: string) => `ruleset 下级 amends "0.chi" { ${body} }`;

const PARENT = `ruleset 上级 {
  total 5 points
  option 从严 : yes or no = no
  input 率 : percent from 0% to 100%
  let 线 = 60%
  group 甲组 3 points { indicator 甲 1 point { judged } indicator 乙 2 points { judged } }
  locked group 丙组 2 points { indicator 丙 2 points { judged } }
}`;

// A bonus group from which one indicator fills the points, but for 4 points, which nothing fills.
const pool = (code: Case['code'], points: number, more: string, inside: string, at: string): Case =>
  inHead(
    code,
    `bonus group 自选 ${points} points at most ${points} { chosen by department
      indicator 乙 ${points === 4 ? 3 : points} points { ${inside}
        judged }
      ${more} }`,
    at,
  );

const cases: readonly Case[] = [
  inLet('aggregate-takes-all', 'mean of 季度 * 2', '季度 * 2'),
  {
    code: 'not-monotone-without-rule',
    texts: ['ruleset 甲 { total 1 point not monotone "故意" indicator 乙 1 point { judged } }'],
    at: 'not monotone "故意"',
  },
  inHead('words-need-type', 'output 结论 = when 率 > 50% : 通过 otherwise : 废标', '通过'),
  {
    code: 'bounds-not-checked',
    texts: [withRule('judged', 'type 档 = integer from 0 to 4 let X : 档 = 3 let Y = X')],
    at: '档',
  },
  {
    code: 'comparison-inside-where',
    texts: [
      withRule(
        'when count of 表 where 列 > 3 = 0 : 5 otherwise : 0',
        'input 表 : list of { 列 : number }',
      ),
    ],
    at: 'count of 表 where 列 > 3 = 0',
  },
  {
    code: 'range-written-as-difference',
    texts: [
      withRule(
        'tiers of 占比 { < 5% : 5  5%-10% : 1  otherwise : 0 }',
        'input 占比 : percent at least 0%',
      ),
    ],
    at: '5%-10%',
  },
  // Amendments.
  {
    code: 'amendment-without-parent',
    texts: [withRule('judged', 'points 甲指标 = 5')],
    at: '甲指标',
  },
  amended('unknown-path', 'points 丁 = 1', '丁'),
  {
    code: 'ambiguous-path',
    texts: [
      PARENT.replace('indicator 丙 2', 'indicator 甲 2').replace('locked ', ''),
      child('points 甲 = 1'),
    ],
    at: '甲',
  },
  amended('locked-by-parent', 'points 丙 = 2.5', '丙'),
  amended('amendment-changes-nothing', 'points 甲 = 1.0 分', '甲'),
  amended('amended-twice', 'set 线 = 70%  set 线 = 80%', '线'),
  amended('not-settable', 'set 甲 = 2', '甲'),
  amended('not-renamable', 'rename 线 to 合格线', '线'),
  amended('cannot-replace', 'replace judged', 'judged'),
  amended('replace-kind-differs', 'replace group 甲 1 point { }', '甲'),
  amended('cannot-add-here', 'add item 新 1 point to 甲组 { judged }', '新'),
  amended('order-incomplete', 'order 甲组 { 乙 }', '甲组'),
  inHead('cannot-be-open', 'open input 资金 : money in 元', '资金'),
  inHead('open-term', 'open let 线 : percent', '线'),

  // Names.
  inRule('unknown-name', 'score 支岀 / 预算', '支岀'),
  inHead('unknown-type', 'input 等次 : 等次类', '等次类'),
  inLet('unknown-function', 'maximum(1, 2)', 'maximum'),
  inLet('unknown-field', 'sum of each.权種 over 任务', '权種'),
  inLet('unknown-value', '级别 = 丁', '丁'),
  inHead(
    'unknown-grade',
    'grades { 优 from 9 差 from 0 }  veto grade at most 良 "失信" when 违规',
    '良',
  ),
  inHead('ambiguous-value', 'input 甲 : one of { 甲, 丁 }  let X = 级别 = 甲', '甲'),
  inHead('duplicate-name', 'let 支出 = 1', '支出'),
  inHead('cyclic-let', 'let 一 = 二  let 二 = 一', '一'),
  inHead('cyclic-type', 'type 甲类 = 乙类  type 乙类 = 甲类  input 某 : 甲类', '甲类'),
  inLet('node-not-readable', '甲指标 / 2', '甲指标'),
  inLet('each-outside', 'each + 1', 'each'),
  inLet('outer-entry', 'sum of (sum of each * 权重 over 季度) over 任务', '权重'),
  inLet('full-points-outside', 'full points / 2', 'full points'),
  inLet('standing-outside', 'standing / 2', 'standing'),
  inHead(
    'nested-too-deep',
    `${Array.from({ length: 600 }, (_, index) => `let v${index + 1} = v${index}`).join(' ')} let v0 = 1`,
    'v249',
  ),

  // Values.
  inLet('units-differ', '支出 + 人数', '支出 + 人数'),
  inLet('types-differ', '级别 = "甲"', '级别 = "甲"'),
  inHead('type-mismatch', 'let X : date = 5', '5'),
  inLet('not-a-number', '违规 + 1', '违规'),
  inRule('not-a-condition', 'when 支出 : 1 otherwise : 0', '支出'),
  inRule('not-a-score', 'score 支出', '支出'),
  inRule('not-a-count', 'deduct 1 per 支出', '支出'),
  inLet('not-a-list', 'sum of 支出', '支出'),
  inLet('not-a-record', '支出.金额', '支出'),
  inLet('not-ordered', '级别 > 甲', '级别'),
  inLet('not-comparable', 'count of 任务 where 目标 = 实际', '目标'),
  inLet('not-constant', 'root(完成率, 人数)', '人数'),
  inLet('percent-sign-missing', '完成率 >= 90', '90'),
  inLet('rounding-mode-missing', '完成率 rounded to 0.1%', 'rounded to 0.1%'),
  inLet('step-not-positive', '完成率 rounded to 0% half up', '0%'),
  inLet('wrong-argument-count', 'abs(1, 2)', 'abs'),
  inLet('wrong-argument', 'year(人数)', '人数'),
  inLet('achievement-reading-missing', 'sum of achievement(目标, 实际) over 任务', 'achievement'),
  inLet('achievement-limit-wrong', 'sum of achievement(目标, 实际, capped, 90%) over 任务', '90%'),
  inLet('plain-number-needed', 'floor(支出)', '支出'),
  inLet('exponent-out-of-range', 'root(完成率, 1)', '1'),
  inLet('root-unit', 'root(支出, 2)', '支出'),
  inHead('function-not-called', 'let f(x : number) = x  let X = f + f(1)', 'f'),
  {
    ...inHead(
      'calls-too-many',
      `let f0(x : number) = x  ${Array.from({ length: 10 }, (_, index) => `let f${index + 1}(x${index} : number) = f${index}(x${index}) + f${index}(x${index})`).join('  ')}  let X = f10(1)`,
      'f10(1)',
    ),
  },
  inLet(
    'curve-needs-points',
    'interpolate of 完成率 { < 60% : 0  60% : 1 }',
    'interpolate of 完成率 { < 60% : 0  60% : 1 }',
  ),
  inLet('curve-not-in-order', 'interpolate of 完成率 { 60% : 1  80% : 2  70% : 3 }', '70%'),
  inLet(
    'curve-direction-unknown',
    'interpolate of 面积 { 面积 * 2 : 1; 面积 * 3 : 2 }',
    'interpolate of 面积 { 面积 * 2 : 1; 面积 * 3 : 2 }',
  ),
  inLet('index-outside-list', '季度[5]', '5'),
  inLet('no-such-date', '开工 > 2023-02-30', '2023-02-30'),
  inHead('unknown-money-unit', 'input 资金 : money in 万', '万'),
  inHead('unit-word-taken', 'input 资金 : count of 万元', '万元'),
  inHead('list-length-out-of-range', 'input 月度 : list of 100000 number', '100000'),
  inHead('type-nested', 'input 月度 : list of 2 list of 3 number', 'list of 3 number'),
  inHead('bound-not-applicable', 'input 备注 : text at least 1', 'at least 1'),
  inHead('bound-twice', 'input 比例 : percent at least 0 above 1%', 'above 1%'),
  inHead('range-empty', 'input 比例 : percent at least 5% at most 4%', 'at most 4%'),
  inHead('value-out-of-range', 'input 比例 : percent at least 5% = 4%', '4%'),
  inHead('value-not-fitting', 'input 比例 : list of 2 percent = 4%', '4%'),
  inHead('list-length-differs', 'input 比例 : list of 2 percent = [4%]', '[4%]'),
  inRule(
    'field-missing',
    'judged example { 任务 = [{ 名称 = "一", 权重 = 1, 目标 = 8家, 实际 = "8家" }] } gives 1',
    '{ 名称 = "一", 权重 = 1, 目标 = 8家, 实际 = "8家" }',
  ),
  inLet('empty-list', 'sum of []', '[]'),

  // Rules over several departments, and the order of figures.
  inLet('cohort-outside', 'sum of [cohort]', 'cohort'),
  inLet('cohort-needs-figure', 'sum of cohort', 'cohort'),
  inLet('own-outside', 'sum of own 支出 over 季度', 'own 支出'),
  inLet(
    'rank-over-cohort',
    'rank of 支出 over others highest first ties share best rank',
    'others',
  ),
  inLet('trimming-not-for', 'any of 违规 over cohort without lowest 1', '1'),
  inLet('trimming-not-whole', 'sum of 季度 without highest 0.5', '0.5'),
  inLet('quantile-place-missing', 'quantile of 季度', 'quantile of 季度'),
  inLet('quantile-place-not-for', 'mean of 季度 at 25% nearest', 'at 25% nearest'),
  inLet('quantile-share-outside', 'quantile of 季度 at 125% nearest', '125%'),
  inLet('product-with-unit', 'product of 支出 over cohort', '支出'),
  // Scores.
  inRule('unknown-score', 'score score of 没有', '没有'),
  inRule('score-circle', 'score score of 甲指标', 'score of 甲指标'),
  inRule('total-score-outside', 'score total score', 'total score'),
  inRule('parts-outside', 'score sum of scores of parts', 'scores of parts'),
  inRule('cannot-combine', 'item 一 10 points { judged } deduct 5', 'deduct 5'),
  {
    code: 'score-in-applicability',
    texts: [
      `ruleset 某 { total 3 points indicator 甲 1 point { judged }
        indicator 乙 2 points { not applicable when score of 甲 > 0 award in full judged } }`,
    ],
    at: 'score of 甲',
  },
  {
    code: 'score-in-applicability',
    texts: [
      `ruleset 某 { total 3 points indicator 甲 1 point { judged }
        indicator 乙 2 points { item 一 2 points { applies when score of 甲 > 0 judged } } }`,
    ],
    at: 'score of 甲',
  },
  inRule('score-circle', 'score mean of score of 甲指标 over cohort', 'score of 甲指标'),
  inRule('total-score-outside', 'score mean of total score over cohort', 'total score'),
  {
    code: 'combined-over-all',
    texts: [
      `ruleset 某 { total 2 points input 无 : yes or no group 组 2 points { score max of scores of parts
        indicator 甲 2 points { not applicable when 无 redistribute over all judged }
        indicator 乙 2 points { judged } } }`,
    ],
    at: 'not applicable when 无 redistribute over all',
  },
  {
    code: 'rate-without-points',
    texts: [
      `ruleset 某 { total 2 points group 组 2 points { score 2 * min of rates of parts
        indicator 甲 0 points { judged } indicator 乙 2 points { judged } } }`,
    ],
    at: '甲',
  },

  // Structure.
  inHead('misplaced-statement', 'item 一 1 point { judged }', '一'),
  inHead('duplicate-statement', 'total 9 points', '9 points'),
  { code: 'total-missing', texts: ['ruleset 空 { indicator 甲 1 point { judged } }'], at: '空' },
  inRule('rule-missing', '', '甲指标'),
  inRule('several-rules', 'judged score 5', 'score 5'),
  inHead('group-empty', 'group 空组 0 points { }', '空组'),
  {
    code: 'points-not-conserved',
    texts: ['ruleset 某 { total 3 points indicator 甲 1 point { judged } }'],
    at: '3 points',
  },
  inHead('points-as-share', 'indicator 负 10% { judged }', '10%'),
  inRule(
    'not-monotone-without-rule',
    'item 一 10 points { judged } not monotone "无"',
    'not monotone "无"',
  ),
  inHead('points-negative', 'indicator 负 -1 point { judged }', '-1 point'),
  inHead(
    'bonus-limit-missing',
    'bonus group 加分项 1 point { indicator 奖 1 point { judged } }',
    '加分项',
  ),
  inRule('limits-contradict', 'score 5 at most 5 uncapped', 'uncapped'),
  inRule('deduction-step-missing', 'deduct 0.1 per 1% of 完成率 above 10%', '1%'),
  inRule('deduction-subject-missing', 'deduct 1 per 2', '2'),
  inRule('deduction-not-positive', 'deduct -1 per 人数', '-1'),
  inHead('priority-not-whole', 'veto total "违规" when 违规 : 0 priority 1.5', '1.5'),
  inHead(
    'grade-down-not-whole',
    'grades { 优 from 9 差 from 0 }  veto grade down 0.5 "失信" when 违规',
    '0.5',
  ),
  inLet('band-outside-judged', 'when 违规 : 1..2 otherwise : 3', '2'),
  inRule('band-reversed', 'judged one of { 好 : 9..6 坏 : 0 }', '6'),
  inRule('policy-missing', 'judged not applicable when 违规', '违规'),
  inHead('reach-not-enclosing', 'veto item "违规" when 违规 : 0', '"违规"'),
  inHead('grades-missing', 'veto grade at most 良 "失信" when 违规', '良'),
  inHead('grade-bounds-equal', 'grades { 优 from 9 良 from 9 }', '良'),
  inRule('choice-outside-points', 'judged one of { 好 : 11 坏 : 0 }', '11'),
  inHead('tolerance-without-equality', 'check "大于" : 支出 > 预算 within 1', '1'),
  inHead('tolerance-negative', 'check "等于" : 支出 = 预算 within -1', '-1'),
  inHead('option-not-finite', 'option 线 : percent = 60%', 'percent'),
  inHead('value-missing', 'let 线 : percent', '线'),
  { ...inHead('open-type-missing', 'open let 线', '线'), also: ['open-term'] },
  inRule('unknown-given', 'judged example { 甲指瞟 = 1 } gives 1', '甲指瞟'),
  inRule('others-not-records', 'judged example { others = 1 } gives 1', '1'),
  {
    code: 'option-of-others',
    texts: [
      withRule('judged example { others = [{ 严 = yes }] } gives 1', 'option 严 : yes or no = no'),
    ],
    at: '严',
    also: ['unused-option'],
  },
  inRule('example-reversed', 'judged example { 甲指标 = 1 } gives 2 to 1', '2'),
  inRule('others-not-records', 'judged example { others = [1] } gives 1', '1'),
  {
    code: 'option-of-others',
    texts: [
      withRule(
        'judged example { others = [{ 严 = yes }] } gives 1',
        'option 严 : yes or no = no  let X = 严',
      ),
    ],
    at: '严',
  },

  // Pools.
  {
    code: 'pool-part-conditional',
    texts: [
      `ruleset 某 { total 1 point input 有 : yes or no group 组 1 point { chosen by department
        indicator 甲 1 point { applies when 有 judged } indicator 乙 1 point { judged } } }`,
    ],
    at: 'applies when 有',
  },
  {
    code: 'pool-never-adds-up',
    texts: [
      `ruleset 某 { total 3 points group 组 3 points { chosen by department
        indicator 甲 2 points { judged } indicator 乙 2 points { judged } } }`,
    ],
    at: 'chosen by department',
  },
  {
    code: 'pool-part-never-fits',
    texts: [
      `ruleset 某 { total 2 points group 组 2 points { chosen by department
        indicator 甲 2 points { judged } indicator 乙 1 point { judged } } }`,
    ],
    at: '乙',
  },

  // Outputs, conditions on grades and rankings.
  {
    code: 'output-not-readable',
    texts: [withRule('score 甲出 at most 10', 'output 甲出 = 5 points')],
    at: '甲出',
  },
  inHead('output-not-single', 'output 各季 = 季度', '季度'),
  inRule('total-grade-outside', 'when total grade = 优 : 10 otherwise : 0', 'total grade'),
  {
    ...inHead('unknown-output', 'output 甲出 = 1 example { 人数 = 1 } gives 甲初 = 1', '甲初'),
  },
  {
    code: 'output-example-inside',
    texts: [withRule('judged example { 甲指标 = 1 } gives 甲出 = 1', 'output 甲出 = 1')],
    at: '甲出',
  },
  {
    code: 'example-needs-output',
    texts: ['ruleset 字母 { input 数 : integer  output 出 = 数 * 2  example { 数 = 2 } gives 4 }'],
    at: '4',
  },
  inHead('ranking-incomplete', 'input 等第 : one of { A > B, C }', 'one of { A > B, C }'),
  inHead('lowest-grade-conditional', 'grades { 优 from 9 差 from 0 when 违规 }', '违规'),
  {
    code: 'example-outdated',
    texts: [
      PARENT.replace(
        'indicator 乙 2 points { judged }',
        'indicator 乙 2 points { judged example { 甲 = 1, 乙 = 1 } gives 1 }',
      ),
      child('remove 甲'),
    ],
    at: '甲',
    also: ['points-not-conserved'],
  },

  // Parts that exist for some departments.
  pool('pool-part-conditional', 2, '', 'applies when 违规', 'applies when 违规'),
  pool('pool-never-adds-up', 4, '', '', 'chosen by department'),
  pool('pool-part-never-fits', 3, 'indicator 丁 1 point { judged }', '', '丁'),
];

/** Said before there is a tree to check. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'parent-missing',
  'amends-cycle',
  'amends-too-long',
]);

describe('every message of checking', () => {
  test.each(cases)('$code stands under “$at”', ({ code, texts, at, also = [] }) => {
    const { said, diagnostics } = checkTrees(...texts);
    expect(said.filter((one) => !also.includes(one[0]))).toEqual([[code, at]]);
    for (const diagnostic of diagnostics)
      for (const language of ['en', 'zh'] as const)
        expect(sentence(diagnostic, language)).not.toMatch(/undefined|\[object/);
  });

  test('has a case', () => {
    const covered = new Set<string>([...cases.map(({ code }) => code), ...ELSEWHERE]);
    expect(Object.keys(checkingMessages).filter((code) => !covered.has(code))).toEqual([]);
  });
});
