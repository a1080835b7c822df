// The step of scores in results: such that every score that is rounded, or made of rounded ones, is a
// whole number of steps. A score that no rounding reaches may be any fraction.
import { readsStanding } from '../../interpret/rule-expression.ts';
import type { Expression } from '../../model/expression.ts';
import { constantOf } from '../../model/expression.ts';
import type { Caps, Framework, Item, Node, Veto } from '../../model/framework.ts';
import { ruleExpression } from '../../interpret/rule-expression.ts';
import type { Rational } from '../../number/rational.ts';
import { ZERO, absolute, gcd, rational } from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';
import { placesOf } from './places.ts';

/** What scores are whole multiples of; undefined where a score may be any fraction. */
export interface Grids {
  readonly step: Rational;
  /** Whether the score of a node, or the total, is always a whole number of steps. */
  readonly isWhole: (node: Node | undefined) => boolean;
}

type Grid = Rational | undefined;

/** The largest figure of which both are whole multiples. */
export function commonStep(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  const d = (a.d / gcd(a.d, b.d)) * b.d;
  return rational(gcd((a.n * d) / a.d, (b.n * d) / b.d), d);
}

function joined(grids: readonly Grid[]): Grid {
  return grids.reduce<Grid>((a, b) => a && b && commonStep(a, b), ZERO);
}

const CENT = rational(1, 100);

/** Works the grids of a framework out. */
export function gridsOf(framework: Framework, varies: boolean): Grids {
  const gridOfNode = (node: Node): Grid => {
    const own =
      node.kind === 'indicator' ? framework.roundings.indicators : framework.roundings.groups;
    const rounding = node.rounding ?? own;
    const parts: readonly (Node | Item)[] = node.kind === 'group' ? node.children : node.items;
    const inside = () =>
      node.combine
        ? gridOf(node.combine, framework)
        : joined(parts.map((part) => ('rule' in part ? gridOfItem(part) : gridOfNode(part))));
    const standing = afterLimits(
      inside,
      node.caps,
      rounding,
      varies && (node.kind === 'indicator' || node.combine !== undefined),
    );
    const left = varies && mayBeLeftInPart(node) ? undefined : ZERO;
    return joined([struck(standing, node, rounding, varies ? undefined : node.points), left]);
  };
  const gridOfItem = (item: Item): Grid => {
    const rounding = item.rounding ?? (item.implicit ? undefined : framework.roundings.items);
    const standing = afterLimits(
      () => gridOf(ruleExpression(item), framework),
      item.caps,
      rounding,
      false,
    );
    return struck(standing, item, rounding, item.points);
  };
  const afterLimits = (
    raw: () => Grid,
    { atLeast, atMost }: Caps,
    rounding: Rounding | undefined,
    moves: boolean,
  ): Grid => {
    if (rounding) return rounding.step;
    if (moves) return undefined;
    return joined([
      raw(),
      ...[atLeast, atMost].map((cap) => (cap ? gridOf(cap, framework) : ZERO)),
    ]);
  };
  const struck = (
    standing: Grid,
    {
      vetoes,
      exemptions,
    }: { readonly vetoes: readonly Veto[]; readonly exemptions: readonly unknown[] },
    rounding: Rounding | undefined,
    full: Grid,
  ): Grid =>
    joined([
      standing,
      ...vetoes.map(({ score }) =>
        readsStanding(score) ? rounding?.step : gridOf(score, framework),
      ),
      exemptions.length > 0 ? full : ZERO,
    ]);
  const total = struck(
    afterLimits(
      () =>
        joined([
          framework.combine ? gridOf(framework.combine, framework) : ZERO,
          ...framework.children.map(gridOfNode),
        ]),
      framework.totalCaps,
      framework.roundings.total,
      false,
    ),
    framework,
    framework.roundings.total,
    framework.total,
  );
  const nodes = new Map<Node | undefined, Grid>([[undefined, total]]);
  for (const place of placesOf(framework))
    if (!('rule' in place)) nodes.set(place, gridOfNode(place));
  const found = [...nodes.values()].filter((grid) => grid !== undefined);
  const step = found.reduce<Rational>((a, b) => commonStep(a, b), CENT);
  return { step, isWhole: (node) => nodes.get(node) !== undefined };
}

// Full points or an award instead of a score, which moved points may scale to any fraction.
function mayBeLeftInPart(node: Node): boolean {
  const policy = node.notApplicable?.policy;
  return policy === 'award' || policy === 'in-full' || true;
}

function gridOf(expression: Expression, framework: Framework): Grid {
  const of = (part: Expression | undefined) => (part ? gridOf(part, framework) : ZERO);
  switch (expression.kind) {
    case 'constant': {
      const figure = constantOf(expression);
      return figure && absolute(figure);
    }
    case 'input':
      return expression.type.kind === 'number' && expression.type.integer ? rational(1) : undefined;
    case 'let': {
      const definition = framework.lets.get(expression.id);
      return definition && of(definition.value);
    }
    case 'round':
      return expression.rounding.step;
    case 'negate':
      return of(expression.operand);
    case 'arithmetic': {
      const [left, right] = [of(expression.left), of(expression.right)];
      if (expression.operator === '+' || expression.operator === '-') return joined([left, right]);
      if (expression.operator !== '*' || !left || !right) return undefined;
      return rational(left.n * right.n, left.d * right.d);
    }
    case 'call':
      if (expression.builtin === 'floor' || expression.builtin === 'ceiling') return rational(1);
      if (!['min', 'max', 'abs'].includes(expression.builtin)) return undefined;
      return joined(expression.arguments.map(of));
    case 'decision':
    case 'tiers':
      return joined([...expression.rows.map(({ value }) => of(value)), of(expression.otherwise)]);
    default:
      return undefined;
  }
}
