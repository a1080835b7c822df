// Two frameworks into what differs between them: part by part, with a department that shows it, and the
// largest change of score that it can cause.
import { limitedExpression, ruleExpression } from '../../interpret/rule-expression.ts';
import { itemExpression, struckExpression } from '../../interpret/struck-expression.ts';
import type { Expression } from '../../model/expression.ts';
import type { Framework, Indicator, Item } from '../../model/framework.ts';
import { createStudy } from '../../prove/study.ts';
import type { Meaning } from './meaning.ts';
import { compareMeaning } from './meaning.ts';
import { joinFrameworks } from './joint.ts';
import type { Joint, Side } from './joint.ts';
import { judgedExpression } from './judged.ts';
import { matchItems, matchNodes } from './matching.ts';

export interface IndicatorComparison {
  readonly before: Indicator;
  readonly after: Indicator;
  readonly meaning: Meaning | undefined;
}

export interface Comparison {
  readonly indicators: readonly IndicatorComparison[];
}

/** Compares two frameworks, or a ruleset with the one that it amends. */
export function compareFrameworks(before: Framework, after: Framework): Comparison {
  const joint = joinFrameworks(before, after);
  const pairs = matchNodes(before, after).flatMap((pair) => {
    if (pair.before?.kind !== 'indicator' || pair.after?.kind !== 'indicator') return [];
    const names = findingNames(pair.before, pair.after);
    return [
      {
        before: pair.before,
        after: pair.after,
        one: indicatorExpression({ joint, side: 'before', names }, before, pair.before),
        other: indicatorExpression({ joint, side: 'after', names }, after, pair.after),
      },
    ];
  });
  const study = createStudy(joint.framework(), new Map(), new Map());
  const indicators = pairs.map(({ one, other, ...pair }) => ({
    ...pair,
    meaning: one && other ? compareMeaning(study, one, other) : undefined,
  }));
  return { indicators };
}

interface Expressing {
  readonly joint: Joint;
  readonly side: Side;
  /** What the finding behind a judged item is called on both sides. */
  readonly names: ReadonlyMap<Item, string>;
}

// Matched items rest on one finding, whatever each ruleset calls it.
function findingNames(before: Indicator, after: Indicator): ReadonlyMap<Item, string> {
  const names = new Map<Item, string>();
  for (const pair of matchItems(before, after))
    for (const item of [pair.before, pair.after])
      if (item) names.set(item, (pair.after ?? item).path.join(' / '));
  return names;
}

/** An indicator's score where it exists and applies; undefined where it cannot be written out. */
function indicatorExpression(
  { joint, side, names }: Expressing,
  framework: Framework,
  indicator: Indicator,
): Expression | undefined {
  const { roundings } = framework;
  const ruleOf = (item: Item): Expression =>
    item.rule.kind === 'judged'
      ? judgedExpression(item, item.rule.input, names.get(item) ?? item.name, joint.register(side))
      : ruleExpression(item);
  const items = indicator.items.map((item) =>
    itemExpression(
      item,
      item.rounding ?? (item.implicit ? undefined : roundings.items),
      ruleOf(item),
    ),
  );
  const [first, ...rest] = items;
  const sum = indicator.combine ?? rest.reduce(plus, first);
  if (sum === undefined) return undefined;
  const rounding = indicator.rounding ?? roundings.indicators;
  const standing = limitedExpression(sum, indicator.caps, rounding);
  const struck = struckExpression(standing, { ...indicator, rounding });
  return struck && joint.express(side, struck);
}

function plus(left: Expression | undefined, right: Expression | undefined): Expression | undefined {
  if (left === undefined || right === undefined) return undefined;
  return { kind: 'arithmetic', operator: '+', left, right, type: left.type, span: left.span };
}
