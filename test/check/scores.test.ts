// `score of` in checking: what a path means, what amendments do to it, and orders that do not exist.
import { describe, expect, test } from 'vitest';
import type { Framework } from '../../src/model/framework.ts';
import { scoreUses } from '../../src/model/score-uses.ts';
import { checkTexts, frameworkOf } from './checking.ts';

const PARENT = `ruleset 上级 { total 10 points
  input 率 : percent from 0% to 100%
  group 产出 4 points { indicator 数量 4 points { score 率 * 4 } }
  group 效果 6 points {
    indicator 满意度 4 points { score score of 数量 }
    indicator 影响 2 points { score 率 * 2 }
  }
}`;
const child = (body: string) => `ruleset 下级 amends "0.chi" { ${body} }`;

const usesIn = ({ children, lets }: Framework) =>
  scoreUses(children, lets).map(({ path }) => (path === 'total' ? path : path.join(' / ')));

describe('the path behind `score of`', () => {
  test('may be cut down to its last names', () => {
    expect(usesIn(frameworkOf(PARENT))).toEqual(['产出 / 数量']);
    expect(usesIn(frameworkOf(PARENT.replace('of 数量', 'of (产出 / 数量)')))).toEqual([
      '产出 / 数量',
    ]);
  });

  test('must mean one thing', () => {
    const { said } = checkTexts(PARENT.replace('indicator 影响', 'indicator 数量'));
    expect(said).toEqual([['ambiguous-path', '数量']]);
  });

  test('suggests the nearest name', () => {
    const { said, diagnostics } = checkTexts(PARENT.replace('of 数量', 'of 数里'));
    expect(said).toEqual([['unknown-score', '数里']]);
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe('数量');
  });
});

describe('an amendment', () => {
  test('that renames a part is followed by the rules that read its score', () => {
    expect(usesIn(frameworkOf(PARENT, child('rename 数量 to 总量')))).toEqual(['产出 / 总量']);
    expect(usesIn(frameworkOf(PARENT, child('rename 产出 to 成果')))).toEqual(['成果 / 数量']);
  });

  test('does not turn an older rule to a new part of the same name', () => {
    const merged = frameworkOf(
      PARENT,
      child('rename 数量 to 总量 replace indicator 影响 2 points { judged } rename 影响 to 数量'),
    );
    expect(usesIn(merged)).toEqual(['产出 / 总量']);
  });

  test('that removes a part leaves the rules that read it without their figure', () => {
    const { said, diagnostics } = checkTexts(
      PARENT,
      child('remove 产出 points 满意度 = 8 points 效果 = 10'),
    );
    expect(said).toEqual([['unknown-score', '数量']]);
    expect(diagnostics[0]?.facts).toMatchObject({ act: 'removed' });
    expect(diagnostics[0]?.related.map(({ span }) => span.file)).toEqual(['1.chi']);
  });

  test('must use the new name itself', () => {
    const { said, diagnostics } = checkTexts(
      PARENT,
      child('rename 数量 to 总量 replace indicator 影响 2 points { score score of 数量 / 2 }'),
    );
    expect(said).toEqual([['unknown-score', '数量']]);
    expect(diagnostics[0]?.facts).toMatchObject({ act: 'renamed', suggestion: '总量' });
  });

  test('may change the points of a part without breaking the points of a combined group', () => {
    const combined = PARENT.replace(
      'group 效果 6 points {',
      'group 效果 6 points at most 6 { score sum of scores of parts',
    );
    expect(checkTexts(combined, child('points 影响 = 3')).said).toEqual([]);
  });

  test('may give a group a combining rule by replacing it', () => {
    const merged = frameworkOf(
      PARENT,
      child(
        'replace group 产出 4 points { score max of scores of parts indicator 数量 4 points { judged } indicator 质量 3 points { judged } }',
      ),
    );
    expect(merged.children[0]?.combine?.kind).toBe('aggregate');
  });
});

describe('scores that need each other', () => {
  const circle = (body: string) => {
    const { diagnostics, said } = checkTexts(`ruleset R { total 4 points
      input 率 : percent from 0% to 100% ${body} }`);
    return diagnostics.map(({ code, facts }, index) => [
      code,
      'names' in facts ? facts.names : facts,
      said[index]?.[1],
    ]);
  };

  test('are named all the way round', () => {
    expect(
      circle(`let 线 = score of B
        indicator A 2 points { score 线 }
        indicator B 2 points { item 一 2 points { when score of A > 1 : 1 otherwise : 0 } }`),
    ).toEqual([['score-circle', ['A', 'B', 'B / 一', 'A'], 'score of B']]);
  });

  test('cannot be those of a part and of what it is part of', () => {
    expect(
      circle(`group G 4 points { indicator A 2 points { score score of G }
        indicator B 2 points { judged } }`),
    ).toEqual([['score-circle', ['G', 'G / A', 'G'], 'score of G']]);
  });

  test('may stand in any order without a circle', () => {
    expect(
      circle(`indicator A 2 points { score score of B }
        indicator B 2 points { score score of (C / 一) / 2 }
        bonus group D 1 point at most 1 { indicator C 4 points at most 1 { item 一 4 points { score 率 * 4 } } }`),
    ).toEqual([['points-not-conserved', expect.anything() as unknown, '1 point']]);
  });

  test('hide in no definition when they decide what applies', () => {
    expect(
      circle(`let 好 = score of A > 1
        indicator A 2 points { score 率 * 2 }
        indicator B 2 points { not applicable when 好 award in full judged }`).map(
        ([code]) => code,
      ),
    ).toEqual(['score-in-applicability']);
  });
});
