// What scoring in columns costs with more departments, up to ten million rows: more than any cache holds.
import { columnsIn } from '../generate/in-columns.ts';
import type { Loaded } from '../generate/loaded.ts';
import { loaded } from '../generate/loaded.ts';
import type { Options } from './options.ts';
import { COLUMNS_IN_JAVASCRIPT, COLUMNS_IN_WEBASSEMBLY, decoded, withKernel } from './ours.ts';
import { median } from './rounds.ts';
import { frameworkAt } from './rulesets.ts';
import { rounded, table } from './table.ts';
import { inputsOf } from './ten/department.ts';
import { departmentsOf } from './ten/departments.ts';

const ROWS = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/** How long one size may take, in milliseconds; a contender too slow for the next one is left out there. */
const ENOUGH = 8000;

export async function columnsByRows({ departments, seed }: Options): Promise<string> {
  const subject = { framework: frameworkAt('test/bench/ten-indicators.chi'), inputsOf };
  const most = departments === 10_000 ? Infinity : departments;
  const contenders = [
    [COLUMNS_IN_JAVASCRIPT, await loaded(subject.framework), 'doubles'],
    [COLUMNS_IN_WEBASSEMBLY, await withKernel(subject.framework), 'memory'],
  ] as const;
  const few = departmentsOf(10_000, seed);
  const speeds = contenders.map(() => new Map<number, number>());
  for (const rows of ROWS.filter((each) => each <= most))
    for (const [at, [, module, placing]] of contenders.entries()) {
      const before = speeds[at]?.get(rows / 10);
      if (rows > 1000 && (before === undefined || (rows / before) * 1000 > ENOUGH)) continue;
      const inputs = decoded(module, subject, few.slice(0, Math.min(rows, few.length)));
      speeds[at]?.set(rows, speedOf(module, inputs, rows, placing));
    }
  return table(
    ['rows:', ...contenders.map(([name]) => `${name}, rows/s:`)],
    [...ROWS.filter((each) => each <= most)].map((rows) => [
      rows.toLocaleString('en-US'),
      ...speeds.map((speed) => rounded(speed.get(rows) ?? Number.NaN)),
    ]),
  );
}

/** Rows in a second, the inputs repeated until there are enough. */
function speedOf(
  module: Loaded,
  inputs: readonly Record<string, unknown>[],
  rows: number,
  placing: 'doubles' | 'memory',
): number {
  const { columns, into: place } = repeated(module, inputs, rows, placing);
  const times: number[] = [];
  let into = place;
  for (let spent = 0; times.length < 3 || (spent < ENOUGH / 20 && times.length < 1000);) {
    const start = performance.now();
    into = module.evaluateColumns?.(columns, rows, into);
    const taken = performance.now() - start;
    spent += taken;
    times.push(taken);
  }
  return (1000 * rows) / median(times.slice(1));
}

type Columns = ReturnType<typeof columnsIn>;

function repeated(
  module: Loaded,
  inputs: readonly Record<string, unknown>[],
  rows: number,
  placing: 'doubles' | 'memory',
): Columns {
  const block = columnsIn(module, inputs, 'narrow').columns as Record<string, Float64Array>;
  const memory = placing === 'memory' ? module.columnsMemory?.(rows) : undefined;
  const columns: Record<string, Float64Array> = {};
  for (const [name, figures] of Object.entries(block)) {
    const column = (memory?.columns[name] ?? new Float64Array(rows)) as Float64Array;
    for (let first = 0; first < rows; first += inputs.length)
      column.set(figures.subarray(0, Math.min(inputs.length, rows - first)), first);
    columns[name] = column;
  }
  return { columns, ...(memory && { into: memory.into }) };
}
