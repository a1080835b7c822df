import { describe, expect, test } from 'vitest';
import type { Type } from '../../src/types/type.ts';
import { INTEGER, NUMBER } from '../../src/types/type.ts';
import type { Value } from '../../src/types/value.ts';
import {
  FALSE,
  TRUE,
  UNDECIDED,
  enumerationValue,
  isKnown,
  joinValues,
  numberValue,
  rangeValue,
  unknownOf,
} from '../../src/types/value.ts';
import { q, r } from '../model-builder.ts';

const list = (entries: readonly Value[], further?: Value): Value => ({
  kind: 'list',
  entries,
  further,
});

describe('values known in part', () => {
  test('an unknown whole number has whole ends', () => {
    expect(unknownOf(INTEGER, r('(0, 9.5]'))).toEqual(rangeValue(r('[1, 9]n')));
  });

  test('an unknown list has the entries that it must have, and further ones where it may', () => {
    const type: Type = { kind: 'list', of: NUMBER, least: 2, most: undefined };
    const entry = rangeValue(r('[0, 1]'));
    expect(unknownOf(type, r('[0, 1]'))).toEqual(list([entry, entry], entry));
    expect(unknownOf({ ...type, most: 2 }, r('[0, 1]'))).toEqual(list([entry, entry]));
  });

  test('joining holds both sides', () => {
    expect(joinValues(numberValue(q(1)), numberValue(q('2.5')))).toEqual(rangeValue(r('[1, 2.5]')));
    expect(joinValues(TRUE, FALSE)).toEqual(UNDECIDED);
    expect(joinValues(enumerationValue('优'), enumerationValue('良'))).toEqual({
      kind: 'enumeration',
      possible: new Set(['优', '良']),
    });
  });

  test('joining lists of different length leaves the rest open', () => {
    const one = numberValue(q(1));
    const two = numberValue(q(2));
    expect(joinValues(list([one]), list([two, two]))).toEqual(
      list([rangeValue({ ...r('[1, 2]n') })], two),
    );
  });

  test('joining values of different kinds is a fault', () => {
    expect(() => joinValues(TRUE, numberValue(q(1)))).toThrow('cannot join');
  });

  test('known means nothing is open, all the way down', () => {
    const record = (value: Value): Value => ({ kind: 'record', fields: new Map([['数', value]]) });
    expect(isKnown(list([record(numberValue(q(1)))]))).toBe(true);
    expect(isKnown(list([record(rangeValue(r('[0, 1]')))]))).toBe(false);
    expect(isKnown(list([], TRUE))).toBe(false);
  });
});
