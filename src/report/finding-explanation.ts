// What would make a published score or figure right, in one sentence each: another reading, an early
// rounding, a wrong unit, a different input.
import type { Explanation, FigureExplanation, ImpliedValue } from '../analyze/audit-result.ts';
import type { Let } from '../model/framework.ts';
import { multiply } from '../number/rational.ts';
import { point, pointOf } from '../types/range.ts';
import { PLAIN } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import { auditWords } from './audit-words.ts';
import type { Wording } from './expression.ts';
import { roundingText } from './expression.ts';
import { booleanText, figureText, rangeText, scoreText } from './figure.ts';
import { shownUnit } from './ratio.ts';

/** `季度得分封顶 = 是，全年平均口径 = 平均后封顶` */
export function choicesText(choices: ReadonlyMap<string, string>, { language }: Wording): string {
  const texts = [...choices].map(([name, choice]) => {
    const value =
      choice === 'yes' || choice === 'no' ? booleanText(choice === 'yes', language) : choice;
    return `${name} = ${value}`;
  });
  return texts.join(auditWords[language].comma);
}

/** One thing that would make a published score right. */
export function explanationText(explanation: Explanation, wording: Wording): string {
  const { language } = wording;
  const words = auditWords[language];
  switch (explanation.kind) {
    case 'reading':
      return readingText(explanation, wording);
    case 'early-rounding':
      return words.byEarlyRounding(...roundedEarly(explanation, wording));
    case 'other-rounding':
      return words.byOtherRounding(
        scoreText(point(explanation.exact)),
        roundingText(explanation.rounding, PLAIN, language),
      );
    case 'unit-slip':
      return slipText(explanation, wording);
    case 'input-value': {
      const { implied, given } = explanation;
      return words.byInput(
        implied.input,
        neededText(implied, wording),
        figureText(given, implied.unit, language),
      );
    }
    default:
      return explanation satisfies never;
  }
}

function readingText(
  { choices, certain, implied }: Extract<Explanation, { kind: 'reading' }>,
  wording: Wording,
): string {
  const words = auditWords[wording.language];
  const text = choicesText(choices, wording);
  if (certain) return words.byReading(text);
  const needed = implied && `${implied.input} = ${neededText(implied, wording)}`;
  return words.byPossibleReading(text, needed);
}

// The definition's name, its exact and its rounded figure, and how it was rounded.
function roundedEarly(
  early: Extract<Explanation, { kind: 'early-rounding' }>,
  wording: Wording,
): [string, string, string, string] {
  const { language } = wording;
  const unit = letUnit(early.let, early.unit, wording);
  const exact = figureText(early.exact, unit, language);
  const rounded = figureText(early.rounded, unit, language);
  return [early.let.name, exact, rounded, roundingText(early.rounding, unit, language)];
}

function slipText(
  slip: Extract<Explanation, { kind: 'unit-slip' }>,
  { language }: Wording,
): string {
  const meant = figureText(multiply(slip.given, slip.factor), slip.unit, language);
  return auditWords[language].byUnitSlip(
    slip.input,
    figureText(slip.given, slip.unit, language),
    meant,
  );
}

/** What a published score means for the one input that is missing. */
export function impliedText(implied: ImpliedValue, wording: Wording): string {
  const words = auditWords[wording.language];
  const lets = implied.lets.map(
    ({ let: named, unit, value }) =>
      `${named.name} = ${figureText(value, letUnit(named, unit, wording), wording.language)}`,
  );
  const needed = words.implied(implied.input, neededText(implied, wording));
  return lets.length === 0
    ? needed
    : needed + words.comma + words.impliedLets(lets.join(words.list));
}

// `15.35–15.45%（例如 15.4%）`: all that would do, and the roundest of it.
function neededText({ values, unit, roundest }: ImpliedValue, { language }: Wording): string {
  const words = auditWords[language];
  const ranges = values.map(({ range }) => rangeText(range, unit, language));
  const [first] = values;
  const isSingle = values.length === 1 && first !== undefined && pointOf(first.range) !== undefined;
  const text = figureText(roundest, unit, language);
  return isSingle || ranges.length === 0 ? text : words.forExample(ranges.join(words.list), text);
}

// A definition's plain number reads as a percentage where it is a ratio of like things.
function letUnit(named: Let, unit: Unit, { lets }: Wording): Unit {
  return unit.label === PLAIN.label ? (shownUnit(named.value, lets) ?? unit) : unit;
}

/** One thing that would make a published figure right. */
export function figureExplanation(
  explanation: FigureExplanation,
  unit: Unit,
  wording: Wording,
): string {
  const { language } = wording;
  const words = auditWords[language];
  switch (explanation.kind) {
    case 'early-rounding':
      return words.figureEarly(...roundedEarly(explanation, wording));
    case 'other-rounding':
      return words.figureCut(roundingText(explanation.rounding, unit, language));
    case 'unit-slip':
      return slipText(explanation, wording);
    case 'other-definition':
      return words.figureOther(explanation.name, figureText(explanation.value, unit, language));
    default:
      return explanation satisfies never;
  }
}
