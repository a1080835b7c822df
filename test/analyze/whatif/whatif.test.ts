// What it would take: every answer is scored again, and small cases are compared with all there is.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { whatif } from '../../../src/analyze/whatif/whatif.ts';
import type { Goal } from '../../../src/analyze/whatif/goal.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import { formatExact, parseDecimal } from '../../../src/number/decimal.ts';
import { ZERO, absolute, add, compare, rational, subtract } from '../../../src/number/rational.ts';
import type { Rational } from '../../../src/number/rational.ts';
import { pointOf } from '../../../src/types/range.ts';
import type { Value } from '../../../src/types/value.ts';
import { compiled, departmentOf } from '../audited.ts';
import { publishedCase } from './published-case.ts';

const decimal = (text: string): Rational => parseDecimal(text) ?? ZERO;
const total = (text: string): Goal => ({ kind: 'total', least: decimal(text) });
const figure = (value: Value | undefined): string => {
  const known = value?.kind === 'number' ? pointOf(value.range) : undefined;
  return known ? formatExact(known) : '';
};

describe('the published department of Futian', () => {
  const { framework, department } = publishedCase('futian/2022');

  it('needs two outside staff instead of sixteen for that point, and three are too many', () => {
    const path = ['部门管理', '人员管理', '编外人员控制率'];
    const answer = whatif(framework, department, { kind: 'score', path, least: rational(1) });
    const [first, ...others] = answer.alone;
    expect(first?.lever.name).toBe('编外人数');
    expect(first?.reached.map(({ value, short }) => [figure(value), figure(short)])).toEqual([
      ['2', '3'],
    ]);
    expect(others.map(({ lever }) => lever.name)).toEqual(['在编人数']);
  });

  it('cannot reach 98 by any one change, and reaches it by two at a cost that is proved least', () => {
    const { alone, together } = whatif(framework, department, total('98'));
    expect(alone.flatMap(({ reached }) => reached)).toEqual([]);
    if (together?.kind !== 'found') throw new Error('nothing was found');
    expect(together.isCheapest).toBe(true);
    expect(together.changes.map(({ lever, value }) => [lever.name, figure(value)])).toEqual([
      ['季度预算[2]', '942024199.45'],
      ['剔除后调整调剂率', '0.1155'],
    ]);
  });

  it('cannot come to 99.9 whatever is changed of its staff, and says how far that goes', () => {
    const only = new Set(['编外人数', '在编人数']);
    const { together } = whatif(framework, department, total('99.9'), {}, { only });
    expect(together).toMatchObject({ kind: 'impossible' });
    expect(together?.kind === 'impossible' && together.over.high?.value).toEqual(decimal('97.76'));
  });

  it('has the grade that is asked for already', () => {
    expect(whatif(framework, department, { kind: 'grade', grade: '优' }).reached).toBe('all');
  });

  it('names the cross-checks that a change would break', () => {
    const only = new Set(['季度累计支出[4]']);
    const { alone } = whatif(framework, department, total('97'), {}, { only });
    expect(alone[0]?.reached[0]?.breaks).toEqual(['全年支出等于基本支出与项目支出之和']);
  });
});

const RULES = `ruleset 试 for 2024 {
  total 20 points
  scores rounded to 0.1 half up
  grades { 优 from 16  良 from 10  差 from 0 }
  input 甲 : count of 件 from 0 to 12
  input 乙 : count of 件 from 1 to 12
  input 丙 : count of 件 from 0 to 12
  input 丁 : yes or no
  group 全部 20 points {
    indicator 比率 8 points {
      when 甲 > 乙 : 2 points
      otherwise : 甲 / 乙 * 8 points
      not monotone "试"
    }
    indicator 档次 6 points {
      tiers of 丙 { <= 2 : 6 points  3..5 : 4 points  6..8 : 5 points  > 8 : 0 points }
      not monotone "试"
    }
    indicator 有无 6 points {
      when 丁 : 6 points
      otherwise : 1 point
    }
  }
}
`;

interface Case {
  readonly 甲: number;
  readonly 乙: number;
  readonly 丙: number;
  readonly 丁: boolean;
}

const cases = fc.record({
  甲: fc.integer({ min: 0, max: 12 }),
  乙: fc.integer({ min: 1, max: 12 }),
  丙: fc.integer({ min: 0, max: 12 }),
  丁: fc.boolean(),
});
const goals = fc.integer({ min: 1, max: 200 });

describe('a ruleset whose departments can be counted', () => {
  const framework = compiled(RULES);
  const departmentWith = ({ 甲, 乙, 丙, 丁 }: Case) =>
    departmentOf(framework, { inputs: { 甲, 乙, 丙, 丁 } });
  const totals = new Map<string, Rational>();
  const totalOf = (each: Case): Rational => {
    const key = JSON.stringify(each);
    const known = totals.get(key);
    if (known) return known;
    const found = pointOf(evaluate(framework, departmentWith(each)).total) ?? ZERO;
    totals.set(key, found);
    return found;
  };
  const least = { 甲: 0, 乙: 1, 丙: 0 };

  test.prop([cases, goals], { numRuns: 60, seed: 7 })(
    'gives the nearest value of each input on each side, and none where there is none',
    (now, tenths) => {
      const goal: Goal = { kind: 'total', least: rational(tenths, 10) };
      const answer = whatif(framework, departmentWith(now), goal);
      const reaches = (each: Case) => compare(totalOf(each), goal.least) >= 0;
      expect(answer.reached).toBe(reaches(now) ? 'all' : 'none');
      if (answer.reached === 'all') return;
      for (const name of ['甲', '乙', '丙'] as const) {
        const ways = answer.alone.find(({ lever }) => lever.name === name)?.reached ?? [];
        const up = range(now[name] + 1, 12).find((value) => reaches({ ...now, [name]: value }));
        const down = range(least[name], now[name] - 1)
          .reverse()
          .find((value) => reaches({ ...now, [name]: value }));
        const found = (side: string) => ways.find((way) => way.side === side);
        expect(figure(found('more')?.value)).toBe(up === undefined ? '' : String(up));
        expect(figure(found('less')?.value)).toBe(down === undefined ? '' : String(down));
        for (const way of ways) {
          const short = Number(figure(way.short));
          expect(short === now[name] || !reaches({ ...now, [name]: short })).toBe(true);
          expect(way.after.total.low?.value).toEqual(
            totalOf({ ...now, [name]: Number(figure(way.value)) }),
          );
        }
      }
    },
  );

  test.prop([cases, goals], { numRuns: 25, seed: 11 })(
    'finds the cheapest changes with one in each rule, and says impossible only where it is',
    (now, tenths) => {
      const goal: Goal = { kind: 'total', least: rational(tenths, 10) };
      const { reached, together } = whatif(framework, departmentWith(now), goal);
      if (reached === 'all') return;
      const reaches = (each: Case) => compare(totalOf(each), goal.least) >= 0;
      let best: Rational | undefined;
      for (const other of everyCase()) {
        const isOnePerRule = other.甲 === now.甲 || other.乙 === now.乙;
        if (!isOnePerRule || !reaches(other)) continue;
        const cost = costBetween(now, other);
        if (best === undefined || compare(cost, best) < 0) best = cost;
      }
      if (together?.kind === 'found' && together.isOnePerRule) {
        expect(together.isCheapest).toBe(true);
        expect(together.cost).toEqual(best);
        expect(compare(together.after.total.low?.value ?? ZERO, goal.least)).toBeGreaterThanOrEqual(
          0,
        );
      } else expect(best).toBeUndefined();
    },
  );
});

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
}

function* everyCase(): Generator<Case> {
  for (const 甲 of range(0, 12))
    for (const 乙 of range(1, 12))
      for (const 丙 of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12])
        for (const 丁 of [true, false]) yield { 甲, 乙, 丙, 丁 };
}

function costBetween(a: Case, b: Case): Rational {
  const share = (from: number, to: number) => absolute(subtract(rational(to), rational(from)));
  let cost = a.丁 === b.丁 ? ZERO : rational(1);
  for (const name of ['甲', '乙', '丙'] as const) {
    const change = share(a[name], b[name]);
    cost = add(cost, rational(change.n, BigInt(a[name] === 0 ? 1 : a[name])));
  }
  return cost;
}

describe('data that are missing', () => {
  it('are taken as bad as they can be, so that what is found holds whatever they are', () => {
    const framework = compiled(RULES);
    const department = departmentOf(framework, { inputs: { 甲: 5, 乙: 10, 丁: false } });
    const { now, reached, alone } = whatif(framework, department, total('10'));
    expect(now.total).toMatchObject({
      low: { value: rational(5) },
      high: { value: rational(11) },
    });
    expect(reached).toBe('some');
    const found = alone.flatMap(({ lever, reached: ways }) =>
      ways.map(({ value }) => [lever.name, figure(value)]),
    );
    expect(found).toContainEqual(['丁', '']);
    expect(found).toContainEqual(['丙', '0']);
  });
});

describe('what may be changed', () => {
  const framework = compiled(RULES);
  const department = departmentOf(framework, { inputs: { 甲: 5, 乙: 10, 丙: 9, 丁: false } });

  it('leaves out what is to be kept', () => {
    const { alone, together } = whatif(
      framework,
      department,
      total('11'),
      {},
      { keep: new Set(['丁', '甲', '乙']) },
    );
    expect(alone.some(({ lever }) => lever.name === '丁')).toBe(false);
    expect(together?.kind === 'found' && together.changes.map(({ lever }) => lever.name)).toEqual([
      '丙',
    ]);
  });

  it('costs what its price says', () => {
    const prices = new Map([['丙', rational(100)]]);
    const { together } = whatif(framework, department, total('10'), {}, { prices });
    expect(together?.kind === 'found' && together.changes.map(({ lever }) => lever.name)).toEqual([
      '丁',
    ]);
    const { alone } = whatif(framework, department, total('10'), {}, { prices });
    const cost = alone.find(({ lever }) => lever.name === '丙')?.reached[0]?.cost;
    expect(cost).toEqual(rational(100));
  });
});

describe('a border between two values', () => {
  it('is told exactly where it lies on no step', () => {
    const rules = compiled(`ruleset 界 for 2024 {
  total 3 points
  input 率 : percent from 0% to 100%
  group 全部 3 points {
    indicator 三分 3 points {
      when 率 * 3 >= 1 : 3 points
      otherwise : 0 points
    }
  }
}
`);
    const department = departmentOf(rules, { inputs: { 率: '10%' } });
    const { alone } = whatif(rules, department, total('3'));
    const [way] = alone[0]?.reached ?? [];
    expect([figure(way?.value), figure(way?.short)]).toEqual(['0.3334', '0.3333']);
    expect(way?.border).toEqual({ value: rational(1, 3), included: true });
  });
});
