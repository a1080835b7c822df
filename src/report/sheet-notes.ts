// What stands under a score sheet: what is missing, which checks fail, what the points rest on, which
// readings and assumptions were used, and the hashes with which the result can be reproduced.
import type { Language } from '../diagnostics/diagnose.ts';
import type { ComparisonOperator } from '../model/expression.ts';
import type { EvidenceStatus } from '../input/department.ts';
import type { CheckResult, MissingInput, OpenRow, ScoreSheet } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { signOf } from '../number/rational.ts';
import { point } from '../types/range.ts';
import { PLAIN } from '../types/unit.ts';
import { absentRows, inputsOfAbsent } from './absent.ts';
import type { Wording } from './expression.ts';
import { booleanText, pointsText, rangeText, scoreText, valueText } from './figure.ts';
import { layList } from './layout.ts';
import { forgoneText } from './outputs.ts';
import { shownUnit, unitOf } from './ratio.ts';
import type { Scored } from './scored.ts';
import { decidesPoints, missingName } from './scored.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';
import { printable, wrap } from './wrap.ts';

/** The notes as lines of text; sections with nothing to say are left out. */
export function sheetNotes(scored: Scored, settings: TextSettings): string[] {
  const { language, paint, width } = settings;
  const words = sheetWords[language];
  const { sheet } = scored;
  const section = (title: string, rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : [paint.strong(title), ...layList(rows, width)];
  const failed = sheet.checks.filter((each) => each.outcome === 'fails');
  const undecided = sheet.checks.filter((each) => each.outcome === 'undecided');
  const open = sheet.missing.filter(decidesPoints);
  const foreign = inputsOfAbsent(scored);
  // What an open output waits for stands beside the output.
  const idle = sheet.missing.filter(
    (each) => !decidesPoints(each) && each.outputs.length === 0 && !foreign.has(each.name),
  );
  const notes = [
    section(words.missing(open.length), missingRows(open, language)),
    listed(
      words.idle,
      idle.map((each) => missingName(each, language)),
      settings,
    ),
    ...cohortNote(scored, settings),
    section(words.absent, absentRows(scored, { language })),
    section(
      words.failedChecks,
      failed.map((result) => checkRow(result, { language, lets: scored.framework.lets })),
    ),
    section(
      words.openChecks,
      undecided.map((result) => [result.check.name]),
    ),
    section(
      words.forgoneGrades,
      sheet.forgone.map((each) => [forgoneText(each, { language, lets: scored.framework.lets })]),
    ),
    section(
      words.ceilings,
      gradeLimitTexts(sheet, language).map((text) => [text]),
    ),
    section(words.assumptions, entriesOf('assumed', scored, language)),
    section(words.rejected, entriesOf('rejected', scored, language)),
    listed(words.defaulted, defaultedTexts(scored, language), settings),
    section(words.options, optionRows(scored, language)),
    scored.framework.scored ? coverageLines(scored, settings) : [],
    [paint.faint(provenance(scored, language))],
  ];
  return notes
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** What lowered the grade that was earned, or put a ceiling on it. */
export function gradeLimitTexts(sheet: ScoreSheet, language: Language): string[] {
  const words = sheetWords[language];
  return [
    ...sheet.gradeDowns.map(
      ({ down, bands, certainty, overruled }) =>
        words.gradeDown(down.about, rangeText(bands, PLAIN, language), certainty === 'possible') +
        (overruled ? words.overruled : ''),
    ),
    ...sheet.ceilings.map(
      ({ ceiling, certainty, overruled }) =>
        words.ceiling(ceiling.about, ceiling.grade, certainty === 'possible') +
        (overruled ? words.overruled : ''),
    ),
  ];
}

/** Each missing input with the points it decides and where, the weightiest first. */
export function missingRows(missing: readonly MissingInput[], language: Language): string[][] {
  return missing.flatMap((each) => [
    missingRow(each, language),
    ...each.rows.map((row) => openRow(row, language)),
  ]);
}

// Under its table, what a row lacks.
function openRow({ row, why }: OpenRow, language: Language): string[] {
  const words = sheetWords[language];
  const place = row === undefined ? '' : words.row(row);
  return [
    `  ${place}`,
    '',
    why.kind === 'not-given' ? words.notGiven(why.field) : words[why.kind](why),
  ];
}

function missingRow(missing: MissingInput, language: Language): string[] {
  const { decides, indicators, outputs, decidesGrade } = missing;
  const words = sheetWords[language];
  const weight = decides
    ? words.decides(pointsText(point(decides), language))
    : words.decidesWithoutLimit;
  const places = [
    ...indicators.map((path) => path.at(-1) ?? ''),
    ...outputs,
    ...(decidesGrade ? [words.grade] : []),
  ];
  return [
    missingName(missing, language),
    decidesPoints(missing) ? weight : '',
    places.join(words.list),
  ];
}

// What holds instead of a comparison that fails.
const CONTRARY: Readonly<Record<ComparisonOperator, string>> = {
  '=': '≠',
  '!=': '=',
  '<': '≥',
  '<=': '>',
  '>': '≤',
  '>=': '<',
};

/** A failed check's name, its two sides where it compares figures, and how far they lie apart. */
export function checkRow(
  { check, left, right, difference }: CheckResult,
  { language, lets }: Wording,
): string[] {
  const { condition } = check;
  if (condition.kind !== 'compare' || !left || !right) return [check.name];
  const unit = shownUnit(condition.left, lets) ?? PLAIN;
  const sides = [left, right].map((side) => valueText(side, unit, language));
  if (sides.includes(undefined)) return [check.name];
  const apart =
    difference && condition.operator === '='
      ? sheetWords[language].difference(rangeText(difference, unit, language))
      : '';
  return [check.name, sides.join(` ${CONTRARY[condition.operator]} `), apart];
}

/** The figures of one status, each with its value and what was noted of it. */
export function entriesOf(
  status: EvidenceStatus,
  { framework, department }: Scored,
  language: Language,
): string[][] {
  return framework.inputs.flatMap((input) => {
    const value = department.values.get(input.name);
    const award = department.awards.get(input.name);
    const given = value ?? award;
    if (given?.evidence.status !== status) return [];
    const unit = input.kind === 'value' ? unitOf(input.type) : undefined;
    const figure = value
      ? (valueText(value.value, unit, language) ?? '…')
      : pointsText(
          award?.points ?? point(input.kind === 'judged' ? input.points : { n: 0n, d: 1n }),
          language,
        );
    return [[input.name, figure, given.evidence.note ?? given.evidence.source ?? '']];
  });
}

/** What stands as declared because nobody gave it. */
export function defaultedTexts({ framework, sheet }: Scored, language: Language): string[] {
  return framework.inputs.flatMap((input) => {
    if (!sheet.defaulted.includes(input.name) || input.kind !== 'value' || !input.default)
      return [];
    return [`${input.name} = ${valueText(input.default, unitOf(input.type), language) ?? '…'}`];
  });
}

// A title and one running line of entries under it.
function listed(
  title: string,
  entries: readonly string[],
  { language, paint, width }: TextSettings,
): string[] {
  if (entries.length === 0) return [];
  const text = entries.join(sheetWords[language].list);
  return [paint.strong(title), ...wrap(text, width - 2).map((line) => `  ${line}`)];
}

/** The readings chosen. */
export function optionRows({ framework, options }: Scored, language: Language): string[][] {
  const words = sheetWords[language];
  return framework.options.map((option) => {
    const chosen = options.get(option.name) ?? option.chosen;
    const value = option.kind === 'boolean' ? booleanText(chosen === 'yes', language) : chosen;
    return [option.name, value + (options.has(option.name) ? ` (${words.changed})` : '')];
  });
}

function coverageLines({ sheet }: Scored, { language, paint }: TextSettings): string[] {
  return [paint.strong(sheetWords[language].coverage), `  ${coverageText(sheet, language)}`];
}

/** How many points rest on what. */
export function coverageText(sheet: ScoreSheet, language: Language): string {
  const words = sheetWords[language];
  const { computed, judged, assumed, missing } = sheet.coverage;
  const parts: readonly (readonly [string, Rational])[] = [
    [words.computed, computed],
    [words.judged, judged],
    [words.assumed, assumed],
    [words.unknown, missing],
  ];
  const shown = parts.filter(([, points], index) => index === 0 || signOf(points) !== 0);
  return shown.map(([name, points]) => `${name} ${scoreText(point(points), 2)}`).join(words.comma);
}

// Long lists of names are in the JSON.
const SHOWN_NAMES = 12;

function cohortNote({ sheet }: Scored, settings: TextSettings): string[][] {
  const words = sheetWords[settings.language];
  const { cohort } = sheet;
  if (cohort === 'not-needed') return [];
  if (cohort === 'unknown')
    return [wrap(words.cohortUnknown, settings.width).map(settings.paint.strong)];
  const others = cohort.names.filter((name) => name !== sheet.departmentName).map(printable);
  const shown = others.slice(0, SHOWN_NAMES);
  const names = shown.length < others.length ? [...shown, '…'] : shown;
  if (others.length === 0) return [[settings.paint.strong(words.compared(0))]];
  return [listed(words.compared(others.length), names, settings)];
}

// Enough of a hash to tell two results apart; the whole one is in the JSON.
const SHOWN_HASH = 12;

function provenance({ sheet }: Scored, language: Language): string {
  const words = sheetWords[language];
  const { cohort } = sheet;
  const hashes = [
    [words.ruleset, sheet.frameworkHash],
    [words.data, sheet.departmentHash],
    ...(typeof cohort === 'string' ? [] : [[words.cohort, cohort.hash]]),
  ];
  return hashes.map(([name, hash]) => `${name} ${hash?.slice(0, SHOWN_HASH)}`).join('   ');
}
