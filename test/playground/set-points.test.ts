// Points changed as text: the figure where it stands, a statement where another file says it, and sums
// that hold afterwards.
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../src/edit/workspace.ts';
import { compile } from '../../src/compile.ts';
import { createSource } from '../../src/text/source.ts';
import type { PointsChange, TextEdit } from '../../playground/protocol.ts';
import { filesOf, hostOf } from '../../playground/worker/rulesets.ts';
import { setPoints } from '../../playground/worker/set-points.ts';
import { FUTIAN, shippedRulesets } from './projects.ts';

const STREET = `规则集 街道 适用 2024 {
  总分 10 分
  得分保留到 0.01 四舍五入
  输入 甲率, 乙率, 丙率 : 百分比 自 0% 到 100%
  分组 一 6 分 {
    指标 甲 4 分 { 得分 甲率 * 满分 }
    指标 乙 2 分 { 得分 乙率 * 满分 }
  }
  分组 二 4 分 {
    指标 丙 4 分 { 得分 丙率 * 满分 }
  }
}
`;

function edited(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.place.start - a.place.start)
    .reduce(
      (now, { place, text: by }) => now.slice(0, place.start) + by + now.slice(place.end),
      text,
    );
}

function changed(
  text: string,
  changes: readonly PointsChange[],
  giveWay: readonly (readonly string[])[] = [],
): string {
  const workspace = createWorkspace(hostOf(new Map([['street.chi', text]])), { language: 'zh' });
  const answer = setPoints(workspace, 'street.chi', changes, giveWay);
  if (answer.kind === 'refused') return answer.messages.join('\n');
  const result = edited(text, answer.edits);
  const { diagnostics } = compile(createSource('street.chi', result), hostOf(new Map()));
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return result;
}

describe('new points', () => {
  test('are taken from the part that gives way, in the same group', () => {
    const text = changed(STREET, [{ path: ['一', '甲'], points: '5' }], [['一', '乙']]);
    expect(text).toBe(STREET.replace('甲 4 分', '甲 5 分').replace('乙 2 分', '乙 1 分'));
  });

  test('are taken from another group, and both groups follow', () => {
    const text = changed(STREET, [{ path: ['一', '甲'], points: '5.5' }], [['二', '丙']]);
    expect(text).toContain('分组 一 7.5 分');
    expect(text).toContain('分组 二 2.5 分');
    expect(text).toContain('指标 丙 2.5 分');
  });

  test('change the groups around and the total where nothing gives way', () => {
    const text = changed(STREET, [{ path: ['二', '丙'], points: '9' }]);
    expect(text).toContain('总分 15 分');
    expect(text).toContain('分组 二 9 分');
  });

  test('of a group are shared out to its parts in proportion, in tenths that add up', () => {
    const text = changed(STREET, [{ path: ['一'], points: '7' }], [['二']]);
    expect(text).toContain('指标 甲 4.7 分');
    expect(text).toContain('指标 乙 2.3 分');
    expect(text).toContain('指标 丙 3 分');
  });

  test('are refused where those who give way have too few', () => {
    expect(changed(STREET, [{ path: ['一', '甲'], points: '7' }], [['一', '乙']])).toMatch(
      /只有 2 分/,
    );
  });

  test('are refused where they are no number', () => {
    expect(changed(STREET, [{ path: ['一', '甲'], points: '很多' }])).toMatch(/不是分值/);
    expect(changed(STREET, [{ path: ['一', '甲'], points: '-1' }])).toMatch(/不是分值/);
  });

  test('of inherited parts become statements of the amending file', () => {
    const files = filesOf(shippedRulesets());
    const workspace = createWorkspace(hostOf(files), { language: 'zh' });
    const changes = [{ path: ['部门绩效', '效率性', '重点工作完成情况'], points: '10' }];
    const answer = setPoints(workspace, FUTIAN, changes, [
      ['部门绩效', '效率性', '项目完成及时性'],
    ]);
    if (answer.kind === 'refused') throw new Error(answer.messages.join());
    const text = edited(files.get(FUTIAN) ?? '', answer.edits);
    expect(text.split('\n').slice(-4)).toEqual([
      '  分值 项目完成及时性 = 4',
      '  分值 重点工作完成情况 = 10',
      '}',
      '',
    ]);
    const { diagnostics } = compile(createSource(FUTIAN, text), hostOf(files));
    expect(diagnostics).toEqual([]);
    // The second change finds the statement that the first one left.
    const again = createWorkspace(hostOf(new Map([...files, [FUTIAN, text]])), { language: 'zh' });
    const back = setPoints(
      again,
      FUTIAN,
      [{ path: ['部门绩效', '效率性', '重点工作完成情况'], points: '9' }],
      [['部门绩效', '效率性', '项目完成及时性']],
    );
    expect(back.kind === 'edits' && back.edits.map((edit) => edit.text)).toEqual(['5', '9']);
  });

  test('of a part with a checklist are shared out to its entries, in one step', () => {
    const text = STREET.replace(
      '得分 丙率 * 满分',
      '清单 { 制度健全 1.5 分 "制度"  执行有效 2 分  公开 0.5 分 }',
    ).replace(', 丙率', '');
    expect(changed(text, [{ path: ['二', '丙'], points: '5' }])).toContain(
      '指标 丙 5 分 { 清单 { 制度健全 1.9 分 "制度"  执行有效 2.5 分  公开 0.6 分 } }',
    );
  });

  test('of an inherited part with a checklist restate it, since an entry cannot be amended alone', () => {
    const files = filesOf(shippedRulesets());
    const workspace = createWorkspace(hostOf(files), { language: 'zh' });
    const path = ['部门决策', '预算编制', '预算编制合理性'];
    const giving = [['部门决策', '预算编制', '预算编制规范性']];
    const answer = setPoints(workspace, FUTIAN, [{ path, points: '6' }], giving);
    if (answer.kind === 'refused') throw new Error(answer.messages.join());
    const text = edited(files.get(FUTIAN) ?? '', answer.edits);
    expect(text).toContain(`
  分值 预算编制规范性 = 4
  替换 指标 预算编制合理性 6 分 {
    说明 "预算是否切合职责和工作重点，资金是否按轻重缓急安排"
    清单 {
      切合职责与政策 1.2 分 "预算围绕本部门职责和上级部署"
      资金分配合理 1.2 分 "资金随年度重点安排"`);
    expect(compile(createSource(FUTIAN, text), hostOf(files)).diagnostics).toEqual([]);
    // The next change finds the entries in this file.
    const again = createWorkspace(hostOf(new Map([...files, [FUTIAN, text]])), { language: 'zh' });
    const next = setPoints(again, FUTIAN, [{ path, points: '6.5' }], giving);
    if (next.kind === 'refused') throw new Error(next.messages.join());
    const later = edited(text, next.edits);
    expect(later).toContain('资金分配合理 1.3 分');
    expect(later.match(/预算编制合理性 6\.5 分/g)).toHaveLength(1);
    expect(compile(createSource(FUTIAN, later), hostOf(files)).diagnostics).toEqual([]);
  });
});
