import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, monthOf, parseDate, yearOf } from '../../src/types/date.ts';

const day = (text: string) => parseDate(text) ?? Number.NaN;

describe('dates', () => {
  it.each(['2023-12-31', '2023年12月31日', '2023/12/31', '2023.12.31', ' 2023年12月31 '])(
    '%s is one day',
    (text) => {
      expect(formatDate(day(text))).toBe('2023-12-31');
    },
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '23-1-1',
    '2023',
    '',
  ])('“%s” is no day', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('leap days exist in the years that have them', () => {
    expect(formatDate(day('2024-02-29'))).toBe('2024-02-29');
    expect(formatDate(day('2000-2-29'))).toBe('2000-02-29');
    expect(day('2024-03-01') - day('2024-02-28')).toBe(2);
  });

  test('day numbers count from 1970', () => {
    expect([day('1970-01-01'), day('1970-01-02'), day('1969-12-31')]).toEqual([0, 1, -1]);
  });

  test.prop([fc.integer({ min: -700_000, max: 2_900_000 })])(
    'agree with the calendar of the host',
    (number) => {
      const text = new Date(number * 86_400_000).toISOString().slice(0, 10);
      if (text.startsWith('-') || text.startsWith('+')) return;
      expect(formatDate(number)).toBe(text);
      expect(`${yearOf(number)}-${monthOf(number)}`).toBe(
        `${Number(text.slice(0, 4))}-${Number(text.slice(5, 7))}`,
      );
      expect(parseDate(text)).toBe(number);
    },
  );
});
