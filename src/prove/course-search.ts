// Looks for a figure along which a score both rises and falls: runs through that figure while
// everything else stays as it is, exactly, department by department. What is found is certain; finding
// nothing proves nothing.
import type { Interpreter } from '../interpret/interpreter.ts';
import type { Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import { dateValue, numberValue } from '../types/value.ts';
import type { Value } from '../types/value.ts';
import { usualValues } from './candidates.ts';
import type { Course, Spot } from './course.ts';
import { courseOf } from './course.ts';
import type { Direction, Sense } from './direction.ts';
import { directionOf } from './direction.ts';
import { guardedFigures, stretchesWithin } from './domains.ts';
import { affordable } from './effort.ts';
import { ascending, crossingFigures, plainFigures, scaleOf, turningFigures } from './figures-of.ts';
import type { Growing, OtherScore, Scored } from './growing.ts';
import { standingOf } from './growing.ts';
import { readingOf } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Study } from './study.ts';
import { firedRows, isStatedPeak } from './target-band.ts';
import type { Comparison } from './thresholds.ts';
import { trials } from './witness.ts';

/** How many ways of holding everything else still are tried for each figure. */
const MOST_BASES = 6;
/** How many figures are tried for each of those. */
const MOST_SPOTS = 60;

/** A score that rises and falls along one input while the others stay as they are. */
export interface Found {
  readonly input: Growing;
  readonly course: Course;
  readonly others: ReadonlyMap<string, Value>;
  /** The peak is a target that the rule states: it may fall on both sides. */
  readonly isStated: boolean;
}

/** What stands around a score: what it reads, where it may turn, and the scores of other parts. */
export interface Surroundings {
  readonly reading: Reading;
  readonly comparisons: readonly Comparison[];
  readonly others: readonly OtherScore[];
}

/** A course along one input, if possible one that is not a stated target. */
export function findCourse(
  study: Study,
  scored: Scored,
  input: Growing,
  { reading, comparisons, others: scores }: Surroundings,
): Found | undefined {
  if (scores.length === 0 && wayUnder(study, input.name)(scored.score) !== 'either')
    return undefined;
  const { lets } = study.framework;
  const reads = (part: Expression) => readingOf([part], study.framework).inputs.has(input.name);
  const turning = comparisons.filter(
    ({ left, right }) => reads(left) || (right !== undefined && reads(right)),
  );
  const rest = [...reading.inputs].flatMap((name) => {
    const other = study.inputs.get(name);
    return other && name !== input.name
      ? [{ name, values: usualValues(other, reading, study.framework) }]
      : [];
  });
  const sizes = rest.map(({ values }) => values.length);
  const bears = scores.length === 0 ? bearingOn(study, scored, turning) : () => true;
  const tried = new Set<string>();
  let stated: Found | undefined;
  const spots = affordable([scored.score], study.framework, MOST_BASES * MOST_SPOTS);
  for (const places of trials(sizes, Math.max(Math.floor(spots / MOST_SPOTS), 1))) {
    // What does not bear on the score makes no other department.
    const base = rest.map(({ name }, index) => (bears(name) ? places[index] : 0)).join();
    if (tried.has(base)) continue;
    tried.add(base);
    const others = new Map(
      rest.flatMap(({ name, values }, index) => {
        const value = values[places[index] ?? 0];
        return value ? [[name, value] as const] : [];
      }),
    );
    const line = { input, others, reading, turning, scores };
    const course = courseAlong(study, scored, line);
    if (!course) continue;
    const peak = course.peak && departmentAt(study, input, others, course.peak.at)?.interpreter;
    const fired = peak && firedRows(scored.score, peak, lets);
    // An output may weigh several figures; a distance among them is a target all the same.
    const isStated =
      (fired !== undefined || scored.rule === undefined) &&
      isStatedPeak(scored.rule, scored.score, fired ?? [], input.name, lets);
    const found = { input, course, others, isStated };
    if (!isStated) return found;
    stated ??= found;
  }
  return stated;
}

/** Which way something goes as an input grows, under the options as they are set. */
function wayUnder({ interpreter, framework }: Study, name: string) {
  const { lets } = framework;
  const sense: Sense = { figure: { kind: 'input', name }, interpreter, lets, underOptions: true };
  return (expression: Expression): Direction => directionOf(expression, sense);
}

/** Whether an input bears on a score, on where it may turn or on where it makes sense. */
function bearingOn(
  study: Study,
  { score }: Scored,
  turning: readonly Comparison[],
): (name: string) => boolean {
  const known = new Map<string, boolean>();
  const looked = turning.flatMap(({ left, right }) => (right ? [left, right] : [left]));
  const all = [score, ...looked, ...guardedFigures(score, study.framework.lets)];
  return (name) => {
    let bears = known.get(name);
    if (bears === undefined) {
      const wayOf = wayUnder(study, name);
      bears = all.some((expression) => wayOf(expression) !== 'still');
      known.set(name, bears);
    }
    return bears;
  };
}

/** One input that grows while the others stay as they are. */
interface Line {
  readonly input: Growing;
  readonly others: ReadonlyMap<string, Value>;
  readonly reading: Reading;
  readonly turning: readonly Comparison[];
  readonly scores: readonly OtherScore[];
}

function courseAlong(
  study: Study,
  scored: Scored,
  { input, others, reading, turning, scores }: Line,
): Course | undefined {
  const scale = scaleOf(input);
  const middle = middleOf(study, input, reading);
  if (!middle) return undefined;
  const known = new Map<string, Department | undefined>();
  const at = (figure: Rational): Department | undefined => {
    const name = key(figure);
    const before = known.get(name);
    if (before !== undefined || known.has(name)) return before;
    const department = departmentAt(study, input, others, figure);
    known.set(name, department);
    return department;
  };
  const plain = plainFigures(scale, middle);
  const departments = plain.flatMap((figure) => at(figure) ?? []);
  const figures =
    scores.length === 0
      ? turningFigures(scale, turning, departments)
      : crossingFigures(scale, turning, plain, (figure) => at(figure)?.interpreter);
  const all = ascending([...plain, ...figures]).slice(0, MOST_SPOTS);
  const spots = all.flatMap((figure) => {
    const department = at(figure);
    const score = department?.score(scored.score);
    return department && score ? [{ at: figure, score, interpreter: department.interpreter }] : [];
  });
  if (!courseOf(spots) || !goOneWay(scores, spots)) return undefined;
  const { lets } = study.framework;
  return stretchesWithin(scored.score, lets, withoutNone(study, scored, spots))
    .map(courseOf)
    .find((course) => course !== undefined);
}

function middleOf(study: Study, { name }: Growing, reading: Reading): Rational | undefined {
  const input = study.inputs.get(name);
  if (!input) return undefined;
  const [usual] = usualValues(input, reading, study.framework);
  return usual && (usual.kind === 'number' || usual.kind === 'date')
    ? pointOf(usual.range)
    : undefined;
}

// Where the scores that a rule reads go different ways themselves, or turn around, the rule is not the
// one that turns.
function goOneWay(
  scores: readonly OtherScore[],
  spots: readonly { readonly interpreter: Interpreter }[],
): boolean {
  const ways = new Set<number>();
  for (const score of scores) {
    let before: Rational | undefined;
    for (const { interpreter } of spots) {
      const now = standingOf(interpreter.value(score), score);
      if (before && now) ways.add(Q.compare(before, now));
      before = now;
    }
  }
  return !(ways.has(-1) && ways.has(1));
}

/** A spot with what is known of the department there. */
type TriedSpot = Spot & { readonly interpreter: Interpreter };

// A row that applies at 0 alone, as one that guards a division does, is an exception: what happens
// where there is nothing at all is no part of the course.
function withoutNone(
  study: Study,
  { score }: Scored,
  spots: readonly TriedSpot[],
): readonly TriedSpot[] {
  const none = spots.find(({ at }) => Q.signOf(at) === 0);
  if (!none) return spots;
  const rowsAt = ({ interpreter }: TriedSpot) =>
    new Set(firedRows(score, interpreter, study.framework.lets).map(({ row }) => row));
  const guards = [...rowsAt(none)].filter((row) => row && 'condition' in row);
  if (guards.length === 0) return spots;
  const others = spots.filter((spot) => spot !== none);
  const elsewhere = others.map(rowsAt);
  const isGuarded = guards.some((row) => !elsewhere.some((rows) => rows.has(row)));
  return isGuarded ? others : spots;
}

function key({ n, d }: Rational): string {
  return `${n}/${d}`;
}

interface Department {
  readonly at: Rational;
  readonly interpreter: Interpreter;
  /** The exact score; undefined where it cannot be worked out. */
  readonly score: (expression: Expression) => Rational | undefined;
}

/** The department that has this figure, if it is one of those studied; the rest stays as it is. */
export function departmentAt(
  study: Study,
  input: Growing,
  others: ReadonlyMap<string, Value>,
  at: Rational,
): Department | undefined {
  const value = input.type.kind === 'date' ? dateValue(Number(at.n)) : numberValue(at);
  let problems = 0;
  const interpreter = study.interpreterFor(new Map(others).set(input.name, value), () => {
    problems++;
  });
  if (interpreter === undefined) return undefined;
  return {
    at,
    interpreter,
    score: (expression) => {
      problems = 0;
      const score = standingOf(interpreter.value(expression), expression);
      return problems === 0 ? score : undefined;
    },
  };
}
