// What is wrong in inherited text and was made so by an amendment points at the amendment too.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { createSource, textOf } from '../../src/text/source.ts';

const PARENT = `ruleset 上级 {
  total 10 points
  option 从严 : yes or no = no
  input 率 : percent from 0% to 100%
  input 计划数 : count of 个 at least 1
  input 完成数 : count of 个
  let 完成率 = 完成数 / 计划数
  group 甲组 10 points {
    indicator 甲 4 points { score 率 * 4 }
    indicator 乙 6 points { score min(完成率, 1) * 6 }
  }
}`;

/** Each error with where it stands, and the texts that it points at elsewhere. */
function errors(amendments: string, ...younger: readonly string[]) {
  const files = new Map([
    ['0.chi', PARENT],
    ['1.chi', `ruleset 下级 amends "0.chi" { scores rounded to 0.01 half up ${amendments} }`],
    ...younger.map((text, at) => [`${at + 2}.chi`, text] as const),
  ]);
  const newest = [...files.keys()].at(-1) ?? '';
  const { diagnostics, sources } = compile(createSource(newest, files.get(newest) ?? ''), {
    read: (path) => files.get(path),
    resolve: (_, path) => path,
  });
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span, related }) => [
      code,
      span.file,
      ...related
        .filter((each) => each.note.en === 'amended here')
        .map((each) => {
          const source = sources.get(each.span.file);
          return `${each.span.file}: ${source ? textOf(source, each.span) : ''}`;
        }),
    ]);
}

describe('an error in inherited text', () => {
  test('names the amendment that changed an input under it', () => {
    expect(errors('replace input 计划数 : count of 个')).toEqual([
      ['division-by-zero', '0.chi', '1.chi: 计划数'],
    ]);
  });

  test('names the amendment that took away what it reads', () => {
    expect(errors('remove 率')).toEqual([['unknown-name', '0.chi', '1.chi: 率']]);
  });

  test('names the amendment of points that its rule no longer fits', () => {
    expect(errors('points 甲 = 3 points 乙 = 7')).toEqual([
      ['score-leaves-range', '0.chi', '1.chi: 甲'],
    ]);
  });

  test('names the amendment in the generation between', () => {
    const youngest = 'ruleset 再下级 amends "1.chi" { about "无改动" }';
    expect(errors('replace input 计划数 : count of 个', youngest)).toEqual([
      ['division-by-zero', '0.chi', '1.chi: 计划数'],
    ]);
  });

  test('says nothing of amendments to something else', () => {
    expect(errors('points 甲 = 3 points 乙 = 7 set 从严 = yes')).toEqual([
      ['score-leaves-range', '0.chi', '1.chi: 甲'],
    ]);
  });
});
