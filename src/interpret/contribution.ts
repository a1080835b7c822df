// What one entry of a list, or one department, contributes to an aggregate: its figure, and whether
// it is sure to pass the filter.
import type { AggregateExpression, Expression } from '../model/expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type { Value } from '../types/value.ts';
import { joinValues } from '../types/value.ts';
import type { Problem } from './environment.ts';
import type { Session, World } from './world.ts';
import { MOST_WORLDS, recording, worldOfEntry } from './world.ts';

interface Contribution {
  /** Undefined where only their number counts. */
  readonly value: Value | undefined;
  readonly certain: boolean;
}

/** The contribution from a world; undefined where it certainly does not pass. */
export function joinedIn(
  of: Expression | undefined,
  where: Expression | undefined,
  world: World,
): Contribution | undefined {
  const { session } = world;
  const summand = (at: World) => of && session.value(of, at);
  if (where === undefined) return { value: summand(world), certain: true };
  const passes = session.truth(where, world);
  if (!passes.canBeTrue) return undefined;
  if (!passes.canBeFalse) return { value: summand(world), certain: true };
  const [first, ...rest] = session.assuming(where, true, world);
  if (first === undefined) return undefined;
  const value = rest.reduce((joined, at) => {
    const other = summand(at);
    return joined && other ? joinValues(joined, other) : joined;
  }, summand(first));
  return { value, certain: false };
}

/** What an entry of a list contributes, with what working it out met. */
export interface EntryContribution {
  /** Undefined where the entry certainly does not pass. */
  readonly found: { readonly value: Value; readonly certain: boolean } | undefined;
  readonly problems: readonly Problem[];
}

type Entries = Pick<AggregateExpression, 'of' | 'where'>;

/**
 * What each entry contributes to an aggregate in a world. Entries of which the same is known
 * contribute the same. Where nothing but the entry decides, that is so in every world, and it is
 * worked out as if nothing else were under way.
 */
export function contributionsOfEntries(
  aggregate: AggregateExpression,
  world: World,
): (entry: Value) => EntryContribution['found'] {
  const { session } = world;
  const closed = isClosed(aggregate);
  const known = closed
    ? contributionsKept(aggregate, session)
    : new Map<Value, EntryContribution>();
  return (entry) => {
    const before = known.get(entry);
    if (before !== undefined) {
      for (const problem of before.problems) session.listener.problem(problem);
      return before.found;
    }
    const work = () => contributionOf(aggregate, entry, closed ? session.base() : world);
    if (!closed) {
      const found = work();
      known.set(entry, { found, problems: [] });
      return found;
    }
    const { worldsLeft } = session;
    session.worldsLeft = MOST_WORLDS;
    const { result: found, problems } = recording(session, work);
    session.worldsLeft = worldsLeft;
    known.set(entry, { found, problems });
    for (const problem of problems) session.listener.problem(problem);
    return found;
  };
}

function contributionOf({ of, where }: Entries, entry: Value, world: World) {
  const joined = joinedIn(of, where, worldOfEntry(world, entry));
  return joined && { value: joined.value ?? entry, certain: joined.certain };
}

function contributionsKept(
  aggregate: AggregateExpression,
  { contributions }: Session,
): Map<Value, EntryContribution> {
  let kept = contributions.get(aggregate);
  if (kept === undefined) {
    kept = new Map();
    contributions.set(aggregate, kept);
  }
  return kept;
}

const closedOnes = new WeakMap<AggregateExpression, boolean>();

// Whether what an entry contributes follows from the entry alone.
function isClosed(aggregate: AggregateExpression): boolean {
  let closed = closedOnes.get(aggregate);
  if (closed === undefined) {
    closed = [aggregate.of, aggregate.where].every(
      (part) => part === undefined || speaksOfEntryAlone(part),
    );
    closedOnes.set(aggregate, closed);
  }
  return closed;
}

function speaksOfEntryAlone(expression: Expression): boolean {
  switch (expression.kind) {
    case 'input':
    case 'let':
    case 'standing':
    case 'score':
    case 'grade':
    case 'parts':
    case 'cohort':
    case 'own':
    case 'rank':
      return false;
    default:
      return partsOf(expression).every(speaksOfEntryAlone);
  }
}
