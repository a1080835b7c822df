// Any departments → an engine that writes each weighting into the framework and asks the evaluator. Totals
// are fractions, which are put in order so that numbers compare as they do.
import { createEvaluator, evaluateTogether } from '../../evaluate/evaluate.ts';
import type { Framework } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import type { ScoreSheet } from '../../model/sheet.ts';
import type { Rational } from '../../number/rational.ts';
import * as Q from '../../number/rational.ts';
import { point } from '../../types/range.ts';
import type { Engine } from './engine.ts';
import type { Scored } from './scaled-scores.ts';
import { reweigh } from './reweigh.ts';
import type { Weights } from './reweigh.ts';
import type { VariedPart } from './weighting.ts';
import { pointsAt } from './weighting.ts';

/** An engine for every framework and department. */
export function createEvaluatorEngine(
  framework: Framework,
  parts: readonly VariedPart[],
  step: Rational,
  departments: readonly Scored[],
): Engine {
  const low = new Float64Array(departments.length);
  const high = new Float64Array(departments.length);
  let sheets: readonly ScoreSheet[] = [];
  return {
    low,
    high,
    isAbsolute: false,
    score: (steps) => {
      const weights = new Map(
        parts.map((part, place) => [
          placeKey(part.node.path),
          pointsAt(part, steps[place] ?? 0, step),
        ]),
      );
      sheets = scoredUnder(framework, weights, departments);
      placeInOrder(sheets, low, high);
    },
    grades: (place) => sheets[place]?.grades ?? [],
    total: (place) => sheets[place]?.total ?? point(Q.ZERO),
  };
}

/** The score sheets of departments under new points. */
export function scoredUnder(
  framework: Framework,
  weights: Weights,
  departments: readonly Scored[],
): ScoreSheet[] {
  const reweighed = weights.size === 0 ? framework : reweigh(framework, weights);
  const [first] = departments;
  if (first?.settings.cohort === undefined) {
    const evaluate = createEvaluator(reweighed);
    return departments.map(({ department, settings }) => evaluate(department, settings));
  }
  const own = departments.map(({ department }) => department);
  const others = first.settings.cohort.filter((each) => !own.includes(each));
  return evaluateTogether(reweighed, own, { ...first.settings, cohort: others });
}

// The place of each end among all ends; without an end it lies beyond all others.
function placeInOrder(sheets: readonly ScoreSheet[], low: Float64Array, high: Float64Array): void {
  const ends = sheets.flatMap(({ total }) => [total.low?.value, total.high?.value]);
  const inOrder = ends.filter((end) => end !== undefined).sort(Q.compare);
  const placeOf = (end: Rational | undefined, without: number) =>
    end ? inOrder.findIndex((each) => Q.equal(each, end)) : without;
  sheets.forEach(({ total }, place) => {
    low[place] = placeOf(total.low?.value, -1);
    high[place] = placeOf(total.high?.value, inOrder.length);
  });
}
