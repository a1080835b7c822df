// A sum worked out on one line: with names, with figures, and the result, without saying the same
// thing twice. Values that are still open say so.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Expression } from '../model/expression.ts';
import type { Operands } from '../model/sheet.ts';
import { PLAIN } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import type { Wording } from './expression.ts';
import { expressionText, substituted } from './expression.ts';
import { exactText, rangeText, valueText } from './figure.ts';
import { shownUnit } from './ratio.ts';
import { stepWords } from './step-words.ts';

/** `= 2 分`, and for a figure that was cut `≈ 15.18%`. */
export function equals(text: string): string {
  return text.startsWith('≈') ? `≈ ${text.slice(1)}` : `= ${text}`;
}

/** A value that may be open: `15.40%`, or `未定（0–1 分）`. */
export function knownOrOpen(value: Value, unit: Unit | undefined, { language }: Wording): string {
  const known = valueText(value, unit, language);
  const { open, or, irrational } = stepWords[language];
  if (known !== undefined)
    return value.kind === 'number' && value.range.irrational ? known + irrational : known;
  if (value.kind === 'enumeration' && value.possible.size <= SHOWN_WORDS)
    return bracketed(open, [...value.possible].join(or), language);
  if (value.kind !== 'number' || (value.range.low === undefined && value.range.high === undefined))
    return open;
  return bracketed(open, rangeText(value.range, unit ?? PLAIN, language), language);
}

/**
 * What came of an expression, in its unit. What was rounded shows the digits that rounding left it, and
 * words that are still possible stand in the order of their declaration.
 */
export function outcomeText(
  expression: Expression,
  value: Value,
  wording: Wording,
  isResult = expression.kind === 'round',
): string {
  const unit = shownUnit(expression, wording.lets);
  const exact = isResult && unit ? exactText(value, unit, wording.language) : undefined;
  return exact ?? knownOrOpen(inOrder(value, expression.type), unit, wording);
}

/** Words in the order of their declaration; any other value as it is. */
export function inOrder(value: Value, type: Type): Value {
  if (value.kind !== 'enumeration' || type.kind !== 'enumeration') return value;
  return { ...value, possible: new Set(type.values.filter((word) => value.possible.has(word))) };
}

// With more words than these still possible, little is known.
const SHOWN_WORDS = 6;

function bracketed(text: string, detail: string, language: Language): string {
  return language === 'zh' ? `${text}（${detail}）` : `${text} (${detail})`;
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
  value: Value,
  unit: Unit,
  wording: Wording,
): string {
  const result = knownOrOpen(value, unit, wording);
  return expression.kind === 'constant'
    ? result
    : working(expression, operands, result, wording).replace(/^= /, '');
}
