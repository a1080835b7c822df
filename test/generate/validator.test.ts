import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/input/json-schema.ts';
import { NUMBER } from '../../src/types/type.ts';
import { framework, valueInput } from '../input/framework-fixture.ts';
import { FUTIAN, ROOT, fileOf, generated, shipped } from './generating.ts';

interface Validator {
  readonly isDepartment: (json: unknown) => boolean;
  readonly departmentErrors: (json: unknown) => readonly { path: string; message: string }[];
  readonly isInputs: (json: unknown) => boolean;
  readonly inputsErrors: (json: unknown) => readonly { path: string; message: string }[];
  readonly isCohort: (json: unknown) => boolean;
}

// As Node would load the file: nothing of ours, and nothing beside it, is in reach.
async function load(code: string): Promise<Validator> {
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  return (await import(/* @vite-ignore */ url)) as Validator;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

const FRAMEWORK = shipped(FUTIAN.ruleset);
const code = await fileOf(FRAMEWORK, 'validator', 'validate.js');
const validator = await load(code);
const department = readJson(FUTIAN.file) as { readonly inputs: object };

describe('a validator', () => {
  it('takes what belongs to its ruleset', () => {
    expect(validator.departmentErrors(department)).toEqual([]);
    expect(validator.inputsErrors(department.inputs)).toEqual([]);
    expect(validator.isCohort({ year: 2022, departments: [{ department: '甲' }] })).toBe(true);
  });

  it('says in words what is wrong, and where', () => {
    const errors = validator.departmentErrors({
      year: 2022,
      inputs: {
        年初预箕: '1',
        年初预算: '12 万',
        公众满意度: 95,
        在编人数: 0,
        季度预算: ['1'],
        部门预算公开: '公开了',
        违规支出: { source: '附件' },
        采购政策落实: { award: 2 },
      },
    });
    expect(errors).toEqual([
      { path: '', message: '“department” is missing' },
      { path: '/inputs', message: 'the ruleset has no “年初预箕”' },
      {
        path: '/inputs/年初预算',
        message:
          'expected: money: a decimal figure, as text so that it stays exact, with or without 元, 万元 or 亿元',
      },
      { path: '/inputs/季度预算', message: 'needs 4 entries or more' },
      { path: '/inputs/在编人数', message: 'must be >= 1' },
      { path: '/inputs/公众满意度', message: 'must be: a text, null, an object' },
      { path: '/inputs/违规支出', message: '“value” is missing' },
      { path: '/inputs/采购政策落实/award', message: 'must be <= 1' },
      {
        path: '/inputs/部门预算公开',
        message: 'must be one of: 按要求公开, 公开但不合要求, 未公开',
      },
    ]);
  });

  it('speaks Chinese too', async () => {
    const zh = await load(await fileOf(FRAMEWORK, 'validator', 'validate.js', 'zh'));
    expect(zh.inputsErrors({ 年初预箕: '1' })).toEqual([
      { path: '', message: '规则集里没有“年初预箕”' },
    ]);
  });

  it('takes exactly what its schema takes', async () => {
    const text = await fileOf(FRAMEWORK, 'schema', 'department.schema.json');
    const ajv = new Ajv2020({ strict: false, ownProperties: true });
    const bySchema = ajv.compile(JSON.parse(text) as JsonSchema);
    const names = Object.keys(department.inputs);
    const value = fc.oneof(
      fc.constantFrom(...(Object.values(department.inputs) as unknown[])),
      fc.constantFrom<unknown>('12.5', '12.5 万元', '98%', '是', 'x', '', 0, -1, 0.5, true, null),
      fc.constantFrom<unknown>([], ['1', '2', '3', 4], [null], { value: -1 }, { award: '1' }),
      fc.constantFrom<unknown>({ choice: '未公开' }, { entries: { 分配不固化: false } }, {}),
    );
    const entries = fc.array(fc.tuple(fc.constantFrom(...names, '其他'), value), { maxLength: 4 });
    let taken = 0;
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom({}, { reported: { 预算执行率: '5.15', total: 1 } }, { x: 1 }),
        (given, more) => {
          const data = { department: '甲', year: 2022, inputs: Object.fromEntries(given), ...more };
          const isTaken = validator.isDepartment(data);
          if (isTaken) taken++;
          expect(isTaken).toBe(bySchema(data));
          expect(validator.departmentErrors(data).length === 0).toBe(isTaken);
        },
      ),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(100);
    expect(taken).toBeLessThan(900);
  });

  it('needs nothing beside it and evaluates no text as code', () => {
    expect(code).not.toMatch(/\brequire\(|\bimport\b|\beval\b|\bnew Function\b/);
    const script = `${code}\nif (!isInputs({ 年初预算: '1' }) || isInputs({ 年初预算: {} })) process.exit(3);`;
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module'];
    expect(() => execFileSync(process.execPath, [...flags, '-'], { input: script })).not.toThrow();
  });

  it('holds any name of inputs', async () => {
    const names = ['__proto__', 'constructor', 'toString', '$ref', 'a/b~c', '"', '*/', '${x}'];
    const hostile = framework(names.map((name) => valueInput(name, NUMBER)));
    const { isInputs } = await load(await fileOf(hostile, 'validator', 'validate.js'));
    const given = (value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
    expect(isInputs(given('1'))).toBe(true);
    for (const name of names) expect(isInputs(Object.fromEntries([[name, 'x']])), name).toBe(false);
  });

  it('comes with its declarations and the types that they speak of', async () => {
    const files = await generated(FRAMEWORK, 'validator');
    expect([...files.keys()]).toEqual(['validate.js', 'validate.d.ts', 'types.d.ts']);
    expect(files.get('types.d.ts')).toBe(await fileOf(FRAMEWORK, 'types', 'types.d.ts'));
  });
});
