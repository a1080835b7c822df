import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { createSource, placeOf } from '../../src/text/source.ts';
import { FRAMEWORK, INPUTS, faultless, read, readPart } from './framework-fixture.ts';

describe('a department file', () => {
  it('needs a name and a year', () => {
    expect(read('{}').problems).toEqual(['missing-entry at {', 'missing-entry at {']);
    expect(read('{ "inputs": {} }').diagnostics.map(({ facts }) => facts)).toEqual([
      { name: 'department', place: '' },
      { name: 'year', place: '' },
    ]);
  });

  it('takes the year as a number or as text', () => {
    const year = (written: string) => read(`{ "department": " 甲局 ", "year": ${written} }`);
    expect(faultless(year('2022')).year).toBe('2022');
    expect(year('"2021–2022 "').department?.year).toBe('2021–2022');
    expect(faultless(year('2022')).name).toBe('甲局');
    for (const wrong of ['2022.5', '2022.0', '-1', '20220', 'true', 'null', '" "', '[]'])
      expect(year(wrong).problems).toEqual([`shape-wrong at ${wrong}`]);
  });

  it('warns when its year is not one that the ruleset is for, and is read all the same', () => {
    const year = (written: string, period = '2022') => {
      const text = `{ "department": "甲局", "year": ${written} }`;
      const read = readDepartment({ ...FRAMEWORK, period }, createSource('a.json', text));
      return [read.department?.year, ...read.diagnostics.map(({ code }) => code)];
    };
    expect(year('2021')).toEqual(['2021', 'other-year']);
    expect(year('2022')).toEqual(['2022']);
    expect(year('"2022–2023"')).toEqual(['2022–2023', 'other-year']);
    expect(year('2022', '2021–2023')).toEqual(['2022']);
    expect(year('2024', '2021–2023')).toEqual(['2024', 'other-year']);
    expect(year('2021', '参考分值')).toEqual(['2021']);
    expect(year('2021', '')).toEqual(['2021']);
    const { diagnostics } = read('{ "department": "甲局", "year": 2021 }');
    expect(diagnostics[0]).toMatchObject({
      severity: 'warning',
      facts: { year: '2021', period: '2022', ruleset: FRAMEWORK.name },
    });
  });

  it.each([
    ['""', 'text-blank at ""'],
    ['"　"', 'text-blank at "　"'],
    ['null', 'text-blank at null'],
    ['12', 'text-expected at 12'],
    ['{}', 'text-expected at {}'],
  ])('cannot be named %s', (written, problem) => {
    expect(read(`{ "department": ${written}, "year": 2022 }`).problems).toEqual([problem]);
  });

  it.each([
    ['[]', 'shape-wrong at []'],
    ['"甲局"', 'shape-wrong at "甲局"'],
    ['2022', 'shape-wrong at 2022'],
  ])('cannot be %s', (text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });

  it('warns when it is meant for another ruleset, and is read all the same', () => {
    expect(faultless(readPart('"ruleset": "示范评价"')).name).toBe('甲局');
    const { department, diagnostics, problems } = readPart('"ruleset": "龙华区评价"');
    expect(problems).toEqual(['other-ruleset at "龙华区评价"']);
    expect(diagnostics[0]?.severity).toBe('warning');
    expect(department?.name).toBe('甲局');
  });

  it('may name its schema and carry a note', () => {
    expect(
      readPart('"$schema": "./department.schema.json", "note": "依据自评报告"').problems,
    ).toEqual([]);
    expect(readPart('"$schema": 1, "note": []').problems).toEqual([
      'text-expected at 1',
      'text-expected at []',
    ]);
  });

  it('knows no other parts, and says which is meant', () => {
    const { diagnostics, problems } = readPart('"input": {}');
    expect(problems).toEqual(['unknown-entry at "input"']);
    expect(diagnostics[0]?.facts).toMatchObject({ name: 'input', place: '', suggestion: 'inputs' });
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe('"inputs"');
  });

  it('suggests the input, field or entry that is meant', () => {
    const { diagnostics } = readPart(
      '"inputs": { "采购金颔": 1, "绩效目标": [{ "目标直": "≥1" }], "系数": { "value": 1, "sorce": "表" } }',
    );
    expect(diagnostics.map(({ code, facts }) => [code, facts])).toEqual([
      ['unknown-input', { name: '采购金颔', ruleset: '示范评价', suggestion: '采购金额' }],
      [
        'unknown-entry',
        expect.objectContaining({ name: '目标直', place: '绩效目标[1]', suggestion: '目标值' }),
      ],
      [
        'unknown-entry',
        expect.objectContaining({ name: 'sorce', place: '系数', suggestion: 'source' }),
      ],
    ]);
  });

  it('says only once that a name is wrong where the right one is missing', () => {
    expect(readPart('"inputs": { "系数": { "valu": 1 } }').problems).toEqual([
      'unknown-entry at "valu"',
    ]);
    expect(readPart('"inputs": { "系数": { "source": "表" } }').problems).toEqual([
      'missing-entry at { "source": "表" }',
    ]);
  });

  it('collects everything that is wrong, in the order of the file', () => {
    const text = [
      'department: 甲局',
      'year: 2022',
      'inputs:',
      '  采购金额: "2,963"',
      '  不存在: 1',
      '  系数: 0x10',
      '  政策落实: 0.5',
      '  系数: 3',
      'reported:',
      '  采购执: 1',
    ].join('\n');
    const source = createSource('d.yaml', text);
    const { department, diagnostics } = readDepartment(FRAMEWORK, source);
    expect(department).toBeUndefined();
    const said = diagnostics.map(({ code, span }) => {
      const { line, column } = placeOf(source, span.start);
      return `${line}:${column} ${code}`;
    });
    expect(said).toEqual([
      '4:9 digits-grouped',
      '5:3 unknown-input',
      '6:7 number-notation',
      '7:9 reason-missing',
      '8:3 entry-twice',
      '10:3 unknown-scored-name',
    ]);
  });

  it('gives the same department for JSON and for YAML', () => {
    const json =
      '{ "department": "甲局", "year": 2022, "inputs": { "系数": { "value": "1.50", "source": "表" }, "违规": "否", "编制合理性": { "entries": { "职责相符": true } } }, "reported": { "total": "96.70" } }';
    const yaml = [
      'department: 甲局',
      'year: 2022',
      'inputs:',
      '  系数: { value: 1.50, source: 表 }',
      '  违规: no',
      '  编制合理性:',
      '    entries:',
      '      职责相符: yes',
      'reported: { total: 96.70 }',
    ].join('\n');
    const [a, b] = [json, yaml].map((text) => withoutSpans(faultless(read(text))));
    expect(b).toEqual(a);
  });
});

/** The same data with every span removed. */
function withoutSpans(value: unknown): unknown {
  if (value instanceof Map)
    return [...(value as ReadonlyMap<unknown, unknown>)].map(([name, part]) => [
      name,
      withoutSpans(part),
    ]);
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([name]) => name !== 'span')
    .map(([name, part]): unknown => [name, withoutSpans(part)]);
}

describe('messages about department files', () => {
  const wrong = fc.constantFrom(
    '"x"',
    'true',
    '[[]]',
    '{"a":1}',
    '"1,000"',
    '-1',
    '1e999',
    '"９％％"',
    '{"value":{}}',
  );
  const inputs = fc
    .array(fc.tuple(fc.constantFrom(...INPUTS.map(({ name }) => name), '其他'), wrong), {
      minLength: 1,
      maxLength: 5,
    })
    .map((entries) => `{ ${entries.map(([name, value]) => `"${name}": ${value}`).join(', ')} }`);

  it('are plain sentences that name the place and show no inner workings', () => {
    fc.assert(
      fc.property(inputs, (written) => {
        for (const diagnostic of readPart(`"inputs": ${written}`).diagnostics) {
          const [en, zh] = [sentence(diagnostic, 'en'), sentence(diagnostic, 'zh')];
          for (const said of [en, zh])
            expect(said).not.toMatch(
              /#\/|instancePath|properties|schema|undefined|\[object|additional|at .*\.ts/,
            );
          expect(en).toMatch(/^[A-Z“].*[.?]$/su);
          expect(zh).toMatch(/\p{Script=Han}.*[。？]$/su);
        }
      }),
    );
  });

  it('stay short whatever the file holds', () => {
    const long = '长'.repeat(100_000);
    const { diagnostics } = readPart(
      `"inputs": { "${long}": 1, "名称": 1, "类别": "${long}", "系数": "${long}" }`,
    );
    expect(diagnostics).toHaveLength(4);
    for (const diagnostic of diagnostics)
      expect(sentence(diagnostic, 'zh').length).toBeLessThan(200);
  });

  it('point to the first of the file when it holds thousands of faults', () => {
    const many = Array.from({ length: 2000 }, (_, index) => `"没有${index}": ${index}`).join(', ');
    const { diagnostics } = readPart(`"inputs": { ${many} }`);
    expect(diagnostics).toHaveLength(2000);
    expect(diagnostics[0]?.facts).toMatchObject({ name: '没有0' });
  });
});
