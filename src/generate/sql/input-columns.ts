// Single columns of the table of departments: how a figure, a day, a truth or a word is checked and scaled,
// so that the rest of the query may rely on it. Whatever is not as declared becomes unknown.
import { formatExact } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import { ceiling, divide, floor, multiply, rational } from '../../number/rational.ts';
import type { End } from '../../types/range.ts';
import { AWARD_STEPS } from '../plan/steps.ts';
import type { Dialect, SqlType } from './dialects.ts';
import { literal, quoted } from './dialects.ts';
import type { Meaning } from './meaning.ts';
import type { ColumnNames } from './naming.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { columnNode } from './sheet.ts';
import { columnWhole } from './whole.ts';

/** Where in a department's data a column stands: entries count from 1, fields and parts have names. */
export interface ColumnPlace {
  readonly input: string;
  readonly path: readonly (number | string)[];
}

/** A column of the table that the query reads. */
export interface TableColumn extends ColumnPlace {
  readonly name: string;
  readonly kind: 'figure' | 'day' | 'truth' | 'word';
  /** Its type in the dialect. */
  readonly type: string;
  /** What it holds, in a few words. */
  readonly about: string;
  /** Of figures: how many decimals count. */
  readonly decimals: number;
  /** What a message says that a value should have been; empty where all values are right. */
  readonly wanted: string;
  /** The column of whole steps, or of the checked truth or word, and the text that makes it. */
  readonly scaled: string;
  readonly text: string;
}

/** Where columns are added as rules ask for them. */
export interface ColumnSheet {
  readonly sheet: Sheet;
  readonly names: ColumnNames;
  readonly columns: TableColumn[];
}

/** `季度预算_1`, `季度_1_进度`. */
export function columnName({ input, path }: ColumnPlace): string {
  return [input, ...path].join('_');
}

type Made = Omit<TableColumn, 'name' | 'input' | 'path' | 'scaled' | 'text'> & {
  readonly unit: string;
  readonly text: (column: string) => string;
};

function addColumn(
  { sheet, names, columns }: ColumnSheet,
  place: ColumnPlace,
  { unit, text, ...made }: Made,
  type: SqlType,
): SqlNode {
  const name = columnName(place);
  names.take(name);
  const scaled = names.fresh(`${name} ${unit}`);
  columns.push({ ...place, ...made, name, scaled, text: text(quoted(name, sheet.dialect)) });
  return columnNode(sheet, scaled, type);
}

/** The terms of a column of figures. */
export interface FigureTerms {
  /** How the written unit is called, and how many base units it holds. */
  readonly label: string;
  readonly scale: Rational;
  /** How many steps make a base unit, and how many of them a figure may have. */
  readonly steps: bigint;
  readonly most: bigint;
  readonly low: End | undefined;
  readonly high: End | undefined;
  /** What stands for a missing figure. */
  readonly preset: Rational | undefined;
}

/** A figure in the unit in which it is written; undefined where its steps are no decimals of that. */
export function figureColumn(
  context: ColumnSheet,
  place: ColumnPlace,
  terms: FigureTerms,
): Meaning | undefined {
  const { dialect } = context.sheet;
  const { label, scale, steps, preset } = terms;
  const perWritten = multiply(scale, rational(steps));
  const decimals = decimalsOf(perWritten);
  if (decimals === undefined) return undefined;
  const [low, high] = stepLimits(terms);
  const written = (count: bigint) => formatExact(divide(rational(count), perWritten));
  const decimal = `DECIMAL(18,${decimals})`;
  const text = (column: string) => {
    const given = preset ? `COALESCE(${column}, ${formatExact(divide(preset, scale))})` : column;
    const figure = dialect.figure(given);
    const double = `CAST(${given} AS ${dialect.types.double})`;
    const count = decimals === 0 ? double : `round(${double} * ${perWritten.n})`;
    const outside = `${figure} < ${written(low)} OR ${figure} > ${written(high)}`;
    return `CASE WHEN ${outside} THEN NULL WHEN CAST(${given} AS ${decimal}) = ${given} THEN ${count} END`;
  };
  const unit = label === '' ? '' : ` ${label}`;
  const node = addColumn(
    context,
    place,
    {
      kind: 'figure',
      type: decimal,
      about: label,
      decimals,
      wanted: `from ${written(low)} to ${written(high)}${unit} with at most ${decimals} decimals`,
      unit: decimals === 0 ? label : `1e-${decimals}${unit}`,
      text,
    },
    'double',
  );
  return stepsMeaning(node, [low, high], rational(1n, steps));
}

function stepsMeaning(
  node: SqlNode,
  [low, high]: readonly [bigint, bigint],
  step: Rational,
): Meaning {
  return { kind: 'figure', figure: { kind: 'steps', whole: columnWhole(node, low, high), step } };
}

/** Points that a person awards, up to so many. */
export function awardColumn(
  context: ColumnSheet,
  place: ColumnPlace,
  points: Rational,
): Meaning | undefined {
  return figureColumn(context, place, {
    label: '分',
    scale: rational(1),
    steps: AWARD_STEPS,
    most: 2n ** 31n,
    low: { value: rational(0), open: false },
    high: { value: points, open: false },
    preset: undefined,
  });
}

const MOST_DAYS = 10n ** 7n;

/** A day, as a number of days. */
export function dayColumn(
  context: ColumnSheet,
  place: ColumnPlace,
  { low, high, preset }: Pick<FigureTerms, 'low' | 'high' | 'preset'>,
): Meaning {
  const { dialect } = context.sheet;
  const [first, last] = stepLimits({ low, high, steps: 1n, most: MOST_DAYS });
  const text = (column: string) => {
    const number = dialect.dayNumber(column);
    const given = preset ? `COALESCE(${number}, ${formatExact(preset)})` : number;
    return `CASE WHEN ${given} BETWEEN ${first} AND ${last} THEN CAST(${given} AS ${dialect.types.double}) END`;
  };
  const made: Made = {
    kind: 'day',
    type: 'DATE',
    about: '',
    decimals: 0,
    wanted: 'a day within the declared range',
    unit: '日',
    text,
  };
  return stepsMeaning(addColumn(context, place, made, 'double'), [first, last], rational(1));
}

/** A truth. */
export function truthColumn(
  context: ColumnSheet,
  place: ColumnPlace,
  preset: boolean | undefined,
): SqlNode {
  const made: Made = {
    kind: 'truth',
    type: context.sheet.dialect.types.truth,
    about: '',
    decimals: 0,
    wanted: '',
    unit: '',
    text: (column) =>
      preset === undefined ? column : `COALESCE(${column}, ${preset ? 'TRUE' : 'FALSE'})`,
  };
  return addColumn(context, place, made, 'truth');
}

/** One of some words; without them, any text. */
export function wordColumn(
  context: ColumnSheet,
  place: ColumnPlace,
  words: readonly string[] | undefined,
  preset: string | undefined,
): SqlNode {
  const { dialect } = context.sheet;
  const among = words?.map((word) => literal(word, dialect)).join(', ');
  const made: Made = {
    kind: 'word',
    type: dialect.types.words,
    about: words?.join('/') ?? '',
    decimals: 0,
    wanted: words ? `one of ${words.join(', ')}` : '',
    unit: '',
    text: (column) => {
      const given = withPreset(column, preset, dialect);
      return among === undefined ? given : `CASE WHEN ${given} IN (${among}) THEN ${given} END`;
    },
  };
  return addColumn(context, place, made, 'text');
}

function withPreset(column: string, preset: string | undefined, dialect: Dialect): string {
  return preset === undefined ? column : `COALESCE(${column}, ${literal(preset, dialect)})`;
}

/** How many decimals a power of ten stands for; undefined for any other number. */
function decimalsOf({ n, d }: Rational): number | undefined {
  const digits = String(n);
  return d === 1n && /^10*$/u.test(digits) ? digits.length - 1 : undefined;
}

// The declared range in whole steps, as far as figures are scored.
function stepLimits({
  low,
  high,
  steps,
  most,
}: Pick<FigureTerms, 'low' | 'high' | 'steps' | 'most'>): readonly [bigint, bigint] {
  const inSteps = (end: End) => multiply(end.value, rational(steps));
  const open = (end: End) => (end.open && inSteps(end).d === 1n ? 1n : 0n);
  const first = low && ceiling(inSteps(low)).n + open(low);
  const last = high && floor(inSteps(high)).n - open(high);
  return [
    first === undefined || first < -most ? -most : first,
    last === undefined || last > most ? most : last,
  ];
}
