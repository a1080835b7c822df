// A thread that scores its range of shared columns whenever it is told to, and answers when it is done.
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { ColumnResult, Loaded } from '../generate/loaded.ts';

export interface Order {
  /** The compiled module. */
  readonly file: string;
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly from: number;
  readonly to: number;
}

let score: () => void = () => undefined;

parentPort?.on('message', (message: Order | 'again') => {
  void obeyed(message);
});

async function obeyed(message: Order | 'again'): Promise<void> {
  if (message !== 'again') score = await scorer(message);
  score();
  parentPort?.postMessage('done');
}

async function scorer({ file, columns, from, to }: Order): Promise<() => void> {
  const { evaluateColumns } = (await import(pathToFileURL(file).href)) as Loaded;
  const mine = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, column.subarray(from, to)]),
  );
  let into: ColumnResult | undefined;
  return () => {
    into = evaluateColumns?.(mine, to - from, into);
  };
}
