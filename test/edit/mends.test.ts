// Mends that take the text around: a declaration for a name without one, and a rule in proportion to the
// points of its part, by the fix of a message and by new points.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { codeActionsAt } from '../../src/edit/code-actions.ts';
import { setPoints } from '../../src/edit/set-points.ts';
import { createSource } from '../../src/text/source.ts';
import { applied, marked, workspaceOf } from './editing.ts';

/** The text after the first action whose title fits. */
function after(text: string, title: RegExp): string {
  const { workspace, file, offset, texts } = marked(text);
  const all = codeActionsAt(workspace, file, offset, offset);
  const found = all.find((action) => title.test(action.title));
  if (!found) throw new Error(`none of ${all.map((action) => action.title).join(', ')}`);
  return applied(texts, found.edits)[file] ?? '';
}

function codesIn(text: string): readonly string[] {
  const { host } = workspaceOf({ 'a.chi': text });
  return compile(createSource('a.chi', text), host).diagnostics.map(({ code }) => code);
}

const ruleset = (body: string, points = '10') =>
  `规则集 甲 适用 2024 {\n  总分 ${points} 分\n  得分保留到 0.01 四舍五入\n  输入 率 : 百分比 自 0% 到 100% // 年末\n  ${body}\n}\n`;

describe('a name that nothing declares', () => {
  test.each([
    ['迟报次数', '计数 次'],
    ['执行率', '百分比 至少 0%'],
    ['决算数额', '金额 万元 至少 0'],
    ['是否公开', '是或否'],
    ['完成日期', '日期'],
    ['加权', '数'],
  ])('%s is declared as %s, behind the inputs', (name, type) => {
    const text = ruleset(`指标 乙 10 分 { 得分 ‸${name} * 率 }`);
    expect(after(text, /补上声明/)).toContain(`// 年末\n  输入 ${name} : ${type}\n  指标 乙`);
  });

  test('is declared behind the head where there is no input', () => {
    const text = '规则集 甲 {\n  总分 10 分\n  指标 乙 10 分 { 扣 2 分 每 ‸迟报次数 }\n}\n';
    const mended = after(text, /补上声明/);
    expect(mended).toContain('  总分 10 分\n  输入 迟报次数 : 计数 次\n  指标 乙');
    expect(codesIn(mended)).toEqual([]);
  });
});

const TIERS = '指标 乙 8 分 { ‸分档 率 { >= 90% : 10 分   >= 60% : 6 分   其余 : 0 } }';

describe('a rule that gives more than its points', () => {
  test('is fitted to them', () => {
    const mended = after(ruleset(TIERS, '8'), /折算/);
    expect(mended).toContain('>= 90% : 8 分   >= 60% : 4.8 分   其余 : 0');
    expect(codesIn(mended)).toEqual([]);
  });

  test('as a product, too', () => {
    const mended = after(ruleset('指标 乙 8 分 { ‸得分 率 * 10 分 }', '8'), /折算/);
    expect(mended).toContain('得分 率 * 8 分');
    expect(codesIn(mended)).toEqual([]);
  });

  test('what does not come out even is said in the title', () => {
    const text = '指标 乙 7 分 { ‸分档 率 { >= 90% : 9 分   >= 60% : 4 分   其余 : 0 } }';
    const { workspace, file, offset } = marked(ruleset(text, '7'));
    const titles = codeActionsAt(workspace, file, offset, offset).map(({ title }) => title);
    expect(titles).toContain('按分值折算“乙”的各档：9 → 7，4 → 3.11');
  });
});

describe('new points of a part', () => {
  const given = (rule: string, points: string) => {
    const text = ruleset(`指标 乙 10 分 { ${rule} }`);
    const workspace = workspaceOf({ 'a.chi': text });
    const set = setPoints(workspace, 'a.chi', [{ path: ['乙'], points }]);
    if (set.kind === 'refused') throw new Error(set.reason);
    return applied({ 'a.chi': text }, set.edits)['a.chi'] ?? '';
  };

  test.each([
    ['分档 率 { >= 90% : 10 分   >= 60% : 6 分   其余 : 0 }', '>= 90% : 12 分   >= 60% : 7.2 分'],
    ['得分 率 * 10', '得分 率 * 12'],
    ['评定 选自 { 优 : 10  良 : 5..8  差 : 0 }', '优 : 12  良 : 6..9.6  差 : 0'],
    ['得分 若 率 > 50% 则 10 否则 5', '得分 若 率 > 50% 则 12 否则 6'],
  ])('carry the rule %s along', (rule, expected) => {
    expect(given(rule, '12')).toContain(expected);
  });

  test.each(['得分 率 * 满分', '分档 率 { >= 90% : 满分   其余 : 3 }', '扣 2 分 当 率 < 50%'])(
    'leave alone what is no share of them: %s',
    (rule) => {
      expect(given(rule, '12')).toContain(rule);
    },
  );
});
