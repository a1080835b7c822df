// What is written differently in two frameworks outside of their indicators: groups, the total, grades,
// options, definitions, inputs, checks and outputs.
import { whatIsTaken } from '../../input/describe-input.ts';
import type {
  Framework,
  Grade,
  Input,
  Node,
  Option,
  ValueInput,
  Veto,
} from '../../model/framework.ts';
import { equal } from '../../number/rational.ts';
import { showValue } from '../../prove/show.ts';
import type { Aspect, Change } from './changes.ts';
import {
  capsChanges,
  nodeChanges,
  placeChanges,
  pointsChange,
  roundingChange,
  strikeChanges,
} from './changes.ts';
import type { Forms } from './expression-changes.ts';
import { createForms, expressionChanges } from './expression-changes.ts';
import type { Pair } from './matching.ts';

/** What differs in groups, the total, grades and outputs. */
export function wholeChanges(
  before: Framework,
  after: Framework,
  nodes: readonly Pair<Node>[],
): Change[] {
  const same = createForms(before, after);
  return [
    ...nodes.flatMap((pair) => groupChanges(same, [before, after], pair)),
    ...totalChanges(same, before, after),
    ...gradeChanges(same, before.grades, after.grades),
    ...strikeOnGrades(same, before, after),
    ...outputChanges(same, before, after),
  ];
}

function groupChanges(
  same: Forms,
  [before, after]: readonly [Framework, Framework],
  { before: one, after: other }: Pair<Node>,
): Change[] {
  const part = other ?? one;
  if (part?.kind !== 'group') return [];
  const { name } = part;
  if (one?.kind !== 'group' || other?.kind !== 'group')
    return [{ kind: 'part', part: name, is: other ? 'added' : 'removed' }];
  const changes: Change[] = [
    ...placeChanges(one, other),
    ...nodeChanges(same, one, other),
    ...roundingChange(
      name,
      one.rounding ?? before.roundings.groups,
      other.rounding ?? after.roundings.groups,
    ),
  ];
  if (one.standing !== other.standing)
    changes.push({ kind: 'standing', part: name, before: one.standing, after: other.standing });
  if (!one.pool !== !other.pool || one.pool?.redistribute !== other.pool?.redistribute)
    changes.push({ kind: 'pool', part: name });
  return changes;
}

function totalChanges(same: Forms, before: Framework, after: Framework): Change[] {
  const part = after.name;
  return [
    ...pointsChange(part, before.total, after.total),
    ...capsChanges(same, part, before.totalCaps, after.totalCaps),
    ...strikeChanges(same, part, before, after),
    ...expressionChanges(same, before.combine, after.combine).map((change): Change => ({
      kind: 'expression',
      part,
      aspect: 'combine',
      ...change,
    })),
    ...roundingChange(part, before.roundings.total, after.roundings.total),
  ];
}

type OnGrade = Pick<Veto, 'about' | 'condition'>;

function strikeOnGrades(same: Forms, before: Framework, after: Framework): Change[] {
  const between = (
    aspect: Aspect,
    ones: readonly OnGrade[],
    others: readonly OnGrade[],
  ): Change[] => {
    const abouts = new Set([...others, ...ones].map(({ about }) => about));
    return [...abouts].flatMap((about) => {
      const [one, other] = [ones, others].map((list) => list.find((each) => each.about === about));
      return expressionChanges(same, one?.condition, other?.condition).map((change): Change => ({
        kind: 'expression',
        part: after.name,
        aspect,
        about,
        ...change,
      }));
    });
  };
  return [
    ...between('grade-ceiling', before.ceilings, after.ceilings),
    ...between('grade-down', before.gradeDowns, after.gradeDowns),
  ];
}

function outputChanges(same: Forms, before: Framework, after: Framework): Change[] {
  const names = new Set([...after.outputs, ...before.outputs].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const [one, other] = [before, after].map(({ outputs }) =>
      outputs.find((output) => output.name === name),
    );
    return expressionChanges(same, one?.value, other?.value).map((change): Change => ({
      kind: 'expression',
      part: name,
      aspect: 'output',
      ...change,
    }));
  });
}

/** Checks that are others; they never change a score. */
export function checkChanges(before: Framework, after: Framework): Change[] {
  const same = createForms(before, after);
  const names = new Set([...after.checks, ...before.checks].map(({ name }) => name));
  return [...names].flatMap((name): Change[] => {
    const [one, other] = [before, after].map(({ checks }) =>
      checks.find((check) => check.name === name),
    );
    if (!one || !other) return [{ kind: 'check', name, is: other ? 'added' : 'removed' }];
    const isSame =
      expressionChanges(same, one.condition, other.condition).length === 0 &&
      expressionChanges(same, one.tolerance, other.tolerance).length === 0;
    return isSame ? [] : [{ kind: 'check', name, is: 'changed' }];
  });
}

/** Inputs of one name of which the frameworks take something else. */
export function inputChanges(before: readonly Input[], after: readonly Input[]): Change[] {
  const earlier = new Map(before.map((input) => [input.name, input]));
  return after.flatMap((input): Change[] => {
    const one = earlier.get(input.name);
    if (one?.kind !== 'value' || input.kind !== 'value') return [];
    const isSame = whatIsTaken(one).en === whatIsTaken(input).en && sameDefault(one, input);
    return isSame ? [] : [{ kind: 'input', before: one, after: input }];
  });
}

function sameDefault(one: ValueInput, other: ValueInput): boolean {
  const text = ({ type, default: value }: ValueInput) => value && showValue(value, type).en;
  return text(one) === text(other);
}

/** Options of both frameworks that are set otherwise. */
export function optionChanges(before: readonly Option[], after: readonly Option[]): Change[] {
  const chosen = (options: readonly Option[]) =>
    new Map(options.map((option) => [option.name, option.chosen]));
  const [one, other] = [chosen(before), chosen(after)];
  return [...new Set([...other.keys(), ...one.keys()])].flatMap((name): Change[] => {
    const [from, to] = [one.get(name), other.get(name)];
    return from === to ? [] : [{ kind: 'option', name, before: from, after: to }];
  });
}

/** Definitions that both frameworks have and that say something else. */
export function definitionChanges(
  before: Pick<Framework, 'lets'>,
  after: Pick<Framework, 'lets'>,
): ReadonlyMap<string, readonly Change[]> {
  const same = createForms(before, after);
  const found = new Map<string, readonly Change[]>();
  for (const [id, { name, value }] of after.lets) {
    const earlier = before.lets.get(id);
    if (earlier === undefined) continue;
    const changes = expressionChanges(same, earlier.value, value);
    if (changes.length > 0)
      found.set(
        id,
        changes.map((change) => ({ kind: 'definition', name, ...change })),
      );
  }
  return found;
}

// Grades that are other bands.
function gradeChanges(same: Forms, before: readonly Grade[], after: readonly Grade[]): Change[] {
  const names = new Set([...after, ...before].map(({ name }) => name));
  return [...names].flatMap((name): Change[] => {
    const [one, other] = [before, after].map((grades) => grades.find((each) => each.name === name));
    const isSame =
      one &&
      other &&
      equal(one.from, other.from) &&
      one.exclusive === other.exclusive &&
      expressionChanges(same, one.condition, other.condition).length === 0;
    return isSame ? [] : [{ kind: 'grade', name, before: one, after: other }];
  });
}
