// What a change of framework does to departments: totals, grades and places before and after, and which
// indicator accounts for how much of the difference. The parts add up to the whole exactly, at both ends
// where something is not known: indicators give the change of their own score, each group and the total the
// change of what they add to or take from their parts (limits, roundings, strikes, ways of combining).
import { createEvaluator, evaluateTogether } from '../../evaluate/evaluate.ts';
import type { Department } from '../../input/department.ts';
import type { Framework, Group, Indicator, Node } from '../../model/framework.ts';
import type { NodeScore, ScoreSheet } from '../../model/sheet.ts';
import { isComparative } from '../../model/comparative.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { point } from '../../types/range.ts';
import { matchNodes } from './matching.ts';

/** One department, as both frameworks take it. */
export interface Compared {
  readonly before: Department;
  readonly after: Department;
}

/** A change at its least and at its most; undefined where there is no limit. Equal where all is known. */
export interface Shift {
  readonly least: Rational | undefined;
  readonly most: Rational | undefined;
}

/** What one part does to the total. */
export type PartEffect =
  | {
      readonly kind: 'indicator';
      /** Undefined on the side that does not have it. */
      readonly before: Indicator | undefined;
      readonly after: Indicator | undefined;
      readonly scoreBefore: Range | undefined;
      readonly scoreAfter: Range | undefined;
      /** Of the total: turned round where it stands in a penalty. */
      readonly shift: Shift;
    }
  /** What a group does with the sum of its parts; without a group, what the total does. */
  | {
      readonly kind: 'around';
      readonly before: Group | undefined;
      readonly after: Group | undefined;
      readonly shift: Shift;
    };

/** Places by total, counted from 1; from the best to the worst that open totals allow. */
export interface Place {
  readonly best: number;
  readonly worst: number;
}

export interface DepartmentEffect {
  readonly name: string;
  readonly year: string;
  readonly before: ScoreSheet;
  readonly after: ScoreSheet;
  /** Of the total. The shifts of all parts add up to it, least to least and most to most. */
  readonly shift: Shift;
  /** Every part that shifts the total or may do so, the largest shift first. */
  readonly parts: readonly PartEffect[];
  /** Among the departments given. */
  readonly places: { readonly before: Place; readonly after: Place };
}

/** Scores departments under both frameworks. */
export function effectOn(
  [before, after]: readonly [Framework, Framework],
  departments: readonly Compared[],
  onProgress?: (done: number, total: number) => void,
): readonly DepartmentEffect[] {
  const total = departments.length * 2;
  const sheets = {
    before: scored(
      before,
      departments.map((each) => each.before),
      (done) => onProgress?.(done, total),
    ),
    after: scored(
      after,
      departments.map((each) => each.after),
      (done) => onProgress?.(departments.length + done, total),
    ),
  };
  const pairs = matchNodes(before, after);
  return departments.flatMap((each, at): DepartmentEffect[] => {
    const [one, other] = [sheets.before[at], sheets.after[at]];
    if (one === undefined || other === undefined) return [];
    const added = { before: contributionsIn(one), after: contributionsIn(other) };
    const parts = pairs.map((pair) => partEffect(pair.before, pair.after, added));
    const whole = { before: added.before.get(TOTAL), after: added.after.get(TOTAL) };
    parts.push({
      kind: 'around',
      before: undefined,
      after: undefined,
      shift: shiftOf(whole.before?.own, whole.after?.own),
    });
    return [
      {
        name: each.before.name,
        year: each.before.year,
        before: one,
        after: other,
        shift: shiftOf(endsOf(one.total), endsOf(other.total)),
        parts: parts.filter(({ shift }) => !isNothing(shift)).sort(bySize),
        places: { before: placeOf(sheets.before, at), after: placeOf(sheets.after, at) },
      },
    ];
  });
}

function scored(
  framework: Framework,
  departments: readonly Department[],
  onProgress: (done: number) => void,
): readonly ScoreSheet[] {
  if (isComparative(framework) && departments.length > 1) {
    const sheets = evaluateTogether(framework, departments);
    onProgress(departments.length);
    return sheets;
  }
  const evaluate = createEvaluator(framework);
  return departments.map((department, at) => {
    const sheet = evaluate(department);
    onProgress(at + 1);
    return sheet;
  });
}

// What the total gets through each part: `own` without what comes from the parts inside it.
interface Contribution {
  readonly score: Range | undefined;
  readonly own: Ends;
}

interface Ends {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

const NOTHING: Ends = { low: Q.ZERO, high: Q.ZERO };
const TOTAL = 'total';

function contributionsIn(sheet: ScoreSheet): ReadonlyMap<Node | typeof TOTAL, Contribution> {
  const found = new Map<Node | typeof TOTAL, Contribution>();
  // Gives what the part adds to the total in all.
  const visit = (node: NodeScore, isTaken: boolean): Ends => {
    const isPenalty = node.kind === 'group' && node.group.standing === 'penalty';
    const isNegative = isPenalty !== isTaken;
    const all = isNegative ? turned(endsOf(node.score)) : endsOf(node.score);
    if (node.kind === 'indicator') {
      found.set(node.indicator, { score: node.score, own: all });
      return all;
    }
    const inside = node.children.map((child) => visit(child, isNegative)).reduce(plus, NOTHING);
    found.set(node.group, { score: node.score, own: less(all, inside) });
    return all;
  };
  const inside = sheet.children.map((child) => visit(child, false)).reduce(plus, NOTHING);
  found.set(TOTAL, { score: sheet.total, own: less(endsOf(sheet.total), inside) });
  return found;
}

function partEffect(
  before: Node | undefined,
  after: Node | undefined,
  added: Readonly<Record<'before' | 'after', ReturnType<typeof contributionsIn>>>,
): PartEffect {
  const [one, other] = [before && added.before.get(before), after && added.after.get(after)];
  const shift = shiftOf(one?.own, other?.own);
  const indicator = (node: Node | undefined) => (node?.kind === 'indicator' ? node : undefined);
  const group = (node: Node | undefined) => (node?.kind === 'group' ? node : undefined);
  if ((after ?? before)?.kind === 'group')
    return { kind: 'around', before: group(before), after: group(after), shift };
  return {
    kind: 'indicator',
    before: indicator(before),
    after: indicator(after),
    scoreBefore: one?.score,
    scoreAfter: other?.score,
    shift,
  };
}

// The least change is from the most before to the least after.
function shiftOf(before: Ends = NOTHING, after: Ends = NOTHING): Shift {
  return { least: difference(after.low, before.high), most: difference(after.high, before.low) };
}

// Ends of irrational figures close in on them; what is not closed is an end all the same.
function endsOf({ low, high }: Range): Ends {
  return { low: low?.value, high: high?.value };
}

function turned({ low, high }: Ends): Ends {
  return { low: high && Q.negate(high), high: low && Q.negate(low) };
}

function plus(one: Ends, other: Ends): Ends {
  return {
    low: one.low && other.low && Q.add(one.low, other.low),
    high: one.high && other.high && Q.add(one.high, other.high),
  };
}

function less(one: Ends, other: Ends): Ends {
  return { low: difference(one.low, other.low), high: difference(one.high, other.high) };
}

function difference(one: Rational | undefined, other: Rational | undefined): Rational | undefined {
  return one && other && Q.subtract(one, other);
}

function isNothing({ least, most }: Shift): boolean {
  return least !== undefined && most !== undefined && Q.signOf(least) === 0 && Q.signOf(most) === 0;
}

function bySize(one: PartEffect, other: PartEffect): number {
  return Q.compare(sizeOf(other.shift), sizeOf(one.shift));
}

function sizeOf({ least, most }: Shift): Rational {
  return Q.maximum(Q.absolute(least ?? Q.ZERO), Q.absolute(most ?? Q.ZERO));
}

function placeOf(sheets: readonly ScoreSheet[], at: number): Place {
  const own = sheets[at]?.total ?? point(Q.ZERO);
  const others = sheets.filter((_, other) => other !== at).map(({ total }) => total);
  const isAbove = (one: Rational | undefined, other: Rational | undefined, unlimited: boolean) =>
    one && other ? Q.compare(one, other) > 0 : unlimited;
  const certainly = others.filter(({ low }) => isAbove(low?.value, own.high?.value, false));
  const possibly = others.filter(({ high }) => isAbove(high?.value, own.low?.value, true));
  return { best: 1 + certainly.length, worst: 1 + possibly.length };
}
