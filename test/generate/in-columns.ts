// Decoded inputs side by side in columns, as `evaluateColumns` takes them.
import type { Loaded } from './loaded.ts';

type Inputs = Readonly<Record<string, unknown>>;

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
