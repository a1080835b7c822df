import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { LinearForm } from '../../src/interpret/linear-form.ts';
import { maximise } from '../../src/interpret/linear-program.ts';
import { boundRatio } from '../../src/interpret/ratio-bounds.ts';
import type { Relation } from '../../src/interpret/world.ts';
import * as Q from '../../src/number/rational.ts';
import { contains, encloses } from '../../src/types/range.ts';
import type { Range } from '../../src/types/range.ts';
import { q, r, showRange } from '../model-builder.ts';

const bound = (value: string, epsilon = 0) => ({ value: q(value), epsilon: Q.rational(epsilon) });
const row = (coefficients: readonly (string | number)[], limit: string, epsilon = 0) => ({
  coefficients: coefficients.map(q),
  bound: bound(limit, epsilon),
});
const form = (constant: string, ...coefficients: (string | number)[]): LinearForm => ({
  constant: q(constant),
  terms: coefficients
    .map((coefficient, atom) => ({ atom, coefficient: q(coefficient) }))
    .filter((term) => Q.signOf(term.coefficient) !== 0),
});

describe('linear programs', () => {
  test('an optimum at a corner', () => {
    expect(maximise([q(3), q(2)], [row([1, 1], '4'), row([1, 3], '6')])).toEqual({
      kind: 'optimal',
      value: bound('12'),
      at: [bound('4'), bound('0')],
    });
  });

  test('a start that is not allowed is left first', () => {
    expect(maximise([q(-1), q(-1)], [row([-1, -2], '-4'), row([-3, -1], '-3')])).toMatchObject({
      kind: 'optimal',
      value: bound('-11/5'),
    });
  });

  test('nothing to find, or no end', () => {
    expect(maximise([q(1)], [row([1], '1'), row([-1], '-2')]).kind).toBe('infeasible');
    expect(maximise([q(1)], [row([-1], '1')]).kind).toBe('unbounded');
    expect(maximise([q(1)], [row([1], '0', -1)]).kind).toBe('infeasible');
  });

  test('an end that is approached and not reached shows it', () => {
    expect(maximise([q(1)], [row([1], '1', -1)])).toMatchObject({
      value: { value: q(1), epsilon: q(-1) },
    });
  });
});

describe('ratios of linear forms', () => {
  const boxes = new Map([
    [0, r('[0, )')],
    [1, r('(0, )')],
  ]);
  const relation = (strict: boolean, ...of: Parameters<typeof form>): Relation => ({
    form: form(...of),
    strict,
  });
  const shown = (range: Range | undefined) => range && showRange(range);

  test('a part over the whole', () => {
    expect(shown(boundRatio(form('0', 1), form('0', 1, 1), boxes, []))).toBe('[0, 1)');
  });

  test('a relation bounds the ratio, and strictness its end', () => {
    expect(
      shown(boundRatio(form('0', 1), form('0', 0, 1), boxes, [relation(false, '0', -1, 1)])),
    ).toBe('[0, 1]');
    expect(
      shown(boundRatio(form('0', 1), form('0', 0, 1), boxes, [relation(true, '0', -1, 1)])),
    ).toBe('[0, 1)');
    expect(
      shown(boundRatio(form('0', 1), form('0', 0, 1), boxes, [relation(false, '-5', 1)])),
    ).toBe('(0, )');
  });

  test('relations that contradict each other leave nothing', () => {
    expect(boundRatio(form('0', 1), form('1'), boxes, [relation(true, '0', -1)])).toBeUndefined();
  });

  const small = fc.constantFrom('-2', '-1', '0', '1', '2', '3').map(String);
  const forms = fc.tuple(small, small, small).map(([constant, x, y]) => form(constant, x, y));
  const sides = fc.constantFrom('[0, 4]', '(0, 3)', '[-2, 2]', '[1, )', '(, 1]', '(, )').map(r);
  const points = fc
    .tuple(
      fc.constantFrom('-2', '0', '0.5', '1', '2', '3', '4'),
      fc.constantFrom('-2', '-1', '0', '1/3', '1', '2', '10'),
    )
    .map((pair) => pair.map(q));

  const at = (of: LinearForm, place: readonly Q.Rational[]) =>
    of.terms.reduce(
      (sum, term) => Q.add(sum, Q.multiply(term.coefficient, place[term.atom] ?? Q.ZERO)),
      of.constant,
    );

  test.prop(
    [forms, forms, sides, sides, fc.array(fc.tuple(forms, fc.boolean()), { maxLength: 3 }), points],
    { numRuns: 2000 },
  )(
    'hold every ratio that the boxes and relations allow',
    (numerator, denominator, first, second, relations, place) => {
      const allowed = new Map([
        [0, first],
        [1, second],
      ]);
      const inside = [first, second].every((box, index) => contains(box, place[index] ?? Q.ZERO));
      const holding = relations.every(
        ([of, strict]) => Q.signOf(at(of, place)) > (strict ? 0 : -1),
      );
      if (!inside || !holding || Q.signOf(at(denominator, place)) <= 0) return;
      const range = boundRatio(
        numerator,
        denominator,
        allowed,
        relations.map(([of, strict]) => ({ form: of, strict })),
      );
      expect(range && contains(range, Q.divide(at(numerator, place), at(denominator, place)))).toBe(
        true,
      );
    },
  );

  test.prop([forms, sides, sides])(
    'without relations are as wide as the boxes, and no wider',
    (numerator, first, second) => {
      const range = boundRatio(
        numerator,
        form('1'),
        new Map([
          [0, first],
          [1, second],
        ]),
        [],
      );
      const wider = boundRatio(
        numerator,
        form('1'),
        new Map([
          [0, r('(, )')],
          [1, r('(, )')],
        ]),
        [],
      );
      expect(range && wider && encloses(wider, range)).toBe(true);
    },
  );
});
