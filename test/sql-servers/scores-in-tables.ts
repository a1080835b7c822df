// Departments as rows of the table that a query reads, and the rows that it gives as what the other
// evaluators tell, so that both can be compared word by word.
import type { Query, ResultColumn } from '../../src/generate/sql/query.ts';
import { KEY, TABLE } from '../../src/generate/sql/query.ts';
import { notationOf } from '../../src/input/figure-notation.ts';
import { resultNames } from '../../src/generate/plan/names.ts';
import type { Department } from '../../src/input/department.ts';
import type { Framework } from '../../src/model/framework.ts';
import { formatExact, parseDecimal } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import { formatDate } from '../../src/types/date.ts';
import { pointOf } from '../../src/types/range.ts';
import type { Range } from '../../src/types/range.ts';
import type { Type } from '../../src/types/type.ts';
import type { Value } from '../../src/types/value.ts';
import type { Answer, Cell, Table } from './table.ts';

/** The table of some departments, as the DDL of the query has it. */
export function tableOf(
  framework: Framework,
  query: Query,
  departments: readonly Department[],
): Table {
  const columns = query.inputs.map(({ name }) => name);
  const rows = departments.map((department) => {
    const cells = cellsOf(framework, department);
    return [department.name, ...columns.map((name) => cells.get(name) ?? null)];
  });
  return { name: TABLE, ddl: query.ddl, columns: [KEY, ...columns], rows };
}

/** The cells of a department, by the names of their columns. */
export function cellsOf(framework: Framework, { values, awards }: Department): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const input of framework.inputs) {
    if (input.kind === 'judged') {
      const award = awards.get(input.name);
      const points = award ? figureText(award.points, Q.ONE) : null;
      cells.set(input.name, award?.choice ?? points);
      cells.set(`${input.name}_分值`, points);
    } else {
      const given = values.get(input.name);
      if (given) fill(cells, input.name, input.type, given.value);
    }
  }
  return cells;
}

function fill(cells: Map<string, Cell>, name: string, type: Type, value: Value): void {
  switch (value.kind) {
    case 'number':
      cells.set(name, figureText(value.range, type.kind === 'number' ? type.unit.scale : Q.ONE));
      return;
    case 'date': {
      const day = pointOf(value.range);
      cells.set(name, day ? formatDate(Number(day.n)) : null);
      return;
    }
    case 'boolean':
      cells.set(name, String(value.canBeTrue));
      return;
    case 'enumeration':
      cells.set(name, [...value.possible][0] ?? null);
      return;
    case 'text':
      cells.set(name, value.text ?? null);
      return;
    case 'list':
      value.entries.forEach((entry, at) => {
        if (type.kind === 'list') fill(cells, `${name}_${at + 1}`, type.of, entry);
      });
      return;
    case 'record':
      for (const [field, entry] of value.fields) {
        const of = type.kind === 'record' ? type.fields.get(field) : undefined;
        if (of) fill(cells, `${name}_${field}`, of, entry);
      }
      return;
    case 'target':
    case 'actual':
      return;
    default:
      value satisfies never;
  }
}

function figureText(range: Range, scale: Q.Rational): Cell {
  const figure = pointOf(range);
  return figure ? formatExact(Q.divide(figure, scale)) : null;
}

/** What a query says of a department; `undecided` is what it says of itself. */
export interface ToldByQuery {
  readonly told: Readonly<Record<string, string | undefined>>;
  readonly undecided: boolean;
  readonly because: Cell;
}

/** What an answer says of each department, by name. */
export function toldByAnswer(
  framework: Framework,
  { columns }: Query,
  answer: Answer,
): Map<string, ToldByQuery> {
  if (answer.columns.join() !== columns.map(({ name }) => name).join())
    throw new Error(`other columns than announced: ${answer.columns.join()}`);
  return new Map(
    answer.rows.map((row) => [String(row[0]), toldByRow(framework, columns, row)] as const),
  );
}

function toldByRow(
  framework: Framework,
  columns: readonly ResultColumn[],
  row: readonly Cell[],
): ToldByQuery {
  const names = resultNames(framework);
  const told: Record<string, string | undefined> = {};
  let undecided = false;
  let because: Cell = null;
  columns.forEach(({ of, side }, at) => {
    const cell = row[at] ?? null;
    const tell = (key: string, type?: Type | typeof SCORE) => {
      if (side === 'below') {
        const above = told[key];
        told[key] = above === undefined || cell === null ? undefined : quotient(above, cell);
      } else told[key] = cell === null ? undefined : shown(cell, type);
    };
    switch (of.kind) {
      case 'key':
        return;
      case 'score':
        return tell(`score ${names.get(of.node) ?? ''}`, SCORE);
      case 'total':
        return tell('total', SCORE);
      case 'grade':
        return tell('grade');
      case 'output':
        return tell(
          `output ${of.name}`,
          framework.outputs.find(({ name }) => name === of.name)?.value.type,
        );
      case 'undecided':
        undecided = cell === 'true' || cell === 't';
        return;
      case 'reason':
        because = cell;
        return;
      default:
        of satisfies never;
    }
  });
  return { told, undecided, because };
}

const SCORE = 'score';

function shown(cell: string, type: Type | typeof SCORE | undefined): string {
  if (type === undefined) return cell;
  if (type === SCORE) return formatExact(figure(cell));
  switch (type.kind) {
    case 'number': {
      const { label } = notationOf(type.unit);
      return formatExact(label === '' ? figure(cell) : Q.multiply(figure(cell), type.unit.scale));
    }
    case 'boolean':
      return cell === 't' ? 'true' : cell === 'f' ? 'false' : cell;
    default:
      return cell;
  }
}

function quotient(above: string, below: string): string {
  return formatExact(Q.divide(figure(above), figure(below)));
}

function figure(text: string): Q.Rational {
  const found = parseDecimal(text);
  if (!found) throw new Error(`no figure: ${text}`);
  return found;
}
