// Single columns of the table of departments: how a figure, a day, a truth or a word is checked and scaled,
// so that the rest of the query may rely on it. Whatever is not as declared becomes unknown.
import { formatExact } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import { ceiling, divide, floor, multiply, rational } from '../../number/rational.ts';
import type { End } from '../../types/range.ts';
import { AWARD_STEPS } from '../plan/steps.ts';
import type { Dialect } from './dialects.ts';
import { literal, quoted } from './dialects.ts';
import type { InputForm } from './input-form.ts';
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
  /** Of figures: what they are counted in. */
  readonly form: InputForm;
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
  /** What rows are held against, and what makes the column where it holds; nothing where all values are right. */
  readonly fitting: Fitting | undefined;
}

/** A condition that no value makes fail, and the text where it holds. */
interface Fitting {
  readonly when: string;
  readonly text: string;
}

/** Where columns are added as rules ask for them. */
export interface ColumnSheet {
  readonly sheet: Sheet;
  readonly names: ColumnNames;
  readonly form: InputForm;
  readonly columns: TableColumn[];
}

/** `季度预算_1`, `季度_1_进度`. */
export function columnName({ input, path }: ColumnPlace): string {
  return [input, ...path].join('_');
}

type Made = Omit<
  TableColumn,
  'name' | 'form' | 'input' | 'path' | 'scaled' | 'text' | 'fitting'
> & {
  /** What the table's own column is called, if not after its place alone. */
  readonly suffix?: string;
  readonly unit: string;
  readonly text: (column: string) => string;
  readonly fitting?: (column: string) => Fitting;
};

function addColumn(
  { sheet, names, form, columns }: ColumnSheet,
  place: ColumnPlace,
  { suffix = '', unit, text, fitting, ...made }: Made,
  type: 'double' | 'big' | 'truth' | 'text',
): SqlNode {
  const called = columnName(place);
  const name = `${called}${suffix}`;
  names.take(name);
  const scaled = names.fresh(`${called} ${unit}`);
  const column = quoted(name, sheet.dialect);
  columns.push({
    ...place,
    ...made,
    form,
    name,
    scaled,
    text: text(column),
    fitting: fitting?.(column),
  });
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

/**
 * A figure in the unit in which it is written, or counted in its steps; undefined where its steps are no
 * decimals of that unit.
 */
export function figureColumn(
  context: ColumnSheet,
  place: ColumnPlace,
  terms: FigureTerms,
): Meaning | undefined {
  const { label, scale, steps } = terms;
  const perWritten = multiply(scale, rational(steps));
  const decimals = decimalsOf(perWritten);
  if (decimals === undefined) return undefined;
  const limits = stepLimits(terms);
  const unit = label === '' ? '' : ` ${label}`;
  const counted: Counted = {
    ...terms,
    perWritten,
    decimals,
    limits,
    unit: decimals === 0 ? label : `1e-${decimals}${unit}`,
  };
  const made = context.form === 'steps' ? inSteps(context, counted) : inDecimals(context, counted);
  const { small } = context.sheet;
  return stepsMeaning(addColumn(context, place, made, small), limits, rational(1n, steps));
}

interface Counted extends FigureTerms {
  /** How many steps the written unit has, and how many decimals that is. */
  readonly perWritten: Rational;
  readonly decimals: number;
  readonly limits: readonly [bigint, bigint];
  /** The name of a step. */
  readonly unit: string;
}

// Bitwise operators take whole numbers only: a column of anything else is refused when the query is prepared.
function inSteps({ sheet }: ColumnSheet, figure: Counted): Made {
  const { preset, steps, decimals, unit, limits } = figure;
  const { big } = sheet.dialect.types;
  const [low, high] = limits;
  const stated = preset && multiply(preset, rational(steps));
  const given = (column: string) =>
    stated?.d === 1n ? `COALESCE(${column}, ${stated.n})` : column;
  const cast = (column: string) => `CAST(${given(column)} AS ${big})`;
  const within = (of: string) => `${of} BETWEEN ${low} AND ${high}`;
  return {
    kind: 'figure',
    type: big,
    about: unit,
    decimals,
    wanted: `from ${low} to ${high}${decimals === 0 ? '' : ' times'} ${unit}`.trimEnd(),
    suffix: decimals === 0 ? '' : `_${unit.replace(' ', '')}`,
    unit,
    text: (column) => `CASE WHEN ${within(`(${given(column)} | 0)`)} THEN ${cast(column)} END`,
    fitting: (column) => ({ when: within(given(column)), text: cast(column) }),
  };
}

function inDecimals({ sheet }: ColumnSheet, figure: Counted): Made {
  const { dialect } = sheet;
  const { preset, scale, perWritten, decimals, unit, limits, label } = figure;
  const [low, high] = limits;
  const written = (count: bigint) => formatExact(divide(rational(count), perWritten));
  const decimal = `DECIMAL(18,${decimals})`;
  const { holds } = dialect;
  const given = (column: string) =>
    preset ? `COALESCE(${column}, ${formatExact(divide(preset, scale))})` : column;
  const count = (column: string) => {
    const double = `CAST(${given(column)} AS ${dialect.types.double})`;
    return decimals === 0 ? double : `round(${double} * ${perWritten.n})`;
  };
  const text = (column: string) => {
    const tested = dialect.figure(given(column));
    const outside = `${tested} < ${written(low)} OR ${tested} > ${written(high)}`;
    return `CASE WHEN ${outside} THEN NULL WHEN CAST(${given(column)} AS ${decimal}) = ${given(column)} THEN ${count(column)} END`;
  };
  return {
    kind: 'figure',
    type: decimal,
    about: label,
    decimals,
    wanted: `from ${written(low)} to ${written(high)}${label === '' ? '' : ` ${label}`} with at most ${decimals} decimals`,
    unit,
    text,
    ...(holds && {
      fitting: (column: string) => ({
        when: `${given(column)} BETWEEN ${written(low)} AND ${written(high)} AND ${holds(given(column), decimal)}`,
        text: count(column),
      }),
    }),
  };
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
  const { dialect, small } = context.sheet;
  const [first, last] = stepLimits({ low, high, steps: 1n, most: MOST_DAYS });
  const fitting = (column: string): Fitting => {
    const number = dialect.dayNumber(column);
    const given = preset ? `COALESCE(${number}, ${formatExact(preset)})` : number;
    return {
      when: `${given} BETWEEN ${first} AND ${last}`,
      text: `CAST(${given} AS ${dialect.types[small]})`,
    };
  };
  const made: Made = {
    kind: 'day',
    type: 'DATE',
    about: '',
    decimals: 0,
    wanted: 'a day within the declared range',
    unit: '日',
    text: (column) => whereFitting(fitting(column)),
    fitting,
  };
  return stepsMeaning(addColumn(context, place, made, small), [first, last], rational(1));
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
  const fitting = (column: string): Fitting => {
    const given = withPreset(column, preset, dialect);
    return { when: `${given} IN (${among ?? ''})`, text: given };
  };
  const made: Made = {
    kind: 'word',
    type: dialect.types.words,
    about: words?.join('/') ?? '',
    decimals: 0,
    wanted: words ? `one of ${words.join(', ')}` : '',
    unit: '',
    text: (column) =>
      among === undefined ? withPreset(column, preset, dialect) : whereFitting(fitting(column)),
    ...(among === undefined ? {} : { fitting }),
  };
  return addColumn(context, place, made, 'text');
}

function whereFitting({ when, text }: Fitting): string {
  return `CASE WHEN ${when} THEN ${text} END`;
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
