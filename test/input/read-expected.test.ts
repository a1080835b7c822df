import { describe, expect, it } from 'vitest';
import { formatExact } from '../../src/number/decimal.ts';
import { faultless, readPart } from './framework-fixture.ts';

function expected(written: string) {
  return faultless(readPart(`"expected": ${written}`)).expected;
}

function ends(
  limits: { low: { n: bigint; d: bigint }; high: { n: bigint; d: bigint } } | undefined,
) {
  return limits && [formatExact(limits.low), formatExact(limits.high)];
}

describe('what must come out', () => {
  it.each([
    ['"96.76"', ['96.76', '96.76']],
    ['96.76', ['96.76', '96.76']],
    ['"96.30..97.30"', ['96.3', '97.3']],
    ['"96..97"', ['96', '97']],
    ['"96.30分 ～ 97.30分"', ['96.3', '97.3']],
    ['{ "low": "96.30", "high": 97.30 }', ['96.3', '97.3']],
  ])('is a total of %s', (written, limits) => {
    const [one, ...others] = expected(`{ "total": ${written} }`);
    expect(others).toEqual([]);
    expect(ends(one?.total)).toEqual(limits);
    expect([one?.grades, one?.scores.size, one?.without]).toEqual([undefined, 0, []]);
  });

  it('names scores by path, grades and statuses to leave out', () => {
    const [one] = expected(
      '{ "grade": ["优", "良"], "scores": { "采购执行": "1.15", "预算执行 / 执行率": "0..1" }, "without": ["assumed", "judged"], "note": "…" }',
    );
    expect(one?.grades).toEqual(['优', '良']);
    expect(one?.without).toEqual(['assumed', 'judged']);
    expect([...(one?.scores ?? [])].map(([path, limits]) => [path, ends(limits)])).toEqual([
      ['管理 / 采购执行', ['1.15', '1.15']],
      ['绩效 / 预算执行 / 执行率', ['0', '1']],
    ]);
  });

  it('may be said several times', () => {
    const written = '[{ "grade": "优" }, { "without": ["assumed"], "total": "1..2" }]';
    expect(expected(written).map(({ grades, without }) => [grades, without])).toEqual([
      [['优'], []],
      [undefined, ['assumed']],
    ]);
    expect(expected('[]')).toEqual([]);
    expect(expected('null')).toEqual([]);
  });

  it.each([
    ['{ "total": "97..96" }', ['range-reversed at "97..96"']],
    ['{ "total": { "low": 2, "high": 1 } }', ['range-reversed at { "low": 2, "high": 1 }']],
    ['{ "total": { "low": 2 } }', ['missing-entry at { "low": 2 }']],
    ['{ "total": null }', ['figure-expected at null']],
    ['{ "total": "高" }', ['figure-expected at "高"']],
    ['{ "total": "1..高" }', ['figure-expected at "1..高"']],
    ['{ "grade": "好" }', ['choice-unknown at "好"']],
    ['{ "grade": ["优", "好"] }', ['choice-unknown at "好"']],
    ['{ "scores": { "执行率": 1 } }', ['name-ambiguous at "执行率"']],
    ['[{ "scores": { "没有": 1 } }]', ['unknown-scored-name at "没有"']],
    [
      '{ "scores": { "采购执行": 1, "管理 / 采购执行": 1 } }',
      ['score-given-twice at "管理 / 采购执行"'],
    ],
    ['{ "scores": [] }', ['shape-wrong at []']],
    ['{ "without": "assumed" }', ['shape-wrong at "assumed"']],
    ['{ "without": ["assume"] }', ['choice-unknown at "assume"']],
    ['{ "totals": 1 }', ['unknown-entry at "totals"']],
    ['["96"]', ['shape-wrong at "96"']],
    ['96', ['shape-wrong at 96']],
  ])('cannot be %s', (written, problems) => {
    expect(readPart(`"expected": ${written}`).problems).toEqual(problems);
  });

  it('takes three dots for two', () => {
    expect(expected('{ "total": "96...97" }').map(({ total }) => ends(total))).toEqual([
      ['96', '97'],
    ]);
  });
});
