// Outputs and conditions on grades for departments with and without gaps: exact values, and sets and
// intervals that hold what every completion of the data gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { runExamples } from '../../src/evaluate/run-examples.ts';
import { runExpected } from '../../src/evaluate/run-expected.ts';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import type { Framework } from '../../src/model/framework.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { createSource } from '../../src/text/source.ts';
import { contains, pointOf } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import { isKnown } from '../../src/types/value.ts';

function frameworkOf(text: string): Framework {
  const source = createSource('test.chi', text);
  const { framework } = compile(source, { read: () => undefined, resolve: (_, path) => path });
  if (!framework) throw new Error('the ruleset should compile');
  return framework;
}

const readers = new Map<Framework, ReturnType<typeof createDepartmentReader>>();

function departmentOf(framework: Framework, inputs: object, more: object = {}) {
  const file = JSON.stringify({ department: '甲', year: 2024, inputs, ...more });
  const read = readers.get(framework) ?? createDepartmentReader(framework);
  readers.set(framework, read);
  const { department, diagnostics } = read(createSource('a.json', file));
  if (!department) throw new Error(diagnostics.map(({ code }) => code).join());
  return department;
}

const sheetOf = (framework: Framework, inputs: object) =>
  evaluate(framework, departmentOf(framework, inputs));

/** `0.9`, `[0.5, 1]`, `A|B` or `yes`. */
function shown(value: Value | undefined): string {
  if (value === undefined) return 'none';
  switch (value.kind) {
    case 'number': {
      const known = pointOf(value.range);
      if (known) return formatExact(known);
      const ends = [value.range.low, value.range.high].map((end) =>
        end ? formatExact(end.value) : '…',
      );
      return `[${ends.join(', ')}]`;
    }
    case 'enumeration':
      return [...value.possible].join('|');
    case 'boolean':
      return [...(value.canBeTrue ? ['yes'] : []), ...(value.canBeFalse ? ['no'] : [])].join('|');
    default:
      return value.kind;
  }
}

const outputs = (framework: Framework, inputs: object) =>
  Object.fromEntries(
    sheetOf(framework, inputs).outputs.map(({ output, value }) => [output.name, shown(value)]),
  );

const PAID = frameworkOf(`ruleset 付款 for 2024 {
  total 100 points
  scores rounded to 0.01 half up
  grades {
    优 from 90 when score of 质量 >= 36 and not 通报
    良 from 80 when 按期率 >= 90%
    中 from 60
    差 from 0
  }
  input 通报, 事故 : yes or no = no
  input 按期率 : percent from 0% to 100%
  input 合同额 : money in 万元 at least 0
  group 数量 60 points { indicator 按期 60 points { score 按期率 * full points } }
  group 质量 40 points { indicator 验收 40 points { judged } }
  veto total "事故" when 事故 : 0
  veto grade at most 中 "通报" when 通报 and 按期率 < 50%
  output 比例 = tiers of total score { >= 90 : 100%  >= 60 : 80%  otherwise : 50% }
  output 应付 : money in 万元 = 合同额 * 比例
  output 档 : one of { A > B > C } = tiers of total grade { 优 : A  良 : B  otherwise : C }
  output 续签 = 档 >= B and not 事故
  example { 按期率 = 100%; 验收 = 36 } gives 96
  example { 按期率 = 100%; 验收 = 36 } gives 档 = A
  example { 按期率 = 100%; 验收 = 35 } gives 档 = A
  example { 按期率 = 100%; 合同额 = 10 万元 } gives 应付 = 8 万元 to 10 万元
}`);

const FULL = { 按期率: '100%', 验收: { award: '38', reason: '扣 2' }, 合同额: '200' };

describe('outputs', () => {
  it('follow from the total, from other outputs and from the grade', () => {
    expect(outputs(PAID, FULL)).toEqual({ 比例: '1', 应付: '2000000', 档: 'A', 续签: 'yes' });
  });

  it('follow from the total as a veto leaves it', () => {
    expect(outputs(PAID, { ...FULL, 事故: true })).toEqual({
      比例: '0.5',
      应付: '1000000',
      档: 'C',
      续签: 'no',
    });
  });

  it('say what remains possible while data are missing', () => {
    expect(outputs(PAID, { 按期率: '100%', 合同额: '200' })).toEqual({
      比例: '[0.8, 1]',
      应付: '[1600000, 2000000]',
      档: 'A|B|C',
      续签: 'yes|no',
    });
    expect(outputs(PAID, { ...FULL, 合同额: null })['应付']).toBe('[0, …]');
  });

  it('note every input on which they rest, through the total, the grade and other outputs', () => {
    const reads = sheetOf(PAID, FULL).outputs.map(({ output, reads: names }) => [
      output.name,
      [...names].sort(),
    ]);
    expect(Object.fromEntries(reads)).toEqual({
      比例: ['事故', '按期率', '验收'].sort(),
      应付: ['事故', '合同额', '按期率', '验收'].sort(),
      档: ['事故', '按期率', '通报', '验收'].sort(),
      续签: ['事故', '按期率', '通报', '验收'].sort(),
    });
  });

  it('show the row that fired, after the results that it leans on', () => {
    const [, due] = sheetOf(PAID, FULL).outputs;
    expect(due?.steps.map(({ kind }) => kind)).toEqual(['tier-row', 'let', 'let']);
  });

  it('are worked out where there is no total at all', () => {
    const letters = frameworkOf(`ruleset 字母 {
      input 一, 二 : one of { A > B > C }
      output 弱 = min(一, 二)
      output 强 = max(一, 二)
      output 平 = 一 = 二
    }`);
    expect(outputs(letters, { 一: 'B', 二: 'C' })).toEqual({ 弱: 'C', 强: 'B', 平: 'no' });
    expect(outputs(letters, { 一: 'B' })).toEqual({ 弱: 'B|C', 强: 'A|B', 平: 'yes|no' });
    expect(sheetOf(letters, { 一: 'B' }).grades).toEqual([]);
  });
});

describe('a condition on a grade', () => {
  const grades = (inputs: object) => {
    const sheet = sheetOf(PAID, inputs);
    return [
      sheet.grades.join(),
      sheet.forgone.map(({ grade, certainty }) => `${grade.name} ${certainty}`).join(),
    ];
  };

  it('lets a department that fails it fall to the next grade that it satisfies', () => {
    expect(grades(FULL)).toEqual(['优', '']);
    expect(grades({ ...FULL, 验收: { award: '35', reason: '扣 5' } })).toEqual([
      '良',
      '优 certain',
    ]);
    expect(grades({ ...FULL, 通报: true })).toEqual(['良', '优 certain']);
    const late = { 按期率: '89%', 验收: '40', 合同额: '1', 通报: true };
    expect(grades(late)).toEqual(['中', '优 certain,良 certain']);
  });

  it('holds for the total as it is rounded, and matters only where the total reaches the grade', () => {
    expect(grades({ 按期率: '66.66%', 验收: '40', 通报: true })).toEqual(['中', '良 certain']);
    expect(grades({ 按期率: '66.64%', 验收: '40', 通报: true })).toEqual(['中', '']);
  });

  it('leaves several grades while it is open, and says which may be forgone', () => {
    expect(grades({ ...FULL, 通报: null })).toEqual(['优,良', '优 possible']);
    expect(grades({ 按期率: '100%' })).toEqual(['优,良,中', '优 possible']);
  });

  it('is decided before ceilings', () => {
    expect(grades({ 按期率: '40%', 验收: '40', 通报: true })).toEqual(['中', '']);
  });
});

describe('what is expected of outputs', () => {
  it('examples state them, exact or between two limits', () => {
    expect(runExamples(PAID).map(({ agrees }) => agrees)).toEqual([true, true, false, true]);
  });

  it('department files expect them by name, and a set of words as a set', () => {
    const expected = { outputs: { 比例: '80%..100%', 档: ['C', 'A', 'B'], 续签: true } };
    const department = departmentOf(PAID, { 按期率: '100%' }, { expected });
    const results = runExpected(PAID, department);
    expect(results.map((result) => ('name' in result ? [result.name, result.agrees] : []))).toEqual(
      [
        ['比例', true],
        ['档', true],
        ['续签', false],
      ],
    );
  });
});

it('outputs and grades of a file with gaps hold those of every completion', () => {
  const inputs = fc.record({
    通报: fc.boolean(),
    按期率: fc.integer({ min: 0, max: 100 }).map((rate) => `${rate}%`),
    验收: fc.integer({ min: 0, max: 40 }).map((award) => ({ award: `${award}`, reason: '评' })),
    合同额: fc.integer({ min: 0, max: 500 }).map(String),
  });
  const gaps = fc.subarray(['通报', '按期率', '验收', '合同额'], { minLength: 1 });
  fc.assert(
    fc.property(inputs, gaps, (given, left) => {
      const complete = sheetOf(PAID, given);
      const open = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, left.includes(name) ? null : value]),
      );
      const partial = sheetOf(PAID, open);
      expect(partial.grades).toEqual(expect.arrayContaining([...complete.grades]));
      complete.outputs.forEach(({ value }, place) => {
        expect(isKnown(value)).toBe(true);
        expect(holds(partial.outputs[place]?.value, value)).toBe(true);
      });
    }),
    { numRuns: 60 },
  );
});

function holds(wide: Value | undefined, known: Value): boolean {
  if (wide?.kind === 'number' && known.kind === 'number') {
    const figure = pointOf(known.range);
    return figure !== undefined && contains(wide.range, figure);
  }
  if (wide?.kind === 'enumeration' && known.kind === 'enumeration')
    return [...known.possible].every((word) => wide.possible.has(word));
  if (wide?.kind === 'boolean' && known.kind === 'boolean')
    return (!known.canBeTrue || wide.canBeTrue) && (!known.canBeFalse || wide.canBeFalse);
  return false;
}
