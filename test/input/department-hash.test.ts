import { describe, expect, it } from 'vitest';
import { faultless, read, readPart } from './framework-fixture.ts';

function hash(inputs: string, more = ''): string {
  return faultless(readPart(`"inputs": ${inputs}${more}`)).hash;
}

const PLAIN = hash('{ "采购金额": "2.96", "政策落实": { "award": "0.8", "reason": "甲" } }');

describe('the hash of a department', () => {
  it('is a SHA-256 in hexadecimal digits', () => {
    expect(PLAIN).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [
      'another way to write a figure',
      '{ "采购金额": "29600元", "政策落实": { "award": 0.80, "reason": "甲" } }',
      '',
    ],
    ['another order', '{ "政策落实": { "award": "0.8", "reason": "甲" }, "采购金额": "2.96" }', ''],
    [
      'sources, notes and reasons',
      '{ "采购金额": { "value": 2.96, "source": "表", "note": "注" }, "政策落实": { "award": "0.8", "reason": "乙" } }',
      '',
    ],
    [
      'inputs that are not known',
      '{ "采购金额": "2.96", "系数": null, "季度支出": [null, null, null, null], "政策落实": { "award": "0.8", "reason": "甲" } }',
      '',
    ],
    [
      'what is reported and expected',
      '{ "采购金额": "2.96", "政策落实": { "award": "0.8", "reason": "甲" } }',
      ', "reported": { "total": 1 }, "expected": { "total": 2 }, "note": "注"',
    ],
  ])('does not change with %s', (_what, inputs, more) => {
    expect(hash(inputs, more)).toBe(PLAIN);
  });

  it('is the same for JSON and YAML', () => {
    const yaml =
      'department: 乙局\nyear: 2021\ninputs:\n  采购金额: 2.96\n  政策落实: {award: 0.8, reason: 甲}\n';
    expect(read(yaml).department?.hash).toBe(PLAIN);
  });

  it('differs with every figure, status, choice, entry and row', () => {
    const different = [
      '{}',
      '{ "采购金额": "2.96" }',
      '{ "采购金额": "2.961" }',
      '{ "采购金额": { "value": "2.96", "status": "assumed" } }',
      '{ "系数": "2.96" }',
      '{ "得分": "1" }',
      '{ "政策落实": "1" }',
      '{ "违规": true }',
      '{ "违规": false }',
      '{ "类别": "一类" }',
      '{ "名称": "一类" }',
      '{ "目标": "一类" }',
      '{ "截止日": "2022-03-31" }',
      '{ "公开": "未公开" }',
      '{ "公开": "部分公开" }',
      '{ "编制合理性": { "award": "1.5", "reason": "…" } }',
      '{ "编制合理性": { "entries": { "职责相符": true, "分配合理": true }, "reason": "…" } }',
      '{ "编制合理性": { "entries": { "职责相符": true, "分配合理": true, "细化": false }, "reason": "…" } }',
      '{ "季度支出": ["1", null, null, null] }',
      '{ "季度支出": [null, "1", null, null] }',
      '{ "绩效目标": [] }',
      '{ "绩效目标": [null] }',
      '{ "绩效目标": [{ "目标值": "≥1" }] }',
      '{ "绩效目标": [{ "实际值": "≥1" }] }',
    ].map((inputs) => hash(inputs));
    expect(new Set([PLAIN, ...different]).size).toBe(different.length + 1);
  });
});
