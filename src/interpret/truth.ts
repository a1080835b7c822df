// Three-valued truth: comparisons, membership and logic on values that may be known in part.
import type { ComparisonOperator, Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { compareExactly } from '../types/enclosure.ts';
import type { Range } from '../types/range.ts';
import { contains, pointOf } from '../types/range.ts';
import type { BooleanValue, ListValue, Value } from '../types/value.ts';
import { FALSE, TRUE, UNDECIDED, booleanValue } from '../types/value.ts';
import { canBeZero, rangeOfForm } from './bounds.ts';
import { subtractForms } from './linear-form.ts';
import { compareRanked, rankingOf } from './ranked.ts';
import type { World } from './world.ts';
import { quietly } from './world.ts';

type Compare = Extract<Expression, { kind: 'compare' }>;
type Member = Extract<Expression, { kind: 'member' }>;
type Logic = Extract<Expression, { kind: 'logic' }>;

/** The operator that holds exactly when the given one does not. */
export const OPPOSITE: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

export function not(value: BooleanValue): BooleanValue {
  if (value.canBeTrue && value.canBeFalse) return value;
  return value.canBeTrue ? FALSE : TRUE;
}

export function compareTruth(compare: Compare, world: World): BooleanValue {
  const { operator, left, right } = compare;
  const { session } = world;
  return comparisonTruth(operator, left, session.value(left, world), right, world);
}

/** How a value compares with another expression, where its own value is at hand. */
export function comparisonTruth(
  operator: ComparisonOperator,
  left: Expression,
  leftValue: Value,
  right: Expression,
  world: World,
): BooleanValue {
  const rightValue = world.session.value(right, world);
  const ranking = rankingOf(left, right);
  const isOrder = operator !== '=' && operator !== '!=';
  if (isOrder && ranking && leftValue.kind === 'enumeration' && rightValue.kind === 'enumeration')
    return compareRanked(operator, leftValue.possible, rightValue.possible, ranking);
  const direct = compareValues(operator, leftValue, rightValue);
  if (direct.canBeTrue !== direct.canBeFalse) return direct;
  return quietly(world.session, () => {
    if (leftValue.kind === 'number' || leftValue.kind === 'date')
      return compareForms(operator, left, right, world);
    const { structureOf } = world.session.atoms();
    if (structureOf(left) === structureOf(right)) return booleanValue(operator === '=');
    return equalityFact(operator, left, right, world) ?? UNDECIDED;
  });
}

/** Compares two values by themselves, whatever ties them to each other. */
function compareValues(operator: ComparisonOperator, left: Value, right: Value): BooleanValue {
  if (left.kind === 'number' || left.kind === 'date') {
    if (right.kind !== left.kind)
      throw new Error(`a ${left.kind} was compared with a ${right.kind}`);
    return compareRanges(operator, left.range, right.range);
  }
  const equal = equalValues(left, right);
  return operator === '!=' ? not(equal) : equal;
}

function equalValues(left: Value, right: Value): BooleanValue {
  if (left.kind === 'enumeration' && right.kind === 'enumeration') {
    if (![...left.possible].some((value) => right.possible.has(value))) return FALSE;
    return left.possible.size === 1 && right.possible.size === 1 ? TRUE : UNDECIDED;
  }
  if (left.kind === 'boolean' && right.kind === 'boolean') {
    if (left.canBeTrue === left.canBeFalse || right.canBeTrue === right.canBeFalse)
      return UNDECIDED;
    return booleanValue(left.canBeTrue === right.canBeTrue);
  }
  if (left.kind === 'list' && right.kind === 'list') return equalLists(left, right);
  const [a, b] = [writtenText(left), writtenText(right)];
  return a === undefined || b === undefined ? UNDECIDED : booleanValue(a === b);
}

// Whether rows that give lists give the same one.
function equalLists(left: ListValue, right: ListValue): BooleanValue {
  if (left.further || right.further) return UNDECIDED;
  if (left.entries.length !== right.entries.length) return FALSE;
  const pairs = left.entries.map((entry, index) =>
    compareValues('=', entry, right.entries[index] ?? entry),
  );
  if (pairs.some((pair) => !pair.canBeTrue)) return FALSE;
  return pairs.some((pair) => pair.canBeFalse) ? UNDECIDED : TRUE;
}

function writtenText(value: Value): string | undefined {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'target':
      return value.target?.text;
    case 'actual':
      return value.actual?.text;
    default:
      throw new Error(`a ${value.kind} cannot be compared`);
  }
}

function compareRanges(operator: ComparisonOperator, left: Range, right: Range): BooleanValue {
  const [a, b] = [pointOf(left), pointOf(right)];
  if (a && b) return booleanValue(holds(operator, Q.compare(a, b)));
  const order = compareExactly(left, right);
  if (order !== undefined) return booleanValue(holds(operator, order));
  switch (operator) {
    case '=':
      return canBeEqual(left, right, a, b) ? UNDECIDED : FALSE;
    case '!=':
      return canBeEqual(left, right, a, b) ? UNDECIDED : TRUE;
    case '<':
      return isBelow(left, right, true) ? TRUE : isBelow(right, left, false) ? FALSE : UNDECIDED;
    case '<=':
      return isBelow(left, right, false) ? TRUE : isBelow(right, left, true) ? FALSE : UNDECIDED;
    case '>':
      return compareRanges('<', right, left);
    case '>=':
      return compareRanges('<=', right, left);
    default:
      return operator satisfies never;
  }
}

/** Whether an operator holds of two figures that lie so to each other. */
export function holds(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return operator satisfies never;
  }
}

// Every member of `a` is below (or equal to) every member of `b`.
function isBelow(a: Range, b: Range, strictly: boolean): boolean {
  if (a.high === undefined || b.low === undefined) return false;
  const order = Q.compare(a.high.value, b.low.value);
  return order < 0 || (order === 0 && (!strictly || a.high.open || b.low.open));
}

function canBeEqual(
  left: Range,
  right: Range,
  a: Rational | undefined,
  b: Rational | undefined,
): boolean {
  if (a) return contains(right, a);
  if (b) return contains(left, b);
  return !isBelow(left, right, true) && !isBelow(right, left, true);
}

function compareForms(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  world: World,
): BooleanValue {
  const { formOf } = world.session.atoms();
  const form = subtractForms(formOf(left), formOf(right));
  const range = rangeOfForm(form, world);
  const zero: Range = {
    low: { value: Q.ZERO, open: false },
    high: { value: Q.ZERO, open: false },
    integer: true,
  };
  const truth = compareRanges(operator, range, zero);
  if (truth.canBeTrue !== truth.canBeFalse) return truth;
  const isEquality = operator === '=' || operator === '!=';
  return isEquality && !canBeZero(form, world) ? booleanValue(operator === '!=') : truth;
}

/** The number under which facts about the equality of two expressions are kept. */
export function equalityKey(left: Expression, right: Expression, world: World): number {
  const atoms = world.session.atoms();
  const swapped = atoms.structureOf(left) > atoms.structureOf(right);
  const [first, second] = swapped ? [right, left] : [left, right];
  const type = { kind: 'boolean' } as const;
  return atoms.structureOf({
    kind: 'compare',
    operator: '=',
    left: first,
    right: second,
    type,
    span: left.span,
  });
}

function equalityFact(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  world: World,
): BooleanValue | undefined {
  if (world.facts.truths.size === 0) return undefined;
  const equal = world.facts.truths.get(equalityKey(left, right, world));
  return equal === undefined ? undefined : booleanValue(operator === '!=' ? !equal : equal);
}

export function memberTruth(member: Member, world: World): BooleanValue {
  const value = world.session.value(member.of, world);
  if (value.kind === 'enumeration') {
    const among = new Set(
      member.among.flatMap((choice) => {
        const known = world.session.value(choice, world);
        return known.kind === 'enumeration' && known.possible.size === 1 ? [...known.possible] : [];
      }),
    );
    if ([...value.possible].every((possible) => among.has(possible))) return TRUE;
  }
  let result: BooleanValue = FALSE;
  for (const choice of member.among) {
    const equal = comparisonTruth('=', member.of, value, choice, world);
    if (!equal.canBeFalse) return TRUE;
    if (equal.canBeTrue) result = UNDECIDED;
  }
  return result;
}

// The right side is looked at only where the left leaves it to decide, and knowing that.
export function logicTruth(logic: Logic, world: World): BooleanValue {
  const { session } = world;
  const isOr = logic.operator === 'or';
  const left = session.truth(logic.left, world);
  const decided = isOr ? !left.canBeFalse : !left.canBeTrue;
  if (decided) return left;
  if (left.canBeTrue !== left.canBeFalse) return session.truth(logic.right, world);
  const worlds = session.assuming(logic.left, !isOr, world);
  const right = { canBeTrue: false, canBeFalse: false };
  for (const open of worlds.length > 0 ? worlds : [world]) {
    const truth = session.truth(logic.right, open);
    right.canBeTrue ||= truth.canBeTrue;
    right.canBeFalse ||= truth.canBeFalse;
  }
  if (isOr) return right.canBeFalse ? UNDECIDED : TRUE;
  return right.canBeTrue ? UNDECIDED : FALSE;
}
