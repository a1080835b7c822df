// What a compiled module does where it cannot say: it refuses, naming what is missing.

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

/** Remembers what a function gives the first time. */
export function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: work() }).value;
}
