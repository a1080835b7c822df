// Calls of built-in functions in a query.
import { chosenNode } from './choice.ts';
import type { Expression } from '../../model/expression.ts';
import { rational } from '../../number/rational.ts';
import { isRanking } from '../../types/type.ts';
import { compareFigures } from './decide.ts';
import { roundFigure } from './rounding.ts';
import type { Figure } from './figure.ts';
import { constant, extreme, minus, negated, over, times } from './figure.ts';
import type { Meaning, Scope } from './meaning.ts';
import { figureOf, placeFigure, wordOf } from './meaning.ts';
import { ratioOf } from './ratio.ts';
import { settled } from './sheet.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { boundsOf, columnWhole, wholeNode } from './whole.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** What a call gives. */
export function callMeaning(call: Call, scope: Scope): Meaning {
  const { sheet } = scope;
  const { builtin } = call;
  const figure = (made: Figure): Meaning => ({ kind: 'figure', figure: made });
  const arguments_ = () => call.arguments.map((argument) => figureOf(argument, scope));
  switch (builtin) {
    case 'min':
    case 'max': {
      if (isRanking(call.type)) {
        const words = call.arguments.map((argument) => wordOf(argument, scope));
        return { kind: 'word', node: extremeWord(sheet, builtin, words, call.type.values) };
      }
      return figure(arguments_().reduce((a, b) => extreme(builtin, a, b)));
    }
    case 'abs': {
      const [of = constant(rational(0))] = arguments_();
      return figure(isNeverNegative(sheet, of) ? of : extreme('max', of, negated(of)));
    }
    case 'floor':
    case 'ceiling': {
      const [of = constant(rational(0))] = arguments_();
      return figure(wholeFigure(sheet, of, builtin));
    }
    case 'growth': {
      const [now = constant(rational(0)), before = constant(rational(1))] = arguments_();
      return figure(minus(over(now, before), constant(rational(1))));
    }
    case 'power': {
      const [of = constant(rational(1)), exponent] = arguments_();
      const times_ = exponent?.kind === 'constant' ? Number(exponent.value.n) : 1;
      return figure(powerFigure(of, times_));
    }
    case 'year':
    case 'month': {
      const [of = constant(rational(0))] = arguments_();
      return figure(calendarFigure(sheet, builtin, of));
    }
    case 'root':
      return scope.refuse(call, 'root');
    case 'met':
    case 'decided':
    case 'achievement':
      return scope.refuse(call, 'target');
    default:
      return builtin satisfies never;
  }
}

function isNeverNegative(sheet: Sheet, figure: Figure): boolean {
  const ratio = ratioOf(sheet, figure);
  return ratio !== undefined && boundsOf(ratio.n)[0] >= 0n;
}

// Below 0, cutting towards −∞ is cutting away from 0.
function wholeFigure(sheet: Sheet, figure: Figure, name: 'floor' | 'ceiling'): Figure {
  const [above, below] = name === 'floor' ? (['down', 'up'] as const) : (['up', 'down'] as const);
  const rounded = (mode: 'up' | 'down') => roundFigure(sheet, figure, { step: rational(1), mode });
  if (isNeverNegative(sheet, figure)) return rounded(above);
  const when = compareFigures(sheet, '<', figure, constant(rational(0)));
  return { kind: 'chosen', rows: [{ when, figure: rounded(below) }], otherwise: rounded(above) };
}

function powerFigure(figure: Figure, exponent: number): Figure {
  const one = constant(rational(1));
  if (exponent < 0) return over(one, powerFigure(figure, -exponent));
  return Array.from({ length: exponent }, () => figure).reduce(times, one);
}

function calendarFigure(sheet: Sheet, part: 'year' | 'month', day: Figure): Figure {
  const ratio = ratioOf(sheet, day);
  const node = ratio ? wholeNode(sheet, ratio.n, 'double') : sheet.make('null', 'double', []);
  const made = sheet.make(part, 'double', [node]);
  const [low, high] = part === 'year' ? [-9999n, 9999n] : [1n, 12n];
  return { kind: 'steps', whole: columnWhole(made, low, high), step: rational(1) };
}

/** The worst or the best of some words. */
export function extremeWord(
  sheet: Sheet,
  name: 'min' | 'max',
  words: readonly SqlNode[],
  values: readonly string[],
): SqlNode {
  // The worst word stands last.
  const operator = name === 'min' ? '>=' : '<=';
  return words.reduce((a, b) => {
    const [x, y] = [placeFigure(sheet, a, values), placeFigure(sheet, b, values)];
    const when = compareFigures(sheet, operator, x, y);
    if (settled(when) !== undefined) return settled(when) ? a : b;
    return chosenNode(sheet, [{ when, value: a }], b);
  });
}
