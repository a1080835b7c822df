// Scores as figures: rules that read the scores of other parts, and rules that combine parts.
import { describe, expect, test } from 'vitest';
import { placeNamed, placesIn } from '../../src/evaluate/sheet-places.ts';
import { runExamples } from '../../src/evaluate/run-examples.ts';
import { formatExact } from '../../src/number/decimal.ts';
import type { Range } from '../../src/types/range.ts';
import { framework, score } from '../report/scoring.ts';
import { show } from './framework-builder.ts';

const ranges = (inputs: object, text: string) => {
  const { sheet } = score(inputs, {}, text);
  const places = placesIn(sheet);
  return {
    total: show(sheet.total),
    of: (name: string) => {
      const place = placeNamed(places, name);
      return place && show(place.score.score);
    },
    place: (name: string) => placeNamed(places, name)?.score,
    sheet,
  };
};
const all = (range: Range | undefined) => range && show(range);

const WEAKEST = `ruleset R { total 22 points
  input 甲率, 乙率 : percent from 0% to 100%
  input 无乙 : yes or no = no
  group 综合 10 points {
    score min of rates of parts * full points
    indicator 甲 4 points { score 甲率 * full points }
    indicator 乙 8 points {
      not applicable when 无乙 redistribute within group
      score 乙率 * full points
    }
  }
  indicator 其他 12 points { when score of 综合 >= 5 : score of (综合 / 甲)  otherwise : 0 }
}`;

describe('a combining rule', () => {
  test('stands in place of the sum, and full points are those of the node', () => {
    const found = ranges({ 甲率: '75%', 乙率: '50%' }, WEAKEST);
    expect([found.of('综合'), found.of('其他'), found.total]).toEqual(['5', '3', '8']);
  });

  test('looks only at the parts that apply', () => {
    const found = ranges({ 甲率: '75%', 乙率: '50%', 无乙: true }, WEAKEST);
    // All twelve points of the parts are 甲's, and its rate is what it was.
    expect([found.of('甲'), found.of('综合'), found.total]).toEqual(['9', '7.5', '16.5']);
  });

  test('gives both outcomes while it is open which parts apply', () => {
    const text = WEAKEST.replace('= no', '');
    const found = ranges({ 甲率: '75%', 乙率: '50%' }, text);
    expect([found.of('综合'), found.of('其他'), found.total]).toEqual([
      '[5, 7.5]',
      '[3, 9]',
      '[8, 16.5]',
    ]);
  });

  test('may choose the best of several parts, whose points need not add up', () => {
    const text = `ruleset R { total 10 points
      input 论文, 专利 : percent from 0% to 100%
      group 成果 10 points {
        score max of scores of parts
        indicator 论文成果 10 points { score 论文 * full points }
        indicator 专利成果 8 points { score 专利 * full points }
      } }`;
    expect(ranges({ 论文: '60%', 专利: '100%' }, text).total).toBe('8');
    expect(ranges({ 论文: '90%', 专利: '100%' }, text).total).toBe('9');
  });

  test('combines the items of an indicator, then its limits and rounding act', () => {
    const text = `ruleset R { total 2 points
      input 甲, 乙 : percent from 0% to 100%
      indicator A 2 points at most 1.9 {
        score mean of scores of parts
        rounded to 0.1 half up
        item 一 2 points { score 甲 * full points }
        item 二 2 points { score 乙 * full points }
      } }`;
    expect(ranges({ 甲: '50%', 乙: '33%' }, text).total).toBe('0.8');
    expect(ranges({ 甲: '100%', 乙: '100%' }, text).total).toBe('1.9');
  });

  test('at the top replaces the sum of what counts; bonus and penalty stay outside', () => {
    const text = `ruleset R { total 100 points at least 0 at most 100
      input 甲, 乙 : number from 0 to 60
      input 加 : number from 0 to 9
      score (sum of scores of parts) / 120 * 100
      indicator A 60 points { score 甲 }
      indicator B 60 points { score 乙 }
      bonus group C 5 points at most 5 { indicator 奖 5 points { score min(加, 5) } }
      penalty group D 9 points at most 9 { indicator 罚 9 points { score 加 } } }`;
    expect(ranges({ 甲: 60, 乙: 30, 加: 3 }, text).total).toBe('75');
    expect(ranges({ 甲: 60, 乙: 30, 加: 9 }, text).total).toBe('71');
  });

  test('takes part in moving points as one whole', () => {
    const text = `ruleset R { total 20 points
      input 甲率, 乙率 : percent from 0% to 100%
      input 无 : yes or no = no
      group 综合 10 points {
        score max of scores of parts
        indicator 甲 10 points { score 甲率 * full points }
        indicator 乙 10 points { score 乙率 * full points }
      }
      indicator 其他 10 points { not applicable when 无 redistribute over all score 甲率 * 10 } }`;
    const found = ranges({ 甲率: '40%', 乙率: '50%', 无: true }, text);
    expect([found.of('甲'), found.of('综合'), found.total]).toEqual(['4', '10', '10']);
    expect(all(found.place('综合')?.points)).toBe('20');
  });

  test('is out when all of its parts are, and its own points move', () => {
    const text = `ruleset R { total 20 points
      input 率 : percent from 0% to 100%
      input 无 : yes or no = no
      group 综合 8 points {
        score max of scores of parts
        indicator 甲 5 points { not applicable when 无 redistribute within group score 率 * 5 }
        indicator 乙 5 points { not applicable when 无 redistribute within group score 率 * 5 }
      }
      indicator 其他 12 points { score 率 * 12 } }`;
    const found = ranges({ 率: '50%', 无: true }, text);
    expect([found.of('综合'), found.of('其他'), found.total]).toEqual(['0', '10', '10']);
    expect(all(found.place('综合')?.points)).toBe('0');
  });

  test('counts a part that is awarded in full', () => {
    const text = `ruleset R { total 10 points
      input 率 : percent from 0% to 100%
      input 无 : yes or no = no
      group 综合 10 points {
        score (sum of scores of parts) / 2
        indicator 甲 10 points { not applicable when 无 award in full score 率 * 10 }
        indicator 乙 10 points { score 率 * 10 }
      } }`;
    expect(ranges({ 率: '50%', 无: true }, text).total).toBe('7.5');
  });
});

describe('a score that a rule reads', () => {
  test('is the final one: limited, rounded and struck', () => {
    const text = `ruleset R { total 4 points
      input 率 : percent from 0% to 100%
      input 违规 : yes or no
      indicator A 2 points { score 率 * 2 rounded to 0.1 half up veto "违规" when 违规 : 0.5 }
      indicator B 2 points { score score of A } }`;
    expect(ranges({ 率: '33%', 违规: false }, text).of('B')).toBe('0.7');
    expect(ranges({ 率: '33%', 违规: true }, text).of('B')).toBe('0.5');
  });

  test('may be that of an item, of a later part, and stand in a definition', () => {
    const text = `ruleset R { total 6 points
      input 率 : percent from 0% to 100%
      let 基础 = score of (B / 一)
      indicator A 2 points { score 基础 }
      indicator B 4 points {
        item 一 2 points { score 率 * 2 }
        item 二 2 points { score 基础 * 率 }
      } }`;
    const found = ranges({ 率: '50%' }, text);
    expect([found.of('A'), found.of('B'), found.total]).toEqual(['1', '1.5', '2.5']);
  });

  test('may decide a veto on the total', () => {
    const text = `ruleset R { total 20 points
      input 甲, 乙 : number from 0 to 10
      veto "管理不足" when score of A < 60% * 10 : 11
      indicator A 10 points { score 甲 }
      indicator B 10 points { score 乙 } }`;
    expect(ranges({ 甲: 5, 乙: 10 }, text).total).toBe('11');
    expect(ranges({ 甲: 6, 乙: 10 }, text).total).toBe('16');
    expect(ranges({ 乙: 10 }, text).total).toBe('[10, 20]');
  });

  test('counts as reading what it rests on', () => {
    const { sheet, place } = ranges({ 甲率: '75%' }, WEAKEST);
    expect([...(place('其他')?.reads ?? [])].sort()).toEqual(['乙率', '无乙', '甲率']);
    expect(
      sheet.missing.map(({ name, decides }) => [name, decides && formatExact(decides)]),
    ).toEqual([['乙率', '10.5']]);
    // 乙 is 8 of the 12 points that make 10; 其他, 12 points, is open too, with a default besides.
    expect(formatExact(sheet.coverage.missing)).toBe('56/3');
    expect(formatExact(sheet.coverage.assumed)).toBe('0');
  });

  test('is among the operands of the step that used it', () => {
    const { place } = ranges({ 甲率: '75%', 乙率: '50%' }, WEAKEST);
    const indicator = place('其他');
    const [item] = indicator?.kind === 'indicator' ? indicator.items : [];
    const [step] = item?.steps ?? [];
    expect(step?.kind === 'decision-row' ? [...step.operands.keys()] : []).toEqual([
      'score of 综合',
      'score of 综合 / 甲',
    ]);
    const [combining] = place('综合')?.steps ?? [];
    expect(combining?.kind === 'formula' ? [...combining.operands.keys()] : []).toEqual([
      'rates of parts',
    ]);
  });
});

test('an example of one node may rest on scores outside of it', () => {
  const text = `ruleset R { total 4 points
    input 率 : percent from 0% to 100%
    indicator A 2 points { score 率 * 2 }
    group G 2 points {
      score max of scores of parts
      indicator B 2 points { score score of A example { 率 = 50% } gives 1 }
      indicator C 2 points { score 率 * score of A }
      example { 率 = 100% } gives 2
    } }`;
  expect(runExamples(framework(text).framework).map(({ agrees }) => agrees)).toEqual([true, true]);
});
