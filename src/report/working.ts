// A sum worked out on one line: with names, with figures, and the result, without saying the same
// thing twice. Values that are still open say so.
import type { Expression } from '../model/expression.ts';
import type { Operands } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { PLAIN } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import type { Wording } from './expression.ts';
import { expressionText, substituted } from './expression.ts';
import { rangeText, valueText } from './figure.ts';
import { stepWords } from './step-words.ts';

/** `= 2 分`, and for a figure that was cut `≈ 15.18%`. */
export function equals(text: string): string {
  return text.startsWith('≈') ? `≈ ${text.slice(1)}` : `= ${text}`;
}

/** A value that may be open: `15.40%`, or `未定（0–1 分）`. */
export function knownOrOpen(value: Value, unit: Unit | undefined, { language }: Wording): string {
  const known = valueText(value, unit, language);
  const { open, irrational } = stepWords[language];
  if (known !== undefined)
    return value.kind === 'number' && value.range.irrational ? known + irrational : known;
  if (value.kind !== 'number' || (value.range.low === undefined && value.range.high === undefined))
    return open;
  const range = rangeText(value.range, unit ?? PLAIN, language);
  return language === 'zh' ? `${open}（${range}）` : `${open} (${range})`;
}

/** `= names`, `= figures`, `= result`. */
export function working(
  expression: Expression,
  operands: Operands,
  result: string,
  wording: Wording,
): string {
  const links = [`= ${expressionText(expression, wording)}`];
  const figures = equals(substituted(expression, operands, wording));
  if (figures !== links[0]) links.push(figures);
  const last = equals(result);
  if (last !== links.at(-1)) links.push(last);
  return links.join(' ');
}

/** The same for a score, beginning with the names: `A / B × 1 分 = 2.96 / 19.50 × 1 分 ≈ 0.1518 分`. */
export function scoreWorking(
  expression: Expression,
  operands: Operands,
  value: Range,
  unit: Unit,
  wording: Wording,
): string {
  const result = knownOrOpen({ kind: 'number', range: value }, unit, wording);
  return expression.kind === 'constant'
    ? result
    : working(expression, operands, result, wording).replace(/^= /, '');
}
