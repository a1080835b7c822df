// Looks for a figure along which a score both rises and falls: runs through that figure while
// everything else stays as it is, exactly, department by department. What is found is certain; finding
// nothing proves nothing.
import type { Interpreter } from '../interpret/interpreter.ts';
import { within } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import type { Rule, ValueInput } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import { dateValue, numberValue } from '../types/value.ts';
import type { Value } from '../types/value.ts';
import { usualValues } from './candidates.ts';
import type { Course, Spot } from './course.ts';
import { courseOf } from './course.ts';
import { directionOf } from './direction.ts';
import { ascending, plainFigures, scaleOf, turningFigures } from './figures-of.ts';
import { readingOf } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Study } from './study.ts';
import { firedRows, isStatedPeak } from './target-band.ts';
import type { Comparison } from './thresholds.ts';
import { isFigure } from './thresholds.ts';
import { trials } from './witness.ts';

/** How many ways of holding everything else still are tried for each figure. */
const MOST_BASES = 6;
/** How many figures are tried for each of those. */
const MOST_SPOTS = 60;

/** A score, and the rule that it comes from where it is an item's. */
export interface Scored {
  /** Before rounding and strikes: neither turns a score around. */
  readonly score: Expression;
  readonly rule: Rule | undefined;
}

/** Figures and dates that may turn the score around, but no date that is read by its month. */
export function growingInputs(study: Study, score: Expression, reading: Reading): ValueInput[] {
  const { lets } = study.framework;
  const whole = [score, ...[...reading.lets].flatMap((id) => lets.get(id)?.value ?? [])];
  const byCalendar = whole
    .flatMap((part) => [...within(part)])
    .filter(
      (part) => part.kind === 'call' && (part.builtin === 'year' || part.builtin === 'month'),
    );
  const recurring = readingOf(byCalendar, lets).inputs;
  return [...reading.inputs].flatMap((name) => {
    const input = study.inputs.get(name);
    if (input?.kind !== 'value' || !isFigure(input.type) || recurring.has(name)) return [];
    const sense = { input: name, interpreter: study.interpreter, lets };
    return directionOf(score, sense) === 'either' ? [input] : [];
  });
}

/** A score that rises and falls along one input while the others stay as they are. */
export interface Found {
  readonly input: ValueInput;
  readonly course: Course;
  readonly others: ReadonlyMap<string, Value>;
  /** The peak is a target that the rule states: it may fall on both sides. */
  readonly isStated: boolean;
}

/** A course along one input, if possible one that is not a stated target. */
export function findCourse(
  study: Study,
  scored: Scored,
  input: ValueInput,
  reading: Reading,
  comparisons: readonly Comparison[],
): Found | undefined {
  const { lets } = study.framework;
  const turning = comparisons.filter(({ left, right }) =>
    readingOf(right ? [left, right] : [left], lets).inputs.has(input.name),
  );
  const rest = [...reading.inputs].flatMap((name) => {
    const other = study.inputs.get(name);
    return other && name !== input.name
      ? [{ name, values: usualValues(other, reading, study.framework) }]
      : [];
  });
  const sizes = rest.map(({ values }) => values.length);
  let stated: Found | undefined;
  for (const places of trials(sizes, MOST_BASES)) {
    const others = new Map(
      rest.flatMap(({ name, values }, index) => {
        const value = values[places[index] ?? 0];
        return value ? [[name, value] as const] : [];
      }),
    );
    const course = courseAlong(study, scored, input, others, turning);
    if (!course) continue;
    const peak = course.peak && departmentAt(study, input, others, course.peak.at)?.interpreter;
    const isStated =
      peak !== undefined &&
      isStatedPeak(
        scored.rule,
        scored.score,
        firedRows(scored.score, peak, lets),
        input.name,
        lets,
      );
    const found = { input, course, others, isStated };
    if (!isStated) return found;
    stated ??= found;
  }
  return stated;
}

function courseAlong(
  study: Study,
  scored: Scored,
  input: ValueInput,
  others: ReadonlyMap<string, Value>,
  turning: readonly Comparison[],
): Course | undefined {
  const scale = scaleOf(input);
  const [usual] = usualValues(
    input,
    readingOf([scored.score], study.framework.lets),
    study.framework,
  );
  const middle =
    usual && (usual.kind === 'number' || usual.kind === 'date') && pointOf(usual.range);
  if (!middle) return undefined;
  const plain = plainFigures(scale, middle);
  const departments = plain.flatMap((at) => departmentAt(study, input, others, at) ?? []);
  const figures = turningFigures(scale, turning, departments);
  const all = ascending([...plain, ...figures]).slice(0, MOST_SPOTS);
  const known = new Map(departments.map((department) => [key(department.at), department]));
  const spots = all.flatMap((at) => {
    const department = known.get(key(at)) ?? departmentAt(study, input, others, at);
    const score = department?.score(scored.score);
    return department && score ? [{ at, score, interpreter: department.interpreter }] : [];
  });
  if (!courseOf(spots)) return undefined;
  return courseOf(withoutNone(study, scored, spots));
}

// A row that applies at 0 alone, as one that guards a division does, is an exception: what happens
// where there is nothing at all is no part of the course.
function withoutNone(
  study: Study,
  { score }: Scored,
  spots: readonly (Spot & { readonly interpreter: Interpreter })[],
): readonly Spot[] {
  const none = spots.find(({ at }) => Q.signOf(at) === 0);
  if (!none) return spots;
  const rowsAt = ({ interpreter }: (typeof spots)[number]) =>
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
  input: ValueInput,
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
      const score = pointOf(interpreter.range(expression));
      return problems === 0 ? score : undefined;
    },
  };
}
