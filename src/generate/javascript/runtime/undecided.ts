// What a compiled module does where it cannot say: it refuses, naming what is missing.
import type { InputSpec } from './input-spec.ts';

/** Thrown where a figure that counts is not known; `inputs` are the names of what is missing. */
export interface Undecided extends Error {
  readonly inputs: readonly string[];
}

export function undecided(why: string, ...inputs: string[]): Undecided {
  return Object.assign(new Error(why), { name: 'Undecided', inputs });
}

/** A value that must be known by now. */
export function given<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw undecided(`“${name}” is not known`, name);
  return value;
}

/** Does work on an input; where something that counts is not known, names every input that is not. */
export function namingMissing<Result>(
  input: object,
  inputs: Readonly<Record<string, InputSpec>>,
  work: () => Result,
): Result {
  try {
    return work();
  } catch (error) {
    const missing = Object.keys(inputs).filter(
      (name) =>
        !inputs[name]?.unread &&
        [(input as Readonly<Record<string, unknown>>)[name]].flat().includes(undefined),
    );
    // An entry of a list is called `name[1]`.
    const [first = ''] = String((error as Partial<Undecided>).inputs?.[0]).split('[');
    if (!missing[1] || !missing.includes(first)) throw error;
    throw undecided(`“${missing.join('”, “')}” are not known`, ...missing);
  }
}

/** Remembers what a function gives the first time. */
export function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: work() }).value;
}
