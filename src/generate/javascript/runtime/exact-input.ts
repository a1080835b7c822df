// A decoded input as the rules read it in fractions: checked against what is declared, since rules are
// proved for that only.
import type { Rational } from '../../../number/rational.ts';
import type { Figure } from './figure.ts';
import { fraction, unstepped } from './figure.ts';
import type { InputSpec } from './input-spec.ts';
import { isWithin } from './read-figure.ts';
import { isLength } from './read-lists.ts';
import type { Spec } from './reading.ts';
import { isObject } from './reading.ts';
import { given } from './undecided.ts';

/** A decoded value with its figures as fractions. */
export type Exact<Value> = Value extends Figure
  ? Rational
  : Value extends readonly (infer Entry)[]
    ? readonly Exact<Entry>[]
    : Value extends object
      ? { readonly [Name in keyof Value]: Exact<Value[Name]> }
      : Value;

/** An input as rules ask for it; what is not known throws `Undecided`. */
export type ExactInput<Input> = <Name extends keyof Input & string>(
  name: Name,
) => Exact<Exclude<Input[Name], undefined>>;

/** Checks an input and turns its figures into fractions. */
export function exactInput<Input extends object>(
  input: Input,
  inputs: Readonly<Record<string, InputSpec>>,
): ExactInput<Input> {
  const values = new Map(
    Object.entries(inputs).map(([name, spec]) => [
      name,
      exactValue((input as Record<string, unknown>)[name], spec, name),
    ]),
  );
  return (name) => given(values.get(name), name) as never;
}

/** Throws where a value is not what is declared. */
export function exactValue(value: unknown, spec: Spec, path: string): unknown {
  if (value === undefined) return undefined;
  if ('of' in spec && Array.isArray(value) && isLength(value.length, spec))
    return Array.from(value, (entry, at) => exactValue(entry, spec.of, `${path}[${at + 1}]`));
  if ('fields' in spec && isObject(value))
    return Object.fromEntries(
      spec.fields.map(([field, of]) => [field, exactValue(value[field], of, `${path}.${field}`)]),
    );
  if ('step' in spec && isFigure(value)) {
    const figure = unstepped(value, fraction(spec.step));
    if (isWithin(figure, spec)) return figure;
  }
  const fits =
    'words' in spec
      ? spec.words.includes(value as string)
      : typeof value === (spec.kind === 'boolean' ? 'boolean' : 'string');
  if (fits && !('step' in spec || 'of' in spec || 'fields' in spec)) return value;
  throw new RangeError(`“${path}” is not what is declared`);
}

function isFigure(value: unknown): value is Figure {
  if (!isObject(value)) return typeof value === 'number';
  return typeof value['n'] === 'bigint' && typeof value['d'] === 'bigint' && value['d'] > 0n;
}
