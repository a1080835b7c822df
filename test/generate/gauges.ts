// Where the scores of a ruleset turn: every comparison, limit, table bound and rounding as a figure that
// is 0 on a threshold, or lies on a tie of its step, worked out by the reference for one department.
import { createEvaluator } from '../../src/evaluate/evaluate.ts';
import type { Department } from '../../src/input/department.ts';
import { expressionsOf } from '../../src/generate/plan/expressions.ts';
import { within } from '../../src/model/expression-parts.ts';
import type { Expression } from '../../src/model/expression.ts';
import type { Framework, Output } from '../../src/model/framework.ts';
import type { NodeScore, ScoreSheet, Step } from '../../src/model/sheet.ts';
import type { Rational } from '../../src/number/rational.ts';
import { divide, isInteger, rational, subtract, ONE } from '../../src/number/rational.ts';
import type { RoundingMode } from '../../src/number/rounding.ts';
import type { Range } from '../../src/types/range.ts';
import { pointOf } from '../../src/types/range.ts';

export interface Gauge {
  /** `threshold`: it turns at 0; `half`, `whole`: between, or at, whole numbers. */
  readonly turns: 'threshold' | 'half' | 'whole';
  readonly figure: Rational;
}

/** All gauges of a department, by where they stand. */
export type Gauges = ReadonlyMap<string, Gauge>;

const HALF = rational(1, 2);

/** Whether a figure sits on a turn exactly. */
export function isOnTurn({ turns, figure }: Gauge): boolean {
  if (turns === 'threshold') return figure.n === 0n;
  return isInteger(turns === 'whole' ? figure : subtract(figure, HALF));
}

function turnsOf(mode: RoundingMode): Gauge['turns'] {
  return mode === 'up' || mode === 'down' ? 'whole' : 'half';
}

/** Two figures that are compared, or one that is rounded to a step. */
type Question =
  | { readonly left: Expression; readonly right: Expression }
  | { readonly of: Expression; readonly step: Rational; readonly turns: Gauge['turns'] };

// What stands for something else in each member of a list or a cohort has no value by itself.
const INSIDE = new Set<Expression['kind']>(['own', 'cohort', 'rank', 'parts', 'standing']);

// A department that is compared with itself alone.
const ALONE = { cohort: [] };

/** Measures the departments of a framework: what is asked is worked out as its outputs would be. */
export function gaugesOf(framework: Framework): (department: Department) => Gauges {
  const questions = questionsIn(framework);
  const asked = [
    ...new Set(questions.flatMap((each) => ('left' in each ? [each.left, each.right] : [each.of]))),
  ];
  const outputs = asked.map((value, at): Output => {
    const { span } = value;
    const id = `asked ${at}`;
    return { name: id, id, about: undefined, value, notMonotone: undefined, origins: [], span };
  });
  const evaluate = createEvaluator({ ...framework, outputs });
  return (department) => {
    const gauges = new Map<string, Gauge>();
    const sheet = evaluate(department, ALONE);
    measureSheet(sheet, framework, gauges);
    const figures = new Map<Expression, Rational>();
    for (const { output, value } of sheet.outputs) {
      const isFigure = value.kind === 'number' || value.kind === 'date';
      const figure = isFigure ? pointOf(value.range) : undefined;
      if (figure) figures.set(output.value, figure);
    }
    for (const [at, question] of questions.entries()) {
      const gauge = gaugeOf(question, (expression) => figures.get(expression));
      if (gauge) gauges.set(`question ${at}`, gauge);
    }
    return gauges;
  };
}

function gaugeOf(
  question: Question,
  figureOf: (expression: Expression) => Rational | undefined,
): Gauge | undefined {
  if ('left' in question) {
    const [left, right] = [figureOf(question.left), figureOf(question.right)];
    return left && right && { turns: 'threshold', figure: subtract(left, right) };
  }
  const figure = figureOf(question.of);
  return figure && { turns: question.turns, figure: divide(figure, question.step) };
}

function questionsIn(framework: Framework): readonly Question[] {
  const questions: Question[] = [];
  const seen = new Set<Expression>();
  for (const root of expressionsOf(framework))
    for (const part of within(root)) {
      if (seen.has(part)) continue;
      seen.add(part);
      questions.push(...questionsOf(part));
    }
  return questions.filter((question) =>
    ('left' in question ? [question.left, question.right] : [question.of]).every(
      (each) => isFigure(each) && [...within(each)].every(({ kind }) => !INSIDE.has(kind)),
    ),
  );
}

function questionsOf(expression: Expression): Question[] {
  switch (expression.kind) {
    case 'compare':
      return [{ left: expression.left, right: expression.right }];
    case 'tiers':
      return expression.rows.flatMap(({ match }) =>
        match.kind === 'bounds'
          ? match.bounds.map(({ limit }) => ({ left: expression.subject, right: limit }))
          : match.values.map((value) => ({ left: expression.subject, right: value })),
      );
    case 'round': {
      const { step, mode } = expression.rounding;
      return [{ of: expression.operand, step, turns: turnsOf(mode) }];
    }
    case 'call': {
      const [first, second] = expression.arguments;
      if (!first) return [];
      if (expression.builtin === 'floor' || expression.builtin === 'ceiling')
        return [{ of: first, step: ONE, turns: 'whole' }];
      const isExtreme = expression.builtin === 'min' || expression.builtin === 'max';
      return isExtreme && second ? [{ left: first, right: second }] : [];
    }
    default:
      return [];
  }
}

function isFigure({ type }: Expression): boolean {
  return type.kind === 'number' || type.kind === 'date';
}

function measureSheet(sheet: ScoreSheet, framework: Framework, gauges: Map<string, Gauge>): void {
  const note = (place: string, steps: readonly Step[]): void => {
    for (const step of steps) {
      const key = `${place} ${step.kind}`;
      if (step.kind === 'rounding') {
        const before = pointOf(step.before);
        if (before)
          gauges.set(key, {
            turns: turnsOf(step.rounding.mode),
            figure: divide(before, step.rounding.step),
          });
      } else if (step.kind === 'cap') noteDistance(`${key} ${step.side}`, step.before, step.limit);
    }
  };
  const noteDistance = (key: string, a: Range, b: Range): void => {
    const [left, right] = [pointOf(a), pointOf(b)];
    if (left && right) gauges.set(key, { turns: 'threshold', figure: subtract(left, right) });
  };
  const visit = (score: NodeScore): void => {
    const place = (score.kind === 'group' ? score.group : score.indicator).path.join('/');
    note(place, score.steps);
    if (score.kind === 'group') score.children.forEach(visit);
    else for (const item of score.items) note(`${place}/${item.item.name}`, item.steps);
  };
  sheet.children.forEach(visit);
  note('total', sheet.totalSteps);
  const total = pointOf(sheet.total);
  for (const { name, from } of framework.grades)
    if (total) gauges.set(`grade ${name}`, { turns: 'threshold', figure: subtract(total, from) });
}
