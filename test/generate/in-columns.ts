// Decoded inputs side by side in columns, as `evaluateColumns` takes them.
import { UNKNOWN, newColumn } from '../../src/generate/javascript/runtime/column-memory.ts';
import type { Column } from '../../src/generate/javascript/runtime/column-memory.ts';
import type { ColumnResult, Loaded } from './loaded.ts';

type Inputs = Readonly<Record<string, unknown>>;

/** Where columns stand: all figures in doubles, each in its own array, or those in the memory of the module. */
export type Placing = 'doubles' | 'narrow' | 'memory';

/** The columns of some inputs in arrays of a kind; the memory is the module's. */
export function columnsIn(
  module: Loaded,
  inputs: readonly Inputs[],
  placing: Placing,
): { readonly columns: Record<string, unknown>; readonly into?: ColumnResult } {
  const columns = columnsOf(module, inputs);
  if (placing === 'doubles') return { columns };
  const memory = placing === 'memory' ? module.columnsMemory?.(inputs.length) : undefined;
  for (const [name, kind] of module.columnArrays?.inputs ?? []) {
    const figures = columns[name] as Column;
    const array = (memory?.columns[name] ?? newColumn(kind, inputs.length)) as Column;
    // What such an array cannot hold is not known in it.
    for (const [row, figure] of figures.entries()) {
      array[row] = figure;
      if (!Object.is(array[row], figure)) array[row] = UNKNOWN[kind];
    }
    columns[name] = array;
  }
  return { columns, ...(memory && { into: memory.into }) };
}

/** The columns of some inputs; what is not known, or no number of steps, becomes NaN or no code. */
export function columnsOf(
  { metadata }: Loaded,
  inputs: readonly Inputs[],
): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  const figure = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
  for (const [name, spec] of Object.entries(metadata.inputs)) {
    const values = inputs.map((input) => input[name]);
    if (spec.kind === 'list' && spec.longest === spec.fewest && 'step' in spec.of)
      for (let at = 0; at < spec.fewest; at++)
        columns[`${name}[${at + 1}]`] = Float64Array.from(values, (list) =>
          figure((list as unknown[] | undefined)?.[at]),
        );
    else if ('step' in spec) columns[name] = Float64Array.from(values, figure);
    else if (spec.kind === 'boolean')
      columns[name] = Uint8Array.from(values, (truth) =>
        truth === undefined ? 255 : Number(truth),
      );
    else if ('words' in spec)
      columns[name] = Uint8Array.from(values, (word) => {
        const place = spec.words.indexOf(word as string);
        return place < 0 ? 255 : place;
      });
    else columns[name] = values;
  }
  return columns;
}
