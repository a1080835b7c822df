// Figures as people read them: money in the unit it was declared in, ratios as percentages, points
// as points, and a `≈` before everything that does not end where it is cut. Never the other way
// round: nothing is computed from these texts.
import { isSingle, nearFigure } from '../types/enclosure.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import { decimalsOf, endsWithin, formatApproximate, formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { divide, equal, ONE } from '../number/rational.ts';
import { formatDate } from '../types/date.ts';
import type { Range } from '../types/range.ts';
import { pointOf } from '../types/range.ts';
import type { Unit } from '../types/unit.ts';
import { isMoney, PERCENT, PLAIN, POINTS, POINTS_DIMENSION } from '../types/unit.ts';
import type { Value } from '../types/value.ts';

// Money is published to the fen of its unit, ratios to two decimals of a percent; plain numbers and
// points carry a little more, so that a reader can check a rounding.
const SHOWN_DECIMALS = 4;
const PERCENT_DECIMALS = 2;

/** A figure in its unit: `2.96 万元`, `≈15.18%`, `0.5 分`. */
export function figureText(value: Rational, unit: Unit, language: Language): string {
  return digits(value, unit) + label(unit, value, language);
}

/** A figure as a person wrote it in a rule: with all of its decimals where they end. */
export function writtenFigure(value: Rational, unit: Unit, language: Language): string {
  const written = divide(value, unit.scale);
  if (isMoney(unit) || decimalsOf(written) === undefined) return figureText(value, unit, language);
  return minusSign(formatExact(written)) + label(unit, value, language);
}

// Beyond this nobody reads a figure digit by digit.
const MOST_DECIMALS = 12;

/** A known figure with all of its decimals where they end soon; undefined for anything else. */
export function exactText(value: Value, unit: Unit, language: Language): string | undefined {
  const figure = value.kind === 'number' ? pointOf(value.range) : undefined;
  if (figure === undefined || !endsWithin(divide(figure, unit.scale), MOST_DECIMALS))
    return undefined;
  return writtenFigure(figure, unit, language);
}

function digits(value: Rational, unit: Unit): string {
  return minusSign(writtenDigits(value, unit));
}

// The sign of printed tables, as wide as a digit.
function minusSign(text: string): string {
  return text.replace('-', '−');
}

function writtenDigits(value: Rational, unit: Unit): string {
  const written = divide(value, unit.scale);
  // What ends a little later is shown whole: 97.995% is not 98.00%, and rounds to it.
  if (unit.label === PERCENT.label)
    return endsWithin(written, SHOWN_DECIMALS)
      ? formatExact(written)
      : formatApproximate(written, PERCENT_DECIMALS);
  if (!isMoney(unit)) return formatApproximate(written, SHOWN_DECIMALS);
  const decimals = decimalsOf(written);
  if (decimals === undefined) return formatApproximate(written, 2);
  return formatExact(written, decimals === 0 ? 0 : 2);
}

function label(unit: Unit, value: Rational, language: Language): string {
  if (unit.label === '' || unit.label === PERCENT.label) return unit.label;
  const isPoints = unit.dimensions.size === 1 && unit.dimensions.has(POINTS_DIMENSION);
  if (language === 'zh' || !isPoints) return ` ${unit.label}`;
  return equal(value, ONE) ? ' point' : ' points';
}

/** A range in its unit: one figure when it is known, `0–1 分`, `≥ 0`, or that it may be anything. */
export function rangeText(range: Range, unit: Unit, language: Language): string {
  const known = pointOf(range);
  if (known) return figureText(known, unit, language);
  if (isSingle(range)) return irrationalText(range, unit, language);
  const { low, high } = range;
  if (low && high && !low.open && !high.open)
    return `${digits(low.value, unit)}–${figureText(high.value, unit, language)}`;
  const bounds = [
    ...(low ? [`${low.open ? '>' : '≥'} ${figureText(low.value, unit, language)}`] : []),
    ...(high ? [`${high.open ? '<' : '≤'} ${figureText(high.value, unit, language)}`] : []),
  ];
  if (bounds.length > 0) return bounds.join(language === 'zh' ? ' 且 ' : ' and ');
  return language === 'zh' ? '任意值' : 'any value';
}

// `≈70.71%`, `≈1414.21 元`: as many decimals as other figures of the unit have at most.
function irrationalText(range: Range, unit: Unit, language: Language): string {
  const value = nearFigure(range) ?? ONE;
  const decimals =
    unit.label === PERCENT.label || isMoney(unit) ? PERCENT_DECIMALS : SHOWN_DECIMALS;
  const text = formatApproximate(divide(value, unit.scale), decimals);
  return minusSign(text) + label(unit, value, language);
}

/** Points without the word: `1.15`, `96.30–97.30`, at least `decimals` decimals, at most four. */
export function scoreText(range: Range, decimals = 0): string {
  const written = (value: Rational) => {
    const isShort = endsWithin(value, SHOWN_DECIMALS);
    return minusSign(
      isShort ? formatExact(value, decimals) : formatApproximate(value, SHOWN_DECIMALS),
    );
  };
  const known = nearFigure(range);
  if (known) return written(known);
  const { low, high } = range;
  if (low && high) return `${written(low.value)}–${written(high.value)}`;
  if (low) return `${low.open ? '>' : '≥'}${written(low.value)}`;
  if (high) return `${high.open ? '<' : '≤'}${written(high.value)}`;
  return '…';
}

/** Points with the word: `1.15 分`, `1 point`. */
export function pointsText(range: Range, language: Language): string {
  return rangeText(range, POINTS, language);
}

const BOOLEANS = { en: { yes: 'yes', no: 'no' }, zh: { yes: '是', no: '否' } } as const;

/** `yes` and `no` in the report's language. */
export function booleanText(value: boolean, language: Language): string {
  return BOOLEANS[language][value ? 'yes' : 'no'];
}

// Longer lists say how many entries they have instead of showing them.
const SHOWN_ENTRIES = 6;

/** Any value, as far as it is known; `undefined` where nothing worth reading is. */
export function valueText(
  value: Value,
  unit: Unit | undefined,
  language: Language,
): string | undefined {
  switch (value.kind) {
    case 'number':
      return isSingle(value.range) ? rangeText(value.range, unit ?? PLAIN, language) : undefined;
    case 'date': {
      const day = pointOf(value.range);
      return day && formatDate(Number(day.n));
    }
    case 'boolean':
      return value.canBeTrue === value.canBeFalse
        ? undefined
        : booleanText(value.canBeTrue, language);
    case 'enumeration':
      return value.possible.size === 1 ? [...value.possible].join('') : undefined;
    case 'text':
      return value.text;
    case 'target':
      return value.target?.text;
    case 'actual':
      return value.actual?.text;
    case 'list':
      return listText(value.entries, value.further !== undefined, unit, language);
    case 'record': {
      const fields = [...value.fields].map(([name, field]) => [
        name,
        valueText(field, undefined, language),
      ]);
      return fields
        .map(([name, text]) => `${name ?? ''} ${text ?? '?'}`)
        .join(language === 'zh' ? '，' : ', ');
    }
    default:
      return value satisfies never;
  }
}

function listText(
  entries: readonly Value[],
  more: boolean,
  unit: Unit | undefined,
  language: Language,
): string | undefined {
  if (more) return undefined;
  const separator = language === 'zh' ? '、' : ', ';
  const figures = entries.flatMap((entry) =>
    entry.kind === 'number' ? (pointOf(entry.range) ?? []) : [],
  );
  const last = figures.at(-1);
  const isShort = entries.length > 0 && entries.length <= SHOWN_ENTRIES;
  // Figures of one unit name it once.
  if (isShort && last && figures.length === entries.length)
    return (
      figures.map((figure) => digits(figure, unit ?? PLAIN)).join(separator) +
      label(unit ?? PLAIN, last, language)
    );
  const texts = entries.map((entry) =>
    entry.kind === 'record' ? undefined : valueText(entry, unit, language),
  );
  if (isShort && !texts.includes(undefined)) return texts.join(separator);
  if (language === 'zh') return `${entries.length} 条`;
  return entries.length === 1 ? '1 entry' : `${entries.length} entries`;
}
