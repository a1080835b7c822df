import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createFileReader, readDepartments } from '../../src/input/read-cohort.ts';
import { cohortHash } from '../../src/input/department-hash.ts';
import { cohortSchema } from '../../src/input/schema.ts';
import { createSource, textOf } from '../../src/text/source.ts';
import { FRAMEWORK } from './framework-fixture.ts';

const readFile = createFileReader(FRAMEWORK);

function read(text: string) {
  const source = createSource('c.json', text);
  const result = readFile(source);
  const problems = result.diagnostics.map(({ code, span }) => `${code} at ${textOf(source, span)}`);
  return { ...result, problems };
}

const member = (name: string, inputs: object = {}) => ({ department: name, inputs });
const cohort = (departments: unknown, more: object = {}) =>
  read(JSON.stringify({ year: 2022, departments, ...more }));

describe('a cohort file', () => {
  it('gives every department the year that stands once', () => {
    const { departments, isCohort, problems } = cohort([
      member('甲局', { 采购金额: '3.5' }),
      member('乙局'),
    ]);
    expect(problems).toEqual([]);
    expect(isCohort).toBe(true);
    expect(departments?.map(({ name, year }) => [name, year])).toEqual([
      ['甲局', '2022'],
      ['乙局', '2022'],
    ]);
    expect([...(departments?.[0]?.values.keys() ?? [])]).toEqual(['采购金额']);
  });

  it('may be YAML, name its ruleset and carry a note', () => {
    const { departments, problems } = read(
      'year: 2022\nruleset: 示范评价\nnote: 虚构\ndepartments:\n  - department: 甲局\n  - department: 乙局\n    year: 2022\n',
    );
    expect(problems).toEqual([]);
    expect(departments).toHaveLength(2);
  });

  it('reads each department as its own file would', () => {
    const one = { ...member('甲局', { 采购金额: '3.5', 违规: '是' }), year: 2022 };
    const alone = readDepartments(FRAMEWORK, createSource('d.json', JSON.stringify(one)));
    expect(alone.isCohort).toBe(false);
    expect(alone.departments?.[0]?.hash).toBe(cohort([one]).departments?.[0]?.hash);
  });

  it.each([
    ['needs its year', { departments: [{ department: '甲局' }] }, ['missing-entry at {']],
    [
      'refuses a year that is none, once',
      { year: true, departments: [{ department: '甲局' }, { department: '乙局' }] },
      ['shape-wrong at true'],
    ],
    ['lists at least one department', { year: 2022, departments: [] }, ['no-departments at []']],
    ['lists departments', { year: 2022, departments: '甲局' }, ['shape-wrong at "甲局"']],
    [
      'lists departments, each in braces',
      { year: 2022, departments: ['甲'] },
      ['shape-wrong at "甲"'],
    ],
    [
      'needs the name of each department',
      { year: 2022, departments: [{ inputs: {} }] },
      ['missing-entry at {'],
    ],
    [
      'refuses a name that stands twice',
      { year: 2022, departments: [{ department: '甲局' }, { department: ' 甲局 ' }] },
      ['department-twice at " 甲局 "'],
    ],
    [
      'refuses a department of another year',
      { year: 2022, departments: [{ department: '甲局', year: 2021 }] },
      ['shared-entry-differs at 2021'],
    ],
    [
      'knows no other entries beside the list',
      { year: 2022, inputs: 1, departments: [{ department: '甲局' }] },
      ['unknown-entry at "inputs"'],
    ],
  ])('%s', (_, file, problems) => {
    const result = read(JSON.stringify(file));
    expect(result.problems).toEqual(problems);
    expect(result.departments).toBeUndefined();
  });

  it('gives every department the inputs that are common to all of them', () => {
    const shared = cohort([member('甲局', { 违规: '是' }), { department: '乙局' }], {
      common: { 采购金额: '3.5' },
    });
    expect(shared.problems).toEqual([]);
    const repeated = cohort([
      member('甲局', { 违规: '是', 采购金额: '3.5' }),
      member('乙局', { 采购金额: '3.5' }),
    ]);
    expect(shared.departments?.map(({ hash }) => hash)).toEqual(
      repeated.departments?.map(({ hash }) => hash),
    );
    expect(cohort([member('甲局')], { common: null }).problems).toEqual([]);
  });

  it('refuses an input that is common and also a department’s own, and says both', () => {
    const { departments, diagnostics } = cohort(
      [member('甲局'), member('乙局', { 采购金额: '4' })],
      {
        common: { 采购金额: '3.5' },
      },
    );
    expect(departments).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'common-input-repeated', facts: { name: '采购金额', own: '4', shared: '3.5' } },
    ]);
    expect(diagnostics[0]?.related).toHaveLength(1);
  });

  it('says once what is wrong with a common input', () => {
    const both = [member('甲局'), member('乙局')];
    expect(cohort(both, { common: { 采购金额: '许多' } }).problems).toEqual([
      'figure-expected at "许多"',
    ]);
    expect(cohort(both, { common: { 采购金颔: 1 } }).problems).toEqual([
      'unknown-input at "采购金颔"',
    ]);
    expect(cohort(both, { common: 3 }).problems).toEqual(['shape-wrong at 3']);
  });

  it('gives no department at all while one of them is wrong', () => {
    const { departments, problems } = cohort([
      member('甲局'),
      member('乙局', { 采购金额: '许多' }),
      member('丙局', { 采购金颔: 1 }),
    ]);
    expect(departments).toBeUndefined();
    expect(problems).toEqual(['figure-expected at "许多"', 'unknown-input at "采购金颔"']);
  });

  it('says where the first of two departments of one name stands', () => {
    const { diagnostics } = cohort([member('甲局'), member('甲局')]);
    expect(diagnostics[0]?.related).toHaveLength(1);
    expect(diagnostics[0]?.related[0]?.span.start).toBeLessThan(diagnostics[0]?.span.start ?? 0);
  });

  it('warns when it is meant for another ruleset, and is read all the same', () => {
    const { departments, problems } = cohort([member('甲局')], { ruleset: '龙华区评价' });
    expect(problems).toEqual(['other-ruleset at "龙华区评价"']);
    expect(departments).toHaveLength(1);
  });

  it('has a schema that accepts what the reader accepts', () => {
    const accepts = new Ajv2020({
      strict: true,
      strictRequired: false,
      allowUnionTypes: true,
    }).compile(cohortSchema(FRAMEWORK));
    expect(accepts({ year: 2022, departments: [member('甲局', { 采购金额: '3.5' })] })).toBe(true);
    const common = { 采购金额: '3.5' };
    expect(accepts({ year: 2022, common, departments: [member('甲局')] })).toBe(true);
    expect(accepts({ year: 2022, common: { 无: 1 }, departments: [member('甲局')] })).toBe(false);
    expect(accepts({ year: 2022, departments: [] })).toBe(false);
    expect(accepts({ departments: [member('甲局')] })).toBe(false);
    expect(accepts({ year: 2022, departments: [{ inputs: {} }] })).toBe(false);
    expect(accepts({ year: 2022, departments: [member('甲局', { 采购金颔: '3.5' })] })).toBe(false);
  });
});

describe('the hash of a cohort', () => {
  const a = { name: '甲', hash: '1' };
  const b = { name: '乙', hash: '2' };

  it('does not depend on the order of its departments', () => {
    expect(cohortHash([a, b])).toBe(cohortHash([b, a]));
  });

  it('changes with the data of one, with a name and with who takes part', () => {
    const hashes = [[a, b], [a], [a, { ...b, hash: '3' }], [a, { ...b, name: '丙' }]].map(
      cohortHash,
    );
    expect(new Set(hashes).size).toBe(4);
  });
});
