// How sensitive a department's scores are, for programs: every figure as exact text in the unit of its
// input. The shape only ever grows.
import type { BreakPoint } from '../analyze/sensitivity/break-points.ts';
import type { Bar, Sensitivity } from '../analyze/sensitivity/sensitivity.ts';
import type { Weight } from '../analyze/sensitivity/weights.ts';
import type { Lever } from '../analyze/whatif/lever.ts';
import { formatExact } from '../number/decimal.ts';
import { ONE, divide, multiply, rational, signOf } from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Value } from '../types/value.ts';
import type { ScoreJson } from './json-shape.ts';
import type { ValueJson } from './output-json.ts';
import { valueJson } from './output-json.ts';
import { scoreJson } from './score-json.ts';

export interface SensitivityJson {
  readonly ruleset: { readonly name: string; readonly year: string; readonly hash: string };
  readonly department: string;
  readonly year: string;
  /** In per cent of the figures as they are; null for all that is declared. */
  readonly by: string | null;
  readonly now: { readonly total: ScoreJson; readonly grades: readonly string[] };
  /** What moves the total, the most first. */
  readonly tornado: readonly BarJson[];
  /** Where the scores of indicators change: jumps before gradual changes, each the nearest first. */
  readonly breakPoints: readonly BreakPointJson[];
  /** What one point more would mean for each part; empty where a rule combines the scores. */
  readonly weights: readonly WeightJson[];
  readonly idle: readonly string[];
  readonly fixed: readonly { readonly name: string; readonly why: string }[];
  /** Where it could not be told whether anything further away changes a score. */
  readonly open: readonly { readonly name: string; readonly path: readonly string[] }[];
}

interface LeverJson {
  readonly name: string;
  readonly input: string;
  readonly unit: string | null;
  readonly now: ValueJson;
}

interface BarJson extends LeverJson {
  /** Null for words, of which every other is meant. */
  readonly values: ValueJson;
  readonly lowest: string | null;
  readonly highest: string | null;
  /** Whether both totals are reached, or come as near to as one likes. */
  readonly exact: boolean;
  readonly atLow: ScoreJson | null;
  readonly atHigh: ScoreJson | null;
}

interface BreakPointJson extends LeverJson {
  readonly path: readonly string[];
  readonly side: 'more' | 'less' | 'other';
  /** The nearest value at which the score is another. */
  readonly value: ValueJson;
  readonly words: readonly string[];
  /** The value one step nearer, at which it is still the same. */
  readonly lastSame: ValueJson;
  readonly border: { readonly value: string; readonly included: boolean } | null;
  readonly change: string | null;
  /** Of the figure as it is, with a sign; null from 0 and for words. */
  readonly changePercent: string | null;
  readonly before: string;
  readonly after: ScoreJson;
  readonly jump: boolean;
  readonly total: ScoreJson;
  readonly grades: readonly string[];
}

interface WeightJson {
  readonly path: readonly string[];
  readonly points: string;
  readonly share: ScoreJson;
  readonly siblingsShare: ScoreJson;
  readonly effect: ScoreJson;
}

/** The answer for one department, for programs. */
export function sensitivityJson(answer: Sensitivity): SensitivityJson {
  const { framework, department, by, now, tornado, breakPoints, weights, idle, fixed, open } =
    answer;
  const { name, period, hash } = framework;
  return {
    ruleset: { name, year: period, hash },
    department: department.name,
    year: department.year,
    by: by ? percent(by) : null,
    now: { total: scoreJson(now.total), grades: now.grades },
    tornado: tornado.map(barJson),
    breakPoints: breakPoints.map(breakPointJson),
    weights: weights.map(weightJson),
    idle: idle.map((lever) => lever.name),
    fixed: fixed.map(({ input, why }) => ({ name: input.name, why })),
    open: open.map(({ lever, path }) => ({ name: lever.name, path })),
  };
}

function percent(share: Rational): string {
  return formatExact(multiply(share, rational(100)));
}

function leverJson(lever: Lever): LeverJson {
  const { name, input, unit, current } = lever;
  const now = current ? written(lever, current) : null;
  return { name, input: input.name, unit: unit?.label ?? null, now };
}

function written({ unit }: Lever, value: Value): ValueJson {
  return valueJson(value, unit?.scale ?? ONE);
}

function barJson({ lever, values, total, atLow, atHigh }: Bar): BarJson {
  const { moves } = lever;
  const { low, high } = total.range;
  return {
    ...leverJson(lever),
    values:
      values && moves.kind === 'grid' ? written(lever, { kind: moves.of, range: values }) : null,
    lowest: low ? formatExact(low.value) : null,
    highest: high ? formatExact(high.value) : null,
    exact: total.exact,
    atLow: atLow ? scoreJson(atLow) : null,
    atHigh: atHigh ? scoreJson(atHigh) : null,
  };
}

function breakPointJson(each: BreakPoint): BreakPointJson {
  const { lever, path, way, share, before, after, isJump, total, grades } = each;
  const { side, value, words, short, border, change } = way;
  const scale = lever.unit?.scale ?? ONE;
  const sign = change && signOf(change) < 0 ? '-' : '';
  return {
    ...leverJson(lever),
    path,
    side,
    value: written(lever, value),
    words,
    lastSame: short ? written(lever, short) : null,
    border: border
      ? { value: formatExact(divide(border.value, scale)), included: border.included }
      : null,
    change: change ? formatExact(divide(change, scale)) : null,
    changePercent: share ? sign + percent(share) : null,
    before: formatExact(before),
    after: scoreJson(after),
    jump: isJump,
    total: scoreJson(total),
    grades,
  };
}

function weightJson({ path, points, share, siblings, effect }: Weight): WeightJson {
  return {
    path,
    points: formatExact(points),
    share: scoreJson(share),
    siblingsShare: scoreJson(siblings),
    effect: scoreJson(effect),
  };
}
