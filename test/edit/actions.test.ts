import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { CodeAction } from '../../src/edit/code-actions.ts';
import { codeActionsAt } from '../../src/edit/code-actions.ts';
import { diagnosticsOf } from '../../src/edit/diagnostics.ts';
import { convertKeywords, formatEdits } from '../../src/edit/format.ts';
import { inlayHintsOf } from '../../src/edit/inlay-hints.ts';
import type { PointsChange } from '../../src/edit/set-points.ts';
import { setPoints } from '../../src/edit/set-points.ts';
import type { WorkspaceSettings } from '../../src/edit/workspace.ts';
import { createSource } from '../../src/text/source.ts';
import { applied, marked, shipped, workspaceOf } from './editing.ts';

function actions(
  given: Parameters<typeof marked>[0],
  settings: WorkspaceSettings = {},
): { readonly all: readonly CodeAction[]; readonly after: (title: RegExp) => string } {
  const { workspace, file, offset, texts } = marked(given, settings);
  const all = codeActionsAt(workspace, file, offset, offset);
  const after = (title: RegExp) => {
    const found = all.find((action) => title.test(action.title));
    if (!found) throw new Error(`none of ${all.map((action) => action.title).join(', ')}`);
    return applied(texts, found.edits)[file] ?? '';
  };
  return { all, after };
}

function codesIn(texts: Readonly<Record<string, string>>, file: string): readonly string[] {
  const { host } = workspaceOf(texts);
  return compile(createSource(file, texts[file] ?? ''), host).diagnostics.map(({ code }) => code);
}

const ruleset = (body: string) =>
  `规则集 甲 适用 2024 {\n  总分 6 分\n  得分保留到 0.01 四舍五入\n  输入 率 : 百分比 至少 0%\n  ${body}\n}\n`;

describe('mends', () => {
  test('of a missing row write it in the language of the file, on a line like the others', () => {
    const text = ruleset(
      '指标 乙 6 分 {\n    分档 ‸率 {\n      >= 90% : 6 分\n      >= 60% : 3 分\n    }\n  }',
    );
    const { all, after } = actions(text);
    expect(all.filter(({ mends }) => mends === 'tier-gap')).not.toEqual([]);
    const mended = after(/其余/);
    expect(mended).toContain('      >= 60% : 3 分\n      其余 : 0\n    }');
    expect(codesIn({ 'a.chi': mended }, 'a.chi')).toEqual([]);
  });

  test('of a missing row stay on the line where the table does', () => {
    const { after } = actions(ruleset('指标 乙 6 分 { 分档 ‸率 { >= 90% : 6 分 } }'));
    expect(after(/其余/)).toContain('{ >= 90% : 6 分 其余 : 0 }');
  });

  test('of a score that leaves its points are Chinese in a Chinese file, English in an English one', () => {
    const { after } = actions(ruleset('指标 乙 6 分 { 得分 ‸率 * 满分 }'));
    expect(after(/至多 6 分/)).toContain('率 * 满分 至多 6');
    const english =
      'ruleset A { total 6 points\n input rate : percent at least 0%\n indicator B 6 points { score ‸rate * full points } }';
    expect(actions(english, { language: 'en' }).after(/at most 6/)).toContain(
      'full points at most 6',
    );
  });

  test('of a misspelt name are the name that was meant', () => {
    const { after } = actions(
      ruleset('定义 完成 = 率\n  指标 乙 6 分 { 得分 较小值(完‸诚, 1) * 满分 }'),
    );
    expect(after(/完成/)).toContain('较小值(完成, 1)');
  });

  test('are worded in the language of the workspace', () => {
    const text = ruleset('指标 乙 6 分 { 得分 率 * 满分 }');
    const [chinese] = diagnosticsOf(workspaceOf({ 'a.chi': text }), 'a.chi');
    const [english] = diagnosticsOf(workspaceOf({ 'a.chi': text }, { language: 'en' }), 'a.chi');
    expect(chinese?.code).toBe('score-leaves-range');
    expect(chinese?.message).not.toBe(english?.message);
    expect(english?.fixes.length).toBeGreaterThan(0);
  });
});

describe('a limit', () => {
  test('is offered for a score that has none, and not twice', () => {
    const { after } = actions(ruleset('指标 乙 6 分 { 得分 ‸较小值(率, 1) * 满分 }'));
    expect(after(/至多 满分/)).toContain('* 满分 至多 满分 }');
    const limited = actions(ruleset('指标 乙 6 分 { 得分 ‸较小值(率, 1) * 满分 至多 满分 }'));
    expect(limited.all.some(({ title }) => title.includes('至多'))).toBe(false);
  });
});

describe('points that do not add up', () => {
  const text = (points: string) =>
    ruleset(`分组 丙 ${points} {\n    指标 子 3 分 { 评定 }\n    指标 丑 1 分 { 评定 }\n  }`);

  test('are shared out in proportion', () => {
    const mended = actions(text('6‸ 分')).after(/按比例分摊/);
    expect(mended).toContain('指标 子 4.5 分');
    expect(mended).toContain('指标 丑 1.5 分');
    expect(codesIn({ 'a.chi': mended }, 'a.chi')).not.toContain('points-not-conserved');
  });

  test('are given to one part, or become those of the group', () => {
    const { after } = actions(text('6‸ 分'));
    expect(after(/“子”改为 5 分/)).toContain('指标 子 5 分');
    expect(after(/“丙”改为共 4 分/)).toContain('分组 丙 4 分');
  });

  test('are offered from the name of a part too', () => {
    const { all } = actions(text('6 分').replace('指标 子', '指标 ‸子'));
    expect(all.some(({ title }) => title.includes('分摊'))).toBe(true);
  });

  test('keep their sum where thirds do not end', () => {
    const thirds = ruleset(
      '分组 丙 ‸6 分 { 指标 子 1 分 { 评定 } 指标 丑 1 分 { 评定 } 指标 寅 5 分 { 评定 } }',
    );
    const mended = actions(thirds).after(/按比例分摊/);
    expect(codesIn({ 'a.chi': mended }, 'a.chi')).not.toContain('points-not-conserved');
  });

  test('show what is left beside the group, in both languages', () => {
    const at = (points: string, settings: WorkspaceSettings = {}) =>
      inlayHintsOf(workspaceOf({ 'a.chi': text(points) }, settings), 'a.chi');
    const [hint] = at('6 分');
    expect(hint?.text).toBe('还差 2 分');
    expect(hint && text('6 分').slice(0, hint.offset).endsWith('分组 丙 6 分')).toBe(true);
    expect(at('6 分', { language: 'en' })[0]?.text).toBe('2 points left');
    expect(at('3 分').map((each) => each.text)).toEqual(['还差 3 分', '多出 1 分']);
  });

  test('show nothing where they add up, where a rule combines the parts, and where some only exist', () => {
    const hints = (body: string) => inlayHintsOf(workspaceOf({ 'a.chi': ruleset(body) }), 'a.chi');
    expect(hints('分组 丙 6 分 { 指标 子 6 分 { 评定 } }')).toEqual([]);
    const several = '指标 子 6 分 { 评定 } 指标 丑 6 分 { 评定 }';
    expect(hints(`分组 丙 6 分 { 得分 最大 各项得分 ${several} }`)).toEqual([]);
    expect(hints(`分组 丙 6 分 { 由单位自选 ${several} }`)).toEqual([]);
  });

  test('show nothing in the shipped rulesets', () => {
    const files = shipped();
    const workspace = workspaceOf(files);
    for (const file of Object.keys(files)) expect(inlayHintsOf(workspace, file), file).toEqual([]);
  });
});

describe('new points', () => {
  const files = shipped();

  function set(file: string, changes: readonly PointsChange[], texts = files) {
    const result = setPoints(workspaceOf(texts), file, changes);
    if (result.kind === 'refused') throw new Error(result.reason);
    return applied(texts, result.edits);
  }

  const MOVE: readonly PointsChange[] = [
    { path: ['部门绩效', '效率性', '重点工作完成情况'], points: '9' },
    { path: ['部门绩效', '效率性', '项目完成及时性'], points: '5' },
  ];

  test('are written where the file declares the part', () => {
    const texts = set('shenzhen/common.chi', MOVE);
    expect(texts['shenzhen/common.chi']).toContain('指标 重点工作完成情况 9 分 {');
    expect(texts['shenzhen/common.chi']).toContain('指标 项目完成及时性 5 分 {');
  });

  test('are statements of the file that amends, and its parent stays as it is', () => {
    const texts = set('futian/2022.chi', MOVE);
    expect(texts['shenzhen/common.chi']).toBe(files['shenzhen/common.chi']);
    expect(texts['futian/2022.chi']).toContain(
      '\n  分值 重点工作完成情况 = 9\n  分值 项目完成及时性 = 5\n}',
    );
    expect(codesIn(texts, 'futian/2022.chi')).not.toContain('points-not-conserved');
  });

  test('change the statement that there is, and take it out where the parent says the same', () => {
    const once = set('futian/2022.chi', MOVE);
    const twice = set('futian/2022.chi', [{ path: MOVE[0]?.path ?? [], points: '8.5' }], once);
    expect(twice['futian/2022.chi']).toContain('分值 重点工作完成情况 = 8.5');
    const back = set(
      'futian/2022.chi',
      MOVE.map(({ path }, at) => ({ path, points: at === 0 ? '8' : '6' })),
      once,
    );
    expect(back['futian/2022.chi']).toBe(files['futian/2022.chi']);
  });

  test('of the total take the whole statement along', () => {
    const texts = set('futian/2022.chi', [{ path: [], points: '110' }]);
    expect(texts['futian/2022.chi']).toContain('总分 110 分 至多 100 分');
  });

  test('name a part by as much of its path as it needs', () => {
    const common =
      '规则集 甲 {\n  总分 4 分\n  分组 子 2 分 { 指标 一 2 分 { 评定 } }\n  分组 丑 2 分 { 指标 一 2 分 { 评定 } }\n}\n';
    const texts = { 'common.chi': common, 'b.chi': '规则集 乙 修订自 "common.chi" {\n}\n' };
    const changed = set('b.chi', [{ path: ['丑', '一'], points: '3' }], texts);
    expect(changed['b.chi']).toBe('规则集 乙 修订自 "common.chi" {\n  分值 丑 / 一 = 3\n}\n');
  });

  test('write the unit that English wants', () => {
    const text =
      'ruleset A {\n  total 3 points\n  indicator B 1 point { judged }\n  indicator C 2 points { judged }\n}\n';
    const changed = set(
      'a.chi',
      [
        { path: ['B'], points: '2' },
        { path: ['C'], points: '1.0' },
      ],
      { 'a.chi': text },
    );
    expect(changed['a.chi']).toContain('indicator B 2 points');
    expect(changed['a.chi']).toContain('indicator C 1 point ');
  });

  test('stay behind a comment at the end of the line', () => {
    const common = '规则集 甲 {\n  总分 2 分\n  指标 一 2 分 { 评定 }\n}\n';
    const child = '规则集 乙 修订自 "common.chi" {\n  说明 "乙" // 说明\n}\n';
    const changed = set('b.chi', [{ path: ['一'], points: '3' }], {
      'common.chi': common,
      'b.chi': child,
    });
    expect(changed['b.chi']).toContain('说明 "乙" // 说明\n  分值 一 = 3\n}');
  });

  test('are refused where they are no figure, where there is no such part, where it is locked', () => {
    const refused = (file: string, change: PointsChange, texts = files) => {
      const result = setPoints(workspaceOf(texts), file, [change]);
      return result.kind === 'refused' ? result.reason : undefined;
    };
    expect(refused('futian/2022.chi', { path: ['部门管理'], points: '二十' })).toContain('二十');
    expect(refused('futian/2022.chi', { path: ['部门管理'], points: '-1' })).toContain('-1');
    expect(refused('futian/2022.chi', { path: ['没有'], points: '1' })).toContain('没有');
    const locked = {
      'common.chi': '规则集 甲 {\n  总分 2 分\n  锁定 指标 一 2 分 { 评定 }\n}\n',
      'b.chi': '规则集 乙 修订自 "common.chi" {}\n',
    };
    expect(refused('b.chi', { path: ['一'], points: '1' }, locked)).toContain('锁定');
  });
});

describe('formatting and converting', () => {
  const files = shipped();

  test('leaves a formatted file alone', () => {
    const formatted = formatEdits(workspaceOf(files), 'futian/2022.chi');
    expect(formatted).toEqual({ kind: 'edits', edits: [] });
  });

  test('changes only the lines that differ', () => {
    const text = ruleset('指标   乙 6 分 { 评定 }');
    const formatted = formatEdits(workspaceOf({ 'a.chi': text }), 'a.chi');
    if (formatted.kind === 'refused') throw new Error(formatted.reason);
    expect(formatted.edits.map((edit) => edit.text)).toEqual(['  指标 乙 6 分 { 评定 }\n']);
    expect(applied({ 'a.chi': text }, formatted.edits)['a.chi']).toBe(
      ruleset('指标 乙 6 分 { 评定 }'),
    );
  });

  test('of a broken text is refused with the reason', () => {
    const broken = workspaceOf({ 'a.chi': '规则集 甲 { 指标 ' });
    expect(formatEdits(broken, 'a.chi').kind).toBe('refused');
    expect(convertKeywords(broken, 'a.chi', 'en').kind).toBe('refused');
  });

  test('there and back keeps every comment and the meaning of every shipped ruleset', () => {
    const workspace = workspaceOf(files);
    for (const file of ['futian/2022.chi', 'gallery/targets.chi', 'gallery/money.chi']) {
      const to = file.startsWith('gallery/money') ? 'zh' : 'en';
      const there = convertKeywords(workspace, file, to);
      if (there.kind === 'refused') throw new Error(there.reason);
      const converted = applied(files, there.edits);
      const comments = (text = '') => text.match(/\/\/.*/g);
      expect(comments(converted[file])).toEqual(comments(files[file]));
      expect(codesIn(converted, file)).toEqual(codesIn(files, file));
      const hash = (texts: Readonly<Record<string, string>>) =>
        compile(createSource(file, texts[file] ?? ''), workspaceOf(texts).host).framework?.hash;
      expect(hash(converted)).toBe(hash(files));
    }
  });

  test('is offered as an action where the file can be read', () => {
    const { all } = actions(ruleset('‸指标 乙 6 分 { 评定 }'));
    const titles = all.filter(({ kind }) => kind === 'source').map(({ title }) => title);
    expect(titles).toEqual(['把全部关键词改为英文']);
  });
});
