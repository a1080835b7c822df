// Whether two written expressions are the same but for where they stand.
import { parseDecimal } from '../number/decimal.ts';
import type { Expression } from '../syntax/tree.ts';
import { POINT_WORDS } from './type-literal.ts';
import { DEEPEST } from './typing.ts';

/** Compares structure and names; `8`, `8.0` and `8 points` are one figure of points. */
export function sameExpression(a: Expression, b: Expression): boolean {
  return sameValue(a, b, 0);
}

function sameValue(a: unknown, b: unknown, depth: number): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > DEEPEST)
    return false;
  if (isNumber(a) && isNumber(b)) return figureOf(a) === figureOf(b);
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  if (left.length !== right.size) return false;
  return left.every(
    ([key, value]) => key === 'span' || sameValue(value, right.get(key), depth + 1),
  );
}

type NumberNode = Extract<Expression, { kind: 'number' }>;

function isNumber(value: object): value is NumberNode {
  return 'kind' in value && value.kind === 'number';
}

function figureOf({ digits, percent, unit }: NumberNode): string {
  const value = parseDecimal(digits);
  const figure = value ? `${value.n}/${value.d}` : digits;
  const word = unit === undefined || POINT_WORDS.has(unit.text) ? '' : unit.text;
  return `${figure} ${percent} ${word}`;
}
