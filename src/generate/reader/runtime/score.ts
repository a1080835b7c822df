// Departments that were read, scored: in columns, and one by one where a figure stands in no column.
import type { ReadRows } from './read.ts';

/** Points in steps; where there is no score, NaN or the lowest number that the array holds. */
type Scores = Float64Array | Int32Array | Int16Array;

/** What `evaluateColumns` gives. */
export interface ScoreColumns {
  readonly scores: Readonly<Record<string, Scores>>;
  readonly total?: Scores;
  readonly grade?: Uint8Array;
  readonly undecided: Uint8Array;
}

/** What `evaluate` gives. */
export interface ScoreOfOne {
  readonly scores: Readonly<Record<string, unknown>>;
  readonly total?: unknown;
  readonly grade?: string | undefined;
}

/** The functions of a module that score. */
export interface Scorers {
  readonly evaluate: (input: never) => ScoreOfOne;
  readonly evaluateColumns: (columns: never, rows: number, into?: never) => ScoreColumns;
  readonly grades: readonly string[];
}

export type ScoredRows = ScoreColumns & Pick<ReadRows, 'rows' | 'names' | 'errors'>;

/** The scores of all departments; those with errors have none. */
export function scoredRows(
  { columns, rows, names, apart, errors }: ReadRows,
  { evaluate, evaluateColumns, grades }: Scorers,
): ScoredRows {
  const result = evaluateColumns(columns as never, rows);
  const write = (row: number, undecided: number, one: ScoreOfOne | undefined): void => {
    result.undecided[row] = undecided;
    for (const [name, column] of Object.entries(result.scores))
      store(column, row, one?.scores[name]);
    if (result.total) store(result.total, row, one?.total);
    const place = grades.indexOf(one?.grade ?? '');
    if (result.grade) result.grade[row] = place < 0 ? 255 : place;
  };
  for (const { row, input } of apart)
    try {
      write(row, 0, evaluate(input as never));
    } catch (error) {
      write(row, error instanceof Error && error.name === 'Undecided' ? 1 : 2, undefined);
    }
  for (const { row } of errors) if (row !== undefined) write(row, 2, undefined);
  return { ...result, rows, names, errors };
}

function store(column: Scores, row: number, score: unknown): void {
  const lowest = column instanceof Int16Array ? -(2 ** 15) : -(2 ** 31);
  const none = column instanceof Float64Array ? Number.NaN : lowest;
  column[row] = typeof score === 'number' ? score : none;
}
