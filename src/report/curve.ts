// Where on a curve a figure lies, in words: between which two points, or at the last one.
import type { CurvePoint, Segment } from '../model/expression.ts';
import type { Operands } from '../model/sheet.ts';
import type { Wording } from './expression.ts';
import { expressionText, substituted } from './expression.ts';
import { stepWords } from './step-words.ts';

/** `率 70%，在 60%（6）与 80%（8）两点之间` */
export function segmentText(
  { subject, from, to }: Segment,
  operands: Operands,
  wording: Wording,
  possible: boolean,
): string {
  const words = stepWords[wording.language];
  const figure = (expression: CurvePoint['at']) => substituted(expression, operands, wording);
  const names = expressionText(subject, wording);
  const figures = figure(subject);
  const where = names === figures ? names : `${names} ${figures}`;
  const point = ({ at, value }: CurvePoint) => {
    const [name, written] = [expressionText(at, wording), figure(at)];
    return words.curvePoint(name === written ? name : `${name} ${written}`, figure(value));
  };
  return to
    ? words.between(where, point(from), point(to), possible)
    : words.atPoint(where, point(from), possible);
}
