import { describe, expect, test } from 'vitest';
import { INPUTS, oneRule, proveText } from './proving.ts';

const RATE = 'input 率 : percent at least 0';
const tiers = (rows: string, declared = RATE, subject = '率') =>
  proveText(oneRule(`tiers of ${subject} { ${rows} }`, declared));

describe('tier tables', () => {
  test('bounds of one direction are a cascade', () => {
    expect(tiers('>= 90% : 1  >= 75% : 0.7  >= 60% : 0.4  otherwise : 0').said).toEqual([]);
    expect(tiers('< 5% : 1  < 10% : 0.5  >= 10% : 0').said).toEqual([]);
  });

  test('two-sided rows that overlap with different results are refused, with a figure inside', () => {
    const proved = tiers('< 5% : 1  2.5%..10% : 0.5  > 10% : 0');
    expect(proved.said).toEqual([['tier-overlap', '2.5%..10% : 0.5']]);
    expect(proved.facts('tier-overlap')).toMatchObject({
      first: 1,
      second: 2,
      value: '3%',
      stretch: { en: 'from 2.5% and below 5%', zh: '不低于 2.5%且低于 5%' },
    });
  });

  test('rows that touch in one figure overlap there', () => {
    const proved = tiers('0%..10% : 1  10%..20% : 0.5  > 20% : 0');
    expect(proved.facts('tier-overlap')).toMatchObject({ value: '10%', stretch: undefined });
  });

  test('an overlap with the same result is none', () => {
    expect(tiers('< 5% : 1  2.5%..10% : 1  > 10% : 0').said).toEqual([]);
  });

  test('what no row covers is a gap, with a figure in it and a mend', () => {
    const proved = tiers('< 5% : 1  > 5% and <= 10% : 0.5  > 12% : 0');
    expect(proved.diagnostics.map((diagnostic) => diagnostic.facts)).toMatchObject([
      { value: '5%', stretch: undefined },
      { value: '11%', stretch: { en: 'above 10% and up to 12%', zh: '高于 10%且不高于 12%' } },
    ]);
    const one = tiers('< 5% : 1  >= 6% : 0');
    expect(one.facts('tier-gap')).toMatchObject({
      value: '5%',
      stretch: { en: 'from 5% and below 6%', zh: '不低于 5%且低于 6%' },
    });
    const ways = ['>= 5% : 0 }', '< 6% : 1  >= 6%', '>= 6% : 0 otherwise : 0 }'];
    ways.forEach((way, choice) => {
      expect(one.mended('tier-gap', choice)).toContain(way);
      expect(proveText(one.mended('tier-gap', choice)).said).toEqual([]);
    });
  });

  test('a gap between two rows is closed by moving the limit of one of them', () => {
    const moved = (rows: string, choice: number) => {
      const text = tiers(rows).mended('tier-gap', choice);
      expect(proveText(text).said).toEqual([]);
      return text;
    };
    const stepped = '<= 3% : 1  > 5% and <= 10% : 0.5  > 10% : 0';
    expect(moved(stepped, 0)).toContain('<= 3% : 1  > 3% and <= 10% : 0.5');
    expect(moved(stepped, 1)).toContain('<= 5% : 1  > 5% and <= 10% : 0.5');
    const upside = '> 10% : 0  > 5% and < 10% : 0.5  <= 5% : 1';
    expect(moved(upside, 0)).toContain('> 5% and <= 10% : 0.5');
    expect(moved(upside, 1)).toContain('>= 10% : 0');
    // Where no sign stands before a limit, only the other row can be moved, or the limit alone.
    expect(moved('< 50% : 0  50%..60% : 1  > 70% : 0', 0)).toContain('50%..60% : 1  > 60% : 0');
    expect(moved('< 50% : 0  60%..70% : 1  > 70% : 0', 0)).toContain('< 50% : 0  50%..70% : 1');
    expect(moved('< 50% : 0  60%..70% : 1  > 70% : 0', 1)).toContain('< 60% : 0');
  });

  test('at the end of the range there is no neighbour: the rest gets a row', () => {
    expect(tiers('>= 60% : 1  >= 30% : 0.5').mended('tier-gap')).toContain(
      '>= 30% : 0.5 otherwise : 0',
    );
  });

  test('a quotient is shown as the limits are written', () => {
    const declared = 'input 甲, 乙 : count of 人 at least 1';
    const proved = tiers('< 5% : 1  >= 6% : 0', declared, '甲 / 乙');
    expect(proved.facts('tier-gap')).toMatchObject({
      value: '5%',
      stretch: { zh: '不低于 5%且低于 6%' },
    });
  });

  test('only what the subject can be must be covered', () => {
    expect(tiers('>= 50% : 1  < 50% : 0').said).toEqual([]);
    expect(tiers('0%..50% : 0  > 50% : 1').said).toEqual([]);
    expect(tiers('0%..50% : 0  > 50% : 1', 'input 率 : percent').facts('tier-gap')).toMatchObject({
      value: '-1%',
    });
    const bounded = 'input 率 : percent from 0% to 100%';
    expect(tiers('= 100% : 1  0%..100% : 0.5', bounded).said).toEqual([
      ['tier-overlap', '0%..100% : 0.5'],
    ]);
    expect(tiers('>= 60% and <= 100% : 1  < 60% : 0', bounded).said).toEqual([]);
  });

  test('between whole numbers there is nothing to cover', () => {
    const declared = 'input 次数 : count of 次 at least 0';
    expect(tiers('0 次 : 1  1 次..2 次 : 0.5  >= 3 次 : 0', declared, '次数').said).toEqual([]);
    const gap = tiers('0 次 : 1  2 次..3 次 : 0.5  >= 4 次 : 0', declared, '次数');
    expect(gap.facts('tier-gap')).toMatchObject({ value: '1 次' });
  });

  test('figures are shown in the unit of the subject', () => {
    const declared = 'input 金额 : money in 万元 at least 0';
    expect(tiers('< 5 万元 : 1  > 6 万元 : 0', declared, '金额').facts('tier-gap')).toMatchObject({
      value: '5 万元',
    });
    const dates = 'input 日期 : date';
    const proved = tiers('< 2023-12-31 : 1  > 2023-12-31 : 0', dates, '日期');
    expect(proved.facts('tier-gap')).toMatchObject({ value: '2023-12-31' });
  });

  test('rows in the wrong order never fire', () => {
    const proved = tiers('>= 60% : 0.4  >= 90% : 1  otherwise : 0');
    expect(proved.said).toEqual([['row-never-fires', '>= 90% : 1']]);
    expect(proved.facts('row-never-fires')).toEqual({ row: 2, earlier: [1] });
  });

  test('rows beyond the range of the subject never fire', () => {
    const declared = 'input 率 : percent from 0% to 100%';
    const proved = tiers('> 100% : 0  >= 60% : 1  otherwise : 0', declared);
    expect(proved.facts('row-never-fires')).toEqual({ row: 1, earlier: [] });
    const rest = tiers('>= 60% : 1  < 60% : 0.5  otherwise : 0', declared);
    expect(rest.said).toEqual([['row-never-fires', '0']]);
    expect(rest.facts('row-never-fires')).toEqual({ row: 'otherwise', earlier: [1, 2] });
  });

  test('every word must have its row, and one only', () => {
    const declared = 'input 等次 : one of { 优, 良, 差 }';
    expect(tiers('优 : 1  良, 差 : 0', declared, '等次').said).toEqual([]);
    expect(tiers('优 : 1  良 : 0.5', declared, '等次').facts('tier-gap')).toMatchObject({
      value: '“差”',
    });
    expect(
      tiers('优, 良 : 1  良 : 0.5  差 : 0', declared, '等次')
        .said.map(([code]) => code)
        .sort(),
    ).toEqual(['row-never-fires', 'tier-overlap']);
    expect(tiers('优 : 1  良 : 0.5  差 : 0  otherwise : 0', declared, '等次').said).toEqual([
      ['row-never-fires', '0'],
    ]);
  });

  test('a row that fires under another choice of an option is not dead', () => {
    const declared = `${RATE} option 宽松 : yes or no = no`;
    expect(proveText(oneRule('when 宽松 : 1  otherwise : min(率, 1)', declared)).said).toEqual([]);
  });
});

describe('decision lists', () => {
  const rows = (text: string, declared = INPUTS) => proveText(oneRule(text, declared));
  const FLAGS = 'input 甲, 乙 : yes or no';

  test('rows that cover everything need no otherwise', () => {
    expect(rows('when 实际 > 计划 : 0  when 实际 <= 计划 : 1').said).toEqual([]);
    expect(
      rows('when 甲 : 0  when not 甲 and 乙 : 0.5  when not 甲 and not 乙 : 1', FLAGS).said,
    ).toEqual([]);
    expect(rows('when 实际 / 计划 >= 90% : 1  when 实际 / 计划 < 90% : 0').said).toEqual([]);
  });

  test('a case that no row covers is shown', () => {
    const proved = rows('when 实际 > 计划 : 0  when 实际 < 计划 : 1');
    expect(proved.said.map(([code]) => code)).toEqual(['rows-leave-gap']);
    expect(proved.witness('rows-leave-gap')).toBe('实际 = 1 万元, 计划 = 1 万元');
    expect(proveText(proved.mended('rows-leave-gap')).said).toEqual([]);
    expect(rows('when 甲 and 乙 : 0  when not 甲 : 1', FLAGS).witness('rows-leave-gap')).toBe(
      '甲 = yes, 乙 = no',
    );
  });

  test('rows that both hold and differ are refused, with the case', () => {
    const proved = rows('when 甲 : 0  when 乙 : 0.5  otherwise : 1', FLAGS);
    expect(proved.said).toEqual([['rows-overlap', 'when 乙 : 0.5']]);
    expect(proved.witness('rows-overlap')).toBe('甲 = yes, 乙 = yes');
    expect(proved.facts('rows-overlap')).toMatchObject({ first: 1, second: 2 });
  });

  test('an order that is meant says so', () => {
    expect(rows('when 甲 : 0  otherwise when 乙 : 0.5  otherwise : 1', FLAGS).said).toEqual([]);
  });

  test('rows that both hold with the same result, or never both, are fine', () => {
    expect(rows('when 甲 : 0  when 乙 : 0  otherwise : 1', FLAGS).said).toEqual([]);
    const apart = 'when 实际 > 计划 : 0  when 实际 < 计划 / 2 : 0.5  otherwise : 1';
    expect(rows(`${apart} not monotone "the plan is a target"`).said).toEqual([]);
  });

  test('the narrower case first is a cascade', () => {
    expect(rows('when 实际 >= 计划 : 1  when 实际 >= 计划 / 2 : 0.5  otherwise : 0').said).toEqual(
      [],
    );
    const wrong = rows('when 实际 >= 计划 / 2 : 0.5  when 实际 >= 计划 : 1  otherwise : 0');
    expect(wrong.said).toEqual([['row-never-fires', 'when 实际 >= 计划 : 1']]);
    expect(wrong.facts('row-never-fires')).toEqual({ row: 2, earlier: [1] });
  });

  test('an otherwise that nothing reaches is pointed out', () => {
    const proved = rows('when 实际 > 计划 : 0  when 实际 <= 计划 : 1  otherwise : 0.5');
    expect(proved.said).toEqual([['row-never-fires', '0.5']]);
  });

  test('three kinds of conditions together', () => {
    const declared =
      'input 等次 : one of { 优, 良, 差 }  input 甲 : yes or no  input 率 : percent from 0% to 100%';
    const covered = rows(
      'when 等次 = 优 : 1  when 等次 != 优 and 甲 : 0.5  when 等次 in { 良, 差 } and not 甲 and 率 >= 50% : 0.3  when 等次 != 优 and not 甲 and 率 < 50% : 0',
      declared,
    );
    expect(covered.said).toEqual([]);
    const gap = rows(
      'when 等次 = 优 : 1  when 等次 = 良 and 甲 : 0.5  when 等次 = 差 : 0',
      declared,
    );
    expect(gap.witness('rows-leave-gap')).toBe('等次 = 良, 甲 = no');
  });

  test('a rule cannot be shown to cover what it compares in ways that nothing here can follow', () => {
    const declared = 'input a, b : number from 1 to 2';
    const proved = rows('when a * b - a - b >= -1 : 1  when a * b - a - b < -1.5 : 0', declared);
    expect(proved.said.map(([code]) => code)).toEqual(['otherwise-needed']);
  });

  test('a decision inside a row is looked at with what the row knows', () => {
    const inner = 'when 实际 > 计划 : 0  otherwise : if 实际 <= 计划 then 1 else 0.5';
    expect(rows(inner).said).toEqual([['row-never-fires', '0.5']]);
  });
});
