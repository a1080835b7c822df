// The districts' frameworks compared with each other: every difference that their published documents show is
// found, and nothing else is claimed.
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/analyze/compare/changes.ts';
import { compareFrameworks } from '../../../src/analyze/compare/compare.ts';
import type { Comparison } from '../../../src/analyze/compare/compare.ts';
import { formatExact } from '../../../src/number/decimal.ts';
import { framework, ruleset, scoreOf } from './rulesets.ts';

const futian = ruleset('futian/2022');
const longhua = ruleset('longhua/2021');
const nanshan = ruleset('nanshan/2023');

function shown(comparison: Comparison) {
  return Object.fromEntries(
    comparison.different.map(({ after, meaning, changes, sameFigures }) => [
      after.name,
      {
        most:
          meaning?.kind === 'different' && meaning.isReached && meaning.largest
            ? formatExact(meaning.largest)
            : 'unknown',
        changes: changes.map(changeShown),
        ...(sameFigures && {
          sameFigures:
            sameFigures.meaning.kind === 'different' && sameFigures.meaning.largest
              ? formatExact(sameFigures.meaning.largest)
              : sameFigures.meaning.kind,
        }),
      },
    ]),
  );
}

function changeShown(change: Change): string {
  if (change.kind === 'points')
    return `points ${change.part} ${formatExact(change.before)} ${formatExact(change.after)}`;
  if (change.kind === 'option')
    return `option ${change.name} ${String(change.before)} ${String(change.after)}`;
  return change.kind === 'definition' ? `definition ${change.name}` : change.kind;
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];

describe('Futian 2022 and Longhua 2021', () => {
  const comparison = compareFrameworks(futian, longhua);

  it('differ in six indicators, each by what is shown to be the most', () => {
    expect(shown(comparison)).toEqual({
      预算执行率: {
        most: '6',
        changes: [
          ...QUARTERS.map((quarter) => `definition ${quarter}支出进度`),
          'option 季度得分封顶 no yes',
          'option 全年平均口径 按实际平均 平均后封顶',
        ],
        sameFigures: '3',
      },
      绩效目标完整性: { most: '5', changes: ['points 绩效目标完整性 3 8'] },
      '社会效益、经济效益、生态效益及可持续影响等': {
        most: '5',
        changes: ['points 社会效益、经济效益、生态效益及可持续影响等 25 20'],
      },
      财务合规性: {
        most: '1',
        changes: ['option 调整额口径 剔除后 净调整额'],
        sameFigures: 'equal',
      },
      固定资产利用率: { most: '1', changes: ['definition 固定资产利用率'], sameFigures: 'equal' },
      项目完成及时性: { most: '0.01', changes: ['option 完成率先舍入 no yes'] },
    });
  });

  it('stand with the largest change first', () => {
    expect(comparison.different.map(({ after }) => after.name)).toEqual([
      '预算执行率',
      '绩效目标完整性',
      '社会效益、经济效益、生态效益及可持续影响等',
      '财务合规性',
      '固定资产利用率',
      '项目完成及时性',
    ]);
  });

  it('score the other fifteen alike, which is shown and not assumed', () => {
    expect(comparison.equal.map(({ meaning }) => meaning?.kind)).toEqual(
      Array.from({ length: 15 }, () => 'equal'),
    );
    expect(comparison.equal.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('name the groups whose points change, and nothing else above the indicators', () => {
    expect(comparison.whole.map(changeShown)).toEqual([
      'points 部门决策 20 25',
      'points 目标设置 10 15',
      'points 部门绩效 60 55',
      'points 效果性 25 20',
    ]);
    expect(comparison.added).toEqual([]);
    expect(comparison.removed).toEqual([]);
    expect(comparison.inputs.changed).toEqual([]);
  });
});

describe('Futian 2022 and Nanshan 2023', () => {
  const comparison = compareFrameworks(futian, nanshan);

  it('differ in four indicators', () => {
    expect(shown(comparison)).toEqual({
      预算执行率: {
        most: '4.5',
        changes: ['option 季度得分封顶 no yes', 'option 全年平均口径 按实际平均 封顶后平均'],
      },
      公用经费控制率: {
        most: '3',
        changes: ['definition 日常公用经费控制率'],
        sameFigures: 'equal',
      },
      财务合规性: {
        most: '1',
        changes: ['option 调整额口径 剔除后 净调整额'],
        sameFigures: 'equal',
      },
      固定资产利用率: { most: '1', changes: ['definition 固定资产利用率'], sameFigures: 'equal' },
    });
    expect(comparison.whole).toEqual([]);
  });

  it('see that an indicator was renamed and is the same', () => {
    const renamed = comparison.equal.filter(({ changes }) => changes.length > 0);
    expect(renamed.map(({ changes }) => changes)).toEqual([
      [
        {
          kind: 'renamed',
          before: '社会效益、经济效益、生态效益及可持续影响等',
          after: '社会效益、经济效益、生态效益等',
        },
      ],
    ]);
  });
});

describe.each([
  ['Futian 2022 and Longhua 2021', futian, longhua],
  ['Longhua 2021 and Futian 2022', longhua, futian],
  ['Futian 2022 and Nanshan 2023', futian, nanshan],
  ['Longhua 2021 and Nanshan 2023', longhua, nanshan],
])('%s', (_, before, after) => {
  it('give the department that shows a difference the scores that are said', () => {
    const { different } = compareFrameworks(before, after);
    expect(different.length).toBeGreaterThan(3);
    for (const { before: one, after: other, meaning } of different) {
      if (meaning?.kind !== 'different') throw new Error(`${other.name} has no witness`);
      const { witness } = meaning;
      expect(witness.before).not.toEqual(witness.after);
      expect(scoreOf(before, one.name, witness), one.name).toEqual(witness.before);
      expect(scoreOf(after, other.name, witness), other.name).toEqual(witness.after);
    }
  });
});

it('finds nothing between a framework and itself', () => {
  for (const each of [futian, longhua, nanshan]) {
    const { different, equal, whole, added, removed, inputs, checks } = compareFrameworks(
      each,
      each,
    );
    expect({ different, whole, added, removed, checks }).toEqual({
      different: [],
      whole: [],
      added: [],
      removed: [],
      checks: [],
    });
    expect(inputs).toEqual({ before: [], after: [], changed: [] });
    expect(equal).toHaveLength(21);
  }
});

it('says whether points may move from parts that do not apply', () => {
  const moves = (text: string) => {
    const rules = framework(`ruleset 甲 for 2024 {
  total 10 points
  input 无窗口 : yes or no = no
  indicator 制度 6 points { judged }
  indicator 窗口 4 points { judged ${text} }
}`);
    return compareFrameworks(rules, rules).pointsMove;
  };
  expect(moves('')).toBe(false);
  expect(moves('not applicable when 无窗口 award 4 points')).toBe(false);
  expect(moves('not applicable when 无窗口 redistribute over all')).toBe(true);
});
