// Exact linear programs: the largest value of a linear objective over `Σ c·x ≤ bound, x ≥ 0`, by the
// simplex method on rationals with Bland's rule, which always ends. Bounds carry an infinitesimal
// part: a strict `<` is written as `≤ bound − ε`, and an optimum that comes out below its limit by a
// multiple of ε is one that is approached but never reached.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';

/** `value + epsilon · ε` for an ε above 0 and smaller than every number. */
export interface Bound {
  readonly value: Rational;
  readonly epsilon: Rational;
}

/** `Σ coefficients · x ≤ bound`. */
export interface Constraint {
  readonly coefficients: readonly Rational[];
  readonly bound: Bound;
}

export type Optimum =
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'unbounded' }
  | { readonly kind: 'optimal'; readonly value: Bound; readonly at: readonly Bound[] };

const NOTHING: Bound = { value: Q.ZERO, epsilon: Q.ZERO };

export function addScaled(a: Bound, b: Bound, factor: Rational): Bound {
  return {
    value: Q.add(a.value, Q.multiply(b.value, factor)),
    epsilon:
      Q.signOf(b.epsilon) === 0 ? a.epsilon : Q.add(a.epsilon, Q.multiply(b.epsilon, factor)),
  };
}

function signOfBound(bound: Bound): number {
  return Q.signOf(bound.value) || Q.signOf(bound.epsilon);
}

// Each row says `basic = bound − Σ coefficients · nonbasic`; the objective `bound + Σ coefficients · nonbasic`.
interface Dictionary {
  readonly basic: number[];
  readonly nonbasic: number[];
  readonly rows: { coefficients: Rational[]; bound: Bound }[];
  objective: { coefficients: Rational[]; bound: Bound };
}

/** Maximises `Σ objective · x`. */
export function maximise(
  objective: readonly Rational[],
  constraints: readonly Constraint[],
): Optimum {
  return maximiseOver(constraints, objective.length)(objective);
}

/** The same of several objectives over constraints on `width` variables: all climb from one corner. */
export function maximiseOver(
  constraints: readonly Constraint[],
  width: number,
): (objective: readonly Rational[]) => Optimum {
  const corner = cornerOf(constraints, width);
  return (objective) => (corner ? maximiseFrom(corner, objective) : { kind: 'infeasible' });
}

// A corner of what the constraints allow, if they allow anything.
function cornerOf(constraints: readonly Constraint[], width: number): Dictionary | undefined {
  const dictionary: Dictionary = {
    basic: constraints.map((_, index) => width + index),
    nonbasic: Array.from({ length: width }, (_, index) => index),
    rows: constraints.map(({ coefficients, bound }) => ({
      coefficients: [...coefficients],
      bound,
    })),
    objective: { coefficients: [], bound: NOTHING },
  };
  const isCorner = constraints.every(({ bound }) => signOfBound(bound) >= 0);
  return isCorner || makeFeasible(dictionary, width + constraints.length) ? dictionary : undefined;
}

function maximiseFrom(corner: Dictionary, objective: readonly Rational[]): Optimum {
  const dictionary: Dictionary = {
    basic: [...corner.basic],
    nonbasic: [...corner.nonbasic],
    rows: corner.rows.map((row) => ({ ...row })),
    objective: objectiveAt(corner, objective),
  };
  if (!climb(dictionary)) return { kind: 'unbounded' };
  const at = objective.map((_, variable) => {
    const row = dictionary.basic.indexOf(variable);
    return dictionary.rows[row]?.bound ?? NOTHING;
  });
  return { kind: 'optimal', value: dictionary.objective.bound, at };
}

// Phase one: an extra variable makes every row hold; the rows hold without it if it can be 0.
function makeFeasible(dictionary: Dictionary, extra: number): boolean {
  const minusOne = Q.rational(-1);
  for (const row of dictionary.rows) row.coefficients.push(minusOne);
  dictionary.nonbasic.push(extra);
  dictionary.objective = {
    coefficients: dictionary.nonbasic.map((variable) => (variable === extra ? minusOne : Q.ZERO)),
    bound: NOTHING,
  };
  let lowest = 0;
  dictionary.rows.forEach((row, index) => {
    const best = dictionary.rows[lowest]?.bound ?? NOTHING;
    if (signOfBound(addScaled(row.bound, best, minusOne)) < 0) lowest = index;
  });
  pivot(dictionary, lowest, dictionary.nonbasic.length - 1);
  climb(dictionary);
  if (signOfBound(dictionary.objective.bound) < 0) return false;
  const row = dictionary.basic.indexOf(extra);
  if (row >= 0) {
    const column = dictionary.rows[row]?.coefficients.findIndex((c) => Q.signOf(c) !== 0) ?? -1;
    if (column >= 0) pivot(dictionary, row, column);
  }
  dropColumn(dictionary, dictionary.nonbasic.indexOf(extra));
  return true;
}

function dropColumn(dictionary: Dictionary, column: number): void {
  if (column < 0) return;
  dictionary.nonbasic.splice(column, 1);
  for (const row of dictionary.rows) row.coefficients.splice(column, 1);
}

// The objective in terms of the variables that are nonbasic at a corner.
function objectiveAt(corner: Dictionary, objective: readonly Rational[]): Dictionary['objective'] {
  const coefficients = corner.nonbasic.map((variable) => objective[variable] ?? Q.ZERO);
  let bound = NOTHING;
  corner.basic.forEach((variable, index) => {
    const weight = objective[variable];
    const row = corner.rows[index];
    if (weight === undefined || row === undefined || Q.signOf(weight) === 0) return;
    bound = addScaled(bound, row.bound, weight);
    row.coefficients.forEach((coefficient, column) => {
      coefficients[column] = Q.subtract(
        coefficients[column] ?? Q.ZERO,
        Q.multiply(coefficient, weight),
      );
    });
  });
  return { coefficients, bound };
}

// Bland's rule: of the columns that improve, the variable with the lowest number; of the rows that
// bind first, likewise. False when nothing binds.
function climb(dictionary: Dictionary): boolean {
  for (;;) {
    const column = lowestVariable(dictionary.nonbasic, (index) => {
      const coefficient = dictionary.objective.coefficients[index];
      return coefficient !== undefined && Q.signOf(coefficient) > 0;
    });
    if (column < 0) return true;
    const row = bindingRow(dictionary, column);
    if (row < 0) return false;
    pivot(dictionary, row, column);
  }
}

function lowestVariable(
  variables: readonly number[],
  eligible: (index: number) => boolean,
): number {
  let chosen = -1;
  variables.forEach((variable, index) => {
    if (eligible(index) && (chosen < 0 || variable < (variables[chosen] ?? 0))) chosen = index;
  });
  return chosen;
}

function bindingRow(dictionary: Dictionary, column: number): number {
  let chosen = -1;
  let least = NOTHING;
  dictionary.rows.forEach((row, index) => {
    const coefficient = row.coefficients[column];
    if (coefficient === undefined || Q.signOf(coefficient) <= 0) return;
    const step = addScaled(NOTHING, row.bound, Q.divide(Q.ONE, coefficient));
    const order = chosen < 0 ? -1 : signOfBound(addScaled(step, least, Q.rational(-1)));
    const lower = (dictionary.basic[index] ?? 0) < (dictionary.basic[chosen] ?? 0);
    if (order < 0 || (order === 0 && lower)) {
      chosen = index;
      least = step;
    }
  });
  return chosen;
}

function pivot(dictionary: Dictionary, rowIndex: number, column: number): void {
  const row = dictionary.rows[rowIndex];
  const leaving = dictionary.basic[rowIndex];
  const entering = dictionary.nonbasic[column];
  const element = row?.coefficients[column];
  if (!row || leaving === undefined || entering === undefined || element === undefined) return;
  const inverse = Q.divide(Q.ONE, element);
  row.coefficients = row.coefficients.map((coefficient, index) =>
    index === column ? inverse : Q.multiply(coefficient, inverse),
  );
  row.bound = addScaled(NOTHING, row.bound, inverse);
  dictionary.rows.forEach((other, index) => {
    if (index !== rowIndex) substitute(other, row, column, Q.negate);
  });
  substitute(dictionary.objective, row, column, (factor) => factor);
  dictionary.basic[rowIndex] = entering;
  dictionary.nonbasic[column] = leaving;
}

// Replaces the entering variable in another row, or in the objective, which has the other sign.
function substitute(
  target: { coefficients: Rational[]; bound: Bound },
  row: { readonly coefficients: readonly Rational[]; readonly bound: Bound },
  column: number,
  sign: (factor: Rational) => Rational,
): void {
  const factor = target.coefficients[column];
  if (factor === undefined || Q.signOf(factor) === 0) return;
  target.bound = addScaled(target.bound, row.bound, sign(factor));
  target.coefficients = target.coefficients.map((coefficient, index) => {
    const change = Q.multiply(row.coefficients[index] ?? Q.ZERO, factor);
    return index === column ? Q.negate(change) : Q.subtract(coefficient, change);
  });
}
