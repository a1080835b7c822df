// Columns scored by several threads at once: all columns stand in shared memory, and every thread scores a range of
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
const ROUNDS = 7;

/** At most so many rows, and no more than a thread scores in this many milliseconds. */
const MOST_ROWS = 2_000_000;
const ENOUGH = 500;

export async function columnsByThreads({ seed }: Options): Promise<string> {
  const subject = { framework: frameworkAt('test/bench/ten-indicators.chi'), inputsOf };
  const text = await moduleWithKernel(subject.framework);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'biaochi-bench-')), 'module.mjs');
  writeFileSync(file, text);
  const module = await loadedText(text);
  const inputs = decoded(module, subject, departmentsOf(10_000, seed));
  const few = columnsOf(module, inputs) as Record<string, Float64Array>;
  const count = rowsToScore(module, few, inputs.length);
  const shared = Object.entries(few).map(([name, figures]) => {
    const column = new Float64Array(new SharedArrayBuffer(8 * count));
    for (let first = 0; first < count; first += figures.length)
      column.set(figures.subarray(0, count - first), first);
    return [name, column] as const;
  });
  const rows: string[][] = [];
  let single = Number.NaN;
  for (const threads of THREADS) {
    const speed = await speedOf(threads, {
      file,
      columns: Object.fromEntries(shared),
      rows: count,
    });
    if (threads === 1) single = speed;
    rows.push([String(threads), rounded(speed), (speed / single).toFixed(2)]);
  }
  const told = `${count.toLocaleString('en-US')} rows in shared memory.`;
  return `${told}\n\n${table(['threads:', 'rows/s:', 'speed:'], rows)}`;
}

function rowsToScore(module: Loaded, columns: object, rows: number): number {
  let into = module.evaluateColumns?.(columns, rows);
  const start = performance.now();
  into = module.evaluateColumns?.(columns, rows, into);
  const taken = performance.now() - start;
  return Math.min(MOST_ROWS, Math.ceil((rows * ENOUGH) / taken));
}

async function speedOf(threads: number, given: Pick<Order, 'file' | 'columns'>): Promise<number> {
  const share = Math.ceil(ROWS / threads);
  const workers = await Promise.all(
    Array.from({ length: threads }, async (_, at) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url));
      const to = Math.min(rows, (at + 1) * share);
      await answered(worker, { ...given, from: at * share, to } satisfies Order);
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
  return (1000 * rows) / median(times.slice(2));
}

function answered(worker: Worker, message: Order | 'again'): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.postMessage(message);
  });
}
