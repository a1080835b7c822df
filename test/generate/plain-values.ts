// What an expression is worth for one department, by plain exact arithmetic: quick, for aiming departments
// at ties by the thousand. It knows only what scores are usually made of and gives undefined for the rest;
// nothing is judged by it.
import { ruleExpression } from '../../src/interpret/rule-expression.ts';
import type { Expression, TierMatch } from '../../src/model/expression.ts';
import type { Caps, Framework, Item, Node } from '../../src/model/framework.ts';
import { placeKey } from '../../src/model/score-uses.ts';
import { placesOf } from '../../src/generate/plan/places.ts';
import * as Q from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import type { Rounding } from '../../src/number/rounding.ts';
import { round } from '../../src/number/rounding.ts';
import { pointOf } from '../../src/types/range.ts';
import type { Figures } from './figure-slots.ts';

export type Plain = Rational | boolean | string | undefined;

/** A score before it is rounded, and what it is rounded by and limited to. */
export interface Raw {
  readonly before: Rational;
  readonly limits: readonly Rational[];
  readonly limited: Rational;
  readonly rounding: Rounding | undefined;
  readonly score: Rational;
}

export interface PlainValues {
  readonly value: (expression: Expression) => Plain;
  /** Of an item, a node or the total (undefined). */
  readonly raw: (place: Node | Item | undefined) => Raw | undefined;
}

/** The values of one department. */
export function plainValues(framework: Framework, figures: Figures): PlainValues {
  const lets = new Map<string, Plain>();
  const raws = new Map<unknown, Raw | undefined>();
  const byKey = new Map(placesOf(framework).map((place) => [placeKey(place.path), place]));
  const figure = (expression: Expression | undefined): Rational | undefined => {
    const found = expression && value(expression);
    return typeof found === 'object' ? found : undefined;
  };
  const value = (expression: Expression): Plain => {
    switch (expression.kind) {
      case 'constant': {
        const { value: constant } = expression;
        if (constant.kind === 'number' || constant.kind === 'date') return pointOf(constant.range);
        if (constant.kind === 'boolean') return constant.canBeTrue;
        return constant.kind === 'enumeration' ? [...constant.possible][0] : undefined;
      }
      case 'input':
        return figures.value(expression.name);
      case 'entry':
        return expression.of.kind === 'input'
          ? figures.value(expression.of.name, expression.index - 1)
          : undefined;
      case 'option': {
        const option = framework.options.find(({ name }) => name === expression.name);
        return option?.kind === 'boolean' ? option.chosen === 'yes' : option?.chosen;
      }
      case 'let': {
        if (!lets.has(expression.id)) {
          const definition = framework.lets.get(expression.id);
          lets.set(expression.id, definition && value(definition.value));
        }
        return lets.get(expression.id);
      }
      case 'score': {
        const { path } = expression;
        return raw(path === 'total' ? undefined : byKey.get(placeKey(path)))?.score;
      }
      case 'negate': {
        const operand = figure(expression.operand);
        return operand && Q.negate(operand);
      }
      case 'arithmetic': {
        const [a, b] = [figure(expression.left), figure(expression.right)];
        if (!a || !b || (expression.operator === '/' && b.n === 0n)) return undefined;
        const { operator } = expression;
        if (operator === '+') return Q.add(a, b);
        if (operator === '-') return Q.subtract(a, b);
        return operator === '*' ? Q.multiply(a, b) : Q.divide(a, b);
      }
      case 'round': {
        const operand = figure(expression.operand);
        return operand && round(operand, expression.rounding);
      }
      case 'call':
        return called(expression.builtin, expression.arguments.map(figure));
      case 'not': {
        const operand = value(expression.operand);
        return typeof operand === 'boolean' ? !operand : undefined;
      }
      case 'logic': {
        const [a, b] = [value(expression.left), value(expression.right)];
        const settling = expression.operator === 'or';
        if (a === settling || b === settling) return settling;
        return a === undefined || b === undefined ? undefined : !settling;
      }
      case 'compare':
        return compared(expression.operator, value(expression.left), value(expression.right));
      case 'member': {
        const of = value(expression.of);
        return expression.among.some((each) => compared('=', of, value(each)) === true);
      }
      case 'decision': {
        const row = expression.rows.find(({ condition }) => value(condition) !== false);
        if (row && value(row.condition) === undefined) return undefined;
        return row ? value(row.value) : expression.otherwise && value(expression.otherwise);
      }
      case 'tiers': {
        const subject = value(expression.subject);
        if (subject === undefined) return undefined;
        const row = expression.rows.find(({ match }) => matches(subject, match));
        return row ? value(row.value) : expression.otherwise && value(expression.otherwise);
      }
      default:
        return undefined;
    }
  };
  const matches = (subject: Plain, match: TierMatch): boolean =>
    match.kind === 'values'
      ? match.values.some((each) => compared('=', subject, value(each)) === true)
      : match.bounds.every(
          ({ operator, limit }) => compared(operator, subject, value(limit)) === true,
        );
  const raw = (place: Node | Item | undefined): Raw | undefined => {
    if (raws.has(place)) return raws.get(place);
    raws.set(place, undefined);
    const found = rawOf(place);
    raws.set(place, found);
    return found;
  };
  const rawOf = (place: Node | Item | undefined): Raw | undefined => {
    const { roundings } = framework;
    if (place === undefined) {
      const sum = framework.combine
        ? figure(framework.combine)
        : total(framework.children.map((node) => signed(node)));
      return sum && finished(sum, framework.totalCaps, roundings.total);
    }
    if ('rule' in place) {
      const rule = figure(ruleExpression(place));
      return (
        rule &&
        finished(rule, place.caps, place.rounding ?? (place.implicit ? undefined : roundings.items))
      );
    }
    const parts: readonly (Node | Item)[] = place.kind === 'group' ? place.children : place.items;
    const sum = place.combine
      ? figure(place.combine)
      : total(parts.map((part) => raw(part)?.score));
    const own = place.kind === 'indicator' ? roundings.indicators : roundings.groups;
    return sum && finished(sum, place.caps, place.rounding ?? own);
  };
  const signed = (node: Node): Rational | undefined => {
    const score = raw(node)?.score;
    const isPenalty = node.kind === 'group' && node.standing === 'penalty';
    return score && isPenalty ? Q.negate(score) : score;
  };
  const finished = (before: Rational, caps: Caps, rounding: Rounding | undefined): Raw => {
    const [least, most] = [figure(caps.atLeast), figure(caps.atMost)];
    let limited = least ? Q.maximum(before, least) : before;
    limited = most ? Q.minimum(limited, most) : limited;
    const limits = [least, most].filter((limit) => limit !== undefined);
    const score = rounding ? round(limited, rounding) : limited;
    return { before, limits, limited, rounding, score };
  };
  return { value, raw };
}

function total(figures: readonly (Rational | undefined)[]): Rational | undefined {
  const known = figures.filter((each) => each !== undefined);
  return known.length < figures.length ? undefined : Q.sum(known);
}

function called(name: string, all: readonly (Rational | undefined)[]): Rational | undefined {
  const figures = all.filter((each) => each !== undefined);
  const [first, second] = figures;
  if (!first || figures.length < all.length) return undefined;
  switch (name) {
    case 'min':
      return figures.reduce(Q.minimum);
    case 'max':
      return figures.reduce(Q.maximum);
    case 'abs':
      return Q.absolute(first);
    case 'floor':
      return Q.floor(first);
    case 'ceiling':
      return Q.ceiling(first);
    case 'growth':
      return second && second.n !== 0n ? Q.divide(Q.subtract(first, second), second) : undefined;
    default:
      return undefined;
  }
}

function compared(operator: string, a: Plain, b: Plain): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object')
    return operator === '=' ? a === b : operator === '!=' ? a !== b : undefined;
  const order = Q.compare(a, b);
  if (operator === '=') return order === 0;
  if (operator === '!=') return order !== 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}
