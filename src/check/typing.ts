// What typing an expression needs besides the expression, and the small judgements that every part
// of it makes: is this a condition, a number, a score, a fixed figure?
import { isScore } from '../types/unit.ts';
import type { Type } from '../types/type.ts';
import { ERROR } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { unknownOf } from '../types/value.ts';
import type { Rational } from '../number/rational.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { ConstantRole } from '../diagnostics/typing-messages.ts';
import type { StatementWord } from '../diagnostics/words.ts';
import type { Span } from '../text/span.ts';
import type { Expression } from '../model/expression.ts';
import type * as Syntax from '../syntax/tree.ts';
import { pointOf } from '../types/range.ts';
import type { Report } from './report.ts';
import type { Scope } from './scope.ts';
import type { ScoredPlaces } from './type-score.ts';

/** What the place of an expression asks for; a type also says what a bare enumeration value means. */
export type Expected = Type | 'score' | undefined;

/** What is the same for all expressions of one ruleset. */
export interface Ground {
  readonly report: Report;
  /** Groups, indicators and items by name, to tell who names one without `score of`. */
  readonly nodes: ReadonlyMap<string, StatementWord>;
  /** What `score of` can mean. */
  readonly scored: ScoredPlaces;
  /** Words declared by `number in …`: unlike counts, their figures always say their unit. */
  readonly measures: ReadonlySet<string>;
  readonly meter: Meter;
  /** The value of an expression that depends on no input and no option. */
  readonly constant: (expression: Expression) => Value | undefined;
  /** Whether the value of an expression moves with a department's data. */
  readonly readsData: (expression: Expression) => boolean;
}

/** How deep calculations hang on one another: where typing is now, and the deepest it has been. */
export interface Meter {
  depth: number;
  peak: number;
}

/** Deeper than any sensible rule, and far from the end of anyone's call stack. */
export const DEEPEST = 500;

/** Typing in one scope. */
export interface Typing extends Ground {
  readonly scope: Scope;
  readonly type: (expression: Syntax.Expression, expected?: Expected) => Expression;
  readonly within: (scope: Scope) => Typing;
}

/** Stands for an expression with a mistake that has been said; agrees with everything. */
export function mistake(span: Span): Expression {
  return { kind: 'constant', type: ERROR, value: unknownOf(ERROR), text: '', span };
}

/** Types an expression that must be true or false. */
export function typeCondition(typing: Typing, expression: Syntax.Expression): Expression {
  const loose = comparedInside(expression);
  if (loose) {
    typing.report.say('comparison-inside-where', expression.span, {}, { fix: loose });
    return mistake(expression.span);
  }
  const typed = typing.type(expression);
  if (typed.type.kind === 'boolean' || typed.type.kind === 'error') return typed;
  typing.report.say('not-a-condition', typed.span, { found: typed.type });
  return mistake(typed.span);
}

// `count of L where C = 0`: the filter has taken the comparison that was meant for the count.
function comparedInside(expression: Syntax.Expression): Fix | undefined {
  if (expression.kind !== 'aggregate' || expression.where?.kind !== 'comparison') return undefined;
  const { function: word, where, span } = expression;
  if (word === 'all' || word === 'any') return undefined;
  const before = where.links.at(-2)?.operand ?? where.first;
  const place = (at: number) => ({ file: span.file, start: at, end: at });
  return {
    title: { en: 'Put what is counted in parentheses', zh: '把被比较的部分放进括号' },
    edits: [
      { span: place(span.start), text: '(' },
      { span: place(before.span.end), text: ')' },
    ],
  };
}

/** Says so unless the typed expression is a number; false for mistakes too. */
export function isNumeric(typing: Typing, typed: Expression): boolean {
  if (typed.type.kind === 'number') return true;
  if (typed.type.kind !== 'error')
    typing.report.say('not-a-number', typed.span, { found: typed.type });
  return false;
}

/** Types an expression that must be points or a plain number, row by row where it has rows. */
export function typeScore(typing: Typing, expression: Syntax.Expression): Expression {
  const typed = typing.type(expression, 'score');
  const { type } = typed;
  if (type.kind === 'error' || (type.kind === 'number' && isScore(type.unit))) return typed;
  typing.report.say('not-a-score', typed.span, { found: type });
  return mistake(typed.span);
}

/** The figure of a typed expression that must be fixed; undefined when it is not. */
export function fixedFigure(
  typing: Typing,
  typed: Expression,
  role: ConstantRole,
): Rational | undefined {
  if (typed.type.kind === 'error') return undefined;
  const value = typing.constant(typed);
  const figure =
    value?.kind === 'number' || value?.kind === 'date' ? pointOf(value.range) : undefined;
  if (figure === undefined) typing.report.say('not-constant', typed.span, { role });
  return figure;
}

/** The fixed score that an expression states, such as the points of an item. */
export function fixedScore(
  typing: Typing,
  expression: Syntax.Expression,
  role: ConstantRole,
): Rational | undefined {
  return fixedFigure(typing, typeScore(typing, expression), role);
}
