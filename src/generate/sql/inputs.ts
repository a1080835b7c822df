// The columns of a table of departments: what each is called and holds, and how the query turns it into a
// whole number of steps, a truth or a word that may be relied on. Anything else becomes unknown.
import { declaredEntry, declaredField, declaredOf, limitsOf } from '../../input/declared.ts';
import type { Declared } from '../../input/declared.ts';
import { notationOf } from '../../input/figure-notation.ts';
import type { Choice, Input, JudgedInput } from '../../model/framework.ts';
import { formatExact } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import { ceiling, divide, floor, multiply, rational } from '../../number/rational.ts';
import type { End } from '../../types/range.ts';
import { pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { AWARD_STEPS, mostSteps, stepsPerUnit } from '../plan/steps.ts';
import type { Dialect, SqlType } from './dialects.ts';
import { literal, quoted } from './dialects.ts';
import { withinAward } from './award.ts';
import type { Meaning } from './meaning.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { columnNode, truthNode, wordsNode } from './sheet.ts';
import { columnWhole } from './whole.ts';

/** A column of the table that the query reads. */
export interface TableColumn {
  readonly name: string;
  /** Its type in the dialect. */
  readonly type: string;
  /** What it holds, in a few words. */
  readonly about: string;
  /** The column of whole steps, or of the checked truth or word. */
  readonly scaled: string;
  /** The text that makes it. */
  readonly text: string;
  /** What a message says of a figure that is there and is refused. */
  readonly wanted: string;
  /** The input that it belongs to. */
  readonly input: string;
  readonly unit: string;
}

/** The columns that rules read, filled as they are asked for. */
export interface TableInputs {
  readonly meaning: (input: Input) => Meaning | undefined;
  readonly columns: readonly TableColumn[];
}

/** The columns of a framework's inputs; `fresh` gives names inside the query. */
export function tableInputs(sheet: Sheet, fresh: (words: string) => string): TableInputs {
  const columns: TableColumn[] = [];
  const known = new Map<string, Meaning | undefined>();
  const add = (
    name: string,
    input: string,
    column: Pick<TableColumn, 'type' | 'about' | 'wanted' | 'unit'> & {
      readonly text: (column: string) => string;
    },
    type: SqlType,
  ): SqlNode => {
    const scaled = fresh(`${name} ${column.unit}`);
    const text = column.text(quoted(name, sheet.dialect));
    columns.push({ ...column, name, input, scaled, text });
    return columnNode(sheet, scaled, type);
  };
  const context: Context = { sheet, add };
  return {
    columns,
    meaning: (input) => {
      if (!known.has(input.name))
        known.set(
          input.name,
          input.kind === 'judged'
            ? awardMeaning(input, context)
            : declaredMeaning(input.name, input.name, declaredOf(input), input.default, context),
        );
      return known.get(input.name);
    },
  };
}

interface Context {
  readonly sheet: Sheet;
  readonly add: (
    name: string,
    input: string,
    column: Pick<TableColumn, 'type' | 'about' | 'wanted' | 'unit'> & {
      readonly text: (column: string) => string;
    },
    type: SqlType,
  ) => SqlNode;
}

function declaredMeaning(
  name: string,
  input: string,
  declared: Declared,
  preset: Value | undefined,
  context: Context,
): Meaning | undefined {
  const { sheet, add } = context;
  const { dialect } = sheet;
  const { type } = declared;
  switch (type.kind) {
    case 'number':
      return figureMeaning(
        name,
        input,
        {
          label: notationOf(type.unit).label,
          scale: type.unit.scale,
          steps: stepsPerUnit(type),
          most: mostSteps(type),
          ...limitsOf(declared),
          preset: preset?.kind === 'number' ? pointOf(preset.range) : undefined,
        },
        context,
      );
    case 'date': {
      const day = preset?.kind === 'date' ? pointOf(preset.range) : undefined;
      const { low, high } = declared.range;
      const [first, last] = stepLimits({ low, high, steps: 1n, most: MOST_DAYS });
      const text = (column: string) => {
        const number = dialect.dayNumber(column);
        const given = day ? `COALESCE(${number}, ${formatExact(day)})` : number;
        return `CASE WHEN ${given} BETWEEN ${first} AND ${last} THEN CAST(${given} AS ${dialect.types.double}) END`;
      };
      const node = add(
        name,
        input,
        { type: 'DATE', about: '', wanted: 'a day within the declared range', unit: '日', text },
        'double',
      );
      return {
        kind: 'figure',
        figure: { kind: 'steps', whole: columnWhole(node, first, last), step: rational(1) },
      };
    }
    case 'boolean': {
      const known = preset?.kind === 'boolean' ? preset.canBeTrue : undefined;
      const text = (column: string) =>
        known === undefined ? column : `COALESCE(${column}, ${known ? 'TRUE' : 'FALSE'})`;
      const node = add(
        name,
        input,
        { type: dialect.types.truth, about: '', wanted: '', unit: '', text },
        'truth',
      );
      return { kind: 'truth', node };
    }
    case 'enumeration': {
      const word = preset?.kind === 'enumeration' ? [...preset.possible][0] : undefined;
      return {
        kind: 'word',
        node: add(name, input, wordColumn(type.values, word, dialect), 'text'),
      };
    }
    case 'text': {
      const text = (column: string) => column;
      const node = add(
        name,
        input,
        { type: dialect.types.words, about: '', wanted: '', unit: '', text },
        'text',
      );
      return { kind: 'word', node };
    }
    case 'list': {
      if (type.most !== type.least) return undefined;
      const there = truthNode(sheet, true);
      const entries = Array.from({ length: type.least }, (_, at) => {
        const own = preset?.kind === 'list' ? preset.entries[at] : undefined;
        return declaredMeaning(
          `${name}_${at + 1}`,
          input,
          declaredEntry(declared, type.of),
          own,
          context,
        );
      });
      const known = entries.flatMap((meaning) => (meaning ? [{ there, meaning }] : []));
      return known.length === entries.length ? { kind: 'list', entries: known } : undefined;
    }
    case 'record': {
      const fields = [...type.fields].flatMap(([field, of]) => {
        const own = preset?.kind === 'record' ? preset.fields.get(field) : undefined;
        const meaning = declaredMeaning(
          `${name}_${field}`,
          input,
          declaredField(declared, field, of),
          own,
          context,
        );
        return meaning ? [[field, meaning] as const] : [];
      });
      return { kind: 'record', fields: new Map(fields) };
    }
    case 'target':
    case 'actual':
    case 'error':
      return undefined;
    default:
      return type satisfies never;
  }
}

const MOST_DAYS = 10n ** 7n;

function wordColumn(
  words: readonly string[],
  preset: string | undefined,
  dialect: Dialect,
): Pick<TableColumn, 'type' | 'about' | 'wanted' | 'unit'> & {
  readonly text: (column: string) => string;
} {
  const among = words.map((word) => literal(word, dialect)).join(', ');
  return {
    type: dialect.types.words,
    about: words.join('/'),
    wanted: `one of ${words.join(', ')}`,
    unit: '',
    text: (column) => {
      const given =
        preset === undefined ? column : `COALESCE(${column}, ${literal(preset, dialect)})`;
      return `CASE WHEN ${given} IN (${among}) THEN ${given} END`;
    },
  };
}

interface FigureTerms {
  /** How the written unit is called, and how many base units it holds. */
  readonly label: string;
  readonly scale: Rational;
  readonly steps: bigint;
  readonly most: bigint;
  readonly low: End | undefined;
  readonly high: End | undefined;
  readonly preset: Rational | undefined;
}

function figureMeaning(
  name: string,
  input: string,
  terms: FigureTerms,
  { sheet, add }: Context,
): Meaning | undefined {
  const { dialect } = sheet;
  const { label, scale, steps, preset } = terms;
  const perWritten = multiply(scale, rational(steps));
  const decimals = decimalsOf(perWritten.n);
  if (perWritten.d !== 1n || decimals === undefined) return undefined;
  const [low, high] = stepLimits(terms);
  const written = (count: bigint) => formatExact(divide(rational(count), perWritten));
  const decimal = `DECIMAL(18,${decimals})`;
  const text = (column: string) => {
    const given = preset ? `COALESCE(${column}, ${formatExact(divide(preset, scale))})` : column;
    const figure = dialect.figure(given);
    const double = `CAST(${figure} AS ${dialect.types.double})`;
    const count = perWritten.n === 1n ? double : `round(${double} * ${perWritten.n})`;
    return `CASE WHEN ${figure} < ${written(low)} OR ${figure} > ${written(high)} THEN NULL WHEN CAST(${given} AS ${decimal}) = ${given} THEN ${count} END`;
  };
  const node = add(
    name,
    input,
    {
      type: decimal,
      about: label,
      wanted: `from ${written(low)} to ${written(high)}${label === '' ? '' : ` ${label}`} with at most ${decimals} decimals`,
      unit: unitOf(label, decimals),
      text,
    },
    'double',
  );
  const whole = columnWhole(node, low, high);
  return { kind: 'figure', figure: { kind: 'steps', whole, step: rational(1n, steps) } };
}

// What a step is called: `10^-6 万元`, `个`.
function unitOf(label: string, decimals: number): string {
  return decimals === 0 ? label : `1e-${decimals} ${label}`.trim();
}

/** How many decimals a power of ten stands for; undefined for any other number. */
function decimalsOf(value: bigint): number | undefined {
  const digits = String(value);
  return /^10*$/u.test(digits) ? digits.length - 1 : undefined;
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

function awardTerms(low: Rational, high: Rational): FigureTerms {
  return {
    label: '分',
    scale: rational(1),
    steps: AWARD_STEPS,
    most: 2n ** 31n,
    low: { value: low, open: false },
    high: { value: high, open: false },
    preset: undefined,
  };
}

function awardMeaning(input: JudgedInput, context: Context): Meaning | undefined {
  const { name, form, points } = input;
  const awarded = (column: string) =>
    figureMeaning(column, name, awardTerms(rational(0), points), context);
  switch (form.kind) {
    case 'free':
    case 'banded':
    case 'checklist':
      return awarded(name);
    case 'choice':
      return choiceMeaning(name, form.choices, awarded, context);
    default:
      return form satisfies never;
  }
}

// The word that was chosen; where it leaves a range, the award stands in a column of its own.
function choiceMeaning(
  name: string,
  choices: readonly Choice[],
  awarded: (column: string) => Meaning | undefined,
  { sheet, add }: Context,
): Meaning | undefined {
  const words = choices.map((choice) => choice.name);
  const word = add(name, name, wordColumn(words, undefined, sheet.dialect), 'text');
  const ranged = choices.some(({ least }) => least !== undefined);
  const award = ranged ? awarded(`${name}_分值`) : undefined;
  const figures = choices.map((choice) => {
    const when = sheet.make('=', 'truth', [word, wordsNode(sheet, choice.name)]);
    const fixed = { kind: 'constant', value: choice.points } as const;
    if (choice.least === undefined || award?.kind !== 'figure') return { when, figure: fixed };
    return { when, figure: withinAward(sheet, award.figure, choice.least, choice.points) };
  });
  const last = figures.pop();
  if (!last) return undefined;
  return { kind: 'figure', figure: { kind: 'chosen', rows: figures, otherwise: last.figure } };
}
