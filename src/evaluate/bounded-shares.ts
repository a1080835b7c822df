// Sound bounds for shares where the combinations of what may be out or absent are too many to follow
// one by one.
import type { Framework, Group, Node, NotApplicable } from '../model/framework.ts';
import { isPool } from '../model/pool.ts';
import type { Absence } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import {
  ONE,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  signOf,
  sum,
} from '../number/rational.ts';
import { closed, point, pointOf } from '../types/range.ts';
import type { Share, Shares } from './applicability.ts';
import { WHOLE, decidedShares, firstReason } from './applicability.ts';
import type { Part } from './existence.ts';
import type { Scoring } from './scoring.ts';
import { certaintyOf } from './scoring.ts';

/** What is decided and what is open, each condition taken by itself. */
interface Decided {
  readonly out: ReadonlySet<Node>;
  readonly absent: ReadonlyMap<Part, Absence>;
  readonly openOut: ReadonlySet<Node>;
  readonly openAbsent: ReadonlyMap<Part, Absence>;
}

/** Shares that hold every combination's. */
export function boundedShares(scoring: Scoring, reads: Shares['reads']): Shares {
  const { framework } = scoring;
  const decided = decide(scoring);
  const bounds =
    decided.absent.size === 0 && decided.openAbsent.size === 0
      ? byMovedPoints(framework, decided, reads)
      : byPoints(framework, decided);
  return { of: (part) => bounds.get(part) ?? WHOLE, reads, combinations: 'too-many' };
}

function decide(scoring: Scoring): Decided {
  const out = new Set<Node>();
  const openOut = new Set<Node>();
  const absent = new Map<Part, Absence>();
  const openAbsent = new Map<Part, Absence>();
  const visit = (part: Part): void => {
    if (part.applies) {
      const certainty = certaintyOf(scoring, part.applies.condition);
      const absence: Absence = { kind: 'condition', applies: part.applies, path: part.path };
      if (certainty !== 'certain') (certainty ? openAbsent : absent).set(part, absence);
      if (!certainty) return;
    }
    if (!('kind' in part)) return;
    if (part.notApplicable) {
      const certainty = certaintyOf(scoring, part.notApplicable.condition);
      if (certainty) (certainty === 'certain' ? out : openOut).add(part);
      if (certainty === 'certain') return;
    }
    if (isPool(part))
      for (const child of part.children)
        openAbsent.set(child, { kind: 'not-chosen', pool: part.pool, path: part.path });
    const inside: readonly Part[] = part.kind === 'group' ? part.children : part.items;
    inside.forEach(visit);
  };
  scoring.framework.children.forEach(visit);
  return { out, absent, openOut, openAbsent };
}

// Taking any part out never lowers what the others are multiplied by, so a part's factor lies
// between that with all undecided parts in and that with all but itself and its groups out.
function byMovedPoints(
  framework: Framework,
  { out, absent, openOut }: Decided,
  reads: Shares['reads'],
): ReadonlyMap<Part, Share> {
  const least = decidedShares(framework, { out, absent }, reads);
  const joined = new Map<Part, Share>();
  const visit = (node: Node, around: readonly Node[]): void => {
    const itself = [...around, node];
    const others = [...openOut].filter((each) => !itself.includes(each));
    const most = decidedShares(framework, { out: new Set([...out, ...others]), absent }, reads).of(
      node,
    );
    const low = least.of(node);
    const open = itself.flatMap((each) => (openOut.has(each) ? (each.notApplicable ?? []) : []));
    const emptied = most.applicability === 'not-applicable' ? most.because : undefined;
    const [from, to] = [pointOf(low.factor) ?? ONE, pointOf(most.factor) ?? ONE];
    const factor = closed(from, maximum(from, to));
    const isOpen = low.applicability === 'applicable' && (open.length > 0 || emptied !== undefined);
    const [because, ...orBecause] = reasonsOf([low.because, ...open, emptied]);
    joined.set(node, {
      applicability: isOpen ? 'undecided' : low.applicability,
      because,
      orBecause,
      absence: undefined,
      factor,
      factorOut: factor,
      isChosen: false,
    });
    if (node.kind === 'group') for (const child of node.children) visit(child, itself);
  };
  for (const node of framework.children) visit(node, []);
  return joined;
}

// Where parts may be absent, all that is sure is that the parts that exist share the whole's points:
// none can grow beyond all of them, and only the parts of a pool that is scaled can shrink.
function byPoints(framework: Framework, decided: Decided): ReadonlyMap<Part, Share> {
  const { out, absent, openOut, openAbsent } = decided;
  const mayMove = out.size > 0 || openOut.size > 0;
  const leaving = new Set([...out, ...openOut].filter(givesAway));
  const mayBeGone = (node: Node): boolean =>
    absent.has(node) ||
    openAbsent.has(node) ||
    leaving.has(node) ||
    (node.kind === 'group' && node.children.every(mayBeGone));
  const shares = new Map<Part, Share>();
  const visit = (part: Part, around: Share, low: Rational, high: Rational): void => {
    const isNode = 'kind' in part;
    const isAbsent = around.applicability === 'absent' || absent.has(part);
    const isOut = around.applicability === 'not-applicable' || (isNode && out.has(part));
    // Of a group nothing may be left.
    const emptied = isNode && mayBeGone(part) ? firstReason(part, leaving) : undefined;
    const isOpen =
      around.applicability === 'undecided' ||
      openAbsent.has(part) ||
      (isNode && openOut.has(part)) ||
      emptied !== undefined;
    const factor = equalEnds(low, high);
    const own = isNode && (out.has(part) || openOut.has(part)) ? part.notApplicable : undefined;
    const [because, ...orBecause] = reasonsOf([around.because, ...around.orBecause, own, emptied]);
    const share: Share = {
      applicability: isAbsent
        ? 'absent'
        : isOut
          ? 'not-applicable'
          : isOpen
            ? 'undecided'
            : 'applicable',
      because,
      orBecause,
      absence: around.absence ?? absent.get(part) ?? openAbsent.get(part),
      factor,
      factorOut: factor,
      isChosen: around.isChosen,
    };
    shares.set(part, share);
    if (!isNode) return;
    if (part.kind === 'indicator') {
      for (const item of part.items) visit(item, WHOLE, ONE, ONE);
      return;
    }
    const scales = isPool(part) && part.pool.redistribute;
    const least = scales ? smallestPoolFactor(part) : ONE;
    const grows = mayMove || scales;
    for (const child of part.children)
      visit(
        child,
        { ...share, isChosen: share.isChosen || scales },
        multiply(low, least),
        grows ? multiply(high, growthOf(part.points, child.points)) : high,
      );
  };
  for (const node of framework.children)
    visit(node, WHOLE, ONE, mayMove ? growthOf(framework.total, node.points) : ONE);
  return shares;
}

function givesAway({ notApplicable }: Node): boolean {
  return notApplicable?.policy === 'within-group' || notApplicable?.policy === 'over-all';
}

function reasonsOf(reasons: readonly (NotApplicable | undefined)[]): NotApplicable[] {
  return [...new Set(reasons)].filter((reason) => reason !== undefined);
}

function equalEnds(low: Rational, high: Rational): Share['factor'] {
  return compare(low, high) === 0 ? point(low) : closed(minimum(low, high), maximum(low, high));
}

function growthOf(whole: Rational, part: Rational): Rational {
  return signOf(part) === 0 ? ONE : maximum(ONE, divide(whole, part));
}

function smallestPoolFactor({ points, children }: Group): Rational {
  const all = sum(children.map((child) => child.points));
  return signOf(all) === 0 ? ONE : minimum(ONE, divide(points, all));
}
