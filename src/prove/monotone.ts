// Scores that fall in one place and rise in another as one figure grows: found by running through that
// figure while everything else stays as it is, exactly, department by department. What is found is
// certain; a rule of which nothing is found may still not be monotone.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Given } from '../diagnostics/coverage-facts.ts';
import type { Related } from '../diagnostics/diagnostic.ts';
import type { MonotoneFacts, Standing } from '../diagnostics/monotone-messages.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import { limitedExpression, ruleExpression } from '../interpret/rule-expression.ts';
import { within } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Item, NotMonotone, Rule, ValueInput } from '../model/framework.ts';
import { formatApproximate } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import { dateValue, numberValue } from '../types/value.ts';
import type { Value } from '../types/value.ts';
import { pointOf } from '../types/range.ts';
import { usualValues } from './candidates.ts';
import type { Course, Spot } from './course.ts';
import { courseOf } from './course.ts';
import { ascending, plainFigures, scaleOf, turningFigures } from './figures-of.ts';
import { readingOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { showFigure, showValue } from './show.ts';
import type { Finding, Study } from './study.ts';
import type { Fired } from './target-band.ts';
import { firedRows, isStatedPeak } from './target-band.ts';
import type { Comparison } from './thresholds.ts';
import { comparisonsIn, isFigure } from './thresholds.ts';
import { trials } from './witness.ts';

/** How many ways of holding everything else still are tried for each figure. */
const MOST_BASES = 6;
/** How many figures are tried for each of those. */
const MOST_SPOTS = 60;

/** Something whose score can rise and fall. */
interface Subject {
  readonly name: string;
  /** Before rounding and strikes: neither turns a score around. */
  readonly score: Expression;
  readonly rule: Rule | undefined;
  readonly notMonotone: NotMonotone | undefined;
  readonly span: Span;
}

/** Where an item's score both rises and falls, unless its rule says that this is meant. */
export function monotoneFindings(study: Study, item: Item): Finding[] {
  const { name, rule, notMonotone, caps } = item;
  if (rule.kind === 'judged' && !notMonotone) return [];
  const score = limitedExpression(ruleExpression(item), caps, undefined);
  return courseFindings(study, { name, score, rule, notMonotone, span: rule.span });
}

/** Where a score both rises and falls as one figure grows. */
function courseFindings(study: Study, subject: Subject): Finding[] {
  const { notMonotone, name } = subject;
  const reading = readingOf([subject.score], study.framework.lets);
  const comparisons = comparisonsIn(subject.score, study.framework.lets);
  let found: Found | undefined;
  for (const input of growingInputs(study, subject.score, reading)) {
    found = findCourse(study, subject, input, reading, comparisons);
    if (found && (notMonotone || !found.isStated)) break;
  }
  if (notMonotone)
    return found
      ? []
      : [
          {
            key: `not-monotone ${notMonotone.span.file} ${notMonotone.span.start}`,
            quantifier: 'every',
            say: () => diagnose('not-monotone-never-acts', notMonotone.span, { name }),
          },
        ];
  if (!found || found.isStated) return [];
  const { facts, related } = wordsOf(study, subject, found);
  return [
    {
      key: `monotone ${subject.span.file} ${subject.span.start}`,
      quantifier: 'some',
      say: (under) =>
        diagnose('score-not-monotone', subject.span, { ...facts, under }, { related }),
    },
  ];
}

/** The inputs that a score reads and that grow: figures and dates, but no date read by its month. */
function growingInputs(study: Study, score: Expression, reading: Reading): ValueInput[] {
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
    return input?.kind === 'value' && isFigure(input.type) && !recurring.has(name) ? [input] : [];
  });
}

interface Found {
  readonly input: ValueInput;
  readonly course: Course;
  readonly others: ReadonlyMap<string, Value>;
  /** The peak is a target that the rule states: it may fall on both sides. */
  readonly isStated: boolean;
}

function findCourse(
  study: Study,
  subject: Subject,
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
    const course = courseAlong(study, subject, input, others, turning);
    if (!course) continue;
    const peak = course.peak && departmentAt(study, input, others, course.peak.at)?.interpreter;
    const isStated =
      peak !== undefined &&
      isStatedPeak(
        subject.rule,
        subject.score,
        firedRows(subject.score, peak, lets),
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
  subject: Subject,
  input: ValueInput,
  others: ReadonlyMap<string, Value>,
  turning: readonly Comparison[],
): Course | undefined {
  const scale = scaleOf(input);
  const [usual] = usualValues(
    input,
    readingOf([subject.score], study.framework.lets),
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
    const score = department?.score(subject.score);
    return department && score ? [{ at, score, interpreter: department.interpreter }] : [];
  });
  if (!courseOf(spots)) return undefined;
  // A row for one figure, such as a plan of 0, is an exception and no part of the course.
  const { lets } = study.framework;
  return courseOf(
    spots.filter(
      ({ interpreter }) =>
        !firedRows(subject.score, interpreter, lets).some((fired) =>
          isException(fired, input.name, lets),
        ),
    ),
  );
}

function key({ n, d }: Rational): string {
  return `${n}/${d}`;
}

function isException({ row }: Fired, input: string, lets: Framework['lets']): boolean {
  if (!row || !('condition' in row)) return false;
  const { condition } = row;
  return (
    condition.kind === 'compare' &&
    condition.operator === '=' &&
    [condition.left, condition.right].some((side) => side.kind === 'constant') &&
    readingOf([condition], lets).inputs.has(input)
  );
}

interface Department {
  readonly at: Rational;
  readonly interpreter: Interpreter;
  /** The exact score; undefined where it cannot be worked out. */
  readonly score: (expression: Expression) => Rational | undefined;
}

function departmentAt(
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
  return interpreter && {
    at,
    interpreter,
    score: (expression) => {
      problems = 0;
      const score = pointOf(interpreter.range(expression));
      return problems === 0 ? score : undefined;
    },
  };
}

function wordsOf(
  study: Study,
  subject: Subject,
  { input, course, others }: Found,
): { readonly facts: Omit<MonotoneFacts, 'under'>; readonly related: readonly Related[] } {
  const { change, contrast } = course;
  const shown = (spots: readonly Spot[]) => standings(spots, input);
  const [from, to] = shown([change.from, change.to]);
  const [contrastFrom, contrastTo] = shown([contrast.from, contrast.to]);
  if (!from || !to || !contrastFrom || !contrastTo) throw new Error('a change has two ends');
  const rowsAt = ({ at }: Spot) => {
    const interpreter = departmentAt(study, input, others, at)?.interpreter;
    return interpreter ? firedRows(subject.score, interpreter, study.framework.lets) : [];
  };
  const before = rowsAt(change.from);
  const after = rowsAt(change.to);
  const turned = before.flatMap((row) => {
    const other = after.find(({ list }) => list === row.list);
    return other && other.number !== row.number ? [{ row, other }] : [];
  })[0];
  const related = turned
    ? [relatedRow(turned.row, input.name, from), relatedRow(turned.other, input.name, to)]
    : [];
  return {
    facts: {
      name: subject.name,
      figure: input.name,
      others: givensOf(study, others),
      rarer: course.rarer,
      from,
      to,
      contrast: { from: contrastFrom, to: contrastTo },
      rows: turned && { before: rowName(turned.row), after: rowName(turned.other) },
    },
    related,
  };
}

function standings(spots: readonly Spot[], { type }: ValueInput): Standing[] {
  return spots.map(({ at, score }) => ({
    figure: showFigure(at, type),
    score: scoreText(score, spots),
  }));
}

// As many decimals as it takes to tell the scores apart.
function scoreText(score: Rational, spots: readonly Spot[]): string {
  for (let decimals = 4; decimals < 40; decimals += 4) {
    const texts = spots.map((spot) => formatApproximate(spot.score, decimals));
    if (new Set(texts).size === texts.length) return formatApproximate(score, decimals);
  }
  return formatApproximate(score, 40);
}

function rowName({ row, number }: Fired): number | 'otherwise' {
  return row ? number : 'otherwise';
}

function relatedRow({ list, row }: Fired, name: string, { figure }: Standing): Related {
  const span = row?.span ?? list.otherwise?.span ?? list.span;
  return {
    span,
    note: { en: `applies where ${name} = ${figure}`, zh: `${name} = ${figure} 时用这一行` },
  };
}

function givensOf(study: Study, others: ReadonlyMap<string, Value>): Given[] {
  return [...others].flatMap(([name, value]) => {
    const input = study.inputs.get(name);
    return input?.kind === 'value' ? [{ name, value: showValue(value, input.type) }] : [];
  });
}
