// Where the scores of a ruleset turn: every comparison, limit, table bound and rounding as a figure that
// is 0 on a threshold, or lies on a tie of its step, for one department.
import { expressionsOf } from '../../src/generate/plan/expressions.ts';
import { within } from '../../src/model/expression-parts.ts';
import type { Expression } from '../../src/model/expression.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { Rational } from '../../src/number/rational.ts';
import { divide, isInteger, rational, subtract, ONE } from '../../src/number/rational.ts';
import type { RoundingMode } from '../../src/number/rounding.ts';
import { placesOf } from '../../src/generate/plan/places.ts';
import type { Inputs } from './figure-slots.ts';
import { figuresOf } from './figure-slots.ts';
import { plainValues } from './plain-values.ts';

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

/** Measures the departments of a framework. */
export function gaugesOf(framework: Framework): (inputs: Inputs) => Gauges {
  const questions = questionsIn(framework);
  const places = [...placesOf(framework), undefined];
  const read = figuresOf(framework);
  return (inputs) => {
    const gauges = new Map<string, Gauge>();
    const { value, raw } = plainValues(framework, read(inputs));
    const figureOf = (expression: Expression): Rational | undefined => {
      const found = value(expression);
      return typeof found === 'object' ? found : undefined;
    };
    for (const [at, question] of questions.entries()) {
      const gauge = gaugeOf(question, figureOf);
      if (gauge) gauges.set(`question ${at}`, gauge);
    }
    for (const [at, place] of places.entries()) {
      const found = raw(place);
      if (!found) continue;
      for (const [side, limit] of found.limits.entries())
        gauges.set(`limit ${at} ${side}`, distance(found.before, limit));
      const { rounding, limited } = found;
      if (rounding)
        gauges.set(`rounding ${at}`, {
          turns: turnsOf(rounding.mode),
          figure: divide(limited, rounding.step),
        });
    }
    const total = raw(undefined);
    for (const { name, from } of framework.grades)
      if (total) gauges.set(`grade ${name}`, distance(total.score, from));
    return gauges;
  };
}

function distance(a: Rational, b: Rational): Gauge {
  return { turns: 'threshold', figure: subtract(a, b) };
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
    ('left' in question ? [question.left, question.right] : [question.of]).every(isFigure),
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
