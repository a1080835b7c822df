// What every question about changes of one department rests on: how it is scored, what it comes to now,
// and, where some of its data are missing, one way to fill them in that is as bad as can be found.
import type { Changed, ChangeEvaluator } from '../../evaluate/change-inputs.ts';
import { createChangeEvaluator } from '../../evaluate/change-inputs.ts';
import { dataOf, declarationsOf } from '../../evaluate/data.ts';
import type { EvaluateSettings } from '../../evaluate/data.ts';
import type { Department } from '../../input/department.ts';
import { unknownInput } from '../../interpret/unknown-input.ts';
import type { Framework } from '../../model/framework.ts';
import { compare } from '../../number/rational.ts';
import { expressionsOfFramework, readingOf } from '../../prove/reading.ts';
import type { End, Range } from '../../types/range.ts';
import { point, pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { FALSE, TRUE, enumerationValue, isKnown } from '../../types/value.ts';
import type { Aim } from './goal.ts';
import type { Guess } from './guess.ts';
import { withoutRounding } from './unrounded.ts';

/** A department and how it is scored. */
export interface Setting {
  readonly framework: Framework;
  readonly department: Department;
  readonly settings: EvaluateSettings;
  /** With what is missing left open. */
  readonly score: ChangeEvaluator;
  /** With what is missing filled in as badly as could be found; undefined where nothing is missing. */
  readonly atWorst: ChangeEvaluator | undefined;
  /** With no score rounded: to guess where a rounded one changes. */
  readonly unrounded: ChangeEvaluator;
  readonly now: Changed;
  /** How scores run, by what is changed alone; filled as it is asked for. */
  readonly guesses: Map<string, Guess>;
}

/** Prepares questions about the changes of a department; `measure` is the figure that should be high. */
export function createSetting(
  framework: Framework,
  department: Department,
  settings: EvaluateSettings,
  measure: (result: Changed) => Range,
): Setting {
  const score = createChangeEvaluator(framework, department, settings);
  const now = score(new Map());
  const worst = worstCompletion(framework, department, settings, score, measure);
  const atWorst =
    worst.size === 0
      ? undefined
      : createChangeEvaluator(framework, department, { ...settings, inputs: worst });
  const unrounded = createChangeEvaluator(withoutRounding(framework), department, settings);
  return { framework, department, settings, score, atWorst, unrounded, now, guesses: new Map() };
}

/**
 * Whether changes come to what is wanted whatever the missing data are: `all` where they certainly do,
 * `none` where some way to fill in the missing data prevents it for every value that the changes leave.
 */
export function judgeChanges(
  { score, atWorst }: Setting,
  judge: Aim['judge'],
  changes: ReadonlyMap<string, Value>,
): 'all' | 'some' | 'none' {
  if (atWorst) {
    const answer = judge(atWorst(changes));
    if (answer === 'none') return 'none';
  }
  return judge(score(changes));
}

// Each missing input in turn as that end or word of what is declared which leaves the least.
function worstCompletion(
  framework: Framework,
  department: Department,
  settings: EvaluateSettings,
  score: ChangeEvaluator,
  measure: (result: Changed) => Range,
): ReadonlyMap<string, Value> {
  const data = dataOf(declarationsOf(framework), department, settings);
  const chosen = new Map<string, Value>();
  const reads = readByScores(framework, score);
  for (const { name } of framework.inputs) {
    const value = data.value(name);
    if (isKnown(value) || !reads.has(name)) continue;
    let least: { value: Value; range: Range } | undefined;
    for (const candidate of extremesOf(value)) {
      const range = measure(score(new Map([...chosen, [name, candidate]])));
      if (least === undefined || isLess(range, least.range)) least = { value: candidate, range };
    }
    if (least) chosen.set(name, least.value);
  }
  return chosen;
}

// Every input on which the total, a grade or a part's score may rest under the readings that are chosen:
// what is looked at where nothing is known, and what conditions outside the parts name.
function readByScores(framework: Framework, score: ChangeEvaluator): ReadonlySet<string> {
  const nothing = new Map(framework.inputs.map((input) => [input.name, unknownInput(input)]));
  const looked = score(nothing).children.flatMap(({ reads }) => [...reads]);
  const conditions = framework.grades.flatMap(({ condition }) => condition ?? []);
  const outside = expressionsOfFramework({ ...framework, checks: [], children: [] });
  return new Set([...looked, ...readingOf([...outside, ...conditions], framework).inputs]);
}

function isLess(a: Range, b: Range): boolean {
  const order = orderOfEnds(a.low, b.low);
  return order < 0 || (order === 0 && orderOfEnds(b.high, a.high) > 0);
}

// Without an end a range goes down, or up, for ever.
function orderOfEnds(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a.value, b.value);
}

function extremesOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'number':
    case 'date': {
      const { kind, range } = value;
      const ends = [range.low, range.high].flatMap((end) =>
        end && !end.open && !pointOf(range) ? [{ kind, range: point(end.value) } as const] : [],
      );
      return ends.length > 0 ? ends : [value];
    }
    case 'boolean':
      return [TRUE, FALSE];
    case 'enumeration':
      return [...value.possible].map(enumerationValue);
    case 'list':
      return [0, 1].map((side) => ({
        ...value,
        entries: value.entries.map((entry) => (isKnown(entry) ? entry : extreme(entry, side))),
      }));
    case 'record':
      return [0, 1].map((side) => ({
        ...value,
        fields: new Map(
          [...value.fields].map(([name, field]) => [
            name,
            isKnown(field) ? field : extreme(field, side),
          ]),
        ),
      }));
    case 'text':
    case 'target':
    case 'actual':
      return [value];
    default:
      return value satisfies never;
  }
}

function extreme(value: Value, side: number): Value {
  const extremes = extremesOf(value);
  return extremes[Math.min(side, extremes.length - 1)] ?? value;
}
