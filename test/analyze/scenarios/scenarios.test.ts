import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../src/analyze/scenarios/scenarios.ts';
import type { ScenarioRequest, Scenarios } from '../../../src/analyze/scenarios/scenarios.ts';
import { compile } from '../../../src/compile.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import type { Department } from '../../../src/input/department.ts';
import { readDepartment } from '../../../src/input/read-department.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { decimalsOf, formatExact, parseDecimal } from '../../../src/number/decimal.ts';
import type { Rational } from '../../../src/number/rational.ts';
import { createSource } from '../../../src/text/source.ts';

const OWN = ['4', '3', '5', '2', '6'] as const;

// A ruleset with these points of its indicators written in: what each rule gives is a share of them.
function text(points: readonly string[], more = ''): string {
  const [a = '', b = '', c = '', d = '', e = ''] = points;
  return `ruleset 试 for 2024 {
    total 20 points
    scores rounded to 0.01 half up
    ${more}
    grades { 优 from 16  良 from 12 when 合格  差 from 0 }
    input 率, 占比, 进度 : percent from 0% to 100%
    input 逾期 : count of 项
    input 涉密, 违规 : yes or no = no
    input 合格 : yes or no = yes
    group 左 ${sum([a, b])} points {
      indicator 甲 ${a} points { score 率 * full points  exempt "涉密" when 涉密 }
      indicator 乙 ${b} points {
        tiers of 占比 { < 30% : full points  < 60% : full points * 70%  otherwise : full points / 3 }
      }
    }
    group 右 ${sum([c, d, e])} points {
      indicator 丙 ${c} points {
        score (sum of scores of parts) * ${c} / 5
        item 丙一 3 points { score 进度 * 3 points  rounded to 0.1 half even }
        item 丙二 2 points { judged }
        veto "违规" when 违规 : full points / 4
      }
      indicator 丁 ${d} points { deduct full points / 7 per 逾期 }
      indicator 戊 ${e} points { when 率 >= 50% : full points  otherwise : full points * 率 }
    }
  }`;
}

function sum(points: readonly string[]): string {
  const decimals = points.map((each) => parseDecimal(each) ?? fail(each));
  const whole = decimals.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }));
  return (Number(whole.n) / Number(whole.d)).toFixed(2);
}

function fail(what: string): never {
  throw new Error(what);
}

function frameworkOf(source: string): Framework {
  const { framework, diagnostics } = compile(createSource('2024.chi', source), {
    read: () => undefined,
    resolve: (_, path) => path,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!framework || errors.length > 0) throw new Error(JSON.stringify(errors));
  return framework;
}

const NAMES = ['甲', '乙', '丙', '丁', '戊'];

interface Figures {
  readonly rates: readonly number[];
  readonly late: number;
  readonly award: number | null;
  readonly flags: readonly boolean[];
}

const figures: fc.Arbitrary<Figures> = fc.record({
  rates: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 }),
  late: fc.integer({ min: 0, max: 8 }),
  award: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(null)),
  flags: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
});

function departmentOf(framework: Framework, name: string, given: Figures): Department {
  const rate = (place: number) => `${((given.rates[place] ?? 0) / 10).toFixed(1)}%`;
  const inputs = {
    率: rate(0),
    占比: rate(1),
    进度: rate(2),
    逾期: given.late,
    涉密: given.flags[0],
    违规: given.flags[1],
    合格: given.flags[2],
    丙二: given.award === null ? null : { award: (given.award / 10).toFixed(1), reason: '评' },
  };
  const file = JSON.stringify({ department: name, year: 2024, inputs });
  const { department, diagnostics } = readDepartment(framework, createSource('a.json', file));
  return department ?? fail(JSON.stringify(diagnostics));
}

function run(
  framework: Framework,
  departments: readonly Department[],
  more: Partial<ScenarioRequest>,
) {
  const result = scenarios(framework, departments, {
    spread: parseDecimal('0.3'),
    within: [],
    step: parseDecimal('0.1') ?? fail('step'),
    conserve: 'whole',
    choice: { kind: 'sample', count: 40, seed: 1 },
    ...more,
  });
  return result.kind === 'scenarios' ? result : fail(result.kind);
}

// What was drawn last, written into the text and scored from the start.
function pointsOf(result: Scenarios, weights: readonly Rational[]): string[] {
  const byName = new Map(result.parts.map(({ path }, at) => [path.at(-1), weights[at]]));
  return NAMES.map((name, at) => {
    const points = byName.get(name);
    expect(points && decimalsOf(points)).toBeLessThanOrEqual(1);
    return points ? formatExact(points) : (OWN[at] ?? '');
  });
}

describe('a weighting', () => {
  it.each([
    ['adds up tables', '', 'tables'],
    [
      'adds up tables of rounded groups',
      'groups rounded to 0.5 half even total rounded to 0.1 up',
      'tables',
    ],
    ['adds up tables below a cap', 'total 20 points at most 13 points', 'tables'],
    ['adds up tables and normalises', 'score (sum of scores of parts) / 30 * 20', 'tables'],
    ['asks the evaluator', 'veto grade at most 良 "短板" when score of 甲 < 1 point', 'evaluator'],
  ])('scores departments to the last digit as the text with its points does: %s', (_, more, by) => {
    const before = (points: readonly string[]) =>
      more.startsWith('total')
        ? text(points, more).replace('total 20 points\n', '')
        : text(points, more);
    const framework = frameworkOf(before(OWN));
    fc.assert(
      fc.property(
        fc.array(figures, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 1e9 }),
        (given, seed) => {
          const departments = given.map((each, at) => departmentOf(framework, `局${at}`, each));
          const choice = { kind: 'sample', count: 1, seed } as const;
          const result = run(framework, departments, { choice });
          expect(result.by).toBe(by);
          result.departments.forEach(({ lowest, highest, byGrade }, at) => {
            const written = frameworkOf(before(pointsOf(result, lowest.points)));
            const sheet = evaluate(written, departments[at] ?? fail('department'));
            expect([lowest.total, highest.total]).toEqual([
              sheet.total.low?.value,
              sheet.total.high?.value,
            ]);
            expect(byGrade).toEqual([{ grades: sheet.grades, count: 1 }]);
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('would be told from one that forgets to scale a veto, or rounds before it scales', () => {
    const framework = frameworkOf(text(OWN));
    const given = { rates: [333, 400, 777], late: 2, award: 13, flags: [false, true, true] };
    const departments = [departmentOf(framework, '局', given)];
    const differs = [0, 0];
    for (let seed = 0; seed < 8; seed++) {
      const result = run(framework, departments, { choice: { kind: 'sample', count: 1, seed } });
      const [only] = result.departments;
      const points = pointsOf(result, only?.lowest.points ?? []);
      const early = `score (率 * 4 points rounded to 0.01 half up) * ${points[0] ?? ''} / 4`;
      [
        text(points).replace('full points / 4', '1.25'),
        text(points).replace('score 率 * full points', early),
      ].forEach((broken, at) => {
        const sheet = evaluate(frameworkOf(broken), departments[0] ?? fail('department'));
        if (
          formatExact(sheet.total.low?.value ?? fail('total')) !==
          formatExact(only?.lowest.total ?? fail('total'))
        )
          differs[at] = (differs[at] ?? 0) + 1;
      });
    }
    expect(Math.min(...differs)).toBeGreaterThan(0);
  });
});

describe('scenarios', () => {
  const framework = frameworkOf(text(OWN));
  const departments = [
    { rates: [900, 100, 900], late: 0, award: 20, flags: [false, false, true] },
    { rates: [500, 500, 1000], late: 1, award: 20, flags: [false, false, true] },
    { rates: [700, 200, 500], late: 3, award: 20, flags: [false, false, false] },
  ].map((each, at) => departmentOf(framework, `局${at}`, each));

  it('are the same for the same seed, and others for another', () => {
    const one = run(framework, departments, { choice: { kind: 'sample', count: 200, seed: 7 } });
    expect(
      run(framework, departments, { choice: { kind: 'sample', count: 200, seed: 7 } }),
    ).toEqual(one);
    expect(
      run(framework, departments, { choice: { kind: 'sample', count: 200, seed: 8 } }),
    ).not.toEqual(one);
  });

  it('are each scored once where all are asked for, and the counts add up', () => {
    const result = run(framework, departments, {
      step: parseDecimal('0.5') ?? fail('step'),
      choice: { kind: 'every', most: 100_000 },
    });
    expect(result.possible).toBe(BigInt(result.scored));
    expect(result.scored).toBeGreaterThan(10);
    for (const { byGrade, byPlace, kept, mayKeep, places } of result.departments) {
      expect(byGrade.reduce((all, { count }) => all + count, 0)).toBe(result.scored);
      expect(byPlace.reduce((all, count) => all + count, 0)).toBe(result.scored);
      expect(kept).toBe(mayKeep);
      expect(byPlace.findIndex((count) => count > 0) + 1).toBe(places.best);
      expect(byPlace.findLastIndex((count) => count > 0) + 1).toBe(places.worst);
    }
  });

  it('name the pairs that change their order, with the rulesets of both ends', () => {
    const result = run(framework, departments, { choice: { kind: 'sample', count: 500, seed: 1 } });
    for (const { above, below, swapped } of result.swaps) {
      const [one, other] = [above, below].map((name) =>
        result.departments.find((each) => each.name === name),
      );
      expect(one?.place.best).toBeLessThan(other?.place.worst ?? 0);
      expect(swapped).toBeLessThanOrEqual(500 - (one?.kept ?? 0) + 500);
    }
  });

  it('keep the sum of each group where that is asked for', () => {
    const result = run(framework, departments, { conserve: 'groups' });
    for (const { lowest } of result.departments) {
      const [a = 0, b = 0, ...rest] = lowest.points.map(({ n, d }) => Number(n) / Number(d));
      expect(a + b).toBeCloseTo(7);
      expect(rest.reduce((x, y) => x + y)).toBeCloseTo(13);
    }
  });

  it('say what cannot be varied', () => {
    const request = (more: Partial<ScenarioRequest>) =>
      scenarios(framework, departments, {
        spread: undefined,
        within: [],
        step: parseDecimal('0.1') ?? fail('step'),
        conserve: 'whole',
        choice: { kind: 'every', most: 10 },
        ...more,
      });
    const within = (path: string[], low: string, high: string) => ({
      path,
      low: parseDecimal(low) ?? fail(low),
      high: parseDecimal(high) ?? fail(high),
    });
    expect(request({ within: [within(['左', '甲'], '3', '5')] }).kind).toBe('nothing-varies');
    expect(
      request({ within: [within(['左', '甲'], '5', '6'), within(['左', '乙'], '4', '5')] }).kind,
    ).toBe('never-adds-up');
    expect(request({ spread: parseDecimal('0.5') })).toMatchObject({ kind: 'too-many', most: 10 });
    expect(request({ within: [within(['左', '甲'], '4.01', '4.02')] })).toMatchObject({
      kind: 'empty-bounds',
      path: ['左', '甲'],
    });
  });
});
