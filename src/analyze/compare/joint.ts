// Two frameworks on one footing: the inputs of both, and rules of both as expressions over them, so that
// one interpreter can say where they differ. Names of definitions are kept apart, options are what each
// ruleset chose.
import { findingInput, shareInput } from './judged.ts';
import type { Register } from './judged.ts';
import { mapParts } from '../../interpret/map-parts.ts';
import type { Expression, ScoreName } from '../../model/expression.ts';
import type { Framework, Input, Item, Let, Node } from '../../model/framework.ts';
import type { Range } from '../../types/range.ts';
import { EVERYTHING, closed, hull, intersect } from '../../types/range.ts';
import { placeKey } from '../../model/score-uses.ts';
import { ZERO } from '../../number/rational.ts';
import { matchItems, matchNodes } from './matching.ts';
import { commonType } from '../../types/common-type.ts';
import type { Value } from '../../types/value.ts';
import { FALSE, TRUE, enumerationValue } from '../../types/value.ts';

/** Which of two frameworks: the one that is compared, or the one it is compared with. */
export type Side = 'before' | 'after';

export interface Joint {
  /** An expression of one side in the terms of both. */
  readonly express: (side: Side, expression: Expression) => Expression;
  /** An input that both sides speak of by this name; where they mean different things, each has its own. */
  readonly register: (side: Side) => Register;
  /** The first framework with the inputs and definitions of both, and without options. */
  readonly framework: () => Framework;
}

/** Puts two frameworks together. */
export function joinFrameworks(before: Framework, after: Framework): Joint {
  const inputs = new Map<string, Input>();
  const names = { before: new Map<string, string>(), after: new Map<string, string>() };
  const add = (side: Side, input: Input): string => {
    const known = inputs.get(input.name);
    const both = known === undefined ? input : bothTake(known, input);
    if (both === undefined) {
      // Another thing by the same name is another input.
      const name = `${input.name}${APART}`;
      names[side].set(input.name, name);
      inputs.set(name, { ...input, name });
      return name;
    }
    inputs.set(input.name, both);
    return input.name;
  };
  // What a person judges is taken note of as the findings behind it.
  for (const [side, framework] of [['before', before] as const, ['after', after] as const])
    for (const input of framework.inputs) if (input.kind === 'value') add(side, input);
  const places = scorePlaces(before, after);
  const ofScore = (side: Side): OfScore => {
    return ({ path, type, span }) => {
      const { name, range } = places[side].get(placeKey(path)) ?? unplaced(path);
      return { kind: 'input', name: add(side, findingInput(name, type, range, span)), type, span };
    };
  };
  const expressing = {
    before: expressIn(before, 'before', names.before, ofScore('before')),
    after: expressIn(after, 'after', names.after, ofScore('after')),
  };
  const lets = new Map<string, Let>();
  for (const [side, { lets: own }] of [['before', before] as const, ['after', after] as const])
    for (const definition of own.values()) {
      const id = idIn(side, definition.id);
      lets.set(id, { ...definition, id, value: expressing[side](definition.value) });
    }
  return {
    express: (side, expression) => expressing[side](expression),
    register: (side) => (name, type, range) => {
      const { nameSpan: span } = before;
      return { kind: 'input', name: add(side, shareInput(name, type, range, span)), type, span };
    },
    framework: () => ({ ...before, inputs: [...inputs.values()], lets, options: [] }),
  };
}

type Score = Extract<Expression, { kind: 'score' }>;
type OfScore = (score: Score) => Expression;

interface Place {
  readonly name: string;
  readonly range: Range;
}

// The scores of matched parts are one figure of both sides: each rule is compared for the same scores of
// other parts.
function scorePlaces(
  before: Framework,
  after: Framework,
): Readonly<Record<Side, ReadonlyMap<string, Place>>> {
  const places = { before: new Map<string, Place>(), after: new Map<string, Place>() };
  const pairs = matchNodes(before, after).flatMap((pair) => {
    const { before: one, after: other } = pair;
    const items =
      one?.kind === 'indicator' && other?.kind === 'indicator' ? matchItems(one, other) : [];
    return [pair, ...items];
  });
  for (const { before: one, after: other } of pairs) {
    const part = other ?? one;
    if (part === undefined) continue;
    const ranges = [one, other].flatMap((each) => (each ? [scoreRangeOf(each)] : []));
    const range = ranges.reduce(hull, ranges[0] ?? EVERYTHING);
    const place = { name: bracketed(part.path), range };
    if (one && !places.before.has(placeKey(one.path))) places.before.set(placeKey(one.path), place);
    if (other && !places.after.has(placeKey(other.path)))
      places.after.set(placeKey(other.path), place);
  }
  return places;
}

// Within its points unless it says otherwise.
function scoreRangeOf({ caps, points, ...part }: Node | Item): Range {
  const isPlain = !caps.uncapped && !caps.atLeast && !caps.atMost;
  const isStruck = part.vetoes.length > 0 || ('applies' in part && part.applies !== undefined);
  return isPlain && !isStruck && !('combine' in part && part.combine)
    ? closed(ZERO, points)
    : EVERYTHING;
}

function unplaced(path: ScoreName): Place {
  return { name: path === 'total' ? '[…]' : bracketed(path), range: EVERYTHING };
}

function bracketed(path: readonly string[]): string {
  return `[${path.join(' / ')}]`;
}

/** Ends the name of an input of the second framework that means something else in the first. */
export const APART = '′';

// What both rulesets take: only such a department can be scored by both.
function bothTake(one: Input, other: Input): Input | undefined {
  if (one.kind === 'judged' || other.kind === 'judged') return undefined;
  const type = commonType(one.type, other.type);
  const range = intersect(one.range, other.range);
  return type && range && { ...one, type, range };
}

function expressIn(
  framework: Framework,
  side: Side,
  names: ReadonlyMap<string, string>,
  ofScore: OfScore,
): (expression: Expression) => Expression {
  const options = new Map(
    framework.options.map(({ name, kind, chosen }) => [name, { kind, chosen }]),
  );
  const done = new Map<Expression, Expression>();
  const express = (expression: Expression): Expression => {
    let found = done.get(expression);
    if (found === undefined) {
      found = anew(expression);
      done.set(expression, found);
    }
    return found;
  };
  const anew = (expression: Expression): Expression => {
    switch (expression.kind) {
      case 'let':
        return { ...expression, id: idIn(side, expression.id) };
      case 'score':
        return ofScore(expression);
      case 'input':
        return { ...expression, name: names.get(expression.name) ?? expression.name };
      case 'option': {
        const option = options.get(expression.name);
        if (option === undefined) throw new Error(`there is no option “${expression.name}”`);
        const { type, span } = expression;
        const value = optionValue(option.kind, option.chosen);
        return { kind: 'constant', value, text: option.chosen, type, span };
      }
      default:
        return mapParts(expression, express);
    }
  };
  return express;
}

/** What a definition of one side is called in both. */
export function idIn(side: Side, id: string): string {
  return `${side} ${id}`;
}

function optionValue(kind: 'boolean' | 'enumeration', chosen: string): Value {
  if (kind === 'enumeration') return enumerationValue(chosen);
  return chosen === 'yes' ? TRUE : FALSE;
}
