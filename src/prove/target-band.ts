// Peaks that a rule states in so many words: deductions on both sides of a limit, a distance from a
// figure, or a row whose condition is a band or a single figure. There a score falls on both sides
// because that is what a target is.
import type { Interpreter } from '../interpret/interpreter.ts';
import { partsOf, within } from '../model/expression-parts.ts';
import type { DecisionRow, Expression, TierRow } from '../model/expression.ts';
import type { Let, Rule } from '../model/framework.ts';
import { readingOf } from './reading.ts';

/** A row that fires for one department. */
export interface Fired {
  readonly list: Extract<Expression, { kind: 'decision' | 'tiers' }>;
  /** Undefined for `otherwise`. */
  readonly row: DecisionRow | TierRow | undefined;
  /** Counted from 1. */
  readonly number: number;
}

/** The rows that fire when everything is known, lets followed, in reading order. */
export function firedRows(
  expression: Expression,
  interpreter: Interpreter,
  lets: ReadonlyMap<string, Let>,
): readonly Fired[] {
  const seen = new Set<string>();
  const look = (next: Expression): Fired[] => {
    switch (next.kind) {
      case 'let': {
        const definition = seen.has(next.id) ? undefined : lets.get(next.id);
        seen.add(next.id);
        return definition ? look(definition.value) : [];
      }
      case 'aggregate':
        return look(next.over);
      case 'decision':
      case 'tiers': {
        const [fired] =
          next.kind === 'tiers' ? interpreter.tierRows(next) : interpreter.decisionRows(next);
        const before = next.kind === 'tiers' ? look(next.subject) : [];
        if (!fired) return before;
        const value = fired.row ? fired.row.value : next.otherwise;
        const own: Fired = { list: next, row: fired.row, number: fired.number };
        return [...before, own, ...(value ? look(value) : [])];
      }
      default:
        return partsOf(next).flatMap(look);
    }
  };
  return look(expression);
}

/** Whether a peak over this input, at which these rows fire, is stated as such. */
export function isStatedPeak(
  rule: Rule | undefined,
  expression: Expression,
  fired: readonly Fired[],
  input: string,
  lets: ReadonlyMap<string, Let>,
): boolean {
  const reads = (part: Expression) => readingOf([part], lets).inputs.has(input);
  if (rule?.kind === 'deduct') {
    const sides = new Set(
      rule.deductions.flatMap((deduction) =>
        deduction.kind === 'step' && [deduction.subject, deduction.limit].some(reads)
          ? [deduction.side]
          : [],
      ),
    );
    if (sides.size === 2) return true;
  }
  return (
    everythingIn(expression, lets).some(
      (part) => part.kind === 'call' && part.builtin === 'abs' && reads(part),
    ) || fired.some((row) => statesBand(row) && reads(conditionOf(row)))
  );
}

function everythingIn(expression: Expression, lets: ReadonlyMap<string, Let>): Expression[] {
  const used = readingOf([expression], lets).lets;
  const definitions = [...used].flatMap((id) => lets.get(id)?.value ?? []);
  return [expression, ...definitions].flatMap((whole) => [...within(whole)]);
}

function conditionOf({ list, row }: Fired): Expression {
  if (list.kind === 'tiers') return list.subject;
  return row && 'condition' in row ? row.condition : list;
}

/** `95%..105%`, `= 4`: the row says from where to where, both ends included. */
function statesBand({ list, row }: Fired): boolean {
  if (row === undefined) return false;
  if ('condition' in row) return isBand(row.condition);
  if (row.match.kind === 'values') {
    // Several rows of single figures are a ladder, not a target.
    const alike = list.rows.filter((other) => 'match' in other && other.match.kind === 'values');
    return alike.length === 1;
  }
  const operators = row.match.bounds.map(({ operator }) => operator);
  return operators.includes('>=') && operators.includes('<=');
}

function isBand(condition: Expression): boolean {
  if (condition.kind === 'compare') return condition.operator === '=';
  if (condition.kind === 'member') return condition.among.length === 1;
  if (condition.kind !== 'logic' || condition.operator !== 'and') return false;
  const { left, right } = condition;
  if (isBand(left) || isBand(right)) return true;
  const [one, other] = [boundsOf(left), boundsOf(right)];
  return Boolean(one && other && (isSame(one.high, other.low) || isSame(one.low, other.high)));
}

/** Which side of `a <= b` is held down, and which is held up. */
function boundsOf(
  condition: Expression,
): { readonly high: Expression; readonly low: Expression } | undefined {
  if (condition.kind !== 'compare') return undefined;
  const { operator, left, right } = condition;
  if (operator === '<=') return { high: left, low: right };
  return operator === '>=' ? { high: right, low: left } : undefined;
}

function isSame(one: Expression, other: Expression): boolean {
  if (one === other) return true;
  if (one.kind === 'let' && other.kind === 'let') return one.id === other.id;
  return one.kind === 'input' && other.kind === 'input' && one.name === other.name;
}
