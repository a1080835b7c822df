// DuckDB, with a row for each department: our exact query beside the formulas as written over DOUBLE and over
// DECIMAL, and beside exact queries by hand. Every query works out all scores, the total and the grade; sums
// over them are taken in the same statement, so that nothing is skipped and no time goes into writing tables.
import { DuckDBInstance } from '@duckdb/node-api';
import { KEY, TABLE, sqlOf } from '../../../src/generate/sql/query.ts';
import type { InputForm } from '../../../src/generate/sql/input-form.ts';
import { INPUT_FORMS } from '../../../src/generate/sql/input-form.ts';
import type { Contender, Running } from '../contender.ts';
import { frameworkAt } from '../rulesets.ts';
import type { Scored, Steps } from '../ten/department.ts';
import { FIGURES, SCORES } from '../ten/department.ts';
import { toldInCents, toldInPoints } from '../ten/told.ts';
import { AS_WRITTEN, FILTERED, WIDE } from './queries.ts';

/** The name of the query over DOUBLE, which exact ones are compared with. */
export const IN_DOUBLE = 'DuckDB, DOUBLE, formulas as written';

export const OUR_SQL: Readonly<Record<InputForm, string>> = {
  decimals: 'DuckDB, our SQL, from decimals',
  steps: 'DuckDB, our SQL, from whole steps',
};

/** Every department stands in the table this many times, so that a query has something to do. */
const COPIES = 20;

export const DUCKDB: readonly Contender<Steps>[] = [
  inDuckDB(IN_DOUBLE, 'doubles', AS_WRITTEN, toldInPoints),
  ...INPUT_FORMS.map((form): Contender<Steps> => ({
    name: OUR_SQL[form],
    family: 'ours',
    prepare: (departments) => ourQuery(departments, form),
  })),
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
    const database = await opened(departments);
    const figures = FIGURES.map(([figure, , kind]) => {
      if (form === 'steps') return figure;
      const scale = { money: 100, count: 1, percent: 10_000 }[kind];
      const decimal = `DECIMAL(18, ${kind === 'percent' ? 4 : 2})`;
      return `CAST(${figure} / ${scale} AS ${form === 'doubles' ? 'DOUBLE' : decimal}) AS ${figure}`;
    });
    await database.repeat('departments', ['id', ...figures]);
    return database.running(query, [...SCORES, 'total'], 'grade', told);
  };
  return { name, family: 'database', prepare };
}

/** The query that is made from the ruleset, over the table that it asks for. */
async function ourQuery(departments: readonly Steps[], form: InputForm): Promise<Running> {
  const framework = frameworkAt('test/bench/ten-indicators.chi');
  const made = sqlOf(framework, 'duckdb', form);
  if (made.kind === 'refused') throw new Error('the ruleset is refused');
  const figures = made.inputs.map((column) => {
    const place = `${column.input}${column.path.map((step) => `[${step}]`).join('')}`;
    const [figure, , kind] = FIGURES.find(([, input]) => input === place) ?? [];
    if (figure === undefined) throw new Error(`no figure for ${place}`);
    const hundredths = kind === 'count' ? 1 : 100;
    // In the written unit, 万元 or percent, or in steps of which that has a power of ten.
    const cell =
      form === 'decimals'
        ? `${figure} / ${hundredths}`
        : `${figure} * ${10 ** column.decimals / hundredths}`;
    return `CAST(${cell} AS ${column.type}) AS "${column.name}"`;
  });
  const database = await opened(departments);
  await database.repeat(TABLE, ['id', `id AS ${KEY}`, ...figures]);
  const named = (kind: 'score' | 'total' | 'grade') =>
    made.columns.filter(({ of }) => of.kind === kind).map(({ name }) => name);
  const [grade = ''] = named('grade');
  const query = `SELECT *, ${KEY} AS id FROM (${made.query})`;
  return database.running(query, [...named('score'), ...named('total')], grade, toldInPoints);
}

/** A database with the departments once, as whole numbers of steps. */
async function opened(departments: readonly Steps[]) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const names = FIGURES.map(([name]) => `${name} BIGINT`);
  await connection.run(`CREATE TABLE steps (id BIGINT, ${names.join(', ')})`);
  const appender = await connection.createAppender('steps');
  for (const [id, steps] of departments.entries()) {
    appender.appendBigInt(BigInt(id));
    for (const [name] of FIGURES) appender.appendBigInt(BigInt(steps[name]));
    appender.endRow();
  }
  appender.closeSync();
  const count = departments.length;
  return {
    /** A table of all copies; its first column is `id`. */
    repeat: (table: string, columns: readonly string[]) =>
      connection.run(
        `CREATE TABLE ${table} AS SELECT ${columns.join(', ')}
         FROM (SELECT * REPLACE (id + ${count} * copy AS id) FROM steps, range(${COPIES}) AS copies (copy))`,
      ),
    running: async (
      query: string,
      figures: readonly string[],
      grade: string,
      told: typeof toldInPoints,
    ): Promise<Running> => {
      const summed = figures.map((name) => `sum("${name}")`).join(', ');
      const sums = await connection.prepare(`SELECT ${summed}, max("${grade}") FROM (${query})`);
      return {
        scored: count * COPIES,
        pass: async () => {
          await sums.run();
        },
        told: async () => {
          const rows = await connection.runAndReadAll(
            `SELECT * FROM (${query}) WHERE id < ${count} ORDER BY id`,
          );
          return rows.getRowObjects().map((row) => {
            const cells = figures.map((name) => Number(String(row[name])));
            const scored: Record<string, unknown> = { grade: row[grade] };
            for (const [at, name] of [...SCORES, 'total'].entries()) scored[name] = cells[at];
            return { ...told(scored as Scored), undecided: row['undecided'] === true };
          });
        },
        close: () => {
          connection.closeSync();
          instance.closeSync();
        },
      };
    },
  };
}
