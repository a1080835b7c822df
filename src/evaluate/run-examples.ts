// Runs the worked examples that stand beside the rules. Only what an example gives is known;
// defaults apply, and everything else is missing; so it is for the other departments that it lists.
import type { Department, Evidence, GivenAward, GivenValue } from '../input/department.ts';
import type {
  Choice,
  Example,
  ExampleGiven,
  Framework,
  JudgedInput,
  Node,
} from '../model/framework.ts';
import type { Step } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { closed, encloses, point, sameRange } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { rangeValue, sameValue } from '../types/value.ts';
import type { EvaluateSettings } from './data.ts';
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
  return { example, expected, actual, agrees: isStatedValue(expected, actual) };
}

/** The same ends; an irrational score can only be stated by two figures between which it lies. */
export function isStated(expected: Range, actual: Range): boolean {
  return actual.irrational ? encloses(expected, actual) : sameRange(expected, actual);
}

/** The same for values of any type. */
export function isStatedValue(expected: Value, actual: Value): boolean {
  return expected.kind === 'number' && actual.kind === 'number'
    ? isStated(expected.range, actual.range)
    : sameValue(actual, expected);
}

function outputOf(framework: Framework, example: Example, name: string): Value {
  const { department, settings } = exampleDepartment(framework, example);
  const sheet = evaluate(framework, department, settings);
  const result = sheet.outputs.find(({ output }) => output.name === name);
  if (result === undefined) throw new Error(`the framework has no output “${name}”`);
  return result.value;
}

/** The department that an example speaks of, and how it is to be scored. */
export function exampleDepartment(
  framework: Framework,
  example: Example,
): { readonly department: Department; readonly settings: EvaluateSettings } {
  const department = departmentOf(framework, example, example.givens, 0);
  const cohort = example.others?.map((givens, place) =>
    departmentOf(framework, example, givens, place + 1),
  );
  const options = new Map<string, string>();
  for (const [name, value] of example.givens)
    if (value.kind === 'option') options.set(name, value.choice);
  return { department, settings: { options, ...(cohort && { cohort }) } };
}

function scoreOf(framework: Framework, example: Example): Range {
  const { department, settings } = exampleDepartment(framework, example);
  if (example.path.length === 0) return evaluate(framework, department, settings).total;
  const node = nodeOn(framework.children, example.path);
  const scoreIn = (taken: Node) => {
    const sheet = createEvaluator(isolate(framework, taken), framework)(department, settings);
    return placeAt(placesIn(sheet), example.path)?.score;
  };
  const score = node && scoreIn(node);
  if (node === undefined || score === undefined)
    throw new Error(`the example speaks of “${example.path.join(' / ')}”, which is not there`);
  // Where it does not say so, an example of a part speaks of a department that has the part.
  const isOpen = score.applicability === 'undecided' && score.steps.some(isAbsence);
  return (isOpen ? (scoreIn(existing(node, example.path)) ?? score) : score).score;
}

function isAbsence({ kind }: Step): boolean {
  return kind === 'absent';
}

function existing(node: Node, path: readonly string[]): Node {
  if (node.kind === 'group' || path.length === node.path.length)
    return { ...node, applies: undefined };
  const name = path.at(-1);
  const items = node.items.map((item) =>
    item.name === name ? { ...item, applies: undefined } : item,
  );
  return { ...node, items };
}

const NO_AWARD = { choice: undefined, entries: new Map<string, Rational>(), reason: undefined };

// Examples have no names for departments: they are told apart by their places.
function departmentOf(
  framework: Framework,
  { span }: Example,
  givens: ReadonlyMap<string, ExampleGiven>,
  place: number,
): Department {
  const evidence: Evidence = { status: 'disclosed', source: undefined, note: undefined };
  const values = new Map<string, GivenValue>();
  const awards = new Map<string, GivenAward>();
  for (const [name, given] of givens) {
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
        const points = given.points
          ? point(given.points)
          : closed(choice.least ?? choice.points, choice.points);
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
  return { name: String(place), year: '', values, awards, reported, expected: [], hash: '' };
}

function judgedInput(framework: Framework, name: string): JudgedInput {
  const input = framework.inputs.find((each) => each.name === name);
  if (input?.kind !== 'judged') throw new Error(`the framework has no judged input “${name}”`);
  return input;
}

// Entries that the example does not speak of stay open between nothing and their points, and those that
// are met and have a range within it.
function checklistAward(
  entries: readonly Pick<Choice, 'name' | 'points' | 'least'>[],
  met: ReadonlyMap<string, boolean | Rational>,
): { points: Range; entries: ReadonlyMap<string, Rational> } {
  let [low, high] = [ZERO, ZERO];
  const known = new Map<string, Rational>();
  for (const { name, points, least } of entries) {
    const outcome = met.get(name);
    if (outcome === undefined || (outcome === true && least !== undefined)) {
      if (outcome) low = add(low, least ?? points);
      high = add(high, points);
      continue;
    }
    const awarded = outcome === true ? points : outcome === false ? ZERO : outcome;
    known.set(name, awarded);
    low = add(low, awarded);
    high = add(high, awarded);
  }
  return { points: known.size === entries.length ? point(low) : closed(low, high), entries: known };
}
