// Literals as written → constants in base units: 2.96 万元 is 29600 元, 10% is 1/10, a date is its day.
import type { Expression } from '../model/expression.ts';
import { parseDecimal } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { parseDate } from '../types/date.ts';
import { BOOLEAN, DATE, TEXT } from '../types/type.ts';
import type { Unit } from '../types/unit.ts';
import { MONEY_UNITS, PERCENT, PLAIN, POINTS, countUnit, isMoney, toBase } from '../types/unit.ts';
import { booleanValue, dateValue, numberValue } from '../types/value.ts';
import type { Typing } from './typing.ts';
import { mistake } from './typing.ts';

type Literal<K extends Syntax.Expression['kind']> = Extract<Syntax.Expression, { kind: K }>;

/** Words for points, which may be left out. */
export const POINT_WORDS: ReadonlySet<string> = new Set(['points', 'point', '分', '分值']);

const PER_MILLE: Unit = { ...PERCENT, scale: Q.rational(1, 1000), label: '‰' };

export function typeNumber(typing: Typing, literal: Literal<'number'>): Expression {
  const { span } = literal;
  const written = parseDecimal(literal.digits);
  if (written === undefined) {
    typing.report.leaveOut();
    return mistake(span);
  }
  const unit = unitOf(literal);
  const value = toBase(written, unit);
  const integer = Q.isInteger(value) && !isMoney(unit);
  return {
    kind: 'constant',
    type: { kind: 'number', unit, integer },
    value: numberValue(value),
    text: figureText(literal),
    span,
  };
}

function unitOf({ percent, unit }: Literal<'number'>): Unit {
  if (percent === '%') return PERCENT;
  if (percent === '‰') return PER_MILLE;
  if (unit === undefined || unit.text === '') return PLAIN;
  if (POINT_WORDS.has(unit.text)) return POINTS;
  return MONEY_UNITS.get(unit.text) ?? countUnit(unit.text);
}

/** A figure as a reader sees it: `2.96 万元`, `95%`. */
export function figureText({ digits, percent, unit }: Literal<'number'>): string {
  return `${digits}${percent}${unit === undefined ? '' : ` ${unit.text}`}`;
}

export function typeDate(typing: Typing, { text, span }: Literal<'date'>): Expression {
  const day = parseDate(text);
  if (day === undefined) {
    typing.report.say('no-such-date', span, { text });
    return mistake(span);
  }
  return { kind: 'constant', type: DATE, value: dateValue(day), text, span };
}

export function textConstant(text: string, span: Expression['span']): Expression {
  return { kind: 'constant', type: TEXT, value: { kind: 'text', text }, text, span };
}

export function typeBoolean({ value, span }: Literal<'boolean'>): Expression {
  return {
    kind: 'constant',
    type: BOOLEAN,
    value: booleanValue(value),
    text: value ? 'yes' : 'no',
    span,
  };
}
