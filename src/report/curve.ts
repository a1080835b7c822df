// Where on a curve a figure lies, in words: between which two points, or at the last one.
import type { CurvePoint, Expression, Segment } from '../model/expression.ts';
import type { PointValues, StretchValues } from '../model/sheet.ts';
import { PLAIN } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import type { Wording } from './expression.ts';
import { expressionText } from './expression.ts';
import { shownUnit } from './ratio.ts';
import { stepWords } from './step-words.ts';
import { knownOrOpen } from './working.ts';

/** `率 70%，在 60%（6）与 80%（8）两点之间` */
export function segmentText(
  { subject, from, to }: Segment,
  values: StretchValues,
  wording: Wording,
  possible: boolean,
): string {
  const words = stepWords[wording.language];
  // As the points are written: a turnover of 0.6 is no percentage, although it is a ratio.
  const unit = shownUnit(from.at, wording.lets) ?? PLAIN;
  const named = (expression: Expression, value: Value) => {
    const figure = knownOrOpen(value, unit, wording);
    if (expression.kind === 'constant') return figure;
    return `${expressionText(expression, wording)} ${figure}`;
  };
  const point = ({ at, value }: CurvePoint, stood: PointValues) =>
    words.curvePoint(
      named(at, stood.at),
      knownOrOpen(stood.value, shownUnit(value, wording.lets) ?? PLAIN, wording),
    );
  const where = named(subject, values.subject);
  return to && values.to
    ? words.between(where, point(from, values.from), point(to, values.to), possible)
    : words.atPoint(where, point(from, values.from), possible);
}
