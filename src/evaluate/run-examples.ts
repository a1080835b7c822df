// Runs the worked examples that stand beside the rules. Only what an example gives is known;
// defaults apply, and everything else is missing.
import type { Department, Evidence, GivenAward, GivenValue } from '../input/department.ts';
import type { Example, Framework, JudgedInput } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { closed, point } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { rangeValue, sameValue } from '../types/value.ts';
import { createEvaluator, evaluate } from './evaluate.ts';
import { isolate, nodeOn } from './isolate.ts';
import { placeAt, placesIn } from './sheet-places.ts';

export interface ExampleResult {
  readonly example: Example;
  /** A score in points, or the value of the output that the example states. */
  readonly expected: Value;
  readonly actual: Value;
  /** The ends must be the same: an example that says 1.15 is not met by a range around it. */
  readonly agrees: boolean;
}

/** Runs every example, in the order of the framework. */
export function runExamples(framework: Framework): ExampleResult[] {
  return framework.examples.map((example) => runExample(framework, example));
}

/** Runs one example on the node that it speaks of, taken by itself. */
export function runExample(framework: Framework, example: Example): ExampleResult {
  const expected = example.output?.wanted ?? rangeValue(closed(example.low, example.high));
  const actual = example.output
    ? outputOf(framework, example, example.output.name)
    : rangeValue(scoreOf(framework, example));
  return { example, expected, actual, agrees: sameValue(actual, expected) };
}

function outputOf(framework: Framework, example: Example, name: string): Value {
  const sheet = evaluate(framework, departmentOf(framework, example), {
    options: optionsOf(example),
  });
  const result = sheet.outputs.find(({ output }) => output.name === name);
  if (result === undefined) throw new Error(`the framework has no output “${name}”`);
  return result.value;
}

function optionsOf(example: Example): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const [name, given] of example.givens)
    if (given.kind === 'option') options.set(name, given.choice);
  return options;
}

function scoreOf(framework: Framework, example: Example): Range {
  const department = departmentOf(framework, example);
  const options = optionsOf(example);
  if (example.path.length === 0) return evaluate(framework, department, { options }).total;
  const node = nodeOn(framework.children, example.path);
  const sheet =
    node && createEvaluator(isolate(framework, node), framework)(department, { options });
  const place = sheet && placeAt(placesIn(sheet), example.path);
  if (place === undefined)
    throw new Error(`the example speaks of “${example.path.join(' / ')}”, which is not there`);
  return place.score.score;
}

const NO_AWARD = { choice: undefined, entries: new Map<string, Rational>(), reason: undefined };

function departmentOf(framework: Framework, example: Example): Department {
  const evidence: Evidence = { status: 'disclosed', source: undefined, note: undefined };
  const { span } = example;
  const values = new Map<string, GivenValue>();
  const awards = new Map<string, GivenAward>();
  for (const [name, given] of example.givens) {
    if (given.kind === 'option') continue;
    if (given.kind === 'value') values.set(name, { value: given.value, evidence, span });
    else if (given.kind === 'award')
      awards.set(name, { ...NO_AWARD, points: point(given.points), evidence, span });
    else {
      const input = judgedInput(framework, name);
      const { form } = input;
      if (given.kind === 'choice' && form.kind === 'choice') {
        const choice = form.choices.find((each) => each.name === given.choice);
        if (choice === undefined) throw new Error(`“${name}” has no choice “${given.choice}”`);
        const points = point(choice.points);
        awards.set(name, { ...NO_AWARD, points, choice: choice.name, evidence, span });
      } else if (given.kind === 'entries' && form.kind === 'checklist') {
        const { points, entries } = checklistAward(form.entries, given.met);
        awards.set(name, { ...NO_AWARD, points, entries, evidence, span });
      } else throw new Error(`“${name}” is not judged in the way in which the example awards it`);
    }
  }
  const reported = {
    scores: new Map(),
    total: undefined,
    grade: undefined,
    figures: [],
    outputs: [],
  };
  return { name: '', year: '', values, awards, reported, expected: [], hash: '' };
}

function judgedInput(framework: Framework, name: string): JudgedInput {
  const input = framework.inputs.find((each) => each.name === name);
  if (input?.kind !== 'judged') throw new Error(`the framework has no judged input “${name}”`);
  return input;
}

// Entries that the example does not speak of stay open between nothing and their points.
function checklistAward(
  entries: readonly { readonly name: string; readonly points: Rational }[],
  met: ReadonlyMap<string, boolean>,
): { points: Range; entries: ReadonlyMap<string, Rational> } {
  let [low, high] = [ZERO, ZERO];
  const known = new Map<string, Rational>();
  for (const { name, points } of entries) {
    const outcome = met.get(name);
    if (outcome !== undefined) known.set(name, outcome ? points : ZERO);
    if (outcome === true) low = add(low, points);
    if (outcome !== false) high = add(high, points);
  }
  return { points: known.size === entries.length ? point(low) : closed(low, high), entries: known };
}
