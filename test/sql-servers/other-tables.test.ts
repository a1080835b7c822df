// Tables that somebody else made: columns in another order and of other types, columns that the query does
// not know, and figures that are missing or cannot be.
import { describe, expect, inject, test } from 'vitest';
import { KEY, sqlOf } from '../../src/generate/sql/query.ts';
import type { Query } from '../../src/generate/sql/query.ts';
import type { Json } from '../generate/random-department.ts';
import { publishedInputs, rulesetNamed } from '../generate/rulesets.ts';
import { scored } from './departments.ts';
import { askPostgres } from './postgres.ts';
import { rowsIn, tableOf } from './scores-in-tables.ts';
import { askSpark } from './spark.ts';
import type { Cell, Table } from './table.ts';

const FRAMEWORK = rulesetNamed('futian/2022.chi');
// Without the sources of the figures, which stand in no table.
const INPUTS = Object.entries(publishedInputs()).map(([name, given]) => {
  const hasSource = typeof given === 'object' && given !== null && 'value' in given;
  return [name, (hasSource ? given['value'] : given) as Json] as const;
});
const [GOOD] = scored(FRAMEWORK, [Object.fromEntries(INPUTS)]);

/** What stands in a column instead, and what cannot be scored then. */
type Change = readonly [column: string, cell: Cell, ...scores: string[]];

// Sums of what cannot be scored cannot be, either.
const CHANGES: readonly Change[] = [
  ['公众满意度', null, '公众或服务对象满意度', '公平性', '部门绩效'],
  ['公众满意度', '100.5', '公众或服务对象满意度', '公平性', '部门绩效'],
  ['公众满意度', '-0.5', '公众或服务对象满意度', '公平性', '部门绩效'],
  ['公众满意度', 'NaN', '公众或服务对象满意度', '公平性', '部门绩效'],
  ['公众满意度', 'Infinity', '公众或服务对象满意度', '公平性', '部门绩效'],
  ['实际采购金额', '-1', '政府采购执行情况', '资金管理', '部门管理'],
  ['实际采购金额', '1.00000049', '政府采购执行情况', '资金管理', '部门管理'],
  ['采购计划金额', '0', '政府采购执行情况', '资金管理', '部门管理'],
  ['采购计划金额', '99999999999999999999', '政府采购执行情况', '资金管理', '部门管理'],
  ['部门预算公开', '不公开', '预决算信息公开', '资金管理', '部门管理'],
  ['部门预算公开', '', '预决算信息公开', '资金管理', '部门管理'],
  ['计划完成项目数', '0', '项目完成及时性', '效率性', '部门绩效'],
  ['计划完成项目数', '1.5', '项目完成及时性', '效率性', '部门绩效'],
  ['季度预算_2', null, '预算执行率', '效率性', '部门绩效'],
  ['季度预算_2', '0', '预算执行率', '效率性', '部门绩效'],
];

const TYPES = {
  postgresql: {
    figure: 'numeric',
    percentage: 'double precision',
    truth: 'boolean',
    word: 'varchar(40)',
    day: 'date',
  },
  spark: {
    figure: 'DECIMAL(38,10)',
    percentage: 'DOUBLE',
    truth: 'BOOLEAN',
    word: 'STRING',
    day: 'DATE',
  },
};

function queryOf(dialect: keyof typeof TYPES): Query {
  const query = sqlOf(FRAMEWORK, dialect);
  if (query.kind === 'refused') throw new Error('there is no query');
  return query;
}

// Columns from last to first, between others that bear names of the query's own.
function otherTable(dialect: keyof typeof TYPES, percentage = TYPES[dialect].percentage): Table {
  const query = queryOf(dialect);
  if (!GOOD) throw new Error('nobody is published');
  const { columns, rows } = tableOf(FRAMEWORK, query, [GOOD]);
  const good = rows[0] ?? [];
  const changed = CHANGES.map(([column, cell], at) => {
    if (!columns.includes(column)) throw new Error(`no column ${column}`);
    return good.map((own, place) =>
      columns[place] === KEY ? String(at + 1) : columns[place] === column ? cell : own,
    );
  });
  const others = ['预算执行率', 'scaled', 'step_1', 'undecided', '备注'];
  const mark = dialect === 'spark' ? '`' : '"';
  const types = columns.map((name) => {
    if (name === KEY) return TYPES[dialect].word;
    const { kind = 'word' } = query.inputs.find((input) => input.name === name) ?? {};
    return name === '公众满意度' ? percentage : TYPES[dialect][kind];
  });
  const all = [...columns, ...others].reverse();
  const declared = [...types, ...others.map(() => TYPES[dialect].word)].reverse();
  const lines = all.map((name, at) => `  ${mark}${name}${mark} ${declared[at] ?? ''}`);
  return {
    name: 'inputs',
    ddl: `CREATE TABLE inputs (\n${lines.join(',\n')}\n)${dialect === 'spark' ? ' USING parquet' : ''}`,
    columns: all,
    rows: [good, ...changed].map((row) => [...row, ...others].reverse()),
  };
}

async function rowsOf(dialect: keyof typeof TYPES, table: Table, ansi: string) {
  const query = queryOf(dialect);
  const answer =
    dialect === 'postgresql'
      ? askPostgres(inject('postgres'), table, query.query)
      : await askSpark(inject('spark'), table, query.query, { 'spark.sql.ansi.enabled': ansi });
  return rowsIn(FRAMEWORK, query, answer);
}

describe.each([
  ['PostgreSQL', 'postgresql', ''],
  ['Spark', 'spark', 'false'],
  ['Spark by ANSI', 'spark', 'true'],
] as const)('%s', (_, dialect, ansi) => {
  test('scores what can be scored of a table that somebody else made, and says why the rest cannot', async () => {
    const [good, ...rows] = await rowsOf(dialect, otherTable(dialect), ansi);
    expect(good).toEqual({ told: GOOD?.told, undecided: false, reason: null });
    CHANGES.forEach(([column, cell, ...scores], at) => {
      const { told = {}, undecided, reason } = rows[at] ?? {};
      expect([column, cell, undecided]).toEqual([column, cell, true]);
      expect(reason).toMatch(new RegExp(`^${column}: `, 'u'));
      const open = Object.keys(told).filter((name) => told[name] !== GOOD?.told[name]);
      expect([column, cell, open]).toEqual([
        column,
        cell,
        [...scores.map((name) => `score ${name}`), 'total', 'grade'].sort(
          (a, b) => Object.keys(told).indexOf(a) - Object.keys(told).indexOf(b),
        ),
      ]);
      for (const name of open) expect([undefined, 'undefined']).toContain(told[name]);
    });
  });
});

test('PostgreSQL refuses words in a column of figures', async () => {
  await expect(rowsOf('postgresql', otherTable('postgresql', 'text'), '')).rejects.toThrow('text');
});

test('Spark reads figures from a column of words as the figures that they are', async () => {
  const [good, ...rows] = await rowsOf('spark', otherTable('spark', 'STRING'), 'false');
  expect(good?.told).toEqual(GOOD?.told);
  expect(rows.every(({ undecided }) => undecided)).toBe(true);
});
