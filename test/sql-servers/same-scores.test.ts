// PostgreSQL and Spark give what the reference evaluator gives, to the last digit, for every ruleset that
// SQL can express. `SQL_DEPARTMENTS` says how many departments the rulesets of Shenzhen share.
import { describe, expect, inject, test } from 'vitest';
import type { Query } from '../../src/generate/sql/query.ts';
import { sqlOf } from '../../src/generate/sql/query.ts';
import type { Framework } from '../../src/model/framework.ts';
import { RULESETS, rulesetNamed } from '../generate/rulesets.ts';
import type { Scored } from './departments.ts';
import { departmentsBesideTies, randomDepartments } from './departments.ts';
import { askPostgres } from './postgres.ts';
import { tableOf, toldByAnswer } from './scores-in-tables.ts';
import { askSpark } from './spark.ts';
import type { Answer } from './table.ts';

const IN_SHENZHEN = Number(process.env['SQL_DEPARTMENTS'] ?? 10_000);
const IN_GALLERY = IN_SHENZHEN / 50;
const AT_ONCE = 5000;

const isGallery = (file: string) => file.startsWith('gallery/');

function queryOf(file: string, dialect: 'postgresql' | 'spark'): Query | undefined {
  const query = sqlOf(rulesetNamed(file), dialect);
  return query.kind === 'query' ? query : undefined;
}

const rulesets = RULESETS.filter((file) => !/levels|cohort/.test(file)).filter((file) => queryOf(file, 'spark') && queryOf(file, 'postgresql'));
const shenzhen = rulesets.filter((file) => !isGallery(file));

test('SQL can express the rulesets of Shenzhen and most of the gallery', () => {
  expect(shenzhen.length).toBe(5);
  expect(rulesets.length).toBeGreaterThan(15);
});

// What differs from the reference: nothing may, except that a row may be left undecided where that is allowed.
function differences(
  framework: Framework,
  query: Query,
  departments: readonly Scored[],
  answer: Answer,
  mayBeUndecided: (scored: Scored) => boolean,
): unknown[] {
  const found = toldByAnswer(framework, query, answer);
  return departments.flatMap((scored) => {
    const { department, told: expected } = scored;
    const { told, undecided, because } = found.get(department.name) ?? {};
    const isOpen = Object.values(expected).includes(undefined);
    const same = Object.entries(expected).every(
      ([name, value]) =>
        told?.[name] === value ||
        (undecided === true && mayBeUndecided(scored) && told?.[name] === undefined),
    );
    const flagged = undecided === isOpen || (undecided === true && mayBeUndecided(scored));
    return same && flagged
      ? []
      : [{ inputs: department.values, expected, told, undecided, because }];
  });
}

describe.each(rulesets)('%s', (file) => {
  const framework = rulesetNamed(file);
  const count = isGallery(file) ? IN_GALLERY : IN_SHENZHEN / shenzhen.length;
  const [onPostgres, onSpark] = [queryOf(file, 'postgresql'), queryOf(file, 'spark')];

  test('scores alike on both', async () => {
    if (!onPostgres || !onSpark) throw new Error('there is no query');
    for (let done = 0; done < count; done += AT_ONCE) {
      const random = randomDepartments(framework, Math.min(AT_ONCE, count - done), done + 1);
      const beside = done === 0 ? departmentsBesideTies(framework) : [];
      const all = [...random, ...beside].map(({ department, told }, at) => ({
        department: { ...department, name: `第${at}` },
        told,
      }));
      const departments = all.map(({ department }) => department);

      const table = tableOf(framework, onPostgres, departments);
      const onOne = askPostgres(inject('postgres'), table, onPostgres.query);
      expect(differences(framework, onPostgres, all, onOne, () => false)).toEqual([]);

      for (const ansi of ['false', 'true']) {
        const answer = await askSpark(
          inject('spark'),
          tableOf(framework, onSpark, departments),
          onSpark.query,
          { 'spark.sql.ansi.enabled': ansi },
        );
        const isBeside = (scored: Scored) => all.indexOf(scored) >= random.length;
        expect(differences(framework, onSpark, all, answer, isBeside)).toEqual([]);
      }
    }
  });
});
