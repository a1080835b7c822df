import { describe, expect, it } from 'vitest';
import { departmentTemplate } from '../../src/input/new-department.ts';
import { NUMBER } from '../../src/types/type.ts';
import type { Type } from '../../src/types/type.ts';
import { FRAMEWORK, INPUTS, faultless, framework, read, valueInput } from './framework-fixture.ts';

describe('the template of a department file', () => {
  it.each(['zh', 'en'] as const)(
    'reads without fault as it stands, with nothing known (%s)',
    (language) => {
      const department = faultless(read(departmentTemplate(FRAMEWORK, language)));
      expect([department.values.size, department.awards.size]).toEqual([0, 0]);
      expect(department.year).toBe('2022');
    },
  );

  it('names every input in order with a note on what it takes', () => {
    const template = JSON.parse(departmentTemplate(FRAMEWORK, 'zh')) as {
      ruleset: string;
      inputs: Record<string, { note: string }>;
    };
    expect(template.ruleset).toBe('示范评价');
    expect(Object.keys(template.inputs)).toEqual(INPUTS.map(({ name }) => name));
    expect(template.inputs['采购金额']).toEqual({
      value: null,
      source: null,
      note: '政府采购实际支出；以“万元”计的数，≥ 0 万元',
    });
    expect(template.inputs['季度支出']).toMatchObject({ value: [null, null, null, null] });
    expect(template.inputs['编制合理性']).toMatchObject({
      entries: { 职责相符: null, 分配合理: null, 细化: null },
      reason: null,
    });
    expect(template.inputs['公开']).toMatchObject({ choice: null });
    expect(template.inputs['政策落实']).toMatchObject({
      award: null,
      reason: null,
      note: '0 至 1 分；不满 1 分须写理由',
    });
  });

  it('ends with a line end and is indented for editing', () => {
    expect(departmentTemplate(FRAMEWORK, 'en')).toMatch(
      /^\{\n {2}"department": "Name of the department",\n[^]*\}\n$/,
    );
  });

  it('holds any names, and records that have a field named value', () => {
    const fields = new Map<string, Type>([
      ['value', NUMBER],
      ['__proto__', NUMBER],
    ]);
    const by = framework(
      [
        valueInput('__proto__', NUMBER),
        valueInput('行', { kind: 'record', fields }),
        valueInput('列', {
          kind: 'record',
          fields: new Map<string, Type>([['__proto__', NUMBER]]),
        }),
      ],
      { period: '' },
    );
    const text = departmentTemplate(by, 'zh');
    expect(text).toContain('"__proto__": {\n      "value": null');
    expect(faultless(read(text, by)).values.size).toBe(0);
  });
});
