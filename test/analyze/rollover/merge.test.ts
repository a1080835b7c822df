// Three-way merging: what one side changed is taken, what both changed differently is a conflict, and it
// makes no difference which side is which.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeOutlines } from '../../../src/analyze/rollover/merge-outlines.ts';
import type { Conflict } from '../../../src/analyze/rollover/merge-outlines.ts';
import { mergeRulesets } from '../../../src/analyze/rollover/merge.ts';
import { setText } from '../../../src/analyze/rollover/set-text.ts';
import { writeOutline } from '../../../src/analyze/rollover/write-outline.ts';
import { createSource } from '../../../src/text/source.ts';
import { TOWN, differing, edited, hostOf, outlined, someEdits } from './town.ts';

function merged(ours: string, theirs: string, base = TOWN) {
  const { outline, conflicts } = mergeOutlines({
    base: outlined('base.chi', base),
    ours: outlined('ours.chi', ours),
    theirs: outlined('theirs.chi', theirs),
    isAmendment: false,
  });
  return { text: setText(writeOutline(outline), () => undefined).text, conflicts };
}

const short = ({ path, subject, base, ours, theirs }: Conflict) => ({
  path: path.join(' / '),
  subject,
  texts: [base?.text, ours?.text, theirs?.text],
});

describe('changes in different places', () => {
  it('are both made', () => {
    fc.assert(
      fc.property(someEdits, someEdits, (one, other) => {
        const mine = one.filter((edit) => edit % 2 === 0);
        const yours = other.filter((edit) => edit % 2 === 1);
        const { text, conflicts } = merged(edited(mine), edited(yours));
        expect(conflicts).toEqual([]);
        expect(differing(text, edited([...mine, ...yours]))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('are those of one side where the other made none', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        for (const [ours, theirs] of [
          [edited(edits), TOWN],
          [TOWN, edited(edits)],
          [edited(edits), edited(edits)],
        ] as const) {
          const { text, conflicts } = merged(ours, theirs);
          expect(conflicts).toEqual([]);
          expect(differing(text, edited(edits))).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('either way round', () => {
  /** The same places, changed in another way. */
  const otherwise = (text: string) =>
    text
      .replace('执行率 7 分', '执行率 5 分')
      .replace('优 自 17', '优 自 17.5')
      .replace('>= 96% : 6', '>= 97% : 6')
      .replace('率 = 较大值(实际, 0) / 计划', '率 = 实际 / 计划 / 2')
      .replace('则 0.5 分', '则 1.5 分');

  it('the same is merged, and the same conflicts are found', () => {
    fc.assert(
      fc.property(someEdits, someEdits, (one, other) => {
        const [ours, theirs] = [edited(one), otherwise(edited(other))];
        const [there, back] = [merged(ours, theirs), merged(theirs, ours)];
        const swapped = back.conflicts.map((conflict) =>
          short({ ...conflict, ours: conflict.theirs, theirs: conflict.ours }),
        );
        const key = (each: object) => JSON.stringify(each);
        expect(swapped.map(key).sort()).toEqual(there.conflicts.map(short).map(key).sort());
        if (there.conflicts.length === 0) expect(differing(there.text, back.text)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a conflict', () => {
  const conflictsOf = (ours: readonly [string, string], theirs: readonly [string, string]) =>
    merged(TOWN.replace(...ours), TOWN.replace(...theirs)).conflicts.map(short);

  it('names the points that both changed', () => {
    expect(conflictsOf(['执行率 6 分', '执行率 7 分'], ['执行率 6 分', '执行率 8 分'])).toEqual([
      { path: '管理 / 执行率', subject: { kind: 'points' }, texts: ['6 分', '7 分', '8 分'] },
    ]);
  });

  it('names the row of a table, and only that', () => {
    expect(
      conflictsOf(['>= 85% : 4', '>= 85% : 3'], ['>= 85% : 4', '>= 80% : 4']).map(
        ({ texts }) => texts,
      ),
    ).toEqual([['>= 85% : 4', '>= 85% : 3', '>= 80% : 4']]);
    expect(conflictsOf(['>= 85% : 4', '>= 85% : 3'], ['>= 60% : 2', '>= 60% : 1'])).toEqual([]);
  });

  it('is a part that one side took out and the other changed', () => {
    const removed = TOWN.replace(/ {4}指标 及时性[\s\S]*?\n {4}\}\n/, '');
    const { conflicts } = merged(removed, TOWN.replace('则 1 分', '则 2 分'));
    expect(conflicts.map(short)).toMatchObject([
      { path: '管理 / 及时性', subject: { kind: 'node', node: 'indicator' } },
    ]);
    expect(conflicts[0]?.ours).toBeUndefined();
    expect(merged(removed, TOWN).conflicts).toEqual([]);
  });

  it('is a name that both gave, or an order that both made', () => {
    expect(
      conflictsOf(['指标 及时性', '指标 甲'], ['指标 及时性', '指标 乙']).map(({ texts }) => texts),
    ).toEqual([['及时性', '甲', '乙']]);
    const add = (points: number): [string, string] => [
      '    指标 公开',
      `    指标 新增 ${points} 分 { 评定 }\n    指标 公开`,
    ];
    expect(conflictsOf(add(1), add(2)).map(({ path }) => path)).toEqual(['效果 / 新增']);
    expect(conflictsOf(add(1), add(1))).toEqual([]);
  });

  it('has the places of all sides', () => {
    const { conflicts } = merged(
      TOWN.replace('执行率 6 分', '执行率 7 分'),
      TOWN.replace('执行率 6 分', '执行率 8 分'),
    );
    const [conflict] = conflicts;
    expect([conflict?.base, conflict?.ours, conflict?.theirs].map((side) => side?.place)).toEqual(
      ['base.chi', 'ours.chi', 'theirs.chi'].map((file) => {
        const start = TOWN.indexOf('6 分', TOWN.indexOf('执行率'));
        return { file, start, end: start + 3 };
      }),
    );
  });
});

describe('an amendment whose parent has a new version', () => {
  const OURS = `// 我们的
规则集 某镇绩效评价 适用 2023 修订自 "town.chi" {
  设置 超额封顶 = 是
  分值 执行率 = 5
  分值 及时性 = 5
  引自 满意 "某镇方案"
}
`;
  const merge = (ours: string, theirs: string) => {
    const files = { 'town.chi': TOWN, 'ours.chi': ours, 'new.chi': theirs };
    return mergeRulesets({
      base: createSource('town.chi', TOWN),
      ours: createSource('ours.chi', ours),
      theirs: createSource('new.chi', theirs),
      host: hostOf(files),
      file: 'result.chi',
      relative: (path) => path,
      isFlat: false,
      heading: [],
    });
  };

  it('keeps its own text and amends the new one', () => {
    const theirs = TOWN.replace('>= 95% : 6', '>= 96% : 6').replace('优 自 18', '优 自 17');
    const result = merge(OURS, theirs);
    expect(result.kind === 'merged' && result.source.text).toBe(
      OURS.replace('town.chi', 'new.chi'),
    );
  });

  it('takes into what it replaces what the parent changed there', () => {
    const own = `规则集 某镇 适用 2023 修订自 "town.chi" {
  替换 指标 满意 6 分 {
    分档 满意度 { >= 95% : 6   >= 85% : 5   >= 60% : 2   其余 : 0 }
  }
}
`;
    const result = merge(own, TOWN.replace('>= 95% : 6', '>= 96% : 6'));
    if (result.kind !== 'merged') throw new Error(result.kind);
    expect(result.left).toEqual([]);
    expect(result.source.text).toContain('修订自 "new.chi"');
    const host = hostOf({ 'new.chi': TOWN.replace('>= 95% : 6', '>= 96% : 6') });
    const wanted = TOWN.replace('>= 95% : 6', '>= 96% : 6')
      .replace('>= 85% : 4', '>= 85% : 5')
      .replace('某镇绩效评价 适用 2022', '某镇 适用 2023');
    expect(differing(result.source.text, wanted, host)).toEqual([]);
  });

  it('conflicts where both changed the same points', () => {
    const result = merge(OURS, TOWN.replace('执行率 6 分', '执行率 8 分'));
    expect(result.kind === 'conflicts' && result.conflicts.map(short)).toEqual([
      { path: '管理 / 执行率', subject: { kind: 'points' }, texts: ['6 分', '5 分', '8 分'] },
    ]);
  });
});
