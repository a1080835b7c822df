// The options of `npm run bench`, as text, to what is to be measured and how long.
import { parseArgs } from 'node:util';
import type { Extent } from './work.ts';

export interface Options extends Extent {
  /** The sections to run; all when empty. */
  readonly only: readonly string[];
  /** Whether the tables are kept in the documentation. */
  readonly write: boolean;
}

export const USAGE = `npm run bench -- [--only ten,futian,…] [--departments 10000] [--seed 1]
                 [--rounds 15] [--turn 20] [--write]`;

export function optionsOf(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      departments: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '15' },
      turn: { type: 'string', default: '20' },
      write: { type: 'boolean', default: false },
    },
  });
  const whole = (name: 'departments' | 'seed' | 'rounds' | 'turn') => {
    const figure = Number(values[name]);
    if (!Number.isInteger(figure) || figure < 1)
      throw new Error(`--${name} takes a whole number above 0`);
    return figure;
  };
  return {
    only: values.only.flatMap((names) => names.split(',')),
    departments: whole('departments'),
    seed: whole('seed'),
    rounds: whole('rounds'),
    turn: whole('turn'),
    write: values.write,
  };
}
