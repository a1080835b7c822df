import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/catalog.ts';
import { departmentSchema } from '../../src/input/schema.ts';
import { NUMBER, TARGET } from '../../src/types/type.ts';
import type { Type } from '../../src/types/type.ts';
import {
  FRAMEWORK,
  INPUTS,
  choice,
  framework,
  read,
  readInput,
  valueInput,
} from './framework-fixture.ts';
import * as model from '../model-builder.ts';

const STRICT = {
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
} as const;

/** What only the reader can know: exactness, ranges, reasons, the calendar. */
const BEYOND_THE_SCHEMA: ReadonlySet<Code> = new Set<Code>([
  'too-many-digits',
  'figure-too-long',
  'not-whole',
  'out-of-range',
  'no-such-day',
  'award-out-of-range',
  'reason-missing',
  'range-reversed',
  'score-given-twice',
  'other-ruleset',
]);

const accepts = new Ajv2020({ ...STRICT, ownProperties: true }).compile(
  departmentSchema(FRAMEWORK),
);

const WORDS = [
  '12.50',
  '2,963',
  '3人',
  '3 万元',
  '15.4%',
  '１２',
  '1e3',
  '-1',
  'x',
  '',
  ' ',
  '是',
  'no',
  '优',
  '一类',
  '按要求公开',
  '2022-03-31',
  '2022年13月1日',
  '≥95%',
  'assumed',
  'verified',
  '1..2',
  '2..1',
  '1 分',
  '产出',
  '.5',
  '5.',
  '+',
  '1/2',
];
const NAMES = [
  ...INPUTS.map(({ name }) => name),
  'value',
  'source',
  'status',
  'note',
  'award',
  'reason',
  'choice',
  'entries',
  'score',
  'scores',
  'total',
  'grade',
  'figures',
  'low',
  'high',
  'without',
  'department',
  'year',
  'ruleset',
  'inputs',
  'reported',
  'expected',
  '$schema',
  '目标值',
  '权重',
  '一级指标',
  '职责相符',
  '分配合理',
  '采购执行',
  '执行率',
  '管理 / 采购执行',
  '采购率',
  '结余',
  '差额',
  '__proto__',
  'constructor',
  '其他',
];

const leaf = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom<number | boolean | null>(0, 1, -1, 0.5, 47, 2022, 12345.678, true, false, null),
);
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('anything'), { maxLength: 5 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('anything')), { maxLength: 3 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

/** Evidence, awards, scores and limits as they should be, with anything in their places. */
const shaped = fc.oneof(
  anything,
  leaf,
  fc.record(
    { value: anything, source: leaf, status: leaf, note: leaf },
    { requiredKeys: ['value'] },
  ),
  fc.record({ award: leaf, reason: leaf, status: leaf }, { requiredKeys: ['award'] }),
  fc.record({ choice: leaf, source: leaf }, { requiredKeys: ['choice'] }),
  fc.record({ entries: anything, award: leaf, reason: leaf }, { requiredKeys: [] }),
  fc.record({ score: leaf, value: leaf, source: leaf }, { requiredKeys: [] }),
  fc.record({ low: leaf, high: leaf }, { requiredKeys: ['low'] }),
  fc.array(leaf, { minLength: 4, maxLength: 4 }),
  fc.array(
    fc.record(
      { 目标值: leaf, 实际值: leaf, 权重: leaf, 一级指标: leaf, value: anything },
      { requiredKeys: [] },
    ),
    {
      maxLength: 2,
    },
  ),
);

/** Right ways to write some parts, so that whole files are right often enough. */
const RIGHT: Readonly<Record<string, readonly unknown[]>> = {
  采购金额: ['2.96', '3 万元', { value: '1', source: '表', status: 'assumed' }, null],
  调整率: ['15.4%', { value: '３％', note: '注' }],
  季度支出: [['1', null, 3, { value: '4元' }], { value: [1, 2, 3, 4] }],
  绩效目标: [
    [{ 目标值: '≥95%', 权重: { value: 2 } }, null],
    [{ value: { 一级指标: '产出' }, source: '表' }],
  ],
  政策落实: [1, { award: '0.8', reason: '…' }, { award: null }],
  公开: ['部分公开', { choice: '未公开', status: 'verified' }],
  编制合理性: [
    '2',
    { entries: { 职责相符: true, 细化: '是', 分配合理: null } },
    { award: 1, reason: '…' },
  ],
  采购执行: ['1.15', null, { score: '1', source: '表' }],
  财务合规: [{ value: null }, 3],
  total: ['96.76', 96],
  grade: ['优'],
  scores: [{ 采购执行: '1' }],
  figures: [{ 采购率: ['24.56%', { value: 0.2 }], 结余: '3 万元' }],
  without: [['assumed', 'judged']],
};

const mostly = (right: readonly unknown[], otherwise: fc.Arbitrary<unknown>) =>
  right.length === 0
    ? otherwise
    : fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...right) },
        { weight: 1, arbitrary: otherwise },
      );

function named(...names: string[]) {
  const entry = fc
    .constantFrom(...names)
    .chain((name) => mostly(RIGHT[name] ?? [], shaped).map((value) => [name, value] as const));
  return fc.array(entry, { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
}

const file = fc.record(
  {
    department: mostly(['甲局'], leaf),
    year: mostly([2022, '2022'], leaf),
    inputs: fc.oneof({ weight: 9, arbitrary: named(...INPUTS.map(({ name }) => name)) }, leaf),
    reported: fc.oneof(
      named('采购执行', '财务合规', '执行率', 'total', '总分', 'grade', 'scores', 'figures'),
      fc.record({ figures: named('采购率', '结余', '差额', '合规', '调整率', '在编人数') }),
    ),
    expected: fc.oneof(
      named('total', 'grade', 'scores', 'without', 'note'),
      fc.record(
        { total: shaped, grade: shaped, scores: named('采购执行', '执行率'), without: shaped },
        { requiredKeys: [] },
      ),
      fc.array(named('total', 'grade', 'scores', 'without', 'note'), { maxLength: 2 }),
      shaped,
    ),
    note: mostly(['注', null], leaf),
    ruleset: mostly(['示范评价', null], leaf),
    extra: shaped,
  },
  { requiredKeys: ['department', 'year'] },
);
// Every part is present in half of the files, which leaves few without any fault.
const fewer = fc
  .tuple(
    file,
    fc.subarray(['inputs', 'reported', 'expected', 'note', 'ruleset', 'extra'] as const, {
      minLength: 3,
    }),
  )
  .map(([data, left]) =>
    Object.fromEntries(Object.entries(data).filter(([name]) => !left.some((one) => one === name))),
  );

describe('the schema of department files', () => {
  it('is a sound JSON Schema that strict validators take', () => {
    const ajv = new Ajv2020(STRICT);
    expect(ajv.validateSchema(departmentSchema(FRAMEWORK))).toBe(true);
  });

  it('accepts exactly what the reader accepts, as far as a schema can say', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(fewer, (data) => {
        const { diagnostics } = read(JSON.stringify(data));
        const structural = diagnostics.filter(({ code }) => !BEYOND_THE_SCHEMA.has(code));
        // Figures grouped inside of a target are words to a schema.
        const grouped = diagnostics.filter(({ code }) => code === 'digits-grouped');
        const valid = accepts(JSON.parse(JSON.stringify(data)));
        if (valid) accepted++;
        else refused++;
        expect(structural.length === 0 || (valid && structural.length === grouped.length)).toBe(
          valid,
        );
        expect(diagnostics.map(({ code }) => code)).not.toContain('part-not-accepted');
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(100);
  });

  it('never says one thing twice of one place', () => {
    fc.assert(
      fc.property(fewer, (data) => {
        const said = read(JSON.stringify(data)).diagnostics.map(
          ({ code, span, facts }) => `${code} ${span.start} ${span.end} ${JSON.stringify(facts)}`,
        );
        expect(said).toEqual([...new Set(said)]);
      }),
      { numRuns: 500 },
    );
  });

  it('describes each input in the language that is asked for', () => {
    const inputsOf = (language: 'en' | 'zh') => {
      const { properties } = departmentSchema(FRAMEWORK, language) as {
        properties: { inputs: { properties: Record<string, { description: string }> } };
      };
      return Object.entries(properties.inputs.properties).map(([name, { description }]) => [
        name,
        description,
      ]);
    };
    expect(Object.fromEntries(inputsOf('en'))).toMatchObject({
      采购金额: '政府采购实际支出; a figure in 万元, ≥ 0 万元',
      调整率: 'a percentage, ≤ 200%',
      次数: 'a whole number',
      在编人数: 'a figure in 人, ≥ 0 人',
      截止日: 'a date, ≥ 2022-01-01, ≤ 2022-12-31',
      类别: 'one of: 一类, 二类, 优',
      季度支出: 'a list of 4: a figure in 万元, ≥ 0 万元',
      政策落实: '0 to 1 points; less than 1 needs a reason',
      公开: 'one of: 按要求公开 = 1.5, 部分公开 = 1, 未公开 = 0',
    });
    expect(Object.fromEntries(inputsOf('zh'))).toMatchObject({
      采购金额: '政府采购实际支出；以“万元”计的数，≥ 0 万元',
      编制合理性: '逐项填是或否：职责相符 = 0.5、分配合理 = 1、细化 = 0.5（分）；不满 2 分须写理由',
      绩效目标:
        '若干项：一级指标（选其一：产出、效益、满意度）、目标值（目标值）、实际值（实际值）、权重（不带单位的数，≥ 0）',
    });
  });

  it('is titled by the ruleset', () => {
    expect(departmentSchema(FRAMEWORK)['title']).toBe('示范评价 2022');
    expect(departmentSchema(framework([], { period: '', about: '说明' }))).toMatchObject({
      title: '示范评价',
      description: '说明',
    });
  });

  it('holds any name of inputs, fields, choices and entries', () => {
    const hostile = ['__proto__', 'constructor', 'toString', '$ref', 'a/b~c', '^x.*[', '"'];
    const fields = new Map<string, Type>(hostile.map((name) => [name, TARGET]));
    const by = framework([
      ...hostile.map((name) => valueInput(name, NUMBER)),
      valueInput('行', { kind: 'record', fields }),
      model.judgedInput('选', 1, {
        kind: 'choice',
        choices: hostile.map((name) => choice(name, '1')),
      }),
      model.judgedInput('单', 7, {
        kind: 'checklist',
        entries: hostile.map((name) => choice(name, '1')),
      }),
    ]);
    const all = (value: unknown) =>
      JSON.stringify(Object.fromEntries(hostile.map((name) => [name, value])));
    const inputs = `${all(1).slice(0, -1)}, "行": ${all('≥1')}, "选": "__proto__", "单": { "entries": ${all(true)} } }`;
    const { department, problems } = read(
      `{ "department": "甲", "year": 1, "inputs": ${inputs} }`,
      by,
    );
    expect(problems).toEqual([]);
    expect([...(department?.values.keys() ?? [])]).toEqual([...hostile, '行']);
    expect(department?.awards.get('单')?.entries.size).toBe(hostile.length);
    expect(readInput('行', all(1).replace('constructor', 'valueOf'), by).problems).toEqual([
      'unknown-entry at "valueOf"',
    ]);
  });

  it('escapes units that mean something in patterns', () => {
    const unit = {
      dimensions: new Map([
        ['人', 1],
        ['月', 1],
      ]),
      scale: { n: 1n, d: 1n },
      label: '人·月(次)/组',
    };
    const by = framework([valueInput('量', { kind: 'number', unit, integer: false })]);
    expect(readInput('量', '"3.5人·月(次)/组"', by).problems).toEqual([]);
    expect(readInput('量', '"3.5人·月次/组"', by).problems).toEqual([
      'unit-wrong at "3.5人·月次/组"',
    ]);
  });
});
