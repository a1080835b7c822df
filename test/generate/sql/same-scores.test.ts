// The query of every ruleset that SQL can say scores random departments in DuckDB as the reference does;
// the others are refused by what they say that SQL cannot.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INPUT_FORMS } from '../../../src/generate/sql/input-form.ts';
import { sqlOf } from '../../../src/generate/sql/query.ts';
import { inputsOf } from '../random-department.ts';
import { RULESETS, rulesetNamed } from '../rulesets.ts';
import { queryOf } from './duckdb.ts';
import { scored } from './scored.ts';

const DEPARTMENTS = 40;

const refused = RULESETS.flatMap((file) => {
  const made = sqlOf(rulesetNamed(file), 'duckdb');
  if (made.kind === 'query') return [];
  return [[file, [...new Set(made.reasons.map(({ construct }) => construct))]] as const];
});

test('rulesets that SQL cannot say are refused by name', () => {
  expect(refused).toEqual([
    ['gallery/aggregation-geometric.chi', ['root']],
    ['gallery/cohort-departments.chi', ['cohort']],
    ['gallery/cohort-procurement.chi', ['cohort', 'order']],
    ['gallery/cohort-two-passes.chi', ['cohort']],
    ['gallery/targets.chi', ['list', 'target']],
  ]);
});

describe.each(RULESETS.filter((file) => !refused.some(([other]) => other === file)))(
  '%s',
  (file) => {
    test.each(INPUT_FORMS)('scores as the reference does, from %s', async (form) => {
      const framework = rulesetNamed(file);
      const departments = fc.sample(inputsOf(framework), DEPARTMENTS);
      for (const { inputs, expected, found, isBeyond } of await scored(
        framework,
        queryOf(framework, form),
        departments,
      )) {
        const isOpen = Object.values(expected).includes(undefined);
        // Only what is not known, or not in steps, may be left undecided, and it says why.
        if (found.undecided)
          expect({ inputs, may: isBeyond || isOpen, why: found.reason }).toMatchObject({
            may: true,
            why: expect.any(String) as string,
          });
        else expect({ inputs, told: found.told }).toEqual({ inputs, told: expected });
      }
    });
  },
);
