// What is asked of a framework again and again while something is written from it, worked out once for as
// long as the framework is there. Frameworks never change.

/** The same function, which works only once for each thing that it is given. */
export function once<Given extends object, Result>(
  work: (given: Given) => Result,
): (given: Given) => Result {
  const known = new WeakMap<Given, { readonly result: Result }>();
  return (given) => {
    let found = known.get(given);
    if (found === undefined) known.set(given, (found = { result: work(given) }));
    return found.result;
  };
}
