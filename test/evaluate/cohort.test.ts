// Departments that are compared with each other: exact scores, what is open while data are missing,
// and what the sheet says about it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, evaluateTogether } from '../../src/evaluate/evaluate.ts';
import type { Department } from '../../src/input/department.ts';
import { UNKNOWN_DEPARTMENT } from '../../src/model/reads.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { compare } from '../../src/number/rational.ts';
import type { Range } from '../../src/types/range.ts';
import { q } from '../model-builder.ts';
import { compiled, departmentsOf, scoreOf } from './comparing.ts';
import { show } from './framework-builder.ts';

const framework = compiled(`ruleset 比较 for 2024 {
  total 50 points
  scores rounded to 0.01 half up
  input 报价 : money in 万元 above 0
  input 满意度 : percent from 0% to 100%
  input 类别 : one of { 甲类, 乙类 } = 甲类
  let 同类 = count of others where 类别 = own 类别
  let 得分率 = 报价 / (max of 报价 over cohort)
  indicator 价格 10 points { score (min of 报价 over cohort) / 报价 * 10 points }
  indicator 名次 10 points {
    score max(0, 11 - (rank of 满意度 over cohort highest first ties share average rank))
  }
  indicator 同类平均 10 points {
    when 同类 > 0 : if 满意度 >= (mean of 满意度 over others where 类别 = own 类别) then 10 else 5
    otherwise : 7
  }
  indicator 间接 10 points { score (mean of 得分率 over cohort) * 10 points }
  indicator 无关 10 points { score 满意度 * 10 points }
}`);

const THREE = {
  甲局: { 报价: '120', 满意度: '90%' },
  乙局: { 报价: '90', 满意度: '90%', 类别: '乙类' },
  丙局: { 报价: '100', 满意度: '80%' },
};

function scored(all: Readonly<Record<string, object>>): ScoreSheet[] {
  return evaluateTogether(framework, departmentsOf(framework, all));
}

function scores(sheet: ScoreSheet | undefined): Record<string, string> {
  const names = ['价格', '名次', '同类平均', '间接', '无关'];
  return Object.fromEntries(names.map((name) => [name, scoreOf(sheet, name)]));
}

describe('departments that are compared', () => {
  it('are scored against each other', () => {
    // 间接: every 得分率 is one over 120: (120 + 90 + 100) / 3 / 120 = 31/36.
    expect(scored(THREE).map(scores)).toEqual([
      { 价格: '7.5', 名次: '9.5', 同类平均: '10', 间接: '8.61', 无关: '9' },
      { 价格: '10', 名次: '9.5', 同类平均: '7', 间接: '8.61', 无关: '9' },
      { 价格: '9', 名次: '8', 同类平均: '5', 间接: '8.61', 无关: '8' },
    ]);
  });

  it('give the same one by one', () => {
    const departments = departmentsOf(framework, THREE);
    const together = evaluateTogether(framework, departments);
    const alone = departments.map((department) =>
      evaluate(framework, department, {
        cohort: departments.filter((each) => each !== department),
      }),
    );
    expect(alone.map(scores)).toEqual(together.map(scores));
    expect(alone.map(({ cohort }) => cohort)).toMatchObject(
      together.map(({ cohort }) => ({ hash: typeof cohort === 'string' ? '' : cohort.hash })),
    );
  });

  it('may be compared with others that are not scored', () => {
    const [own, ...others] = departmentsOf(framework, THREE);
    if (!own) throw new Error('no department');
    const sheets = evaluateTogether(framework, [own], { cohort: others });
    expect(sheets.map(scores)).toEqual(scored(THREE).slice(0, 1).map(scores));
  });

  it('may be a single one', () => {
    const [sheet] = scored({ 甲局: THREE.甲局 });
    expect(scores(sheet)).toEqual({
      价格: '10',
      名次: '10',
      同类平均: '7',
      间接: '10',
      无关: '9',
    });
    expect(sheet?.cohort).toMatchObject({ names: ['甲局'] });
  });

  it('need names of their own', () => {
    const [one] = departmentsOf(framework, THREE);
    if (!one) throw new Error('no department');
    expect(() => evaluateTogether(framework, [one, one])).toThrow(/names of their own/);
  });

  it('say who was compared, and hash the data of all', () => {
    const sheets = scored(THREE);
    const cohorts = sheets.map(({ cohort }) => cohort);
    expect(cohorts[0]).toEqual({
      names: ['甲局', '乙局', '丙局'],
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(new Set(cohorts.map((cohort) => JSON.stringify(cohort))).size).toBe(1);
    const changed = scored({ ...THREE, 丙局: { 报价: '101', 满意度: '80%' } });
    expect(changed[0]?.departmentHash).toBe(sheets[0]?.departmentHash);
    expect(changed[0]?.cohort).not.toEqual(sheets[0]?.cohort);
  });

  it('leave a ruleset that compares nothing as it is', () => {
    const plain = compiled(
      'ruleset 单独 for 2024 { total 1 points  input 率 : percent from 0% to 100%  indicator 甲 1 points { score 率 * 1 points } }',
    );
    const sheets = evaluateTogether(plain, departmentsOf(plain, { 甲局: { 率: '50%' }, 乙局: {} }));
    expect(sheets.map(({ cohort }) => cohort)).toEqual(['not-needed', 'not-needed']);
    expect(sheets.map(({ total }) => show(total))).toEqual(['0.5', '[0, 1]']);
  });
});

describe('while data of others are missing', () => {
  const open = { ...THREE, 丙局: { 报价: '100' } };

  it('scores are intervals where they decide', () => {
    expect(scores(scored(open)[0])).toEqual({
      价格: '7.5',
      名次: '[8.5, 9.5]',
      同类平均: '[5, 10]',
      间接: '8.61',
      无关: '9',
    });
  });

  it('says whose input decides what', () => {
    const missing = scored(open)[0]?.missing.map(({ name, department, decides, indicators }) => [
      name,
      department,
      decides &&
        show({
          low: { value: decides, open: false },
          high: { value: decides, open: false },
          integer: false,
        }),
      indicators.map((path) => path.join()),
    ]);
    expect(missing).toEqual([['满意度', '丙局', '6', ['名次', '同类平均']]]);
  });

  it('calls it the department’s own where it is', () => {
    const own = scored(open)[2]?.missing.map(({ name, department }) => [name, department]);
    expect(own).toEqual([['满意度', undefined]]);
  });

  it('counts the points as missing, also where an assumption is among what they rest on', () => {
    // The category of the department itself was not given and stands by default.
    expect(scored(open)[0]?.coverage).toMatchObject({ missing: q(20), assumed: q(0) });
  });

  it('counts assumptions about others as assumptions', () => {
    const assumed = { value: '80%', status: 'assumed' };
    const [sheet] = scored({ ...THREE, 丙局: { 报价: '100', 满意度: assumed, 类别: '甲类' } });
    expect(sheet?.coverage).toMatchObject({ assumed: q(20), missing: q(0) });
  });

  it('leaves out the evidence of all alike', () => {
    const departments = departmentsOf(framework, {
      ...THREE,
      丙局: { 报价: '100', 满意度: { value: '80%', status: 'assumed' } },
    });
    const without = new Set(['assumed'] as const);
    const [sheet] = evaluateTogether(framework, departments, { without });
    expect(scoreOf(sheet, '名次')).toBe('[8.5, 9.5]');
  });
});

describe('while nobody says who the others are', () => {
  const alone = () => {
    const [department] = departmentsOf(framework, { 甲局: THREE.甲局 });
    if (!department) throw new Error('no department');
    return evaluate(framework, department);
  };

  it('every comparison is open, and the sheet says so', () => {
    const sheet = alone();
    expect(sheet.cohort).toBe('unknown');
    expect(scores(sheet)).toEqual({
      价格: '[0, 10]',
      名次: '[0, 10]',
      同类平均: '[5, 10]',
      间接: '[0, 10]',
      无关: '9',
    });
  });

  it('names the inputs of the others that would decide', () => {
    const names = alone().missing.map(({ name, department }) => [name, department]);
    expect(names).toContainEqual(['报价', UNKNOWN_DEPARTMENT]);
    expect(names.every(([, department]) => department === UNKNOWN_DEPARTMENT)).toBe(true);
  });
});

const sharing = compiled(`ruleset 份额 for 2024 {
  input 人数 : number from 0 to 100
  input 保底 : number from 1 to 2
  input 合格 : yes or no
  output 份额 = (人数 + 保底) / (sum of 人数 + 保底 over cohort)
  output 合格份额 = if 合格 then 保底 / (sum of 保底 over cohort where 合格) else 0
}`);

describe('a share in the whole', () => {
  it('moves with the department’s own figure, and with that of another', () => {
    const [own, other] = evaluateTogether(
      sharing,
      departmentsOf(sharing, {
        甲: { 保底: '2', 合格: true },
        乙: { 人数: '3', 保底: '1', 合格: true },
        丙: { 人数: '3', 保底: '1', 合格: false },
      }),
    ).map((sheet) =>
      sheet.outputs.map(({ value }) => value.kind === 'number' && show(value.range)),
    );
    // x / (x + 8) for x from 2 to 102; 4 / (x + 8).
    expect(own).toEqual(['[0.2, 51/55]', '2/3']);
    expect(other).toEqual(['[2/55, 0.4]', '1/3']);
  });

  it('among those that qualify moves with it likewise', () => {
    const [own, other] = evaluateTogether(
      sharing,
      departmentsOf(sharing, {
        甲: { 人数: '0', 合格: true },
        乙: { 人数: '3', 保底: '1', 合格: true },
      }),
    ).map((sheet) =>
      sheet.outputs.map(({ value }) => value.kind === 'number' && show(value.range)),
    );
    // x / (x + 1) for x from 1 to 2.
    expect([own?.[1], other?.[1]]).toEqual(['[0.5, 2/3]', '[1/3, 0.5]']);
  });
});

const figures = fc.record({
  报价: fc.integer({ min: 1, max: 200 }).map(String),
  满意度: fc.constantFrom('0%', '60%', '79.9%', '80%', '95%', '100%'),
  类别: fc.constantFrom('甲类', '乙类'),
});
const cohorts = fc.array(figures, { minLength: 1, maxLength: 5 });
const named = (all: readonly object[]) =>
  departmentsOf(
    framework,
    Object.fromEntries(all.map((inputs, place) => [`第${place}局`, inputs])),
  );

function holds(range: Range, part: Range): boolean {
  const low = !range.low || (part.low && compare(range.low.value, part.low.value) <= 0);
  const high = !range.high || (part.high && compare(range.high.value, part.high.value) >= 0);
  return Boolean(low && high);
}

describe('any cohort', () => {
  it('gives the same scores in every order', () => {
    fc.assert(
      fc.property(cohorts, (all) => {
        const departments = named(all);
        const forward = evaluateTogether(framework, departments).map(scores);
        const backward = evaluateTogether(framework, [...departments].reverse()).map(scores);
        expect(backward.reverse()).toEqual(forward);
      }),
      { numRuns: 40 },
    );
  });

  it('lies within what is possible while an input of another is missing, or all others are', () => {
    fc.assert(
      fc.property(cohorts, fc.constantFrom('报价', '满意度', '类别'), (all, gone) => {
        const [own, ...others] = named(all);
        if (!own) return;
        const exact = evaluate(framework, own, { cohort: others }).total;
        const lacking = others.map((other, place): Department => {
          const values = new Map(other.values);
          // What was withheld is unknown, where silence would mean the default.
          const value = values.get(gone);
          if (place === 0 && value)
            values.set(gone, { ...value, evidence: { ...value.evidence, status: 'rejected' } });
          return { ...other, values };
        });
        expect(holds(evaluate(framework, own, { cohort: lacking }).total, exact)).toBe(true);
        expect(holds(evaluate(framework, own).total, exact)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
