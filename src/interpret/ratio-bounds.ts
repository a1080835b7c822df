// The exact range of a ratio of two linear forms (or of one form, over 1) where the atoms lie in
// boxes and obey linear relations. A ratio becomes linear by measuring everything in units of the
// denominator: y = x·t with t = 1 / denominator.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import { between } from '../types/range.ts';
import type { LinearForm } from './linear-form.ts';
import { scaleForm } from './linear-form.ts';
import type { Bound, Constraint, Optimum } from './linear-program.ts';
import { addScaled, maximiseOver } from './linear-program.ts';
import type { Relation } from './world.ts';

// `Σ coefficients · variable + constant`, over the non-negative variables of the program.
interface Affine {
  readonly coefficients: Map<number, Rational>;
  constant: Bound;
}

const NOTHING: Bound = { value: Q.ZERO, epsilon: Q.ZERO };
const ONE: Bound = { value: Q.ONE, epsilon: Q.ZERO };
const EPSILON: Bound = { value: Q.ZERO, epsilon: Q.ONE };
const MINUS_ONE = Q.rational(-1);

function addTo(target: Affine, other: Affine, factor: Rational): void {
  for (const [variable, coefficient] of other.coefficients) {
    const sum = Q.add(target.coefficients.get(variable) ?? Q.ZERO, Q.multiply(coefficient, factor));
    target.coefficients.set(variable, sum);
  }
  target.constant = addScaled(target.constant, other.constant, factor);
}

/**
 * The range of `numerator / denominator` for a denominator that is above 0. Undefined when the
 * relations and boxes have nothing in common, or say nothing.
 */
export function boundRatio(
  numerator: LinearForm,
  denominator: LinearForm,
  boxes: ReadonlyMap<number, Range>,
  relations: readonly Relation[],
): Range | undefined {
  let width = 0;
  const variable = (): Affine => ({ coefficients: new Map([[width++, Q.ONE]]), constant: NOTHING });
  const atLeastZero: Affine[] = [];
  const require = (affine: Affine, strict: boolean) => {
    if (strict) affine.constant = addScaled(affine.constant, EPSILON, MINUS_ONE);
    atLeastZero.push(affine);
  };

  const isRatio = denominator.terms.length > 0;
  const unit: Affine = isRatio ? variable() : { coefficients: new Map(), constant: ONE };
  if (isRatio) addTo(unit, { coefficients: new Map(), constant: EPSILON }, Q.ONE);

  const places = new Map<number, Affine>();
  for (const [atom, box] of boxes) places.set(atom, placeIn(box, unit, variable, require));

  const affineOf = (form: LinearForm): Affine => {
    const affine: Affine = { coefficients: new Map(), constant: NOTHING };
    addTo(affine, unit, form.constant);
    for (const { atom, coefficient } of form.terms) {
      const place = places.get(atom);
      if (place) addTo(affine, place, coefficient);
    }
    return affine;
  };

  for (const { form, strict } of relations) require(affineOf(form), strict);
  if (isRatio) {
    const one = affineOf(denominator);
    addTo(one, { coefficients: new Map(), constant: ONE }, MINUS_ONE);
    const opposite: Affine = { coefficients: new Map(), constant: NOTHING };
    addTo(opposite, one, MINUS_ONE);
    atLeastZero.push(one, opposite);
  }

  const constraints = atLeastZero.map(({ coefficients, constant }): Constraint => {
    const row = Array.from({ length: width }, (_, index) =>
      Q.negate(coefficients.get(index) ?? Q.ZERO),
    );
    return { coefficients: row, bound: constant };
  });
  const objective = affineOf(
    isRatio ? numerator : scaleForm(numerator, Q.divide(Q.ONE, denominator.constant)),
  );
  const maximum = maximiseOver(constraints, width);
  const high = endOf(objective, maximum, width, Q.ONE);
  if (high === 'infeasible') return undefined;
  const low = endOf(objective, maximum, width, MINUS_ONE);
  if (low === 'infeasible') return undefined;
  return between(low, high);
}

// An atom by its distance from an end of its box, which is never negative.
function placeIn(
  box: Range,
  unit: Affine,
  variable: () => Affine,
  require: (affine: Affine, strict: boolean) => void,
): Affine {
  const place: Affine = { coefficients: new Map(), constant: NOTHING };
  const { low, high } = box;
  if (low === undefined && high === undefined) {
    addTo(place, variable(), Q.ONE);
    addTo(place, variable(), MINUS_ONE);
    return place;
  }
  const end = low ?? high;
  if (end === undefined) return place;
  const single = low && high && Q.equal(low.value, high.value);
  addTo(place, unit, end.value);
  if (single) return place;
  const direction = low === undefined ? MINUS_ONE : Q.ONE;
  addTo(place, variable(), direction);
  if (end.open) addTo(place, { coefficients: new Map(), constant: EPSILON }, direction);
  if (low && high) {
    const room: Affine = { coefficients: new Map(), constant: NOTHING };
    addTo(room, unit, high.value);
    addTo(room, place, MINUS_ONE);
    require(room, high.open);
  }
  return place;
}

function endOf(
  objective: Affine,
  maximum: (objective: readonly Rational[]) => Optimum,
  width: number,
  direction: Rational,
): End | undefined | 'infeasible' {
  const row = Array.from({ length: width }, (_, index) =>
    Q.multiply(objective.coefficients.get(index) ?? Q.ZERO, direction),
  );
  const optimum = maximum(row);
  switch (optimum.kind) {
    case 'infeasible':
      return 'infeasible';
    case 'unbounded':
      return undefined;
    case 'optimal': {
      const { value, epsilon } = addScaled(optimum.value, objective.constant, direction);
      return { value: Q.multiply(value, direction), open: Q.signOf(epsilon) !== 0 };
    }
    default:
      return optimum satisfies never;
  }
}
