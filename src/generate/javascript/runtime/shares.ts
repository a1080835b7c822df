// Which parts a department has, and what each one's points are multiplied by: the points of parts that
// do not apply go to their siblings, to all counted parts, or nowhere.
import { undecided } from './undecided.ts';
import type { Rational } from '../../../number/rational.ts';
import { ONE, ZERO, add, divide, multiply, sum } from '../../../number/rational.ts';

/** A group, indicator or item, as far as its existence and points are concerned. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly points: Rational;
  /** Stands inside the sum of the total; bonuses and penalties do not. */
  readonly counted: boolean;
  /** Its parts, or undefined for an indicator; items are in `items`. */
  readonly parts?: readonly Part[];
  readonly items?: readonly Part[];
  readonly combined?: boolean;
  /** What happens to its points where it does not apply. */
  readonly policy?: 'within-group' | 'over-all' | 'in-full' | 'award';
  /** Whether it exists for this department. */
  readonly exists?: () => boolean;
  /** Whether it is taken out. */
  readonly isOut?: () => boolean;
  /** The parts that the department chose. */
  readonly chosen?: () => readonly (string | undefined)[];
  /** Whatever is chosen is scaled to the points. */
  readonly scaled?: boolean;
}

export interface Share {
  readonly part: Part;
  readonly state: 'applicable' | 'not-applicable' | 'absent';
  readonly factor: Rational;
  /** The part whose statement takes it out. */
  readonly because: Part | undefined;
}

interface Portion {
  readonly kept: Rational;
  readonly moved: Rational;
  readonly movedToAll: Rational;
}

function portionsSum(portions: readonly Portion[]): Portion {
  return {
    kept: sum(portions.map((each) => each.kept)),
    moved: sum(portions.map((each) => each.moved)),
    movedToAll: sum(portions.map((each) => each.movedToAll)),
  };
}

/** The share of every part, by key. */
export function sharesOf(parts: readonly Part[]): ReadonlyMap<string, Share> {
  const absent = new Set<Part>();
  const out = new Set<Part>();
  const look = (part: Part): void => {
    if (part.exists && !part.exists()) {
      absent.add(part);
      return;
    }
    if (part.isOut?.()) {
      out.add(part);
      return;
    }
    const chosen = part.chosen?.();
    if (chosen?.includes(undefined))
      throw undecided(`it is not known what is chosen from “${part.name}”`);
    for (const inner of part.parts ?? part.items ?? [])
      if (chosen && !chosen.includes(inner.name)) absent.add(inner);
      else look(inner);
  };
  parts.forEach(look);

  const nothing: Portion = { kept: ZERO, moved: ZERO, movedToAll: ZERO };
  const portions = new Map<Part, Portion>();
  const poolFactor = (part: Part): Rational => {
    if (!part.scaled) return ONE;
    const chosen = sum(
      (part.parts ?? []).filter((inner) => !absent.has(inner)).map((inner) => inner.points),
    );
    return chosen.n === 0n ? ONE : divide(part.points, chosen);
  };
  const portionOf = (part: Part): Portion => {
    const portion = absent.has(part) ? nothing : out.has(part) ? outPortion(part) : inPortion(part);
    portions.set(part, portion);
    return portion;
  };
  const outPortion = ({ policy, points }: Part): Portion => {
    if (policy === 'in-full' || policy === 'award') return { ...nothing, kept: points };
    return { ...nothing, [policy === 'within-group' ? 'moved' : 'movedToAll']: points };
  };
  const inPortion = (part: Part): Portion => {
    if (!part.parts) return { ...nothing, kept: part.points };
    const inside = portionsSum(part.parts.map(portionOf));
    if (part.combined)
      return { ...nothing, [inside.kept.n === 0n ? 'moved' : 'kept']: part.points };
    const factor = poolFactor(part);
    const [kept, moved, movedToAll] = [inside.kept, inside.moved, inside.movedToAll].map((each) =>
      multiply(each, factor),
    ) as [Rational, Rational, Rational];
    return kept.n === 0n
      ? { kept, moved, movedToAll }
      : { kept: add(kept, moved), moved: ZERO, movedToAll };
  };

  const shares = new Map<string, Share>();
  const firstOut = (part: Part): Part | undefined => {
    if (part.isOut || !part.parts) return part.isOut ? part : undefined;
    return part.parts.map(firstOut).find((each) => each !== undefined);
  };
  const assign = (
    part: Part,
    factor: Rational,
    around: Pick<Share, 'because'> & { readonly isAbsent: boolean },
  ): void => {
    const isAbsent = around.isAbsent || absent.has(part);
    const own = out.has(part) ? part : undefined;
    const isEmptied = part.parts !== undefined && portions.get(part)?.kept.n === 0n && !own;
    const because = around.because ?? own ?? (isEmptied ? firstOut(part) : undefined);
    const isOut = because !== undefined || isEmptied;
    shares.set(part.key, {
      part,
      state: isAbsent ? 'absent' : isOut ? 'not-applicable' : 'applicable',
      factor,
      because: isAbsent ? undefined : because,
    });
    for (const item of part.items ?? [])
      shares.set(item.key, {
        part: item,
        state: isAbsent || absent.has(item) ? 'absent' : 'applicable',
        factor: ONE,
        because: undefined,
      });
    if (!part.parts) return;
    const inside = portionsSum(part.parts.map((inner) => portions.get(inner) ?? nothing));
    const taken = inside.kept.n === 0n ? ONE : divide(add(inside.kept, inside.moved), inside.kept);
    const growth = multiply(part.combined ? ONE : factor, multiply(taken, poolFactor(part)));
    for (const inner of part.parts) assign(inner, growth, { because, isAbsent });
  };
  const counted = parts.filter((part) => part.counted);
  const top = portionsSum(counted.map(portionOf));
  const whole = add(add(top.kept, top.moved), top.movedToAll);
  const growth = top.kept.n === 0n ? ONE : divide(whole, top.kept);
  const outside = { because: undefined, isAbsent: false };
  for (const part of counted) assign(part, growth, outside);
  for (const part of parts) {
    if (part.counted) continue;
    portionOf(part);
    assign(part, ONE, outside);
  }
  return shares;
}

/** Whether a part stands among those that a rule combines: it applies, or is awarded something. */
export function isThere({ part, state, because }: Share): boolean {
  const isAwarded = part.policy === 'in-full' || part.policy === 'award';
  return state === 'applicable' || (state === 'not-applicable' && because === part && isAwarded);
}

/** The points of a part after points were moved; none where it is left out. */
export function pointsOf(share: Share, shares: ReadonlyMap<string, Share>): Rational {
  const { part, state, because, factor } = share;
  if (state === 'absent') return ZERO;
  const isFull = because?.policy === 'in-full';
  const isAwarded = because === part && part.policy === 'award';
  const own = multiply(part.points, factor);
  // Parts of which only some exist may have more points, or fewer, than the whole that is awarded.
  const isWhole = state === 'not-applicable' && (isAwarded || isFull);
  if (part.parts && part.combined !== true && !isWhole)
    return sum(
      part.parts.map((inner) => {
        const inside = shares.get(inner.key);
        return inside ? pointsOf(inside, shares) : ZERO;
      }),
    );
  if (state === 'applicable' || isAwarded || isFull) return own;
  return ZERO;
}
