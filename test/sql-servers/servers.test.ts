// What the other tests rely on: the servers are real, and exact figures and Chinese words go through.
import { expect, inject, test } from 'vitest';
import { askPostgres } from './postgres.ts';
import { askSpark } from './spark.ts';

const FIGURES = [
  ['甲"乙",丙', '99999999999999999999999999999999999999', '0.01', null],
  ['', '-1', null, '优'],
] as const;

function table(text: string) {
  const columns = ['部门', '大数', '金额', '等级'];
  const ddl = `CREATE TABLE departments (部门 ${text}, 大数 DECIMAL(38,0), 金额 DECIMAL(18,2), 等级 ${text})`;
  return { name: 'departments', ddl, columns, rows: FIGURES };
}

test('PostgreSQL gives back what it was given', () => {
  const query = 'SELECT * FROM departments ORDER BY 大数 DESC';
  const answer = askPostgres(inject('postgres'), table('TEXT'), query);
  expect(answer).toEqual({ columns: ['部门', '大数', '金额', '等级'], rows: FIGURES });
});

test('Spark gives back what it was given, from two executors', async () => {
  const spark = inject('spark');
  const { name, ddl, columns, rows } = table('STRING');
  const ticked = ddl.replaceAll(/\p{Script=Han}+/gu, '`$&`');
  const answer = await askSpark(
    spark,
    { name, ddl: `${ticked} USING parquet`, columns, rows },
    'SELECT * FROM departments ORDER BY `大数` DESC',
    {},
  );
  expect(answer).toEqual({ columns, rows: FIGURES });
  expect(spark.executors).toBe(2);
});
