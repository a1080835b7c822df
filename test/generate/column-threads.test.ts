// Threads that share columns: each scores its rows of arrays over shared memory, and together they give what one
// thread gives.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Column, ColumnKind } from '../../src/generate/javascript/runtime/column-memory.ts';
import { columnsIn } from './in-columns.ts';
import type { ColumnResult, Loaded } from './loaded.ts';
import { moduleOf, moduleWithKernel } from './loaded.ts';
import { nearTies } from './near-ties.ts';
import { publishedInputs, rulesetNamed } from './rulesets.ts';

const SCORES_ITS_ROWS = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { file, columns, rows, into, range } = workerData;
  import(file).then((module) => {
    module.evaluateColumns(columns, rows, into, range);
    parentPort.postMessage(module.usesWebAssembly?.() ?? false);
  });
`;

const ARRAYS = { Float64Array, Int32Array, Int16Array, Uint16Array, Uint8Array };

function shared(column: Column): Column {
  const buffer = new SharedArrayBuffer(column.byteLength);
  const Kind = ARRAYS[column.constructor.name as ColumnKind] as new (
    of: SharedArrayBuffer,
  ) => Column;
  const copy = new Kind(buffer);
  copy.set(column);
  return copy;
}

function sharedColumns(columns: Record<string, unknown>): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) =>
      ArrayBuffer.isView(column) ? [[name, shared(column as Column)]] : [],
    ),
  );
}

function sharedResult({ scores, total, grade, undecided }: ColumnResult): ColumnResult {
  const column = <Kept extends Column>(given: Kept) => shared(given) as Kept;
  return {
    scores: sharedColumns({ ...scores }),
    total: shared(total),
    grade: column(grade),
    undecided: column(undecided),
  };
}

function scoreInThread(data: object): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(SCORES_ITS_ROWS, { eval: true, workerData: data });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

test.each([
  ['loops', false],
  ['WebAssembly', true],
])('two threads give what one gives: %s', async (_, hasKernel) => {
  const framework = rulesetNamed('futian/2022.chi');
  const text = await (hasKernel ? moduleWithKernel(framework) : moduleOf(framework));
  const target = path.join(mkdtempSync(path.join(tmpdir(), 'biaochi-threads-')), 'module.mjs');
  writeFileSync(target, text);
  const file = pathToFileURL(target).href;
  const module = (await import(/* @vite-ignore */ file)) as Loaded;
  const inputs = [...nearTies(4n).slice(0, 100), publishedInputs()].map((json) => {
    const decoded = module.decode(json);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.errors));
    return decoded.input as Record<string, unknown>;
  });
  // One row is not known and one is refused, each in another thread.
  inputs[7] = { ...inputs[7], 公众满意度: undefined };
  inputs[90] = { ...inputs[90], 实际采购金额: -1 };
  const rows = inputs.length;
  const { columns } = columnsIn(module, inputs, 'narrow');
  const alone = module.evaluateColumns?.(columns, rows);
  const empty = module.columnsMemory?.(rows).into;
  if (!alone || !empty) throw new Error('there are no columns');

  const into = sharedResult(empty);
  const given = { file, columns: sharedColumns(columns), rows, into };
  const ran = await Promise.all([
    scoreInThread({ ...given, range: { from: 0, to: 51 } }),
    scoreInThread({ ...given, range: { from: 51, to: rows } }),
  ]);

  expect(ran).toEqual([hasKernel, hasKernel]);
  expect([...alone.undecided].flatMap((code, row) => (code === 0 ? [] : [[row, code]]))).toEqual([
    [7, 1],
    [90, 2],
  ]);
  expect([...into.total]).toEqual([...alone.total]);
  expect([...into.grade]).toEqual([...alone.grade]);
  expect([...into.undecided]).toEqual([...alone.undecided]);
  for (const [name, column] of Object.entries(alone.scores))
    expect([name, ...(into.scores[name] ?? [])]).toEqual([name, ...column]);
});
