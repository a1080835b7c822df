// PostgreSQL and Spark give what the reference evaluator gives, to the last digit, for every ruleset that
// SQL can express. `SQL_DEPARTMENTS` says how many departments the rulesets of Shenzhen share.
import { describe, expect, inject, test } from 'vitest';
import type { Query } from '../../src/generate/sql/query.ts';
import { sqlOf } from '../../src/generate/sql/query.ts';
import type { Row } from '../generate/sql/duckdb.ts';
import { RULESETS, rulesetNamed } from '../generate/rulesets.ts';
import type { Scored } from './departments.ts';
import { departmentsWith, randomDepartments } from './departments.ts';
import { largeQuartersBesideTies, quartersBesideTies } from './near-ties.ts';
import { askPostgres } from './postgres.ts';
import { rowsIn, tableOf } from './scores-in-tables.ts';
import { askSpark } from './spark.ts';

const IN_SHENZHEN = Number(process.env['SQL_DEPARTMENTS'] ?? 10_000);
const IN_GALLERY = IN_SHENZHEN / 50;
const AT_ONCE = 5000;

const isGallery = (file: string) => file.startsWith('gallery/');

function queryOf(file: string, dialect: 'postgresql' | 'spark'): Query | undefined {
  const query = sqlOf(rulesetNamed(file), dialect);
  return query.kind === 'query' ? query : undefined;
}

const rulesets = RULESETS.filter((file) => queryOf(file, 'spark') && queryOf(file, 'postgresql'));
const shenzhen = rulesets.filter((file) => !isGallery(file));

test('SQL can express the rulesets of Shenzhen and most of the gallery', () => {
  expect(shenzhen.length).toBe(5);
  expect(rulesets.length).toBeGreaterThan(15);
});

// What differs from the reference: nothing may, except that a row may be left undecided where that is allowed.
function differences(
  departments: readonly Scored[],
  rows: readonly Row[],
  mayBeUndecided: (at: number) => boolean,
): unknown[] {
  return departments.flatMap(({ inputs, told: expected }, at) => {
    const { told, undecided, reason } = rows[at] ?? {};
    const isOpen = Object.values(expected).includes(undefined);
    if (undecided === true && (isOpen || mayBeUndecided(at))) return [];
    const same = Object.entries(expected).every(([name, value]) => told?.[name] === value);
    return same && undecided === isOpen ? [] : [{ inputs, expected, told, undecided, reason }];
  });
}

describe.each(rulesets)('%s', (file) => {
  const framework = rulesetNamed(file);
  const count = isGallery(file) ? IN_GALLERY : IN_SHENZHEN / shenzhen.length;
  const [onPostgres, onSpark] = [queryOf(file, 'postgresql'), queryOf(file, 'spark')];
  if (!onPostgres || !onSpark) throw new Error('there is no query');

  test('scores alike on both', async () => {
    for (let done = 0; done < count; done += AT_ONCE) {
      const here = Math.min(AT_ONCE, count - done);
      const all = [
        ...randomDepartments(framework, here, done + 1),
        ...departmentsWith(framework, done === 0 ? quartersBesideTies() : []),
      ];
      // Products of four such denominators have more digits than Spark.
      const large = departmentsWith(framework, done === 0 ? largeQuartersBesideTies(30) : []);
      const isLarge = (at: number) => at >= all.length;
      const departments = [...all, ...large];

      const given = askPostgres(
        inject('postgres'),
        tableOf(framework, onPostgres, departments),
        onPostgres.query,
      );
      const rows = rowsIn(framework, onPostgres, given);
      expect(differences(departments, rows, () => false)).toEqual([]);

      const table = tableOf(framework, onSpark, departments);
      for (const ansi of ['false', 'true']) {
        const settings = { 'spark.sql.ansi.enabled': ansi };
        const answer = await askSpark(inject('spark'), table, onSpark.query, settings);
        const found = rowsIn(framework, onSpark, answer);
        expect(differences(departments, found, isLarge)).toEqual([]);
        const undecided = found.filter((row, at) => isLarge(at) && row.undecided);
        console.log(file, ansi, large.length, undecided.length);
      }
    }
  });
});
