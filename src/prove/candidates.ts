// Values worth trying for an input when a proof looks for a concrete case: the ends of its range,
// figures around those that the rule speaks of, and a few round ones.
import type { Framework, Input } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { parseDate } from '../types/date.ts';
import { parseActual, parseTarget } from '../types/target.ts';
import type { Range } from '../types/range.ts';
import { contains, memberOf } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE, dateValue, enumerationValue, numberValue } from '../types/value.ts';
import type { Reading } from './reading.ts';

const MOST_FIGURES = 14;
const MOST_RECORDS = 12;
const MOST_USUAL = 3;
const USUAL_COUNTS = [100, 10, 1, 1000, 0];
/** 2024-06-30; figures that are dates lie after 1980. */
const USUAL_DAY = 19_904;
const EARLIEST_DAY = Q.rational(3652);

/** Values of an input that are likely to show what a rule does, plain ones first. */
export function candidatesFor(input: Input, reading: Reading): readonly Value[] {
  if (input.kind === 'judged') {
    const given =
      input.form.kind === 'choice' ? input.form.choices.map((choice) => choice.points) : [];
    return (given.length > 0 ? given : [input.points, Q.ZERO]).map(numberValue);
  }
  return valuesOf(input.type, input.range, input.fieldRanges, reading);
}

/** A few values of an input that a department may well report, the likeliest first. */
export function usualValues(
  input: Input,
  reading: Reading,
  framework: Pick<Framework, 'period'>,
): readonly Value[] {
  if (input.kind === 'judged') {
    const half = numberValue(Q.multiply(input.points, Q.rational(1, 2)));
    const between = input.form.kind === 'choice' ? [] : [half];
    return [...candidatesFor(input, reading), ...between].slice(0, MOST_USUAL);
  }
  const { type } = input;
  const usual = (figures: readonly Rational[], range: Range) => {
    const inside = figures.filter((figure) => contains(range, figure));
    return inside.length > 0 ? inside : [memberOf(range)];
  };
  if (type.kind === 'number') {
    const range = type.integer ? { ...input.range, integer: true } : input.range;
    const figures = USUAL_COUNTS.map((count) => Q.multiply(Q.rational(count), type.unit.scale));
    return usual(figures, range).slice(0, MOST_USUAL).map(numberValue);
  }
  if (type.kind === 'date') {
    const ofPeriod = parseDate(`${framework.period}-06-30`) ?? USUAL_DAY;
    const written = reading.figures.filter(
      (figure) => Q.isInteger(figure) && Q.compare(figure, EARLIEST_DAY) > 0,
    );
    return usual([...written, Q.rational(ofPeriod)], input.range)
      .slice(0, MOST_USUAL)
      .map((day) => dateValue(Number(day.n)));
  }
  return valuesOf(type, input.range, input.fieldRanges, reading).slice(0, MOST_USUAL);
}

function valuesOf(
  type: Type,
  range: Range,
  fieldRanges: ReadonlyMap<string, Range>,
  reading: Reading,
): readonly Value[] {
  switch (type.kind) {
    case 'number':
      return figuresIn(
        type.integer ? { ...range, integer: true } : range,
        type.unit.scale,
        reading,
      ).map(numberValue);
    case 'date':
      return figuresIn({ ...range, integer: true }, Q.ONE, reading).map((day) => ({
        kind: 'date',
        range: numberValue(day).range,
      }));
    case 'boolean':
      return [FALSE, TRUE];
    case 'enumeration':
      return type.values.map(enumerationValue);
    case 'text':
      return [...reading.words, '其他'].map((text) => ({ kind: 'text', text }));
    case 'target':
      return ['≥100', '有效'].map((text) => ({ kind: 'target', target: parseTarget(text) }));
    case 'actual':
      return ['100', '50', '0', '200', '有效', '较好'].map((text) => ({
        kind: 'actual',
        actual: parseActual(text),
      }));
    case 'list': {
      const entries = valuesOf(type.of, range, fieldRanges, reading);
      const length = Math.max(type.least, 1);
      const alike = entries.map((entry): Value => list(Array.from({ length }, () => entry)));
      const [first, second] = entries;
      const mixed =
        first && second && length > 1
          ? [list([second, ...Array.from({ length: length - 1 }, () => first)])]
          : [];
      return [...alike.slice(0, MOST_FIGURES), ...mixed, ...(type.least === 0 ? [list([])] : [])];
    }
    case 'record':
      return recordsOf([...type.fields], fieldRanges, reading);
    case 'error':
      return [];
    default:
      return type satisfies never;
  }
}

function list(entries: readonly Value[]): Value {
  return { kind: 'list', entries, further: undefined };
}

// Each field through its values while the others keep their first one.
function recordsOf(
  fields: readonly (readonly [string, Type])[],
  fieldRanges: ReadonlyMap<string, Range>,
  reading: Reading,
): Value[] {
  const options = fields.map(([name, type]) => {
    const range = fieldRanges.get(name) ?? { low: undefined, high: undefined, integer: false };
    return [name, valuesOf(type, range, new Map(), reading)] as const;
  });
  const first = new Map(
    options.flatMap(([name, values]) => (values[0] ? [[name, values[0]] as const] : [])),
  );
  const varied = options.flatMap(([name, values]) =>
    values.slice(1, 4).map((value) => new Map(first).set(name, value)),
  );
  return [first, ...varied]
    .slice(0, MOST_RECORDS)
    .map((record) => ({ kind: 'record', fields: record }));
}

function figuresIn(range: Range, scale: Rational, reading: Reading): Rational[] {
  const found = new Map<string, Rational>();
  const add = (figure: Rational) => {
    if (contains(range, figure)) found.set(`${figure.n}/${figure.d}`, figure);
  };
  for (const end of [range.low, range.high]) if (end) add(end.value);
  for (const count of [0, 1, 2, 10, 100]) add(Q.multiply(Q.rational(count), scale));
  // Thresholds may be compared with the figure itself or with a ratio to another one.
  for (const figure of around(reading.figures)) {
    add(figure);
    add(Q.multiply(figure, Q.multiply(Q.HUNDRED, scale)));
  }
  add(memberOf(range));
  for (const count of [-1, -10, 1000]) add(Q.multiply(Q.rational(count), scale));
  return [...found.values()].slice(0, MOST_FIGURES);
}

// Figures, the middle between neighbours, and one beyond the last.
function around(figures: readonly Rational[]): Rational[] {
  const inOrder = [...figures].sort(Q.compare);
  const half = Q.rational(1, 2);
  return inOrder.flatMap((figure, index) => {
    const next = inOrder[index + 1];
    return [figure, next ? Q.multiply(Q.add(figure, next), half) : Q.add(figure, Q.ONE)];
  });
}
