// The score of an indicator as one expression: its rules, limits, roundings and strikes, where it exists
// and applies. Two matched indicators come out over the same inputs.
import { mapParts } from '../../interpret/map-parts.ts';
import {
  constantExpression,
  limitedExpression,
  ruleExpression,
} from '../../interpret/rule-expression.ts';
import { itemExpression, struckExpression } from '../../interpret/struck-expression.ts';
import type { Expression } from '../../model/expression.ts';
import { within } from '../../model/expression-parts.ts';
import type { Framework, Indicator, Item } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import { ZERO } from '../../number/rational.ts';
import { NUMBER } from '../../types/type.ts';
import type { Joint, Side } from './joint.ts';
import { judgedExpression } from './judged.ts';
import { matchItems } from './matching.ts';

/** Both scores; without them where one cannot be written out. */
interface Expressed {
  readonly scores: { readonly before: Expression; readonly after: Expression } | undefined;
}

/** Expresses matched indicators on one footing; the footing is whole when all have been expressed. */
export function createExpressing(
  joint: Joint,
  before: Framework,
  after: Framework,
): (one: Indicator, other: Indicator) => Expressed {
  const taken = new Set([...before.inputs, ...after.inputs].map(({ name }) => name));
  return (one, other) => {
    const names = findingNames(one, other, taken);
    const [first, second] = [
      expressed({ joint, side: 'before', names }, before, one),
      expressed({ joint, side: 'after', names }, after, other),
    ];
    return { scores: first && second && { before: first, after: second } };
  };
}

interface Expressing {
  readonly joint: Joint;
  readonly side: Side;
  /** What the finding behind a judged item is called on both sides. */
  readonly names: ReadonlyMap<Item, string>;
}

// Matched items rest on one finding, whatever each ruleset calls it. Its name says no more than it must.
function findingNames(
  before: Indicator,
  after: Indicator,
  taken: Set<string>,
): ReadonlyMap<Item, string> {
  const names = new Map<Item, string>();
  for (const pair of matchItems(before, after)) {
    const { path, rule } = pair.after ?? pair.before ?? {};
    if (path === undefined || rule === undefined) continue;
    const free = path.map((_, at) => path.slice(path.length - 1 - at).join(' / '));
    const own = rule.kind === 'judged' ? rule.input.name : undefined;
    const name = free.find((each) => each === own || !taken.has(each)) ?? path.join(' / ');
    taken.add(name);
    for (const item of [pair.before, pair.after]) if (item) names.set(item, name);
  }
  return names;
}

function expressed(
  { joint, side, names }: Expressing,
  framework: Framework,
  indicator: Indicator,
): Expression | undefined {
  const { roundings } = framework;
  const ruleOf = (item: Item): Expression =>
    item.rule.kind === 'judged'
      ? judgedExpression(item, item.rule.input, names.get(item) ?? item.name, joint.register(side))
      : ruleExpression(item);
  const items = indicator.items.map((item) => {
    const rounding = item.rounding ?? (item.implicit ? undefined : roundings.items);
    const score = itemExpression(item, rounding, ruleOf(item));
    return score && item.applies
      ? either(item.applies.condition, score, constantExpression(ZERO, item.span))
      : score;
  });
  const written = items.filter((item) => item !== undefined);
  if (written.length < items.length) return undefined;
  const { combine } = indicator;
  const [first, ...rest] = written;
  const sum = combine ? withOwnParts(combine, indicator, written) : rest.reduce(plus, first);
  if (sum === undefined) return undefined;
  const rounding = indicator.rounding ?? roundings.indicators;
  const standing = limitedExpression(sum, indicator.caps, rounding);
  const struck = struckExpression(standing, { ...indicator, rounding });
  const score = struck && whereItExists(struck, indicator);
  if (score === undefined || restsOnParts(score)) return undefined;
  return joint.express(side, score);
}

// Where it does not exist it gives nothing; where it does not apply, what is awarded instead. Points that
// move to other parts are theirs.
function whereItExists(score: Expression, indicator: Indicator): Expression {
  const { applies, notApplicable, points, span } = indicator;
  const nothing = constantExpression(ZERO, span);
  const instead =
    notApplicable?.policy === 'in-full' ? constantExpression(points, span) : notApplicable?.award;
  const given = notApplicable ? either(notApplicable.condition, instead ?? nothing, score) : score;
  return applies ? either(applies.condition, given, nothing) : given;
}

function either(condition: Expression, value: Expression, otherwise: Expression): Expression {
  const { span, type } = value;
  const row = { condition, value, afterEarlier: false, span };
  return { kind: 'decision', rows: [row], otherwise, type, span };
}

// The scores of its own items, or each by its points, are there to be written out.
function withOwnParts(
  combine: Expression,
  { path, items }: Indicator,
  scores: readonly Expression[],
): Expression {
  if (items.some(({ applies }) => applies !== undefined)) return combine;
  const fill = (part: Expression): Expression => {
    if (part.kind !== 'parts' || placeKey(part.path) !== placeKey(path))
      return mapParts(part, fill);
    const { type, span } = part;
    const entries = scores.map((left, at): Expression => {
      const points = items[at]?.points;
      if (part.of === 'scores' || points === undefined) return left;
      const right = constantExpression(points, span);
      return { kind: 'arithmetic', operator: '/', left, right, type: NUMBER, span };
    });
    return { kind: 'list', entries, type, span };
  };
  return fill(combine);
}

// What the parts of other places score is no figure of the department.
function restsOnParts(expression: Expression): boolean {
  for (const { kind } of within(expression)) if (kind === 'parts' || kind === 'grade') return true;
  return false;
}

function plus(left: Expression | undefined, right: Expression): Expression | undefined {
  if (left === undefined) return undefined;
  return { kind: 'arithmetic', operator: '+', left, right, type: left.type, span: left.span };
}
