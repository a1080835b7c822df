// Rows whose figures no ruleset takes stand among others in columns: they are marked, nothing is thrown, and
// the others are scored as if they were alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameworkOf } from './generating.ts';
import { columnsIn } from './in-columns.ts';
import type { ColumnResult, Loaded } from './loaded.ts';
import { loaded, loadedText, moduleWithKernel } from './loaded.ts';
import { inputsOf } from './random-department.ts';
import { RULESETS, rulesetNamed } from './rulesets.ts';
import { SPECIMENS } from './specimens.ts';

type Input = Readonly<Record<string, unknown>>;

const UNFIT = [Number.NaN, 0.5, -1, 1e300, Infinity, -Infinity, 2 ** 53 + 2, 0];

const frameworks = [
  ...RULESETS.map((file) => [file, () => rulesetNamed(file)] as const),
  ...Object.entries(SPECIMENS).map(([name, text]) => [name, () => frameworkOf(text)] as const),
];

test.each(frameworks)('%s', async (_, frameworkNamed) => {
  const framework = frameworkNamed();
  for (const module of [
    await loaded(framework),
    await loadedText(await moduleWithKernel(framework)),
  ]) {
    if (!module.evaluateColumns) return;
    fc.assert(
      fc.property(
        fc.array(inputsOf(framework), { minLength: 4, maxLength: 4 }),
        fc.array(fc.constantFrom(...UNFIT), { minLength: 8, maxLength: 8 }),
        (departments, unfit) => {
          const plain = departments.flatMap((json): Input[] => {
            const result = module.decode(json);
            const input: unknown = result.ok ? result.input : undefined;
            return isInput(input) ? [input] : [];
          });
          const row = plain.length - 1;
          if (row < 1) return;
          const { columns } = columnsIn(module, plain, 'doubles');
          const before = scored(module, columns, plain.length);
          for (const [at, column] of Object.values(columns).entries())
            if (column instanceof Float64Array) column[row] = unfit[at % 8] ?? 0;
          const after = scored(module, columns, plain.length);
          for (let other = 0; other < row; other++)
            for (const [name, scores] of Object.entries(before.scores))
              expect(after.scores[name]?.[other]).toEqual(scores[other]);
        },
      ),
      { numRuns: 12 },
    );
  }
});

function scored(
  module: Loaded,
  columns: Parameters<NonNullable<Loaded['evaluateColumns']>>[0],
  rows: number,
): ColumnResult {
  const found = module.evaluateColumns?.(columns, rows);
  if (!found) throw new Error('there are no columns');
  return found;
}

function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && Object.values(value).every(isPlain);
}

// Fractions stand in no column of figures.
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  return typeof value !== 'object' || value === null;
}
