import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../src/number/decimal.ts';
import { rational } from '../../src/number/rational.ts';
import {
  figureText,
  pointsText,
  rangeText,
  scoreText,
  valueText,
} from '../../src/report/figure.ts';
import type { Range } from '../../src/types/range.ts';
import { closed, EVERYTHING, point } from '../../src/types/range.ts';
import { countUnit, MONEY_UNITS, PERCENT, PLAIN, POINTS } from '../../src/types/unit.ts';
import type { Value } from '../../src/types/value.ts';
import {
  dateValue,
  enumerationValue,
  FALSE,
  numberValue,
  TRUE,
  UNDECIDED,
} from '../../src/types/value.ts';

function q(text: string) {
  const value = parseDecimal(text);
  if (!value) throw new Error(text);
  return value;
}

const 万元 = MONEY_UNITS.get('万元') ?? PLAIN;

describe('figureText', () => {
  it('shows money in its declared unit with two decimals unless it is whole', () => {
    expect(figureText(q('195000'), 万元, 'zh')).toBe('19.50 万元');
    expect(figureText(q('7430000'), 万元, 'zh')).toBe('743 万元');
  });

  it('never drops a digit of money that ends', () => {
    expect(figureText(q('2964361055.66'), 万元, 'zh')).toBe('296436.105566 万元');
  });

  it('shows ratios as percentages and marks what it cut', () => {
    expect(figureText(q('0.154'), PERCENT, 'zh')).toBe('15.4%');
    expect(figureText(rational(296, 1950), PERCENT, 'zh')).toBe('≈15.18%');
    expect(figureText(rational(292888, 296437), PERCENT, 'zh')).toBe('≈98.80%');
  });

  it('names points in the language of the report', () => {
    expect(figureText(q('1'), POINTS, 'zh')).toBe('1 分');
    expect(figureText(q('1'), POINTS, 'en')).toBe('1 point');
    expect(figureText(q('0.5'), POINTS, 'en')).toBe('0.5 points');
  });

  it('keeps the words that count things', () => {
    expect(figureText(q('3'), countUnit('家'), 'en')).toBe('3 家');
  });
});

describe('rangeText', () => {
  it('names the unit once', () => {
    expect(rangeText(closed(q('0'), q('1')), POINTS, 'zh')).toBe('0–1 分');
    expect(rangeText(closed(q('0.1'), q('0.2')), PERCENT, 'en')).toBe('10–20%');
  });

  it('says which ends are excluded and which there are not', () => {
    const open: Range = {
      low: { value: q('0.1535'), open: true },
      high: { value: q('0.1545'), open: false },
      integer: false,
    };
    expect(rangeText(open, PERCENT, 'zh')).toBe('> 15.35% 且 ≤ 15.45%');
    expect(
      rangeText(
        { low: { value: q('0'), open: false }, high: undefined, integer: false },
        万元,
        'en',
      ),
    ).toBe('≥ 0 万元');
    expect(rangeText(EVERYTHING, PLAIN, 'zh')).toBe('任意值');
  });
});

describe('scoreText', () => {
  it('pads known scores and both ends of open ones', () => {
    expect(scoreText(point(q('5')), 2)).toBe('5.00');
    expect(scoreText(closed(q('96.3'), q('97.3')), 2)).toBe('96.30–97.30');
  });

  it('marks a score that does not end', () => {
    expect(scoreText(point(rational(5, 3)), 2)).toBe('≈1.6667');
  });

  it('shows an end without limit', () => {
    expect(
      scoreText({ low: { value: q('2'), open: false }, high: undefined, integer: false }, 2),
    ).toBe('≥2.00');
    expect(pointsText(EVERYTHING, 'en')).toBe('any value');
  });
});

describe('valueText', () => {
  it('shows what is known of every kind of value', () => {
    expect(valueText(TRUE, undefined, 'zh')).toBe('是');
    expect(valueText(FALSE, undefined, 'en')).toBe('no');
    expect(valueText(enumerationValue('优'), undefined, 'en')).toBe('优');
    expect(valueText(dateValue(19722), undefined, 'zh')).toBe('2023-12-31');
    expect(valueText({ kind: 'text', text: '说明' }, undefined, 'zh')).toBe('说明');
  });

  it('is undefined for what is open', () => {
    expect(valueText(UNDECIDED, undefined, 'zh')).toBeUndefined();
    expect(valueText({ kind: 'number', range: EVERYTHING }, PLAIN, 'zh')).toBeUndefined();
    expect(
      valueText({ kind: 'enumeration', possible: new Set(['优', '良']) }, undefined, 'zh'),
    ).toBeUndefined();
  });

  it('names the unit of a list of figures once and counts long lists', () => {
    const list = (count: number): Value => ({
      kind: 'list',
      further: undefined,
      entries: Array.from({ length: count }, () => numberValue(q('25000'))),
    });
    expect(valueText(list(3), 万元, 'zh')).toBe('2.50、2.50、2.50 万元');
    expect(valueText(list(7), 万元, 'zh')).toBe('7 条');
    expect(valueText(list(0), 万元, 'en')).toBe('0 entries');
  });
});
