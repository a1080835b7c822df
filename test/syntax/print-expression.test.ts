import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { printExpression } from '../../src/syntax/print-expression.ts';
import { arbitraryValue } from './arbitrary-ruleset.ts';
import { expression, statements } from './reading-text.ts';
import { withoutSpans } from './without-spans.ts';

describe('an expression as text', () => {
  test.each([
    ['(a + b) * c', '(a + b) * c'],
    ['((a) + (b * c))', 'a + b * c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['-(a + b)', '-(a + b)'],
    ['not (a and b) or c', 'not (a and b) or c'],
    ['(a > b) = c', '(a > b) = c'],
    ['(sum of x over L where y) > 3', '(sum of x over L where y) > 3'],
    [
      '平均 报价 于 其他单位 其中 类 = 本单位 类 去最高 1 去最低1',
      'mean of 报价 over others where 类 = own 类 without highest 1 without lowest 1',
    ],
    ['分位数 x 于 L 处于 25% 按插值', 'quantile of x over L at 25% interpolated'],
    [
      '名次 a - b 于 全体单位 从低到高 并列不跳位',
      'rank of a - b over cohort lowest first ties without gaps',
    ],
    ['own (a + b).c', 'own (a + b).c'],
    ['own ((a) + b)', 'own (a + b)'],
    ['own a.b * 2', 'own a.b * 2'],
    ['cohort + others * own', '「cohort」 + 「others」 * 「own」'],
    ['1 point + 2 分', '1 point + 2 points'],
    ['「a b」.目标值 + 「当」', '「a b」.目标值 + 「当」'],
    ['achievement(t, a, 「封顶」)', 'achievement(t, a, 「封顶」)'],
    [
      'tiers of a { >= 90% and < 95% : 1  优, 良 : 2  1..3 : 4 otherwise : 0 }',
      'tiers of a { >= 90% and < 95% : 1; 优, 良 : 2; 1..3 : 4; otherwise : 0 }',
    ],
    [
      'when a : 1 otherwise when b : 2 otherwise : 3',
      'when a : 1; otherwise when b : 2; otherwise : 3',
    ],
    ['if a then b else c rounded to 0.1 up', '(if a then b else c) rounded to 0.1 up'],
  ])('%s', (text, printed) => {
    expect(printExpression(expression(text), 'en')).toBe(printed);
  });

  test('takes the keywords of either language', () => {
    expect(printExpression(expression('a and not b or 1 point > 2 points'), 'zh')).toBe(
      'a 且 非 b 或 1 分 > 2 分',
    );
  });

  property.prop([arbitraryValue, fc.constantFrom('en' as const, 'zh' as const)])(
    'parses to the same expression',
    (text, language) => {
      const value = expression(text);
      expect(withoutSpans(expression(printExpression(value, language)))).toEqual(
        withoutSpans(value),
      );
    },
  );

  test('a missing part is an ellipsis', () => {
    const [node] = statements('let a = 1');
    expect(node && printExpression({ kind: 'missing', span: node.span }, 'en')).toBe('…');
  });
});
