// Departments of files as rows of a table that somebody else made: their figures in the written units, in
// columns of their own choosing, with more decimals than the query takes.
import type { Framework, Input } from '../../../src/model/framework.ts';
import { AWARD_COLUMN } from '../../../src/generate/sql/inputs.ts';
import type { TableColumn } from '../../../src/generate/sql/input-columns.ts';
import { formatExact, parseDecimal } from '../../../src/number/decimal.ts';
import * as Q from '../../../src/number/rational.ts';
import type { Json } from '../random-department.ts';

/** A cell as a literal of any dialect, and whether it is finer or larger than the query takes. */
export interface Cell {
  readonly text: string;
  readonly isBeyond: boolean;
}

const NULL: Cell = { text: 'NULL', isBeyond: false };

/** The cells of a department, in the order of the columns. */
export function cellsOf(
  framework: Framework,
  inputs: Readonly<Record<string, Json>>,
  columns: readonly TableColumn[],
): readonly Cell[] {
  const byName = new Map(framework.inputs.map((input) => [input.name, input]));
  return columns.map((column) => {
    const input = byName.get(column.input);
    const value = inputs[column.input] ?? null;
    if (!input || value === null) return NULL;
    return cellOf(column, cellValue(input, column, value));
  });
}

function cellValue(input: Input, { path }: TableColumn, value: Json): Json {
  if (input.kind === 'judged') return awardValue(input, path, value);
  if (input.pool) return (value as readonly Json[]).includes(path[0] ?? null);
  return path.reduce<Json>((inner, step) => {
    if (typeof step === 'number') return entryOf(inner, step);
    return typeof inner === 'object' && inner !== null
      ? ((inner as Record<string, Json>)[step] ?? null)
      : null;
  }, plain(value));
}

function entryOf(list: Json, at: number): Json {
  return Array.isArray(list) ? ((list as readonly Json[])[at - 1] ?? null) : null;
}

// A figure may stand beside its source.
function plain(value: Json): Json {
  const isSourced = typeof value === 'object' && value !== null && 'value' in value;
  return isSourced ? (value['value'] ?? null) : value;
}

function awardValue(
  { form }: Extract<Input, { kind: 'judged' }>,
  path: TableColumn['path'],
  value: Json,
): Json {
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Record<string, Json>;
  if (form.kind === 'choice')
    return (path[0] === AWARD_COLUMN ? given['award'] : given['choice']) ?? null;
  if (form.kind !== 'checklist' || given['entries'] === undefined) return given['award'] ?? null;
  const met = given['entries'] as Record<string, Json>;
  const points = form.entries.map(({ name, points: most }) => {
    const entry = met[name];
    return entry === true ? most : entry ? exactly(entry as string) : Q.ZERO;
  });
  return formatExact(Q.sum(points));
}

function exactly(text: string): Q.Rational {
  const read = parseDecimal(text);
  if (read === undefined) throw new Error(`${text} is no figure`);
  return read;
}

// What no column of steps may hold: it stands for what steps cannot say.
const BEYOND_STEPS = String(2n ** 63n - 1n);

function cellOf({ kind, form, decimals }: TableColumn, value: Json): Cell {
  if (value === null) return NULL;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (kind) {
    case 'figure': {
      const figure = exactly(text.replace('%', ''));
      const steps = Q.multiply(figure, Q.rational(10n ** BigInt(decimals)));
      const isBeyond = !Q.isInteger(steps) || Q.compare(steps, Q.rational(2n ** 42n)) > 0;
      if (form === 'decimals') return { text: formatExact(figure), isBeyond };
      const isBelow = Q.compare(steps, Q.rational(-(2n ** 62n))) < 0;
      if (isBeyond || isBelow) return { text: `${isBelow ? '-' : ''}${BEYOND_STEPS}`, isBeyond };
      return { text: formatExact(steps), isBeyond };
    }
    case 'day':
      return { text: `DATE '${text}'`, isBeyond: false };
    case 'truth':
      return { text: text.toUpperCase(), isBeyond: false };
    case 'word':
      return { text: `'${text.replaceAll("'", "''")}'`, isBeyond: false };
    default:
      return kind satisfies never;
  }
}
