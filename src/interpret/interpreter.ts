// The meaning of expressions: an expression and what is known of the inputs in, a value out. Known
// figures give exact results; unknown ones give sets and ranges that hold every possible result; and
// what a rule has already tested narrows what follows it. Knows nothing of scores or departments.
import type {
  AggregateExpression,
  DecisionExpression,
  DecisionRow,
  Expression,
  RankExpression,
  TierRow,
  TiersExpression,
} from '../model/expression.ts';
import { pointOf } from '../types/range.ts';
import type { Range } from '../types/range.ts';
import type { BooleanValue, Value } from '../types/value.ts';
import { joinValues } from '../types/value.ts';
import { assumeIn } from './assuming.ts';
import type { AtomTable } from './atoms.ts';
import { createAtomTable } from './atoms.ts';
import type { Environment, MemberValue } from './environment.ts';
import { exactValue } from './exact.ts';
import type { Fired } from './exact-rows.ts';
import { exactlyFired } from './exact-rows.ts';
import { refinedValue, unrefinedValue } from './evaluate-expression.ts';
import { knownLet } from './lets.ts';
import { memberValues } from './members.ts';
import { openRows, valuesOf } from './rows.ts';
import type { Listener, Session, World } from './world.ts';
import { MOST_WORLDS, NO_FACTS, anew, quietly } from './world.ts';

export type { CohortView, Environment, Member, MemberValue, Problem } from './environment.ts';

/** Evaluates expressions under one state of knowledge. */
export interface Interpreter {
  /** Exact when everything it reads is known; otherwise holds every possible result. */
  value(expression: Expression): Value;
  /** The value where everything on which it rests is known; undefined where that is not sure. */
  outright(expression: Expression): Value | undefined;
  /** The value of a let where it is known already; this does not count as looking at it. */
  remembered(id: string): Value | undefined;
  /** The value of a number or a date. */
  range(expression: Expression): Range;
  truth(expression: Expression): BooleanValue;
  /** The row that fires, or every row that may fire, each with its value under its condition. */
  decisionRows(decision: DecisionExpression): readonly FiringRow<DecisionRow>[];
  tierRows(tiers: TiersExpression): readonly FiringRow<TierRow>[];
  /** The same with what was looked up. */
  lookedUp(tiers: TiersExpression): LookedUp;
  /** The departments that take part in an aggregate over the cohort or a rank, this one first. */
  members(of: AggregateExpression | RankExpression): readonly MemberValue[];
  /** The same interpreter knowing also that the condition holds or does not; undefined if it cannot. */
  assuming(condition: Expression, outcome: boolean): Interpreter | undefined;
}

/** A row that fires (`certain`: it and no other) or may fire. */
export interface FiringRow<Row> {
  /** Undefined for `otherwise`. */
  readonly row: Row | undefined;
  /** Counted from 1; `otherwise` comes after the last row. */
  readonly number: number;
  readonly certainty: 'certain' | 'possible';
  readonly value: Value;
}

/** What a tier table looked up, and the rows that fire for it or may. */
export interface LookedUp {
  /** Undefined where nobody had to know it outright. */
  readonly subject: Value | undefined;
  readonly rows: readonly FiringRow<TierRow>[];
}

/** An interpreter that knows nothing but its environment. */
export function createInterpreter(environment: Environment): Interpreter {
  environment.world = createBase(environment);
  return interpreterIn([environment.world]);
}

// What one department has worked out is there for all that look at it.
function baseOf(environment: Environment): World {
  environment.world ??= createBase(environment);
  return environment.world;
}

function createBase(environment: Environment): World {
  const { onRead, onReadOf, onProblem } = environment;
  const listener: Listener = {
    read: (name, whose) => (whose === undefined ? onRead?.(name) : onReadOf?.(whose, name)),
    problem: (problem) => onProblem?.(problem),
  };
  const known = (expression: Expression) => {
    const value = quietly(session, () => session.unrefined(expression, base));
    return value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined;
  };
  let atoms: AtomTable | undefined;
  const session: Session = {
    environment,
    // Where everything is known nobody asks for them.
    atoms: () => (atoms ??= createAtomTable(environment.lets, known)),
    definitions: new Map(),
    pending: new Map(),
    base: () => base,
    baseOf,
    contributions: new Map(),
    listener,
    outside: listener,
    worldsLeft: MOST_WORLDS,
    value: refinedValue,
    unrefined: unrefinedValue,
    truth: truthIn,
    assuming: assumeIn,
  };
  const base: World = {
    session,
    facts: NO_FACTS,
    each: undefined,
    outer: undefined,
    asker: undefined,
    parent: undefined,
    lets: new Map(),
    memory: undefined,
  };
  return base;
}

function truthIn(condition: Expression, world: World): BooleanValue {
  const value = refinedValue(condition, world);
  if (value.kind !== 'boolean') throw new Error('a truth value was expected here');
  return value;
}

function valueIn(expression: Expression, world: World): Value {
  return exactValue(expression, world) ?? refinedValue(expression, world);
}

// Alternatives that are all still open: what holds is what one of the worlds says.
function interpreterIn(worlds: readonly World[]): Interpreter {
  const [first, ...others] = worlds;
  if (first === undefined) throw new Error('an interpreter needs a world');
  const value = (expression: Expression): Value => {
    const found = anew(first, expression, valueIn);
    if (others.length === 0) return found;
    return others.reduce(
      (joined, world) => joinValues(joined, anew(world, expression, valueIn)),
      found,
    );
  };
  const fired = (list: DecisionExpression | TiersExpression): Fired | undefined =>
    others.length === 0 ? anew(first, list, exactlyFired) : undefined;
  const firing = <Row>(
    list: DecisionExpression | TiersExpression,
    rows: readonly Row[],
  ): readonly FiringRow<Row>[] => {
    const row = fired(list);
    return row ? [firedRow(row, rows)] : firingRows(list, rows, worlds);
  };
  return {
    value,
    outright: (expression) =>
      others.length === 0 ? anew(first, expression, exactValue) : undefined,
    remembered: (id) => (others.length === 0 ? knownLet(id, first) : undefined),
    range: (expression) => {
      const found = value(expression);
      if (found.kind !== 'number' && found.kind !== 'date')
        throw new Error('a number was expected here');
      return found.range;
    },
    truth: (expression) => {
      const found = value(expression);
      if (found.kind !== 'boolean') throw new Error('a truth value was expected here');
      return found;
    },
    decisionRows: (decision) => firing(decision, decision.rows),
    tierRows: (tiers) => firing(tiers, tiers.rows),
    lookedUp: (tiers) => {
      const row = fired(tiers);
      return {
        subject: row?.subject,
        rows: row ? [firedRow(row, tiers.rows)] : firingRows(tiers, tiers.rows, worlds),
      };
    },
    members: (of) => {
      first.session.worldsLeft = MOST_WORLDS;
      return quietly(first.session, () => memberValues(of, first).members);
    },
    assuming: (condition, outcome) => {
      const narrowed = worlds.flatMap((world) =>
        anew(world, condition, (asked, inside) => assumeIn(asked, outcome, inside)),
      );
      return narrowed.length === 0 ? undefined : interpreterIn(narrowed);
    },
  };
}

function firedRow<Row>({ index, value }: Fired, rows: readonly Row[]): FiringRow<Row> {
  return { row: rows[index], number: index + 1, certainty: 'certain', value };
}

function firingRows<Row>(
  list: DecisionExpression | TiersExpression,
  rows: readonly Row[],
  worlds: readonly World[],
): readonly FiringRow<Row>[] {
  const values = new Map<number, Value[]>();
  for (const world of worlds)
    anew(world, list, (asked, inside) => {
      for (const row of openRows(asked, inside))
        values.set(row.index, [...(values.get(row.index) ?? []), ...valuesOf(row)]);
    });
  const certainty = values.size === 1 ? 'certain' : 'possible';
  return [...values]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, [first, ...rest]]) =>
      first === undefined
        ? []
        : [
            {
              row: rows[index],
              number: index + 1,
              certainty,
              value: rest.reduce(joinValues, first),
            },
          ],
    );
}
