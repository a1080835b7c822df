// PostgreSQL and Spark give what the reference evaluator gives, to the last digit, for every ruleset that
// SQL can express. `SQL_DEPARTMENTS` says how many departments the rulesets of Shenzhen share.
import { describe, expect, inject, test } from 'vitest';
import type { Query } from '../../src/generate/sql/query.ts';
import type { InputForm } from '../../src/generate/sql/input-form.ts';
import { INPUT_FORMS } from '../../src/generate/sql/input-form.ts';
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

function queryOf(
  file: string,
  dialect: 'postgresql' | 'spark',
  form?: InputForm,
): Query | undefined {
  const query = sqlOf(rulesetNamed(file), dialect, form);
  return query.kind === 'query' ? query : undefined;
}

const rulesets = RULESETS.filter((file) => queryOf(file, 'spark') && queryOf(file, 'postgresql'));
const shenzhen = rulesets.filter((file) => !isGallery(file));

test('SQL can express the rulesets of Shenzhen and most of the gallery', () => {
  expect(shenzhen.length).toBe(5);
  expect(rulesets.length).toBeGreaterThan(15);
});

// What differs from the reference, and rows that are flagged though nothing is open, or not flagged though
// something is.
function differences(departments: readonly Scored[], rows: readonly Row[]): unknown[] {
  const different = departments.flatMap(({ inputs, told: expected }, at) => {
    const { told, undecided, reason } = rows[at] ?? {};
    const isOpen = Object.values(expected).includes(undefined);
    const same = Object.entries(expected).every(([name, value]) => told?.[name] === value);
    return undecided === isOpen && (isOpen || same)
      ? []
      : [{ inputs, expected, told, undecided, reason }];
  });
  return different.slice(0, 3);
}

describe.each(rulesets)('%s', (file) => {
  const framework = rulesetNamed(file);
  const count = isGallery(file) ? IN_GALLERY : IN_SHENZHEN / shenzhen.length;

  test.each(INPUT_FORMS)('scores alike on both, from %s', async (form) => {
    const [onPostgres, onSpark] = [queryOf(file, 'postgresql', form), queryOf(file, 'spark', form)];
    if (!onPostgres || !onSpark) throw new Error('there is no query');
    for (let done = 0; done < count; done += AT_ONCE) {
      const quarters = done === 0 ? [...quartersBesideTies(), ...largeQuartersBesideTies(30)] : [];
      const departments = [
        ...randomDepartments(framework, Math.min(AT_ONCE, count - done), done + 1),
        ...departmentsWith(framework, quarters),
      ];
      const given = askPostgres(
        inject('postgres'),
        tableOf(framework, onPostgres, departments),
        onPostgres.query,
      );
      expect(differences(departments, rowsIn(framework, onPostgres, given))).toEqual([]);

      const table = tableOf(framework, onSpark, departments);
      for (const ansi of ['false', 'true']) {
        const { setting } = onSpark;
        const settings = {
          'spark.sql.ansi.enabled': ansi,
          'spark.sql.analyzer.maxIterations': '100',
          ...(setting && { [setting.name]: setting.value }),
        };
        const answer = await askSpark(inject('spark'), table, onSpark.query, settings);
        expect(differences(departments, rowsIn(framework, onSpark, answer))).toEqual([]);
      }
    }
  });
});
