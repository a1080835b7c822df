// DuckDB, with a row for each department: our exact query beside the formulas as written over DOUBLE and over
// DECIMAL, and beside exact queries by hand. Every query works out all scores, the total and the grade; sums
// over them are taken in the same statement, so that nothing is skipped and no time goes into writing tables.
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Contender, Running } from '../contender.ts';
import type { Scored, Steps } from '../ten/department.ts';
import { FIGURES, SCORES } from '../ten/department.ts';
import { toldInCents, toldInPoints } from '../ten/told.ts';
import { AS_WRITTEN, FILTERED, WIDE } from './queries.ts';

/** The name of the query over DOUBLE, which exact ones are compared with. */
export const IN_DOUBLE = 'DuckDB, DOUBLE, formulas as written';

/** Every department stands in the table this many times, so that a query has something to do. */
const COPIES = 20;

export const DUCKDB: readonly Contender<Steps>[] = [
  inDuckDB(IN_DOUBLE, 'doubles', AS_WRITTEN, toldInPoints),
  inDuckDB('DuckDB, DECIMAL, formulas as written', 'decimals', AS_WRITTEN, toldInPoints),
  inDuckDB('DuckDB, scaled integers, HUGEINT throughout, by hand', 'steps', WIDE, toldInCents),
  inDuckDB('DuckDB, scaled integers, HUGEINT near ties, by hand', 'steps', FILTERED, toldInCents),
];

type Form = 'doubles' | 'decimals' | 'steps';

function inDuckDB(
  name: string,
  form: Form,
  query: string,
  told: typeof toldInPoints,
): Contender<Steps> {
  const prepare = async (departments: readonly Steps[]): Promise<Running> => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    await fill(connection, departments, form);
    const sums = await connection.prepare(
      `SELECT sum(COLUMNS(* EXCLUDE (id, grade))), max(grade) FROM (${query})`,
    );
    return {
      scored: departments.length * COPIES,
      pass: async () => {
        await sums.run();
      },
      told: async () => {
        const rows = await connection.runAndReadAll(
          `SELECT * FROM (${query}) WHERE id < ${departments.length} ORDER BY id`,
        );
        return rows
          .getRowObjects()
          .map((row) =>
            told(
              Object.fromEntries([
                ...[...SCORES, 'total'].map((score) => [score, Number(String(row[score]))]),
                ['grade', row['grade']],
              ]) as Scored,
            ),
          );
      },
      close: () => {
        connection.closeSync();
        instance.closeSync();
      },
    };
  };
  return { name, family: 'database', prepare };
}

async function fill(
  connection: DuckDBConnection,
  departments: readonly Steps[],
  form: Form,
): Promise<void> {
  const names = FIGURES.map(([name]) => `${name} BIGINT`);
  await connection.run(`CREATE TABLE steps (id BIGINT, ${names.join(', ')})`);
  const appender = await connection.createAppender('steps');
  for (const [id, steps] of departments.entries()) {
    appender.appendBigInt(BigInt(id));
    for (const [name] of FIGURES) appender.appendBigInt(BigInt(steps[name]));
    appender.endRow();
  }
  appender.closeSync();
  const figures = FIGURES.map(([name, , kind]) => {
    if (form === 'steps') return name;
    const scale = { money: 100, count: 1, percent: 10_000 }[kind];
    const type = { doubles: 'DOUBLE', decimals: `DECIMAL(18, ${kind === 'percent' ? 4 : 2})` }[
      form
    ];
    return `CAST(${name} / ${scale} AS ${type}) AS ${name}`;
  });
  await connection.run(
    `CREATE TABLE departments AS SELECT id + ${departments.length} * copy AS id, ${figures.join(', ')}
     FROM steps, range(${COPIES}) AS copies (copy)`,
  );
}
