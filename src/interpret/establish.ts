// Adding what is known of a linear form to a world: that it is at least 0, above 0, 0, or not 0. A
// fact that cannot be leaves no world; one that is known already leaves the world as it is.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { End } from '../types/range.ts';
import { EVERYTHING, between, intersect } from '../types/range.ts';
import { canBeZero, numeratorOf, rangeOfAtom, rangeOfForm } from './bounds.ts';
import { definitionsOf } from './definitions.ts';
import type { LinearForm, Term } from './linear-form.ts';
import { addForms, scaleForm } from './linear-form.ts';
import type { Relation, World } from './world.ts';
import { worldWith } from './world.ts';

const MINUS_ONE = Q.rational(-1);

/** The world in which also `form ≥ 0`, or `form > 0` when strict; undefined when it cannot be. */
export function establish(relation: Relation, world: World): World | undefined {
  const { form, strict } = relation;
  const range = rangeOfForm(form, world);
  if (isBelow(range.high, strict)) return undefined;
  if (isAbove(range.low, strict)) return world;
  if (world.session.worldsLeft <= 0) return world;
  const narrowed = form.terms.length === 1 ? narrowAtom(relation, world) : relate(relation, world);
  return narrowed && clearDenominator(relation, narrowed);
}

/** The world in which the form is 0. */
export function establishZero(form: LinearForm, world: World): World | undefined {
  const above = establish({ form, strict: false }, world);
  return above && establish({ form: scaleForm(form, MINUS_ONE), strict: false }, above);
}

/** The world in which the form is not 0. */
export function establishNonzero(form: LinearForm, world: World): World | undefined {
  if (!canBeZero(form, world)) return world;
  const range = rangeOfForm(form, world);
  const [low, high] = [signOfEnd(range.low), signOfEnd(range.high)];
  if (low === 0 && high === 0) return undefined;
  if (world.session.worldsLeft <= 0) return world;
  const { facts } = world;
  let result = worldWith(world, { ...facts, nonzero: [...facts.nonzero, form] });
  for (const factor of nonzeroWith(form, world))
    result = establishNonzero(factor, result) ?? result;
  if (low === 0) return establish({ form, strict: true }, result);
  if (high === 0) return establish({ form: scaleForm(form, MINUS_ONE), strict: true }, result);
  return result;
}

function signOfEnd(end: End | undefined): number | undefined {
  return end && Q.signOf(end.value);
}

// Never above 0 (never at least 0).
function isBelow(high: End | undefined, strict: boolean): boolean {
  if (high === undefined) return false;
  const sign = Q.signOf(high.value);
  return sign < 0 || (sign === 0 && (strict || high.open));
}

function isAbove(low: End | undefined, strict: boolean): boolean {
  if (low === undefined) return false;
  const sign = Q.signOf(low.value);
  return sign > 0 || (sign === 0 && (!strict || low.open));
}

// What else is not 0 when the form is not: the factors of a product, the dividend of a quotient.
function nonzeroWith(form: LinearForm, world: World): readonly LinearForm[] {
  const [term, ...others] = form.terms;
  if (!term || others.length > 0 || Q.signOf(form.constant) !== 0) return [];
  const atom = world.session.atoms().atom(term.atom);
  if (atom.kind === 'product') return [atom.left, atom.right];
  return atom.kind === 'quotient' ? [atom.numerator] : [];
}

function narrowAtom({ form, strict }: Relation, world: World): World | undefined {
  const [term] = form.terms;
  if (term === undefined) return world;
  const limit = Q.negate(Q.divide(form.constant, term.coefficient));
  const end: End = { value: limit, open: strict };
  const isLow = Q.signOf(term.coefficient) > 0;
  const { facts } = world;
  const whole = rangeOfAtom(term.atom, world).integer;
  const half = between(isLow ? end : undefined, isLow ? undefined : end, whole) ?? EVERYTHING;
  const range = intersect(half, facts.numbers.get(term.atom) ?? EVERYTHING);
  if (range === undefined) return undefined;
  const definitions = facts.numbers.has(term.atom) ? [] : definitionsOf(term.atom, world);
  return worldWith(world, {
    ...facts,
    numbers: new Map(facts.numbers).set(term.atom, range),
    relations: [...facts.relations, ...definitions],
  });
}

function relate(relation: Relation, world: World): World {
  const { facts } = world;
  const whole = relation.form.terms.every(({ atom }) => rangeOfAtom(atom, world).integer);
  const tight = whole ? onWholeNumbers(relation) : relation;
  return worldWith(world, { ...facts, relations: [...facts.relations, tight] });
}

// Between whole numbers `2a + 4b > 5` says `a + 2b ≥ 3`.
function onWholeNumbers({ form, strict }: Relation): Relation {
  const denominator = form.terms.reduce((product, { coefficient }) => product * coefficient.d, 1n);
  const scaled = scaleForm(form, Q.rational(denominator));
  const divisor = scaled.terms.reduce(
    (common, { coefficient }) => Q.gcd(common, coefficient.n),
    0n,
  );
  const least = scaleForm(scaled, Q.rational(1n, divisor));
  const limit = Q.negate(least.constant);
  const up = Q.ceiling(limit);
  const first = strict && Q.equal(up, limit) ? Q.add(up, Q.ONE) : up;
  return { form: { terms: least.terms, constant: Q.negate(first) }, strict: false };
}

// From n/d + c ≥ 0 and d > 0 follows n + c·d ≥ 0.
function clearDenominator({ form, strict }: Relation, world: World): World | undefined {
  const common = commonDenominator(form.terms, world);
  if (common === undefined) return world;
  const below = rangeOfForm(common, world);
  const positive = isAbove(below.low, false) ? 1 : isBelow(below.high, true) ? -1 : 0;
  if (positive === 0) return world;
  const whole = addForms(numeratorOf(form.terms, world), scaleForm(common, form.constant));
  const cleared = scaleForm(whole, Q.rational(positive));
  if (cleared.terms.length > 0) return establish({ form: cleared, strict }, world);
  return holds(cleared.constant, strict) ? world : undefined;
}

function holds(constant: Rational, strict: boolean): boolean {
  return Q.signOf(constant) > 0 || (Q.signOf(constant) === 0 && !strict);
}

function commonDenominator(terms: readonly Term[], world: World): LinearForm | undefined {
  const found = terms.map(({ atom }) => world.session.atoms().atom(atom));
  const [first] = found;
  if (first?.kind !== 'quotient') return undefined;
  const same = found.every(
    (atom) => atom.kind === 'quotient' && atom.denominatorKey === first.denominatorKey,
  );
  return same ? first.denominator : undefined;
}
