// Parts that exist for some departments: alternatives by category, pools, awards of parts that do not
// apply, and what is known of them while it is open which ones there are.
import { describe, expect, it } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { runExamples } from '../../src/evaluate/run-examples.ts';
import type { Framework } from '../../src/model/framework.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { contains, encloses, pointOf } from '../../src/types/range.ts';
import { placesIn } from '../../src/evaluate/sheet-places.ts';
import { show } from './framework-builder.ts';
import { frameworkOf, placeIn, scoreIn, sheetOf } from './written.ts';

const HEAD = 'total 100 points scores rounded to 0.01 half up';
const categories = frameworkOf(`ruleset R { ${HEAD}
  input 类别 : one of { 街道, 局 }
  input 计划数, 完成数 : count of 件
  group 街道业务 60 points {
    applies when 类别 = 街道
    indicator 办件 40 points { judged }
    indicator 网格 20 points { judged }
  }
  group 部门业务 60 points { applies when 类别 = 局
    indicator 审批 60 points { judged } }
  indicator 通用 40 points {
    item 完成 30 points {
      applies when 计划数 > 0
      when 完成数 >= 计划数 : 30
      otherwise : 完成数 / 计划数 * 30
    }
    item 无任务 30 points { applies when 计划数 = 0
      judged }
    item 其他 10 points { judged }
  }
}`);
const street = {
  类别: '街道',
  办件: '40',
  网格: { award: '15', reason: '漏' },
  计划数: 4,
  完成数: 3,
  其他: '10',
};

describe('alternatives', () => {
  it('count only where they exist, and their points are nowhere else', () => {
    const sheet = sheetOf(categories, street);
    expect([show(sheet.total), scoreIn(sheet, '通用'), scoreIn(sheet, '部门业务')]).toEqual([
      '87.5',
      '32.5',
      '0',
    ]);
    expect(['部门业务', '审批', '无任务'].map((name) => placeIn(sheet, name))).toMatchObject([
      { applicability: 'absent' },
      { applicability: 'absent' },
      { applicability: 'absent' },
    ]);
    expect(show(placeIn(sheet, '部门业务').points)).toBe('0');
    expect(placeIn(sheet, '审批').steps).toMatchObject([
      { kind: 'absent', certainty: 'certain', absence: { kind: 'condition', path: ['部门业务'] } },
    ]);
  });

  it('are weighed against each other while the category is open, not added up', () => {
    const { 类别: _, ...rest } = street;
    const sheet = sheetOf(categories, { ...rest, 审批: '60' });
    expect(show(sheet.total)).toBe('[87.5, 92.5]');
    expect(scoreIn(sheet, '街道业务')).toBe('[0, 55]');
    expect(placeIn(sheet, '街道业务').applicability).toBe('undecided');
    expect(
      sheet.missing.map(({ name, decides }) => [name, decides && formatExact(decides)]),
    ).toEqual([
      ['类别', '5'],
      ['无任务', '0'],
    ]);
  });

  it('of items are scored for departments that have them', () => {
    const { 计划数: _, ...rest } = street;
    // 3 of 4 or more, or nothing planned and 0 to 30 judged; without a divisor that could be 0.
    expect(scoreIn(sheetOf(categories, rest), '通用')).toBe('[10, 40]');
    const sheet = sheetOf(categories, { ...street, 计划数: null, 无任务: '30', 完成数: 0 });
    expect(scoreIn(sheet, '通用')).toBe('[10, 40]');
  });

  it('leave the points that they share open in the evidence', () => {
    const { 类别: _, ...rest } = street;
    const { computed, judged, missing } = sheetOf(categories, rest).coverage;
    expect([computed, judged, missing].map((each) => formatExact(each))).toEqual([
      '30',
      '10',
      '60',
    ]);
  });
});

const POOL = (rest = '') => `group 自选 20 points {
    chosen by department${rest}
    indicator A 10 points { judged }
    indicator B 10 points { judged }
    indicator C 5 points { judged }
    indicator D 5 points { judged }
  }`;
const fixed = frameworkOf(`ruleset R { total 20 points ${POOL()} }`);
const scaled = frameworkOf(
  `ruleset R { total 20 points scores rounded to 0.01 half up ${POOL(' redistribute')} }`,
);
const awards = { A: '10', B: { award: '4', reason: 'x' }, C: '5', D: { award: '3', reason: 'x' } };

describe('a pool', () => {
  it('counts what is chosen', () => {
    const sheet = sheetOf(fixed, { ...awards, 自选: ['A', 'C', 'D'] });
    expect([show(sheet.total), scoreIn(sheet, 'B')]).toEqual(['18', '0']);
    expect(placeIn(sheet, 'B').steps).toMatchObject([
      { kind: 'absent', absence: { kind: 'not-chosen', pool: { inputName: '自选' } } },
    ]);
  });

  it('is open between all admissible choices while nothing is chosen', () => {
    // A + B = 14, A + C + D = 18, B + C + D = 12.
    const sheet = sheetOf(fixed, awards);
    expect(show(sheet.total)).toBe('[12, 18]');
    expect(
      sheet.missing.map(({ name, decides }) => [name, decides && formatExact(decides)]),
    ).toEqual([['自选', '6']]);
  });

  it('is open between the choices that contain what is known', () => {
    expect(show(sheetOf(fixed, { ...awards, 自选: ['B', null] }).total)).toBe('14');
    expect(show(sheetOf(fixed, { ...awards, 自选: ['B', null, null] }).total)).toBe('12');
  });

  it('scales whatever is chosen where the rule says so', () => {
    const sheet = sheetOf(scaled, { ...awards, 自选: ['A', 'D'] });
    // 10 × 20/15 = 13.33, 3 × 20/15 = 4.
    expect([scoreIn(sheet, 'A'), scoreIn(sheet, 'D'), show(sheet.total)]).toEqual([
      '13.33',
      '4',
      '17.33',
    ]);
    expect(placeIn(sheet, 'A').steps).toMatchObject([
      { kind: 'redistribution', isChosen: true },
      { kind: 'rounding' },
    ]);
    expect(show(sheetOf(scaled, awards).total)).toBe('[8, 20]');
  });
});

describe('a part that does not apply', () => {
  const award = frameworkOf(`ruleset R { ${HEAD}
    input 无窗口 : yes or no
    input 同类平均 : number from 0 to 100
    indicator 满意度 40 points at most 40 {
      judged
      not applicable when 无窗口 award 同类平均 / 3 instead
    }
    group 服务 60 points {
      not applicable when 无窗口 award 50
      indicator 大厅 60 points { judged }
    } }`);

  it('is awarded what the rule says, limited and rounded as its score is', () => {
    const sheet = sheetOf(award, { 无窗口: true, 同类平均: 100 });
    expect([scoreIn(sheet, '满意度'), scoreIn(sheet, '服务'), show(sheet.total)]).toEqual([
      '33.33',
      '50',
      '83.33',
    ]);
    expect(show(placeIn(sheet, '服务').points)).toBe('60');
  });

  it('may be awarded it while that is open', () => {
    const sheet = sheetOf(award, { 同类平均: 30, 满意度: '40', 大厅: '60' });
    expect([scoreIn(sheet, '满意度'), scoreIn(sheet, '服务'), show(sheet.total)]).toEqual([
      '[10, 40]',
      '[50, 60]',
      '[60, 100]',
    ]);
    expect(sheetOf(award, { 无窗口: true }).missing.map(({ name }) => name)[0]).toBe('同类平均');
  });
});

it('an example of a part speaks of a department that has it', () => {
  const framework = frameworkOf(`ruleset R { total 10 points input 类别 : one of { 甲, 乙 }
    indicator A 10 points { applies when 类别 = 甲
      judged
      example { A = 4 } gives 4
      example { A = 4; 类别 = 乙 } gives 0 }
    indicator B 10 points { applies when 类别 = 乙
      judged } }`);
  expect(runExamples(framework).map(({ agrees }) => agrees)).toEqual([true, true]);
});

interface World {
  readonly framework: Framework;
  readonly inputs: Readonly<Record<string, readonly unknown[]>>;
}

const judged = (points: number) =>
  [0, points].map((award) => ({ award: String(award), reason: 'x' }));
const flags = Array.from({ length: 9 }, (_, index) => `开${index}`);
const many = Array.from({ length: 12 }, (_, index) => `K${index}`);

const worlds: readonly World[] = [
  {
    framework: categories,
    inputs: {
      类别: ['街道', '局'],
      计划数: [0, 4],
      完成数: [0, 3, 5],
      办件: judged(40),
      网格: judged(20),
      审批: judged(60),
      无任务: judged(30),
      其他: judged(10),
    },
  },
  ...[fixed, scaled].map((framework) => ({
    framework,
    inputs: {
      自选:
        framework === fixed
          ? [
              ['A', 'B'],
              ['A', 'C', 'D'],
            ]
          : [['A'], ['B', 'C'], ['A', 'D']],
      A: judged(10),
      B: judged(10),
      C: judged(5),
      D: judged(5),
    },
  })),
  {
    // A pool inside an alternative, with points that move among what is chosen.
    framework: frameworkOf(`ruleset R { ${HEAD}
      input 类别 : one of { 甲, 乙, 丙 }
      input 无 : yes or no
      group X 100 points { applies when 类别 in { 甲, 乙 }
        ${POOL(' redistribute').replace('A 10 points { judged }', 'A 10 points { judged not applicable when 无 redistribute within group }')}
        indicator 甲项 80 points { applies when 类别 = 甲
          judged }
        indicator 乙项 80 points { applies when 类别 = 乙
          judged not applicable when 无 award 7 } }
      indicator Y 100 points { applies when 类别 = 丙
        judged } }`),
    inputs: {
      类别: ['甲', '乙', '丙'],
      无: [true, false],
      自选: [['A', 'B'], ['A'], ['B', 'C', 'D']],
      A: judged(10),
      B: judged(10),
      C: judged(5),
      D: judged(5),
      甲项: judged(80),
      乙项: judged(80),
      Y: judged(100),
    },
  },
  {
    // More combinations than are followed: nine independent pairs of alternatives.
    framework: frameworkOf(`ruleset R { total 90 points
      ${flags.map((flag) => `input ${flag} : yes or no`).join('\n')}
      ${flags.map((flag) => `indicator 有${flag} 10 points { applies when ${flag}\n judged }\n indicator 无${flag} 10 points { applies when not ${flag}\n judged }`).join('\n')} }`),
    inputs: Object.fromEntries(
      flags.flatMap((flag) => [
        [flag, [true, false]],
        [`有${flag}`, judged(10)],
        [`无${flag}`, judged(10)],
      ]),
    ),
  },
  ...['', ' redistribute'].map((rest) => ({
    // A pool with more choices than are followed.
    framework: frameworkOf(`ruleset R { total 20 points at most 20 scores rounded to 0.01 half up
      group P 20 points { chosen by department${rest}
        ${many.map((name, index) => `indicator ${name} ${index % 2 === 0 ? 5 : 2.5} points { judged }`).join('\n')} } }`),
    inputs: {
      P: [
        ['K0', 'K2', 'K4', 'K6'],
        ['K1', 'K3', 'K2', 'K6', 'K8'],
      ],
      ...Object.fromEntries(many.map((name, index) => [name, judged(index % 2 === 0 ? 5 : 2.5)])),
    },
  })),
];

describe('with gaps', () => {
  test.prop(
    [fc.nat(worlds.length - 1), fc.infiniteStream(fc.nat(5)), fc.infiniteStream(fc.boolean())],
    {
      numRuns: 150,
    },
  )('every score lies in the range that was known before', (which, picks, gaps) => {
    const world = worlds[which];
    if (!world) throw new Error('no world');
    const known: Record<string, unknown> = {};
    const whole: Record<string, unknown> = {};
    for (const [name, values] of Object.entries(world.inputs)) {
      const value = values[picks.next().value % values.length];
      whole[name] = value;
      if (gaps.next().value) known[name] = value;
    }
    const before = sheetOf(world.framework, known);
    const after = sheetOf(world.framework, whole);
    const places = placesIn(after);
    expect(pointOf(after.total)).toBeDefined();
    expect(encloses(before.total, after.total)).toBe(true);
    const later = new Map(places.map(({ path, score }) => [path.join(' / '), score]));
    for (const { path, score } of placesIn(before)) {
      const exact = later.get(path.join(' / '));
      if (exact) expect([path, encloses(score.score, exact.score)]).toEqual([path, true]);
    }
    expect(before.total.high && contains(before.total, before.total.high.value)).toBe(true);
    const { computed, judged: by, assumed, missing } = after.coverage;
    const sum = [computed, by, assumed, missing].reduce(
      (all, { n, d }) => all + Number(n) / Number(d),
      0,
    );
    expect(sum).toBeCloseTo(Number(formatExact(world.framework.total)));
  });

  it('bounds stay within the points where combinations are too many', () => {
    const [pairs, pool, scaling] = worlds.slice(-3);
    if (!pairs || !pool || !scaling) throw new Error('no world');
    expect(show(sheetOf(pairs.framework, {}).total)).toBe('[0, 90]');
    const full = Object.fromEntries(
      many.map((name, index) => [name, index % 2 === 0 ? '5' : '2.5']),
    );
    expect(show(sheetOf(pool.framework, full).total)).toBe('20');
    const scaled = sheetOf(scaling.framework, {});
    // Thirteen steps of rounding beyond the points of the group, which the total cuts off.
    expect([show(scaled.total), scoreIn(scaled, 'P')]).toEqual(['[0, 20]', '[0, 20.13]']);
  });
});
