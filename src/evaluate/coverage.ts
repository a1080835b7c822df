// Evidence coverage: how many of the full points rest on disclosed figures, on judgement, on
// assumptions, or on nothing yet. Counted item by item over what adds up to the total.
import type { Framework, Input } from '../model/framework.ts';
import type { EvidenceCoverage, NodeScore } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add, divide, multiply } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { pointOf } from '../types/range.ts';
import { settledBy } from './adjust.ts';
import { isCounted } from './applicability.ts';
import type { Data } from './data.ts';
import type { FinishedNode } from './missing.ts';
import type { TotalScore } from './total.ts';

type Kind = keyof EvidenceCoverage;

/** Sorts the points of everything that counts towards the total. */
export function coverageOf(
  framework: Framework,
  inputs: ReadonlyMap<string, Input>,
  data: Data,
  nodes: readonly FinishedNode[],
  total: Pick<TotalScore, 'strikes' | 'score' | 'reads'>,
): EvidenceCoverage {
  const kindOf = (reads: ReadonlySet<string>, score: Range): Kind => {
    const footings = [...reads].flatMap((name) => {
      const input = inputs.get(name);
      return input ? [data.footing(input)] : [];
    });
    if (footings.includes('assumed')) return 'assumed';
    if (pointOf(score) === undefined) return 'missing';
    return footings.includes('judged') ? 'judged' : 'computed';
  };
  // `settled`: a strike further out decided the score, so that its evidence is what counts inside.
  const visit = ({ scored, sheet }: FinishedNode, settled: Kind | undefined): Sums => {
    const own = settledBy(scored.strikes);
    const kind = settled ?? (own && kindOf(own, sheet.score));
    if (scored.kind === 'group' && sheet.kind === 'group') {
      const inside = scored.children.flatMap((child, place) => {
        const finished = sheet.children[place];
        return finished ? [visit({ scored: child, sheet: finished }, kind)] : [];
      });
      if (scored.group.combine === undefined) return addUp(inside);
      const points = multiply(scored.group.points, factorOf(sheet, scored.group.points));
      return inProportion(addUp(inside), points, kind ?? kindOf(sheet.reads, sheet.score));
    }
    if (scored.kind !== 'indicator' || sheet.kind !== 'indicator') return NONE;
    const { indicator, items } = scored;
    const points = multiply(indicator.points, factorOf(sheet, indicator.points));
    const whole = kind ?? kindOf(scored.reads, sheet.score);
    if (items.length === 0) return only(whole, points);
    const parts = items.map((item) =>
      only(kind ?? kindOf(item.restsOn, item.sheet.score), item.sheet.item.points),
    );
    return inProportion(addUp(parts), points, whole);
  };
  const outer = settledBy(total.strikes);
  const counted = nodes.filter(({ scored }) =>
    isCounted(scored.kind === 'group' ? scored.group : scored.indicator),
  );
  const settled = outer && kindOf(outer, total.score);
  const sums = addUp(counted.map((node) => visit(node, settled)));
  if (framework.combine === undefined) return sums;
  return inProportion(sums, framework.total, settled ?? kindOf(total.reads, total.score));
}

type Sums = Readonly<Record<Kind, Rational>>;

const NONE: Sums = { computed: ZERO, judged: ZERO, assumed: ZERO, missing: ZERO };

function only(kind: Kind, points: Rational): Sums {
  return { ...NONE, [kind]: points };
}

function addUp(parts: readonly Sums[]): Sums {
  return parts.reduce(
    (sum, part) => ({
      computed: add(sum.computed, part.computed),
      judged: add(sum.judged, part.judged),
      assumed: add(sum.assumed, part.assumed),
      missing: add(sum.missing, part.missing),
    }),
    NONE,
  );
}

// Parts that are combined, or whose points moved, share the points of the whole as their own lie.
function inProportion(parts: Sums, points: Rational, otherwise: Kind): Sums {
  const { computed, judged, assumed, missing } = parts;
  const sum = [computed, judged, assumed, missing].reduce(add, ZERO);
  if (sum.n === 0n) return only(otherwise, points);
  const share = (part: Rational) => divide(multiply(part, points), sum);
  return {
    computed: share(computed),
    judged: share(judged),
    assumed: share(assumed),
    missing: share(missing),
  };
}

// What an indicator's points were multiplied by; 0 where they went elsewhere, 1 while that is open.
function factorOf(sheet: NodeScore, points: Rational): Rational {
  const effective = pointOf(sheet.points);
  return effective && points.n !== 0n ? divide(effective, points) : { n: 1n, d: 1n };
}
