// Which parts of a framework apply to a department, and where the points of those that do not go:
// to the siblings, to all counted indicators, or nowhere (awarded in full). While a condition is
// undecided, every combination of outcomes is followed, up to a limit; beyond it, sound bounds.
import type { Framework, Node, NotApplicable } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import { ONE, ZERO, add, divide, multiply, subtract } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { closed, hull, point, pointOf } from '../types/range.ts';
import type { Scoring } from './scoring.ts';

type Applicability = 'applicable' | 'not-applicable' | 'undecided';

/** What a part's points are multiplied by, and whether it applies at all. */
export interface Share {
  readonly applicability: Applicability;
  /** Its own condition, or that of the group that took it out. */
  readonly because: NotApplicable | undefined;
  /** Of its points while it applies; 1 where nothing was moved. */
  readonly factor: Range;
}

/** The share of every part; where nothing can be out, all are whole. */
export interface Shares {
  readonly of: (node: Node) => Share;
  /** The inputs that its condition looked at. */
  readonly reads: (node: Node) => ReadonlySet<string>;
  /** Each combination of outcomes that is possible; undefined when there are too many to follow. */
  readonly combinations: readonly Shares[] | undefined;
}

const NO_READS: ReadonlySet<string> = new Set();
/** The factor where nothing was moved. */
export const WHOLE_FACTOR: Range = point(ONE);
const WHOLE: Share = {
  applicability: 'applicable',
  because: undefined,
  factor: WHOLE_FACTOR,
};
const MOST_UNDECIDED = 6;

/** Tries every applicability condition and works out the shares. */
export function sharesOf(scoring: Scoring): Shares {
  const { framework } = scoring;
  const reads = new Map<Node, ReadonlySet<string>>();
  const out = new Set<Node>();
  const undecided: Node[] = [];
  const visit = (node: Node): void => {
    if (node.notApplicable) {
      const looked = new Set<string>();
      const condition = node.notApplicable.condition;
      const truth = scoring.noting(looked, () => scoring.interpreter.truth(condition));
      reads.set(node, looked);
      if (!truth.canBeFalse) {
        out.add(node);
        return;
      }
      if (truth.canBeTrue) undecided.push(node);
    }
    if (node.kind === 'group') node.children.forEach(visit);
  };
  framework.children.forEach(visit);
  const readsOf = (node: Node) => reads.get(node) ?? NO_READS;
  if (out.size === 0 && undecided.length === 0)
    return { of: () => WHOLE, reads: readsOf, combinations: undefined };
  if (undecided.length === 0) return decidedShares(framework, out, readsOf);
  if (undecided.length > MOST_UNDECIDED) return boundedShares(framework, out, undecided, readsOf);
  const combinations = possibleOutcomes(scoring, undecided).map((more) =>
    decidedShares(framework, new Set([...out, ...more]), readsOf),
  );
  return { ...joinShares(framework, combinations), reads: readsOf, combinations };
}

// Outcomes that contradict each other, because two conditions read the same input, are left out.
function possibleOutcomes(scoring: Scoring, undecided: readonly Node[]): Node[][] {
  let states = [{ interpreter: scoring.interpreter, out: [] as Node[] }];
  for (const node of undecided) {
    const condition = node.notApplicable?.condition;
    if (condition === undefined) continue;
    states = states.flatMap(({ interpreter, out }) =>
      [true, false].flatMap((outcome) => {
        const then = interpreter.assuming(condition, outcome);
        return then ? [{ interpreter: then, out: outcome ? [...out, node] : out }] : [];
      }),
    );
  }
  return states.map((state) => state.out);
}

/** Points that stay in a part, that move to its siblings, and that move to all indicators. */
interface Portion {
  readonly kept: Rational;
  readonly moved: Rational;
  readonly movedToAll: Rational;
}

const sumOf = (portions: readonly Portion[]): Portion => ({
  kept: portions.map((each) => each.kept).reduce(add, ZERO),
  moved: portions.map((each) => each.moved).reduce(add, ZERO),
  movedToAll: portions.map((each) => each.movedToAll).reduce(add, ZERO),
});

function decidedShares(
  framework: Framework,
  out: ReadonlySet<Node>,
  reads: Shares['reads'],
): Shares {
  const portions = new Map<Node, Portion>();
  const portionOf = (node: Node): Portion => {
    const portion = out.has(node) ? outPortion(node) : inPortion(node);
    portions.set(node, portion);
    return portion;
  };
  const outPortion = ({ points, notApplicable }: Node): Portion => {
    if (notApplicable?.policy === 'in-full') return { kept: points, moved: ZERO, movedToAll: ZERO };
    const within = notApplicable?.policy === 'within-group';
    return { kept: ZERO, moved: within ? points : ZERO, movedToAll: within ? ZERO : points };
  };
  const inPortion = (node: Node): Portion => {
    if (node.kind === 'indicator') return { kept: node.points, moved: ZERO, movedToAll: ZERO };
    const { kept, moved, movedToAll } = sumOf(node.children.map(portionOf));
    // Parts that are combined have points of their own scale; the group's stay or move as a whole.
    if (node.combine)
      return kept.n === 0n
        ? { kept: ZERO, moved: node.points, movedToAll: ZERO }
        : { kept: node.points, moved: ZERO, movedToAll: ZERO };
    // With nobody left inside to take them, the points move on with the group.
    if (kept.n === 0n) return { kept, moved, movedToAll };
    return { kept: add(kept, moved), moved: ZERO, movedToAll };
  };
  const shares = new Map<Node, Share>();
  const assign = (node: Node, factor: Rational, outside: NotApplicable | undefined): void => {
    const own = out.has(node) ? node.notApplicable : undefined;
    const emptied = node.kind === 'group' && portions.get(node)?.kept.n === 0n && !own;
    const because = outside ?? own ?? (emptied ? firstReason(node) : undefined);
    shares.set(node, {
      applicability: because || emptied ? 'not-applicable' : 'applicable',
      because,
      factor: point(factor),
    });
    if (node.kind !== 'group') return;
    const inside = sumOf(node.children.flatMap((child) => portions.get(child) ?? []));
    const growth = inside.kept.n === 0n ? ONE : divide(add(inside.kept, inside.moved), inside.kept);
    // What a combined group takes over scales its own score, not the figures it is combined from.
    const outer = node.combine ? ONE : factor;
    for (const child of node.children) assign(child, multiply(outer, growth), because);
  };
  const counted = framework.children.filter(isCounted);
  const top = sumOf(counted.map(portionOf));
  const whole = add(add(top.kept, top.moved), top.movedToAll);
  const growth = top.kept.n === 0n ? ONE : divide(whole, top.kept);
  for (const node of counted) assign(node, growth, undefined);
  for (const node of framework.children) {
    if (isCounted(node)) continue;
    // A bonus or penalty stands outside the sum: points move inside it and nowhere else.
    portionOf(node);
    assign(node, ONE, undefined);
  }
  return { of: (node) => shares.get(node) ?? WHOLE, reads, combinations: undefined };
}

function firstReason(node: Node): NotApplicable | undefined {
  if (node.notApplicable || node.kind === 'indicator') return node.notApplicable;
  return node.children.map(firstReason).find((reason) => reason !== undefined);
}

/** Whether a part counts towards the total of the framework. */
export function isCounted(node: Node): boolean {
  return node.kind === 'indicator' || node.standing === 'counted';
}

function joinShares(
  framework: Framework,
  combinations: readonly Shares[],
): Omit<Shares, 'reads' | 'combinations'> {
  const joined = new Map<Node, Share>();
  for (const node of nodesOf(framework.children)) {
    const shares = combinations.map((combination) => combination.of(node));
    const applying = shares.filter((share) => share.applicability === 'applicable');
    const factors = (applying.length > 0 ? applying : shares).map((share) => share.factor);
    joined.set(node, {
      applicability:
        applying.length === shares.length
          ? 'applicable'
          : applying.length === 0
            ? 'not-applicable'
            : 'undecided',
      because: shares.find((share) => share.because)?.because,
      factor: factors.reduce(hull),
    });
  }
  return { of: (node) => joined.get(node) ?? WHOLE };
}

// Taking any part out never lowers what the others are multiplied by, so a part's factor lies
// between that with all undecided parts in and that with all but itself and its groups out.
function boundedShares(
  framework: Framework,
  out: ReadonlySet<Node>,
  undecided: readonly Node[],
  reads: Shares['reads'],
): Shares {
  const least = decidedShares(framework, out, reads);
  const joined = new Map<Node, Share>();
  const visit = (node: Node, around: readonly Node[]): void => {
    const itself = [...around, node];
    const others = undecided.filter((each) => !itself.includes(each));
    const most = decidedShares(framework, new Set([...out, ...others]), reads).of(node);
    const low = least.of(node);
    const own = itself.find((each) => undecided.includes(each))?.notApplicable;
    const emptied = most.applicability === 'not-applicable' ? most.because : undefined;
    const [from, to] = [pointOf(low.factor) ?? ONE, pointOf(most.factor) ?? ONE];
    const isOpen =
      low.applicability === 'applicable' && (own !== undefined || emptied !== undefined);
    joined.set(node, {
      applicability: isOpen ? 'undecided' : low.applicability,
      because: low.because ?? own ?? emptied,
      factor: closed(from, subtract(to, from).n < 0n ? from : to),
    });
    if (node.kind === 'group') for (const child of node.children) visit(child, itself);
  };
  for (const node of framework.children) visit(node, []);
  return { of: (node) => joined.get(node) ?? WHOLE, reads, combinations: undefined };
}

function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? [node, ...nodesOf(node.children)] : [node],
  );
}
