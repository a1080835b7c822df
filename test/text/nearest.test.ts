import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

describe('the nearest known name', () => {
  it.each([
    ['采购计划金颔', '采购计划金额'],
    ['sorce', 'source'],
    ['目标直', '目标值'],
    ['职责符', '职责相符'],
  ])('of %s is %s', (unknown, expected) => {
    expect(
      nearest(unknown, ['采购计划金额', '实际采购额', 'source', 'status', '目标值', '职责相符']),
    ).toBe(expected);
  });

  it('is nothing when nothing is alike', () => {
    expect(nearest('甲', ['乙', '丙'])).toBeUndefined();
    expect(nearest('完全不同', ['source'])).toBeUndefined();
    expect(nearest('x'.repeat(61), ['x'.repeat(60)])).toBeUndefined();
  });

  it('is never the name itself', () => {
    expect(nearest('目标值', ['目标值'])).toBeUndefined();
  });
});
