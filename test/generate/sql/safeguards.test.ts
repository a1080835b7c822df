// The bounds, wide numbers and checks of queries, each beside a twin without it: departments that are made
// to need the safeguard are scored rightly with it, and wrongly without.
import { describe, expect, test } from 'vitest';
import type { Query } from '../../../src/generate/sql/query.ts';
import { publishedInputs, rulesetNamed } from '../rulesets.ts';
import { queryOf, rowsOf } from './duckdb.ts';
import { nearTies, tiesOfFour } from './near-ties.ts';
import { scored, wrongOf } from './scored.ts';
import { cellsOf } from './table.ts';

const FRAMEWORK = rulesetNamed('futian/2022.chi');
const QUERY = queryOf(FRAMEWORK);

/** The query with every place of a text changed; there must be one. */
function changed(pattern: RegExp, to: string): Query {
  const query = QUERY.query.replaceAll(pattern, to);
  if (query === QUERY.query) throw new Error(`${String(pattern)} is not there`);
  return { ...QUERY, query };
}

describe('a score that is added up from ratios', () => {
  const beside = [...nearTies(40, 4n), ...nearTies(40, 4n, 2n), ...tiesOfFour(30)];
  const wrong = async (query: Query) => wrongOf(await scored(FRAMEWORK, query, beside)).length;

  test('is right next to a tie, and decided', async () => {
    const all = await scored(FRAMEWORK, QUERY, beside);
    expect(wrongOf(all)).toEqual([]);
    expect(all.filter(({ found }) => found.undecided)).toEqual([]);
  });

  test('is wrong without its bound', async () => {
    expect(await wrong(changed(/<= \d\.\d+e-1\d \*/gu, '<= -1 *'))).toBeGreaterThan(0);
  });

  test('is wrong where denominators are taken for alike', async () => {
    const alike = /"季度预算_1 1e-6 万元" = "季度预算_\d 1e-6 万元"/gu;
    expect(await wrong(changed(alike, 'TRUE'))).toBeGreaterThan(0);
  });

  test('is wrong where a tie over one denominator is taken to lie below', async () => {
    expect(
      await wrong(
        changed(/(?<=CAST\("季度累计支出_4 1e-6 万元" AS BIGINT\)[^H]{0,40}) >= /gu, ' > '),
      ),
    ).toBeGreaterThan(0);
  });

  test('is wrong where the remainders are cut short', async () => {
    expect(await wrong(changed(/\* 4722366482869645213696/gu, '* 1'))).toBeGreaterThan(0);
  });

  test('is wrong where a tie is taken to lie below', async () => {
    expect(await wrong(changed(/(<=|>) -4 (?=THEN [^-])/gu, '$1 0 '))).toBeGreaterThan(0);
  });
});

describe('a cell that is not as declared', () => {
  const cells = (change: (name: string, text: string) => string) =>
    cellsOf(FRAMEWORK, publishedInputs(), QUERY.inputs).map(({ text }, at) =>
      change(QUERY.inputs[at]?.name ?? '', text),
    );
  const rowWith = async (name: string, cell: string, query = QUERY) => {
    const [row] = await rowsOf(FRAMEWORK, query, [
      cells((each, text) => (each === name ? cell : text)),
    ]);
    if (!row) throw new Error('there is no row');
    return row;
  };

  test.each([
    ['公众满意度', '101', /公众满意度: not from 0 to 100 %/u],
    ['实际采购金额', '-1', /实际采购金额: not from 0 /u],
    ['采购计划金额', '0', /采购计划金额: not from 0.000001 /u],
    ['采购计划金额', '4398046.511105', /采购计划金额: not .* to 4398046.511104 万元/u],
    ['在编人数', '52.5', /在编人数: not .* with at most 0 decimals/u],
    ['季度预算_2', '144915.6100001', /季度预算_2: not .* with at most 6 decimals/u],
    ['部门预算公开', "'公开'", /部门预算公开: not one of/u],
    ['季度累计支出_3', 'NULL', /^季度累计支出_3: missing$/u],
    ['公众满意度', 'NULL', /^公众满意度: missing$/u],
  ])('leaves what depends on it open: %s = %s', async (name, cell, reason) => {
    const { told, undecided, reason: said } = await rowWith(name, cell);
    expect(undecided).toBe(true);
    expect(said).toMatch(reason);
    expect(told['total']).toBeUndefined();
    expect(told['score 项目完成及时性']).toBe('6');
  });

  test('is scored without the check of its range', async () => {
    const { undecided } = await rowWith(
      '公众满意度',
      '101',
      changed(/ OR \+"公众满意度" > 100 /gu, ' '),
    );
    expect(undecided).toBe(false);
  });

  test('is scored without the check of its decimals', async () => {
    const loose = changed(/WHEN CAST\("在编人数" AS DECIMAL\(18,0\)\) = "在编人数"/gu, 'WHEN TRUE');
    expect((await rowWith('在编人数', '52.5', loose)).undecided).toBe(false);
  });

  test('is scored where any type is taken for one in steps', async () => {
    const loose = changed(/typeof\(("[^"]+")\) = '[^']+'/gu, 'TRUE');
    expect((await rowWith('在编人数', '52.5', loose)).undecided).toBe(false);
  });

  test('is scored where unknown conditions are passed over', async () => {
    const loose = changed(/ WHEN "[^"]+" < \d+ THEN (CAST\(\d+ AS DOUBLE\)) END/gu, ' ELSE $1 END');
    expect((await rowWith('公众满意度', 'NULL', loose)).undecided).toBe(false);
  });

  test('does not matter where no score depends on it', async () => {
    const row = cells((name, text) => {
      if (name === '涉密部门') return 'TRUE';
      return name === '部门预算公开' || name === '部门决算公开' ? 'NULL' : text;
    });
    const [found] = await rowsOf(FRAMEWORK, QUERY, [row]);
    expect(found?.undecided).toBe(false);
    expect(found?.told['score 预决算信息公开']).toBe('3');
  });
});
