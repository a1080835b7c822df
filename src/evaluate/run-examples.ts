// Runs the worked examples that stand beside the rules. Only what an example gives is known;
// defaults apply, and everything else is missing; so it is for the other departments that it lists.
import type { Department, Evidence, GivenAward, GivenValue } from '../input/department.ts';
import type { Example, ExampleGiven, Framework, JudgedInput, Node } from '../model/framework.ts';
import type { Step } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { closed, point, encloses, sameRange } from '../types/range.ts';
import { evaluate } from './evaluate.ts';
import { isolate, nodeOn } from './isolate.ts';
import { placeAt, placesIn } from './sheet-places.ts';

export interface ExampleResult {
  readonly example: Example;
  readonly expected: Range;
  readonly actual: Range;
  /** The ends must be the same: an example that says 1.15 is not met by a range around it. */
  readonly agrees: boolean;
}

/** Runs every example, in the order of the framework. */
export function runExamples(framework: Framework): ExampleResult[] {
  return framework.examples.map((example) => runExample(framework, example));
}

/** Runs one example on the node that it speaks of, taken by itself. */
export function runExample(framework: Framework, example: Example): ExampleResult {
  const expected = closed(example.low, example.high);
  const actual = scoreOf(framework, example);
  return { example, expected, actual, agrees: isStated(expected, actual) };
}

/** The same ends; an irrational score can only be stated by two figures between which it lies. */
export function isStated(expected: Range, actual: Range): boolean {
  return actual.irrational ? encloses(expected, actual) : sameRange(expected, actual);
}

function scoreOf(framework: Framework, example: Example): Range {
  const department = departmentOf(framework, example, example.givens, 0);
  const cohort = example.others?.map((givens, place) =>
    departmentOf(framework, example, givens, place + 1),
  );
  const options = new Map<string, string>();
  for (const [name, given] of example.givens)
    if (given.kind === 'option') options.set(name, given.choice);
  const settings = { options, ...(cohort && { cohort }) };
  if (example.path.length === 0) return evaluate(framework, department, settings).total;
  const node = nodeOn(framework.children, example.path);
  const scoreIn = (taken: Node) => {
    const sheet = evaluate(isolate(framework, taken), department, settings);
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
        const points = point(choice.points);
        awards.set(name, { ...NO_AWARD, points, choice: choice.name, evidence, span });
      } else if (given.kind === 'entries' && form.kind === 'checklist') {
        const { points, entries } = checklistAward(form.entries, given.met);
        awards.set(name, { ...NO_AWARD, points, entries, evidence, span });
      } else throw new Error(`“${name}” is not judged in the way in which the example awards it`);
    }
  }
  const reported = { scores: new Map(), total: undefined, grade: undefined, figures: [] };
  return { name: String(place), year: '', values, awards, reported, expected: [], hash: '' };
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
