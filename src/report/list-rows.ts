// The rows of a list in words: in an explanation one line for each, with what the rule looked at, the
// row's own term and what it lost; as a reason for lost points only the rows that lost some, and the
// figures that were left out.
import type { Language } from '../diagnostics/diagnose.ts';
import type { AggregateExpression } from '../model/expression.ts';
import type { ListRow, Step } from '../model/sheet.ts';
import { subtract } from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { point, pointOf } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import { PLAIN } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import type { Wording } from './expression.ts';
import { pointsText, valueText } from './figure.ts';
import { shownUnit, unitOf } from './ratio.ts';
import { equals, knownOrOpen } from './working.ts';
import { printable } from './wrap.ts';

export type RowsStep = Extract<Step, { kind: 'rows' }>;

interface RowWords {
  readonly row: (number: number) => string;
  readonly lost: (points: string) => string;
  readonly leftOut: string;
  readonly leftOutAll: (figures: string) => string;
  readonly maybe: string;
  readonly more: (count: number) => string;
  readonly open: string;
  readonly colon: string;
  readonly comma: string;
  readonly list: string;
}

const WORDS: Readonly<Record<Language, RowWords>> = {
  en: {
    row: (number) => `row ${number}`,
    lost: (points) => `${points} lost`,
    leftOut: 'left out',
    leftOutAll: (figures) => `left out: ${figures}`,
    maybe: 'may count',
    more: (count) => `and ${count} more`,
    open: 'open',
    colon: ': ',
    comma: ', ',
    list: ', ',
  },
  zh: {
    row: (number) => `第 ${number} 行`,
    lost: (points) => `扣 ${points}`,
    leftOut: '去掉',
    leftOutAll: (figures) => `去掉 ${figures}`,
    maybe: '可能计入',
    more: (count) => `另有 ${count} 行`,
    open: '未定',
    colon: '：',
    comma: '，',
    list: '、',
  },
};

/** One line for each row. */
export function rowLines(step: RowsStep, wording: Wording): string[] {
  const words = WORDS[wording.language];
  const unit = termUnit(step.expression, wording);
  return step.rows.map((row) => {
    const value = equals(knownOrOpen(row.value, unit, wording));
    const lost = lostBy(row);
    const notes = [
      ...(lost ? [words.lost(pointsText(point(lost), wording.language))] : []),
      ...(row.leftOut ? [words.leftOut] : []),
      ...(row.isCertain ? [] : [words.maybe]),
    ];
    const fields = fieldTexts(step.expression, row, wording).join(words.comma);
    const head = nameOf(row, words) + (fields === '' ? '' : words.colon + fields);
    return [`${head} ${value}`, ...notes].join(words.comma);
  });
}

// Longer lists of reasons bury the others.
const SHOWN_ROWS = 3;

/** Which rows lost points, and which figures were left out. */
export function rowReasons(step: RowsStep, wording: Wording): string[] {
  const words = WORDS[wording.language];
  const unit = termUnit(step.expression, wording);
  const short = step.rows.flatMap((row) => {
    const lost = lostBy(row);
    return lost ? [{ row, lost }] : [];
  });
  const texts = short
    .slice(0, SHOWN_ROWS)
    .map(
      ({ row, lost }) =>
        nameOf(row, words) + words.colon + words.lost(pointsText(point(lost), wording.language)),
    );
  const rest = short.length - texts.length;
  const out = step.rows.filter((row) => row.leftOut);
  const figures = out.map((row) => knownOrOpen(row.value, unit, wording)).join(words.list);
  return [
    ...texts,
    ...(rest > 0 ? [words.more(rest)] : []),
    ...(out.length > 0 ? [words.leftOutAll(figures)] : []),
  ];
}

function nameOf({ number, label }: ListRow, words: RowWords): string {
  const row = words.row(number);
  return label === undefined ? row : `${row} ${printable(label)}`;
}

function lostBy({ value, most }: ListRow): Rational | undefined {
  const [got, whole] = [value, most].map((each) =>
    each?.kind === 'number' ? pointOf(each.range) : undefined,
  );
  if (!got || !whole) return undefined;
  const lost = subtract(whole, got);
  return lost.n > 0n ? lost : undefined;
}

function termUnit({ of, over }: AggregateExpression, { lets }: Wording) {
  return (of ? shownUnit(of, lets) : unitOf(over.type)) ?? PLAIN;
}

function fieldTexts({ over }: AggregateExpression, row: ListRow, wording: Wording): string[] {
  const { open } = WORDS[wording.language];
  const types: ReadonlyMap<string, Type> =
    over.type.kind === 'list' && over.type.of.kind === 'record' ? over.type.of.fields : new Map();
  return [...row.fields].map(([name, value]: readonly [string, Value]) => {
    const type = types.get(name);
    const text = valueText(value, type && unitOf(type), wording.language);
    return `${name} ${text === undefined ? open : printable(text)}`;
  });
}
