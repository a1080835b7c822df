// What departments choose from a pool: as data, in the schema, in the template, and what is wrong.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { departmentTemplate } from '../../src/input/new-department.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { departmentSchema } from '../../src/input/schema.ts';
import { createSource, textOf } from '../../src/text/source.ts';
import { frameworkOf } from '../evaluate/written.ts';

const pool = (rest = '') =>
  frameworkOf(`ruleset R { total 20 points scores rounded to 0.01 half up
    group 自选指标 20 points at most 20 { chosen by department${rest}
      indicator A 15 points { judged }
      indicator B 5 points { judged }
      indicator C 5 points { judged }
      indicator D 10 points { judged } } }`);
const fixed = pool();
const scaled = pool(' redistribute');

function read(choice: unknown, framework = fixed) {
  const text = JSON.stringify({ department: '甲', year: 2024, inputs: { 自选指标: choice } });
  const source = createSource('department.json', text);
  const { department, diagnostics } = readDepartment(framework, source);
  for (const language of ['en', 'zh'] as const)
    for (const diagnostic of diagnostics)
      expect(sentence(diagnostic, language)).not.toMatch(/undefined|\[object/);
  const said = diagnostics.map(({ code, span, facts }) => [code, textOf(source, span), facts]);
  return { value: department?.values.get('自选指标'), said };
}

describe('a choice from a pool', () => {
  test('is a list of names, plain or with its evidence', () => {
    for (const choice of [
      ['A', 'C'],
      { value: ['D', 'B', 'C'], source: '申报表', status: 'verified' },
      ['A', null],
    ])
      expect(read(choice).said).toEqual([]);
    expect(read(['A', 'B']).value?.value).toMatchObject({
      kind: 'list',
      entries: [{ possible: new Set(['A']) }, { possible: new Set(['B']) }],
    });
    expect(read(null)).toEqual({ value: undefined, said: [] });
  });

  test('must add up to the points of the pool', () => {
    expect(read(['A', 'D']).said).toEqual([
      [
        'choice-not-admissible',
        '["A","D"]',
        { name: '自选指标', points: '20', fault: { kind: 'sum', sum: '25' } },
      ],
    ]);
    expect(read([]).said).toMatchObject([
      ['choice-not-admissible', '[]', { fault: { kind: 'sum', sum: '0' } }],
    ]);
  });

  test('names each part once, and only parts of the pool', () => {
    expect(read(['A', 'B', 'B']).said).toMatchObject([
      ['choice-not-admissible', '["A","B","B"]', { fault: { kind: 'twice', part: 'B' } }],
    ]);
    expect(read(['A', 'E']).said).toMatchObject([['choice-unknown', '"E"', {}]]);
    expect(read('A').said).toMatchObject([['shape-wrong', '"A"', {}]]);
  });

  test('may be anything but nothing where it is scaled', () => {
    expect(read(['B'], scaled).said).toEqual([]);
    expect(read([], scaled).said).toMatchObject([
      ['choice-not-admissible', '[]', { fault: { kind: 'nothing' } }],
    ]);
  });
});

test('the schema lists the names and the template says what to choose from', () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(departmentSchema(fixed));
  const file = (choice: unknown) => ({
    department: '甲',
    year: 2024,
    inputs: { 自选指标: choice },
  });
  expect(validate(file(['A', 'B']))).toBe(true);
  expect(validate(file(['A', 'E']))).toBe(false);
  const note = (text: string): unknown =>
    (JSON.parse(text) as { inputs: Record<string, unknown> }).inputs['自选指标'];
  expect(note(departmentTemplate(fixed, 'zh'))).toEqual({
    value: null,
    source: null,
    note: '所选各项的列表，合计 20 分：A = 15、B = 5、C = 5、D = 10（分）',
  });
  expect(note(departmentTemplate(scaled, 'en'))).toMatchObject({
    note: 'a list of the parts that are chosen, scaled to 20 points: A = 15, B = 5, C = 5, D = 10',
  });
});
