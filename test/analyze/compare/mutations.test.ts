// One thing put otherwise in a real framework: comparing finds exactly that, and what is only written
// otherwise is shown to be equal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/analyze/compare/changes.ts';
import { compareFrameworks } from '../../../src/analyze/compare/compare.ts';
import { formatExact } from '../../../src/number/decimal.ts';
import * as Q from '../../../src/number/rational.ts';
import { commonWith, framework, ruleset, scoreOf } from './rulesets.ts';

const common = ruleset('shenzhen/common');

interface Mutation {
  readonly what: string;
  readonly edits: readonly (readonly [string, string])[];
  readonly indicator: string;
  readonly most: string;
  /** Kinds of changes, with what they are about. */
  readonly changes: readonly string[];
}

function changeShown(change: Change): string {
  switch (change.kind) {
    case 'expression': {
      const row = change.row ? ` ${change.row.as} ${change.row.number}` : '';
      return `${change.aspect}${row}`;
    }
    case 'judged':
      return `judged ${change.entry ?? ''}`;
    case 'definition':
      return `definition ${change.name}`;
    case 'option':
      return `option ${change.name}`;
    default:
      return change.kind;
  }
}

const MUTATIONS: readonly Mutation[] = [
  {
    what: 'a threshold',
    edits: [
      ['{ >= 95% : 6 分   >= 90% : 4 分', '{ >= 96% : 6 分   >= 90% : 4 分'],
      ['示例 "正好 95%" { 公众满意度 = 95% } 应得 6', ''],
    ],
    indicator: '公众或服务对象满意度',
    most: '2',
    changes: ['rule limit 1'],
  },
  {
    what: 'the score of a tier',
    edits: [
      ['>= 80% : 2 分   其余 : 1 分', '>= 80% : 3 分   其余 : 1 分'],
      ['示例 "正好 80%" { 公众满意度 = 80% } 应得 2', ''],
    ],
    indicator: '公众或服务对象满意度',
    most: '1',
    changes: ['rule value 3'],
  },
  {
    what: 'how a limit is met',
    edits: [
      [
        '分档 编外人员控制率 { < 5% : 1 分   5%..10% : 0.5 分',
        '分档 编外人员控制率 { <= 5% : 1 分   <= 10% : 0.5 分',
      ],
      ['示例 "正好 5%" { 在编人数 = 95; 编外人数 = 5 } 应得 0.5', ''],
    ],
    indicator: '编外人员控制率',
    most: '0.5',
    changes: ['rule'],
  },
  {
    what: 'what is deducted',
    edits: [
      ['扣 4 分 每 重点工作未完成数', '扣 3 分 每 重点工作未完成数'],
      ['示例 "一项未完成" { 重点工作未完成数 = 1 } 应得 4', ''],
      ['示例 "三项未完成" { 重点工作未完成数 = 3 } 应得 0', ''],
    ],
    indicator: '重点工作完成情况',
    most: '2',
    changes: ['deduction-amount'],
  },
  {
    what: 'a cap on deductions',
    edits: [
      ['扣 1 分 每 预算编制不符数', '扣 1 分 每 预算编制不符数 至多 4 分'],
      ['示例 "扣完为止" { 预算编制不符数 = 7 } 应得 0', ''],
    ],
    indicator: '预算编制规范性',
    most: '1',
    changes: ['deduction-most'],
  },
  {
    what: 'a veto that is gone',
    edits: [
      ['一票否决 "有违规支出" 当 违规支出 : 0', ''],
      [
        `        示例 "违规支出一票否决" {
          年初预算 = 100
          调整后预算 = 100
          资金支出规范性 = 1
          会计核算规范性 = 1
          违规支出 = 是
        } 应得 0
`,
        '',
      ],
      ['  输入 违规支出 : 是或否 = 否 "超范围、超标准、虚列、截留、挤占、挪用等"\n', ''],
    ],
    indicator: '财务合规性',
    most: '3',
    changes: ['veto'],
  },
  {
    what: 'what a veto leaves',
    edits: [
      ['或 专项资金评价为差 : 0', '或 专项资金评价为差 : 0.5'],
      [
        '示例 "没有检查材料" { 监管机制 = 1; 主管部门检查 = 1; 监督检查无材料 = 是; 专项资金评价为差 = 否 } 应得 1',
        '',
      ],
    ],
    indicator: '项目监管',
    most: '0.5',
    changes: ['veto'],
  },
  {
    what: 'the points of a checklist entry',
    edits: [
      ['细化为具体任务 2 分', '细化为具体任务 1.5 分'],
      ['体现履职效益 2 分', '体现履职效益 2.5 分'],
    ],
    indicator: '绩效指标明确性',
    most: '0.5',
    changes: ['judged 细化为具体任务', 'judged 体现履职效益'],
  },
  {
    what: 'an exemption that is gone',
    edits: [
      ['免评 "涉密部门不公开预决算" 当 涉密部门', ''],
      [
        '示例 "涉密部门" { 部门预算公开 = 未公开; 部门决算公开 = 未公开; 涉密部门 = 是 } 应得 3',
        '',
      ],
      [
        '示例 "决算公开迟了" { 部门预算公开 = 按要求公开; 部门决算公开 = 公开但不合要求; 涉密部门 = 否 } 应得 2.5',
        '',
      ],
      ['  输入 涉密部门 : 是或否 = 否 "按规定不公开预决算"\n', ''],
    ],
    indicator: '预决算信息公开',
    most: '3',
    changes: ['exemption'],
  },
  {
    what: 'a formula',
    edits: [
      [
        '定义 编外人员控制率 = 编外人数 / (在编人数 + 编外人数)',
        '定义 编外人员控制率 = 编外人数 / 在编人数',
      ],
      ['示例 "正好 5%" { 在编人数 = 95; 编外人数 = 5 } 应得 0.5', ''],
      ['示例 "正好 10%" { 在编人数 = 90; 编外人数 = 10 } 应得 0.5', ''],
    ],
    indicator: '编外人员控制率',
    most: '0.5',
    changes: ['definition 编外人员控制率'],
  },
  {
    what: 'a reading',
    edits: [
      ['选项 执行率限于分值 : 是或否 = 是', '选项 执行率限于分值 : 是或否 = 否'],
      [
        '示例 "照实计算会超过分值" {\n          季度累计支出 = [19.5, 72.5, 79.9, 99.8]\n          季度预算 = [100, 100, 100, 100]\n        } 应得 6',
        '',
      ],
    ],
    indicator: '预算执行率',
    most: 'unlimited',
    changes: ['option 执行率限于分值'],
  },
];

describe('one thing put otherwise', () => {
  it.each(MUTATIONS)('$what', ({ edits, indicator, most, changes }) => {
    const other = commonWith(...edits);
    for (const [before, after] of [[common, other] as const, [other, common] as const]) {
      const comparison = compareFrameworks(before, after);
      expect(comparison.different.map(({ after: { name } }) => name)).toEqual([indicator]);
      const [found] = comparison.different;
      expect(found?.changes.map(changeShown)).toEqual(changes);
      if (found?.meaning?.kind !== 'different') throw new Error('no witness');
      const { witness, largest, isReached } = found.meaning;
      expect(largest ? formatExact(largest) : 'unlimited').toBe(most);
      expect(isReached).toBe(most !== 'unlimited');
      expect(scoreOf(before, indicator, witness)).toEqual(witness.before);
      expect(scoreOf(after, indicator, witness)).toEqual(witness.after);
      expect(comparison.whole).toEqual([]);
      expect(comparison.checks).toEqual([]);
    }
  });

  it('finds a rounding that is another one, by at most what roundings differ', () => {
    const { different } = compareFrameworks(
      common,
      commonWith(['得分保留到 0.01 四舍五入', '得分保留到 0.1 四舍五入']),
    );
    expect(different.map(({ after }) => after.name).sort()).toEqual(
      [
        '政府采购执行情况',
        '财务合规性',
        '项目监管',
        '预算执行率',
        '项目完成及时性',
        '社会效益、经济效益、生态效益及可持续影响等',
      ].sort(),
    );
    for (const { meaning, changes } of different) {
      expect(changes.map(({ kind }) => kind)).toEqual(['rounding']);
      if (meaning?.kind !== 'different' || !meaning.largest) throw new Error('no witness');
      expect(Q.compare(meaning.largest, Q.rational(5, 100))).toBeLessThanOrEqual(0);
    }
  });
});

const REWRITES: readonly {
  readonly what: string;
  readonly edits: readonly (readonly [string, string])[];
}[] = [
  {
    what: 'a ratio compared crosswise',
    edits: [
      [
        '分档 固定资产利用率 { >= 90% : 1 分   >= 75% : 0.7 分   >= 60% : 0.4 分   其余 : 0 分 }',
        `当 10 * 在用固定资产 >= 9 * 固定资产总额 : 1 分
        其余当 4 * 在用固定资产 >= 3 * 固定资产总额 : 0.7 分
        其余当 在用固定资产 >= 0.6 * 固定资产总额 : 0.4 分
        其余 : 0 分`,
      ],
    ],
  },
  {
    what: 'rows in another order',
    edits: [
      [
        '分档 编外人员控制率 { < 5% : 1 分   5%..10% : 0.5 分   > 10% : 0 分 }',
        '分档 编外人员控制率 { > 10% : 0 分   5%..10% : 0.5 分   < 5% : 1 分 }',
      ],
    ],
  },
  {
    what: 'a table as conditions',
    edits: [
      [
        '分档 财政供养人员控制率 { <= 100% : 1 分   其余 : 0 分 }',
        '当 财政供养人员控制率 > 100% : 0 分\n        其余 : 1 分',
      ],
    ],
  },
  {
    what: 'a fraction instead of per cent',
    edits: [['{ >= 95% : 6 分   >= 90% : 4 分', '{ >= 0.95 : 6 分   >= 0.9 : 4 分']],
  },
  {
    what: 'a definition by another name',
    edits: [
      [
        '定义 财政供养人员控制率 = 在编人数 / 核定编制数',
        '定义 在编占编制比 = 在编人数 / 核定编制数',
      ],
      ['分档 财政供养人员控制率 {', '分档 在编占编制比 {'],
    ],
  },
  {
    what: 'a choice as a smaller figure',
    edits: [
      [
        `当 项目完成率 >= 100% : 满分
        其余 : 项目完成率 * 满分`,
        '得分 较小值(项目完成率, 100%) * 满分',
      ],
    ],
  },
];

describe('what is only written otherwise is equal', () => {
  it.each(REWRITES)('$what', ({ edits }) => {
    const { different, equal } = compareFrameworks(common, commonWith(...edits));
    expect(different.map(({ after, meaning }) => [after.name, meaning])).toEqual([]);
    expect(equal).toHaveLength(21);
  });
});

describe('random tables', () => {
  const table = (points: number, limits: readonly number[], scores: readonly number[]) =>
    framework(`ruleset 测试 for 2024 {
  total ${points} points
  input 比率 : percent from 0% to 200%
  group 全部 ${points} points {
    indicator 甲 ${points} points {
      tiers of 比率 { ${limits.map((limit, at) => `>= ${limit}% : ${scores[at] ?? 0} points`).join('   ')}   otherwise : 0 points }
    }
  }
}`);

  it('differ by exactly the largest difference between them, shown on a department', () => {
    const limits = fc
      .uniqueArray(fc.integer({ min: 1, max: 199 }), { minLength: 3, maxLength: 3 })
      .map((all) => all.sort((a, b) => b - a));
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(limits, scores, limits, scores, (ones, first, others, second) => {
        const valueAt = (figure: number, ends: readonly number[], given: readonly number[]) =>
          given[ends.findIndex((end) => figure >= end)] ?? 0;
        const cuts = [0, ...ones, ...others];
        const most = Math.max(
          ...cuts.map((cut) => Math.abs(valueAt(cut, ones, first) - valueAt(cut, others, second))),
        );
        const [one, other] = [table(10, ones, first), table(10, others, second)];
        const { different } = compareFrameworks(one, other);
        if (most === 0) {
          expect(different).toEqual([]);
          return;
        }
        const meaning = different[0]?.meaning;
        if (meaning?.kind !== 'different') throw new Error('no witness');
        expect(meaning.isReached).toBe(true);
        expect(meaning.largest).toEqual(Q.rational(most));
        expect(scoreOf(one, '甲', meaning.witness)).toEqual(meaning.witness.before);
        expect(scoreOf(other, '甲', meaning.witness)).toEqual(meaning.witness.after);
      }),
      { numRuns: 60 },
    );
  });
});
