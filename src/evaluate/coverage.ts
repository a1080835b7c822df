// Evidence coverage: how many of the full points rest on disclosed figures, on judgement, on
// assumptions, or on nothing yet. Counted item by item over what adds up to the total.
import type { EvidenceCoverage, NodeScore } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add, divide, multiply } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { pointOf } from '../types/range.ts';
import type { Strikes } from './strike.ts';
import { settledBy } from './strike.ts';
import { isCounted } from './applicability.ts';
import type { FinishedNode } from './missing.ts';
import type { Scoring } from './scoring.ts';

type Kind = keyof EvidenceCoverage;

/** Sorts the points of everything that counts towards the total. */
export function coverageOf(
  scoring: Scoring,
  nodes: readonly FinishedNode[],
  total: { readonly strikes: Strikes; readonly score: Range },
): EvidenceCoverage {
  const sums: Record<Kind, Rational> = {
    computed: ZERO,
    judged: ZERO,
    assumed: ZERO,
    missing: ZERO,
  };
  const kindOf = (reads: ReadonlySet<string>, score: Range): Kind => {
    const footings = [...reads].map(scoring.footing);
    if (footings.includes('assumed')) return 'assumed';
    if (pointOf(score) === undefined) return 'missing';
    return footings.includes('judged') ? 'judged' : 'computed';
  };
  const put = (kind: Kind, points: Rational) => {
    sums[kind] = add(sums[kind], points);
  };
  // `settled`: a strike further out decided the score, so that its evidence is what counts inside.
  const visit = ({ scored, sheet }: FinishedNode, settled: Kind | undefined): void => {
    const own = settledBy(scored.strikes);
    const kind = settled ?? (own && kindOf(own, sheet.score));
    if (scored.kind === 'group' && sheet.kind === 'group') {
      scored.children.forEach((child, place) => {
        const finished = sheet.children[place];
        if (finished) visit({ scored: child, sheet: finished }, kind);
      });
    } else if (scored.kind === 'indicator' && sheet.kind === 'indicator') {
      const factor = factorOf(sheet, scored.indicator.points);
      if (scored.items.length === 0)
        put(kind ?? kindOf(scored.reads, sheet.score), multiply(scored.indicator.points, factor));
      for (const item of scored.items)
        put(
          kind ?? kindOf(item.restsOn, item.sheet.score),
          multiply(item.sheet.item.points, factor),
        );
    }
  };
  const outer = settledBy(total.strikes);
  for (const node of nodes) {
    const part = node.scored.kind === 'group' ? node.scored.group : node.scored.indicator;
    if (isCounted(part)) visit(node, outer && kindOf(outer, total.score));
  }
  return sums;
}

// What an indicator's points were multiplied by; 0 where they went elsewhere, 1 while that is open.
function factorOf(sheet: NodeScore, points: Rational): Rational {
  const effective = pointOf(sheet.points);
  return effective && points.n !== 0n ? divide(effective, points) : { n: 1n, d: 1n };
}
