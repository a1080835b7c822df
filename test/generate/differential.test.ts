// The reference and every way of scoring a compiled ruleset agree to the last digit: on random rulesets of
// the whole language and on those of the repository, for departments that are aimed at their thresholds
// and ties. A difference is shown with the smallest ruleset and department that still have it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takesRoots } from '../../src/generate/javascript/writer.ts';
import type { Framework } from '../../src/model/framework.ts';
import { rulesets } from '../evaluate/random-rulesets.ts';
import { SEED } from '../seed.ts';
import { aimedDepartments } from './aimed-departments.ts';
import { arithmeticRulesets } from './arithmetic-rulesets.ts';
import { comparing, frameworkOf } from './differences.ts';
import type { Difference } from './differences.ts';
import type { Inputs } from './figure-slots.ts';
import { differsIn, minimal, shownCase } from './minimal-case.ts';
import { RULESETS, rulesetNamed } from './rulesets.ts';
import { DEPARTMENTS, LONGEST, RANDOM_RULESETS, progress } from './sizes.ts';
import { SPECIMENS } from './specimens.ts';

/** The first difference among so many departments, made small and shown; undefined where there is none. */
async function differenceOf(
  text: string | undefined,
  framework: Framework,
  seed: number,
  count: number,
): Promise<string | undefined> {
  const { firstDifference, judged } = await comparing(framework);
  let part: Inputs[] = [];
  let all = 0;
  for (const { inputs } of aimedDepartments(framework, seed)) {
    part.push(inputs);
    all++;
    if (part.length < PART && all < count) continue;
    const found = await firstDifference(part);
    if (found) return shownDifference(text, found);
    part = [];
    progress(`${framework.name}: ${all} of ${count} departments`);
    if (all >= count) break;
  }
  for (const [name, times] of judged) verdicts.set(name, (verdicts.get(name) ?? 0) + times);
  return undefined;
}

/** How many departments each way of scoring has given a verdict on. */
const verdicts = new Map<string, number>();

/** So many departments stand in columns and tables together. */
const PART = 500;

async function shownDifference(text: string | undefined, found: Difference): Promise<string> {
  const { departments, backEnd, why } = found;
  if (text === undefined) return `${backEnd}: ${why}\n${JSON.stringify(departments)}`;
  const fails = differsIn(backEnd);
  const small = await minimal({ text, departments }, fails);
  return shownCase(small, (await fails(small)) ?? why, found);
}

/** What differs on random rulesets; undefined where nothing does. */
async function differenceOn(
  arbitrary: fc.Arbitrary<string>,
  count: number,
): Promise<string | undefined> {
  for (let seed = SEED, accepted = 0; accepted < count; seed++) {
    const [text = ''] = fc.sample(arbitrary, { seed, numRuns: 1 });
    const framework = frameworkOf(text);
    if (!framework) continue;
    accepted++;
    progress(`random ruleset ${accepted} of ${count}, seed ${seed}`);
    const found = await differenceOf(text, framework, seed, DEPARTMENTS.random);
    if (found !== undefined) return `BIAOCHI_SEED=${seed}: ${found}`;
  }
  return undefined;
}

describe('all ways of scoring agree', () => {
  test(`on random rulesets of arithmetic, seed ${SEED}`, { timeout: LONGEST }, async () => {
    expect(await differenceOn(arithmeticRulesets, RANDOM_RULESETS.arithmetic)).toBeUndefined();
  });

  test(`on random rulesets of the whole language, seed ${SEED}`, { timeout: LONGEST }, async () => {
    expect(await differenceOn(rulesets, RANDOM_RULESETS.language)).toBeUndefined();
  });

  test.each(Object.entries(SPECIMENS))('on %s', { timeout: LONGEST }, async (_, text) => {
    const framework = frameworkOf(text);
    if (!framework) throw new Error('the ruleset is refused');
    expect(await differenceOf(text, framework, SEED, DEPARTMENTS.specimen)).toBeUndefined();
  });

  // Roots are told apart by ever closer fractions, which takes the reference its time.
  test.each(RULESETS)(`on %s, seed ${SEED}`, { timeout: LONGEST }, async (file) => {
    const framework = rulesetNamed(file);
    const count = DEPARTMENTS.repository / (takesRoots(framework) ? 50 : 1);
    expect(await differenceOf(undefined, framework, SEED, Math.ceil(count))).toBeUndefined();
  });

  test('and each has given its verdict on many', () => {
    const [most = 0] = [...verdicts.values()].sort((a, b) => b - a);
    expect([...verdicts.keys()].sort()).toEqual([
      'DuckDB, decimals',
      'DuckDB, steps',
      'evaluate',
      'evaluateColumns',
    ]);
    for (const times of verdicts.values()) expect(times).toBeGreaterThan(most / 4);
  });
});
