// What the departments of a cohort contribute to an aggregate or a rank. Each other department is
// looked at in its own world; what is read and met there is told to the one that asks. The department
// itself contributes from the world in which it asks, with all that is known there.
import type { AggregateExpression, Expression, RankExpression } from '../model/expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type { Value } from '../types/value.ts';
import { isKnown } from '../types/value.ts';
import { joinedIn } from './contribution.ts';
import type { CohortView, Member, MemberValue } from './environment.ts';
import { asOwn, speaksOfOwn } from './own.ts';
import type { World } from './world.ts';
import { DEAF, NO_FACTS, recording } from './world.ts';

type Comparison = AggregateExpression | RankExpression;

export interface MemberValues {
  /** The department itself first, where it takes part. */
  readonly members: readonly MemberValue[];
  /** What any number of further departments contribute. */
  readonly further: MemberValue | undefined;
}

/** What takes part in an aggregate over the cohort or in a rank. */
export function memberValues(comparison: Comparison, inside: World): MemberValues {
  const asker = inside.outer ?? inside;
  const view = viewOf(asker);
  const { of, where } = comparison;
  const needsAsker = [of, where].some((part) => part !== undefined && speaksOfOwn(part));
  const valueOf = (member: Member): MemberValue | undefined =>
    askMember(member, asker, view, needsAsker, (world) => {
      const found = joinedIn(of, where, world);
      return found && { member, isOwn: false, ...found };
    });
  const members = view.others.flatMap((member) => valueOf(member) ?? []);
  const own =
    comparison.kind === 'rank' || overAll(comparison) ? ownValue(comparison, asker) : undefined;
  return {
    members: own ? [own, ...members] : members,
    further: view.further && valueOf(view.further),
  };
}

function overAll(aggregate: AggregateExpression): boolean {
  return aggregate.over.kind === 'cohort' && aggregate.over.of === 'all';
}

// In a rank the department counts whether or not it passes the filter.
function ownValue(comparison: Comparison, asker: World): MemberValue | undefined {
  const { of } = comparison;
  const where = comparison.kind === 'rank' ? undefined : comparison.where;
  const found = joinedIn(of && asOwn(of), where && asOwn(where), asker);
  return found && { member: viewOf(asker).own, isOwn: true, ...found };
}

/** The cohort as the department of a world sees it. */
export function viewOf(world: World): CohortView {
  const view = world.session.environment.cohort?.();
  if (view === undefined) throw new Error('nothing is known here of other departments');
  return view;
}

function askMember<Result>(
  member: Member,
  asker: World,
  view: CohortView,
  needsAsker: boolean,
  run: (world: World) => Result,
): Result {
  const base = asker.session.baseOf(member.environment);
  const { session } = base;
  const world: World = needsAsker ? { ...base, asker, memory: undefined } : base;
  const { listener, worldsLeft } = session;
  const asking = asker.session.listener;
  const { isTold } = member.environment;
  session.worldsLeft = asker.session.worldsLeft;
  session.listener =
    asking === DEAF
      ? DEAF
      : {
          read: (input, whose) => {
            if (whose === undefined && isTold?.(input) === false) return;
            const reader = whose ?? member.name;
            asking.read(input, reader === view.own.name ? undefined : reader);
          },
          problem: asking.problem,
        };
  try {
    return run(world);
  } finally {
    const left = session.worldsLeft;
    session.listener = listener;
    session.worldsLeft = worldsLeft;
    asker.session.worldsLeft = left;
  }
}

/** `own E` inside an aggregate: E in the world of the department that asks. */
export function ownOperand(operand: Expression, world: World): Value {
  const { asker, session } = world;
  if (asker === undefined) throw new Error('`own` stands outside an aggregate over a cohort');
  const { listener } = asker.session;
  if (session.listener === DEAF) asker.session.listener = DEAF;
  try {
    return asker.session.value(operand, asker);
  } finally {
    asker.session.listener = listener;
  }
}

/** The value of a comparison, worked out once where it is the same for all departments. */
export function workedOutOnce(
  comparison: AggregateExpression,
  inside: World,
  work: (world: World) => Value,
): Value {
  const asker = inside.outer ?? inside;
  const view = viewOf(asker);
  const { session } = asker;
  if (view.workedOut === undefined || !isClosed(comparison, asker)) return work(asker);
  let known = view.workedOut.get(comparison);
  if (known === undefined) {
    const { result, reads, problems } = recording(session, () => work(session.base()));
    const { isTold = () => true } = session.environment;
    const own = new Set([...reads.own].filter(isTold));
    known = {
      value: result,
      reads: new Map([[view.own.name, own], ...reads.others]),
      problems,
    };
    view.workedOut.set(comparison, known);
  }
  // Facts may say more of what is not known outright.
  if (!isKnown(known.value) && asker.facts !== NO_FACTS) return work(asker);
  for (const [whose, names] of known.reads)
    for (const name of names)
      session.listener.read(name, whose === view.own.name ? undefined : whose);
  // What others look at of this department need not have been told to them.
  ownValue(comparison, asker);
  for (const problem of known.problems) session.listener.problem(problem);
  return known.value;
}

// Closed: over all departments, and nothing in it depends on which of them asks.
function isClosed({ of, over, where, without }: AggregateExpression, world: World): boolean {
  if (over.kind !== 'cohort' || over.of !== 'all') return false;
  if ([of, where].some((part) => part !== undefined && speaksOfOwn(part))) return false;
  return [without?.highest, without?.lowest].every(
    (part) => part === undefined || isSame(part, world),
  );
}

// Whether an expression is the same for all departments.
function isSame(expression: Expression, world: World): boolean {
  switch (expression.kind) {
    case 'constant':
    case 'option':
      return true;
    case 'let': {
      const definition = world.session.environment.lets.get(expression.id);
      return definition !== undefined && isSame(definition.value, world);
    }
    case 'aggregate':
      return isClosed(expression, world);
    case 'negate':
    case 'not':
    case 'round':
    case 'arithmetic':
    case 'compare':
    case 'logic':
    case 'call':
    case 'decision':
    case 'tiers':
      return partsOf(expression).every((part) => isSame(part, world));
    default:
      return false;
  }
}
