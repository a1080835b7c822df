// What a combining rule can give in proofs: the rule over the scores of the parts, in every way in
// which they can be there, the points of those that are out moved to the others.
import type { Environment, PartReading } from '../interpret/environment.ts';
import type { Expression } from '../model/expression.ts';
import type { Node } from '../model/framework.ts';
import { placeKey } from '../model/score-uses.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import {
  EVERYTHING,
  closed,
  hull,
  multiplyRanges,
  point,
  pointOf,
  roundRange,
} from '../types/range.ts';
import { nodesOf } from './reading.ts';
import type { Study } from './study.ts';
import { itemRange, nodeRange } from './sums.ts';
import type { Part, Way } from './ways.ts';
import { combinedParts, presenceOf, waysOf } from './ways.ts';

/** Parts as they stand together, for departments of which the study knows. */
interface Standing {
  readonly study: Study;
  readonly readings: readonly PartReading[];
}

/** What an expression over the parts of a node, or of the top, can come to. */
export function combinedRange(study: Study, node: Node | undefined, rule: Expression): Range {
  const standings = study.aside(() => standingsOf(study, node));
  const ranges = standings.flatMap((standing): Range[] => {
    // A group without any part is none.
    if (node?.kind === 'group' && standing.readings.length === 0) return [point(Q.ZERO)];
    const interpreter = standing.study.interpreterIn(environmentOf(standing, node));
    return interpreter ? [interpreter.range(rule)] : [];
  });
  const [first = point(Q.ZERO), ...rest] = ranges;
  return rest.reduce(hull, first);
}

/** The parts of a node, or of the top, over all the ways in which they can be there. */
export function joinedReadings(study: Study, node: Node | undefined): PartReading[] {
  const standings = standingsOf(study, node);
  return combinedParts(study, node).flatMap(({ name }): PartReading[] => {
    const found = standings.flatMap(({ readings }) =>
      readings.filter((reading) => reading.name === name),
    );
    const [first, ...rest] = found;
    if (first === undefined) return [];
    const isSure = found.length === standings.length && found.every(isCertain);
    return [
      {
        name,
        score: rest.map(({ score }) => score).reduce(hull, first.score),
        rate: rest.map(({ rate }) => rate).reduce(hull, first.rate),
        certainty: isSure ? 'certain' : 'possible',
      },
    ];
  });
}

function isCertain({ certainty }: PartReading): boolean {
  return certainty === 'certain';
}

function standingsOf(study: Study, node: Node | undefined): readonly Standing[] {
  const ways = waysOf(study, node);
  if (ways === undefined) return [boundedStanding(study, node)];
  return ways.flatMap((way): Standing[] => {
    const { present, gone } = way;
    // A group of which all is out is out itself, and what it would give counts nowhere.
    if (node?.kind === 'group' && present.length === 0 && gone.length > 0) return [];
    const readings = present.map((part) => ({
      ...readingOf(way.study, part, factorOf(way, part, node)),
      certainty: 'certain' as const,
    }));
    return [{ study: way.study, readings }];
  });
}

// Each part may take over everything.
function boundedStanding(study: Study, node: Node | undefined): Standing {
  const parts = combinedParts(study, node);
  const isChosen = node?.kind === 'group' && node.pool !== undefined;
  const most = wholeOf(study, node);
  const readings = parts.flatMap((part): PartReading[] => {
    const { canBeIn, canBeOut } = presenceOf(study, part);
    if (!canBeIn) return [];
    const factor = closed(isChosen ? Q.ZERO : Q.ONE, timesOf(most, part));
    const certainty = isChosen || canBeOut ? 'possible' : 'certain';
    return [{ ...readingOf(study, part, factor), certainty }];
  });
  return { study, readings };
}

function wholeOf(study: Study, node: Node | undefined): Rational {
  const sum = Q.sum(combinedParts(study, node).map((part) => part.points));
  const own = node?.points ?? study.framework.total;
  return Q.compare(own, sum) > 0 ? own : sum;
}

function timesOf(most: Rational, { points }: Part): Rational {
  return Q.signOf(points) === 0 ? Q.ONE : Q.divide(most, points);
}

function readingOf(study: Study, part: Part, factor: Range): Omit<PartReading, 'certainty'> {
  const { name, points } = part;
  if (!('kind' in part)) {
    const score = itemRange(study, part);
    return { name, score, rate: rateOf(score, points) };
  }
  const { limited, score } = nodeRange(study, part);
  if (isOne(factor)) return { name, score, rate: rateOf(score, points) };
  const rounding = roundingOf(study, part);
  const at = (by: Range) => {
    const scaled = multiplyRanges(limited, by);
    const rounded = rounding ? roundRange(scaled, rounding) : scaled;
    return hull(rounded, multiplyRanges(score, by));
  };
  // Scores are rounded after they were scaled, so that rates differ most where the factor is least.
  const ends = [factor.low, factor.high].map((end) => end?.value ?? Q.ONE);
  const rates = ends.map((end) => rateOf(at(point(end)), Q.multiply(points, end)));
  return { name, score: at(factor), rate: rates.reduce(hull, rateOf(score, points)) };
}

function isOne(factor: Range): boolean {
  const known = pointOf(factor);
  return known !== undefined && Q.equal(known, Q.ONE);
}

function rateOf(score: Range, points: Rational): Range {
  return Q.signOf(points) === 0
    ? EVERYTHING
    : multiplyRanges(score, point(Q.divide(Q.ONE, points)));
}

function roundingOf({ framework: { roundings } }: Study, node: Node): Rounding | undefined {
  const general = node.kind === 'group' ? roundings.groups : roundings.indicators;
  return node.rounding ?? general;
}

// What the points of a part are multiplied by in a way.
function factorOf(way: Way, part: Part, node: Node | undefined): Range {
  const { study, present, gone, scale } = way;
  if (node === undefined && mayMoveFromInside(study, present))
    return closed(Q.ZERO, timesOf(wholeOf(study, node), part));
  const kept = Q.sum(present.map(({ points }) => points));
  if (gone.length === 0 || Q.signOf(kept) === 0) return point(scale);
  const growth = (moved: readonly Node[]) =>
    Q.divide(Q.sum([kept, ...moved.map(({ points }) => points)]), kept);
  // Of a group that all its parts have left, some may have taken their points nowhere.
  const whole = gone.filter(({ notApplicable }) => notApplicable !== undefined);
  return multiplyRanges(closed(growth(whole), growth(gone)), point(scale));
}

// From deep inside a part, points may move to all the others.
function mayMoveFromInside({ interpreter }: Study, parts: readonly Part[]): boolean {
  const inside = parts.flatMap((part) =>
    'kind' in part && part.kind === 'group' ? nodesOf(part.children) : [],
  );
  return inside.some(
    ({ notApplicable }) =>
      notApplicable?.policy === 'over-all' && interpreter.truth(notApplicable.condition).canBeTrue,
  );
}

// The same environment in which the parts score so.
function environmentOf({ study, readings }: Standing, node: Node | undefined): Environment {
  const { environment } = study;
  const whole = placeKey(node?.path ?? []);
  const scores = new Map(
    combinedParts(study, node).map(({ name, path }) => [
      placeKey(path),
      readings.find((reading) => reading.name === name),
    ]),
  );
  return {
    ...environment,
    score: (of) => {
      const key = placeKey(of);
      if (!scores.has(key)) return known(environment.score?.(of));
      const reading = scores.get(key);
      const range = reading?.score ?? point(Q.ZERO);
      const isSure = reading === undefined || isCertain(reading);
      return { range: isSure ? range : hull(range, point(Q.ZERO)), reads: NO_READS };
    },
    parts: (path) =>
      placeKey(path) === whole
        ? { parts: readings, reads: NO_READS }
        : known(environment.parts?.(path)),
  };
}

const NO_READS: ReadonlySet<string> = new Set();

function known<Reading>(reading: Reading | undefined): Reading {
  if (reading === undefined) throw new Error('a study knows every score');
  return reading;
}
