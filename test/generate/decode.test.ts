// Decoding takes what the reader of department files takes, and refuses what it refuses.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDepartmentReader } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import { moduleText } from '../../src/generate/javascript/module.ts';
import { loaded, loadedText, shipped } from './loaded.ts';
import type { Json } from './random-department.ts';
import { inputsOf } from './random-department.ts';
import { RULESETS, rulesetNamed } from './rulesets.ts';

const { inputs: FUTIAN } = JSON.parse(
  readFileSync('rulesets/futian/departments/2022-investment-promotion-centre.json', 'utf8'),
) as { inputs: Readonly<Record<string, Json>> };

// What people write in place of what is asked for.
const ODDITIES: readonly Json[] = [
  null,
  '',
  ' ',
  'abc',
  '≥1,200家',
  '1,200项优化',
  '1,234',
  '１２.５',
  '12.5',
  '12.5 万元',
  '12.5万',
  '12.5%',
  '98％',
  '-3',
  '+4',
  '.5',
  '5.',
  '1e3',
  '1e-9',
  '0',
  0,
  1,
  -1,
  0.1,
  1e21,
  12.345678901234567,
  true,
  false,
  '是',
  '否',
  'yes',
  'No',
  '2023-02-30',
  '2023年12月31日',
  '2024-1-5',
  [],
  [1],
  ['1', '2', '3', '4'],
  [null, '1', '2', '3'],
  {},
  { value: '5' },
  { value: null },
  { value: '5', status: 'rejected' },
  { value: '5', status: 'guessed' },
  { value: '90%', status: 'assumed' },
  { award: '1' },
  { award: '0.5', reason: ' ' },
  { award: '0.5', reason: '扣' },
  { award: '999' },
  { choice: '没有的' },
  { entries: {} },
  { entries: { 没有的: true } },
];

describe.each(RULESETS)('%s', (file) => {
  test('takes what the reader takes', async () => {
    const framework = rulesetNamed(file);
    const module = await shipped(framework);
    const read = createDepartmentReader(framework);
    const odd = fc
      .tuple(
        inputsOf(framework),
        fc.constantFrom(...framework.inputs),
        fc.constantFrom(...ODDITIES),
      )
      .map(([inputs, { name }, oddity]) => ({ ...inputs, [name]: oddity }));
    fc.assert(
      fc.property(odd, (inputs) => {
        const text = JSON.stringify({ department: '甲', year: 2024, inputs });
        const { department, diagnostics } = read(createSource('d.json', text));
        const decoded = module.decode(JSON.parse(JSON.stringify(inputs)) as unknown);
        const why = diagnostics.map(({ code }) => code).join(' ');
        expect([decoded.ok, why]).toEqual([department !== undefined, why]);
      }),
      { numRuns: 80 },
    );
  });
});

test('names what is wrong by its path', async () => {
  const module = await loaded(rulesetNamed('futian/2022.chi'));
  const decoded = module.decode({
    公众满意度: '120%',
    季度预算: ['1', '2', '三', '4'],
    公众满意: '1',
  });
  expect(decoded.ok ? [] : decoded.errors.map(({ path }) => path).sort()).toEqual(
    ['公众满意', '公众满意度', '季度预算[3]'].sort(),
  );
});

test('lists what is missing and gives defaults', async () => {
  const module = await loaded(rulesetNamed('futian/2022.chi'));
  const decoded = module.decode({ 季度预算: ['1', '2', null, '4'] });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
  expect(decoded.missing).toContain('季度预算');
  expect(decoded.missing).toContain('公众满意度');
  expect(decoded.missing).not.toContain('涉密部门');
  expect(decoded.missing).not.toContain('年度任务');
  expect(decoded.input).toHaveProperty('涉密部门', false);
  expect(decoded.missing.length).toBeGreaterThan(2);
  expect(() => module.evaluate(decoded.input)).toThrow(
    expect.objectContaining({ name: 'Undecided', inputs: decoded.missing }),
  );
});

test('refuses with every input that is not known, and with the entry where only one is not', async () => {
  const module = await loaded(rulesetNamed('futian/2022.chi'));
  const inputsOf = (without: readonly string[]) =>
    Object.fromEntries(Object.entries(FUTIAN).filter(([name]) => !without.includes(name)));
  const evaluated = (inputs: object) => () => {
    const decoded = module.decode(inputs);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
    return module.evaluate(decoded.input);
  };
  expect(evaluated(FUTIAN)().total).toBe(9676);
  expect(evaluated(inputsOf(['公众满意度', '在编人数']))).toThrow(
    expect.objectContaining({
      message: '“在编人数”, “公众满意度” are not known',
      inputs: ['在编人数', '公众满意度'],
    }),
  );
  const quarters = { ...FUTIAN, 季度预算: ['1', '2', null, '4'] };
  expect(evaluated(quarters)).toThrow(expect.objectContaining({ inputs: ['季度预算[3]'] }));
  // Nobody has to say what no rule asks of this department.
  expect(evaluated({ ...inputsOf(['部门预算公开', '部门决算公开']), 涉密部门: true })().total).toBe(
    9676,
  );
});

describe('what is wrong is said in the language of the module', () => {
  const inputs = {
    公众满意: '1',
    公众满意度: '120%',
    年初预算: '12 dollars',
    采购政策落实: '0.5',
    季度预算: ['1', '2', 0.1 + 0.2, '4'],
    部门预算公开: '没有的',
    年度任务: [{ 预算: '1' }],
  };
  const told = async (messages: 'en' | 'zh') => {
    const module = await loadedText(
      moduleText(rulesetNamed('futian/2022.chi'), { language: 'js', head: 'Test', messages }),
    );
    const decoded = module.decode(inputs);
    if (decoded.ok) throw new Error('nothing is wrong');
    return new Map(decoded.errors.map((error) => [error.path, error]));
  };

  test('with the same codes and paths', async () => {
    const [en, zh] = [await told('en'), await told('zh')];
    const codes = (errors: typeof en) => [...errors].map(([path, { code }]) => [path, code]).sort();
    expect(codes(en)).toEqual(
      [
        ['公众满意', 'unknown-name'],
        ['公众满意度', 'out-of-range'],
        ['年初预算', 'wrong-unit'],
        ['采购政策落实', 'no-reason'],
        ['季度预算[3]', 'imprecise'],
        ['部门预算公开', 'wrong-kind'],
        ['年度任务[1].名称', 'incomplete'],
      ].sort(),
    );
    expect(codes(zh)).toEqual(codes(en));
  });

  test('with the place, and with what may stand there', async () => {
    const [en, zh] = [await told('en'), await told('zh')];
    for (const errors of [en, zh])
      for (const [path, { message }] of errors) expect(message).toContain(`“${path}”`);
    expect(en.get('公众满意度')?.message).toMatch(/it takes a percentage, ≥ 0%, ≤ 100%$/u);
    expect(zh.get('公众满意度')?.message).toMatch(/应填：百分比，≥ 0%, ≤ 100%$/u);
    expect(zh.get('部门预算公开')?.message).toContain('按要求公开 / 公开但不合要求 / 未公开');
    for (const { message } of zh.values()) expect(message).not.toMatch(/ [a-z]+ /u);
  });
});
