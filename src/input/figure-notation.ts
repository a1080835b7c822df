// How figures may be written in a department's file: decimal digits, half or full width, and behind
// them the units that the declaration allows. One description serves the schema's patterns and the
// reader, so that the two accept the same texts.
import type { Rational } from '../number/rational.ts';
import { ONE, rational } from '../number/rational.ts';
import type { Unit } from '../types/unit.ts';
import { MONEY_UNITS, PLAIN, POINTS, isMoney, isPlain } from '../types/unit.ts';

/** Units that may stand behind a figure and how many base units each holds. */
export interface Notation {
  /** What a message calls the figure: the declared unit's label, `%`, or nothing. */
  readonly label: string;
  readonly suffixes: ReadonlyMap<string, Rational>;
  /** What a figure without a suffix counts; undefined when it must have one. */
  readonly bare: Rational | undefined;
}

const PER_CENT: ReadonlyMap<string, Rational> = new Map([
  ['%', rational(1, 100)],
  ['‰', rational(1, 1000)],
]);
const MONEY: ReadonlyMap<string, Rational> = new Map(
  [...MONEY_UNITS].map(([label, unit]) => [label, unit.scale]),
);

/** How an input of this unit is written. Percentages say so; everything else may leave its unit out. */
export function notationOf(unit: Unit): Notation {
  if (isPercentage(unit)) return { label: '%', suffixes: PER_CENT, bare: undefined };
  if (isMoney(unit)) return { label: unit.label, suffixes: MONEY, bare: unit.scale };
  const suffixes = new Map(unit.label === '' ? [] : [[unit.label, unit.scale] as const]);
  return { label: unit.label, suffixes, bare: unit.scale };
}

/**
 * How a published figure is written whose unit follows from a formula. A ratio may be given either
 * way; money must say its unit, since no declaration settles it.
 */
export function derivedNotationOf(unit: Unit): Notation {
  if (isPlain(unit)) return { label: '', suffixes: PER_CENT, bare: ONE };
  const notation = notationOf(unit);
  return isMoney(unit) ? { ...notation, bare: undefined } : notation;
}

/** Points: plain, or followed by 分. */
export const SCORE_NOTATION: Notation = notationOf(POINTS);
export const PLAIN_NOTATION: Notation = notationOf(PLAIN);

/** Written in per cent, and never without the sign. */
export function isPercentage(unit: Unit): boolean {
  return isPlain(unit) && unit.label === '%';
}

const DIGIT = '[0-9０-９]';
const SIGN = '[+\\-＋－−]?';
const DECIMAL = `${SIGN}(?:${DIGIT}+(?:[.．]${DIGIT}*)?|[.．]${DIGIT}+)(?:[eE]${SIGN}${DIGIT}{1,3})?`;

/** A figure in this notation, without anchors: the source of a regular expression with flag `u`. */
export function figurePattern(notation: Notation): string {
  const suffixes = [...notation.suffixes.keys()].map(suffixPattern);
  if (suffixes.length === 0) return DECIMAL;
  return `${DECIMAL}\\s*(?:${suffixes.join('|')})${notation.bare === undefined ? '' : '?'}`;
}

function suffixPattern(suffix: string): string {
  return suffix === '%' ? '[%％]' : escapePattern(suffix);
}

/** A text as the source of a regular expression that matches just it. */
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

/** The whole text, with white space around it. */
export function whole(pattern: string): string {
  return `^\\s*(?:${pattern})\\s*$`;
}

/** Two figures with `..` between them, or one figure. */
export function limitsPattern(notation: Notation): string {
  const figure = figurePattern(notation);
  return `${figure}(?:\\s*${LIMITS_MARK}\\s*${figure})?`;
}

export const LIMITS_MARK = '(?:\\.{2,3}|…|～|~)';

const TWINS: ReadonlyMap<string, string> = new Map(
  Object.entries({ '．': '.', '％': '%', '＋': '+', '－': '-', '−': '-', '，': ',' }),
);

/** Full-width digits and signs as their half-width twins, white space around the text removed. */
export function halfWidth(text: string): string {
  const twin = (mark: string) =>
    TWINS.get(mark) ?? String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0);
  return text.trim().replace(/[０-９．％＋－−，]/gu, twin);
}

const WRITTEN = new RegExp(`^(${DECIMAL})\\s*(.*)$`, 'su');
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?!\d)/;

/** The decimal part and what stands behind it; undefined when the text does not begin with a number. */
export function splitFigure(text: string): { decimal: string; suffix: string } | undefined {
  const match = WRITTEN.exec(text);
  return match?.[1] === undefined ? undefined : { decimal: match[1], suffix: match[2] ?? '' };
}

/** The same text without thousands separators, or undefined when it has none. */
export function ungrouped(text: string): string | undefined {
  const match = GROUPED.exec(text);
  return match ? match[0].replaceAll(',', '') + text.slice(match[0].length) : undefined;
}
