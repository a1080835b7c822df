// Departments whose totals are sums → an engine: the score of every part under each of its points is
// worked out once, as whole numbers of a common unit, and a weighting only looks them up and adds.
import type { Framework, Group, Node } from '../../model/framework.ts';
import { constantOf } from '../../model/expression.ts';
import type { GroupScore, NodeScore, ScoreSheet } from '../../model/sheet.ts';
import { gradesOf } from '../../evaluate/grade.ts';
import type { Rational } from '../../number/rational.ts';
import * as Q from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Range } from '../../types/range.ts';
import {
  addRanges,
  closed,
  point,
  sameRange,
  scaleRange,
  subtractRanges,
} from '../../types/range.ts';
import type { Engine } from './engine.ts';
import { holdsAny, isSum, isSumFor, shareOfSum } from './obstacles.ts';
import type { Scored } from './scaled-scores.ts';
import { createPartAlone, scoreUnder } from './scaled-scores.ts';
import type { ScoreTable, SumPlan } from './sum-plan.ts';
import { sumOfPlan } from './sum-plan.ts';
import type { VariedPart } from './weighting.ts';
import { pointsAt } from './weighting.ts';

/** An engine of tables; undefined where some department's total is no sum of whole numbers. */
export function createTableEngine(
  framework: Framework,
  parts: readonly VariedPart[],
  step: Rational,
  departments: readonly (Scored & { readonly sheet: ScoreSheet })[],
): Engine | undefined {
  const varied = new Set(parts.map(({ node }) => node));
  if (!isSum(framework)) return undefined;
  // A rule such as the sum of all parts over 120 times 100 may as well be applied to each of them.
  const share = framework.combine ? (shareOfSum(framework.combine) ?? Q.ONE) : Q.ONE;
  if (!departments.every(({ sheet }) => isSumFor(sheet, varied))) return undefined;
  const alone = createPartAlone(framework);
  const tables = departments.map((each) => {
    const scores = new Map(allScores(each.sheet.children).map((score) => [nodeOf(score), score]));
    return parts.map((part): readonly Range[] => {
      const score = scores.get(part.node);
      if (!score) return [];
      const under = scoreUnder(framework, each, score, alone);
      // What the sheet says must come out at the part's own points.
      if (!sameRange(under(part.node.points), score.score)) return [];
      const count = part.most - part.fewest + 1;
      return Array.from({ length: count }, (_, at) =>
        scaleRange(under(pointsAt(part, part.fewest + at, step)), share),
      );
    });
  });
  if (tables.some((table) => table.some((ranges) => ranges.length === 0))) return undefined;
  const rests = restsOf(
    framework,
    parts,
    departments.map(({ sheet }) => sheet),
    share,
  );
  if (!Q.equal(share, Q.ONE) && rests.length > 1) return undefined;
  const unit = unitOf(framework, [...tables.flat(2), ...rests.flatMap(({ ranges }) => ranges)]);
  if (unit === undefined) return undefined;
  const side = (of: 'low' | 'high') => ({
    plan: planOf(framework, rests, unit, of),
    tables: tables.map((table) =>
      table.map((ranges) => Float64Array.from(ranges, (range) => whole(range[of]?.value, unit))),
    ),
  });
  return engineOf(framework, parts, departments, unit, side('low'), side('high'));
}

interface Side {
  readonly plan: SumPlan;
  readonly tables: readonly ScoreTable[];
}

function engineOf(
  framework: Framework,
  parts: readonly VariedPart[],
  departments: readonly { readonly sheet: ScoreSheet }[],
  unit: bigint,
  lows: Side,
  highs: Side,
): Engine {
  const low = new Float64Array(departments.length);
  const high = new Float64Array(departments.length);
  const known = departments.map((_, place) => isSame(place, lows, highs));
  const fromFewest = new Int32Array(parts.length);
  const earned = departments.map(() => new Map<string, readonly string[]>());
  const fraction = (units: number) => Q.rational(BigInt(units), unit);
  const total = (place: number): Range =>
    closed(fraction(low[place] ?? 0), fraction(high[place] ?? 0));
  return {
    low,
    high,
    isAbsolute: true,
    score: (steps) => {
      parts.forEach(({ fewest }, part) => (fromFewest[part] = (steps[part] ?? 0) - fewest));
      for (let place = 0; place < low.length; place++) {
        const table = lows.tables[place] ?? [];
        const least = sumOfPlan(lows.plan, place, table, fromFewest);
        low[place] = least;
        high[place] = known[place]
          ? least
          : sumOfPlan(highs.plan, place, highs.tables[place] ?? [], fromFewest);
      }
    },
    total,
    grades: (place) => {
      const key = `${low[place]} ${high[place]}`;
      const memory = earned[place] ?? new Map<string, readonly string[]>();
      let grades = memory.get(key);
      const sheet = departments[place]?.sheet;
      if (!grades && sheet) {
        grades = gradesOf(framework, total(place), sheet, sheet.gradeConditions);
        memory.set(key, grades);
      }
      return grades ?? [];
    },
  };
}

function isSame(place: number, lows: Side, highs: Side): boolean {
  const rests = (plan: SumPlan): number[] => [plan.rest[place] ?? 0, ...plan.inner.flatMap(rests)];
  const figures = ({ plan, tables }: Side) => [
    ...rests(plan),
    ...(tables[place] ?? []).flatMap((table) => [...table]),
  ];
  const above = figures(highs);
  return figures(lows).every((figure, at) => figure === above[at]);
}

/** A sum that holds varied parts: the top, or a group that rounds its sum. */
interface Rest {
  readonly group: Group | undefined;
  readonly parts: readonly number[];
  readonly inner: readonly Rest[];
  /** What does not vary, by department. */
  readonly ranges: readonly Range[];
  readonly rounding: Rounding | undefined;
}

function restsOf(
  framework: Framework,
  parts: readonly VariedPart[],
  sheets: readonly ScoreSheet[],
  share: Rational,
): Rest[] {
  const varied = new Set(parts.map(({ node }) => node));
  const all: Rest[] = [];
  const build = (
    group: Group | undefined,
    scores: readonly (readonly NodeScore[])[],
    rounding: Rounding | undefined,
  ): Rest => {
    const places: number[] = [];
    const inner: Rest[] = [];
    let ranges = scores.map(() => point(Q.ZERO));
    const visit = (columns: readonly (readonly NodeScore[])[], isTop: boolean): void => {
      const first = columns[0] ?? [];
      first.forEach((sample, at) => {
        const column = columns.map((row) => row[at] ?? sample);
        const node = nodeOf(sample);
        if (varied.has(node)) {
          places.push(parts.findIndex((part) => part.node === node));
        } else if (sample.kind === 'group' && !sample.group.combine && holdsAny(sample, varied)) {
          const below = column.map((score) => (score as GroupScore).children);
          const own = sample.group.rounding ?? framework.roundings.groups;
          if (own) inner.push(build(sample.group, below, own));
          else visit(below, false);
        } else {
          // Bonus and penalty stand beside the rule over all parts.
          const standing = isTop && node.kind === 'group' ? node.standing : 'counted';
          const join = standing === 'penalty' ? subtractRanges : addRanges;
          const times = standing === 'counted' ? share : Q.ONE;
          ranges = ranges.map((range, place) =>
            join(range, scaleRange((column[place] ?? sample).score, times)),
          );
        }
      });
    };
    visit(scores, group === undefined);
    const rest = { group, parts: places, inner, ranges, rounding };
    all.push(rest);
    return rest;
  };
  build(
    undefined,
    sheets.map(({ children }) => children),
    framework.roundings.total,
  );
  return all;
}

function planOf(
  framework: Framework,
  rests: readonly Rest[],
  unit: bigint,
  side: 'low' | 'high',
): SumPlan {
  const cap = (expression: Framework['totalCaps']['atMost']) => {
    const value = expression && constantOf(expression);
    return value && whole(value, unit);
  };
  const plan = ({ group, parts, inner, ranges, rounding }: Rest): SumPlan => ({
    parts,
    inner: inner.map(plan),
    rest: Float64Array.from(ranges, (range) => whole(range[side]?.value, unit)),
    rounding: rounding && { step: whole(rounding.step, unit), mode: rounding.mode },
    atLeast: group ? undefined : cap(framework.totalCaps.atLeast),
    atMost: group ? undefined : cap(framework.totalCaps.atMost),
  });
  const top = rests.find(({ group }) => group === undefined);
  if (!top) throw new Error('a framework has a total');
  return plan(top);
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** The parts of a point that all figures are multiples of; undefined where sums would not be exact. */
function unitOf(framework: Framework, ranges: readonly Range[]): bigint | undefined {
  const { roundings, totalCaps } = framework;
  const others = [
    roundings.total?.step,
    roundings.groups?.step,
    ...groupSteps(framework.children),
    ...[totalCaps.atLeast, totalCaps.atMost].map((cap) => cap && constantOf(cap)),
  ].filter((each) => each !== undefined);
  const figures = [...ranges.flatMap(({ low, high }) => [low?.value, high?.value]), ...others];
  let unit = 1n;
  let most = Q.ZERO;
  for (const figure of figures) {
    if (!figure) return undefined;
    unit *= figure.d / Q.gcd(unit, figure.d);
    most = Q.maximum(most, Q.absolute(figure));
    if (unit > LARGEST) return undefined;
  }
  // A sum of so many figures, and twice of it for rounding.
  const bound = Q.multiply(most, Q.rational(unit * BigInt(2 * ranges.length + 2)));
  return Q.ceiling(bound).n > LARGEST ? undefined : unit;
}

function groupSteps(nodes: readonly Node[]): Rational[] {
  return nodes.flatMap((node) =>
    node.kind === 'group'
      ? [...(node.rounding ? [node.rounding.step] : []), ...groupSteps(node.children)]
      : [],
  );
}

function whole(value: Rational | undefined, unit: bigint): number {
  return value ? Number((value.n * unit) / value.d) : 0;
}

function nodeOf(score: NodeScore): Node {
  return score.kind === 'indicator' ? score.indicator : score.group;
}

function allScores(scores: readonly NodeScore[]): NodeScore[] {
  return scores.flatMap((score) =>
    score.kind === 'group' ? [score, ...allScores(score.children)] : [score],
  );
}
