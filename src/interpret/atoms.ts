// Canonical structure: numeric expressions become linear forms over numbered atoms, every other
// expression gets a number by its structure. Lets stand for their definitions and known figures for
// themselves, so that a fact found on one way of writing a thing helps every other way.
import type { Rational } from '../number/rational.ts';
import * as Q from '../number/rational.ts';
import type { AggregateExpression, CohortExpression, Expression } from '../model/expression.ts';
import { constantOf, countOf } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import type { LinearForm } from './linear-form.ts';
import {
  addForms,
  atomForm,
  constantForm,
  formKey,
  normalised,
  ratioOf,
  scaleForm,
  subtractForms,
} from './linear-form.ts';
import { asOwn } from './own.ts';
import { createStructures } from './structure.ts';
import type { Facts } from './world.ts';

/** What a linear form cannot take apart. */
export type Atom =
  | { readonly kind: 'expression'; readonly expression: Expression; readonly usesEach: boolean }
  /** An atom (or 1) over a form whose first coefficient is 1. */
  | {
      readonly kind: 'quotient';
      readonly numerator: LinearForm;
      readonly denominator: LinearForm;
      readonly denominatorKey: string;
      readonly usesEach: boolean;
    }
  | {
      readonly kind: 'product';
      readonly left: LinearForm;
      readonly right: LinearForm;
      readonly usesEach: boolean;
    };

type Call = Extract<Expression, { kind: 'call' }>;
type Aggregate = AggregateExpression;

export interface AtomTable {
  readonly formOf: (expression: Expression) => LinearForm;
  readonly atom: (id: number) => Atom;
  /** Equal numbers for expressions of equal structure. */
  readonly structureOf: (expression: Expression) => number;
  /** `a / b`; undefined when `b` is the constant 0. */
  readonly quotient: (a: LinearForm, b: LinearForm) => LinearForm | undefined;
  /** The facts that do not speak of the entry an aggregate is looking at. */
  readonly withoutEach: (facts: Facts) => Facts;
}

/** `known` gives the figure of an expression that the environment alone decides. */
export function createAtomTable(
  lets: ReadonlyMap<string, Let>,
  known: (expression: Expression) => Rational | undefined,
): AtomTable {
  const atoms: Atom[] = [];
  const ids = new Map<string, number>();
  const forms = new Map<Expression, LinearForm>();

  const intern = (key: string, make: () => Atom): LinearForm => {
    let id = ids.get(key);
    if (id === undefined) {
      id = atoms.length;
      atoms.push(make());
      ids.set(key, id);
    }
    return atomForm(id);
  };
  const atom = (id: number): Atom => {
    const found = atoms[id];
    if (found === undefined) throw new Error('an atom was asked for that does not exist');
    return found;
  };
  const formUsesEach = (form: LinearForm) => form.terms.some((term) => atom(term.atom).usesEach);

  const formOf = (expression: Expression): LinearForm => {
    let form = forms.get(expression);
    if (form === undefined) {
      form = makeForm(expression);
      forms.set(expression, form);
    }
    return form;
  };

  const makeForm = (expression: Expression): LinearForm => {
    switch (expression.kind) {
      case 'let': {
        const definition = lets.get(expression.id);
        if (definition === undefined) return opaque(expression);
        return formOf(definition.value);
      }
      case 'negate':
        return scaleForm(formOf(expression.operand), Q.rational(-1));
      case 'arithmetic': {
        const left = formOf(expression.left);
        const right = formOf(expression.right);
        const { operator } = expression;
        switch (operator) {
          case '+':
            return addForms(left, right);
          case '-':
            return subtractForms(left, right);
          case '*':
            return product(left, right);
          case '/':
            return quotient(left, right) ?? opaque(expression);
          default:
            return operator satisfies never;
        }
      }
      case 'call':
        return callForm(expression) ?? opaque(expression);
      case 'aggregate':
        return aggregateForm(expression) ?? opaque(expression);
      default:
        return opaque(expression);
    }
  };

  // Growth is a quotient less 1; a first power is the figure itself.
  const callForm = (call: Call): LinearForm | undefined => {
    const [first, second] = call.arguments;
    if (first === undefined || second === undefined) return undefined;
    if (call.builtin === 'growth') {
      const before = formOf(second);
      return quotient(subtractForms(formOf(first), before), before);
    }
    if (call.builtin !== 'power') return undefined;
    const exponent = constantFactor(second);
    return exponent && Q.equal(exponent, Q.ONE) ? formOf(first) : undefined;
  };

  const opaque = (expression: Expression): LinearForm => {
    const usesEach = structures.usesEach(expression);
    const figure = usesEach ? undefined : known(expression);
    if (figure !== undefined) return constantForm(figure);
    // What cancels out (`each − each`) leaves no trace in the shape, but must not be evaluated where
    // there is no entry, or an entry of another kind.
    const key = `x${structures.shapeOf(expression)} ${structures.entryParts(expression)}`;
    return intern(key, () => ({ kind: 'expression', expression, usesEach }));
  };

  const product = (a: LinearForm, b: LinearForm): LinearForm => {
    if (a.terms.length === 0) return scaleForm(b, a.constant);
    if (b.terms.length === 0) return scaleForm(a, b.constant);
    const [left, right] = [normalised(a), normalised(b)];
    const keys = [formKey(left.form), formKey(right.form)];
    const swapped = (keys[0] ?? '') > (keys[1] ?? '');
    const key = `p${(swapped ? [...keys].reverse() : keys).join('|')}`;
    const whole = intern(key, () => ({
      kind: 'product',
      left: swapped ? right.form : left.form,
      right: swapped ? left.form : right.form,
      usesEach: formUsesEach(a) || formUsesEach(b),
    }));
    return scaleForm(whole, Q.multiply(left.factor, right.factor));
  };

  const quotient = (a: LinearForm, b: LinearForm): LinearForm | undefined => {
    if (b.terms.length === 0)
      return Q.signOf(b.constant) === 0 ? undefined : scaleForm(a, Q.divide(Q.ONE, b.constant));
    const whole = ratioOf(a, b);
    if (whole !== undefined) return constantForm(whole);
    const { form: denominator, factor } = normalised(b);
    const denominatorKey = formKey(denominator);
    const over = (numerator: LinearForm, key: string, coefficient: Rational): LinearForm => {
      const single = ratioOf(numerator, denominator);
      const scale = Q.divide(coefficient, factor);
      if (single !== undefined) return constantForm(Q.multiply(single, scale));
      const usesEach = formUsesEach(numerator) || formUsesEach(denominator);
      const make = (): Atom => ({
        kind: 'quotient',
        numerator,
        denominator,
        denominatorKey,
        usesEach,
      });
      return scaleForm(intern(`q${key}|${denominatorKey}`, make), scale);
    };
    const parts = a.terms.map((term) =>
      over(atomForm(term.atom), String(term.atom), term.coefficient),
    );
    if (Q.signOf(a.constant) !== 0) parts.push(over(constantForm(Q.ONE), 'one', a.constant));
    return parts.reduce(addForms, constantForm(Q.ZERO));
  };

  // The sum of a sum is the sum of sums; of a multiple, the multiple of the sum.
  const aggregateForm = (aggregate: Aggregate): LinearForm | undefined => {
    if (aggregate.without !== undefined) return undefined;
    if (aggregate.over.kind === 'cohort') return cohortForm(aggregate, aggregate.over);
    const inner = aggregate.of;
    if (aggregate.function === 'count' && inner !== undefined) return formOf(countOf(aggregate));
    if (aggregate.function !== 'sum' || inner === undefined) return undefined;
    const sumOf = (of: Expression) => formOf({ ...aggregate, of });
    if (inner.kind === 'negate') return scaleForm(sumOf(inner.operand), Q.rational(-1));
    if (!structures.usesEach(inner)) {
      const constant = formOf(inner);
      if (constant.terms.length > 0) return undefined;
      return scaleForm(formOf(countOf(aggregate)), constant.constant);
    }
    if (inner.kind !== 'arithmetic') return undefined;
    const { operator, left, right } = inner;
    if (operator === '+') return addForms(sumOf(left), sumOf(right));
    if (operator === '-') return subtractForms(sumOf(left), sumOf(right));
    const factor = constantFactor(right);
    if (factor !== undefined && Q.signOf(factor) !== 0)
      return scaleForm(sumOf(left), operator === '*' ? factor : Q.divide(Q.ONE, factor));
    const leading = operator === '*' ? constantFactor(left) : undefined;
    return leading === undefined ? undefined : scaleForm(sumOf(right), leading);
  };
  // What is known of this department says nothing of the others: only what is written counts.
  const cohortForm = (aggregate: Aggregate, over: CohortExpression): LinearForm | undefined => {
    const { of, where } = aggregate;
    if (aggregate.function === 'count' && over.of === 'others' && where === undefined) {
      const all = formOf({ ...aggregate, over: { ...over, of: 'all' } });
      return subtractForms(all, constantForm(Q.ONE));
    }
    if (aggregate.function !== 'sum' || of === undefined) return undefined;
    const sumOf = (part: Expression) => formOf({ ...aggregate, of: part });
    if (of.kind === 'negate') return scaleForm(sumOf(of.operand), Q.rational(-1));
    const figure = constantOf(of);
    if (figure !== undefined) return scaleForm(formOf(countOf(aggregate)), figure);
    // A department's share in the whole moves with its own figure: that stands for itself in the sum.
    const withOwn = () =>
      over.of === 'others' || where !== undefined
        ? undefined
        : addForms(formOf(asOwn(of)), formOf({ ...aggregate, over: { ...over, of: 'others' } }));
    if (of.kind !== 'arithmetic') return withOwn();
    const { operator, left, right } = of;
    if (operator === '+') return addForms(sumOf(left), sumOf(right));
    if (operator === '-') return subtractForms(sumOf(left), sumOf(right));
    const factor = constantOf(right);
    if (factor !== undefined && Q.signOf(factor) !== 0)
      return scaleForm(sumOf(left), operator === '*' ? factor : Q.divide(Q.ONE, factor));
    const leading = operator === '*' ? constantOf(left) : undefined;
    return leading === undefined ? withOwn() : scaleForm(sumOf(right), leading);
  };
  const constantFactor = (expression: Expression): Rational | undefined => {
    const form = formOf(expression);
    return form.terms.length === 0 ? form.constant : undefined;
  };

  const structures = createStructures(lets, (expression) => formKey(formOf(expression)));

  return {
    formOf,
    atom,
    structureOf: structures.structureOf,
    quotient,
    withoutEach: (facts) => ({
      numbers: new Map([...facts.numbers].filter(([id]) => !atom(id).usesEach)),
      relations: facts.relations.filter(({ form }) => !formUsesEach(form)),
      nonzero: facts.nonzero.filter((form) => !formUsesEach(form)),
      truths: new Map([...facts.truths].filter(([id]) => !structures.speaksOfEach(id))),
      choices: new Map([...facts.choices].filter(([id]) => !structures.speaksOfEach(id))),
    }),
  };
}
