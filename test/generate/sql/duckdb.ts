// A query run in DuckDB, in this process, over departments that are given as rows of literals.
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { resultNames } from '../../../src/generate/plan/names.ts';
import { KEY, TABLE, sqlOf } from '../../../src/generate/sql/query.ts';
import type { InputForm } from '../../../src/generate/sql/input-form.ts';
import type { Query, ResultColumn } from '../../../src/generate/sql/query.ts';
import { notationOf } from '../../../src/input/figure-notation.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { formatExact, parseDecimal } from '../../../src/number/decimal.ts';
import * as Q from '../../../src/number/rational.ts';
import type { Told } from '../loaded.ts';

/** What a query says of a department. */
export interface Row {
  readonly told: Told;
  readonly undecided: boolean;
  readonly reason: string | null;
}

/** The query of a framework; those that are refused have none. */
export function queryOf(framework: Framework, form?: InputForm): Query {
  const made = sqlOf(framework, 'duckdb', form);
  if (made.kind === 'refused')
    throw new Error(`refused: ${made.reasons.map(({ construct }) => construct).join(', ')}`);
  return made;
}

let shared: Promise<DuckDBInstance> | undefined;

export async function connect(): Promise<DuckDBConnection> {
  shared ??= DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await (await shared).connect();
  await connection.run(`CREATE SCHEMA IF NOT EXISTS s${++schemas}; USE s${schemas}`);
  return connection;
}

let schemas = 0;

/** The rows of a query over departments, each of which is a list of literals. */
export async function rowsOf(
  framework: Framework,
  query: Query,
  departments: readonly (readonly string[])[],
): Promise<Row[]> {
  const connection = await connect();
  const columns = query.inputs.map(({ name, kind, form, type }) => {
    const isAny = kind === 'figure' && form === 'decimals';
    return `"${name.replaceAll('"', '""')}" ${isAny ? 'DECIMAL(38,14)' : type}`;
  });
  await connection.run(`CREATE TABLE ${TABLE} (${KEY} VARCHAR, ${columns.join(', ')})`);
  const values = departments.map((cells, at) => `('${at}', ${cells.join(', ')})`);
  await connection.run(`INSERT INTO ${TABLE} VALUES ${values.join(',\n')}`);
  const reader = await connection.runAndReadAll(
    `SELECT * FROM (${query.query}) ORDER BY CAST(${KEY} AS INTEGER)`,
  );
  const found = reader.getRows().map((row) => toldOf(framework, query.columns, row));
  connection.closeSync();
  return found;
}

/** What a row of the result says; its cells are values of JavaScript or exact text. */
export function toldOf(
  framework: Framework,
  columns: readonly ResultColumn[],
  row: readonly unknown[],
): Row {
  const names = resultNames(framework);
  const told: Record<string, string | undefined> = {};
  let undecided = false;
  let reason: string | null = null;
  columns.forEach(({ of, side }, at) => {
    const cell = row[at];
    const text = textOf(cell);
    const next = row[at + 1];
    const figure = (scale = Q.ONE): string | undefined => {
      const above = text === undefined ? undefined : parseDecimal(text);
      if (side === 'value') return above && formatExact(Q.multiply(above, scale));
      const below = textOf(next) === undefined ? undefined : parseDecimal(textOf(next) ?? '');
      return above && below && formatExact(Q.multiply(Q.divide(above, below), scale));
    };
    if (side === 'below') return;
    switch (of.kind) {
      case 'key':
        return;
      case 'score':
        told[`score ${names.get(of.node) ?? ''}`] = figure();
        return;
      case 'total':
        told['total'] = figure();
        return;
      case 'grade':
        told['grade'] = text ?? 'undefined';
        return;
      case 'output': {
        const type = framework.outputs.find(({ name }) => name === of.name)?.value.type;
        const isFigure = type?.kind === 'number' || type?.kind === 'date';
        const scale =
          type?.kind === 'number' && notationOf(type.unit).label !== '' ? type.unit.scale : Q.ONE;
        told[`output ${of.name}`] = isFigure ? figure(scale) : text;
        return;
      }
      case 'undecided':
        undecided = cell === true;
        return;
      case 'reason':
        reason = text ?? null;
        return;
      default:
        of satisfies never;
    }
  });
  return { told, undecided, reason };
}

// Decimals and wide whole numbers write themselves.
function textOf(cell: unknown): string | undefined {
  return cell === null || cell === undefined ? undefined : (cell as bigint).toString();
}
