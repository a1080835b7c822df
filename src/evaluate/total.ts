// The total: the counted parts added up or combined, bonuses added and penalties subtracted, then
// limits, rounding and strikes.
import type { Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { point } from '../types/range.ts';
import { limit, limitsOf, roundScore } from './adjust.ts';
import { rawSum } from './finish-node.ts';
import type { Run } from './score-node.ts';
import type { Strikes } from './strike.ts';
import { strike, strikesOn } from './strike.ts';

/** The total with what it rests on. */
export interface TotalScore {
  readonly score: Range;
  /** Before anything struck it. */
  readonly standing: Range;
  readonly steps: readonly Step[];
  readonly strikes: Strikes;
  readonly reads: ReadonlySet<string>;
}

/** Works out the total of a run. */
export function scoreTotal(run: Run): TotalScore {
  const { scoring } = run;
  const { framework } = scoring;
  const reads = new Set<string>();
  const combined = run.combined(undefined);
  const steps: Step[] = [];
  if (combined) {
    steps.push(...combined.steps);
    for (const name of combined.reads) reads.add(name);
  }
  const limits = scoring.noting(reads, () => limitsOf(scoring, framework.totalCaps));
  const sum = run.sum(undefined)?.score ?? rawSum(run, undefined);
  const limited = limit(limits, sum, steps);
  const rounding = framework.roundings.total;
  const standing = roundScore(rounding, limited, steps);
  const strikes = strikesOn(scoring, framework);
  const full = point(framework.total);
  const score = strike(strikes, { full, standing, rounding }, steps);
  for (const name of strikes.reads) reads.add(name);
  for (const node of framework.children) for (const name of run.sheet(node).reads) reads.add(name);
  return { score, standing, steps, strikes, reads };
}
