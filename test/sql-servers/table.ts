// Tables on their way to a server and results on their way back: CSV in, exact text out.

/** A table and what stands in it; `null` is SQL's NULL. */
export interface Table {
  readonly name: string;
  /** The statement that makes it. */
  readonly ddl: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | null;

/** What a query gave: figures as they are written, exactly. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The rows as CSV without a heading: words in quotes, NULL as `\N`. */
export function csvOf({ rows }: Table): string {
  const written = (cell: Cell) => (cell === null ? '\\N' : `"${cell.replaceAll('"', '""')}"`);
  return rows.map((row) => `${row.map(written).join(',')}\n`).join('');
}

/** Reads the CSV with a heading that PostgreSQL writes. */
export function answerOf(csv: string): Answer {
  const [columns = [], ...rows] = csv
    .split('\n')
    .filter((line) => line !== '')
    .map(cellsOf);
  return { columns: columns.map(String), rows };
}

function cellsOf(line: string): Cell[] {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu);
  return [...cells].map(([, quoted, plain = '']) =>
    quoted !== undefined ? quoted.replaceAll('""', '"') : plain === '' ? null : plain,
  );
}
