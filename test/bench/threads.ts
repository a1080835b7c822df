// Columns scored by several threads at once: all figures stand in shared memory, and every thread scores a range of
// rows of its own with the same compiled module.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { columnsOf } from '../generate/in-columns.ts';
import type { Loaded } from '../generate/loaded.ts';
import { loadedText, moduleWithKernel } from '../generate/loaded.ts';
import type { Options } from './options.ts';
import { decoded } from './ours.ts';
import { median } from './rounds.ts';
import { frameworkAt } from './rulesets.ts';
import { rounded, table } from './table.ts';
import { inputsOf } from './ten/department.ts';
import { departmentsOf } from './ten/departments.ts';
import type { Order } from './worker.ts';

const THREADS = [1, 2, 4];
const ROUNDS = 9;

/** At most so many rows, and no more than one thread scores in so many milliseconds. */
const MOST_ROWS = 2_000_000;
const ENOUGH = 500;

type Columns = Readonly<Record<string, Float64Array>>;

export async function columnsByThreads({ seed }: Options): Promise<string> {
  const subject = { framework: frameworkAt('test/bench/ten-indicators.chi'), inputsOf };
  const text = await moduleWithKernel(subject.framework);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'biaochi-bench-')), 'module.mjs');
  writeFileSync(file, text);
  const module = await loadedText(text);
  const inputs = decoded(module, subject, departmentsOf(10_000, seed));
  const few = columnsOf(module, inputs) as Columns;
  const rows = rowsToScore(module, few, inputs.length);
  const columns = shared(few, rows);
  const lines: string[][] = [];
  let alone = Number.NaN;
  for (const threads of THREADS) {
    const speed = await speedOf(threads, rows, { file, columns });
    if (threads === 1) alone = speed;
    lines.push([String(threads), rounded(speed), (speed / alone).toFixed(2)]);
  }
  const told = `${rows.toLocaleString('en-US')} rows of ten indicators in shared memory.`;
  return `${told}\n\n${table(['threads:', 'rows/s:', 'speed:'], lines)}`;
}

function rowsToScore(module: Loaded, columns: Columns, rows: number): number {
  const into = module.evaluateColumns?.(columns, rows);
  const start = performance.now();
  module.evaluateColumns?.(columns, rows, into);
  const taken = performance.now() - start;
  return Math.min(MOST_ROWS, Math.ceil((rows * ENOUGH) / taken));
}

/** The same figures over and over in shared memory. */
function shared(few: Columns, rows: number): Columns {
  const columns = Object.entries(few).map(([name, figures]) => {
    const column = new Float64Array(new SharedArrayBuffer(8 * rows));
    for (let first = 0; first < rows; first += figures.length)
      column.set(figures.subarray(0, rows - first), first);
    return [name, column] as const;
  });
  return Object.fromEntries(columns);
}

async function speedOf(
  threads: number,
  rows: number,
  given: Pick<Order, 'file' | 'columns'>,
): Promise<number> {
  const share = Math.ceil(rows / threads);
  const workers = await Promise.all(
    Array.from({ length: threads }, async (_, at) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url));
      const to = Math.min(rows, (at + 1) * share);
      await answered(worker, { ...given, from: at * share, to });
      return worker;
    }),
  );
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await Promise.all(workers.map((worker) => answered(worker, 'again')));
    times.push(performance.now() - start);
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  // The first rounds warm the threads up.
  return (1000 * rows) / median(times.slice(2));
}

function answered(worker: Worker, message: Order | 'again'): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.postMessage(message);
  });
}
