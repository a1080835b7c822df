// What can be changed about a department: each single figure, date, choice or finding of its data, with
// the values that it may take. Figures lie on a grid, so that every value can stand in a file.
import type { Value } from '../../types/value.ts';
import type { Input } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import type { Unit } from '../../types/unit.ts';
import type { Range } from '../../types/range.ts';

/** One thing that can be changed, all else as it is. */
export interface Lever {
  /** The input, with the number of its entry and the name of its field: `季度累计支出[4]`. */
  readonly name: string;
  readonly input: Input;
  readonly unit: Unit | undefined;
  /** What stands there now; undefined where that is not known. */
  readonly current: Value | undefined;
  readonly moves: Moves;
  /** The whole input with this value in its place, all else in it as it is or as in `into`. */
  readonly put: (value: Value, into?: Value) => Value;
}

export type Moves = Grid | Alternatives;

/** Figures or dates: the whole multiples of a step within the declared range. */
export interface Grid {
  readonly kind: 'grid';
  readonly of: 'number' | 'date';
  /** In base units. */
  readonly step: Rational;
  readonly range: Range;
  /** In base units; undefined where it is not known. */
  readonly at: Rational | undefined;
}

/** A few values, of which the first is not the current one. */
export interface Alternatives {
  readonly kind: 'alternatives';
  readonly values: readonly Alternative[];
}

export interface Alternative {
  readonly value: Value;
  /** What is chosen; for a list of findings, those that are met where they were not. */
  readonly words: readonly string[];
}

/** An input that cannot be varied, and why. */
export interface Fixed {
  readonly input: Input;
  readonly why: 'words' | 'goals' | 'pool' | 'no-entries' | 'kept';
}

/** A value for something that can be changed. */
export interface Change {
  readonly lever: Lever;
  readonly value: Value;
}

/** Changes as values of whole inputs; several entries of one list may be among them. */
export function inputsWith(changes: readonly Change[]): ReadonlyMap<string, Value> {
  const inputs = new Map<string, Value>();
  for (const { lever, value } of changes) {
    const { name } = lever.input;
    inputs.set(name, lever.put(value, inputs.get(name)));
  }
  return inputs;
}
