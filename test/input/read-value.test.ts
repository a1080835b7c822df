import { describe, expect, it } from 'vitest';
import { ACTUAL, NUMBER, TARGET } from '../../src/types/type.ts';
import type { Type } from '../../src/types/type.ts';
import type { Value } from '../../src/types/value.ts';
import { isKnown } from '../../src/types/value.ts';
import { showRange } from '../model-builder.ts';
import {
  FRAMEWORK,
  faultless,
  figureGiven,
  framework,
  readInput,
  readPart,
  valueGiven,
  valueInput,
} from './framework-fixture.ts';

describe('words, dates and truth values', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['"是"', true],
    ['"否"', false],
    ['"yes"', true],
    ['" no "', false],
  ])('%s is the truth value %s', (written, expected) => {
    const value = valueGiven('违规', written)?.value;
    expect(value).toEqual({ kind: 'boolean', canBeTrue: expected, canBeFalse: !expected });
  });

  it.each(['"Yes"', '"可能"', '1', '"true"', '[]', '""'])('%s is no truth value', (written) => {
    expect(readInput('违规', written).problems).toEqual([`yes-or-no-expected at ${written}`]);
  });

  it.each([
    '"2022-03-31"',
    '"2022年3月31日"',
    '"2022/3/31"',
    '"２０２２年３月３１日"',
    '"2022.03.31"',
  ])('%s is a day', (written) => {
    expect(figureGiven('截止日', written)).toBe('[19082, 19082]n');
  });

  it.each([
    ['"2022-13-01"', 'no-such-day'],
    ['"2022年2月30日"', 'no-such-day'],
    ['"2022"', 'date-expected'],
    ['2022', 'date-expected'],
    ['"三月底"', 'date-expected'],
    ['"2023-01-01"', 'out-of-range'],
  ])('the date %s: %s', (written, code) => {
    expect(readInput('截止日', written).problems).toEqual([`${code} at ${written}`]);
  });

  it('shows the limits of dates as dates', () => {
    const { diagnostics } = readInput('截止日', '"2023-01-01"');
    expect(diagnostics[0]?.facts).toMatchObject({ limits: '≥ 2022-01-01, ≤ 2022-12-31' });
  });

  it('takes texts as they are', () => {
    expect(valueGiven('名称', '" 甲，１,000 "')?.value).toEqual({
      kind: 'text',
      text: ' 甲，１,000 ',
    });
    expect(valueGiven('名称', '""')?.value).toEqual({ kind: 'text', text: '' });
  });

  it('asks for quotes around numbers that are texts', () => {
    const { diagnostics, problems } = readInput('名称', '440300');
    expect(problems).toEqual(['text-expected at 440300']);
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe('"440300"');
  });

  it('takes an enumeration by its exact words and suggests the nearest', () => {
    expect(valueGiven('类别', '"优"')?.value).toEqual({
      kind: 'enumeration',
      possible: new Set(['优']),
    });
    const { diagnostics, problems } = readInput('类别', '"三类"');
    expect(problems).toEqual(['choice-unknown at "三类"']);
    expect(diagnostics[0]?.facts).toEqual({
      name: '类别',
      text: '三类',
      choices: ['一类', '二类', '优'],
      suggestion: '一类',
    });
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe('"一类"');
  });
});

describe('targets and actual values', () => {
  const amount = (written: string) => {
    const value = valueGiven('目标', written)?.value;
    return value?.kind === 'target' && value.target?.kind === 'amount' ? value.target : undefined;
  };

  it.each([
    ['"≥95%"', { sense: 'at-least', amount: { n: 19n, d: 20n }, unit: '%' }],
    ['"≤ 3.5天"', { sense: 'at-most', amount: { n: 7n, d: 2n }, unit: '天' }],
    ['"８家"', { sense: 'at-least', amount: { n: 8n, d: 1n }, unit: '家' }],
    ['8', { sense: 'at-least', amount: { n: 8n, d: 1n }, unit: '' }],
    ['1.5e3', { sense: 'at-least', amount: { n: 1500n, d: 1n }, unit: '' }],
    ['-0.5', { sense: 'at-least', amount: { n: -1n, d: 2n }, unit: '' }],
  ])('%s', (written, expected) => {
    expect(amount(written)).toMatchObject(expected);
  });

  it('keeps words with their own punctuation', () => {
    expect(valueGiven('实际', '"优化－１００％，完成"')?.value).toEqual({
      kind: 'actual',
      actual: { kind: 'words', text: '优化－１００％，完成' },
    });
  });

  it.each([
    ['目标', '"≥1,000家"', 'digits-grouped'],
    ['实际', '"44，350.00万元"', 'digits-grouped'],
    ['目标', '"  "', 'text-blank'],
    ['目标', 'true', 'text-expected'],
    ['目标', '["≥95%"]', 'text-expected'],
    ['实际', '12345678901234567', 'too-many-digits'],
  ])('%s %s: %s', (name, written, code) => {
    expect(readInput(name, written).problems).toEqual([`${code} at ${written}`]);
  });

  it('mends grouped digits inside of a target', () => {
    const { diagnostics } = readInput('目标', '"≥1,000,000家"');
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe('"≥1000000家"');
  });
});

function figures(value: Value | undefined): string[] {
  if (value?.kind !== 'list') throw new Error('no list');
  return value.entries.map((entry) =>
    entry.kind === 'number' ? showRange(entry.range) : entry.kind,
  );
}

describe('lists and records', () => {
  it('leaves null entries to the declared range', () => {
    const given = valueGiven('季度支出', '["1", null, 3, "4万元"]');
    expect(figures(given?.value)).toEqual([
      '[10000, 10000]n',
      '[0, )',
      '[30000, 30000]n',
      '[40000, 40000]n',
    ]);
  });

  it.each([
    ['["1", "2"]', 'list-length', { given: 2, least: 4, most: 4 }],
    ['["1", "2", "3", "4", "5"]', 'list-length', { given: 5, least: 4, most: 4 }],
    ['"1"', 'shape-wrong', { expected: 'list' }],
    ['{ "value": "1" }', 'shape-wrong', { expected: 'list' }],
  ])('a list of four cannot be %s: %s', (written, code, facts) => {
    const { diagnostics } = readInput('季度支出', written);
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.facts])).toEqual([
      [code, { name: '季度支出', ...facts }],
    ]);
  });

  it('names the entry that is wrong, and reports each', () => {
    const { diagnostics, problems } = readInput('季度支出', '["1", "-2", "3,000", "4人"]');
    expect(problems).toEqual([
      'out-of-range at "-2"',
      'digits-grouped at "3,000"',
      'unit-wrong at "4人"',
    ]);
    const names = diagnostics.map(({ facts }) => ('name' in facts ? facts.name : undefined));
    expect(names).toEqual(['季度支出[2]', '季度支出[3]', '季度支出[4]']);
  });

  it('reads records with fields left out, null, or with evidence of their own', () => {
    const given = valueGiven(
      '绩效目标',
      '[{ "目标值": "≥95%", "权重": { "value": "2", "source": "表二" } }, { "value": { "一级指标": "产出", "实际值": null } }]',
    );
    if (given?.value.kind !== 'list') throw new Error('no list');
    const known = given.value.entries.map((entry) => {
      if (entry.kind !== 'record') throw new Error('no record');
      return [...entry.fields].map(([name, field]) => `${name} ${isKnown(field)}`);
    });
    expect(known).toEqual([
      ['一级指标 false', '目标值 true', '实际值 false', '权重 true'],
      ['一级指标 true', '目标值 false', '实际值 false', '权重 false'],
    ]);
    expect(given.evidence.source).toBe('表二');
  });

  it('holds fields to their ranges and enumerations, and rows to their shape', () => {
    const { diagnostics, problems } = readInput(
      '绩效目标',
      '[{ "一级指标": "产值", "权重": -1 }, "产出", null]',
    );
    expect(problems).toEqual([
      'choice-unknown at "产值"',
      'out-of-range at -1',
      'shape-wrong at "产出"',
    ]);
    const names = diagnostics.map(({ facts }) => ('name' in facts ? facts.name : undefined));
    expect(names).toEqual(['绩效目标[1].一级指标', '绩效目标[1].权重', '绩效目标[2]']);
  });

  it('reads an object as the record where the record has a field named value', () => {
    const type: Type = {
      kind: 'record',
      fields: new Map([
        ['value', NUMBER],
        ['note', TARGET],
      ]),
    };
    const by = framework([valueInput('行', type)]);
    const given = faultless(readInput('行', '{ "value": "3", "note": "≥2" }', by)).values.get('行');
    expect(given?.value.kind === 'record' && [...given.value.fields.keys()]).toEqual([
      'value',
      'note',
    ]);
    expect(given?.evidence.note).toBeUndefined();
  });
});

describe('evidence', () => {
  it('is disclosed, without source or note, for a plain value', () => {
    expect(valueGiven('系数', '1')?.evidence).toEqual({
      status: 'disclosed',
      source: undefined,
      note: undefined,
    });
  });

  it('is read with the value, and the span is that of the whole entry', () => {
    const written = '{ "value": "1", "source": "一（四）1", "status": "verified", "note": "注" }';
    const given = valueGiven('系数', written);
    expect(given?.evidence).toEqual({ status: 'verified', source: '一（四）1', note: '注' });
    expect((given?.span.end ?? 0) - (given?.span.start ?? 0)).toBe(written.length);
  });

  it.each([
    ['["1", "2", "3", "4"]', 'disclosed'],
    ['["1", { "value": "2", "status": "assumed" }, "3", "4"]', 'assumed'],
    ['["1", { "value": null, "status": "assumed" }, "3", "4"]', 'disclosed'],
    [
      '{ "value": ["1", { "value": "2", "status": "disclosed" }], "status": "verified" }',
      'disclosed',
    ],
    [
      '{ "value": ["1", { "value": "2", "status": "verified" }], "status": "rejected" }',
      'rejected',
    ],
    [
      '{ "value": [{ "value": "1", "status": "verified" }, { "value": "2", "status": "verified" }] }',
      'verified',
    ],
  ])('of the list %s is that of its weakest entry: %s', (written, status) => {
    const by = framework([
      valueInput('列', { kind: 'list', of: NUMBER, least: 0, most: undefined }),
    ]);
    expect(faultless(readInput('列', written, by)).values.get('列')?.evidence.status).toBe(status);
  });

  it('collects the sources of parts once each', () => {
    const given = valueGiven(
      '季度支出',
      '[{ "value": 1, "source": "表一" }, { "value": 2, "source": "表二" }, { "value": 3, "source": "表一" }, 4]',
    );
    expect(given?.evidence.source).toBe('表一；表二');
  });

  it('refuses statuses and remarks that are none', () => {
    const { problems } = readInput(
      '系数',
      '{ "value": 1, "status": "disclose", "source": 12, "note": [] }',
    );
    expect(problems).toEqual([
      'choice-unknown at "disclose"',
      'text-expected at 12',
      'text-expected at []',
    ]);
  });

  it('accepts null for what is not said', () => {
    expect(
      valueGiven('系数', '{ "value": 1, "status": null, "source": null, "note": null }')?.evidence,
    ).toEqual({
      status: 'disclosed',
      source: undefined,
      note: undefined,
    });
  });
});

describe('what is not known', () => {
  it.each([
    ['系数', 'null'],
    ['系数', '{ "value": null, "note": "未披露" }'],
    ['绩效目标', 'null'],
    ['季度支出', '[null, null, null, null]'],
    ['季度支出', '{ "value": [null, { "value": null }, null, null] }'],
  ])('%s as %s is as if it were left out', (name, written) => {
    expect(faultless(readInput(name, written)).values.size).toBe(0);
  });

  it('keeps the number of rows of a list of any length', () => {
    const given = valueGiven('绩效目标', '[null, {}]');
    expect(given?.value.kind === 'list' && given.value.entries.length).toBe(2);
    expect(valueGiven('绩效目标', '[]')?.value).toEqual({
      kind: 'list',
      entries: [],
      further: undefined,
    });
  });

  it('may be every input', () => {
    expect(faultless(readPart('"note": "空"')).values.size).toBe(0);
    expect(faultless(readPart('"inputs": null')).awards.size).toBe(0);
  });

  it('may be of a type that uses any name', () => {
    const by = framework([
      valueInput('__proto__', NUMBER),
      valueInput('constructor', TARGET),
      valueInput('toString', {
        kind: 'record',
        fields: new Map<string, Type>([['__proto__', ACTUAL]]),
      }),
    ]);
    const { values } = faultless(
      readPart(
        '"inputs": { "__proto__": 1, "constructor": "≥2", "toString": { "__proto__": "3" } }',
        by,
      ),
    );
    expect([...values.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(faultless(readPart('"inputs": {}', by)).values.size).toBe(0);
    const { problems } = readPart(
      '"inputs": { "__proto__": "x", "hasOwnProperty": 1, "valueOf": 2 }',
      by,
    );
    expect(problems).toEqual([
      'figure-expected at "x"',
      'unknown-input at "hasOwnProperty"',
      'unknown-input at "valueOf"',
    ]);
    expect(readPart('"inputs": { "__proto__": 1, "constructor": 2 }', FRAMEWORK).problems).toEqual([
      'unknown-input at "__proto__"',
      'unknown-input at "constructor"',
    ]);
  });
});
