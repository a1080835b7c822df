// What a change of ruleset does to departments: the parts add up to the whole, whatever limits, strikes,
// bonuses and unknown figures there are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DepartmentEffect, PartEffect } from '../../../src/analyze/compare/effect.ts';
import { effectOn } from '../../../src/analyze/compare/effect.ts';
import { createTransfer } from '../../../src/analyze/compare/transfer.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import type { Department } from '../../../src/input/department.ts';
import { readDepartments } from '../../../src/input/read-cohort.ts';
import type { Framework } from '../../../src/model/framework.ts';
import * as Q from '../../../src/number/rational.ts';
import type { Rational } from '../../../src/number/rational.ts';
import { createSource } from '../../../src/text/source.ts';
import { framework, ruleset } from './rulesets.ts';
import { readFileSync } from 'node:fs';

interface Shape {
  readonly first: number;
  readonly cap: number;
  readonly groupStep: string;
  readonly veto: boolean;
  readonly bonus: number;
}

// The second never asks for what the first calls 丙, but for 丁.
function rules(shape: Shape, third: string): Framework {
  const { first, cap, groupStep, veto, bonus } = shape;
  return framework(`ruleset 测试 for 2024 {
  total 100 points at least 0 at most 100
  scores rounded to 0.01 half up
  groups rounded to ${groupStep} half up
  grades { 优 from 90   中 from 60   差 from 0 }
  input 甲, 乙, ${third} : percent from 0% to 100%
  input 违规 : yes or no = no
  input 加项, 减项 : count of 项 at least 0
  ${veto ? 'veto "违规" when 违规 : min(standing, 59)' : ''}
  group 一 60 points {
    indicator 一甲 ${first} points { score 甲 * full points at most ${cap} points }
    indicator 一乙 ${60 - first} points { score 乙 * full points }
  }
  group 二 40 points { indicator 二甲 40 points { score ${third} * full points } }
  bonus group 加分 ${bonus} points at most ${bonus} points { indicator 加 ${bonus} points { score min(加项, ${bonus}) * 1 point } }
  penalty group 减分 5 points at most 5 points { indicator 减 5 points { score min(减项, 5) * 1 point } }
}`);
}

const shapes = fc
  .record({
    first: fc.integer({ min: 10, max: 50 }),
    cap: fc.integer({ min: 5, max: 60 }),
    groupStep: fc.constantFrom('0.01', '0.1', '1'),
    veto: fc.boolean(),
    bonus: fc.integer({ min: 1, max: 9 }),
  })
  .map((shape) => ({ ...shape, cap: Math.min(shape.cap, shape.first) }));

function department(of: Framework, inputs: object, name = '某局'): Department {
  const text = JSON.stringify({ department: name, year: 2024, inputs });
  const { departments, diagnostics } = readDepartments(of, createSource('a.json', text));
  if (!departments?.[0]) throw new Error(diagnostics.map(({ code }) => code).join());
  return departments[0];
}

function sumOf(parts: readonly PartEffect[], end: 'least' | 'most'): Rational {
  return Q.sum(
    parts.map(({ shift }) => {
      const figure = shift[end];
      if (figure === undefined) throw new Error('an end is open');
      return figure;
    }),
  );
}

function expectSums({ parts, shift }: DepartmentEffect): void {
  expect(sumOf(parts, 'least')).toEqual(shift.least);
  expect(sumOf(parts, 'most')).toEqual(shift.most);
}

const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => `${tenths / 10}%`);

describe('parts of a change', () => {
  it('add up to the change of the total, exactly, at both ends', () => {
    const figures = fc.record({ 甲: percent, 乙: percent, 丙: percent }, { requiredKeys: [] });
    const rest = fc.record({
      违规: fc.constantFrom('yes', 'no'),
      加项: fc.integer({ min: 0, max: 12 }),
      减项: fc.integer({ min: 0, max: 7 }),
    });
    fc.assert(
      fc.property(
        shapes,
        shapes,
        fc.constantFrom('丙', '丁'),
        figures,
        rest,
        (one, other, third, known, more) => {
          const [before, after] = [rules(one, '丙'), rules(other, third)];
          const own = department(before, { ...known, ...more });
          const taken = createTransfer(before, after)(own);
          const [effect] = effectOn([before, after], [{ before: own, after: taken }]);
          if (effect === undefined) throw new Error('no effect');
          expectSums(effect);
          expect(effect.before.total).toEqual(evaluate(before, own).total);
          expect(effect.after.total).toEqual(evaluate(after, taken).total);
          const isKnown = third === '丙' && Object.keys(known).length === 3;
          if (isKnown) expect(effect.shift.least).toEqual(effect.shift.most);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('lay what a veto on the total takes at the total, not at an indicator', () => {
    const shape = { first: 30, cap: 30, groupStep: '0.01', bonus: 1 };
    const [before, after] = [
      rules({ ...shape, veto: false }, '丙'),
      rules({ ...shape, veto: true }, '丙'),
    ];
    const own = department(before, {
      ...{ 甲: '100%', 乙: '100%', 丙: '100%' },
      ...{ 违规: 'yes', 加项: 0, 减项: 0 },
    });
    const [effect] = effectOn([before, after], [{ before: own, after: own }]);
    expect(effect?.parts).toEqual([
      {
        kind: 'around',
        before: undefined,
        after: undefined,
        shift: { least: Q.rational(-41), most: Q.rational(-41) },
      },
    ]);
    expect([effect?.before.grades, effect?.after.grades]).toEqual([['优'], ['差']]);
  });

  it('count places by total, from the best to the worst that open totals allow', () => {
    const shape = { first: 30, cap: 30, groupStep: '0.01', bonus: 1, veto: false };
    const [before, after] = [rules(shape, '丙'), rules(shape, '丁')];
    const none = { 违规: 'no', 加项: 0, 减项: 0 };
    const all = ['80%', '60%', '70%'].map((figure, at) =>
      department(before, { 甲: figure, 乙: figure, 丙: figure, ...none }, `某局${at}`),
    );
    const transfer = createTransfer(before, after);
    const effects = effectOn(
      [before, after],
      all.map((each) => ({ before: each, after: transfer(each) })),
    );
    expect(effects.map(({ places }) => places.before)).toEqual([
      { best: 1, worst: 1 },
      { best: 3, worst: 3 },
      { best: 2, worst: 2 },
    ]);
    expect(effects.map(({ places }) => places.after)).toEqual(
      Array.from({ length: 3 }, () => ({ best: 1, worst: 3 })),
    );
  });
});

describe('the published departments', () => {
  const futian = ruleset('futian/2022');
  const longhua = ruleset('longhua/2021');
  const read = (of: Framework, path: string) => {
    const file = new URL(`../../../rulesets/${path}`, import.meta.url);
    const { departments } = readDepartments(of, createSource(path, readFileSync(file, 'utf8')));
    if (!departments?.[0]) throw new Error(path);
    return departments[0];
  };

  it('keep their own total, get an interval under the other ruleset, and parts that add up', () => {
    const own = read(futian, 'futian/departments/2022-investment-promotion-centre.json');
    const other = read(longhua, 'longhua/departments/2021-industry-bureau.json');
    const effects = effectOn(
      [futian, longhua],
      [
        { before: own, after: createTransfer(futian, longhua)(own) },
        { before: createTransfer(longhua, futian)(other), after: other },
      ],
    );
    effects.forEach(expectSums);
    expect(effects.map(({ before, after }) => [before.total, after.total])).toMatchObject([
      [
        { low: { value: Q.rational(9676, 100) }, high: { value: Q.rational(9676, 100) } },
        { low: { value: Q.rational(9015, 100) }, high: { value: Q.rational(9715, 100) } },
      ],
      [
        { low: { value: Q.rational(9230, 100) }, high: { value: Q.rational(9763, 100) } },
        { low: { value: Q.rational(964, 10) }, high: { value: Q.rational(964, 10) } },
      ],
    ]);
  });
});
