import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { printable, widthOf, wrap } from '../../src/report/wrap.ts';

describe('wrap', () => {
  it('counts Chinese characters as two columns', () => {
    expect(wrap('政府采购执行率偏低', 8)).toEqual(['政府采购', '执行率偏', '低']);
  });

  it('never begins a line with closing punctuation nor ends one with an opening bracket', () => {
    expect(wrap('甲乙丙，丁戊', 6)).toEqual(['甲乙', '丙，丁', '戊']);
    expect(wrap('甲乙（丙）', 6)).toEqual(['甲乙', '（丙）']);
  });

  it('keeps figures and words whole', () => {
    expect(wrap('执行率 15.18% 偏低', 10)).toEqual(['执行率', '15.18% 偏', '低']);
  });

  it('cuts a word that is wider than the line', () => {
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('keeps the line breaks of the text', () => {
    expect(wrap('甲\n乙', 10)).toEqual(['甲', '乙']);
  });

  it('gives one empty line for an empty text', () => {
    expect(wrap('', 10)).toEqual(['']);
  });

  const unit = fc.constantFrom(...Array.from('甲乙丙，。；（）“”《a1. %≈≥é🏢\n'));
  test.prop([fc.string({ unit, maxLength: 60 }), fc.integer({ min: 2, max: 30 })])(
    'never makes a line wider than asked, and loses nothing but spaces',
    (text, width) => {
      const lines = wrap(text, width);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      const solid = (value: string) => value.replace(/\s/g, '');
      expect(solid(lines.join(''))).toBe(solid(printable(text)));
    },
  );
});

describe('printable', () => {
  it('disarms control characters and text direction marks', () => {
    expect(printable('a\u001b[31mb\u202ec\td')).toBe('a·[31mb·c d');
  });
});
