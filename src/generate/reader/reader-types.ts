// The declarations of a reader: what it reads, what it says is wrong, and the scores that it gives.

/** The text of `reader.d.ts`. */
export function readerTypes(head: string): string {
  return [`// ${head}`, COLUMNS, READER].join('\n\n');
}

const COLUMNS = `import type { ColumnResult, Columns } from './columns.js';`;

const READER = `/** What is wrong with a part of the bytes. */
export interface ReadError {
  /** The department, counted from 0; undefined where it is the whole file. */
  readonly row: number | undefined;
  /** The line, counted from 1, and the byte, counted from 0. */
  readonly line: number;
  readonly offset: number;
  /** The input, such as \`季度预算[2]\`; empty where it is something else. */
  readonly path: string;
  readonly code: 'syntax' | 'encoding' | 'depth' | 'twice' | 'shape' | 'input' | 'column';
  readonly message: string;
}

export interface ReadOptions {
  /** Makes the columns that are filled, for so many rows or more; called again where there are more rows. */
  readonly allocate?: (rows: number) => Partial<Columns>;
}

export interface JsonOptions extends ReadOptions {
  /** Whether each line is a document by itself; left out, the bytes tell. */
  readonly lines?: boolean;
}

export interface CsvOptions extends ReadOptions {
  /** What stands between two cells: a comma where it is left out. */
  readonly separator?: ',' | ';' | '\\t';
}

/** Departments in columns. Nothing is known of a row that has errors. */
export interface Departments {
  readonly columns: Columns;
  readonly rows: number;
  readonly names: readonly (string | undefined)[];
  /** Departments with a figure that is finer or larger than its column holds: inputs for \`evaluate\`. */
  readonly apart: readonly { readonly row: number; readonly input: object }[];
  readonly errors: readonly ReadError[];
}

/** Scores in columns; \`undecided\` is 2 for a row that has errors. */
export interface ScoredDepartments extends ColumnResult {
  readonly rows: number;
  readonly names: readonly (string | undefined)[];
  readonly errors: readonly ReadError[];
}

/** Reads departments from JSON: a list, one in each line, or a cohort file. */
export declare function readJson(bytes: Uint8Array, options?: JsonOptions): Departments;

/** Reads departments from CSV, whose first row names the inputs. */
export declare function readCsv(bytes: Uint8Array, options?: CsvOptions): Departments;

/** Reads departments and scores them, those apart too. */
export declare function scoreJson(bytes: Uint8Array, options?: JsonOptions): ScoredDepartments;
export declare function scoreCsv(bytes: Uint8Array, options?: CsvOptions): ScoredDepartments;
`;
