// Columns give what single departments give, row by row; what a row lacks is marked in that row alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparesOthers, varies } from '../../src/generate/javascript/exact-scoring.ts';
import { takesRoots } from '../../src/generate/javascript/writer.ts';
import { noScore } from '../../src/generate/javascript/runtime/column-memory.ts';
import type { Framework } from '../../src/model/framework.ts';
import { columnsIn, columnsOf } from './in-columns.ts';
import type { ColumnResult, Loaded } from './loaded.ts';
import { loaded, loadedText, moduleWithKernel, shipped } from './loaded.ts';
import { inputsOf } from './random-department.ts';
import { RULESETS, publishedInputs, rulesetNamed } from './rulesets.ts';

type Input = Record<string, unknown>;

const hasColumns = (framework: Framework) =>
  !varies(framework) && !comparesOthers(framework) && !takesRoots(framework);

function inColumns(module: Loaded, inputs: readonly Input[], into?: ColumnResult): ColumnResult {
  if (!module.evaluateColumns) throw new Error('there are no columns');
  return module.evaluateColumns(columnsOf(module, inputs), inputs.length, into);
}

/** What one row says, beside what `evaluate` says of it. */
function expectRow(
  framework: Framework,
  module: Loaded,
  input: Input,
  found: ColumnResult,
  row: number,
) {
  const grades = framework.grades.map(({ name }) => name);
  let result;
  try {
    result = module.evaluate(input);
  } catch (error) {
    expect(found.undecided[row]).toBe((error as Error).name === 'Undecided' ? 1 : 2);
    for (const column of Object.values(found.scores)) expect(column[row]).toBe(noScore(column));
    return;
  }
  expect(found.undecided[row]).toBe(0);
  for (const [name, score] of Object.entries(result.scores))
    expect([name, found.scores[name]?.[row]]).toEqual([
      name,
      typeof score === 'number' ? score : Number.NaN,
    ]);
  if (framework.scored) expect(found.total[row]).toBe(result.total);
  if (grades.length > 0) expect(grades[found.grade[row] ?? 255]).toBe(result.grade);
}

const rulesets = RULESETS.filter((file) => hasColumns(rulesetNamed(file)));

test('most rulesets of one department at a time have columns', () => {
  expect(rulesets.length).toBeGreaterThan(8);
});

// A score of theirs takes fractions in every row, so that nothing is left for a kernel.
const inFractions = new Set([
  'gallery/aggregation-efficacy.chi',
  'gallery/bonus.chi',
  'gallery/deductions.chi',
  'gallery/structure-thresholds.chi',
  'gallery/targets.chi',
  'gallery/vetoes.chi',
  'gallery/years.chi',
]);

const nameOf = (framework: Framework) =>
  RULESETS.find((file) => rulesetNamed(file) === framework) ?? '';

describe.each(rulesets)('%s', (file) => {
  test.each(['loops', 'WebAssembly'])(
    'gives in columns what it gives one by one: %s',
    async (by) => {
      const framework = rulesetNamed(file);
      const module = await (by === 'loops' ? loaded(framework) : withKernel(framework));
      fc.assert(
        fc.property(fc.array(inputsOf(framework), { minLength: 1, maxLength: 30 }), (all) => {
          const inputs = all.map((json) => {
            const decoded = module.decode(json);
            if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
            return decoded.input as Input;
          });
          // Fractions stand in no column of figures.
          const plain = inputs.filter((input) => Object.values(input).every(isPlain));
          for (const placing of ['doubles', 'narrow', 'memory'] as const) {
            const { columns, into } = columnsIn(module, plain, placing);
            const found = module.evaluateColumns?.(columns, plain.length, into);
            if (!found) throw new Error('there are no columns');
            for (const [row, input] of plain.entries())
              expectRow(framework, module, input, found, row);
          }
        }),
        { numRuns: 10 },
      );
    },
  );
});

describe.each(RULESETS.filter((file) => !comparesOthers(rulesetNamed(file))))(
  'module.js of %s',
  (file) => {
    test('gives in columns what it gives one by one', async () => {
      const framework = rulesetNamed(file);
      const module = await shipped(framework);
      fc.assert(
        fc.property(fc.array(inputsOf(framework), { minLength: 1, maxLength: 10 }), (all) => {
          const inputs = all.map((json) => {
            const decoded = module.decode(json);
            if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
            return decoded.input as Input;
          });
          const plain = inputs.filter((input) => Object.values(input).every(isPlain));
          const found = inColumns(module, plain);
          for (const [row, input] of plain.entries())
            expectRow(framework, module, input, found, row);
        }),
        { numRuns: 5 },
      );
    });
  },
);

test('module.js leaves a row open whose column is missing or narrow and not known', async () => {
  const framework = rulesetNamed('futian/2022.chi');
  const module = await shipped(framework);
  const decoded = module.decode(publishedInputs());
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
  const columns = columnsOf(module, [decoded.input as Input]);
  const undecidedIn = (changes: object) =>
    module.evaluateColumns?.({ ...columns, ...changes }, 1).undecided[0];
  expect(undecidedIn({})).toBe(0);
  expect(undecidedIn({ 在编人数: undefined })).toBe(1);
  expect(undecidedIn({ 在编人数: Int32Array.of(-(2 ** 31)) })).toBe(1);
  expect(undecidedIn({ '季度预算[2]': Float64Array.of(Number.NaN) })).toBe(1);
  expect(undecidedIn({ 在编人数: Int32Array.of(0) })).toBe(2);
});

/** A module whose columns are scored in WebAssembly, which must run here. */
async function withKernel(framework: Framework): Promise<Loaded> {
  const module = await loadedText(await moduleWithKernel(framework));
  expect(module.usesWebAssembly !== undefined).toBe(!inFractions.has(nameOf(framework)));
  expect(module.usesWebAssembly?.()).not.toBe(false);
  return module;
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  return typeof value !== 'object' || value === null || !('d' in value);
}

describe('rows that are not like the others', () => {
  const framework = rulesetNamed('futian/2022.chi');

  test('are marked alone, whether unknown, out of range or no whole step', async () => {
    const module = await loaded(framework);
    const decoded = module.decode(publishedInputs());
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
    const good = decoded.input as Input;
    const rows: Input[] = [
      good,
      { ...good, 公众满意度: undefined },
      { ...good, 公众满意度: 1_000_001 },
      { ...good, 实际采购金额: -1 },
      { ...good, 实际采购金额: 0.5 },
      { ...good, 违规支出: undefined },
      { ...good, 季度预算: [1, 2, 0, 4] },
      good,
    ];
    const found = inColumns(module, rows);
    expect([...found.undecided]).toEqual([0, 1, 2, 2, 2, 1, 2, 0]);
    for (const [row, input] of rows.entries()) expectRow(framework, module, input, found, row);
  });

  test('with large figures are scored like the others', async () => {
    const module = await loaded(framework);
    const decoded = module.decode({
      ...publishedInputs(),
      实际采购金额: '80000000.000001',
      采购计划金额: '80000000.01',
    });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
    const input = decoded.input as Input;
    const found = inColumns(module, [input]);
    expectRow(framework, module, input, found, 0);
    expect(found.undecided[0]).toBe(0);
  });

  test('write over an earlier result', async () => {
    const module = await loaded(framework);
    const decoded = module.decode(publishedInputs());
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
    const good = decoded.input as Input;
    const before = inColumns(module, [{ ...good, 公众满意度: undefined }]);
    const after = inColumns(module, [good], before);
    expect(after.total).toBe(before.total);
    expectRow(framework, module, good, after, 0);
  });
});
