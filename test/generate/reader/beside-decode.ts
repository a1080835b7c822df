// What a reader gives beside what `JSON.parse` and `decode` give: every figure, every error, every name.
import { expect } from 'vitest';
import { columnsOf } from '../in-columns.ts';
import type { Departments, Reader } from './loaded-reader.ts';

/** A department as `JSON.parse` gives it, and what should be said of it. */
interface Expected {
  readonly input: object | undefined;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

function expectedOf({ module }: Reader, department: unknown): Expected {
  const { inputs = department } = (department ?? {}) as { readonly inputs?: unknown };
  const decoded = module.decode(inputs);
  return decoded.ok
    ? { input: decoded.input, errors: [] }
    : { input: undefined, errors: decoded.errors };
}

/** Every difference between what was read and what the departments are. */
export function differences(
  reader: Reader,
  read: Departments,
  departments: readonly unknown[],
): string[] {
  const found: string[] = [];
  const tell = (what: string, is: unknown, should: unknown): void => {
    if (shown(is) !== shown(should)) found.push(`${what}: ${shown(is)}, not ${shown(should)}`);
  };
  tell('rows', read.rows, departments.length);
  const expected = departments.map((department) => expectedOf(reader, department));
  const columns = columnsOf(
    reader.module,
    expected.map(({ input }) => (input ?? {}) as Record<string, unknown>),
  );
  for (const [name, column] of Object.entries(read.columns)) {
    const should = columns[name] as ArrayLike<unknown>;
    tell(`length of ${name}`, column.length, departments.length);
    for (let row = 0; row < departments.length; row++)
      tell(`${name} of ${row}`, column[row], should[row]);
  }
  for (const [row, { input, errors }] of expected.entries()) {
    const said = read.errors.filter((error) => error.row === row);
    tell(
      `errors of ${row}`,
      said.map(({ path, message }) => [path, message]),
      errors.map(({ path, message }) => [path, message]),
    );
    const isApart = input !== undefined && hasFraction(input, Object.keys(read.columns));
    tell(
      `apart ${row}`,
      read.apart.find((each) => each.row === row)?.input,
      isApart ? input : undefined,
    );
  }
  return found;
}

// Whether a figure that stands in a column is a fraction.
function hasFraction(input: object, columns: readonly string[]): boolean {
  const isFraction = (value: unknown) =>
    typeof value === 'object' && value !== null && 'd' in value && 'n' in value;
  return Object.entries(input).some(([name, value]) => {
    if (columns.includes(name)) return isFraction(value);
    return columns.includes(`${name}[1]`) && Array.isArray(value) && value.some(isFraction);
  });
}

function shown(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  return JSON.stringify([value], (_, each: unknown) =>
    typeof each === 'bigint' || typeof each === 'number' || each === undefined
      ? `${typeof each} ${String(each)}`
      : each,
  );
}

/** Expects no difference. */
export function expectSame(
  reader: Reader,
  read: Departments,
  departments: readonly unknown[],
): void {
  expect(differences(reader, read, departments)).toEqual([]);
}
