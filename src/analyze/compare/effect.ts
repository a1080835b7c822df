// What a change of framework does to departments: totals, grades and places before and after, and how
// much of the difference each indicator accounts for. The parts add up to the whole: what the indicators
// leave over is due to limits, roundings and strikes of groups and of the total.
import { createEvaluator, evaluateTogether } from '../../evaluate/evaluate.ts';
import type { EvaluateSettings } from '../../evaluate/evaluate.ts';
import type { Department } from '../../input/department.ts';
import type { Framework, Indicator } from '../../model/framework.ts';
import type { NodeScore, ScoreSheet } from '../../model/sheet.ts';
import { ZERO, compare, signOf } from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { addRanges, point, pointOf, subtractRanges } from '../../types/range.ts';
import { matchNodes } from './matching.ts';

/** One department, as both frameworks take it. */
export interface Compared {
  readonly before: Department;
  readonly after: Department;
}

/** How an indicator's score changes; undefined on the side that does not have it. */
export interface PartEffect {
  readonly before: Indicator | undefined;
  readonly after: Indicator | undefined;
  readonly scoreBefore: Range;
  readonly scoreAfter: Range;
  /** After less before. */
  readonly change: Range;
}

export interface DepartmentEffect {
  readonly name: string;
  readonly before: ScoreSheet;
  readonly after: ScoreSheet;
  /** Of the total, after less before. */
  readonly change: Range;
  /** The indicators whose scores change or may change, the largest change first. */
  readonly parts: readonly PartEffect[];
  /** The change of the total less those of all indicators. */
  readonly rest: Range;
  /** Counted from 1 by total, equal totals alike; undefined where some total is not known. */
  readonly places: { readonly before: number; readonly after: number } | undefined;
}

/** Scores departments under both frameworks. */
export function effectOn(
  [before, after]: readonly [Framework, Framework],
  departments: readonly Compared[],
  settings: Pick<EvaluateSettings, 'options'> = {},
): readonly DepartmentEffect[] {
  const sheets = {
    before: scored(
      before,
      departments.map((each) => each.before),
      settings,
    ),
    after: scored(
      after,
      departments.map((each) => each.after),
      settings,
    ),
  };
  const pairs = matchNodes(before, after).flatMap(({ before: one, after: other }) =>
    (one ?? other)?.kind === 'indicator'
      ? [{ one: asIndicator(one), other: asIndicator(other) }]
      : [],
  );
  const places = { before: placesOf(sheets.before), after: placesOf(sheets.after) };
  return departments.flatMap(({ before: { name } }, at) => {
    const [one, other] = [sheets.before[at], sheets.after[at]];
    if (one === undefined || other === undefined) return [];
    const scores = { before: scoresOf(one.children), after: scoresOf(other.children) };
    const all = pairs.map((pair) => partEffect(pair.one, pair.other, scores));
    const change = changeBetween(one.total, other.total);
    const explained = all.map((part) => part.change).reduce(addRanges, NOTHING);
    const place = { before: places.before?.[at], after: places.after?.[at] };
    return [
      {
        name,
        before: one,
        after: other,
        change,
        parts: all.filter((part) => !isNothing(part.change)).sort(bySize),
        rest: subtractRanges(change, explained),
        places:
          place.before === undefined || place.after === undefined
            ? undefined
            : { before: place.before, after: place.after },
      },
    ];
  });
}

const NOTHING: Range = point(ZERO);

function scored(
  framework: Framework,
  departments: readonly Department[],
  settings: Pick<EvaluateSettings, 'options'>,
): readonly ScoreSheet[] {
  if (departments.length > 1) return evaluateTogether(framework, departments, settings);
  const evaluate = createEvaluator(framework);
  return departments.map((department) => evaluate(department, settings));
}

function asIndicator(node: { readonly kind: string } | undefined): Indicator | undefined {
  return node?.kind === 'indicator' ? (node as Indicator) : undefined;
}

type Scores = ReadonlyMap<Indicator, Range>;

function scoresOf(nodes: readonly NodeScore[]): Scores {
  const found = new Map<Indicator, Range>();
  const walk = (node: NodeScore): void => {
    if (node.kind === 'group') node.children.forEach(walk);
    else found.set(node.indicator, node.score);
  };
  nodes.forEach(walk);
  return found;
}

function partEffect(
  before: Indicator | undefined,
  after: Indicator | undefined,
  scores: { readonly before: Scores; readonly after: Scores },
): PartEffect {
  const scoreBefore = (before && scores.before.get(before)) ?? NOTHING;
  const scoreAfter = (after && scores.after.get(after)) ?? NOTHING;
  const change = changeBetween(scoreBefore, scoreAfter);
  return { before, after, scoreBefore, scoreAfter, change };
}

function changeBetween(before: Range, after: Range): Range {
  return subtractRanges(after, before);
}

function isNothing(change: Range): boolean {
  const figure = pointOf(change);
  return figure !== undefined && signOf(figure) === 0;
}

function bySize(a: PartEffect, b: PartEffect): number {
  const [one, other] = [sizeOf(a.change), sizeOf(b.change)];
  return compare(other, one);
}

function sizeOf({ low, high }: Range) {
  const [from, to] = [low?.value ?? ZERO, high?.value ?? ZERO];
  const lowest = signOf(from) < 0 ? { n: -from.n, d: from.d } : from;
  const highest = signOf(to) < 0 ? { n: -to.n, d: to.d } : to;
  return compare(lowest, highest) > 0 ? lowest : highest;
}

function placesOf(sheets: readonly ScoreSheet[]): readonly number[] | undefined {
  const totals = sheets.map(({ total }) => pointOf(total));
  const known = totals.filter((total) => total !== undefined);
  if (known.length < totals.length) return undefined;
  return known.map((total) => 1 + known.filter((other) => compare(other, total) > 0).length);
}
