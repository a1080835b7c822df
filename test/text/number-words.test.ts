import { expect, test } from 'vitest';
import { figureInWords } from '../../src/text/number-words.ts';

test.each([
  ['百分之十', '10%'],
  ['百分之九十五', '95%'],
  ['百分之十二点五', '12.5%'],
  ['百分之10', '10%'],
  ['千分之三', '(3 / 1000)'],
  ['三分之一', '(1 / 3)'],
  ['十', '10'],
  ['二十五', '25'],
  ['一百零五', '105'],
  ['两百', '200'],
])('%s is %s', (word, figure) => {
  expect(figureInWords(word)).toBe(figure);
});

test.each(['十字', '百分之', '一二三', '分之一', '得分', '__proto__', ''])(
  '%s is no figure',
  (word) => {
    expect(figureInWords(word)).toBeUndefined();
  },
);
