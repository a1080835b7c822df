// Inputs as the reader of bytes knows them: what `decode` works out for every figure is worked out
// beforehand, in whole steps. What does not come out whole is left to `decode`.
import type { Framework, Input } from '../../model/framework.ts';
import { ceiling, divide, floor } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { columnOf } from '../javascript/column-inputs.ts';
import { inputsRead } from '../javascript/exact-scoring.ts';
import { decodedText, inputSpec } from '../javascript/input-specs.ts';
import type {
  AwardSpec,
  InputSpec,
  ListSpec,
  NumberSpec,
  ValueSpec,
} from '../javascript/runtime/input-spec.ts';
import { fraction } from '../javascript/runtime/figure.ts';
import type { Field, Layout } from './runtime/reading.ts';

/** So many entries of a checklist are told apart by the bits of a whole number. */
const MOST_ENTRIES = 30;

/** The fields of all inputs, in the order of the ruleset. */
export function fieldsOf(framework: Framework): readonly Field[] {
  const read = inputsRead(framework);
  return framework.inputs.map((input) => fieldOf(input, read.has(input.name)));
}

function fieldOf(input: Input, isRead: boolean): Field {
  const { name } = input;
  const spec = inputSpec(input);
  const column = columnOf(input);
  const names = column.kind === 'entries' ? column.names : [column.name];
  return {
    name,
    columns: isRead ? names : [],
    ...shapeOf(spec, names.length),
    ...(!isRead && isValueSpec(spec) && layoutOf(spec)),
    ...absent(input, spec),
  };
}

// Only for what scores do not read: otherwise `decode` makes the value that they read.
function layoutOf(spec: ValueSpec): Pick<Field, 'layout'> {
  if (spec.kind !== 'list' && spec.kind !== 'record') return {};
  const layout = laidOf(spec);
  return layout ? { layout } : {};
}

function laidOf(spec: ValueSpec): Layout | undefined {
  switch (spec.kind) {
    case 'number':
      return { kind: 'figure', ...figureShape(spec) };
    case 'word':
      return { kind: 'word', words: spec.words };
    case 'text':
      return { kind: 'text' };
    case 'target':
    case 'actual':
      return { kind: 'achieved' };
    case 'list': {
      const { fewest, longest } = spec;
      const of = laidOf(spec.of);
      return of && { kind: 'list', of, fewest, ...(longest !== undefined && { longest }) };
    }
    case 'record': {
      const fields = spec.fields.flatMap(([name, field]) => {
        const of = laidOf(field);
        return of ? [[name, of] as const] : [];
      });
      return fields.length === spec.fields.length ? { kind: 'record', fields } : undefined;
    }
    case 'boolean':
    case 'date':
    case 'pool':
      return undefined;
    default:
      return spec satisfies never;
  }
}

type Shape = Omit<Field, 'name' | 'columns' | 'absent'>;

function shapeOf(spec: InputSpec, entries: number): Shape {
  switch (spec.kind) {
    case 'number':
      return { kind: 'figure', ...figureShape(spec) };
    case 'boolean':
      return { kind: 'truth' };
    case 'word':
      return { kind: 'word', words: spec.words.map((word, place) => [word, place]) };
    case 'list':
      return listShape(spec, entries);
    case 'award':
    case 'choice':
    case 'checklist':
      return awardShape(spec);
    // Dates are few, and written in many ways.
    case 'date':
      return { kind: 'figure' };
    case 'pool':
    case 'record':
      return { kind: 'value' };
    case 'text':
    case 'target':
    case 'actual':
      return { kind: 'value', isText: true };
    default:
      return spec satisfies never;
  }
}

function listShape({ of, fewest, longest }: ListSpec, entries: number): Shape {
  const isFixed = fewest === longest && (of.kind === 'number' || of.kind === 'date');
  if (!isFixed) return { kind: 'value' };
  return { kind: 'figures', entries, ...(of.kind === 'number' && figureShape(of)) };
}

// A word too many for its column, or points between two steps, are `decode`'s.
function awardShape({ kind, step, points, choices = [] }: AwardSpec): Shape {
  const inSteps = (text: string) => wholeOrNaN(divide(fraction(text), fraction(step)));
  const words = choices.map(
    (choice) =>
      [choice.name, choice.least === undefined ? inSteps(choice.points) : Number.NaN] as const,
  );
  return {
    kind,
    units: unitsIn(step, { bare: '1', units: { 分: '1' } }),
    least: 0,
    most: inSteps(points),
    ...(words.length > 0 && words.length <= MOST_ENTRIES && { words }),
  };
}

function figureShape(spec: NumberSpec): Omit<Shape, 'kind'> {
  const { step, least, above, most, below } = spec;
  const steps = (text: string) => divide(fraction(text), fraction(step));
  const low = least === undefined ? above && floor(steps(above)).n + 1n : ceiling(steps(least)).n;
  const high = most === undefined ? below && ceiling(steps(below)).n - 1n : floor(steps(most)).n;
  return {
    units: unitsIn(step, spec),
    ...(typeof low === 'bigint' && isSafe(low) && { least: Number(low) }),
    ...(typeof high === 'bigint' && isSafe(high) && { most: Number(high) }),
  };
}

function isSafe(figure: bigint): boolean {
  return Number.isSafeInteger(Number(figure));
}

function wholeOrNaN({ n, d }: Rational): number {
  return d === 1n && isSafe(n) ? Number(n) : Number.NaN;
}

function unitsIn(step: string, { units = {}, bare }: Pick<NumberSpec, 'units' | 'bare'>) {
  const worth = (scale: string) => wholeOrNaN(divide(fraction(scale), fraction(step)));
  const all = [...(bare === undefined ? [] : [['', bare] as const]), ...Object.entries(units)];
  return all.map(([label, scale]) => [label, worth(scale)] as const);
}

function isValueSpec(spec: InputSpec): spec is ValueSpec {
  return !('points' in spec) || spec.kind === 'pool';
}

function absent(input: Input, spec: InputSpec): Pick<Field, 'absent'> {
  if (input.kind === 'judged' || input.default === undefined || !isValueSpec(spec)) return {};
  const text = decodedText(input.default, spec);
  switch (spec.kind) {
    case 'number':
    case 'date':
      return { absent: Number.isNaN(Number(text)) ? null : Number(text) };
    case 'boolean':
      return { absent: text === 'true' ? 1 : 0 };
    case 'word':
      return { absent: spec.words.indexOf(JSON.parse(text) as string) };
    case 'list':
    case 'pool':
    case 'record':
    case 'text':
    case 'target':
    case 'actual':
      return { absent: null };
    default:
      return spec satisfies never;
  }
}
