// Rulesets so long that `evaluate` has a function for each score. Every ruleset is taken for one here, and must give
// what it gives in one function: on random departments, and where one input is not what doubles are used for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Framework } from '../../src/model/framework.ts';
import { frameworkOf } from './generating.ts';
import type { Loaded } from './loaded.ts';
import { moduleOf } from './loaded.ts';
import { generatorWith, run, sourceOf } from './mutated-generator.ts';
import { inputsOf } from './random-department.ts';
import { RULESETS, rulesetNamed } from './rulesets.ts';
import { SPECIMENS } from './specimens.ts';

const FILE = 'src/generate/javascript/evaluate.ts';
const textInParts = generatorWith({
  file: FILE,
  text: sourceOf(FILE).replace('MOST_STATEMENTS = 1000', 'MOST_STATEMENTS = 0'),
});

function inParts(framework: Framework): string {
  return textInParts(framework, { language: 'js', head: 'Generated for a test' });
}

const UNFIT = [undefined, 0.5, -1, 2 ** 50, Number.NaN, 'x', Symbol('x'), null, [], [1, 2, 3]];

/** What a module says of an input, or how it refuses it. */
function outcome({ evaluate }: Loaded, input: object): unknown {
  try {
    return evaluate(input);
  } catch (error) {
    return String(error);
  }
}

/** Whether two modules differ on some department, one of whose inputs may be unfit. */
function difference(framework: Framework, one: Loaded, other: Loaded): unknown {
  return fc.check(
    fc.property(inputsOf(framework), fc.nat(), fc.constantFrom(...UNFIT), (json, at, unfit) => {
      const decoded = one.decode(json);
      if (!decoded.ok) return;
      const names = Object.keys(decoded.input);
      const spoilt = { ...decoded.input, [names[at % names.length] ?? '']: unfit };
      for (const input of [decoded.input, spoilt])
        expect(outcome(other, input)).toEqual(outcome(one, input));
    }),
    { numRuns: 30 },
  ).counterexample;
}

const frameworks = [
  ...RULESETS.map((file) => [file, () => rulesetNamed(file)] as const),
  ...Object.entries(SPECIMENS).map(([name, text]) => [name, () => frameworkOf(text)] as const),
];

test.each(frameworks)('%s', (_, frameworkNamed) => {
  const framework = frameworkNamed();
  expect(difference(framework, run(moduleOf(framework)), run(inParts(framework)))).toBeNull();
});

const futian = rulesetNamed('futian/2022.chi');

test.each([
  ['limits', /return (?:Number\.isInteger|\()[^;]*;/gu, 'return true;'],
  ['lengths of lists', /\n {2}if \([^\n]*\?\.length !== 4[^\n]*\) return false;/gu, ''],
])('without %s it would give something else', (_, check, nothing) => {
  const text = inParts(futian);
  expect(text).toMatch(check);
  const twin = run(text.replaceAll(check, nothing));
  expect(difference(futian, run(moduleOf(futian)), twin)).not.toBeNull();
});
