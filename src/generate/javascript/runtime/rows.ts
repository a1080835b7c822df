// Columns scored row by row, each row as an input of its own: what a module without loops does.
import type { Column } from './column-memory.ts';
import { figureIn } from './column-memory.ts';
import type { InputSpec, ValueSpec } from './input-spec.ts';

/** A part that is scored, with those inside it. */
interface Scored {
  readonly name: string;
  readonly parts?: readonly Scored[];
}

/** As much of `metadata` as columns are read and written by. */
interface About {
  readonly inputs: Readonly<Record<string, InputSpec>>;
  readonly scores: readonly Scored[];
  readonly grades: readonly { readonly name: string }[];
}

/** What scoring one department gives. */
interface ScoresOfOne {
  readonly scores: Readonly<Record<string, unknown>>;
  readonly total?: unknown;
  readonly grade?: string | undefined;
}

/** Scores in whole steps; where `undecided` is not 0 there are none. */
export interface RowScores {
  readonly scores: Readonly<Record<string, Float64Array>>;
  readonly total: Float64Array;
  readonly grade: Uint8Array;
  readonly undecided: Uint8Array;
}

/** The names of parts, each before those inside it. */
function namesOf(parts: readonly Scored[]): string[] {
  return parts.flatMap(({ name, parts: inside = [] }) => [name, ...namesOf(inside)]);
}

// What columns say of a row, as an input has it; undefined where there is no column or it is not known.
function valueAt(
  columns: Readonly<Record<string, Column | undefined>>,
  name: string,
  spec: ValueSpec | InputSpec,
  row: number,
): unknown {
  const column = columns[name];
  if (!column && spec.kind === 'list' && spec.fewest === spec.longest)
    return Array.from({ length: spec.fewest }, (_, at) =>
      valueAt(columns, `${name}[${at + 1}]`, spec.of, row),
    );
  const value = column && figureIn(column, row);
  const words = spec.kind === 'boolean' ? [false, true] : 'words' in spec && spec.words;
  return words ? words[Number(value)] : value;
}

/** Scores departments that stand in columns, each as `evaluate` scores it. */
export function scoreRows(
  columns: object,
  rows: number,
  { inputs, scores, grades }: About,
  evaluate: (input: never) => ScoresOfOne,
): RowScores {
  const figures = () => new Float64Array(rows).fill(Number.NaN);
  const columnsOfScores = namesOf(scores).map((name) => [name, figures()] as const);
  const [total, grade, undecided] = [figures(), new Uint8Array(rows), new Uint8Array(rows)];
  for (let row = 0; row < rows; row++) {
    const input = Object.entries(inputs).map(([name, spec]) => [
      name,
      valueAt(columns as Parameters<typeof valueAt>[0], name, spec, row),
    ]);
    const store = (column: Float64Array, score: unknown) =>
      (column[row] = typeof score === 'number' ? score : Number.NaN);
    try {
      const found = evaluate(Object.fromEntries(input) as never);
      for (const [name, column] of columnsOfScores) store(column, found.scores[name]);
      store(total, found.total);
      // A grade that is none is the last number.
      grade[row] = grades.findIndex(({ name }) => name === found.grade);
    } catch (error) {
      const isUndecided = (error as Error).name === 'Undecided';
      if (!isUndecided && !(error instanceof RangeError)) throw error;
      undecided[row] = isUndecided ? 1 : 2;
      grade[row] = -1;
    }
  }
  return { scores: Object.fromEntries(columnsOfScores), total, grade, undecided };
}
