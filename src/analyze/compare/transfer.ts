// A department of one framework as a department of the other: what both take by the same name stays, a
// finding that a person judged stays the same finding, and everything else is unknown there.
import type { Department, GivenAward, GivenValue } from '../../input/department.ts';
import type {
  Choice,
  Framework,
  Indicator,
  Input,
  Item,
  JudgedInput,
} from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { commonType } from '../../types/common-type.ts';
import { encloses, point, pointOf } from '../../types/range.ts';
import { matchItems, matchNodes } from './matching.ts';

/** Takes a department of one framework over to another one. */
export function createTransfer(
  from: Framework,
  to: Framework,
): (department: Department) => Department {
  const inputs = new Map(to.inputs.map((input) => [input.name, input]));
  const own = new Map(from.inputs.map((input) => [input.name, input]));
  const judged = matchedAwards(from, to);
  return (department) => {
    const values = new Map<string, GivenValue>();
    for (const [name, given] of department.values)
      if (takes(own.get(name), inputs.get(name), given)) values.set(name, given);
    const awards = new Map<string, GivenAward>();
    for (const { before, after } of judged) {
      const given = department.awards.get(before.name);
      const taken = given && transferred(given, before, after);
      if (taken) awards.set(after.name, taken);
    }
    const reported = { ...department.reported, scores: new Map(), total: undefined, figures: [] };
    return {
      ...department,
      values,
      awards,
      reported: { ...reported, grade: undefined, outputs: [] },
      expected: [],
    };
  };
}

interface Judged {
  readonly before: JudgedInput;
  readonly after: JudgedInput;
}

function matchedAwards(from: Framework, to: Framework): Judged[] {
  return matchNodes(from, to).flatMap(({ before, after }) =>
    before?.kind === 'indicator' && after?.kind === 'indicator' ? judgedIn(before, after) : [],
  );
}

function judgedIn(one: Indicator, other: Indicator): Judged[] {
  return matchItems(one, other).flatMap(({ before, after }) => {
    const [a, b] = [judgedOf(before), judgedOf(after)];
    return a && b ? [{ before: a, after: b }] : [];
  });
}

function judgedOf(item: Item | undefined): JudgedInput | undefined {
  return item?.rule.kind === 'judged' ? item.rule.input : undefined;
}

function takes(own: Input | undefined, other: Input | undefined, given: GivenValue): boolean {
  if (own?.kind !== 'value' || other?.kind !== 'value') return false;
  if (commonType(own.type, other.type) === undefined) return false;
  const { value } = given;
  return value.kind !== 'number' || encloses(other.range, value.range);
}

// Choices and entries go by their names; a free award only where all or nothing was given.
function transferred(
  given: GivenAward,
  before: JudgedInput,
  after: JudgedInput,
): GivenAward | undefined {
  const [one, other] = [before.form, after.form];
  if (one.kind === 'choice' && other.kind === 'choice') {
    const choice = other.choices.find(({ name }) => name === given.choice);
    return choice && choice.least === undefined
      ? { ...given, points: point(choice.points) }
      : undefined;
  }
  if (one.kind === 'checklist' && other.kind === 'checklist' && given.entries.size > 0) {
    const entries = entriesTransferred(given.entries, one.entries, other.entries);
    return entries && { ...given, entries, points: point(Q.sum([...entries.values()])) };
  }
  const points = pointOf(given.points);
  if (points === undefined || one.kind === 'banded' || other.kind === 'banded') return undefined;
  if (Q.equal(before.points, after.points) && sameEntries(one, other)) return given;
  if (Q.equal(points, before.points))
    return { ...given, points: point(after.points), entries: new Map() };
  return Q.signOf(points) === 0 ? given : undefined;
}

function sameEntries(one: JudgedInput['form'], other: JudgedInput['form']): boolean {
  if (one.kind === 'free' || other.kind === 'free') return one.kind === other.kind;
  if (one.kind !== 'checklist' || other.kind !== 'checklist') return false;
  return (
    one.entries.length === other.entries.length &&
    one.entries.every(({ name, points }) =>
      other.entries.some((entry) => entry.name === name && Q.equal(entry.points, points)),
    )
  );
}

// Only what was met in full or not at all is the same finding under other points.
function entriesTransferred(
  given: ReadonlyMap<string, Rational>,
  one: readonly Choice[],
  other: readonly Choice[],
): ReadonlyMap<string, Rational> | undefined {
  const found = new Map<string, Rational>();
  for (const entry of other) {
    const awarded = given.get(entry.name);
    const full = one.find(({ name }) => name === entry.name)?.points;
    if (awarded === undefined || full === undefined) return undefined;
    const isSame = Q.equal(full, entry.points) || Q.signOf(awarded) === 0;
    if (!isSame && !Q.equal(awarded, full)) return undefined;
    found.set(entry.name, isSame ? awarded : entry.points);
  }
  return found;
}
