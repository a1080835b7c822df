// Linear forms: a constant plus multiples of atoms, in one canonical order, so that equal sums have
// equal keys. What an atom stands for is none of this file's business; here it is a number.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';

export interface Term {
  readonly atom: number;
  /** Never 0. */
  readonly coefficient: Rational;
}

/** `constant + Σ coefficient · atom`, terms by ascending atom. */
export interface LinearForm {
  readonly terms: readonly Term[];
  readonly constant: Rational;
}

export function constantForm(constant: Rational): LinearForm {
  return { terms: [], constant };
}

export function atomForm(atom: number): LinearForm {
  return { terms: [{ atom, coefficient: Q.ONE }], constant: Q.ZERO };
}

export function addForms(a: LinearForm, b: LinearForm): LinearForm {
  const terms: Term[] = [];
  let i = 0;
  let j = 0;
  while (i < a.terms.length || j < b.terms.length) {
    const left = a.terms[i];
    const right = b.terms[j];
    if (left && (!right || left.atom < right.atom)) {
      terms.push(left);
      i++;
    } else if (right && (!left || right.atom < left.atom)) {
      terms.push(right);
      j++;
    } else if (left && right) {
      const coefficient = Q.add(left.coefficient, right.coefficient);
      if (Q.signOf(coefficient) !== 0) terms.push({ atom: left.atom, coefficient });
      i++;
      j++;
    }
  }
  return { terms, constant: Q.add(a.constant, b.constant) };
}

export function scaleForm(form: LinearForm, factor: Rational): LinearForm {
  if (Q.signOf(factor) === 0) return constantForm(Q.ZERO);
  if (Q.equal(factor, Q.ONE)) return form;
  return {
    terms: form.terms.map(({ atom, coefficient }) => ({
      atom,
      coefficient: Q.multiply(coefficient, factor),
    })),
    constant: Q.multiply(form.constant, factor),
  };
}

export function subtractForms(a: LinearForm, b: LinearForm): LinearForm {
  return addForms(a, scaleForm(b, Q.rational(-1)));
}

/** Equal keys for equal forms. */
export function formKey(form: LinearForm): string {
  const terms = form.terms.map(
    ({ atom, coefficient }) => `${coefficient.n}/${coefficient.d}*${atom}`,
  );
  return `${terms.join('+')}+${form.constant.n}/${form.constant.d}`;
}

/** A multiple of a form whose first coefficient is 1, and the factor that gives the form back. */
export function normalised(form: LinearForm): {
  readonly form: LinearForm;
  readonly factor: Rational;
} {
  const factor = form.terms[0]?.coefficient ?? Q.ONE;
  return { form: scaleForm(form, Q.divide(Q.ONE, factor)), factor };
}

/** The number `k` with `a = k · b`, if there is one. */
export function ratioOf(a: LinearForm, b: LinearForm): Rational | undefined {
  const divisor = b.terms[0]?.coefficient ?? b.constant;
  const dividend = a.terms[0]?.coefficient ?? a.constant;
  if (Q.signOf(divisor) === 0) return undefined;
  const ratio = Q.divide(dividend, divisor);
  return formKey(a) === formKey(scaleForm(b, ratio)) ? ratio : undefined;
}
