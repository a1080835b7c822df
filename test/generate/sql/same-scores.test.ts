// The query of every ruleset that SQL can say scores random departments in DuckDB as the reference does;
// the others are refused by what they say that SQL cannot.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEvaluator } from '../../../src/evaluate/evaluate.ts';
import { sqlOf } from '../../../src/generate/sql/query.ts';
import { createDepartmentReader } from '../../../src/input/read-department.ts';
import { createSource } from '../../../src/text/source.ts';
import { toldByReference } from '../loaded.ts';
import { inputsOf } from '../random-department.ts';
import { RULESETS, rulesetNamed } from '../rulesets.ts';
import { queryOf, rowsOf } from './duckdb.ts';
import { cellsOf } from './table.ts';

const DEPARTMENTS = 120;

const REFUSED: readonly (readonly [string, string])[] = [];

const refused = RULESETS.flatMap((file) => {
  const made = sqlOf(rulesetNamed(file), 'duckdb');
  if (made.kind === 'query') return [];
  return [[file, [...new Set(made.reasons.map(({ construct }) => construct))].join(', ')] as const];
});

test('rulesets that SQL cannot say are refused by name', () => {
  expect(refused).toEqual(REFUSED);
});

const said = RULESETS.filter((file) => !refused.some(([other]) => other === file));

describe.each(said)('%s', (file) => {
  test('scores as the reference does', async () => {
    const framework = rulesetNamed(file);
    const query = queryOf(framework);
    const read = createDepartmentReader(framework);
    const evaluate = createEvaluator(framework);
    const departments = fc.sample(inputsOf(framework), DEPARTMENTS);
    const cells = departments.map((inputs) => cellsOf(framework, inputs, query.inputs));
    const rows = await rowsOf(
      framework,
      query,
      cells.map((row) => row.map(({ text }) => text)),
    );
    departments.forEach((inputs, at) => {
      const source = createSource(
        'd.json',
        JSON.stringify({ department: '甲', year: 2024, inputs }),
      );
      const { department } = read(source);
      if (!department) throw new Error('the department is wrong');
      const expected = toldByReference(framework, evaluate(department, {}));
      const found = rows[at];
      const isFiner = cells[at]?.some((cell) => cell.isFiner) === true;
      const isOpen = Object.values(expected).includes(undefined);
      if (found?.undecided === true)
        expect([inputs, found.reason, isFiner || isOpen]).toEqual([inputs, found.reason, true]);
      else expect([inputs, found?.told]).toEqual([inputs, expected]);
    });
  });
});
