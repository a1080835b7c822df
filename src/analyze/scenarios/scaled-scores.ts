// A department's score sheet and a part of it → the part's score under any points, without scoring the
// department again: what stood before the part's rounding is in the sheet and grows with the points. Where a
// strike may set the score, the part alone is scored by the evaluator.
import type { Evaluator } from '../../evaluate/evaluate.ts';
import { createEvaluator } from '../../evaluate/evaluate.ts';
import type { EvaluateSettings } from '../../evaluate/data.ts';
import type { Department } from '../../input/department.ts';
import type { Framework } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import type { NodeScore } from '../../model/sheet.ts';
import type { Rational } from '../../number/rational.ts';
import * as Q from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { point, roundRange, scaleRange } from '../../types/range.ts';
import { reweighed } from './reweigh.ts';

/** A department as it is scored. */
export interface Scored {
  readonly department: Department;
  readonly settings: EvaluateSettings;
}

/** Scores of parts that strikes may set; frameworks of one part are prepared once for all departments. */
export type PartAlone = (scored: Scored, sheet: NodeScore, points: Rational) => Range;

export function createPartAlone(framework: Framework): PartAlone {
  const evaluators = new Map<string, Evaluator>();
  return ({ department, settings }, sheet, points) => {
    const node = nodeOf(sheet);
    const key = `${placeKey(node.path)} ${points.n}/${points.d}`;
    let evaluator = evaluators.get(key);
    if (!evaluator) {
      const part = reweighed(node, new Map([[placeKey(node.path), points]]));
      evaluator = createEvaluator({ ...framework, children: [part] }, framework);
      evaluators.set(key, evaluator);
    }
    return evaluator(department, settings).children[0]?.score ?? point(Q.ZERO);
  };
}

/** The score of a part that exists and applies, or does not exist, under other points than its own. */
export function scoreUnder(
  framework: Framework,
  scored: Scored,
  sheet: NodeScore,
  alone: PartAlone,
): (points: Rational) => Range {
  if (sheet.applicability === 'absent') return () => point(Q.ZERO);
  const node = nodeOf(sheet);
  const isStruck = sheet.steps.some(({ kind }) => kind === 'veto' || kind === 'exemption');
  if (isStruck) return (points) => alone(scored, sheet, points);
  const { indicators, groups } = framework.roundings;
  const rounding = node.rounding ?? (node.kind === 'indicator' ? indicators : groups);
  const rounded = sheet.steps.filter((step) => step.kind === 'rounding').at(-1);
  const before = (rounding && rounded?.before) ?? sheet.standing;
  return (points) => {
    const moved = scaleRange(before, Q.divide(points, node.points));
    return rounding ? roundRange(moved, rounding) : moved;
  };
}

function nodeOf(sheet: NodeScore) {
  return sheet.kind === 'indicator' ? sheet.indicator : sheet.group;
}
