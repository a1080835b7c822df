// How sensitive a department's scores are, as lines of text: a tornado, the places where scores change,
// and what one point more would mean for each part.
import type { BreakPoint } from '../analyze/sensitivity/break-points.ts';
import type { Bar, Sensitivity } from '../analyze/sensitivity/sensitivity.ts';
import type { Weight } from '../analyze/sensitivity/weights.ts';
import { formatExact } from '../number/decimal.ts';
import { multiply, rational, signOf, subtract } from '../number/rational.ts';
import { point, pointOf } from '../types/range.ts';
import { PERCENT, PLAIN } from '../types/unit.ts';
import { borderText, changeTable, changeText, gradesText, nowOf } from './change-tables.ts';
import { figureText, rangeText, scoreText, valueText } from './figure.ts';
import { hang } from './layout.ts';
import { sensitivityWords } from './sensitivity-words.ts';
import { sheetWords } from './sheet-words.ts';
import type { TextSettings } from './text-settings.ts';
import { printable } from './wrap.ts';

const SHOWN_ROWS = 12;

/** The answer for one department as lines of text; the longest tables are cut unless all is wanted. */
export function sensitivityText(
  answer: Sensitivity,
  settings: TextSettings,
  shows: 'most' | 'all' = 'most',
): string[] {
  const { language, width, paint } = settings;
  const words = sensitivityWords[language];
  const { department, now, by, tornado, breakPoints, weights, open, idle } = answer;
  const year = department.year === '' ? '' : `  ${sheetWords[language].year(department.year)}`;
  const jumps = breakPoints.filter(({ isJump }) => isJump);
  const gradual = breakPoints.filter(({ isJump }) => !isJump);
  const shown = <Each>(rows: readonly Each[]) =>
    shows === 'all' ? rows : rows.slice(0, SHOWN_ROWS);
  const rest = (rows: readonly unknown[]) => {
    const more = rows.length - shown(rows).length;
    return more > 0 ? [paint.faint(words.more(more))] : [];
  };
  const percent = by && `${formatExact(multiply(by, rational(100)))}%`;
  const bars = shown(tornado);
  const section = (title: string, rows: readonly unknown[], lines: readonly string[]) => [
    '',
    ...hang('', title, width),
    ...(rows.length === 0 ? [words.nothing] : lines),
    ...rest(rows),
  ];
  const moving = weights.filter(({ effect }) => !isZero(effect));
  const still = weights.length - moving.length;
  return [
    paint.strong(printable(department.name) + year),
    words.now(scoreText(now.total), gradesText(now.grades, language)),
    ...section(words.tornado(percent), tornado, [
      ...changeTable(
        words.bars,
        bars.map((bar) => barRow(bar, settings)),
        width,
        paint.strong,
      ),
      ...(bars.some(({ total }) => !total.exact) ? [paint.faint(words.notExact)] : []),
    ]),
    ...section(words.breakPoints, jumps, breakTable(shown(jumps), settings)),
    ...section(words.gradual, gradual, breakTable(shown(gradual), settings)),
    ...(weights.length === 0
      ? ['', ...hang('', words.combined, width)]
      : section(words.weights, moving, [
          ...changeTable(
            words.weightColumns,
            shown(moving).map((weight) => weightRow(weight, settings)),
            width,
            paint.strong,
          ),
          ...(still > 0 ? [paint.faint(words.unmoved(still))] : []),
        ])),
    '',
    ...open.flatMap(({ lever, path }) =>
      hang('', words.open(lever.name, path.at(-1) ?? ''), width),
    ),
    ...[...(idle.length > 0 ? [words.idle(idle.length)] : []), ...words.notes]
      .flatMap((line) => hang('', line, width))
      .map(paint.faint),
  ];
}

function isZero(range: Weight['effect']): boolean {
  const known = pointOf(range);
  return known !== undefined && signOf(known) === 0;
}

function barRow({ lever, values, total }: Bar, { language }: TextSettings): string[] {
  const { low, high } = total.range;
  const mark = total.exact ? '' : '~';
  const spread = low && high ? scoreText(point(subtract(high.value, low.value))) : '';
  return [
    lever.name,
    nowOf(lever, language),
    values === undefined ? otherText(lever, language) : valuesText(lever, values, language),
    low ? mark + scoreText(point(low.value)) : '…',
    high ? mark + scoreText(point(high.value)) : '…',
    mark + spread,
  ];
}

// The one other value, or that it may be any.
function otherText(lever: Bar['lever'], language: TextSettings['language']): string {
  const [only, ...others] = lever.moves.kind === 'alternatives' ? lever.moves.values : [];
  return only && others.length === 0
    ? changeText(lever, only.value, only.words, language)
    : sensitivityWords[language].otherwise;
}

function valuesText(
  { unit, moves }: Bar['lever'],
  values: NonNullable<Bar['values']>,
  language: TextSettings['language'],
): string {
  if (moves.kind === 'grid' && moves.of === 'date') {
    const text = (end: typeof values.low) =>
      end ? (valueText({ kind: 'date', range: point(end.value) }, undefined, language) ?? '') : '…';
    return `${text(values.low)}–${text(values.high)}`;
  }
  return rangeText(values, unit ?? PLAIN, language);
}

function breakTable(points: readonly BreakPoint[], settings: TextSettings): string[] {
  const { language, width, paint } = settings;
  const words = sensitivityWords[language];
  const borders = points.flatMap(({ lever, way: { border } }) =>
    border
      ? hang(
          '  ',
          words.border(lever.name, borderText(lever, border.value, language), border.included),
          width,
        )
      : [],
  );
  const rows = points.map((each) => breakRow(each, language));
  return [...changeTable(words.breaks, rows, width, paint.strong, new Set([4])), ...borders];
}

function breakRow(each: BreakPoint, language: TextSettings['language']): string[] {
  const { lever, path, way, share, before, after, total } = each;
  return [
    lever.name,
    nowOf(lever, language),
    changeText(lever, way.value, way.words, language),
    share ? signed(figureText(share, PERCENT, language), way.side) : '',
    path.at(-1) ?? '',
    `${scoreText(point(before))} → ${scoreText(after)}`,
    scoreText(total),
  ];
}

function signed(share: string, side: BreakPoint['way']['side']): string {
  const sign = side === 'less' ? '−' : '+';
  return share.startsWith('≈') ? `≈${sign}${share.slice(1)}` : sign + share;
}

function weightRow(
  { path, points, share, siblings, effect }: Weight,
  { language }: TextSettings,
): string[] {
  return [
    path.join(' / '),
    formatExact(points),
    rangeText(share, PERCENT, language),
    rangeText(siblings, PERCENT, language),
    scoreText(effect),
  ];
}
