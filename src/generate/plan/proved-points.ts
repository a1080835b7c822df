// How many points a place can have at most, where proofs say so: they have shown a score to lie between 0 and its
// points before it is rounded, and rounding may lift it to the next step.
import type { Framework, Node } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import { ceiling, divide, multiply } from '../../number/rational.ts';

/**
 * The most that a group, an indicator or, without one, the total can have, the least being 0. Undefined where
 * limits or strikes of the place say otherwise; a ruleset of which it cannot be shown elsewhere is none.
 */
export function provedMost(framework: Framework, node: Node | undefined): Rational | undefined {
  const { roundings } = framework;
  const place = node ?? { ...framework, caps: framework.totalCaps, points: framework.total };
  // A rule that stands directly in an indicator has the limits and strikes.
  const rule = node?.kind === 'indicator' && node.items[0]?.implicit ? node.items[0] : undefined;
  const isPlain = [place, ...(rule ? [rule] : [])].every(
    ({ caps, vetoes, exemptions }) =>
      !caps.uncapped &&
      !caps.atLeast &&
      !caps.atMost &&
      vetoes.length === 0 &&
      exemptions.length === 0,
  );
  if (!isPlain) return undefined;
  const inKind = node?.kind === 'indicator' ? roundings.indicators : roundings.groups;
  const own = node ? (node.rounding ?? inKind) : roundings.total;
  return [rule?.rounding, own].reduce<Rational>(
    (most, rounding) =>
      rounding ? multiply(ceiling(divide(most, rounding.step)), rounding.step) : most,
    place.points,
  );
}
