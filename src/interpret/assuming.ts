// From a condition and its outcome to the worlds in which it has that outcome. Conditions joined by
// `and` add facts to one world; alternatives give a world each, as long as they stay few.
import type { ComparisonOperator, Expression } from '../model/expression.ts';
import { countOf } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Value } from '../types/value.ts';
import { establish, establishNonzero, establishZero } from './establish.ts';
import type { LinearForm } from './linear-form.ts';
import { scaleForm, subtractForms } from './linear-form.ts';
import { rankingOf, remainingRanked } from './ranked.ts';
import { openRows } from './rows.ts';
import { OPPOSITE, equalityKey } from './truth.ts';
import type { World } from './world.ts';
import { memoryOf, quietly, worldWith } from './world.ts';

const MINUS_ONE = Q.rational(-1);
/** The operator that says the same from the other side. */
const MIRRORED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
/** With more alternatives than this, the condition is left out: right, only less narrow. */
const MOST_ALTERNATIVES = 8;

/** The worlds, on top of `world`, in which the condition has the outcome; none if it cannot. */
export function assumeIn(condition: Expression, outcome: boolean, world: World): readonly World[] {
  const { holding, failing } = memoryOf(world);
  const remembered = outcome ? holding : failing;
  let worlds = remembered.get(condition);
  if (worlds === undefined) {
    worlds = quietly(world.session, () => narrow(condition, outcome, world));
    remembered.set(condition, worlds);
  }
  return worlds;
}

function narrow(condition: Expression, outcome: boolean, world: World): readonly World[] {
  const { session } = world;
  const truth = session.truth(condition, world);
  if (!truth.canBeTrue) return outcome ? [] : [world];
  if (!truth.canBeFalse) return outcome ? [world] : [];
  if (session.worldsLeft <= 0) return [world];
  const worlds = worldsOf(condition, outcome, world);
  return worlds.length > MOST_ALTERNATIVES ? [world] : worlds;
}

function worldsOf(condition: Expression, outcome: boolean, world: World): readonly World[] {
  switch (condition.kind) {
    case 'not':
      return assumeIn(condition.operand, !outcome, world);
    case 'logic': {
      const { left, right } = condition;
      // `a and b` is true in one way and false in two; `a or b` the other way round.
      const together = (condition.operator === 'and') === outcome;
      const first = assumeIn(left, outcome, world);
      if (together) return first.flatMap((open) => assumeIn(right, outcome, open));
      const second = assumeIn(left, !outcome, world).flatMap((open) =>
        assumeIn(right, outcome, open),
      );
      return [...first, ...second];
    }
    case 'let': {
      const definition = world.session.environment.lets.get(condition.id);
      return definition ? assumeIn(definition.value, outcome, world) : [world];
    }
    case 'decision':
    case 'tiers':
      return openRows(condition, world).flatMap((row) =>
        row.worlds.flatMap((open) => assumeIn(row.result, outcome, open)),
      );
    case 'compare':
      return assumeComparison(
        outcome ? condition.operator : OPPOSITE[condition.operator],
        condition.left,
        condition.right,
        world,
      );
    case 'member':
      return assumeMember(condition.of, condition.among, outcome, world);
    default:
      return [withTruth(condition, outcome, world)];
  }
}

function withTruth(condition: Expression, outcome: boolean, world: World): World {
  const { facts, session } = world;
  const truths = new Map(facts.truths).set(session.atoms().structureOf(condition), outcome);
  const open = worldWith(world, { ...facts, truths });
  if (condition.kind !== 'aggregate' || condition.function !== 'any' || condition.of === undefined)
    return open;
  // Something holds for any entry exactly when the entries for which it holds are not none.
  const { of, where } = condition;
  const both: Expression = {
    kind: 'logic',
    operator: 'and',
    left: where ?? of,
    right: of,
    type: of.type,
    span: of.span,
  };
  const count = session.atoms().formOf(countOf({ ...condition, where: where ? both : of }));
  return (outcome ? establishNonzero(count, open) : establishZero(count, open)) ?? open;
}

function assumeComparison(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  world: World,
): readonly World[] {
  const kind = world.session.value(left, world).kind;
  if (kind === 'number' || kind === 'date') {
    const { formOf } = world.session.atoms();
    const open = establishOrder(operator, subtractForms(formOf(left), formOf(right)), world);
    return open ? [open] : [];
  }
  const rows =
    throughRows(operator, left, right, world) ??
    throughRows(MIRRORED[operator], right, left, world);
  if (rows) return rows;
  const { facts, session } = world;
  if (operator !== '=' && operator !== '!=') return assumeOrder(operator, left, right, world);
  const equal = operator === '=';
  const truths = new Map(facts.truths).set(equalityKey(left, right, world), equal);
  const choices = new Map(facts.choices);
  for (const [subject, other] of [[left, right] as const, [right, left] as const]) {
    const possible = remaining(session.value(subject, world), session.value(other, world), equal);
    if (possible === undefined) continue;
    if (possible.size === 0) return [];
    choices.set(session.atoms().structureOf(subject), possible);
  }
  return [worldWith(world, { ...facts, truths, choices })];
}

// Of two ranked words that compare so, each is one for which some of the other's makes it true.
function assumeOrder(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  world: World,
): readonly World[] {
  const { facts, session } = world;
  const ranking = rankingOf(left, right);
  const [a, b] = [session.value(left, world), session.value(right, world)];
  if (!ranking || a.kind !== 'enumeration' || b.kind !== 'enumeration') return [world];
  const lower = remainingRanked(operator, a.possible, b.possible, ranking);
  const upper = remainingRanked(MIRRORED[operator], b.possible, a.possible, ranking);
  if (lower.size === 0) return [];
  const choices = new Map(facts.choices)
    .set(session.atoms().structureOf(left), lower)
    .set(session.atoms().structureOf(right), upper);
  return [worldWith(world, { ...facts, choices })];
}

function remaining(subject: Value, other: Value, equal: boolean): ReadonlySet<string> | undefined {
  if (subject.kind !== 'enumeration' || other.kind !== 'enumeration') return undefined;
  if (!equal && other.possible.size > 1) return undefined;
  return new Set([...subject.possible].filter((value) => other.possible.has(value) === equal));
}

// A word that a decision or a tier table gives: the rows that may have given it.
function throughRows(
  operator: ComparisonOperator,
  subject: Expression,
  other: Expression,
  world: World,
): readonly World[] | undefined {
  const definition =
    subject.kind === 'let' ? world.session.environment.lets.get(subject.id)?.value : subject;
  if (definition === undefined) return undefined;
  if (definition.kind === 'let') return throughRows(operator, definition, other, world);
  if (definition.kind !== 'decision' && definition.kind !== 'tiers') return undefined;
  const worlds = openRows(definition, world).flatMap((row) =>
    row.worlds.flatMap((open) => {
      const condition: Expression = {
        kind: 'compare',
        operator,
        left: row.result,
        right: other,
        type: { kind: 'boolean' },
        span: subject.span,
      };
      return assumeIn(condition, true, open);
    }),
  );
  return worlds.length > MOST_ALTERNATIVES ? undefined : worlds;
}

function establishOrder(
  operator: ComparisonOperator,
  form: LinearForm,
  world: World,
): World | undefined {
  switch (operator) {
    case '=':
      return establishZero(form, world);
    case '!=':
      return establishNonzero(form, world);
    case '<':
      return establish({ form: scaleForm(form, MINUS_ONE), strict: true }, world);
    case '<=':
      return establish({ form: scaleForm(form, MINUS_ONE), strict: false }, world);
    case '>':
      return establish({ form, strict: true }, world);
    case '>=':
      return establish({ form, strict: false }, world);
    default:
      return operator satisfies never;
  }
}

function assumeMember(
  of: Expression,
  among: readonly Expression[],
  outcome: boolean,
  world: World,
): readonly World[] {
  if (!outcome)
    return among.reduce<readonly World[]>(
      (worlds, choice) => worlds.flatMap((open) => assumeComparison('!=', of, choice, open)),
      [world],
    );
  const value = world.session.value(of, world);
  if (value.kind !== 'enumeration')
    return among.flatMap((choice) => assumeComparison('=', of, choice, world));
  const allowed = new Set(
    among.flatMap((choice) => {
      const known = world.session.value(choice, world);
      return known.kind === 'enumeration' ? [...known.possible] : [];
    }),
  );
  const possible = new Set([...value.possible].filter((choice) => allowed.has(choice)));
  const { facts, session } = world;
  const choices = new Map(facts.choices).set(session.atoms().structureOf(of), possible);
  return possible.size === 0 ? [] : [worldWith(world, { ...facts, choices })];
}
