// The reference and every way of scoring a compiled ruleset agree to the last digit: on random rulesets of
// the whole language and on those of the repository, for departments that are aimed at their thresholds
// and ties. A difference is shown with the smallest ruleset and department that still have it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulesets } from '../evaluate/random-rulesets.ts';
import { aimedDepartments } from './aimed-departments.ts';
import { arithmeticRulesets } from './arithmetic-rulesets.ts';
import { comparing, frameworkOf } from './differences.ts';
import { differs, minimal, shownCase } from './minimal-case.ts';
import { DEPARTMENTS, RANDOM_RULESETS, SEED, progress } from './sizes.ts';

/** What differs on random rulesets, made small; undefined where nothing does. */
async function differenceOn(
  arbitrary: fc.Arbitrary<string>,
  count: number,
): Promise<string | undefined> {
  let scored = 0;
  for (let seed = SEED; scored < count; seed++) {
    const [text = ''] = fc.sample(arbitrary, { seed, numRuns: 1 });
    const framework = frameworkOf(text);
    if (!framework) continue;
    scored++;
    progress(`random ruleset ${scored} of ${count}, seed ${seed}`);
    const { firstDifference } = await comparing(framework);
    const all = [];
    for (const { inputs } of aimedDepartments(framework, seed)) {
      all.push(inputs);
      if (all.length >= DEPARTMENTS.random) break;
    }
    const found = await firstDifference(all);
    if (!found) continue;
    const small = await minimal({ text, departments: found.departments }, differs);
    return `seed ${seed}: ${shownCase(small, (await differs(small)) ?? found.why, found)}`;
  }
  return undefined;
}

describe('all ways of scoring agree', () => {
  test(`on random rulesets of arithmetic, seed ${SEED}`, async () => {
    expect(await differenceOn(arithmeticRulesets, RANDOM_RULESETS)).toBeUndefined();
  });

  test(`on random rulesets of the whole language, seed ${SEED}`, async () => {
    expect(await differenceOn(rulesets, RANDOM_RULESETS / 4)).toBeUndefined();
  });
});
