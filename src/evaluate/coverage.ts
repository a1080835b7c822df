// Evidence coverage: how many of the full points rest on disclosed figures, on judgement, on
// assumptions, or on nothing yet. Counted item by item over what adds up to the total.
import type { Node } from '../model/framework.ts';
import type { EvidenceCoverage, NodeScore, Step } from '../model/sheet.ts';
import { isSingle } from '../types/enclosure.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add, divide, maximum, multiply, subtract, sum } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { pointOf } from '../types/range.ts';
import type { Strikes } from './adjust.ts';
import { settledBy } from './adjust.ts';
import { isCounted } from './applicability.ts';
import type { FinishedNode } from './missing.ts';
import type { Scoring } from './scoring.ts';
import type { ScoredNode } from './score-node.ts';

type Kind = keyof EvidenceCoverage;

/** Sorts the points of everything that counts towards the total. */
export function coverageOf(
  scoring: Scoring,
  nodes: readonly FinishedNode[],
  total: { readonly strikes: Strikes; readonly score: Range },
  points: Rational,
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
    if (!isSingle(score)) return 'missing';
    return footings.includes('judged') ? 'judged' : 'computed';
  };
  const put = (kind: Kind, points: Rational) => {
    sums[kind] = add(sums[kind], points);
  };
  // `settled`: a strike further out decided the score, so that its evidence is what counts inside.
  const visit = ({ scored, sheet }: FinishedNode, settled: Kind | undefined): void => {
    if (sheet.applicability === 'absent') return;
    const own = settledBy(scored.strikes);
    const kind = settled ?? (own && kindOf(own, sheet.score));
    if (scored.kind === 'group' && sheet.kind === 'group') {
      const parts = scored.children.flatMap((child, place) => {
        const finished = sheet.children[place];
        return finished ? [{ scored: child, sheet: finished }] : [];
      });
      visitParts(parts, scored.group.points, kind);
    } else if (scored.kind === 'indicator' && sheet.kind === 'indicator') {
      const factor = factorOf(sheet, scored.indicator.points);
      if (scored.items.length === 0)
        put(kind ?? kindOf(scored.reads, sheet.score), multiply(scored.indicator.points, factor));
      if (sheet.items.some((item) => item.applicability === 'undecided'))
        put(kind ?? 'missing', multiply(scored.indicator.points, factor));
      else
        for (const item of scored.items)
          if (item.sheet.applicability !== 'absent')
            put(
              kind ?? kindOf(item.restsOn, item.sheet.score),
              multiply(item.sheet.item.points, factor),
            );
    }
  };
  // While it is open which parts there are, the points that they share are open.
  const visitParts = (
    parts: readonly FinishedNode[],
    whole: Rational,
    kind: Kind | undefined,
  ): void => {
    const mayBeAbsent = parts.filter(
      ({ sheet }) => sheet.applicability === 'undecided' && sheet.steps.some(isAbsence),
    );
    const others = parts.filter((part) => !mayBeAbsent.includes(part));
    for (const part of others) visit(part, kind);
    if (mayBeAbsent.length === 0) return;
    const known = sum(
      others.flatMap(({ scored, sheet }) =>
        sheet.applicability === 'absent' ? [] : [partOf(scored).points],
      ),
    );
    put(kind ?? 'missing', maximum(ZERO, subtract(whole, known)));
  };
  const outer = settledBy(total.strikes);
  visitParts(
    nodes.filter(({ scored }) => isCounted(partOf(scored))),
    points,
    outer && kindOf(outer, total.score),
  );
  return sums;
}

function partOf(scored: ScoredNode): Node {
  return scored.kind === 'group' ? scored.group : scored.indicator;
}

function isAbsence({ kind }: Step): boolean {
  return kind === 'absent';
}

// What an indicator's points were multiplied by; 0 where they went elsewhere, 1 while that is open.
function factorOf(sheet: NodeScore, points: Rational): Rational {
  const effective = pointOf(sheet.points);
  return effective && points.n !== 0n ? divide(effective, points) : { n: 1n, d: 1n };
}
