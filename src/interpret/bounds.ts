// The range of a linear form in a world: first from the ranges of its atoms, then, where atoms are
// tied to each other by facts or by occurring twice, from an exact linear program over those ties.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { isSingle } from '../types/enclosure.ts';
import {
  EVERYTHING,
  addRanges,
  between,
  contains,
  divideRanges,
  intersect,
  multiplyRanges,
  point,
  scaleRange,
} from '../types/range.ts';
import type { Atom } from './atoms.ts';
import { definitionsIn } from './definitions.ts';
import type { LinearForm, Term } from './linear-form.ts';
import { addForms, atomForm, constantForm, formKey, scaleForm } from './linear-form.ts';
import { boundRatio } from './ratio-bounds.ts';
import type { Relation, World } from './world.ts';
import { memoryOf, quietly } from './world.ts';

type Quotient = Extract<Atom, { kind: 'quotient' }>;

const UNIT = constantForm(Q.ONE);
/** Beyond these, further ties are left out: the range stays right and only gets wider. */
const MOST_ATOMS = 16;
const MOST_TIES = 32;

/** Every value the form can take in the world, as narrowly as its ties allow. */
export function rangeOfForm(form: LinearForm, world: World): Range {
  if (form.terms.length === 0) return point(form.constant);
  const remembered = memoryOf(world);
  const key = formKey(form);
  const known = remembered.forms.get(key);
  if (known !== undefined) return known;
  let range = boxOf(form, world);
  if (!isSingle(range)) {
    const isTied = form.terms.length > 1 || world.facts.relations.length > 0;
    const ties = isTied ? tiesOf([form], world) : [];
    if (ties.length > 0) range = tighten(range, boundByTies(form, UNIT, ties, world));
    range = withoutExcluded(form, range, world);
  }
  remembered.forms.set(key, range);
  return range;
}

/** The figures that the facts of the world say the form is not. */
export function excludedFrom(form: LinearForm, world: World): readonly Rational[] {
  return world.facts.nonzero.flatMap((other) => {
    const [first, second] = [form.terms[0], other.terms[0]];
    if (first === undefined || first.atom !== second?.atom) return [];
    const scaled = scaleForm(other, Q.divide(first.coefficient, second.coefficient));
    const rest = addForms(form, scaleForm(scaled, Q.rational(-1)));
    return rest.terms.length === 0 ? [rest.constant] : [];
  });
}

/** True when the form can be 0 in the world, as far as can be told. */
export function canBeZero(form: LinearForm, world: World): boolean {
  if (!contains(rangeOfForm(form, world), Q.ZERO)) return false;
  return !excludedFrom(form, world).some((figure) => Q.signOf(figure) === 0);
}

function tighten(range: Range, by: Range | undefined): Range {
  return by === undefined ? range : (intersect(range, by) ?? range);
}

function withoutExcluded(form: LinearForm, range: Range, world: World): Range {
  if (range.irrational) return range;
  let result = range;
  for (const figure of excludedFrom(form, world)) {
    const end = { value: figure, open: true };
    const low =
      result.low && !result.low.open && Q.equal(result.low.value, figure) ? end : result.low;
    const high =
      result.high && !result.high.open && Q.equal(result.high.value, figure) ? end : result.high;
    result = between(low, high, result.integer) ?? result;
  }
  return result;
}

/** The range of one atom: what the facts say of it and what it is made of. */
export function rangeOfAtom(id: number, world: World): Range {
  const remembered = memoryOf(world);
  const known = remembered.atoms.get(id);
  if (known !== undefined) return known;
  const fact = world.facts.numbers.get(id);
  const made = rangeAsMade(id, world);
  if (made === undefined) return fact ?? EVERYTHING;
  const narrowed = fact ? (intersect(made, fact) ?? made) : made;
  const range = withoutExcluded(atomForm(id), narrowed, world);
  remembered.atoms.set(id, range);
  return range;
}

// What an atom is worked out from can be tied to the atom itself, here or in a world that opens on
// the way. Going round twice brings little, going on would never end: then only the facts speak.
const MOST_ROUNDS = 2;

function rangeAsMade(id: number, world: World): Range | undefined {
  const { session } = world;
  const atom = session.atoms().atom(id);
  // An entry's facts are about the entry; the rest is as it is outside the aggregate.
  if (world.outer !== undefined && !atom.usesEach) return rangeOfAtom(id, world.outer);
  const rounds = session.pending.get(id) ?? 0;
  if (rounds >= MOST_ROUNDS) return undefined;
  session.pending.set(id, rounds + 1);
  try {
    return quietly(session, () => rangeFromParts(atom, world));
  } finally {
    if (rounds > 0) session.pending.set(id, rounds);
    else session.pending.delete(id);
  }
}

function rangeFromParts(atom: Atom, world: World): Range {
  switch (atom.kind) {
    case 'expression': {
      const value = world.session.unrefined(atom.expression, world);
      return value.kind === 'number' || value.kind === 'date' ? value.range : EVERYTHING;
    }
    case 'quotient':
      return rangeOfQuotient(atom.numerator, atom.denominator, world);
    case 'product':
      if (formKey(atom.left) === formKey(atom.right))
        return squareOf(rangeOfForm(atom.left, world));
      return multiplyRanges(rangeOfForm(atom.left, world), rangeOfForm(atom.right, world));
    default:
      return atom satisfies never;
  }
}

function squareOf(range: Range): Range {
  const square = multiplyRanges(range, range);
  const least = contains(range, Q.ZERO) || !square.low || Q.signOf(square.low.value) < 0;
  return least
    ? (intersect(square, {
        low: { value: Q.ZERO, open: false },
        high: undefined,
        integer: false,
      }) ?? square)
    : square;
}

// Quotients with one denominator are put together again before they are bounded: a/n − b/n is as
// far from 0 as a − b allows.
function boxOf(form: LinearForm, world: World): Range {
  const atoms = world.session.atoms();
  let range = point(form.constant);
  const fractions = new Map<string, { readonly of: Quotient; readonly terms: Term[] }>();
  for (const term of form.terms) {
    const atom = atoms.atom(term.atom);
    if (atom.kind === 'quotient') {
      const group = fractions.get(atom.denominatorKey);
      if (group) group.terms.push(term);
      else fractions.set(atom.denominatorKey, { of: atom, terms: [term] });
    } else {
      range = addRanges(range, scaleRange(rangeOfAtom(term.atom, world), term.coefficient));
    }
  }
  for (const { of, terms } of fractions.values()) {
    const [first, ...others] = terms.map((term) =>
      scaleRange(rangeOfAtom(term.atom, world), term.coefficient),
    );
    if (first === undefined) continue;
    const separately = others.reduce(addRanges, first);
    const together =
      terms.length > 1
        ? rangeOfQuotient(numeratorOf(terms, world), of.denominator, world)
        : undefined;
    range = addRanges(range, tighten(separately, together));
  }
  return range;
}

/** What stands above the common denominator of several quotients. */
export function numeratorOf(terms: readonly Term[], world: World): LinearForm {
  const parts = terms.map(({ atom: id, coefficient }) => {
    const atom = world.session.atoms().atom(id);
    return atom.kind === 'quotient' ? scaleForm(atom.numerator, coefficient) : constantForm(Q.ZERO);
  });
  return parts.reduce(addForms, constantForm(Q.ZERO));
}

function rangeOfQuotient(numerator: LinearForm, denominator: LinearForm, world: World): Range {
  const below = rangeOfForm(denominator, world);
  let range = divideRanges(rangeOfForm(numerator, world), below) ?? EVERYTHING;
  if (isSingle(range)) return range;
  const split = quotientByFactor(numerator, denominator, world);
  for (const factors of split) range = tighten(range, factors);
  const positive = below.low !== undefined && Q.signOf(below.low.value) >= 0;
  const negative = below.high !== undefined && Q.signOf(below.high.value) <= 0;
  if (!positive && !negative) return range;
  const ties = tiesOf([numerator, denominator], world);
  const shared = numerator.terms.some(({ atom }) =>
    denominator.terms.some((term) => term.atom === atom),
  );
  if (ties.length === 0 && !shared) return range;
  const sign = Q.rational(positive ? 1 : -1);
  return tighten(
    range,
    boundByTies(scaleForm(numerator, sign), scaleForm(denominator, sign), ties, world),
  );
}

// x·y / d is x·(y / d) and y·(x / d): where facts tie one factor to d, that is narrower.
function quotientByFactor(numerator: LinearForm, denominator: LinearForm, world: World): Range[] {
  const [term, ...others] = numerator.terms;
  if (!term || others.length > 0 || Q.signOf(numerator.constant) !== 0) return [];
  const atom = world.session.atoms().atom(term.atom);
  if (atom.kind !== 'product') return [];
  return [[atom.left, atom.right] as const, [atom.right, atom.left] as const].flatMap(
    ([over, beside]) => {
      const part = world.session.atoms().quotient(over, denominator);
      if (part === undefined) return [];
      return [
        scaleRange(
          multiplyRanges(rangeOfForm(part, world), rangeOfForm(beside, world)),
          term.coefficient,
        ),
      ];
    },
  );
}

// The relations that bear on the atoms of the forms, directly or through other relations.
function tiesOf(forms: readonly LinearForm[], world: World): readonly Relation[] {
  const reached = new Set(forms.flatMap((form) => form.terms.map((term) => term.atom)));
  const ties = new Set<Relation>();
  const queue = [...reached];
  const join = (relation: Relation) => {
    if (ties.has(relation) || ties.size >= MOST_TIES) return;
    const fresh = relation.form.terms.filter((term) => !reached.has(term.atom));
    if (reached.size + fresh.length > MOST_ATOMS) return;
    ties.add(relation);
    for (const { atom } of fresh) {
      reached.add(atom);
      queue.push(atom);
    }
  };
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const relation of definitionsIn(id, world)) join(relation);
    for (const relation of productRelations(id, world))
      if (relation.form.terms.every((term) => reached.has(term.atom))) join(relation);
    for (const relation of world.facts.relations)
      if (relation.form.terms.some((term) => term.atom === id)) join(relation);
  }
  return [...ties];
}

// x·y lies between the ends of y times x where x is not negative: what makes a mean with weights a
// mean. Only between atoms that matter anyway.
function productRelations(id: number, world: World): readonly Relation[] {
  const atom = world.session.atoms().atom(id);
  if (atom.kind !== 'product') return [];
  return [[atom.left, atom.right] as const, [atom.right, atom.left] as const].flatMap(
    ([factor, other]) => {
      const { low } = boxOf(factor, world);
      if (low === undefined || Q.signOf(low.value) < 0) return [];
      const range = boxOf(other, world);
      const times = (end: Rational, sign: Rational): Relation => ({
        form: scaleForm(addForms(atomForm(id), scaleForm(factor, Q.negate(end))), sign),
        strict: false,
      });
      return [
        ...(range.low ? [times(range.low.value, Q.ONE)] : []),
        ...(range.high ? [times(range.high.value, Q.rational(-1))] : []),
      ];
    },
  );
}

function boundByTies(
  numerator: LinearForm,
  denominator: LinearForm,
  ties: readonly Relation[],
  world: World,
): Range | undefined {
  const forms = [numerator, denominator, ...ties.map((tie) => tie.form)];
  const ids = [...new Set(forms.flatMap((form) => form.terms.map((term) => term.atom)))];
  const boxes = new Map(ids.map((id) => [id, rangeOfAtom(id, world)]));
  return boundRatio(numerator, denominator, boxes, ties);
}
