// An interpreter that remembers what it gave. What a study knows never changes, so that a rule which
// many proofs ask for is evaluated once; the problems that it met are told again each time.
import type { Interpreter, Problem } from '../interpret/interpreter.ts';
import type { Expression } from '../model/expression.ts';
import type { Value } from '../types/value.ts';

/** Where a study collects the problems that evaluating meets. */
export interface ProblemLog {
  readonly met: Problem[];
  /** While nobody collects, nothing is noted. */
  isAside: boolean;
}

interface Given {
  readonly value: Value;
  /** Undefined where nobody collected them. */
  readonly problems: readonly Problem[] | undefined;
}

/** The same interpreter, asking only once for each expression. */
export function remembering(interpreter: Interpreter, log: ProblemLog): Interpreter {
  const given = new Map<Expression, Given>();
  const value = (expression: Expression): Value => {
    const known = given.get(expression);
    if (known && (log.isAside || known.problems)) {
      if (!log.isAside) log.met.push(...(known.problems ?? []));
      return known.value;
    }
    const before = log.met.length;
    const found = interpreter.value(expression);
    const problems = log.isAside ? undefined : log.met.slice(before);
    given.set(expression, { value: found, problems });
    return found;
  };
  return {
    ...interpreter,
    value,
    range: (expression) => {
      const found = value(expression);
      if (found.kind !== 'number' && found.kind !== 'date')
        throw new Error('a number was expected here');
      return found.range;
    },
    truth: (expression) => {
      const found = value(expression);
      if (found.kind !== 'boolean') throw new Error('a truth value was expected here');
      return found;
    },
  };
}
