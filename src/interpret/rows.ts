// Which rows of a decision list or a tier table fire, and what is known where they do.
import type {
  DecisionExpression,
  Expression,
  TierMatch,
  TierRow,
  TiersExpression,
} from '../model/expression.ts';
import type { BooleanValue, Value } from '../types/value.ts';
import { FALSE, TRUE, UNDECIDED, joinValues, unknownOf } from '../types/value.ts';
import { comparisonTruth } from './truth.ts';
import type { World } from './world.ts';

/** A row that fires or may fire, and the worlds in which it does. */
export interface OpenRow {
  /** From 0; the number of rows for `otherwise`. */
  readonly index: number;
  readonly result: Expression;
  readonly worlds: readonly World[];
}

/**
 * The rows that may fire in a world, in their order. A list without `otherwise` has been proved to
 * cover everything, so cases that no row seems to take are not there.
 */
export function openRows(
  list: DecisionExpression | TiersExpression,
  world: World,
): readonly OpenRow[] {
  const open: OpenRow[] = [];
  let remaining: readonly World[] = [world];
  const subject = list.kind === 'tiers' ? world.session.value(list.subject, world) : undefined;
  for (const [index, row] of list.rows.entries()) {
    const split = splitWorlds(
      remaining,
      (inside) => {
        if (list.kind === 'tiers' && subject !== undefined)
          return tierTruth(
            list.subject,
            inside === world ? subject : undefined,
            (row as TierRow).match,
            inside,
          );
        return world.session.truth(conditionOf(list, index), inside);
      },
      () => conditionOf(list, index),
    );
    if (split.yes.length > 0) open.push({ index, result: row.value, worlds: split.yes });
    remaining = split.no;
    if (remaining.length === 0) return open;
  }
  if (list.otherwise === undefined) return open;
  return [...open, { index: list.rows.length, result: list.otherwise, worlds: remaining }];
}

// Splits worlds by a condition; where that leaves too many, they are kept whole on both sides.
function splitWorlds(
  worlds: readonly World[],
  truthIn: (world: World) => BooleanValue,
  condition: () => Expression,
): { readonly yes: readonly World[]; readonly no: readonly World[] } {
  const yes: World[] = [];
  const no: World[] = [];
  for (const world of worlds) {
    const truth = truthIn(world);
    const { session } = world;
    if (!truth.canBeFalse) yes.push(world);
    else if (!truth.canBeTrue) no.push(world);
    else {
      yes.push(...session.assuming(condition(), true, world));
      no.push(...session.assuming(condition(), false, world));
    }
  }
  return { yes: fewWorlds(yes, worlds), no: fewWorlds(no, worlds) };
}

const MOST_WORLDS = 8;

function fewWorlds(worlds: readonly World[], before: readonly World[]): readonly World[] {
  return worlds.length > MOST_WORLDS ? before : worlds;
}

/** The value of a decision list or tier table: of the row that fires, or all that rows may give. */
export function valueOfRows(list: DecisionExpression | TiersExpression, world: World): Value {
  const values = openRows(list, world).flatMap(valuesOf);
  const [first, ...rest] = values;
  return first === undefined ? unknownOf(list.type) : rest.reduce(joinValues, first);
}

/** What a row gives in each of its worlds. */
export function valuesOf({ result, worlds }: OpenRow): readonly Value[] {
  return worlds.map((world) => world.session.value(result, world));
}

function conditionOf(list: DecisionExpression | TiersExpression, index: number): Expression {
  if (list.kind === 'tiers') return conditionOfTier(list, index);
  const row = list.rows[index];
  if (row === undefined)
    throw new Error('a decision list was asked for a row that it does not have');
  return row.condition;
}

function tierTruth(
  subject: Expression,
  known: Value | undefined,
  match: TierMatch,
  world: World,
): BooleanValue {
  const value = known ?? world.session.value(subject, world);
  const any = match.kind === 'values';
  let result = any ? FALSE : TRUE;
  const parts = any
    ? match.values.map((limit) => ({ operator: '=' as const, limit }))
    : match.bounds;
  for (const { operator, limit } of parts) {
    const truth = comparisonTruth(operator, subject, value, limit, world);
    if (any ? !truth.canBeFalse : !truth.canBeTrue) return truth;
    if (truth.canBeTrue && truth.canBeFalse) result = UNDECIDED;
  }
  return result;
}

const tierConditions = new WeakMap<TiersExpression, readonly Expression[]>();

// Made once, so that facts found on it are found again.
function conditionOfTier(tiers: TiersExpression, index: number): Expression {
  let conditions = tierConditions.get(tiers);
  if (conditions === undefined) {
    conditions = tiers.rows.map((row) => tierCondition(tiers.subject, row));
    tierConditions.set(tiers, conditions);
  }
  const condition = conditions[index];
  if (condition === undefined)
    throw new Error('a tier table was asked for a row that it does not have');
  return condition;
}

/** A tier row as a condition on the table's subject. */
export function tierCondition(subject: Expression, row: TierRow): Expression {
  const { span } = row;
  const type = { kind: 'boolean' } as const;
  if (row.match.kind === 'values')
    return { kind: 'member', of: subject, among: row.match.values, type, span };
  const [first, ...rest] = row.match.bounds.map(({ operator, limit }): Expression => ({
    kind: 'compare',
    operator,
    left: subject,
    right: limit,
    type,
    span,
  }));
  if (first === undefined) throw new Error('a tier row needs at least one bound');
  return rest.reduce(
    (left, right) => ({ kind: 'logic', operator: 'and', left, right, type, span }),
    first,
  );
}
