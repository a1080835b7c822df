// Tables of whole steps: cells beyond their ranges, other types of columns and rows that fit only in part are
// scored as they are or left undecided, each beside a twin of the query that lacks the safeguard.
import { describe, expect, test } from 'vitest';
import type { Query } from '../../../src/generate/sql/query.ts';
import { KEY, TABLE } from '../../../src/generate/sql/query.ts';
import { publishedInputs, rulesetNamed } from '../rulesets.ts';
import { connect, queryOf, rowsOf } from './duckdb.ts';
import { nearTies, tiesOfFour } from './near-ties.ts';
import { scored, wrongOf } from './scored.ts';
import { cellsOf } from './table.ts';

const FRAMEWORK = rulesetNamed('futian/2022.chi');
const QUERY = queryOf(FRAMEWORK, 'steps');
const SATISFACTION = '公众满意度_1e-4%';

/** The query with every place of a text changed; there must be one. */
function changed(pattern: RegExp, to: string): Query {
  const query = QUERY.query.replaceAll(pattern, to);
  if (query === QUERY.query) throw new Error(`${String(pattern)} is not there`);
  return { ...QUERY, query };
}

const COMPLETE = cellsOf(FRAMEWORK, publishedInputs(), QUERY.inputs).map(({ text }) => text);

const rowWith = (name: string, cell: string) =>
  COMPLETE.map((text, at) => (QUERY.inputs[at]?.name === name ? cell : text));

describe('a score that is added up from ratios', () => {
  const beside = [...nearTies(40, 4n), ...nearTies(40, 4n, 2n), ...tiesOfFour(30)];
  const wrong = async (query: Query) => wrongOf(await scored(FRAMEWORK, query, beside)).length;

  test('is right next to a tie, and decided', async () => {
    const all = await scored(FRAMEWORK, QUERY, beside);
    expect(wrongOf(all)).toEqual([]);
    expect(all.filter(({ found }) => found.undecided)).toEqual([]);
  });

  test.each([
    ['without its bound', /<= \d\.\d+e-1\d \*/gu, '<= -1 *'],
    [
      'where denominators are taken for alike',
      /"季度预算_1 1e-6 万元" = "季度预算_\d 1e-6 万元"/gu,
      'TRUE',
    ],
    ['where a tie is taken to lie below', /(<=|>) -4 (?=THEN [^-])/gu, '$1 0 '],
  ])('is wrong %s', async (_, pattern, to) => {
    expect(await wrong(changed(pattern, to))).toBeGreaterThan(0);
  });
});

describe('a cell that is not as declared', () => {
  const departments = [
    COMPLETE,
    rowWith(SATISFACTION, '1000001'),
    rowWith(SATISFACTION, '-1'),
    rowWith(SATISFACTION, 'NULL'),
    rowWith('采购计划金额_1e-6万元', '0'),
    rowWith('采购计划金额_1e-6万元', String(2n ** 62n)),
    rowWith('在编人数', String(-(2n ** 63n))),
  ];
  const reasons = async (query: Query) => {
    const rows = await rowsOf(FRAMEWORK, query, departments);
    return rows.map(({ undecided, reason }) => (undecided ? reason : 'decided'));
  };

  test('leaves what depends on it open, and nothing else', async () => {
    expect(await reasons(QUERY)).toEqual([
      'decided',
      `${SATISFACTION}: not from 0 to 1000000 times 1e-4 %`,
      `${SATISFACTION}: not from 0 to 1000000 times 1e-4 %`,
      `${SATISFACTION}: missing`,
      '采购计划金额_1e-6万元: not from 1 to 4398046511104 times 1e-6 万元',
      '采购计划金额_1e-6万元: not from 1 to 4398046511104 times 1e-6 万元',
      '在编人数: not from 1 to 2147483647 人',
    ]);
    const [whole, part] = await rowsOf(FRAMEWORK, QUERY, departments);
    expect(part?.told['score 项目完成及时性']).toBe(whole?.told['score 项目完成及时性']);
    expect(part?.told['total']).toBeUndefined();
  });

  test('is scored without the check of all columns at once', async () => {
    const loose = changed(/AND "公众满意度_1e-4%" BETWEEN 0 AND 1000000/gu, '');
    expect((await reasons(loose)).slice(0, 3)).toEqual(['decided', 'decided', 'decided']);
  });

  test('is scored without the check of its own column', async () => {
    const loose = changed(/\("公众满意度_1e-4%" \| 0\) BETWEEN 0 AND 1000000/gu, 'TRUE');
    expect((await reasons(loose)).slice(0, 3)).toEqual(['decided', 'decided', 'decided']);
  });

  test('loses its row where only rows that are known to be wrong are asked for', async () => {
    const loose = changed(/WHERE \(("[^]*?)\) IS NOT TRUE/gu, 'WHERE NOT ($1)');
    expect(await reasons(loose)).toHaveLength(departments.length - 1);
  });

  test('is scored where unknown conditions are passed over', async () => {
    const loose = changed(/ WHEN "[^"]+" < \d+ THEN (CAST\(\d+ AS BIGINT\)) END/gu, ' ELSE $1 END');
    expect((await reasons(loose))[3]).toBe('decided');
  });
});

describe('a table that somebody else made', () => {
  /** What the query says of a table whose satisfaction has a type of its own. */
  const scoredAs = async (type: string, cell: string, query = QUERY) => {
    const connection = await connect();
    const columns = QUERY.inputs.map(
      (column) => `"${column.name}" ${column.name === SATISFACTION ? type : column.type}`,
    );
    await connection.run(`CREATE TABLE ${TABLE} (${KEY} VARCHAR, ${columns.join(', ')})`);
    await connection.run(
      `INSERT INTO ${TABLE} VALUES ('0', ${rowWith(SATISFACTION, cell).join(', ')})`,
    );
    const reader = await connection.runAndReadAll(query.query);
    const at = QUERY.columns.findIndex(({ of }) => of.kind === 'undecided');
    return reader.getRows()[0]?.[at];
  };

  test.each(['INTEGER', 'HUGEINT', 'UINTEGER'])(
    'may hold its whole numbers as %s',
    async (type) => {
      expect(await scoredAs(type, '955000')).toBe(false);
    },
  );

  test.each([
    ['DOUBLE', '955000.5'],
    ['DECIMAL(18,2)', '955000.5'],
    ['VARCHAR', "'955000'"],
  ])('is refused where they are %s', async (type, cell) => {
    await expect(scoredAs(type, cell)).rejects.toThrow(/Binder Error/u);
  });

  test('would be rounded in silence without whole numbers being asked for', async () => {
    const loose = changed(/\(("[^"]+") \| 0\)/gu, '$1');
    expect(await scoredAs('DOUBLE', '955000.5', loose)).toBe(false);
  });

  test('holds what the statement that makes it allows, and nothing else', async () => {
    const connection = await connect();
    await connection.run(QUERY.ddl);
    const insert = (cells: readonly string[]) =>
      connection.run(`INSERT INTO ${TABLE} VALUES ('0', ${cells.join(', ')})`);
    await insert(COMPLETE);
    await insert(rowWith(SATISFACTION, 'NULL'));
    await expect(insert(rowWith(SATISFACTION, '1000001'))).rejects.toThrow(/CHECK constraint/u);
    await expect(insert(rowWith('部门预算公开', "'公开'"))).rejects.toThrow(/CHECK constraint/u);
  });
});
