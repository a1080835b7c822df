// Departments scored by a query and by the reference, side by side.
import { createEvaluator } from '../../../src/evaluate/evaluate.ts';
import { createDepartmentReader } from '../../../src/input/read-department.ts';
import type { Query } from '../../../src/generate/sql/query.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { createSource } from '../../../src/text/source.ts';
import type { Told } from '../loaded.ts';
import { toldByReference } from '../loaded.ts';
import type { Json } from '../random-department.ts';
import type { Row } from './duckdb.ts';
import { rowsOf } from './duckdb.ts';
import { cellsOf } from './table.ts';

export interface Scored {
  readonly inputs: Readonly<Record<string, Json>>;
  readonly expected: Told;
  readonly found: Row;
  /** Whether a figure is finer or larger than the query takes. */
  readonly isBeyond: boolean;
}

// Twins of a query are asked about the same departments.
const TOLD = new WeakMap<object, Told>();

/** What both say of each department. */
export async function scored(
  framework: Framework,
  query: Query,
  departments: readonly Readonly<Record<string, Json>>[],
): Promise<readonly Scored[]> {
  const read = createDepartmentReader(framework);
  const evaluate = createEvaluator(framework);
  const told = (inputs: Readonly<Record<string, Json>>): Told => {
    const source = createSource('d.json', JSON.stringify({ department: '甲', year: 2024, inputs }));
    const { department } = read(source);
    if (!department) throw new Error('the department is wrong');
    return toldByReference(framework, evaluate(department, {}));
  };
  const cells = departments.map((inputs) => cellsOf(framework, inputs, query.inputs));
  const texts = cells.map((row) => row.map(({ text }) => text));
  const rows = await rowsOf(framework, query, texts);
  return departments.map((inputs, at) => {
    const found = rows[at];
    if (!found) throw new Error('a row is missing');
    const isBeyond = cells[at]?.some((cell) => cell.isBeyond) === true;
    const expected = TOLD.get(inputs) ?? told(inputs);
    TOLD.set(inputs, expected);
    return { inputs, expected, found, isBeyond };
  });
}

/** Departments of which a query says something that the reference does not. */
export function wrongOf(all: readonly Scored[]): readonly Scored[] {
  return all.filter(
    ({ expected, found }) =>
      !found.undecided && JSON.stringify(sorted(expected)) !== JSON.stringify(sorted(found.told)),
  );
}

function sorted(told: Told): readonly (readonly [string, string | undefined])[] {
  return Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1));
}
