// Departments as rows of the table that a query reads, and the rows that it gives as what the other
// evaluators tell, so that both can be compared word by word.
import type { Query } from '../../src/generate/sql/query.ts';
import { KEY, TABLE } from '../../src/generate/sql/query.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { Row } from '../generate/sql/duckdb.ts';
import { toldOf } from '../generate/sql/duckdb.ts';
import { cellsOf } from '../generate/sql/table.ts';
import type { Scored } from './departments.ts';
import type { Answer, Cell, Table } from './table.ts';

/** The table of some departments as the DDL of the query has it; its key counts them. */
export function tableOf(framework: Framework, query: Query, departments: readonly Scored[]): Table {
  const rows = departments.map(({ inputs }, at) => [
    String(at),
    ...cellsOf(framework, inputs, query.inputs).map(({ text }) => unquoted(text)),
  ]);
  const columns = [KEY, ...query.inputs.map(({ name }) => name)];
  return { name: TABLE, ddl: query.ddl, columns, rows };
}

// From a literal of SQL.
function unquoted(literal: string): Cell {
  if (literal === 'NULL') return null;
  const [, text] = /^(?:DATE )?'(.*)'$/su.exec(literal) ?? [];
  return text === undefined ? literal : text.replaceAll("''", "'");
}

/** What an answer says of each department, in their order. */
export function rowsIn(framework: Framework, { columns }: Query, answer: Answer): Row[] {
  const announced = columns.map(({ name }) => name);
  if (answer.columns.join() !== announced.join())
    throw new Error(`other columns than announced: ${answer.columns.join()}`);
  const rows: Row[] = [];
  for (const row of answer.rows) {
    const cells = columns.map(({ of }, at) => {
      const cell = row[at] ?? null;
      const isTruth =
        of.kind === 'undecided' ||
        (of.kind === 'output' &&
          framework.outputs.find(({ name }) => name === of.name)?.value.type.kind === 'boolean');
      // PostgreSQL writes `t`, Spark `true`.
      return isTruth && cell !== null ? cell.startsWith('t') : cell;
    });
    rows[Number(row[0])] = toldOf(framework, columns, cells);
  }
  return rows;
}
