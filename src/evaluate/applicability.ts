// What each part's points are multiplied by: the points of parts that do not apply go to the siblings,
// to all counted indicators, or nowhere (awarded). Parts that do not exist move nothing. While
// something is open, shares hold what every possible combination of outcomes makes of them.
import type { Framework, Node, NotApplicable } from '../model/framework.ts';
import { isPool } from '../model/pool.ts';
import type { Absence } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { ONE, ZERO, add, divide, multiply, sum } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { hull, point } from '../types/range.ts';
import { boundedShares } from './bounded-shares.ts';
import type { Outcome, Part } from './existence.ts';
import { followOutcomes, mayVary } from './existence.ts';
import type { Scoring } from './scoring.ts';

type Applicability = 'applicable' | 'not-applicable' | 'absent' | 'undecided';

/** What a part's points are multiplied by, and whether it exists and applies at all. */
export interface Share {
  readonly applicability: Applicability;
  /** Its own condition, or that of the group that took it out; present where it is or may be out. */
  readonly because: NotApplicable | undefined;
  /** For what else it may be out while it is open what takes it out. */
  readonly orBecause: readonly NotApplicable[];
  /** Why it does not exist, or may not: for itself or for the group that holds it. */
  readonly absence: Absence | undefined;
  /** Of its points while it applies; 1 where nothing was moved. */
  readonly factor: Range;
  /** Of its points while it does not, for what it is awarded then. */
  readonly factorOut: Range;
  /** It, or a group around it, was chosen from a pool whose parts are scaled to its points. */
  readonly isChosen: boolean;
}

/** The share of every part; where nothing can be out, all are whole. */
export interface Shares {
  readonly of: (part: Part) => Share;
  /** The inputs that its conditions looked at. */
  readonly reads: (part: Part) => ReadonlySet<string>;
  /** Each combination of outcomes that is possible; empty where there is only one. */
  readonly combinations: readonly Shares[] | 'too-many';
}

/** The factor where nothing was moved. */
export const WHOLE_FACTOR: Range = point(ONE);
export const WHOLE: Share = {
  applicability: 'applicable',
  because: undefined,
  orBecause: [],
  absence: undefined,
  factor: WHOLE_FACTOR,
  factorOut: WHOLE_FACTOR,
  isChosen: false,
};
const NO_READS: ReadonlySet<string> = new Set();

const ALL_WHOLE: Shares = { of: () => WHOLE, reads: () => NO_READS, combinations: [] };
const varying = new WeakMap<Framework, boolean>();

function varies(framework: Framework): boolean {
  const known = varying.get(framework) ?? mayVary(framework);
  varying.set(framework, known);
  return known;
}

/** Tries every condition and works out the shares. */
export function sharesOf(scoring: Scoring): Shares {
  const { framework } = scoring;
  if (!varies(framework)) return ALL_WHOLE;
  const { outcomes, reads } = followOutcomes(scoring);
  if (outcomes === undefined) return boundedShares(scoring, reads);
  const combinations = outcomes.map((outcome) => decidedShares(framework, outcome, reads));
  const [only, ...others] = combinations;
  if (only && others.length === 0) return only;
  return { ...joinShares(framework, combinations), reads, combinations };
}

/** Points that stay in a part, that move to its siblings, and that move to all indicators. */
interface Portion {
  readonly kept: Rational;
  readonly moved: Rational;
  readonly movedToAll: Rational;
}

const NO_PORTION: Portion = { kept: ZERO, moved: ZERO, movedToAll: ZERO };

const sumOf = (portions: readonly Portion[]): Portion => ({
  kept: sum(portions.map((each) => each.kept)),
  moved: sum(portions.map((each) => each.moved)),
  movedToAll: sum(portions.map((each) => each.movedToAll)),
});

/** The shares when all is decided. */
export function decidedShares(
  framework: Framework,
  { out, absent }: Outcome,
  reads: Shares['reads'],
): Shares {
  const portions = new Map<Node, Portion>();
  const portionOf = (node: Node): Portion => {
    const portion = absent.has(node)
      ? NO_PORTION
      : out.has(node)
        ? outPortion(node)
        : inPortion(node);
    portions.set(node, portion);
    return portion;
  };
  const outPortion = ({ points, notApplicable }: Node): Portion => {
    const policy = notApplicable?.policy;
    if (policy === 'in-full' || policy === 'award') return { ...NO_PORTION, kept: points };
    return policy === 'within-group'
      ? { ...NO_PORTION, moved: points }
      : { ...NO_PORTION, movedToAll: points };
  };
  const inPortion = (node: Node): Portion => {
    if (node.kind === 'indicator') return { ...NO_PORTION, kept: node.points };
    const inside = sumOf(node.children.map(portionOf));
    // Parts that are combined have points of their own scale; the group's stay or move as a whole.
    if (node.combine)
      return { ...NO_PORTION, [inside.kept.n === 0n ? 'moved' : 'kept']: node.points };
    const { kept, moved, movedToAll } = scaled(inside, poolFactor(node, absent));
    // With nobody left inside to take them, the points move on with the group.
    if (kept.n === 0n) return { kept, moved, movedToAll };
    return { kept: add(kept, moved), moved: ZERO, movedToAll };
  };
  const shares = new Map<Part, Share>();
  type Outside = Pick<Share, 'because' | 'absence' | 'isChosen'>;
  const assign = (node: Node, factor: Rational, outside: Outside): void => {
    const absence = outside.absence ?? absent.get(node);
    const own = out.has(node) ? node.notApplicable : undefined;
    const isEmptied = node.kind === 'group' && portions.get(node)?.kept.n === 0n && !own;
    const because = outside.because ?? own ?? (isEmptied ? firstReason(node, out) : undefined);
    const isOut = because !== undefined || isEmptied;
    const multiplied = point(factor);
    shares.set(node, {
      applicability: absence ? 'absent' : isOut ? 'not-applicable' : 'applicable',
      because: absence ? undefined : because,
      orBecause: [],
      absence,
      factor: multiplied,
      factorOut: multiplied,
      isChosen: outside.isChosen,
    });
    if (node.kind === 'indicator') {
      for (const item of node.items) {
        const missing = absence ?? absent.get(item);
        if (missing) shares.set(item, { ...WHOLE, applicability: 'absent', absence: missing });
      }
      return;
    }
    const inside = sumOf(node.children.flatMap((child) => portions.get(child) ?? []));
    const taken = inside.kept.n === 0n ? ONE : divide(add(inside.kept, inside.moved), inside.kept);
    // What a combined group takes over scales its own score, not the figures it is combined from.
    const outer = node.combine ? ONE : factor;
    const growth = multiply(outer, multiply(taken, poolFactor(node, absent)));
    const isChosen = outside.isChosen || (isPool(node) && node.pool.redistribute);
    for (const child of node.children) assign(child, growth, { because, absence, isChosen });
  };
  const counted = framework.children.filter(isCounted);
  const top = sumOf(counted.map(portionOf));
  const whole = add(add(top.kept, top.moved), top.movedToAll);
  const growth = top.kept.n === 0n ? ONE : divide(whole, top.kept);
  for (const node of counted) assign(node, growth, WHOLE);
  for (const node of framework.children) {
    if (isCounted(node)) continue;
    // A bonus or penalty stands outside the sum: points move inside it and nowhere else.
    portionOf(node);
    assign(node, ONE, WHOLE);
  }
  return { of: (part) => shares.get(part) ?? WHOLE, reads, combinations: [] };
}

function scaled({ kept, moved, movedToAll }: Portion, factor: Rational): Portion {
  return {
    kept: multiply(kept, factor),
    moved: multiply(moved, factor),
    movedToAll: multiply(movedToAll, factor),
  };
}

/** What the chosen parts of a pool are scaled by, where whatever is chosen is. */
function poolFactor(node: Node, absent: Outcome['absent']): Rational {
  if (!isPool(node) || !node.pool.redistribute) return ONE;
  const chosen = sum(node.children.flatMap((child) => (absent.has(child) ? [] : [child.points])));
  return chosen.n === 0n ? ONE : divide(node.points, chosen);
}

/** Why a part is out, or the first part inside it that is: for want of others it is out as well. */
export function firstReason(node: Node, out: ReadonlySet<Node>): NotApplicable | undefined {
  if (out.has(node)) return node.notApplicable;
  if (node.kind === 'indicator') return undefined;
  return node.children
    .map((child) => firstReason(child, out))
    .find((reason) => reason !== undefined);
}

/** Whether a part counts towards the total of the framework. */
export function isCounted(node: Node): boolean {
  return node.kind === 'indicator' || node.standing === 'counted';
}

function joinShares(
  framework: Framework,
  combinations: readonly Shares[],
): Omit<Shares, 'reads' | 'combinations'> {
  const joined = new Map<Part, Share>();
  const join = (part: Part, among: readonly Shares[]): void => {
    const shares = among.map((combination) => combination.of(part));
    const factorOf = (applicability: Applicability): Range => {
      const those = shares.filter((share) => share.applicability === applicability);
      return (those.length > 0 ? those : shares).map((share) => share.factor).reduce(hull);
    };
    const [because, ...orBecause] = new Set(shares.flatMap((share) => share.because ?? []));
    joined.set(part, {
      applicability: joinApplicability(shares.map((share) => share.applicability)),
      because,
      orBecause,
      absence: shares.find((share) => share.absence)?.absence,
      factor: factorOf('applicable'),
      factorOut: factorOf('not-applicable'),
      isChosen: shares.some((share) => share.isChosen),
    });
  };
  const visit = (node: Node): void => {
    join(node, combinations);
    if (node.kind === 'group') {
      node.children.forEach(visit);
      return;
    }
    // An item is asked for only where its indicator is there.
    const there = combinations.filter(({ of }) => of(node).applicability === 'applicable');
    for (const item of node.items) join(item, there.length > 0 ? there : combinations);
  };
  framework.children.forEach(visit);
  return { of: (part) => joined.get(part) ?? WHOLE };
}

function joinApplicability(all: readonly Applicability[]): Applicability {
  const [first = 'applicable', ...rest] = all;
  if (rest.every((other) => other === first)) return first;
  return all.includes('applicable') ? 'undecided' : 'not-applicable';
}
