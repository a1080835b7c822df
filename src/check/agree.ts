// Whether figures go together. Like dimensions do, whatever their scale; 0 goes with everything; a
// plain figure written out goes with counts and with points, because it is their own word's number.
// Everything else is an error that shows where the unit is missing.
import type { Expression } from '../model/expression.ts';
import { constantOf } from '../model/expression.ts';
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import { joinSpans } from '../text/span.ts';
import type { ListType, Type } from '../types/type.ts';
import { ERROR, comparable, isRanking, sameRanking } from '../types/type.ts';
import type { Unit } from '../types/unit.ts';
import { MONEY_UNITS, isCount, isPlain, isScore, sameDimensions } from '../types/unit.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { visibleNames } from './scope.ts';
import { appendFix } from './suggest.ts';
import type { Typing } from './typing.ts';

/** Two figures in one unit. */
export interface Agreement {
  readonly left: Expression;
  readonly right: Expression;
  readonly unit: Unit;
}

/** Brings two numbers to one unit; undefined after saying why that cannot be. */
export function agree(typing: Typing, left: Expression, right: Expression): Agreement | undefined {
  if (left.type.kind !== 'number' || right.type.kind !== 'number') return undefined;
  const [a, b] = [left.type.unit, right.type.unit];
  if (sameDimensions(a, b)) {
    warnOfPercent(typing, left, right);
    warnOfPercent(typing, right, left);
    return { left, right, unit: isPlainLiteral(left) ? b : a };
  }
  if (mayTake(typing, left, b)) return { left: withUnit(left, b), right, unit: b };
  if (mayTake(typing, right, a)) return { left, right: withUnit(right, a), unit: a };
  // Points for each of several things are still points.
  if (isPoints(a) && isPoints(b)) return { left, right, unit: a };
  sayUnitsDiffer(typing, left, right);
  return undefined;
}

/** The figure's own unit given up for another one. */
function withUnit(expression: Expression, unit: Unit): Expression {
  return expression.type.kind === 'number'
    ? { ...expression, type: { ...expression.type, unit } }
    : expression;
}

function isPlainLiteral(expression: Expression): boolean {
  return (
    expression.kind === 'constant' &&
    expression.type.kind === 'number' &&
    expression.type.unit.label === ''
  );
}

// `60% * 20`: worked out from figures alone, one of which has no unit of its own.
function isWrittenOut(expression: Expression): boolean {
  const parts = (part: Expression): Expression[] => {
    if (part.kind === 'arithmetic') return [...parts(part.left), ...parts(part.right)];
    return part.kind === 'negate' ? parts(part.operand) : [part];
  };
  const figures = parts(expression);
  return figures.every((part) => part.kind === 'constant') && figures.some(isPlainLiteral);
}

function mayTake(typing: Typing, expression: Expression, unit: Unit): boolean {
  if (expression.kind === 'arithmetic' && expression.type.kind === 'number')
    return isPlain(expression.type.unit) && isPoints(unit) && isWrittenOut(expression);
  if (expression.kind !== 'constant' || expression.type.kind !== 'number') return false;
  const figure = constantOf(expression);
  if (figure === undefined || !isPlain(expression.type.unit)) return false;
  if (Q.signOf(figure) === 0) return true;
  if (!isPlainLiteral(expression)) return false;
  return isPoints(unit) || isCounted(typing, unit);
}

function isPoints(unit: Unit): boolean {
  return !isPlain(unit) && isScore(unit);
}

function isCounted(typing: Typing, unit: Unit): boolean {
  return (
    !isPlain(unit) &&
    isCount(unit) &&
    [...unit.dimensions.keys()].every((word) => !typing.measures.has(word))
  );
}

function sayUnitsDiffer(typing: Typing, left: Expression, right: Expression): void {
  const facts = { left: left.type, right: right.type };
  const literal = isPlainLiteral(right) ? right : isPlainLiteral(left) ? left : undefined;
  if (!literal) {
    const figures = pointFigures(left, right);
    const points = figures.map((figure) => (figure.kind === 'constant' ? figure.text : ''));
    const fix = figures.length > 0 ? pointsFix(typing, figures) : undefined;
    typing.report.say(
      'units-differ',
      joinSpans(left.span, right.span),
      { ...facts, points },
      { fix },
    );
    return;
  }
  const word = unitWord(literal === left ? right : left);
  const fix = word === undefined ? undefined : appendFix(literal.span, ` ${word}`);
  typing.report.say('units-differ', literal.span, facts, { fix });
}

// `满分 - 次数 * 0.3`: the factors that would have to be points for the two to go together.
function pointFigures(left: Expression, right: Expression): readonly Expression[] {
  const found = [left, right].map((side) => {
    if (side.type.kind !== 'number') return undefined;
    if (isPoints(side.type.unit)) return [];
    const [only, ...others] = isCount(side.type.unit) ? plainFactors(side) : [];
    return only && others.length === 0 ? [only] : undefined;
  });
  return found.every((figures) => figures !== undefined) ? found.flat() : [];
}

// The plain figures by which a product multiplies.
function plainFactors(side: Expression): readonly Expression[] {
  if (side.kind === 'negate') return plainFactors(side.operand);
  if (side.kind !== 'arithmetic') return isPlainLiteral(side) ? [side] : [];
  if (side.operator === '*') return [...plainFactors(side.left), ...plainFactors(side.right)];
  return side.operator === '/' ? plainFactors(side.left) : [];
}

function pointsFix({ scope }: Typing, figures: readonly Expression[]): Fix {
  const isChinese = visibleNames(scope).some((name) => /\p{Script=Han}/u.test(name));
  const word = isChinese ? ' 分' : ' points';
  return {
    title: { en: 'Make them points', zh: '写成分数' },
    edits: figures.map(({ span: { file, end } }) => ({
      span: { file, start: end, end },
      text: word,
    })),
  };
}

/** The word that may be written behind a figure of this unit; compound units have none. */
function unitWord({ type }: Expression): string | undefined {
  if (type.kind !== 'number') return undefined;
  const { dimensions, label } = type.unit;
  const single = dimensions.size === 1 && [...dimensions.values()][0] === 1;
  return single && (MONEY_UNITS.has(label) || dimensions.has(label)) ? label : undefined;
}

// 90 beside a percentage is 9000 %, which nobody means.
function warnOfPercent(typing: Typing, percentage: Expression, literal: Expression): void {
  if (percentage.type.kind !== 'number') return;
  const most =
    percentage.type.unit.label === '%' ? Q.ONE : isShare(percentage) ? MANIFOLD : undefined;
  const figure = isPlainLiteral(literal) ? constantOf(literal) : undefined;
  if (!most || figure === undefined || Q.compare(Q.absolute(figure), most) <= 0) return;
  const fix = appendFix(literal.span, '%');
  typing.report.say('percent-sign-missing', literal.span, { figure: formatExact(figure) }, { fix });
}

/** One amount may well be some times another of its kind; more than this is a forgotten sign. */
const MANIFOLD = Q.rational(4n);

// `编外 / 在职`, or a definition that calls itself a rate: either may be compared with plain figures.
function isShare(side: Expression): boolean {
  if (side.type.kind !== 'number' || !isPlain(side.type.unit) || isPlainLiteral(side)) return false;
  if (side.kind === 'let') return /(?:率|比例|比重|占比|进度)$/.test(side.name);
  if (side.kind !== 'arithmetic' || side.operator !== '/') return false;
  // `支出 / 50 万元` counts steps.
  if (side.right.kind === 'constant') return false;
  return [side.left, side.right].every(({ type }) => type.kind === 'number' && !isPlain(type.unit));
}

/** Several values that take each other's place, with the one type they have together. */
export interface Joined {
  readonly values: readonly Expression[];
  readonly type: Type;
}

/** Brings the rows of a table, the entries of a list or the arguments of `min` to one type. */
export function joinAll(typing: Typing, values: readonly Expression[]): Joined {
  const sound = values.filter(({ type }) => type.kind !== 'error');
  const model = sound.find((value) => !isPlainLiteral(value)) ?? sound[0];
  if (!model) return { values, type: ERROR };
  let { type } = model;
  const joined = values.map((value) => {
    if (value === model || value.type.kind === 'error') return value;
    const pair = joinPair(typing, { ...model, type }, value);
    if (!pair) return value;
    type = pair.type;
    return pair.value;
  });
  return { values: joined, type };
}

function joinPair(
  typing: Typing,
  model: Expression,
  value: Expression,
): { readonly value: Expression; readonly type: Type } | undefined {
  const [a, b] = [model.type, value.type];
  if (a.kind === 'number' && b.kind === 'number') {
    const agreement = agree(typing, model, value);
    if (!agreement) return undefined;
    return {
      value: agreement.right,
      type: { kind: 'number', unit: agreement.unit, integer: a.integer && b.integer },
    };
  }
  if (isRanking(a) && isRanking(b) && sameRanking(a, b)) return { value, type: a };
  if (a.kind === 'enumeration' && b.kind === 'enumeration')
    return {
      value,
      type: { kind: 'enumeration', values: [...new Set([...a.values, ...b.values])] },
    };
  if (a.kind === 'list' && b.kind === 'list') {
    // Standard values by industry: lists of like entries take each other's place.
    const pair = joinPair(typing, { ...model, type: a.of }, { ...value, type: b.of });
    const [least, most] = [Math.min(a.least, b.least), mostOf(a, b)];
    return pair && { value, type: { kind: 'list', of: pair.type, least, most } };
  }
  if (comparable(a, b)) return { value, type: a };
  typing.report.say('types-differ', value.span, { left: a, right: b });
  return undefined;
}

function mostOf(a: ListType, b: ListType): number | undefined {
  return a.most === undefined || b.most === undefined ? undefined : Math.max(a.most, b.most);
}
