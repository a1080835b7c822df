// What it would take, for programs: every figure as exact text in the unit of its input. The shape only
// ever grows.
import type { Combination } from '../analyze/whatif/combination.ts';
import type { Lever } from '../analyze/whatif/lever.ts';
import type { Outcome } from '../analyze/whatif/outcome.ts';
import type { Alone, Reached, WhatIf } from '../analyze/whatif/whatif.ts';
import { formatExact } from '../number/decimal.ts';
import { ONE, divide } from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Value } from '../types/value.ts';
import type { ScoreJson } from './json-shape.ts';
import type { ValueJson } from './output-json.ts';
import { valueJson } from './output-json.ts';
import { scoreJson } from './score-json.ts';

export interface WhatIfJson {
  readonly ruleset: { readonly name: string; readonly year: string; readonly hash: string };
  readonly department: string;
  readonly year: string;
  readonly goal: {
    readonly kind: 'total' | 'grade' | 'score';
    readonly grade: string | null;
    readonly path: readonly string[] | null;
    readonly least: string | null;
  };
  readonly now: OutcomeJson;
  /** Whether the department reaches the goal as it is; `possible` where that hangs on missing data. */
  readonly reached: 'yes' | 'possible' | 'no';
  /** What can move the result alone; what reaches the goal at the lowest cost first. */
  readonly alone: readonly AloneJson[];
  /** What can be changed and moves nothing. */
  readonly idle: readonly string[];
  readonly fixed: readonly { readonly name: string; readonly why: string }[];
  /** Null where the goal is reached, or nothing moves the result. */
  readonly together: CombinationJson | null;
}

interface OutcomeJson {
  readonly total: ScoreJson;
  readonly grades: readonly string[];
  /** Of what the goal is about. */
  readonly score: ScoreJson;
}

interface LeverJson {
  readonly name: string;
  readonly input: string;
  readonly unit: string | null;
  /** Null where it is not known. */
  readonly now: ValueJson;
}

interface AloneJson extends LeverJson {
  readonly reached: readonly ReachedJson[];
  /** Sides on which it could not be told whether anything further away reaches the goal. */
  readonly open: readonly string[];
  /** Between which scores it can move the result. */
  readonly over: ScoreJson;
}

interface ReachedJson {
  readonly side: 'more' | 'less' | 'other';
  readonly value: ValueJson;
  /** The choice, or the findings that are met besides. */
  readonly words: readonly string[];
  readonly change: string | null;
  /** The value one step nearer, which does not reach the goal. */
  readonly notEnough: ValueJson;
  /** Where exactly the result turns; null where that is at the value, or not worked out. */
  readonly border: { readonly value: string; readonly included: boolean } | null;
  readonly after: OutcomeJson;
  readonly cost: string | null;
  readonly breaks: readonly string[];
}

type CombinationJson =
  | {
      readonly kind: 'found';
      readonly changes: readonly (LeverJson & {
        readonly value: ValueJson;
        readonly words: readonly string[];
        readonly cost: string;
      })[];
      readonly cost: string;
      readonly after: OutcomeJson;
      readonly breaks: readonly string[];
      /** Nothing cheaper reaches the goal that changes at most one input in what one rule reads. */
      readonly provedCheapest: boolean;
      /** What such changes cost at least; null where nothing is proved of that. */
      readonly atLeast: string | null;
      readonly onePerRule: boolean;
      readonly doubts: readonly string[];
    }
  | { readonly kind: 'impossible' | 'not-found'; readonly over: ScoreJson };

/** The answer for one department, for programs. */
export function whatIfJson(answer: WhatIf): WhatIfJson {
  const { framework, department, goal, now, reached, alone, idle, fixed, together } = answer;
  const { name, period, hash } = framework;
  return {
    ruleset: { name, year: period, hash },
    department: department.name,
    year: department.year,
    goal: {
      kind: goal.kind,
      grade: goal.kind === 'grade' ? goal.grade : null,
      path: goal.kind === 'score' ? goal.path : null,
      least: goal.kind === 'grade' ? null : formatExact(goal.least),
    },
    now: outcomeJson(now),
    reached: reached === 'all' ? 'yes' : reached === 'some' ? 'possible' : 'no',
    alone: alone.map(aloneJson),
    idle: idle.map((lever) => lever.name),
    fixed: fixed.map(({ input, why }) => ({ name: input.name, why })),
    together: together ? combinationJson(together) : null,
  };
}

function outcomeJson({ total, grades, measured }: Outcome): OutcomeJson {
  return { total: scoreJson(total), grades, score: scoreJson(measured) };
}

function leverJson(lever: Lever): LeverJson {
  const { name, input, unit, current } = lever;
  return {
    name,
    input: input.name,
    unit: unit?.label ?? null,
    now: current ? written(lever, current) : null,
  };
}

function written({ unit }: Lever, value: Value): ValueJson {
  return valueJson(value, unit?.scale ?? ONE);
}

function figure({ unit }: Lever, value: Rational): string {
  return formatExact(divide(value, unit?.scale ?? ONE));
}

function aloneJson({ lever, reached, open, over }: Alone): AloneJson {
  return {
    ...leverJson(lever),
    reached: reached.map((way) => reachedJson(lever, way)),
    open,
    over: scoreJson(over),
  };
}

function reachedJson(lever: Lever, way: Reached): ReachedJson {
  const { side, value, words, change, short, border, after, cost, breaks } = way;
  return {
    side,
    value: written(lever, value),
    words,
    change: change ? figure(lever, change) : null,
    notEnough: short ? written(lever, short) : null,
    border: border ? { value: figure(lever, border.value), included: border.included } : null,
    after: outcomeJson(after),
    cost: cost ? formatExact(cost) : null,
    breaks,
  };
}

function combinationJson(combination: Combination): CombinationJson {
  if (combination.kind !== 'found')
    return { kind: combination.kind, over: scoreJson(combination.over) };
  const { changes, cost, after, breaks, isCheapest, atLeast, isOnePerRule, doubts } = combination;
  return {
    kind: 'found',
    changes: changes.map((change) => ({
      ...leverJson(change.lever),
      value: written(change.lever, change.value),
      words: change.words,
      cost: formatExact(change.cost),
    })),
    cost: formatExact(cost),
    after: outcomeJson(after),
    breaks,
    provedCheapest: isCheapest,
    atLeast: atLeast ? formatExact(atLeast) : null,
    onePerRule: isOnePerRule,
    doubts,
  };
}
